"""Key facts: the people, dates, places and figures that the text names.

They are read from what is shown, so that they stand in the reader's language, and each is
cited by the sentence that gives it. Years of works that are cited are no facts of the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from assistant.briefing.assembling import Numbering
from assistant.briefing.material import Candidate
from assistant.briefing.records import FactKind, KeyFact
from assistant.briefing.shortening import ELLIPSIS
from assistant.briefing.showing import Shown
from assistant.briefing.strings import say_brief
from assistant.disagreement.stated_values import AskedKind, Stated, stated
from corpus.language import Language
from corpus.text import fold

__all__ = ["find_facts"]

_KINDS: Final[tuple[tuple[FactKind, AskedKind], ...]] = (
    ("who", "name"),
    ("when", "date"),
    ("where", "place"),
    ("how_much", "number"),
)
_CONTEXT: Final = 10
"""Words of the clause around a fact."""
_BEFORE: Final = 3
_OWN_BONUS: Final = 0.5
_OWN: Final = frozenset({"method", "result", "conclusion"})
_TOLD_AGAIN: Final = 0.12
_MOST_AGAIN: Final = 5
_WORD: Final = re.compile(r"\S+")
_COUNTED: Final = re.compile(r"\s+(?P<first>[^\W\d_][\w-]{2,})(?P<second>\s+[^\W\d_][\w-]{2,})?")
_BARE_NUMBER: Final = re.compile(r"[\d.,]+")
_CITED: Final = 0.1
"""What it takes that the sentence rests on another work."""

_FULL_NAME: Final = 2
_BEFORE_PLACE: Final = 16
_NO_PERSON: Final = re.compile(
    r"\b(?:perjanjian|perjangjian|traktat|treaty|agreement|undang|memorandum|program|teori|theory|"
    r"model|konsep|metode|uji|universitas|university|perang|war|the)\W+$",
    re.IGNORECASE,
)
_AT_PLACE: Final = re.compile(
    r"(?:^|\W)(?:di|ke|dari|in|at|from|to|dina|ka|ti|of|kota|kabupat[eé]n|provinsi|propinsi|negara|"
    r"nagara|regency|province|and|dan|jeung|sareng|the)\s$",
    re.IGNORECASE,
)
"""What stands before a place; a subject of study (*International Relations*) has none."""


@dataclass(frozen=True, slots=True)
class _Found:
    kind: FactKind
    told: Stated
    value: str
    shown: Shown
    score: float
    order: tuple[int, int, int]


def find_facts(
    candidates: Sequence[Candidate],
    shown: Sequence[Shown],
    language: Language,
    numbering: Numbering,
    *,
    each: int,
    room: int,
) -> tuple[KeyFact, ...]:
    """Return the facts that weigh most, by kind, each kind in reading order.

    Args:
        candidates: The sentences that are looked through.
        shown: The same as a reader sees them.
        language: Of the labels.
        numbering: Numbers their citations.
        each: How many of a kind at most.
        room: Words for all of them.
    """
    pairs = zip(candidates, shown, strict=True)
    found = [fact for c, s in pairs if "theory" not in c.section_roles for fact in _facts(c, s)]
    found = _without_places(found)
    chosen: list[KeyFact] = []
    for kind, _ in _KINDS:
        for fact in _best([one for one in found if one.kind == kind], each):
            label = say_brief(kind, language)
            context = "" if kind == "where" else _context(fact)
            cost = len(f"{label} {fact.value} {context}".split())
            if cost > room:
                continue
            room -= cost
            chosen.append(_key_fact(fact, label, context, numbering))
    return tuple(chosen)


def _key_fact(found: _Found, label: str, context: str, numbering: Numbering) -> KeyFact:
    return KeyFact(
        kind=found.kind,
        label=label,
        value=found.value,
        context=context,
        language=found.shown.language,
        origin=found.shown.origin,
        citation=numbering.number(found.shown.citation),
    )


def _facts(candidate: Candidate, shown: Shown) -> Iterator[_Found]:
    if len(candidate.sentences) > 1:
        return  # the sentence before is a candidate of its own
    weight = _OWN_BONUS if candidate.cues & _OWN else 0.0
    weight += candidate.relevance - _CITED * candidate.rests_on_others
    for kind, asked in _KINDS:
        for told in stated(shown.text, shown.language, asked):
            value = _value(shown, told)
            if value:
                yield _Found(kind, told, value, shown, weight, candidate.order)


def _value(shown: Shown, told: Stated) -> str:
    """Return a fact as it stands, empty when it is none."""
    if told.kind == "number":
        return _amount(shown, told)
    if told.kind == "date":
        monthly = told.value is None or told.value.key.startswith("--")
        return "" if monthly else told.text
    before = shown.text[max(0, told.start - _BEFORE_PLACE) : told.start]
    if told.kind == "name":
        full = len(told.names) >= _FULL_NAME and not _NO_PERSON.search(before)
        return told.text if full else ""
    return told.text if _AT_PLACE.search(before) else ""


def _amount(shown: Shown, told: Stated) -> str:
    """Return a number in digits with its unit, or with what it counts."""
    if told.value is None or told.value.ordinal or not any(c.isdigit() for c in told.text):
        return ""
    if not _BARE_NUMBER.fullmatch(told.text):
        return told.text
    counted = _COUNTED.match(shown.text, told.end)
    if counted is None or not told.counted:
        return ""
    first, second = counted["first"], counted["second"] or ""
    before_noun = shown.language == "en" and not first.endswith("s")
    return f"{told.text} {first}{second if before_noun else ''}"


def _without_places(found: Sequence[_Found]) -> list[_Found]:
    """Return facts without the people whose names are those of places."""
    places = {word for one in found if one.kind == "where" for word in one.told.names}
    return [one for one in found if one.kind != "who" or not places.intersection(one.told.names)]


def _best(found: Sequence[_Found], most: int) -> list[_Found]:
    """Return the best of each value, those told more often first, in reading order."""
    told = Counter(_key(one) for one in found)
    best: dict[str, _Found] = {}
    for one in found:
        known = best.get(_key(one))
        if known is None or one.score > known.score:
            best[_key(one)] = one
    ranked = sorted(
        best.values(),
        key=lambda one: (
            -(one.score + _TOLD_AGAIN * min(told[_key(one)], _MOST_AGAIN)),
            one.order,
        ),
    )
    kept: list[_Found] = []
    for one in ranked:
        if len(kept) < most and not any(_within(one, other) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: (one.order, one.told.start))


def _key(found: _Found) -> str:
    return found.told.key if found.kind == "when" else fold(found.value)


def _within(one: _Found, other: _Found) -> bool:
    """Tell whether one value is part of another, as *1990* is of *12 May 1990*."""
    left, right = _key(one), _key(other)
    return left in right or right in left


def _context(found: _Found) -> str:
    """Return some words around a value, what is left out marked."""
    text = found.shown.text
    tokens = list(_WORD.finditer(text))
    at = next((i for i, t in enumerate(tokens) if t.end() > found.told.start), 0)
    first = max(0, at - _BEFORE)
    last = min(len(tokens), first + _CONTEXT)
    first = max(0, last - _CONTEXT)
    head = f"{ELLIPSIS} " if first else ""
    tail = ELLIPSIS if last < len(tokens) else ""
    kept = text[tokens[first].start() : tokens[last - 1].end()]
    return f"{head}{kept.rstrip(',;:') if tail else kept}{tail}"
