"""Abbreviations in a question and the words that they stand for: *MoU*, *Memorandum of …*.

A text that has the words only is met by a question that has the abbreviation only. What
an abbreviation stands for is told by initials; no list of abbreviations is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from corpus.records import Span
from corpus.text import fold

__all__ = ["abbreviations", "spelled_out", "spelled_places"]

_WORD: Final = re.compile(r"[^\W\d_]+")
_CAPITALS: Final = 2
_SHORTEST: Final = 2
_LONGEST: Final = 6


def abbreviations(question: str) -> frozenset[str]:
    """Return the folded words of a question that look like abbreviations: two capitals or more.

    A question all in capitals has none that could be told.
    """
    if question.isupper():
        return frozenset()
    return frozenset(
        fold(word)
        for word in _WORD.findall(question)
        if _SHORTEST <= len(word) <= _LONGEST
        and sum(letter.isupper() for letter in word) >= _CAPITALS
    )


def spelled_out(text: str) -> frozenset[str]:
    """Return the folded initials of every run of two to six words that is written as a name.

    The first and the last word of a run are capitalised; those between may be small, as
    in *Memorandum of Understanding*.
    """
    return frozenset(initials for initials, _ in _runs(text))


def spelled_places(text: str, abbreviation: str) -> tuple[Span, ...]:
    """Return where the words stand that a folded abbreviation may be short for."""
    return tuple(span for initials, span in _runs(text) if initials == abbreviation)


def _runs(text: str) -> Iterator[tuple[str, Span]]:
    """Yield the runs of words that are written as a name, each with its initials."""
    words = list(_WORD.finditer(text))
    for start, first in enumerate(words):
        if not first[0][0].isupper():
            continue
        for length in range(_SHORTEST, _LONGEST + 1):
            run = words[start : start + length]
            if len(run) == length and run[-1][0][0].isupper():
                initials = fold("".join(word[0][0] for word in run))
                yield initials, Span(first.start(), run[-1].end())
