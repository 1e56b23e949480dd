"""The texts of documents, folded for quotes to be looked for, kept while nothing changes."""

from __future__ import annotations

import threading
from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Callable, MutableMapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final, TypeVar

from assistant.checking.folding import fold_quoted
from assistant.checking.search import HeldText
from corpus.errors import UnknownDocumentError
from corpus.records import Document, Passage, Span
from corpus.store import Store

__all__ = ["HeldDocument", "QuoteLibrary"]

MOST_CHARACTERS: Final = 8_000_000
"""Folded texts are kept up to this many characters in all."""
MOST_DOCUMENTS: Final = 64

T = TypeVar("T")


@dataclass(frozen=True)
class HeldDocument:
    """A document with its passages in the order of the text."""

    document: Document

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The passages in the order of the text."""
        return tuple(sorted(self.document.passages, key=lambda passage: passage.start))

    @cached_property
    def works(self) -> tuple[str, ...]:
        """The works that the document cites, sorted."""
        sentences = (s for passage in self.passages for s in passage.sentences)
        return tuple(sorted({cited.work for s in sentences for cited in s.cited_works}))

    @cached_property
    def _starts(self) -> list[int]:
        return [passage.start for passage in self.passages]

    def passages_at(self, span: Span) -> tuple[Passage, ...]:
        """Return the passages that a part of the canonical text reaches into, in order.

        For a heading, which is in none, the passage behind it; else the last one.
        """
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        behind = bisect_left(self._starts, span.end)
        found = tuple(p for p in self.passages[first:behind] if p.end > span.start)
        return found or self.passages[behind : behind + 1] or self.passages[-1:]


class QuoteLibrary:
    """Gives the documents of a store and their folded texts; for several threads."""

    def __init__(self, store: Store) -> None:
        """Read from ``store``."""
        self._store = store
        self._lock = threading.Lock()
        self._generation = -1
        self._texts: OrderedDict[str, HeldText] = OrderedDict()
        self._documents: OrderedDict[str, HeldDocument] = OrderedDict()

    def text(self, document_id: str) -> HeldText | None:
        """Return a document's canonical text folded, ``None`` when it is not held any more."""

        def read() -> HeldText:
            text = self._store.catalog.canonical_text(document_id)
            return HeldText(document_id, fold_quoted(text), text)

        return self._kept(self._texts, document_id, read)

    def document(self, document_id: str) -> HeldDocument | None:
        """Return a whole document, ``None`` when it is not held any more."""

        def read() -> HeldDocument:
            return HeldDocument(self._store.catalog.document(document_id))

        return self._kept(self._documents, document_id, read)

    def _kept(
        self, kept: MutableMapping[str, T], document_id: str, read: Callable[[], T]
    ) -> T | None:
        self._store.refresh()
        generation = self._store.generation
        with self._lock:
            if generation != self._generation:
                self._texts.clear()
                self._documents.clear()
                self._generation = generation
            if document_id in kept:
                return kept[document_id]
        try:
            made = read()
        except UnknownDocumentError:
            return None
        with self._lock:
            if generation == self._generation:
                kept[document_id] = made
                self._shrink()
        return made

    def _shrink(self) -> None:
        """Forget what was read first, where too much is kept."""
        total = sum(len(held.source) for held in self._texts.values())
        while total > MOST_CHARACTERS and len(self._texts) > 1:
            _, dropped = self._texts.popitem(last=False)
            total -= len(dropped.source)
        while len(self._documents) > MOST_DOCUMENTS:
            self._documents.popitem(last=False)
