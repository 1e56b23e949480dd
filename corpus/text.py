"""Text for search: folding and words.

Search never shows what it folds. Canonical text, which is shown and quoted, is made
in ``corpus.canonical``.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import filterfalse
from typing import Final

__all__ = ["count_words", "fold", "ngrams", "printable", "visible", "whole", "words"]

_INVISIBLE: Final = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""Soft hyphens, zero-width and direction marks, variation selectors, tag characters."""
_DASHES: Final = re.compile("[\u2010-\u2015\u2212]")
_APOSTROPHES: Final = re.compile("[\u2018\u2019\u02bc\u00b4`]")
_LONE: Final = re.compile("[\ud800-\udfff]")
_WORD: Final = re.compile(r"\d+(?:[.,]\d+)*%?|[^\W\d_]+(?:'[^\W\d_]+)*\d*")


_LETTERS: Final = r"[^\W\d_]"
_BROKEN: Final = re.compile(
    rf"(?<!{_LETTERS})(?P<first>{_LETTERS}++)-\s+"
    rf"(?!(?:dan|and|atau|or|to|serta|jeung|atawa|sareng)\b)(?=(?P<rest>{_LETTERS}+))"
)
"""A word that a line's end hyphenates; *pre- and post-* is none."""


def whole(text: str) -> str:
    """Return ``text`` with U+FFFD for each lone surrogate: half a character is none.

    A browser may send one, and nothing can encode or store it.
    """
    return text if text.isascii() else _LONE.sub("\ufffd", text)


def visible(text: str) -> str:
    """Return ``text`` without the characters that are not seen, e.g. soft hyphens."""
    return _INVISIBLE.sub("", text)


def printable(text: str) -> str:
    """Return ``text`` on one line, without what is not seen or cannot be stored.

    Control characters, direction marks and lone surrogates are dropped, runs of
    whitespace are one space.
    """
    return " ".join("".join(c for c in text if c.isprintable() or c.isspace()).split())


def count_words(text: str) -> int:
    """Return how many words ``text`` has, as a word processor counts: between spaces."""
    return sum(any(map(str.isalnum, word)) for word in text.split())


def fold(text: str) -> str:
    """Return ``text`` without case, accents, invisible characters and kinds of dash.

    Sundanese is written with and without its accents (``éféktif``, ``efektif``), so
    both must meet.
    """
    if text.isascii():
        return text.replace("`", "'").casefold()
    plain = _APOSTROPHES.sub("'", _DASHES.sub("-", visible(text)))
    decomposed = unicodedata.normalize("NFKD", plain).casefold()
    return "".join(filterfalse(unicodedata.combining, decomposed))


def words(text: str) -> tuple[str, ...]:
    """Return the folded words of ``text``, in order.

    A number keeps its separators and its percent sign (``17,3%``); a hyphenated
    reduplication (``kota-kota``) is two words, a word that was hyphenated at a line's end
    (``interna- sional``) is one; an English possessive is its noun; other punctuation is
    no word.
    """
    whole = _BROKEN.sub(_unbroken, fold(text))
    return tuple(word.removesuffix("'s") for word in _WORD.findall(whole))


def _unbroken(match: re.Match[str]) -> str:
    repeats = match["rest"].startswith(match["first"])
    return match[0] if repeats else match["first"]


def ngrams(word: str, shortest: int = 3, longest: int = 5) -> frozenset[str]:
    """Return the character n-grams of a folded ``word``, its two edges marked."""
    marked = f"<{word}>"
    return frozenset(
        marked[start : start + size]
        for size in range(shortest, longest + 1)
        for start in range(len(marked) - size + 1)
    )
