"""What is known of a text beside its words: its title, and what its author set in italics.

Canonical text drops the marks; the file that it came from still has them. Between two
runs of text that stand unchanged in the file, the marks between them open or close.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Protocol

from corpus.records import Document, SourceFile, Span

__all__ = ["Emphases", "Holds", "Print", "emphasised"]

_MARKS: Final = "*_"
_BREAK: Final = "\n\n"
_DOCUMENTS: Final = 64
"""So many documents are remembered; a thousand spans of one are some 100 kB."""


class Holds(Protocol):
    """What holds documents."""

    def document(self, document_id: str) -> Document:
        """Return a whole document."""

    def content_hash(self, document_id: str) -> str | None:
        """Return what changes when a document does, ``None`` for one that is not held."""


def emphasised(document: Document) -> tuple[Span, ...]:
    """Return the spans of the canonical text that stand between marks in the file, ascending."""
    return tuple(span for file in document.files for span in _of_file(file))


def _of_file(file: SourceFile) -> Iterator[Span]:
    open_marks: list[str] = []
    opened = end = 0
    raw_end = 0
    for segment in file.segments:
        between = file.text[raw_end : segment.raw_start]
        was_open = bool(open_marks)
        if _BREAK in between:
            open_marks, was_open = [], False
            between = between.rpartition(_BREAK)[2]
        _turn_marks(open_marks, "".join(char for char in between if char in _MARKS))
        if was_open and not open_marks:
            yield Span(opened, end)
        elif open_marks and not was_open:
            opened = segment.start
        end, raw_end = segment.start + segment.length, segment.raw_start + segment.length
    if open_marks and file.text[raw_end:].startswith(open_marks[0]):
        yield Span(opened, end)


def _turn_marks(open_marks: list[str], found: str) -> None:
    """Open or close what ``found`` stands for; nested marks close before their outer ones."""
    if found and open_marks and open_marks[-1] == found:
        open_marks.pop()
    elif found and "".join(reversed(open_marks)) == found:
        open_marks.clear()
    elif found:
        open_marks.append(found)


@dataclass(frozen=True, slots=True)
class _Known:
    title: str
    spans: tuple[Span, ...]


class Emphases:
    """Titles and emphasised spans of documents, remembered while the documents stay the same."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._known: OrderedDict[tuple[str, str], _Known] = OrderedDict()

    def of(self, shelf: Holds) -> Print:
        """Return the same for what is on a shelf."""
        return Print(self, shelf)

    def known(self, shelf: Holds, document_id: str) -> _Known | None:
        """Return what is known of a document, ``None`` when it is not held."""
        content_hash = shelf.content_hash(document_id)
        if content_hash is None:
            return None
        key = (document_id, content_hash)
        with self._lock:
            if key in self._known:
                self._known.move_to_end(key)
                return self._known[key]
        document = shelf.document(document_id)
        known = _Known(document.metadata.title, emphasised(document))
        with self._lock:
            self._known[key] = known
            while len(self._known) > _DOCUMENTS:
                self._known.popitem(last=False)
        return known


@dataclass(frozen=True, slots=True)
class Print:
    """How the documents of a shelf look in print."""

    emphases: Emphases
    shelf: Holds

    def italics(self, document_id: str, start: int, end: int) -> tuple[Span, ...]:
        """Return the emphasised spans that touch ``[start, end)`` of a document."""
        known = self.emphases.known(self.shelf, document_id)
        if known is None:
            return ()
        return tuple(span for span in known.spans if span.start < end and start < span.end)

    def title(self, document_id: str) -> str:
        """Return a document's title, its id when it is not held."""
        known = self.emphases.known(self.shelf, document_id)
        return document_id if known is None else known.title
