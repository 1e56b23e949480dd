"""Nearest vectors by looking at every one: what the index answers when it cannot be asked.

Also for filters, where an approximate index loses recall: a filter keeps a document or
a few, which are looked through in a millisecond.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from corpus.catalog import Catalog
from corpus.index import Neighbour
from corpus.language import Language

__all__ = ["ExactScan"]

TABLES_KEPT: Final = 8

Key = tuple[int, str, Language, tuple[str, ...] | None]


@dataclass(frozen=True, slots=True)
class _Table:
    entry_ids: tuple[str, ...]
    units: NDArray[np.float32]


class ExactScan:
    """Looks through the vectors stored in a catalog; for several threads."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._tables: OrderedDict[Key, _Table] = OrderedDict()
        self._lock = threading.Lock()

    def query(
        self,
        vector: NDArray[np.float32],
        language: Language,
        k: int,
        *,
        document_ids: Sequence[str] | None = None,
    ) -> tuple[Neighbour, ...]:
        """Return the ``k`` entries of a language nearest to ``vector``, nearest first.

        Fewer when there are fewer; none when the filter keeps none. Ties are in the
        order of their ids.
        """
        table = self._table(language, document_ids)
        if k < 1 or not table.entry_ids:
            return ()
        similarities = table.units @ _unit(vector[np.newaxis])[0]
        size = min(k, len(similarities))
        least = np.partition(similarities, len(similarities) - size)[len(similarities) - size]
        rows = np.flatnonzero(similarities >= least).tolist()
        found = [
            Neighbour(table.entry_ids[row], min(1.0, float(similarities[row]))) for row in rows
        ]
        found.sort(key=lambda near: (-near.similarity, near.entry_id))
        return tuple(found[:size])

    def forget(self) -> None:
        """Free the vectors that were read."""
        with self._lock:
            self._tables.clear()

    def _table(self, language: Language, document_ids: Sequence[str] | None) -> _Table:
        state = self._catalog.state()
        digest = "" if state.statement is None else state.statement.digest
        kept = None if document_ids is None else tuple(sorted(document_ids))
        key = (state.generation, digest, language, kept)
        with self._lock:
            if key in self._tables:
                self._tables.move_to_end(key)
                return self._tables[key]
        table = self._read(digest, language, kept)
        with self._lock:
            for old in [one for one in self._tables if one[0] != state.generation]:
                del self._tables[old]
            self._tables[key] = table
            while len(self._tables) > TABLES_KEPT:
                self._tables.popitem(last=False)
        return table

    def _read(self, digest: str, language: Language, kept: tuple[str, ...] | None) -> _Table:
        parts = list(self._catalog.vectors(digest, language, document_ids=kept))
        if not parts:
            return _Table((), np.zeros((0, 0), dtype=np.float32))
        return _Table(
            tuple(entry_id for part in parts for entry_id in part.entry_ids),
            _unit(np.concatenate([part.vectors for part in parts])),
        )


def _unit(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.where(lengths > 0, lengths, 1.0), dtype=np.float32)
