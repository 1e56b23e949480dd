"""Which spans of a text its author set in italics or bold.

Canonical text drops the marks; the file that it came from still has them. Between two
runs of text that stand unchanged in the file, the marks between them open or close.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterator
from typing import Final, Protocol

from corpus.records import Document, SourceFile, Span

__all__ = ["Emphases", "emphasised"]

_MARKS: Final = "*_"
_BREAK: Final = "\n\n"
_DOCUMENTS: Final = 64
"""So many documents are remembered; a thousand spans of one are some 100 kB."""


class _Holds(Protocol):
    def document(self, document_id: str) -> Document: ...

    def content_hash(self, document_id: str) -> str | None: ...


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


class Emphases:
    """The emphasised spans of documents, remembered while the documents stay the same."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._known: OrderedDict[tuple[str, str], tuple[Span, ...]] = OrderedDict()

    def within(self, shelf: _Holds, document_id: str, start: int, end: int) -> tuple[Span, ...]:
        """Return the emphasised spans that touch ``[start, end)`` of a document."""
        content_hash = shelf.content_hash(document_id)
        if content_hash is None:
            return ()
        spans = self._spans(shelf, document_id, content_hash)
        return tuple(span for span in spans if span.start < end and start < span.end)

    def _spans(self, shelf: _Holds, document_id: str, content_hash: str) -> tuple[Span, ...]:
        key = (document_id, content_hash)
        with self._lock:
            if key in self._known:
                self._known.move_to_end(key)
                return self._known[key]
        spans = emphasised(shelf.document(document_id))
        with self._lock:
            self._known[key] = spans
            while len(self._known) > _DOCUMENTS:
                self._known.popitem(last=False)
        return spans
