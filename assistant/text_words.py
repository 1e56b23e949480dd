"""The words of a text with their places in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from corpus.text import words

__all__ = ["TextWord", "text_words"]

_UNSEEN: Final = "\u00ad\u200b-\u200f\u2060\ufeff"
_TOKEN: Final = re.compile(
    rf"\d+(?:[.,]\d+)*%?"
    rf"|[^\W\d_](?:[^\W_]|[\u0300-\u036f{_UNSEEN}]|['\u2018\u2019\u02bc`\u00b4](?=[^\W\d_]))*"
)


@dataclass(frozen=True, slots=True)
class TextWord:
    """A word as it stands at ``[start, end)`` of a text, and folded as for search."""

    start: int
    end: int
    text: str
    folded: str


def text_words(text: str) -> tuple[TextWord, ...]:
    """Return the words of a text in order, each folded as ``corpus.text.words`` folds it.

    A hyphenated reduplication is two words; a word that a line's end hyphenates stays two.
    """
    return tuple(
        TextWord(match.start(), match.end(), match[0], "".join(words(match[0])))
        for match in _TOKEN.finditer(text)
    )
