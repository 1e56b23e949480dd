"""Whether the names and numbers of a statement stand among the words that they stand among there.

*The Regent of Nagoya* holds nothing that *the Regent of Garut … the Mayor of Nagoya* lacks,
and yet says what that does not. So of two names, or two numbers, of a source that could
each be meant, the one must not fit clearly better where the statement puts the other.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Final

from assistant.claims.coverage import Alignment
from assistant.claims.name_writing import is_name, ordinary_words, same_name
from assistant.claims.quantities import form_of, within
from assistant.claims.surroundings import Anchor, fit
from assistant.claims.verdicts import Problem
from assistant.claims.words import Reading
from assistant.values.reading import Value

__all__ = ["misplaced_names", "misplaced_numbers"]

_CLEARLY: Final = 0.8
"""How much better another must fit where one stands."""
_EXCHANGED: Final = 0.6
"""The same, both together, where the two have changed places."""

_LISTING: Final = frozenset(
    ("dan", "and", "serta", "jeung", "sareng", "sarta", "atau", "or", "atawa", "atanapi", "maupun")
)
"""Between two names they tell that both are meant alike, in either order."""

Fits = Callable[[int, int], float]


def misplaced_names(aligned: Alignment) -> tuple[Problem, ...]:
    """Return names that stand where the unit has another of its names."""
    statement, unit = aligned.statement, aligned.unit
    mine = [at for at in range(len(statement.tokens)) if _is_proper(statement, at)]
    theirs = [at for at in range(len(unit.tokens)) if _is_proper(unit, at)]
    same = {at: tuple(p for p in theirs if same_name(aligned, at, p)) for at in mine}
    own = {at: _partners(aligned, at, same[at]) for at in mine if same[at]}
    wrong = [
        statement.tokens[at].raw
        for at in own
        if _is_misplaced(
            at,
            {
                one: places
                for one, places in same.items()
                if one == at or not _listed_together(unit, places, same[at])
            },
            [p for p in theirs if not _listed_together(unit, (p,), same[at])],
            lambda one, other: _name_fit(aligned, own, one, other),
        )
    ]
    return (Problem("name", " ".join(dict.fromkeys(wrong))),) if wrong else ()


def misplaced_numbers(aligned: Alignment) -> Iterator[Problem]:
    """Yield the numbers and dates that stand where the unit has another."""
    mine = [value for value in aligned.statement.values if not value.soft]
    theirs = [value for value in aligned.unit.values if not value.soft]
    anchors = [_anchor(aligned.statement, value) for value in mine]
    others = [_anchor(aligned.unit, value) for value in theirs]
    same = {
        at: tuple(p for p, other in enumerate(theirs) if within(value.key, other.key))
        for at, value in enumerate(mine)
    }
    for at, value in enumerate(mine):
        alike = {p for p, other in enumerate(theirs) if form_of(other) == form_of(value)}
        if same[at] and _is_misplaced(
            at, same, alike, lambda one, other: fit(aligned, anchors[one], others[other])
        ):
            yield Problem("number", value.text)


def _is_misplaced(
    at: int, same: Mapping[int, Sequence[int]], alike: Collection[int], fits: Fits
) -> bool:
    """Tell whether a rival's place fits better than all of one's own.

    A rival is one of those ``alike``, or one that has changed places with it.
    """
    own = max(fits(at, place) for place in same[at])
    others = {place for one, places in same.items() if one != at for place in places}
    for rival in sorted({*alike, *others}):
        if rival in same[at]:
            continue
        gain = fits(at, rival) - own
        exchanged = [
            one
            for one, places in same.items()
            if one != at and rival in places and not set(places) & set(same[at])
        ]
        back = max(
            (
                max(fits(one, place) for place in same[at])
                - max(fits(one, place) for place in same[one])
                for one in exchanged
            ),
            default=0.0,
        )
        if (gain >= _CLEARLY and rival in alike) or (
            gain > 0 and back > 0 and gain + back >= _EXCHANGED
        ):
            return True
    return False


def _is_proper(reading: Reading, place: int) -> bool:
    token = reading.tokens[place]
    return is_name(reading, place) and token.word not in ordinary_words()


def _listed(unit: Reading, one: int, other: int) -> bool:
    """Tell whether two names are members of one list: *Japan and Germany*."""
    first, last = sorted((one, other))
    between = unit.tokens[first + 1 : last]
    return any(token.word in _LISTING for token in between) and all(
        token.word in _LISTING or token.capital or not token.content for token in between
    )


def _listed_together(unit: Reading, ones: Sequence[int], others: Sequence[int]) -> bool:
    return any(_listed(unit, one, other) for one in ones for other in others)


def _partners(
    aligned: Alignment, at: int, places: Sequence[int]
) -> tuple[Anchor, Mapping[int, Anchor]]:
    """Return a name as it stands, without the rest of it, as its last name, here and there."""
    statement, unit = aligned.statement.tokens, aligned.unit.tokens
    mine: set[int] = set()
    theirs: dict[int, Anchor] = {}
    for place in places:
        beside = {
            step
            for step in (-1, 1)
            if 0 <= at + step < len(statement)
            and 0 <= place + step < len(unit)
            and statement[at + step].clause == statement[at].clause
            and _is_proper(aligned.statement, at + step)
            and statement[at + step].word == unit[place + step].word
        }
        mine.update(at + step for step in beside)
        theirs[place] = Anchor(place, place, frozenset(place + step for step in beside))
    return Anchor(at, at, frozenset(mine)), theirs


def _name_fit(
    aligned: Alignment,
    own: Mapping[int, tuple[Anchor, Mapping[int, Anchor]]],
    one: int,
    other: int,
) -> float:
    mine, theirs = own[one]
    return fit(aligned, mine, theirs.get(other, Anchor(other, other)))


def _anchor(reading: Reading, value: Value) -> Anchor:
    places = reading.at(value.start, value.end) or (0,)
    return Anchor(places[0], places[-1])
