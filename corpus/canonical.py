"""Canonical text: what is shown and quoted, with its way back to the raw file.

Canonical text differs from the file in four ways only: emphasis marks are gone, and
Unicode tag characters, which write what no reader sees; whitespace is folded, and
paragraphs that a page break cut are joined. Every character of it remembers where in the
file it stands, so every quote reads back.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from corpus.errors import SitirError
from corpus.records import Segment, Span

__all__ = ["MappedText", "fold_whitespace", "raw_span", "strip_emphasis"]

_COMBINING: Final = "\u0300-\u036f"
_STARS: Final = re.compile(r"\*+")
_BLANK_LINE: Final = re.compile(r"\n\s*\n")
_SHORT_MARKS: Final = (
    re.compile(
        rf"(?<![\\*\w{_COMBINING}])(?P<marks>\*)(?=[^\s*\0])"
        r"(?:(?!\n\s*\n)[^*])*?(?<=[^\s*])(?P=marks)"
    ),
    re.compile(
        rf"(?<![\\_\w{_COMBINING}])(?P<marks>_{{1,3}})(?=[^\s_])"
        r"(?:(?!\n\s*\n)[^_])*?(?<=[^\s_])(?P=marks)(?![_\w])"
    ),
)
_SPACES: Final = re.compile(r"\s+")
_TAGS: Final = re.compile("[\U000e0000-\U000e007f]+")


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
    def gather(cls, raw: str, spans: Iterable[Span]) -> MappedText:
        """Return the characters of ``raw`` in ``spans``, which are ascending."""
        text: list[str] = []
        offsets: array[int] = array("q")
        for span in spans:
            text.append(raw[span.start : span.end])
            offsets.extend(range(span.start, span.end))
        return cls("".join(text), offsets)

    def cleaned(self) -> MappedText:
        """Return the text without emphasis marks and tags, whitespace folded and stripped."""
        seen = _without(self, [Span(*match.span()) for match in _TAGS.finditer(self.text)])
        return _folded(_without(seen, _emphasis_marks(seen.text)))

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


def _without(mapped: MappedText, marks: Sequence[Span]) -> MappedText:
    """Return a text without the ascending ``marks``."""
    if not marks:
        return mapped
    offsets: array[int] = array("q")
    kept = _between(marks, len(mapped.text))
    for span in kept:
        offsets.extend(mapped.offsets[span.start : span.end])
    return MappedText("".join(mapped.text[s.start : s.end] for s in kept), offsets)


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


def _emphasis_marks(text: str) -> list[Span]:
    """Return where the emphasis marks of ``text`` stand, ascending, nested ones included."""
    if "*" not in text and "_" not in text:
        return []
    marks = _long_marks(text)
    # What encloses an italic word is out of the way of the shorter marks.
    masked = bytearray(len(text))
    for span in marks:
        masked[span.start : span.end] = b"\1" * (span.end - span.start)
    seen = "".join("\0" if hidden else char for char, hidden in zip(text, masked, strict=True))
    for pattern in _SHORT_MARKS:
        for match in pattern.finditer(seen):
            size = len(match["marks"])
            marks.append(Span(match.start(), match.start() + size))
            marks.append(Span(match.end() - size, match.end()))
    return sorted(marks, key=lambda span: span.start)


def _long_marks(text: str) -> list[Span]:
    """Return the marks ``**`` and ``***``; a bold title may hold an italic word.

    Looks at each run of asterisks once, so that many open marks cost no more than one.
    """
    runs = [Span(*match.span()) for match in _STARS.finditer(text)]
    if all(run.end - run.start == 1 for run in runs):
        return []
    breaks = [match.start() for match in _BLANK_LINE.finditer(text)]
    closers = {size: _next_closers(text, runs, size) for size in (2, 3)}
    marks: list[Span] = []
    place = 0
    while place < len(runs):
        start, place = runs[place].start, place + 1
        for size in _opening_sizes(text, runs[place - 1]):
            closer = closers[size][place]
            if closer < len(runs) and not _crosses(breaks, start, runs[closer].end):
                end = runs[closer].end
                marks += [Span(start, start + size), Span(end - size, end)]
                place = closer + 1
                break
    return marks


def _opening_sizes(text: str, run: Span) -> tuple[int, ...]:
    """Return the sizes of mark that a run of asterisks may open, the longest first."""
    size = run.end - run.start
    if size not in {2, 3} or text[run.end : run.end + 1].isspace() or run.end == len(text):
        return ()
    before = text[run.start - 1 : run.start]
    if before in {"\\", "_"} or before.isalnum() or unicodedata.combining(before or " "):
        return ()
    return (2,) if size == 2 else (3, 2)  # noqa: PLR2004 - the two long marks


def _next_closers(text: str, runs: Sequence[Span], size: int) -> list[int]:
    """Return, for each place in ``runs``, the first run from there that closes ``size``."""
    found = [len(runs)] * (len(runs) + 1)
    for place in range(len(runs) - 1, -1, -1):
        run = runs[place]
        length = run.end - run.start
        closes = length > size or (length == size and not text[run.start - 1 : run.start].isspace())
        found[place] = place if closes and run.start else found[place + 1]
    return found


def _crosses(breaks: Sequence[int], start: int, end: int) -> bool:
    """Tell whether one of the ascending ``breaks`` lies in ``[start, end)``."""
    place = bisect_right(breaks, start)
    return place < len(breaks) and breaks[place] < end


def _between(marks: Sequence[Span], length: int) -> list[Span]:
    """Return the spans of ``[0, length)`` that lie between the ascending ``marks``."""
    spans: list[Span] = []
    start = 0
    for mark in marks:
        if mark.start > start:
            spans.append(Span(start, mark.start))
        start = mark.end
    if start < length:
        spans.append(Span(start, length))
    return spans


def strip_emphasis(text: str) -> str:
    """Return ``text`` without its emphasis marks."""
    kept = _between(_emphasis_marks(text), len(text))
    return "".join(text[span.start : span.end] for span in kept)


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
