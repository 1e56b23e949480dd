"""Whether a statement denies what its source denies, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import numpy as np

from assistant.claims.coverage import MET, Alignment
from assistant.claims.modality import cue_reach, lies_open
from assistant.claims.verdicts import Problem
from assistant.claims.words import Cue, Reading
from assistant.word_similarity import WordSimilarity
from corpus.language import Language

__all__ = ["negation_problems"]

_DENYING: Final = ("negation", "not_yet")
_NEAREST: Final = 2
"""Words behind a negation that it bears on."""
_NEAREST_ABROAD: Final = 3
"""The same where the order of words may differ."""
_WHOLE: Final = 0.75
_WITHIN: Final = re.compile(
    r"(?P<un>un(?!der|ion|it|iver|iq|if|til|less|cle|dang)|non(?!e)|ketidak|dis(?=agre|advan|appro"
    r"|conti|satis|simil|abl|ord|orga|proport|hon|loy)|il(?=leg|lit|log)|ir(?=reg|rele|resp|revers)"
    r"|im(?=poss|prop|perf|bal|mat|mor|meas|prob|prec|part)|in(?=effect|effic|adequ|suffic"
    r"|compl|approp|formal|abilit|accur|consist|depend|equal|equit|visib|valid|capab|correct|secur"
    r"|stab|voluntar|sign|conven|feas|sens|just))(?P<rest>[a-z]{4,})"
)
"""A denial within a word: *ineffective*, *ketidakpastian*."""
_LACKING: Final = re.compile(
    r"(?P<rest>[a-z]{3,})less|gagal|kegagalan|kurang|kirang|fail(?:s|ed|ure|ures)?|lack(?:s|ed|ing)?"
    r"|mustahil|unable|absen(?:t|ce)|minus|pamohalan|non|anti|ketiadaan|teuayana|kasulitan|tuna"
)
_NOT_LACKING: Final = frozenset({"unless", "nonetheless", "nevertheless", "regardless"})


def negation_problems(aligned: Alignment, similarity: WordSimilarity) -> tuple[Problem, ...]:
    """Return the denials that are dropped, added, or hidden in a word."""
    return (*_dropped(aligned), *_added(aligned), *_hidden(aligned, similarity))


def _dropped(aligned: Alignment) -> Iterator[Problem]:
    kept = list(_denials(aligned.statement))
    soft = tuple(at for at in _soft_places(aligned.statement) if aligned.met(at) < 1.0)
    for cue in _denials(aligned.unit):
        if not _in_play(aligned, cue):
            continue
        reach = cue_reach(aligned.unit, cue)[: _nearest(aligned)]
        mine = next((one for one in kept if _meets(aligned, one, reach)), None)
        if mine is not None:
            kept.remove(mine)
            continue
        if _near_soft(aligned, soft, reach):
            continue
        open_ = not any(aligned.unit_met(at) >= MET for at in reach)
        if not aligned.same_language and ((soft and open_) or lies_open(aligned, cue, kept)):
            continue
        yield Problem("negation", _said(aligned.unit, cue))


def _added(aligned: Alignment) -> Iterator[Problem]:
    unit = list(_denials(aligned.unit))
    own = _denials(aligned.statement)
    soft = [at for at in _soft_places(aligned.unit) if aligned.unit_met(at) < 1.0]
    for cue in own:
        theirs = next(
            (
                one
                for one in unit
                if _meets(aligned, cue, cue_reach(aligned.unit, one)[: _nearest(aligned)])
            ),
            None,
        )
        if theirs is not None:
            unit.remove(theirs)
            continue
        reach = cue_reach(aligned.statement, cue)[: _nearest(aligned)]
        lacking = [at for at in soft if any(aligned.near[one, at] >= _SOFTLY for one in reach)]
        if lacking:
            soft.remove(lacking[0])
            continue
        unclear = not any(aligned.met(mine) >= MET for mine in reach)
        if unclear and not aligned.same_language and (unit or soft):
            continue
        yield Problem("negation", _said(aligned.statement, cue))


_SOFTLY: Final = 0.3


def _hidden(aligned: Alignment, similarity: WordSimilarity) -> Iterator[Problem]:
    """Find *ineffective* where the source has *effective*."""
    denied = {
        at
        for cue in _denials(aligned.unit)
        for at in cue_reach(aligned.unit, cue)[: _nearest(aligned)]
    }
    unit_soft = _soft_places(aligned.unit)
    for place in _soft_places(aligned.statement):
        word = aligned.statement.tokens[place].word
        match = _lacks(word, aligned.statement.language)
        rest = match and match["rest"]
        if not rest or aligned.met(place) == 1.0:
            continue
        if any(aligned.near[place, other] >= _SOFTLY for other in unit_soft):
            continue
        affirmed = similarity.similarity((rest,), aligned.unit.words)[0]
        if denied and max(affirmed[list(denied)], default=0.0) >= _SOFTLY:
            continue
        if float(np.max(affirmed, initial=0.0)) > max(aligned.met(place), _SOFTLY):
            yield Problem("negation", aligned.statement.tokens[place].raw)


def _nearest(aligned: Alignment) -> int:
    return _NEAREST if aligned.same_language else _NEAREST_ABROAD


def _denials(reading: Reading) -> tuple[Cue, ...]:
    return tuple(cue for cue in reading.cues if cue.kind in _DENYING)


def _soft_places(reading: Reading) -> tuple[int, ...]:
    return tuple(
        place
        for place, token in enumerate(reading.tokens)
        if token.word not in _NOT_LACKING and _lacks(token.word, reading.language)
    )


def _lacks(word: str, language: Language) -> re.Match[str] | None:
    within = _WITHIN.fullmatch(word)
    if within is not None and (language == "en") != word.startswith("ketidak"):
        return within
    return _LACKING.fullmatch(word)


def _in_play(aligned: Alignment, cue: Cue) -> bool:
    reach = cue_reach(aligned.unit, cue)[: _nearest(aligned)]
    return aligned.unit_coverage >= _WHOLE or any(aligned.unit_met(at) >= MET for at in reach)


def _meets(aligned: Alignment, cue: Cue, reach: tuple[int, ...]) -> bool:
    own = cue_reach(aligned.statement, cue)[: _nearest(aligned)]
    return not reach or any(aligned.near[mine, other] >= MET for mine in own for other in reach)


def _near_soft(aligned: Alignment, soft: tuple[int, ...], reach: tuple[int, ...]) -> bool:
    return any(
        aligned.near[mine, other] >= MET
        for at in soft
        for mine in range(at, min(at + _NEAREST + 1, len(aligned.statement.tokens)))
        for other in reach
    )


def _said(reading: Reading, cue: Cue) -> str:
    return reading.text[reading.tokens[cue.first].start : reading.tokens[cue.last].end]
