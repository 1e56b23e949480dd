"""Keeping the index up to the catalog, and making it again when it cannot be trusted.

The rules: an index is read only when the catalog says that it is settled (not ``dirty``)
and its files are those that were sealed then; whoever opens or changes it holds the
index lock meanwhile; whoever changes it also holds the writer lock. In any other case
vectors are read from the catalog itself.
"""

from __future__ import annotations

import secrets
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from corpus.catalog import Catalog, CatalogState, Pending
from corpus.errors import IndexMismatchError, StorageError
from corpus.index import Index, IndexFaultError
from corpus.index_check import check_in_child, index_folder
from corpus.language import LANGUAGES, Language
from corpus.lock import file_lock, writer_lock
from corpus.seal import forget_openings, is_unbroken, make_seal
from corpus.statement import IndexStatement

__all__ = ["IndexKeeper"]

INDEX_LOCK: Final = "index.lock"
READER_WAITS: Final = 2.0
WRITER_WAITS: Final = 60.0
"""Seconds: readers hold the index lock while they open it, writers while they work."""

SMALL: Final = 2_000
"""Entries up to which making an index again costs less than checking it."""

CHURN_SHARE: Final = 0.1
"""Share of changed or deleted vectors from which an index is made again: HNSW graphs keep
what is deleted (measured: 3,000 vectors replaced six times take 3.5 times the room, and
one in seventy is not found by its own vector)."""

PENDING_AT_ONCE: Final = 250
"""Places brought up to date at once: Chroma lets no other thread run meanwhile, and with
2,000 of them every reader of the page waited for two seconds on a busy machine."""
FILLED_AT_ONCE: Final = 5_000


class IndexKeeper:
    """Opens, fills, repairs and replaces the index of one catalog."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._data_dir = catalog.data_dir
        self._writer: Index | None = None

    def open_for_reading(self) -> Index | None:
        """Return the index, opened anew, or ``None`` when it is better not read now.

        A damaged one is repaired first, if this process can.
        """
        state = self._catalog.state()
        if state.statement is None or not self._catalog.writable:
            return None
        with suppress(StorageError):
            return self._open_sealed()
        with suppress(StorageError):
            with writer_lock(self._data_dir):
                self.repair()
            return self._open_sealed()
        return None

    def needs_repair(self) -> bool:
        """Tell whether work was left undone, by a writer that is gone or still at it."""
        return self._catalog.state().dirty

    def start(self) -> None:
        """Make good what an earlier writer left; the caller holds the writer lock.

        Raises:
            StorageError: It cannot be done, e.g. for lack of room.
        """
        state = self._catalog.state()
        self._drop_orphans(state)
        if state.dirty:
            self.repair()

    def repair(self) -> None:
        """Bring the index to a settled state; the caller holds the writer lock.

        Raises:
            StorageError: It cannot be made again, e.g. for lack of room.
        """
        state = self._catalog.state()
        self._drop_orphans(state)
        if state.statement is None or (not state.dirty and self._is_sound(state)):
            return
        entries = sum(self._catalog.count_entries().values())
        if entries <= SMALL or not self._folder(state).is_dir():
            self.rebuild(state.statement)
            return
        with self._index_lock(WRITER_WAITS):
            faults = check_in_child(self._data_dir, entries)
        if faults:
            self.rebuild(state.statement)
        else:
            self.work_off()
            self.finish()

    def work_off(self) -> None:
        """Do the index's pending work; the caller holds the writer lock.

        Raises:
            StorageError: It could not be done, nor the index be made again.
        """
        state = self._catalog.state()
        if state.statement is None:
            return
        entries = sum(self._catalog.count_entries().values())
        if not self._folder(state).is_dir() or state.churn > CHURN_SHARE * entries:
            self.rebuild(state.statement)
            return
        try:
            with self._index_lock(WRITER_WAITS):
                self._apply_pending(state, state.statement)
        except (IndexFaultError, IndexMismatchError):
            self.rebuild(state.statement)

    def rebuild(self, statement: IndexStatement, **changes: object) -> None:
        """Make the index again from stored vectors, beside the old one, and swap it in.

        Args:
            statement: How it is made; the catalog holds vectors of its digest.
            changes: Further fields of the catalog's state to change with the swap.

        Raises:
            StorageError: It could not be made; the old one stays.
        """
        self._close_writer()
        name = secrets.token_hex(6)
        folder = index_folder(self._data_dir, name)
        try:
            index = Index.create(folder, statement)
            try:
                self._fill(index, statement.digest)
            finally:
                index.close()
            self._settle(name, {"statement": statement, "churn": 0, **changes})
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        self._drop_orphans(self._catalog.state())

    def finish(self) -> None:
        """Close the index after work on it and, if all is done, record that it is settled."""
        if self._writer is None:
            return
        with self._index_lock(WRITER_WAITS):
            self._close_writer()
            if not self._catalog.pending(1):
                self._settle(self._catalog.state().index_name, {})

    def find_faults(self) -> tuple[str, ...]:
        """Return what the index has wrong, asking it for every entry, in another process."""
        state = self._catalog.state()
        if state.statement is None:
            return ()
        with self._index_lock(WRITER_WAITS):
            if not is_unbroken(self._folder(state), state.seal, thorough=True):
                return ("index: its files are not as they were left",)
            entries = sum(self._catalog.count_entries().values())
            return check_in_child(self._data_dir, entries)

    def _open_sealed(self) -> Index | None:
        # Work that takes long goes on in an index that is not settled: no use to wait for it.
        seconds = 0.0 if self._catalog.state().dirty else READER_WAITS
        with file_lock(self._data_dir / INDEX_LOCK, seconds=seconds) as held:
            state = self._catalog.state()
            if not held or state.statement is None:
                return None
            if state.dirty:
                raise IndexFaultError("the index is not settled")
            folder = self._folder(state)
            if not is_unbroken(folder, state.seal):
                raise IndexFaultError(f"the files of the index {str(folder)!r} were changed")
            with suppress(OSError):
                forget_openings(folder)
            index = Index.open(folder, state.statement)
            try:
                self._warm(index, state.statement.dimension)
            except BaseException:
                index.close()
                raise
            return index

    def _warm(self, index: Index, dimension: int) -> None:
        """Have the index read its files now, under the lock, and compare the counts."""
        import numpy as np

        probe = np.ones(dimension, dtype=np.float32)
        for language, held in self._catalog.count_entries().items():
            if index.count(language) != held:
                raise IndexFaultError(f"the index has not all entries in {language!r}")
            index.query(probe, language, 1)

    def _is_sound(self, state: CatalogState) -> bool:
        with self._index_lock(WRITER_WAITS):
            return bool(state.index_name) and is_unbroken(self._folder(state), state.seal)

    def _apply_pending(self, state: CatalogState, statement: IndexStatement) -> None:
        if self._writer is None:
            self._writer = Index.open(self._folder(state), statement)
        while pending := self._catalog.pending(PENDING_AT_ONCE):
            for language in LANGUAGES:
                self._apply(self._writer, statement.digest, language, pending)
            self._catalog.settle({}, done_up_to=pending[-1].outbox_id)

    def _apply(
        self, index: Index, digest: str, language: Language, pending: tuple[Pending, ...]
    ) -> None:
        ids = [place.entry_id for place in pending if place.language == language]
        if not ids:
            return
        # Changing a vector in place takes Chroma ten times as long as putting in a new one.
        index.delete(language, ids)
        held = self._catalog.vectors_of(digest, language, ids)
        if held.entry_ids:
            index.upsert(language, held.entry_ids, held.vectors)

    def _fill(self, index: Index, digest: str) -> None:
        for language in LANGUAGES:
            for part in self._catalog.vectors(digest, language, batch=FILLED_AT_ONCE):
                index.upsert(language, part.entry_ids, part.vectors)

    def _settle(self, name: str, changes: dict[str, object]) -> None:
        try:
            seal = make_seal(index_folder(self._data_dir, name))
        except (OSError, ValueError) as error:
            raise StorageError(f"cannot read the index that was written: {error}") from error
        state = self._catalog.state()
        settled = {
            "index_name": name,
            "index_generation": state.index_generation + 1,
            "seal": seal,
            "dirty": False,
        }
        self._catalog.settle({**settled, **changes}, done_up_to=sys.maxsize)

    def _close_writer(self) -> None:
        index, self._writer = self._writer, None
        if index is not None:
            index.close()

    def _drop_orphans(self, state: CatalogState) -> None:
        """Delete the folders of indexes that were left, half made or replaced."""
        with suppress(OSError):
            for path in sorted((self._data_dir / "index").iterdir()):
                if path.name != state.index_name:
                    shutil.rmtree(path, ignore_errors=True)

    def _folder(self, state: CatalogState) -> Path:
        return index_folder(self._data_dir, state.index_name or "none")

    @contextmanager
    def _index_lock(self, seconds: float) -> Iterator[None]:
        with file_lock(self._data_dir / INDEX_LOCK, seconds=seconds) as held:
            if not held:
                raise IndexFaultError(f"the index in {str(self._data_dir)!r} is kept busy")
            yield
