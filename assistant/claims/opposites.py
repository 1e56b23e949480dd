"""Whether a statement says the opposite of its source, or turns who did what to whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from assistant.claims.coverage import MET, Alignment
from assistant.claims.name_writing import is_name
from assistant.claims.opposite_words import OPPOSITES
from assistant.claims.verdicts import Problem
from assistant.claims.words import Reading

__all__ = ["opposite_problems"]


def opposite_problems(aligned: Alignment) -> tuple[Problem, ...]:
    """Return the words of a statement that turn the unit's meaning round."""
    return tuple(dict.fromkeys((*_opposites(aligned), *_turned(aligned))))


def _opposites(aligned: Alignment) -> Iterator[Problem]:
    denied = {
        place
        for reading in (aligned.statement,)
        for cue in reading.cues
        if cue.kind in ("negation", "not_yet")
        for place in range(cue.last + 1, cue.last + 3)
    }
    for place, token in enumerate(aligned.statement.tokens):
        if place in denied or aligned.met(place) == 1.0:
            continue
        for one, other in OPPOSITES:
            for side, against in ((one, other), (other, one)):
                if side.fullmatch(token.word) is None:
                    continue
                words = aligned.unit.words
                if _met_otherwise(aligned, place, against):
                    continue
                if any(against.fullmatch(word) for word in words) and not any(
                    side.fullmatch(word) for word in words
                ):
                    yield Problem("opposite", token.raw)


def _met_otherwise(aligned: Alignment, place: int, against: re.Pattern[str]) -> bool:
    return any(
        aligned.near[place, at] >= MET and against.fullmatch(word) is None
        for at, word in enumerate(aligned.unit.words)
    )


def _turned(aligned: Alignment) -> Iterator[Problem]:
    """Find *B sent A* where the source has *A sent B*, by words that stand in both."""
    statement, unit = aligned.statement, aligned.unit
    if _is_passive(statement) != _is_passive(unit):
        return
    places = _shared(aligned)
    for at in range(1, len(places) - 1):
        (before, mine), (_, theirs), (behind, other) = places[at - 1 : at + 2]
        if not other < theirs < mine:
            continue
        if not aligned.same_language and not (
            is_name(statement, before) and is_name(statement, behind)
        ):
            continue
        joined = statement.words[before + 1 : behind]
        if any(word in _JOINING for word in joined) or not _close(before, behind, mine, other):
            continue
        yield Problem("relation", " ".join(statement.words[before : behind + 1]))


_CLOSE: Final = 8


def _close(before: int, behind: int, mine: int, other: int) -> bool:
    return behind - before <= _CLOSE and mine - other <= _CLOSE


def _shared(aligned: Alignment) -> list[tuple[int, int]]:
    """Return (place, place in the unit) of words that are met once, and by one word only."""
    found: list[tuple[int, int]] = []
    for place in aligned.statement.places():
        others = [at for at in aligned.unit.places() if aligned.near[place, at] >= MET]
        if len(others) == 1:
            mine = [at for at in aligned.statement.places() if aligned.near[at, others[0]] >= MET]
            if len(mine) == 1:
                found.append((place, others[0]))
    return found


_JOINING: Final = frozenset(
    {
        *("dan", "serta", "atau", "dengan", "maupun", "antara", "and", "or", "with", "between"),
        *("jeung", "sareng", "atawa", "atanapi", "antawis", "adalah", "yaitu", "is", "are", "was"),
        *("were", "nyaeta", "mangrupa", "mangrupi", "merupakan", "of", "untuk", "for", "pikeun"),
    }
)
_PASSIVE: Final = frozenset({"oleh", "by", "ku"})


def _is_passive(reading: Reading) -> bool:
    return any(token.word in _PASSIVE for token in reading.tokens)
