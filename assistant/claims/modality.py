"""Whether a statement keeps what its source denies, expects, aims at or reports.

A cue of the source counts where the statement says the words that it bears on: a clause
left out takes its cues with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from assistant.claims.coverage import MET, Alignment
from assistant.claims.cue_kinds import CueKind
from assistant.claims.verdicts import Problem, ProblemCode
from assistant.claims.words import Cue, Reading

__all__ = ["bears_on", "cue_reach", "lies_open", "modality_problems", "said"]

_REACH: Final = 3
"""Words that carry meaning, behind a cue, that it bears on."""
_FAR: Final = 8
"""The same for an aim or an expectation, which governs all that follows."""
_IDLE: Final = 3
"""Tokens behind an expectation in which an ability adds nothing: *is expected to be able to*."""
_MUCH: Final = 0.4
"""The share of a sentence that is met where one word of the reach is enough."""
_AROUND: Final = 20
"""Tokens on either side of a condition in which what it is tied to stands."""
_HALF: Final = 0.5
_FAR_REACHING: Final = frozenset({"aim", "expected"})
_WHOLE: Final = 0.6
"""A statement that meets this share of a sentence says all of it: no cue may be missing."""

_PART: Final = 0.3
"""The same of an item of a list, for the cues of the sentence that opens the list."""

_CODES: Final[Mapping[CueKind, ProblemCode]] = {
    "aim": "aim",
    "future": "aim",
    "condition": "condition",
    "expected": "hedge",
    "possible": "hedge",
    "once": "hedge",
    "not_yet": "hedge",
    "indirect": "hedge",
    "tentative": "hedge",
    "partly": "hedge",
    "must": "hedge",
    "only": "hedge",
    "almost": "hedge",
    "not_all": "negation",
}
"""The cues that a statement may not drop, and what it is called when it does."""

_KIN: Final[Mapping[CueKind, CueKind]] = {
    "aim": "aim_like",
    "once": "once_like",
    "partly": "few",
    "possible": "possible_like",
}
"""The weaker kin that may be said for a cue in another language."""
_ABROAD: Final[Mapping[CueKind, frozenset[CueKind]]] = {
    "aim": frozenset({"expected"}),
    "future": frozenset({"aim", "expected"}),
    "possible": frozenset({"expected"}),
    "tentative": frozenset({"expected"}),
    "must": frozenset({"expected"}),
}
"""What else may be said for it in another language: none is stronger than the cue."""

_ADJUNCT: Final = frozenset(
    {
        *(
            "berangkat",
            "berdasarkan",
            "dengan",
            "selain",
            "sebagai",
            "proceeding",
            "based",
            "given",
        ),
        *("besides", "as", "ngawitan", "dumasar", "kalayan", "salian", "minangka"),
    }
)
"""A sentence that begins so has its first clause for itself."""
_LOOSE: Final = frozenset({*_FAR_REACHING, "only", "all", "each", "certain", "almost"})
"""Cues that may stand before or behind what they bear on."""


def modality_problems(aligned: Alignment) -> tuple[Problem, ...]:
    """Return what weakens the unit and the statement drops."""
    return tuple(_dropped(aligned))


def _dropped(aligned: Alignment) -> Iterator[Problem]:
    taken: dict[Cue, tuple[tuple[str, ...], int]] = {}
    for cue in aligned.unit.cues:
        code = _CODES.get(cue.kind)
        if code is None or not _in_play(aligned, cue):
            continue
        if not aligned.same_language and _goes_unsaid(aligned, cue):
            continue
        words = aligned.unit.words[cue.first : cue.last + 1]
        sentence = aligned.unit.tokens[cue.first].sentence
        cues = [
            one
            for one in _standing_for(aligned, cue)
            if one.kind != cue.kind or one not in taken or _repeats(taken[one], (words, sentence))
        ]
        if cue.last < aligned.governing and _standing_for(aligned, cue):
            continue
        reach = cue_reach(aligned.unit, cue)
        mine = next((one for one in cues if bears_on(aligned, one, reach)), None)
        if mine is not None:
            if mine.kind == cue.kind:
                taken[mine] = (words, sentence)
        elif not _is_kept(aligned, cue, cues):
            yield Problem(code, said(aligned.unit, cue))


def _repeats(one: tuple[tuple[str, ...], int], other: tuple[tuple[str, ...], int]) -> bool:
    """Tell whether a cue is said again in another sentence, as in each item of a list."""
    return one[0] == other[0] and one[1] != other[1]


def _goes_unsaid(aligned: Alignment, cue: Cue) -> bool:
    """Tell whether another language need not say a cue: *only*, and *will* where all is open.

    Nor is *able* said in every language behind *expected*.

    Indonesian and Sundanese mark no tense; a mark of the past in place of *will* counts.
    """
    if cue.kind == "future" and aligned.unit.language == "en":
        reach = cue_reach(aligned.unit, cue)
        past = [one for one in aligned.statement.cues if one.kind in ("once_like", "success")]
        return not any(bears_on(aligned, one, reach) for one in past)
    if cue.kind == "possible":
        return any(
            one.kind in ("expected", "aim") and 0 < cue.first - one.last <= _IDLE
            for one in aligned.unit.cues
        )
    return cue.kind == "only"


def _standing_for(aligned: Alignment, cue: Cue) -> list[Cue]:
    """Return the cues of the statement that may be said for one of the unit."""
    kinds = {cue.kind}
    if not aligned.same_language:
        kinds |= {_KIN.get(cue.kind, cue.kind), *_ABROAD.get(cue.kind, ())}
    found = [one for one in aligned.statement.cues if one.kind in kinds]
    return sorted(found, key=lambda one: one.kind != cue.kind)


def _in_play(aligned: Alignment, cue: Cue) -> bool:
    """Tell whether the statement says what a cue of the unit bears on."""
    if cue.last < aligned.governing and aligned.item_coverage >= _PART:
        return True
    reach = cue_reach(aligned.unit, cue)
    words = aligned.unit.words
    met = [
        place
        for place in reach
        if aligned.unit_met(place) >= MET and words.count(words[place]) == 1
    ]
    covered = aligned.sentence_coverage(cue.first)
    much = not aligned.same_language and covered >= _MUCH
    if met and (met[0] == reach[0] or len(met) > 1 or much):
        return True
    if cue.kind == "condition" and _says_the_rest(aligned, cue):
        return True
    if cue.kind not in _FAR_REACHING and covered < _WHOLE:
        return False
    far = cue_reach(aligned.unit, cue, _FAR)
    met_best = sum(aligned.meets_best(place) for place in far)
    return met_best > 1 or (met_best > 0 and covered >= _MUCH)


def _says_the_rest(aligned: Alignment, cue: Cue) -> bool:
    """Tell whether the statement says what is tied to a condition."""
    tokens = aligned.unit.tokens
    clause = tokens[cue.first].clause
    around = [
        place
        for place in aligned.unit.places()
        if (place < cue.first or tokens[place].clause != clause)
        and abs(place - cue.first) <= _AROUND
    ]
    met = sum(aligned.meets_best(place) for place in around)
    return len(around) > 1 and met >= _HALF * len(around)


def _is_kept(aligned: Alignment, cue: Cue, cues: Sequence[Cue]) -> bool:
    """Tell whether a cue is kept though none of its like bears on the same words."""
    if cue.kind in _FAR_REACHING and any(one.kind == cue.kind for one in aligned.statement.cues):
        reach = cue_reach(aligned.unit, cue)
        going_on = [one for one in aligned.statement.cues if one.kind == "aim_like"]
        if any(bears_on(aligned, one, reach) for one in going_on):
            return True
    if aligned.same_language:
        return False
    same = [one for one in aligned.statement.cues if one.kind == cue.kind]
    theirs = [
        one
        for one in aligned.unit.cues
        if one.kind in (cue.kind, _KIN.get(cue.kind)) and _in_play(aligned, one)
    ]
    head = cue_reach(aligned.unit, cue, 1)
    bare = cue.kind == "possible" and any(_saying(aligned, place) for place in head)
    return (bool(same) and len(same) >= len(theirs) and not bare) or lies_open(aligned, cue, cues)


def bears_on(aligned: Alignment, cue: Cue, reach: tuple[int, ...]) -> bool:
    """Tell whether a cue of the statement bears on any of those words of the unit.

    Where the statement says the first of them, it must bear on that one.
    """
    own = cue_reach(aligned.statement, cue)
    if reach and own and cue.kind not in _LOOSE:
        before = [place for place in aligned.statement.places() if place < cue.first][-1:]
        saying = _saying(aligned, reach[0])
        if saying and not any(at in own or at in before for at in saying):
            return False
    return not reach or any(aligned.near[mine, other] >= MET for mine in own for other in reach)


def _saying(aligned: Alignment, place: int) -> list[int]:
    """Return the words of the statement that meet a word of the unit."""
    near = aligned.near[:, place]
    return [at for at in aligned.statement.places() if near[at] >= MET]


def lies_open(aligned: Alignment, cue: Cue, cues: Sequence[Cue]) -> bool:
    """Tell whether a cue of the unit may be one of ``cues``, though no word shows it.

    So it is where nothing in the statement meets what the cue bears on, and there are as
    many cues here as there.
    """
    if any(aligned.unit_met(place) >= MET for place in cue_reach(aligned.unit, cue)):
        return False
    same = [one for one in aligned.unit.cues if one.kind == cue.kind]
    return len(cues) >= len(same)


def cue_reach(reading: Reading, cue: Cue, words: int = _REACH) -> tuple[int, ...]:
    """Return the places of the words that a cue bears on, those behind it or else before."""
    places = reading.places()
    behind = tuple(place for place in places if place > cue.last)[:words]
    if reading.tokens[0].word in _ADJUNCT and reading.tokens[cue.last].clause == 0:
        here = tuple(place for place in behind if reading.tokens[place].clause == 0)
        behind = here or behind
    return behind or tuple(place for place in reversed(places) if place < cue.first)[:words]


def said(reading: Reading, cue: Cue) -> str:
    """Return a cue as it stands in its text."""
    return reading.text[reading.tokens[cue.first].start : reading.tokens[cue.last].end]
