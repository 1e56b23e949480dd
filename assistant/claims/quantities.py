"""Whether the numbers and dates of a statement stand in its source, of the same things."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from assistant.claims.coverage import MET, Alignment
from assistant.claims.quantity_words import (
    bound,
    limit,
    rate_behind,
    rates,
    unit_before,
    unit_behind,
)
from assistant.claims.verdicts import Problem
from assistant.claims.words import Reading
from assistant.values.reading import Value
from corpus.text import fold

__all__ = ["form_of", "loose_digits", "number_problems", "stands", "within"]

_DIGIT: Final = re.compile(r"\d")
_RUN: Final = re.compile(r"(?<!\w)(?=\w*\d)(?=\w*[^\W\d_])\w+")
_USUAL_RUN: Final = re.compile(
    r"\d+(?:st|nd|rd|th|s|an|km|m|cm|mm|kg|ha|m2|am|pm)|(?:rp|idr|usd|us|k[ea])\d+", re.IGNORECASE
)
"""A number with what is written right beside one."""
_MARKED: Final = re.compile(r"\d[\u0300-\u036f\u20d0-\u20ff]")
"""A digit that a mark is drawn over, as to strike it out."""


def number_problems(aligned: Alignment) -> tuple[Problem, ...]:
    """Return the numbers and dates of a statement that the unit does not bear out."""
    found = dict.fromkeys(
        (
            *_missing(aligned),
            *_loose_digits(aligned),
            *_repeated(aligned),
            *_wrong_units(aligned),
            *_turned(aligned),
            *_other_rates(aligned),
            *_other_limits(aligned),
            *_odd_runs(aligned),
        )
    )
    return tuple(found)


def stands(value: Value, values: Sequence[Value]) -> bool:
    """Tell whether a value is among others, as exact as it is said or more exactly."""
    return any(within(value.key, other.key) for other in values)


def within(key: str, other: str) -> bool:
    """Tell whether a value is another, or one that the other says more exactly."""
    if key == other or other.startswith(f"{key}-"):
        return True
    if key.startswith("--"):
        return other.endswith(key[1:])
    return "/" in other and "/" not in key and any(within(key, one) for one in other.split("/"))


def _missing(aligned: Alignment) -> Iterator[Problem]:
    known = aligned.unit.values
    for value in aligned.statement.values:
        if stands(value, known) or _from_ends(value, known):
            continue
        lenient = value.soft or (value.key == "1" and value.text.isalpha())
        if not lenient or _rivals(aligned, value):
            yield Problem("number", value.text)


def _from_ends(value: Value, known: Sequence[Value]) -> bool:
    """Tell whether an interval is made of two dates that the source gives in that order."""
    first, _, last = value.key.partition("/")
    if value.kind != "date" or not last:
        return False
    firsts = [one.start for one in known if within(first, one.key)]
    return any(
        within(last, one.key) and any(start < one.start for start in firsts) for one in known
    )


def _rivals(aligned: Alignment, value: Value) -> bool:
    """Tell whether the unit ranks or counts the same by another number."""
    said = [one.key for one in aligned.statement.values]
    rivals = [
        one
        for one in aligned.unit.values
        if one.kind == value.kind and one.key not in said and one.key[0].isdigit()
    ]
    if value.ordinal:
        return any(one.ordinal for one in rivals)
    mine = _behind(aligned.statement, value)
    return any(
        aligned.near[mine, other] >= MET
        for one in rivals
        for other in [_behind(aligned.unit, one)]
        if mine is not None and other is not None
    )


def _behind(reading: Reading, value: Value) -> int | None:
    """Return the place of the word that follows a number, if one does."""
    places = reading.places()
    return next((at for at in places if reading.tokens[at].start >= value.end), None)


def _loose_digits(aligned: Alignment) -> Iterator[Problem]:
    """Find digits that belong to no value, as in *COVID-19*, and stand otherwise."""
    known = Counter(loose_digits(aligned.unit))
    for raw in loose_digits(aligned.statement):
        if not known[raw]:
            yield Problem("number", raw)
        known[raw] -= 1


def loose_digits(reading: Reading) -> list[str]:
    """Return the words of a text with digits that belong to no value."""
    return [
        token.word
        for token in reading.tokens
        if _DIGIT.search(token.word)
        and not any(v.start < token.end and v.end > token.start for v in reading.values)
    ]


def _repeated(aligned: Alignment) -> Iterator[Problem]:
    """Find a number that is said more often than the source does: it took another's place."""
    said = Counter(value.key for value in aligned.statement.values if not value.soft)
    for key, times in said.items():
        known = sum(within(key, other.key) for other in aligned.unit.values)
        if 0 < known < times:
            yield Problem("number", key)


def _wrong_units(aligned: Alignment) -> Iterator[Problem]:
    for value in aligned.statement.values:
        same = [one for one in aligned.unit.values if one.key == value.key]
        if not same or value.kind != "number" or value.soft:
            continue
        mine = _units(aligned.statement, value)
        theirs = [_units(aligned.unit, one) for one in same]
        if mine and all(theirs) and not any(mine & units for units in theirs):
            yield Problem("number", aligned.statement.text[value.start : value.end + 15])
        rates = {rate_behind(aligned.unit, one) for one in same}
        rate = rate_behind(aligned.statement, value)
        if rate and rate not in rates and "" not in rates:
            yield Problem("number", aligned.statement.text[value.start : value.end + 15])
        said = bound(aligned.statement, value)
        bounds = {bound(aligned.unit, one) for one in same}
        if said not in bounds and not (said == "about" and bounds & {"almost"}):
            yield Problem("number" if said else "hedge", value.text)


def _other_rates(aligned: Alignment) -> Iterator[Problem]:
    """Find *every week* where the source has *every day*."""
    theirs = rates(aligned.unit)
    if theirs:
        for rate in sorted(rates(aligned.statement) - theirs):
            yield Problem("number", rate)


def _other_limits(aligned: Alignment) -> Iterator[Problem]:
    """Find *until 2014* where the source has *since 2014*."""
    for value in aligned.statement.values:
        said = limit(aligned.statement, value) if value.kind == "date" else ""
        known = {limit(aligned.unit, one) for one in aligned.unit.values if one.key == value.key}
        if said and known and said not in known and (said != "since" or "" not in known):
            yield Problem("number", value.text)


def _odd_runs(aligned: Alignment) -> Iterator[Problem]:
    """Find digits that letters or marks are joined to otherwise than in the source."""
    known = set(_RUN.findall(fold(aligned.unit.text)))
    for match in _RUN.finditer(fold(aligned.statement.text)):
        if match[0] not in known and _USUAL_RUN.fullmatch(match[0]) is None:
            yield Problem("number", match[0])
    marked = _MARKED.search(aligned.statement.text)
    if marked is not None:
        yield Problem("number", marked[0])


def _units(reading: Reading, value: Value) -> frozenset[str]:
    return frozenset({*unit_behind(reading, value), *unit_before(reading, value)})


def form_of(value: Value) -> tuple[str, bool, bool]:
    """Return what sort of value it is: a share, money or a plain number take no other's place."""
    return (value.kind, value.key.endswith("%"), value.key[:1].isalpha())


def _turned(aligned: Alignment) -> Iterator[Problem]:
    """Find *from 2018 to 2014* where the source has them the other way round."""
    said = [one for one in aligned.statement.values if not one.soft]
    known = [one.key for one in aligned.unit.values]
    for first, last in pairwise(said):
        between = aligned.statement.text[first.end : last.start]
        if not _RANGE.fullmatch(between.strip().lower()):
            continue
        if known.count(first.key) != 1 or known.count(last.key) != 1 or first.key == last.key:
            continue
        if known.index(first.key) > known.index(last.key):
            yield Problem("number", f"{first.text} {last.text}")


_RANGE: Final = re.compile(
    r"-|–|(?:tahun |taun |persen |percent |persén |%)?"
    r"(?:to|until|till|sampai|hingga|sampai dengan|menjadi|nepi ka|dugi ka|jadi|janten)"
    r"(?: tahun| taun)?"
)
