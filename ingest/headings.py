"""Which lines are headings: numbered, named, chapters, and Markdown's two kinds.

A line of a table of contents names a heading and is none; neither is a sentence that
happens to begin like one (``Bab II membahas …``, ``1.5 juta orang``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from corpus.canonical import fold_whitespace, strip_emphasis
from corpus.records import Span
from corpus.text import visible

__all__ = [
    "CHAPTER",
    "NUMBERED",
    "Heading",
    "Line",
    "find_heading",
    "is_contents_line",
    "read_lines",
    "runs_on",
]

_FRONT_AND_BACK: Final = (
    "ABSTRAK|ABSTRACT|RINGKESAN|INTISARI|SARI|KATA PENGANTAR|PRAKATA|PANGJAJAP|PREFACE|DAFTAR ISI|"
    "DAFTAR TABEL|DAFTAR GAMBAR|DAFTAR PUSTAKA|PUSTAKA ACUAN|REFERENCES|BIBLIOGRAPHY|LAMPIRAN|"
    "ACKNOWLEDGEMENTS?|UCAPAN TERIMA KASIH|APPENDIX|INTRODUCTION|CONCLUSIONS?|SUMMARY|"
    "TABLE OF CONTENTS|CONTENTS|DAPTAR EUSI|PENDAHULUAN|BUBUKA"
)
_NAMED: Final = re.compile(rf"\W*(?:{_FRONT_AND_BACK})\W*", re.IGNORECASE)
_CONTENTS: Final = re.compile(
    r"\W*(?:DAFTAR (?:ISI|TABEL|GAMBAR)|DAPTAR EUSI|(?:TABLE OF )?CONTENTS)\W*", re.IGNORECASE
)
CHAPTER: Final = re.compile(
    r"(?:BAB|CHAPTER)\s+(?P<number>[IVXLC]+|\d{1,2})\b\s*[.:–—-]?\s*(?P<title>.*)", re.IGNORECASE
)
NUMBERED: Final = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){1,5})\.?\s+(?P<title>\S.*)")
_HASHES: Final = re.compile(r"\s{0,3}(?P<hashes>#{1,6})\s+(?=\S)")
_UNDERLINE: Final = re.compile(r"\s{0,3}(?P<rule>={3,}|-{3,})\s*")
_DOT_LEADER: Final = re.compile(r"(?:\.\s?){4,}|…{2,}|_{4,}|\t\s*\d+\s*$")
_PAGE_NUMBER: Final = re.compile(r"\s(?:\d{1,4}|[ivxlc]{1,6})\s*$")
_ENDS: Final = re.compile(r"[.?!…:;)][”\"’')\]»]*$|[”\"]$")
_MOST_WORDS: Final = 18
_MOST_CHARACTERS: Final = 300
_WRAPPED: Final = 40
"""A line of running text that was broken at a margin has at least these many characters."""
_NUMBER_AND_WORD: Final = 2
_SHORT_WORD: Final = 5
"""Words shorter than this may be small in a title: *dan*, *yang*, *with*."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the file: its ``span``, its break included, and what is seen of it.

    ``plain`` is without emphasis marks, its whitespace folded; empty for a blank line, and
    for one that is too long for a heading.
    """

    span: Span
    seen: str
    plain: str

    @property
    def blank(self) -> bool:
        """Whether nothing is seen on it."""
        return not self.seen


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that takes up the lines before ``after``.

    ``spans`` are what is read of it, ``level`` that of a Markdown heading, else 0.
    ``contents`` tells that a table of contents follows.
    """

    spans: tuple[Span, ...]
    after: int
    level: int = 0
    contents: bool = False


def read_lines(raw: str) -> tuple[Line, ...]:
    """Return the lines of a file; a page break ends a line."""
    lines: list[Line] = []
    start = 0
    for text in raw.splitlines(keepends=True):
        seen = visible(text).strip()
        short = len(seen) <= _MOST_CHARACTERS
        plain = fold_whitespace(strip_emphasis(seen)) if short else ""
        lines.append(Line(Span(start, start + len(text)), seen, plain))
        start += len(text)
    return tuple(lines)


def is_contents_line(line: Line, *, listed: bool) -> bool:
    """Tell whether a line is one of a table of contents.

    Args:
        line: The line.
        listed: A table of contents was opened above, so a page number is enough.
    """
    if not line.plain:
        return False
    return bool(_DOT_LEADER.search(line.seen) or (listed and _PAGE_NUMBER.search(line.plain)))


def runs_on(line: Line | None) -> bool:
    """Tell whether the sentence of a line goes on below it: the margin broke the line."""
    if line is None:
        return False
    return len(line.seen) >= _WRAPPED and not _ENDS.search(line.seen) and not line.seen.isupper()


def find_heading(
    raw: str, lines: Sequence[Line], place: int, above: Line | None, *, listed: bool
) -> Heading | None:
    """Return the heading that starts on a line, ``None`` when none does.

    Args:
        raw: The file.
        lines: Its lines.
        place: The line's place in ``lines``.
        above: The line of the same paragraph just above it.
        listed: A table of contents was opened above.
    """
    line = lines[place]
    below = lines[place + 1] if place + 1 < len(lines) else None
    if marks := _HASHES.match(line.seen):
        contents = bool(_CONTENTS.fullmatch(line.plain.lstrip("# ")))
        return Heading((_title(raw, line),), place + 1, len(marks["hashes"]), contents)
    if not line.plain or len(line.plain.split()) > _MOST_WORDS:
        return None
    if is_contents_line(line, listed=listed) or runs_on(above):
        return None
    if below is not None and above is None and _is_underlined(line, below):
        return Heading((line.span,), place + 2, 1 if below.seen[0] == "=" else 2)
    return _plain_heading(lines, place)


def _plain_heading(lines: Sequence[Line], place: int) -> Heading | None:
    line = lines[place]
    chapter = CHAPTER.fullmatch(line.plain)
    if chapter is not None and not chapter["title"]:
        return _chapter(lines, place)
    words = len(line.plain.split())
    if line.plain.endswith((".", ";", ",", ":")) and words > _NUMBER_AND_WORD:
        return None
    if _NAMED.fullmatch(line.plain):
        return Heading((line.span,), place + 1, contents=bool(_CONTENTS.fullmatch(line.plain)))
    titled = chapter or NUMBERED.fullmatch(line.plain)
    if titled is None or _first_letter(titled["title"]).islower() or _goes_on(lines, place):
        # "Bab I membahas …" is a sentence, "Bab I Pendahuluan" is not.
        return None
    return Heading((line.span,), place + 1)


def _chapter(lines: Sequence[Line], place: int) -> Heading:
    """Join ``BAB I`` with the title below it, which may take two lines of capitals."""
    spans = [lines[place].span]
    after = place + 1
    title = next((i for i in range(after, len(lines)) if not lines[i].blank), None)
    if title is not None and _is_title(lines, title):
        capitals = lines[title].plain.isupper()
        while True:
            spans.append(lines[title].span)
            after = title = title + 1
            more = title < len(lines) and capitals and lines[title].plain.isupper()
            if not more or not _is_title(lines, title) or _NAMED.fullmatch(lines[title].plain):
                break
    return Heading(tuple(spans), after)


def _is_title(lines: Sequence[Line], place: int) -> bool:
    plain = lines[place].plain
    words = plain.split()
    if not plain or len(words) > _MOST_WORDS or _goes_on(lines, place):
        return False
    if _NAMED.fullmatch(plain):
        return True
    if CHAPTER.fullmatch(plain) or NUMBERED.fullmatch(plain) or _ENDS.search(plain):
        return False
    if plain.isupper():
        return True
    letters = [word for word in words if word[0].isalpha()]
    return len(letters) == len(words) and all(
        word[0].isupper() or (place and len(word) < _SHORT_WORD) for place, word in enumerate(words)
    )


def _goes_on(lines: Sequence[Line], place: int) -> bool:
    """Tell whether the next line goes on in lower case, as a sentence does."""
    below = lines[place + 1] if place + 1 < len(lines) else None
    return below is not None and below.seen[:1].islower()


def _first_letter(text: str) -> str:
    return next((char for char in text if char.isalpha()), "")


def _title(raw: str, line: Line) -> Span:
    """Return what stands between the number signs of a Markdown heading."""
    text = raw[line.span.start : line.span.end]
    start = text.index("#")
    start += len(text[start:]) - len(text[start:].lstrip("#"))
    body = text.rstrip()
    closed = body.rstrip("#")
    if closed != body and closed[-1:].isspace() and len(closed.rstrip()) > start:
        body = closed.rstrip()
    return Span(line.span.start + start, line.span.start + len(body))


def _is_underlined(line: Line, below: Line) -> bool:
    if not _UNDERLINE.fullmatch(below.seen) or _UNDERLINE.fullmatch(line.seen):
        return False
    return any(char.isalpha() for char in line.plain) and not _ENDS.search(line.plain)
