"""Canonical text: what is shown and quoted, with its way back to the raw file.

Canonical text differs from the file in three ways only: emphasis marks are gone,
whitespace is folded, and paragraphs that a page break cut are joined. Every character
of it remembers where in the file it stands, so every quote reads back.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from corpus.errors import SitirError
from corpus.records import Segment, Span

__all__ = ["MappedText", "fold_whitespace", "raw_span", "strip_emphasis"]

_MARKS: Final = (
    # A bold title may hold an italic word, so the longer marks look past the shorter ones.
    re.compile(
        r"(?<![\\*\w])(?P<marks>\*{2,3})(?=[^\s*])(?:(?!\n\s*\n).)*?\S(?P=marks)(?!\*)", re.DOTALL
    ),
    re.compile(r"(?<![\\\w])(?P<marks>\*)(?=[^\s*])[^*]*?(?<=[^\s*])(?P=marks)"),
    re.compile(r"(?<![\\_\w])(?P<marks>_{1,3})(?=[^\s_])[^_\n]*?(?<=[^\s_])(?P=marks)(?![_\w])"),
)
_SPACES: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class MappedText:
    """Text whose every character knows its place in the raw file.

    ``offsets[i]`` is the raw offset of ``text[i]``; ascending.
    """

    text: str
    offsets: array[int]

    def __post_init__(self) -> None:
        if len(self.text) != len(self.offsets):
            raise ValueError("text and offsets differ in length")

    @classmethod
    def of(cls, raw: str, start: int = 0, end: int | None = None) -> MappedText:
        """Return ``raw[start:end]``, unchanged."""
        stop = len(raw) if end is None else end
        return cls(raw[start:stop], array("q", range(start, stop)))

    @classmethod
    def join(cls, parts: Iterable[MappedText], separator: str) -> MappedText:
        """Return the non-empty ``parts`` with ``separator`` between them.

        The separator's characters take the raw offset just behind the part before.
        """
        text: list[str] = []
        offsets: array[int] = array("q")
        for part in parts:
            if not part.text:
                continue
            if offsets:
                text.append(separator)
                offsets.extend([offsets[-1] + 1] * len(separator))
            text.append(part.text)
            offsets.extend(part.offsets)
        return cls("".join(text), offsets)

    def slice(self, start: int, end: int | None = None) -> MappedText:
        """Return the characters ``[start, end)``."""
        return MappedText(self.text[start:end], self.offsets[start:end])

    def cleaned(self) -> MappedText:
        """Return the text without emphasis marks, whitespace folded and stripped."""
        return _folded(self._keeping(_emphasis_free(self.text)))

    def segments(self, at: int) -> tuple[Segment, ...]:
        """Return the runs that stand unchanged in the file, this text starting at ``at``."""
        runs: list[Segment] = []
        begin = 0
        for position in range(1, len(self.offsets) + 1):
            ends = position == len(self.offsets)
            if ends or self.offsets[position] != self.offsets[position - 1] + 1:
                runs.append(Segment(at + begin, self.offsets[begin], position - begin))
                begin = position
        return tuple(runs)

    def _keeping(self, spans: Sequence[Span]) -> MappedText:
        offsets: array[int] = array("q")
        for span in spans:
            offsets.extend(self.offsets[span.start : span.end])
        return MappedText("".join(self.text[s.start : s.end] for s in spans), offsets)


def _folded(mapped: MappedText) -> MappedText:
    text: list[str] = []
    offsets: array[int] = array("q")
    position = 0
    for match in _SPACES.finditer(mapped.text):
        text.append(mapped.text[position : match.start()])
        offsets.extend(mapped.offsets[position : match.start()])
        if offsets and match.end() < len(mapped.text):
            text.append(" ")
            offsets.append(mapped.offsets[match.start()])
        position = match.end()
    text.append(mapped.text[position:])
    offsets.extend(mapped.offsets[position:])
    return MappedText("".join(text), offsets)


def _emphasis_free(text: str) -> list[Span]:
    """Return the spans of ``text`` that are not emphasis marks, nested marks included."""
    dropped = bytearray(len(text))
    for pattern in _MARKS:
        for match in pattern.finditer(text):
            size = len(match["marks"])
            dropped[match.start() : match.start() + size] = b"\1" * size
            dropped[match.end() - size : match.end()] = b"\1" * size
    spans: list[Span] = []
    start = 0
    for position in range(len(text) + 1):
        if position == len(text) or dropped[position]:
            if position > start:
                spans.append(Span(start, position))
            start = position + 1
    return spans


def strip_emphasis(text: str) -> str:
    """Return ``text`` without its emphasis marks."""
    return "".join(text[span.start : span.end] for span in _emphasis_free(text))


def fold_whitespace(text: str) -> str:
    """Return ``text`` with each run of whitespace as one space, stripped."""
    return _SPACES.sub(" ", text).strip()


def raw_span(segments: Sequence[Segment], start: int, end: int) -> Span:
    """Return where canonical ``[start, end)`` stands in the raw file.

    Raises:
        SitirError: The span is empty or lies outside of the file's share.
    """
    if start >= end or not segments:
        raise SitirError(f"no text at [{start}, {end})")
    return Span(_raw_offset(segments, start), _raw_offset(segments, end - 1) + 1)


def _raw_offset(segments: Sequence[Segment], position: int) -> int:
    index = bisect_right(segments, position, key=lambda segment: segment.start) - 1
    if index < 0 or position >= segments[index].start + segments[index].length:
        raise SitirError(f"offset {position} is not in this file")
    return segments[index].raw_start + position - segments[index].start
