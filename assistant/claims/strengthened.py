"""Whether a statement is more certain than its source, or of more, or of what is done already."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from assistant.claims.coverage import MET, Alignment
from assistant.claims.cue_kinds import CueKind
from assistant.claims.modality import bears_on, cue_reach
from assistant.claims.modality import said as said_cue
from assistant.claims.verdicts import Problem, ProblemCode
from assistant.claims.words import Cue, Reading

__all__ = ["strengthening_problems"]

_NEAR: Final = 3
"""Tokens behind a mark of what is done in which its verb stands."""
_ADDED: Final[Mapping[CueKind, ProblemCode]] = {
    "certain": "certainty",
    "success": "certainty",
    "all": "certainty",
    "each": "certainty",
    "almost": "certainty",
    "not_all": "negation",
    "only": "certainty",
    "must": "certainty",
    "own_finding": "reported",
}
"""The cues that a statement may not add."""


_OF_MEANING: Final = frozenset({"success", "must", "own_finding"})
"""Of these the words carry meaning, and any that is near will do."""
_UNFINISHED: Final = frozenset({"future", "aim", "expected", "not_yet", "chance"})
_DONE: Final = frozenset(
    (
        *("telah", "sudah", "udah", "parantos", "geus", "tos", "has", "have", "had", "did"),
        *("already", "was", "were"),
    )
)
_ALSO_SAID: Final[Mapping[CueKind, frozenset[CueKind]]] = {
    "all": frozenset({"each"}),
    "only": frozenset({"only_like"}),
    "each": frozenset({"all", "each_like"}),
}
"""What bears out a cue that a statement may not add, besides its like."""


def strengthening_problems(aligned: Alignment) -> tuple[Problem, ...]:
    """Return what the statement makes stronger, or gives as done, and the unit does not."""
    return (*_added(aligned), *_finished(aligned))


def _added(aligned: Alignment) -> Iterator[Problem]:
    kinds = {cue.kind for cue in aligned.unit.cues}
    denied = {
        place
        for cue in aligned.unit.cues
        if cue.kind == "not_only"
        for place in range(cue.first, cue.last + 1)
    }
    said = [place for place in range(len(aligned.unit.tokens)) if place not in denied]
    for cue in aligned.statement.cues:
        if cue.kind == "not_only" and "only" in kinds and "not_only" not in kinds:
            yield Problem("negation", said_cue(aligned.statement, cue))
        code = _ADDED.get(cue.kind)
        if code is None or _is_said_there(aligned, cue):
            continue
        least = MET if cue.kind in _OF_MEANING else 1.0
        own = aligned.near[cue.first : cue.last + 1][:, said]
        if own.size == 0 or bool((own.max(axis=1, initial=0.0) < least).any()):
            yield Problem(code, said_cue(aligned.statement, cue))


def _finished(aligned: Alignment) -> Iterator[Problem]:
    """Find *has built* where the source has *will build*, *aims to build* or the like."""
    open_at = {
        place: cue
        for cue in aligned.unit.cues
        if cue.kind in _UNFINISHED
        for place in cue_reach(aligned.unit, cue, 1)
        if place > cue.last
    }
    done_at = {
        place
        for at, word in enumerate(aligned.unit.words)
        if word in _DONE
        for place in [_following(aligned.unit, at)]
    }
    for at, word in enumerate(aligned.statement.words):
        if word not in _DONE:
            continue
        mine = _following(aligned.statement, at)
        if any(cue.kind == "chance" and cue.last < at for cue in aligned.statement.cues):
            chances = [cue for cue in aligned.unit.cues if cue.kind == "chance"]
            if chances and not done_at:
                yield Problem("aim", said_cue(aligned.unit, chances[0]))
        if mine is None or aligned.met(mine) < MET:
            continue
        theirs = int(aligned.near[mine].argmax())
        if theirs in open_at and theirs not in done_at:
            yield Problem("aim", said_cue(aligned.unit, open_at[theirs]))


def _following(reading: Reading, place: int) -> int | None:
    """Return the word that carries meaning behind a token, with no cue between, if it is close."""
    kept = {at for cue in reading.cues for at in range(cue.first, cue.last + 1)}
    for at in range(place + 1, min(place + 1 + _NEAR, len(reading.tokens))):
        if at in kept:
            return None
        if reading.tokens[at].content:
            return at
    return None


def _is_said_there(aligned: Alignment, cue: Cue) -> bool:
    """Tell whether the unit says the same of the same: *all* of the *cities*."""
    kinds = {cue.kind, *_ALSO_SAID.get(cue.kind, ())}
    theirs = [one for one in aligned.unit.cues if one.kind in kinds]
    if cue.kind in _OF_MEANING:
        return bool(theirs)
    if any(bears_on(aligned, cue, cue_reach(aligned.unit, one)) for one in theirs):
        return True
    reach = cue_reach(aligned.statement, cue)
    mine = [one for one in aligned.statement.cues if one.kind == cue.kind]
    unmet = not any(aligned.met(place) >= MET for place in reach)
    return (
        not aligned.same_language and len(mine) <= len(theirs) and (unmet or cue.kind == "not_all")
    )
