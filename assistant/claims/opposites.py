"""Whether a statement says the opposite of its source, or turns who did what to whom."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from typing import Final

from assistant.claims.coverage import MET, Alignment
from assistant.claims.name_writing import is_name
from assistant.claims.opposite_words import OPPOSITES
from assistant.claims.surroundings import Anchor, fit
from assistant.claims.verdicts import Problem
from assistant.claims.words import Reading

__all__ = ["opposite_problems"]

Sides = Mapping[int, frozenset[tuple[int, int]]]

_SURELY: Final = 0.75
"""How near a word must be to another to be no opposite of a third."""
_CLITIC: Final = re.compile(r"(?<=\w{3})(?:nya|na|lah|kah)$")
_CLEARLY: Final = 0.3
"""How much better the opposite must fit than the word itself."""


def opposite_problems(aligned: Alignment) -> tuple[Problem, ...]:
    """Return the words of a statement that turn the unit's meaning round."""
    return tuple(dict.fromkeys((*_opposites(aligned), *_turned(aligned))))


def _opposites(aligned: Alignment) -> Iterator[Problem]:
    sides, theirs = sides_of(aligned.statement), sides_of(aligned.unit)
    denied, denied_there = _denied(aligned.statement), _denied(aligned.unit)
    for place, mine in sides.items():
        if place in denied or not mine:
            continue
        against = {at for at, other in theirs.items() if _face(mine, other)} - denied_there
        like = {at for at, other in theirs.items() if mine & other}
        if not against:
            continue
        if not like:
            mine_too = {at for at, other in sides.items() if _face(mine, other)}
            if len(mine_too) >= len(against):
                continue
            if not _met_otherwise(aligned, place, against):
                yield Problem("opposite", aligned.statement.tokens[place].raw)
            continue
        anchor = Anchor(place, place)
        own = max(fit(aligned, anchor, Anchor(at, at)) for at in like)
        if max(fit(aligned, anchor, Anchor(at, at)) for at in against) >= own + _CLEARLY:
            yield Problem("opposite", aligned.statement.tokens[place].raw)


def _denied(reading: Reading) -> frozenset[int]:
    """Return the places that a denial bears on."""
    return frozenset(
        place
        for cue in reading.cues
        if cue.kind in ("negation", "not_yet")
        for place in range(cue.last + 1, cue.last + 3)
    )


def _face(mine: frozenset[tuple[int, int]], other: frozenset[tuple[int, int]]) -> bool:
    return any((pair, 1 - side) in other for pair, side in mine)


@lru_cache(maxsize=4_096)
def sides_of(reading: Reading) -> Sides:
    """Return for each place the sides of the pairs of opposites that its word is of.

    A phrase of two words, as *paling sedikit*, counts at the second.
    """
    found: dict[int, set[tuple[int, int]]] = {}
    words = reading.words
    for place, word in enumerate(words):
        phrase = f"{word} {words[place + 1]}" if place + 1 < len(words) else ""
        both = sides_of_word(phrase) if phrase else frozenset()
        if both:
            found[place + 1] = set(both)
        elif place not in found and sides_of_word(word):
            found[place] = set(sides_of_word(word))
    return {place: frozenset(sides) for place, sides in found.items()}


@lru_cache(maxsize=16_384)
def sides_of_word(word: str) -> frozenset[tuple[int, int]]:
    """Return (pair, side) of what a word, or a phrase of two, is of."""
    forms = {word, _CLITIC.sub("", word)}
    return frozenset(
        (number, side)
        for number, pair in enumerate(OPPOSITES)
        for side, pattern in enumerate(pair)
        if any(pattern.fullmatch(form) for form in forms)
    )


def _met_otherwise(aligned: Alignment, place: int, against: Collection[int]) -> bool:
    """Tell whether a word means another of the unit's, as surely as it can be told."""
    return any(
        aligned.near[place, at] >= _SURELY
        for at in range(len(aligned.unit.tokens))
        if at not in against
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
