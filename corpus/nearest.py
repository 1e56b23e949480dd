"""Asking for the nearest entries: the index if it can be trusted, else every vector."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
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
        self._retry_at = 0.0

    def query(
        self,
        vector: NDArray[np.float32],
        language: Language,
        k: int,
        *,
        document_ids: Sequence[str] | None = None,
    ) -> tuple[Neighbour, ...]:
        """Return the ``k`` entries of a language nearest to ``vector``, nearest first.

        Raises:
            IndexMismatchError: ``vector`` has another dimension than those held.
            StorageError: The catalog cannot be read.
        """
        state = self._catalog.state()
        if k < 1 or state.statement is None:
            return ()
        if vector.shape != (state.statement.dimension,):
            raise IndexMismatchError("dimension", state.statement.dimension, vector.shape[-1])
        if document_ids is None:
            found = self._ask_index(_key(state), vector, language, k)
            if found is not None:
                return found
        return self._scan.query(vector, language, k, document_ids=document_ids)

    def close(self) -> None:
        """Free the index and what was read; the next question opens it again."""
        with self._lock:
            self._drop()
            self._key = None
        self._scan.forget()

    def _ask_index(
        self, key: _Key, vector: NDArray[np.float32], language: Language, k: int
    ) -> tuple[Neighbour, ...] | None:
        index = self._open(key)
        if index is None:
            return None
        try:
            found = index.query(vector, language, k)
        except IndexFaultError:
            self._drop(index)
            return None
        held = self._catalog.known_entries([near.entry_id for near in found])
        kept = tuple(near for near in found if near.entry_id in held)
        if len(kept) < k and len(kept) < self._catalog.count_entries()[language]:
            return None
        return kept

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


def _key(state: CatalogState) -> _Key:
    return _Key(state.generation, state.index_generation, state.index_name)
