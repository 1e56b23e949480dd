"""The foreign term in a quote: what its author would print in italics, e.g. *sister city*.

Academic Indonesian and Sundanese keep English terms, and *what is that?* behind such a quote
asks about the term.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import Final

from assistant.question import question_language
from corpus.encoder import load_language_classifier
from corpus.text import words

__all__ = ["LONGEST_TERM", "foreign_term"]

LONGEST_TERM: Final = 4
"""Words of a term at most."""
LIKELY: Final = 0.5
"""The probability from which two neighbouring words are taken as English."""
_OF: Final = frozenset(("of",))
_ENDS: Final = ",.;:?!)"
_MARKS: Final = "?!.,;:()“”\"'’"


@lru_cache(maxsize=256)
def foreign_term(text: str, said: frozenset[str] = frozenset()) -> str:
    """Return the first English term in a text of another language, or nothing.

    Args:
        text: A quote or a part of one.
        said: Folded words; a term that has no other is passed over.
    """
    if question_language(text) == "en":
        return ""
    tokens = [*text.split(), ""]
    run: list[str] = []
    for left, right in pairwise(tokens):
        foreign = bool(right) and left[-1] not in _ENDS and _is_english(left, right)
        if foreign or run:
            run.append(left.strip(_MARKS))
        if run and not foreign:
            if len(run) <= LONGEST_TERM and not set(words(" ".join(run))) <= said:
                return " ".join(run)
            run = []
    return ""


def _is_english(left: str, right: str) -> bool:
    """Tell whether two neighbouring words are English and no names."""
    names = {token[:1].isupper() for token in (left, right)}
    if True in names and not _OF & set(words(f"{left} {right}")):
        return False
    return load_language_classifier().probabilities(f"{left} {right}")["en"] >= LIKELY
