"""What may differ between a quote and its source without altering it.

Whitespace, Unicode composition, characters that are not seen and the style of quotation
marks are folded; emphasis marks are taken away before (``corpus.canonical``). Nothing else:
case, spelling, dashes and punctuation are the text's own.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from typing import Final

from corpus.records import Span
from corpus.text import visible

__all__ = ["FoldedText", "fold_quoted"]

_MARKS: Final = str.maketrans(dict.fromkeys('"“”„‟«»‘’‚‛‹›`´′″〝〞＂＇ʼ', "'"))
_SPACES: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class FoldedText:
    """Folded text whose character ``i`` stands for ``[starts[i], ends[i])`` of its source."""

    text: str
    starts: array[int]
    ends: array[int]

    def span(self, start: int, end: int) -> Span:
        """Return where folded ``[start, end)``, which is not empty, stands in the source."""
        return Span(self.starts[start], self.ends[end - 1])

    def place(self, position: int) -> int:
        """Return the first folded character at or behind a place of the source."""
        return bisect_left(self.starts, position)


def fold_quoted(text: str) -> FoldedText:
    """Return ``text`` as quotes are compared: see the module."""
    marked = text.translate(_MARKS)
    if visible(marked) == marked and unicodedata.is_normalized("NFC", marked):
        return _spaces_folded(marked)
    return _composed(marked)


def _spaces_folded(text: str) -> FoldedText:
    parts: list[str] = []
    starts: array[int] = array("l")
    ends: array[int] = array("l")
    position = 0
    for match in _SPACES.finditer(text):
        _extend(parts, starts, ends, text, Span(position, match.start()))
        if parts and match.end() < len(text):
            parts.append(" ")
            starts.append(match.start())
            ends.append(match.end())
        position = match.end()
    _extend(parts, starts, ends, text, Span(position, len(text)))
    return FoldedText("".join(parts), starts, ends)


def _extend(parts: list[str], starts: array[int], ends: array[int], text: str, span: Span) -> None:
    if span.start < span.end:
        parts.append(text[span.start : span.end])
        starts.extend(range(span.start, span.end))
        ends.extend(range(span.start + 1, span.end + 1))


def _composed(text: str) -> FoldedText:
    """Fold character by character, each with the marks that combine with it."""
    parts: list[str] = []
    starts: array[int] = array("l")
    ends: array[int] = array("l")
    place = 0
    while place < len(text):
        first = place
        place += 1
        while place < len(text) and _continues(text[place]):
            place += 1
        piece = unicodedata.normalize("NFC", visible(text[first:place]))
        if piece.isspace():
            piece = " " if parts and parts[-1] != " " else ""
        for char in piece:
            parts.append(char)
            starts.append(first)
            ends.append(place)
    while parts and parts[-1] == " ":
        parts.pop()
        starts.pop()
        ends.pop()
    return FoldedText("".join(parts), starts, ends)


def _continues(char: str) -> bool:
    return unicodedata.combining(char) > 0 or not visible(char)
