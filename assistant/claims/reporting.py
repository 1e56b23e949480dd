"""Whether a view that the source reports from another work is still told as that work's."""

from __future__ import annotations

import re
from typing import Final

from assistant.claims.coverage import MET, Alignment
from assistant.claims.name_writing import is_name
from assistant.claims.verdicts import Problem
from assistant.claims.words import Cue, Reading

__all__ = ["reporting_problems"]

_YEAR: Final = re.compile(r"(?:1[89]|20)\d\d")
_BEFORE: Final = 8
_BEHIND: Final = 6
"""Tokens around a verb of saying among which its author is looked for."""
_SAID: Final = 10
"""Words that carry meaning, behind a verb of saying, that are what is said."""
_LEAST_SAID: Final = 0.3
_NO_AUTHOR: Final = frozenset(
    {
        *("penulis", "peneliti", "penelitian", "skripsi", "tesis", "hasil", "author", "researcher"),
        *("researchers", "study", "thesis", "research", "panulis", "panalungtik", "panalungtikan"),
        *("data", "law", "hukum", "undang", "peraturan", "jadwal", "kamus", "plan", "rencana"),
    }
)
_LEADING: Final = frozenset({"menurut", "menurutnya", "according", "numutkeun", "nurutkeun"})


def reporting_problems(aligned: Alignment) -> tuple[Problem, ...]:
    """Return the views of others that the statement gives as plain fact."""
    if any(cue.kind == "reported" for cue in aligned.statement.cues):
        return ()
    told = set(aligned.statement.words)
    for cue in aligned.unit.cues:
        if cue.kind != "reported":
            continue
        authors = _authors(aligned.unit, cue)
        if authors and not told & authors and _says_it(aligned, cue):
            return (Problem("reported", _said(aligned.unit, cue)),)
    return ()


def _authors(unit: Reading, cue: Cue) -> frozenset[str]:
    """Return the names, in folded words, of whom a cue attributes something to; or none."""
    tokens = unit.tokens
    behind = range(cue.last + 1, min(cue.last + 1 + _BEHIND, len(tokens)))
    leads = bool(_LEADING & {token.word for token in tokens[cue.first : cue.last + 1]})
    if leads:
        if behind and tokens[behind[0]].word in _NO_AUTHOR:
            return frozenset()
        around = [at for at in behind if tokens[at].clause <= tokens[behind[0]].clause + 1]
    else:
        around = list(range(max(0, cue.first - _BEFORE), cue.first))
        if any(tokens[at].word in _NO_AUTHOR for at in around):
            return frozenset()
        around += list(behind)
    dated = any(_YEAR.fullmatch(tokens[at].word) for at in around)
    return frozenset(
        tokens[at].word
        for at in around
        if is_name(unit, at) or (dated and tokens[at].capital and tokens[at].content)
    )


def _says_it(aligned: Alignment, cue: Cue) -> bool:
    """Tell whether the statement says what is reported."""
    places = aligned.unit.places()
    said = [place for place in places if place > cue.last][:_SAID] or list(places)
    met = sum(aligned.unit_met(place) >= MET for place in said)
    return bool(said) and met >= _LEAST_SAID * len(said)


def _said(reading: Reading, cue: Cue) -> str:
    end = min(cue.last + 2, len(reading.tokens) - 1)
    return reading.text[reading.tokens[cue.first].start : reading.tokens[end].end]
