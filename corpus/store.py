"""The store: catalog and index opened together, with the encoder that made the vectors."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

import numpy as np
from numpy.typing import NDArray

from corpus.catalog import Catalog
from corpus.errors import WriterBusyError
from corpus.index import Neighbour
from corpus.keeping import CheckReport, make_folder, restore, write_backup
from corpus.language import LANGUAGES, Language
from corpus.lock import writer_lock
from corpus.making import Making
from corpus.nearest import Nearest
from corpus.records import Document, Entry
from corpus.settings import Settings
from corpus.upkeep import IndexKeeper
from corpus.vectorising import Progress, encode_again, encode_texts

if TYPE_CHECKING:
    from corpus.encoder import Encoder

__all__ = ["CheckReport", "Progress", "Store", "restore"]


class Store:
    """What is held in a data directory, for reading by several threads and for changes.

    A context manager. ``catalog`` answers for everything but nearness; ``query_index``
    answers for that. Changes take the writer lock for as long as they last, or for the
    whole of a ``with store.writing():``.
    """

    def __init__(
        self, settings: Settings, catalog: Catalog, splitter: str | None, encoder: Encoder | None
    ) -> None:
        self.settings = settings
        self.catalog = catalog
        self._making = Making(settings, catalog, splitter, encoder)
        self._keeper = IndexKeeper(catalog)
        self._nearest = Nearest(catalog, self._keeper)
        self._changing = threading.RLock()
        self._depth = 0
        self._generation = catalog.generation()

    @classmethod
    def open(
        cls,
        settings: Settings,
        *,
        splitter: str | None = None,
        create: bool = False,
        encoder: Encoder | None = None,
        mismatch_ok: bool = False,
    ) -> Self:
        """Open the store of ``settings.data_dir``.

        Work that a stopped writer left is done now, if no other process writes.

        Args:
            settings: Where it is, and by which encoder it is to be read.
            splitter: The settings that passages are cut by; ``None`` takes what is held.
            create: Make an empty store where there is none.
            encoder: Use this one instead of loading that of ``settings.encoder``.
            mismatch_ok: Open also what another encoder or splitter made, for ``rebuild``.

        Raises:
            UnbuiltError: There is no store, and ``create`` is not set.
            NewerSchemaError: A newer Sitir wrote it.
            ReadOnlyError: It must be made, and cannot be.
            IndexMismatchError: Another encoder or splitter made it.
        """
        if create:
            make_folder(settings.data_dir)
        store = cls(settings, Catalog.open(settings.data_dir, create=create), splitter, encoder)
        try:
            if not mismatch_ok:
                store._making.require_same()
            store._catch_up()
        except BaseException:
            store.close()
            raise
        return store

    def close(self) -> None:
        """Release the index and the database."""
        self._nearest.close()
        self.catalog.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def encoder(self) -> Encoder:
        """The encoder of the settings, loaded when first asked for.

        Raises:
            EncoderError: It cannot be loaded.
            IndexMismatchError: What is held, as of the last ``refresh``, was made by another.
        """
        return self._making.same_encoder(self._generation)

    @property
    def generation(self) -> int:
        """The catalog's generation as of the last ``refresh``, or since opening."""
        return self._generation

    # Reading

    def refresh(self) -> bool:
        """Notice what others, or this store, changed; tell whether anything did.

        Cheap: call it before each question. What was derived from the catalog and kept
        (word statistics, say) is to be read again when ``generation`` has changed.
        """
        before, self._generation = self._generation, self.catalog.generation()
        return before != self._generation

    def query_index(
        self,
        vector: NDArray[np.float32],
        k: int,
        *,
        languages: Sequence[Language] = LANGUAGES,
        document_ids: Sequence[str] | None = None,
    ) -> dict[Language, tuple[Neighbour, ...]]:
        """Return the ``k`` entries of each language nearest to ``vector``, nearest first.

        Fewer when there are fewer, none when nothing is held or the filter keeps none.
        Each is in the catalog at this moment. When the index cannot be read, or there
        is a filter, every stored vector is looked at instead.

        Raises:
            IndexMismatchError: ``vector`` has another dimension than those held.
        """
        return self._nearest.query(vector, k, languages, document_ids=document_ids)

    # Changing

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the writer lock for several changes; they may also be made without.

        Raises:
            WriterBusyError: Another process is writing; at once.
            ReadOnlyError: The data directory cannot be written.
        """
        with self._changing:
            if self._depth:
                yield
                return
            with writer_lock(self.settings.data_dir):
                self._depth = 1
                try:
                    self._keeper.start()
                    yield
                finally:
                    self._depth = 0
                    self._keeper.finish()

    def add(
        self,
        document: Document,
        entries: Sequence[Entry],
        *,
        splitter: str | None = None,
        progress: Progress | None = None,
    ) -> None:
        """Put a document in the place of what had its id: all of it, or nothing.

        ``splitter`` is the settings that cut its passages, by default those that the store
        was opened with; what ``progress`` raises ends it, with nothing stored. Once this
        returns, or fails after the catalog has it, the document is held, also
        if the index could not be written: then the next start makes that good.

        Raises:
            WriterBusyError: Another process is writing.
            EncoderError: The texts cannot be encoded.
            IndexMismatchError: What is held was made by another encoder or splitter.
            StorageError: It cannot be stored, e.g. for lack of room.
        """
        with self.writing():
            cut_by = self._making.splitter_for(splitter)
            encoder = self._making.same_encoder()
            known = self.catalog.stored_vectors(document.document_id, encoder.digest)
            vectors = encode_texts(encoder, [entry.text for entry in entries], known, progress)
            self.catalog.replace_document(
                document,
                entries,
                vectors,
                encoder=encoder.name,
                digest=encoder.digest,
                splitter=cut_by,
            )
            if self.catalog.state().setting != self.settings.encoder:
                self.catalog.settle({"setting": self.settings.encoder})
            self._keeper.work_off()

    def remove(self, document_id: str) -> None:
        """Remove a document and all that hangs on it.

        Raises:
            WriterBusyError: Another process is writing.
            UnknownDocumentError: None of that id is held.
        """
        with self.writing():
            self.catalog.remove_document(document_id)
            self._keeper.work_off()

    def rebuild(self, *, reencode: bool = False, progress: Progress | None = None) -> None:
        """Make the index again, beside the old one, which answers until the end.

        After documents were split anew by other settings, this records that all were.

        Args:
            reencode: Encode all texts again by the encoder of the settings, which may
                be another than before.
            progress: Called with what is encoded and what is to be.

        Raises:
            WriterBusyError: Another process is writing.
            IndexMismatchError: Vectors, or some document's splitter, are others than
                those of the settings.
        """
        with self.writing():
            state = self.catalog.state()
            if state.statement is None:
                return
            made = state.statement
            wanted = self._making.wanted(made)
            changes: dict[str, object] = {"setting": self.settings.encoder}
            if wanted.digest != made.digest:
                if not reencode:
                    made.require(wanted)
                self.catalog.drop_vectors(except_digest=made.digest)
                encode_again(self.catalog, self._making.encoder, made.digest, progress)
                changes["generation"] = state.generation + 1
            self._keeper.rebuild(wanted, **changes)
            self.catalog.drop_vectors(except_digest=wanted.digest)

    def check(self) -> CheckReport:
        """Read everything, ask the index for every entry, and repair the index if need be.

        Raises:
            WriterBusyError: Another process is writing.
            ReadOnlyError: The data directory cannot be written.
        """
        with self.writing():
            damage = self.catalog.find_damage()
            faults = self._keeper.find_faults()
            statement = self.catalog.state().statement
            if faults and statement is not None:
                self._keeper.rebuild(statement)
                damage += self._keeper.find_faults()
            held = self.catalog.documents()
            return CheckReport(
                documents=len(held),
                passages=sum(document.passages for document in held),
                entries=sum(self.catalog.count_entries().values()),
                damage=damage,
                repaired=faults,
            )

    def backup(self, file: Path) -> None:
        """Write all that is held, as of this moment, to one file; others may go on.

        Raises:
            StorageError: The file cannot be written; one that was there before stays.
        """
        write_backup(self.catalog, file)

    def _catch_up(self) -> None:
        if self.catalog.writable and self._keeper.needs_repair():
            with suppress(WriterBusyError), self.writing():
                pass
