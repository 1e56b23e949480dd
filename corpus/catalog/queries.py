"""Asking the catalog what it holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import func, select

from corpus.catalog import entries, postings, reading, words
from corpus.catalog.engine import Database
from corpus.catalog.entries import EntryVectors
from corpus.catalog.outbox import Pending, load_pending
from corpus.catalog.postings import Posting
from corpus.catalog.schema import documents, files
from corpus.catalog.state import CatalogState, read_state
from corpus.catalog.words import Vocabulary
from corpus.errors import UnknownDocumentError, UnknownPassageError
from corpus.language import Language
from corpus.records import Document, DocumentSummary, Entry, Passage, Section

__all__ = ["CatalogReader"]

VECTORS_AT_ONCE: Final = 2_000


class CatalogReader:
    """The questions that the catalog answers; ``Catalog`` adds the changes.

    Each answer is of one moment. Every method may raise ``StorageError`` or one of its
    kinds.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    # What is held

    def state(self) -> CatalogState:
        """Return generation, index and the like, as of now."""
        with self._database.reading() as connection:
            return read_state(connection)

    def generation(self) -> int:
        """Return a number that rises with each committed change of documents."""
        return self.state().generation

    def documents(self) -> tuple[DocumentSummary, ...]:
        """Return what is held, sorted by document id."""
        with self._database.reading() as connection:
            return reading.load_summaries(connection)

    def document(self, document_id: str) -> Document:
        """Return a whole document, equal to the one that was put.

        Raises:
            UnknownDocumentError: None of that id is held.
        """
        with self._database.reading() as connection:
            found = reading.load_document(connection, document_id)
        if found is None:
            raise self._unknown(document_id)
        return found

    def content_hash(self, document_id: str) -> str | None:
        """Return a document's content hash, ``None`` when it is not held."""
        wanted = select(documents.c.content_hash).where(documents.c.document_id == document_id)
        with self._database.reading() as connection:
            return connection.scalar(wanted)

    def documents_of_file(self, sha256: str) -> tuple[str, ...]:
        """Return the ids of the documents that are made of this one file alone, sorted."""
        alone = (
            select(files.c.document_id)
            .group_by(files.c.document_id)
            .having(func.count() == 1, func.max(files.c.sha256) == sha256)
            .order_by(files.c.document_id)
        )
        with self._database.reading() as connection:
            return tuple(connection.scalars(alone))

    def splitters(self) -> tuple[str, ...]:
        """Return the different settings that the documents held were split by, sorted."""
        wanted = select(documents.c.splitter).distinct().order_by(documents.c.splitter)
        with self._database.reading() as connection:
            return tuple(connection.scalars(wanted))

    def canonical_text(self, document_id: str) -> str:
        """Return the text that a document's offsets count in.

        Raises:
            UnknownDocumentError: None of that id is held.
        """
        wanted = select(documents.c.text).where(documents.c.document_id == document_id)
        with self._database.reading() as connection:
            text: str | None = connection.scalar(wanted)
        if text is None:
            raise self._unknown(document_id)
        return text

    def sections(self, document_id: str) -> tuple[Section, ...]:
        """Return a document's sections in order, none when it is not held."""
        with self._database.reading() as connection:
            return reading.load_sections(connection, document_id)

    def passages(self, ids: Sequence[str]) -> dict[str, Passage]:
        """Return those passages of ``ids`` that are held, in the order of ``ids``."""
        with self._database.reading() as connection:
            return reading.load_passages(connection, ids)

    def passage(self, passage_id: str) -> Passage:
        """Return one passage.

        Raises:
            UnknownPassageError: None of that id is held.
        """
        found = self.passages([passage_id])
        if passage_id not in found:
            raise UnknownPassageError(passage_id)
        return found[passage_id]

    def document_passages(self, document_id: str) -> tuple[Passage, ...]:
        """Return a document's passages in order, none when it is not held."""
        return self._passages_of(document_id, None)

    def section_passages(self, document_id: str, section_id: str) -> tuple[Passage, ...]:
        """Return one section's own passages in order."""
        return self._passages_of(document_id, section_id)

    # What is searched

    def vocabulary(self) -> Vocabulary:
        """Return all words with their statistics."""
        with self._database.reading() as connection:
            return words.load_vocabulary(connection)

    def postings(
        self,
        wanted: Mapping[Language, Sequence[int]],
        *,
        limit: int,
        document_ids: Sequence[str] | None = None,
    ) -> tuple[Posting, ...]:
        """Return the entries of each language that hold the words wanted of it.

        There are at most ``limit`` of a language. Its words are taken in the order given
        (rarest first is wise), the entries of each in the order in which they came.
        """
        with self._database.reading() as connection:
            return postings.find_postings(
                connection, wanted, limit=limit, document_ids=document_ids
            )

    def entries(self, entry_ids: Sequence[str]) -> dict[str, Entry]:
        """Return those entries that are held, in the order of ``entry_ids``."""
        with self._database.reading() as connection:
            return entries.load_entries(connection, entry_ids)

    def entry_words(self, entry_ids: Sequence[str]) -> dict[str, NDArray[np.int32]]:
        """Return the word ids of each of these entries that is held, in text order."""
        with self._database.reading() as connection:
            return entries.load_word_ids(connection, entry_ids)

    def known_entries(self, entry_ids: Sequence[str]) -> frozenset[str]:
        """Return those of ``entry_ids`` that are held."""
        with self._database.reading() as connection:
            return entries.known_entries(connection, entry_ids)

    def entry_ids(self, language: Language) -> tuple[str, ...]:
        """Return the ids of all entries of a language, sorted."""
        with self._database.reading() as connection:
            return entries.entry_ids(connection, language)

    def count_entries(self) -> dict[Language, int]:
        """Return how many entries each language has."""
        with self._database.reading() as connection:
            return entries.count_entries(connection)

    def vectors(
        self,
        digest: str,
        language: Language,
        *,
        document_ids: Sequence[str] | None = None,
        batch: int = VECTORS_AT_ONCE,
    ) -> Iterator[EntryVectors]:
        """Yield the entries of a language with the vectors of the encoder of ``digest``."""
        after = 0
        while True:
            with self._database.reading() as connection:
                found = entries.vectors_after(
                    connection,
                    language,
                    digest,
                    after=after,
                    limit=batch,
                    document_ids=document_ids,
                )
            if not found.entry_ids:
                return
            yield found
            after = found.entry_keys[-1]

    def vectors_of(self, digest: str, language: Language, ids: Sequence[str]) -> EntryVectors:
        """Return those of ``ids`` that are held in ``language``, with their vectors."""
        with self._database.reading() as connection:
            return entries.vectors_of(connection, language, ids, digest)

    def pending(self, limit: int) -> tuple[Pending, ...]:
        """Return the oldest work that the index has yet to do, at most ``limit`` places."""
        with self._database.reading() as connection:
            return load_pending(connection, limit)

    def _passages_of(self, document_id: str, section: str | None) -> tuple[Passage, ...]:
        with self._database.reading() as connection:
            ids = reading.passage_ids(connection, document_id, section)
            return tuple(reading.load_passages(connection, ids).values())

    def _unknown(self, document_id: str) -> UnknownDocumentError:
        with self._database.reading() as connection:
            held = connection.scalars(
                select(documents.c.document_id).order_by(documents.c.document_id)
            )
            return UnknownDocumentError(document_id, tuple(held))
