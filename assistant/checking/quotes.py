"""Where a text quotes: between quotation marks of any style.

A quote has at least three words; a word or two in marks are a term (“service city”). Inner
quotes belong to the outer one. Marks do not reach over the end of a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from corpus.records import Span

__all__ = ["Part", "count_words", "find_quotes", "split_parts"]

LEAST_WORDS: Final = 3
LONGEST_QUOTE: Final = 8_000
"""Marks that are further apart, in characters, are no pair."""
MOST_UNCLOSED: Final = 50
"""So many marks that open and do not close, and a paragraph is taken to quote no more."""

_CLOSERS: Final[Mapping[str, str]] = {
    "“": '”"“',
    "”": "”",
    "„": '“”"',
    "‟": "”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "‘": "’'",
    "‚": "‘’",
    "'": "'’",
    '"': '"”',
    "〝": "〞",
    "＂": "＂",
    "`": "'`",
}
"""Which marks may close a quote that a mark opened."""
_DIRECTED: Final = frozenset("“„«‹")
_MARKS: Final = frozenset("".join((*_CLOSERS, *_CLOSERS.values())))
_BEFORE: Final = re.compile(r"[\s(\[{—–\-/:;,“‘«„\"']")
_AFTER: Final = re.compile(r"[\s.,;:!?…)\]}—–\-/”’»“\"'¹²³⁴⁵⁶⁷⁸⁹⁰*_^\[(]")
_ELLIPSIS: Final = re.compile(r"\s*(?:\[\s*(?:…|\.{2,})\s*\]|\(\s*(?:…|\.{2,})\s*\)|…|\.{3,})\s*")


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a quote between ellipses, at ``span`` of the quote."""

    text: str
    span: Span


def find_quotes(text: str) -> tuple[Span, ...]:
    """Return what stands between quotation marks in a paragraph, without the marks, in order."""
    found: list[Span] = []
    place = unclosed = 0
    while place < len(text) and unclosed < MOST_UNCLOSED:
        if text[place] in _CLOSERS and _opens(text, place):
            end = _closing(text, place)
            if end is None:
                unclosed += 1
            elif count_words(text[place + 1 : end]) >= LEAST_WORDS:
                found.append(_stripped(text, place + 1, end))
                place = end
        place += 1
    return tuple(found)


def count_words(text: str) -> int:
    """Return how many words with a letter or digit ``text`` has."""
    return sum(any(char.isalnum() for char in token) for token in text.split())


def split_parts(quote: str) -> tuple[Part, ...]:
    """Return the pieces of a quote between its ellipses (``…``, ``[...]``), empty ones left out."""
    cuts = [Span(*match.span()) for match in _ELLIPSIS.finditer(quote)]
    edges = (Span(0, 0), *cuts, Span(len(quote), len(quote)))
    spans = [Span(left.end, right.start) for left, right in pairwise(edges)]
    return tuple(
        Part(quote[span.start : span.end], span)
        for span in spans
        if count_words(quote[span.start : span.end])
    )


def _opens(text: str, place: int) -> bool:
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    return (not before or _BEFORE.match(before) is not None) and bool(after) and not after.isspace()


def _closing(text: str, place: int, *, nested: bool = True) -> int | None:
    """Return where the quote opened at ``place`` closes, ``None`` when it does not."""
    open_marks = [text[place]]
    for at in range(place + 1, min(len(text), place + LONGEST_QUOTE)):
        char = text[at]
        if char not in _MARKS:
            continue
        if char in _CLOSERS[open_marks[-1]] and _closes(text, at):
            open_marks.pop()
            if not open_marks:
                return at
        elif char in (_CLOSERS if nested else _DIRECTED) and _opens(text, at):
            open_marks.append(char)
    # An inner straight mark that is never closed, an apostrophe perhaps, hides no quote.
    return _closing(text, place, nested=False) if nested else None


def _closes(text: str, at: int) -> bool:
    after = text[at + 1 : at + 2]
    return not text[at - 1].isspace() and (not after or _AFTER.match(after) is not None)


def _stripped(text: str, start: int, end: int) -> Span:
    inside = text[start:end]
    left = len(inside) - len(inside.lstrip())
    return Span(start + left, start + len(inside.rstrip()))
