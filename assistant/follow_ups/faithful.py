"""Whether a rewriting of a follow-up still asks what the follow-up asked.

A rewriter may be a language model that errs, or that obeys an order in what was said
before. What it returns is shown and searched, so it must be the reader's own question.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from assistant.follow_ups.words import GENERIC
from assistant.question import Question, read_question
from corpus.text import words

__all__ = ["LONGEST_REWRITE", "is_faithful"]

LONGEST_REWRITE: Final = 500
"""Characters that a rewriter may add to a question."""
_ADDRESS: Final = re.compile(r"://|\bwww\.|@\w", re.IGNORECASE)
_ALIKE: Final = 0.5
"""The share of trigrams (Dice) from which two words are forms of one."""
_KEPT: Final = 0.5
"""The share of a follow-up's own words that a rewriting keeps at least."""


def is_faithful(rewritten: str, own: Question, history: Sequence[tuple[str, str]]) -> bool:
    """Tell whether a rewriting is short, asks for the same, and adds no name or address.

    Names and numbers of the follow-up must stand in it as they are, and of its other words
    half in some form; those that it adds must have been said before.

    Args:
        rewritten: What the rewriter returned.
        own: The follow-up.
        history: The turns before, (question, answer) each.
    """
    if not rewritten.strip() or len(rewritten) > len(own.text) + LONGEST_REWRITE:
        return False
    if _ADDRESS.search(rewritten) and not _ADDRESS.search(own.text):
        return False
    read = read_question(rewritten)
    said = frozenset(words(" ".join((own.text, *(part for turn in history for part in turn)))))
    if not (own.names <= frozenset(read.words) and read.names <= said):
        return False
    return (not own.types or bool(own.types & read.types)) and _keeps(read, own)


def _keeps(read: Question, own: Question) -> bool:
    asked = [word for word in own.content if word not in GENERIC]
    kept = sum(any(_alike(word, other) for other in read.words) for word in asked)
    return kept >= _KEPT * len(asked)


def _alike(left: str, right: str) -> bool:
    """Tell whether two folded words may be forms of one, e.g. *gubernurnya* and *gubernur*."""
    if left == right:
        return True
    mine, other = _trigrams(left), _trigrams(right)
    return 2 * len(mine & other) >= _ALIKE * (len(mine) + len(other))


def _trigrams(word: str) -> frozenset[str]:
    padded = f" {word} "
    return frozenset(padded[place : place + 3] for place in range(len(padded) - 2))
