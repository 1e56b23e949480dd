"""What stands around a word or a number, and how well it fits what stands around another.

A name that a statement takes from its source must stand among the same words there. So
*the Regent of Nagoya* is seen not to be *the Regent of Garut*, though the sentence holds
all four words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from assistant.claims.coverage import MET, Alignment
from assistant.claims.words import Reading

__all__ = ["Anchor", "fit"]

_REACH: Final = 4
"""Words and numbers on either side that are looked at."""
_OTHER_SIDE: Final = 0.6
"""What a word counts that stands behind here and before there; in another language more."""
_OTHER_SIDE_ABROAD: Final = 0.8
_SAME_ROLE: Final = 0.8
"""What it counts that both come *from* it, or both go *to* it."""
_JOINING: Final = frozenset(
    {
        *("dan", "serta", "atau", "dengan", "maupun", "antara", "bersama", "and", "or", "with"),
        *("between", "along", "jeung", "sareng", "sarta", "atawa", "atanapi", "antawis"),
        *("tetapi", "namun", "sedangkan", "sementara", "but", "whereas", "while", "nanging"),
        *("tapi", "sedengkeun", "dibanding", "dibandingkan", "daripada", "tibatan", "than"),
        *("ketimbang", "batan", "boh"),
    }
)
"""What stands beyond one of these belongs to something else, or to both alike."""
_ROLES: Final[Mapping[str, str]] = {
    word: role
    for role, words in (
        ("from", "dari from ti tina"),
        ("to", "ke kepada to into ka menjadi janten jadi"),
        ("at", "di in at dina pada"),
        ("by", "oleh by ku"),
    )
    for word in words.split()
}
_ROLE_REACH: Final = 3


@dataclass(frozen=True, slots=True)
class Anchor:
    """A name, a number or a word at the places ``first`` to ``last`` of a reading.

    ``more`` are the places that belong to it besides, as the rest of a person's name.
    """

    first: int
    last: int
    more: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class _Neighbour:
    """A word, or a number by its key, beside an anchor; ``distance`` counts from 1."""

    place: int
    value: str
    distance: int
    behind: bool


def fit(aligned: Alignment, mine: Anchor, theirs: Anchor) -> float:
    """Return how well the surroundings of an anchor are met by those of one of the unit."""
    own = _neighbours(aligned.statement, mine)
    others = _neighbours(aligned.unit, theirs)
    across = _OTHER_SIDE if aligned.same_language else _OTHER_SIDE_ABROAD
    total = 0.0
    for one in own:
        best = 0.0
        for other in others:
            near = _near(aligned, one, other)
            if near < MET:
                continue
            side = 1.0 if one.behind == other.behind else across
            apart = max(0, other.distance - one.distance)
            best = max(best, near * side / (1 + apart))
        total += best / one.distance
    role, other_role = _role(aligned.statement, mine), _role(aligned.unit, theirs)
    return total + (_SAME_ROLE if role and role == other_role else 0.0)


def _near(aligned: Alignment, one: _Neighbour, other: _Neighbour) -> float:
    if one.value or other.value:
        return float(one.value == other.value)
    return float(aligned.near[one.place, other.place])


@lru_cache(maxsize=8_192)
def _neighbours(reading: Reading, anchor: Anchor) -> tuple[_Neighbour, ...]:
    before = range(anchor.first - 1, -1, -1)
    behind = range(anchor.last + 1, len(reading.tokens))
    return (
        *_side(reading, anchor, before, behind=False),
        *_side(reading, anchor, behind, behind=True),
    )


def _side(
    reading: Reading, anchor: Anchor, places: Iterable[int], *, behind: bool
) -> Iterator[_Neighbour]:
    sentence = reading.tokens[anchor.first].sentence
    values = _values(reading)
    distance = 0
    seen: set[str] = set()
    for place in places:
        token = reading.tokens[place]
        if token.sentence != sentence or token.word in _JOINING:
            return
        if place in anchor.more:
            continue
        value = values.get(place, "")
        if value in seen or not (value or token.content):
            continue
        seen.add(value)
        seen.discard("")
        distance += 1
        yield _Neighbour(place, value, distance, behind)
        if distance == _REACH:
            return


@lru_cache(maxsize=1_024)
def _values(reading: Reading) -> Mapping[int, str]:
    """Return the key of the value that each place belongs to."""
    return {place: v.key for v in reading.values for place in reading.at(v.start, v.end)}


def _role(reading: Reading, anchor: Anchor) -> str:
    """Return whether something comes from it, goes to it, is in it, or is done by it."""
    for place in range(anchor.first - 1, max(-1, anchor.first - 1 - _ROLE_REACH), -1):
        token = reading.tokens[place]
        if token.word in _ROLES:
            return _ROLES[token.word]
        if token.word in _JOINING or (token.content and not token.capital):
            return ""
    return ""
