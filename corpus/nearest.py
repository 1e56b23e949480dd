"""Asking for the nearest entries: the index if it can be trusted, else every vector."""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from corpus.catalog import Catalog, CatalogState
from corpus.errors import IndexMismatchError, StorageError
from corpus.exact import ExactScan
from corpus.index import Index, IndexFaultError, Neighbour
from corpus.language import Language
from corpus.upkeep import IndexKeeper

__all__ = ["Nearest"]

ASKED_AT_ONCE: Final = 6
"""Languages that are looked up at the same time, of all questions together."""
MOST_IDS_KEPT: Final = 100_000
"""Ids that are kept of what the catalog was seen to hold."""

RETRY_SECONDS: Final = 5.0
"""How long the catalog's vectors serve before an index that failed is tried again."""


class Nearest:
    """Answers by the current index, opened again when it changed; for several threads."""

    def __init__(self, catalog: Catalog, keeper: IndexKeeper) -> None:
        self._catalog = catalog
        self._keeper = keeper
        self._scan = ExactScan(catalog)
        self._lock = threading.RLock()
        self._index: Index | None = None
        self._key: _Key | None = None
        self._held: _Held | None = None
        self._retry_at = 0.0
        self._workers: ThreadPoolExecutor | None = None

    def query(
        self,
        vector: NDArray[np.float32],
        k: int,
        languages: Sequence[Language],
        *,
        document_ids: Sequence[str] | None = None,
    ) -> dict[Language, tuple[Neighbour, ...]]:
        """Return the ``k`` entries of each language nearest to ``vector``, nearest first.

        Raises:
            IndexMismatchError: ``vector`` has another dimension than those held.
            StorageError: The catalog cannot be read.
        """
        state = self._catalog.state()
        if k < 1 or state.statement is None:
            return dict.fromkeys(languages, ())
        if vector.shape != (state.statement.dimension,):
            raise IndexMismatchError("dimension", state.statement.dimension, vector.shape[-1])
        found: dict[Language, tuple[Neighbour, ...]] = {}
        if document_ids is None:
            found = self._ask_index(_key(state), vector, k, languages)
        for language in languages:
            if language not in found:
                found[language] = self._scan.query(vector, language, k, document_ids=document_ids)
        return found

    def close(self) -> None:
        """Free the index and what was read; the next question opens it again."""
        with self._lock:
            self._drop()
            self._key = None
            workers, self._workers = self._workers, None
        self._scan.forget()
        if workers is not None:
            workers.shutdown()

    def _ask_index(
        self, key: _Key, vector: NDArray[np.float32], k: int, languages: Sequence[Language]
    ) -> dict[Language, tuple[Neighbour, ...]]:
        """Return what the index finds in those languages for which it can be trusted."""
        index = self._open(key)
        if index is None:
            return {}
        workers = self._asking()
        try:
            # An index of one language waits on its files; the others need not wait for it.
            asked = {
                language: workers.submit(index.query, vector, language, k) for language in languages
            }
            found = {language: answer.result() for language, answer in asked.items()}
        except IndexFaultError:
            self._drop(index)
            return {}
        held = self._held_in(key)
        ids = held.of(self._catalog, [near.entry_id for hits in found.values() for near in hits])
        kept = {
            language: tuple(near for near in hits if near.entry_id in ids)
            for language, hits in found.items()
        }
        return {
            language: hits
            for language, hits in kept.items()
            if len(hits) == k or len(hits) >= held.counts[language]
        }

    def _asking(self) -> ThreadPoolExecutor:
        with self._lock:
            if self._workers is None:
                self._workers = ThreadPoolExecutor(ASKED_AT_ONCE, "sitir-nearest")
            return self._workers

    def _held_in(self, key: _Key) -> _Held:
        with self._lock:
            if self._held is None or self._held.key != key:
                self._held = _Held(key, self._catalog.count_entries())
            return self._held

    def _open(self, key: _Key) -> Index | None:
        with self._lock:
            stale = key != self._key
            if stale or (self._index is None and time.monotonic() >= self._retry_at):
                self._drop()
                self._index = self._keeper.open_for_reading()
                self._key = key
                self._retry_at = time.monotonic() + RETRY_SECONDS
            return self._index

    def _drop(self, only: Index | None = None) -> None:
        with self._lock:
            if only is not None and only is not self._index:
                return
            index, self._index = self._index, None
            self._retry_at = time.monotonic() + RETRY_SECONDS
            if index is not None:
                with suppress(StorageError):
                    index.close()


@dataclass(frozen=True, slots=True)
class _Key:
    """What tells one state of what is searched from another."""

    generation: int
    index_generation: int
    index_name: str


@dataclass(slots=True)
class _Held:
    """What is known of one state of the catalog: its counts, and ids that it holds."""

    key: _Key
    counts: Mapping[Language, int]
    entry_ids: set[str] = field(default_factory=set)

    def of(self, catalog: Catalog, entry_ids: Sequence[str]) -> set[str]:
        """Return those of some ids that are held, and remember them."""
        known = {entry_id for entry_id in entry_ids if entry_id in self.entry_ids}
        unknown = [entry_id for entry_id in entry_ids if entry_id not in known]
        if unknown:
            learnt = catalog.known_entries(unknown)
            if len(self.entry_ids) < MOST_IDS_KEPT:
                self.entry_ids.update(learnt)
            known.update(learnt)
        return known


def _key(state: CatalogState) -> _Key:
    return _Key(state.generation, state.index_generation, state.index_name)
