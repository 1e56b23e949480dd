"""Whether a statement mixes two things that its source tells side by side.

*In 2003 the river was dredged, and in 2008 the bridge was built* holds every word of *the
bridge was built in 2003*. What a clause takes a number or a name from, where its neighbour
has another, it must take the rest from as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from assistant.claims.coverage import MET, Alignment
from assistant.claims.name_writing import is_name, ordinary_words
from assistant.claims.quantities import form_of, within
from assistant.claims.verdicts import Problem
from assistant.claims.words import Reading

__all__ = ["mixing_problems"]

_WIDE: Final = re.compile(
    r"[;]\s|(?:[,]\s+)(?:dan|serta|and|sareng|sarta|jeung|tetapi|namun|but|nanging)\s"
    r"|(?<!\w)(?:sedangkan|sementara|sedengkeun|whereas|while|tetapi|but|nanging)\s"
)
"""Where clauses meet that tell different things."""
_NARROW: Final = re.compile(
    rf"{_WIDE.pattern}"
    r"|(?<!\w)(?:dan|serta|and|(?<!sasarengan )(?<!babarengan )sareng|sarta|jeung)\s"
)
_CITED: Final = re.compile(r"\([^()]*\b\d{4}[^()]*\)")
"""A work that is cited; its year is nothing that a clause tells."""
_FEWEST: Final = 2
"""Words besides names and numbers that make a clause of the source one of its own."""

_Span = tuple[int, int]


def mixing_problems(aligned: Alignment) -> Iterator[Problem]:
    """Yield what a clause of the statement puts together from two of the unit."""
    numbers = _spans(aligned.unit, narrow=True)
    yield from _mixed_numbers(aligned, numbers)
    wide = _spans(aligned.unit, narrow=False)
    yield from _mixed_names(aligned, wide)
    yield from _mixed_heads(aligned, wide)


def _mixed_numbers(aligned: Alignment, spans: Sequence[_Span]) -> Iterator[Problem]:
    cited = [match.span() for match in _CITED.finditer(aligned.unit.text)]
    values = [
        one
        for one in aligned.unit.values
        if not one.soft and not any(start < one.start < end for start, end in cited)
    ]
    for value in aligned.statement.values:
        if value.soft:
            continue
        home = {_home(spans, one.start) for one in values if within(value.key, one.key)}
        rivals = {_home(spans, one.start) for one in values if form_of(one) == form_of(value)}
        if len(home) == 1 and _elsewhere(aligned, value.start, home.pop(), rivals, spans):
            yield Problem("number", value.text)


def _mixed_names(aligned: Alignment, spans: Sequence[_Span]) -> Iterator[Problem]:
    tokens = aligned.unit.tokens
    names = [at for at in range(len(tokens)) if _is_proper(aligned.unit, at)]
    for place, token in enumerate(aligned.statement.tokens):
        if not _is_proper(aligned.statement, place):
            continue
        home = {_home(spans, tokens[at].start) for at in names if tokens[at].word == token.word}
        rivals = {_home(spans, tokens[at].start) for at in names}
        if len(home) == 1 and _elsewhere(aligned, token.start, home.pop(), rivals, spans):
            yield Problem("name", token.raw)


def _elsewhere(
    aligned: Alignment, start: int, home: int, rivals: set[int], spans: Sequence[_Span]
) -> bool:
    """Tell whether the clause around ``start`` has more from a rival's clause than from its own."""
    clause = next(
        (span for span in _spans(aligned.statement, narrow=True) if span[0] <= start < span[1]),
        (0, len(aligned.statement.text)),
    )
    homes = [
        only
        for at, only in _homes(aligned, clause, spans)
        if not (at == start or _is_near_name(aligned.statement, at, start))
    ]
    own = sum(only == home for only in homes)
    return sum(only in rivals - {home} for only in homes) > own


def _homes(aligned: Alignment, clause: _Span, spans: Sequence[_Span]) -> Iterator[tuple[int, int]]:
    """Yield where each word and value of a clause begins, and the one span that has it."""
    statement, unit = aligned.statement, aligned.unit
    for place in statement.at(*clause):
        if statement.tokens[place].content:
            found = {
                _home(spans, unit.tokens[at].start)
                for at in unit.places()
                if aligned.near[place, at] >= MET
            }
            if len(found) == 1:
                yield statement.tokens[place].start, found.pop()
    for value in statement.values:
        if clause[0] <= value.start < clause[1] and not value.soft:
            found = {_home(spans, v.start) for v in unit.values if within(value.key, v.key)}
            if len(found) == 1:
                yield value.start, found.pop()


def _is_near_name(reading: Reading, start: int, other: int) -> bool:
    """Tell whether what begins at ``start`` is of the same name as what begins at ``other``."""
    between = reading.text[min(start, other) : max(start, other)]
    return len(between.split()) == 1 and reading.text[start].isupper()


def _mixed_heads(aligned: Alignment, spans: Sequence[_Span]) -> Iterator[Problem]:
    """Find the subject of one clause with what another says of its own subject."""
    statement, unit = aligned.statement, aligned.unit
    for clause in _spans(statement, narrow=True):
        homes = list(_homes(aligned, clause, spans))
        if len(homes) < _FEWEST + 1 or homes[0][1] in {home for _, home in homes[1:]}:
            continue
        others = {home for _, home in homes[1:]}
        first = next((at for at in statement.at(*clause) if statement.tokens[at].content), None)
        if len(others) != 1 or first is None or statement.tokens[first].start != homes[0][0]:
            continue
        head = next((at for at in unit.at(*spans[others.pop()]) if unit.tokens[at].content), None)
        if head is not None and aligned.unit_met(head) < MET:
            yield Problem("relation", statement.tokens[first].raw)


def _home(spans: Sequence[_Span], start: int) -> int:
    return next((n for n, span in enumerate(spans) if span[0] <= start < span[1]), -1)


@lru_cache(maxsize=4_096)
def _spans(reading: Reading, *, narrow: bool) -> tuple[_Span, ...]:
    """Return the clauses of a text, each with words of its own, as stretches of it."""
    text = reading.text.lower()
    pattern = _NARROW if narrow else _WIDE
    ends = [
        token.start
        for before, token in pairwise(reading.tokens)
        if before.sentence != token.sentence
    ]
    cuts = sorted({0, *ends, *(match.start() for match in pattern.finditer(text)), len(text)})
    kept = [0]
    for begin, end in pairwise(cuts[1:]):
        if _tells(reading, kept[-1], begin) and _tells(reading, begin, end):
            kept.append(begin)
    return tuple(zip(kept, [*kept[1:], len(text) + 1], strict=True))


def _tells(reading: Reading, start: int, end: int) -> bool:
    words = [
        at for at in reading.at(start, end)
        if reading.tokens[at].content and not reading.tokens[at].capital
    ]  # fmt: skip
    values = any(start <= value.start < end for value in reading.values)
    return len(words) >= _FEWEST or (bool(words) and values)


def _is_proper(reading: Reading, place: int) -> bool:
    return is_name(reading, place) and reading.tokens[place].word not in ordinary_words()
