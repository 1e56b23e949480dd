"""Replacing and removing whole documents, each within one transaction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, delete, select

from corpus.catalog.entries import StoredEntry, insert_entries, insert_vectors, stored_entries
from corpus.catalog.notes import anchor_notes, detach_notes
from corpus.catalog.outbox import add_pending
from corpus.catalog.postings import Block, insert_postings, remove_postings
from corpus.catalog.schema import documents
from corpus.catalog.state import read_state, write_state
from corpus.catalog.words import change_frequencies, number_words
from corpus.catalog.writing import insert_document
from corpus.language import LANGUAGES, Language
from corpus.records import Document, Entry

__all__ = ["Replacement", "delete_document", "replace"]


@dataclass(frozen=True, slots=True)
class Replacement:
    """A document as it is to be stored.

    ``vectors``, shape (len(entries), dimension), were made by the encoder of
    ``digest``; ``splitter`` is the settings that cut the passages.
    """

    document: Document
    entries: Sequence[Entry]
    vectors: NDArray[np.float32]
    digest: str
    splitter: str

    def __post_init__(self) -> None:
        if self.vectors.ndim != 2 or len(self.vectors) != len(self.entries):  # noqa: PLR2004
            raise ValueError(
                f"{len(self.entries)} entries need as many vectors, not {self.vectors.shape}"
            )
        if not np.isfinite(self.vectors).all():
            raise ValueError("a vector holds a number that is not finite")
        held = {passage.passage_id for passage in self.document.passages}
        astray = [entry.entry_id for entry in self.entries if entry.passage_id not in held]
        if astray:
            raise ValueError(f"entries without a passage of the document: {astray[:3]}")


def replace(connection: Connection, new: Replacement) -> None:
    """Put a document in the place of what had its id; leave the index what changed."""
    document_id = new.document.document_id
    old = stored_entries(connection, document_id, new.digest)
    _delete_rows(connection, document_id, old)
    insert_document(connection, new.document, splitter=new.splitter, added_at=datetime.now(UTC))
    anchor_notes(connection, document_id, new.document.text)
    numbers = number_words(connection, (word for entry in new.entries for word in entry.words))
    word_ids = [
        np.array([numbers[word] for word in entry.words], dtype=np.int32) for entry in new.entries
    ]
    keys = insert_entries(connection, new.entries, word_ids)
    insert_vectors(connection, keys, new.vectors, new.digest)
    insert_postings(connection, _blocks(keys, new.entries, word_ids))
    languages = [entry.language for entry in new.entries]
    signs = [1] * len(languages)
    change_frequencies(connection, zip(languages, word_ids, signs, strict=True))
    _commit_state(connection, *_difference(old, new))


def delete_document(connection: Connection, document_id: str, digest: str) -> bool:
    """Delete a document; tell whether it was there."""
    there = select(documents.c.document_id).where(documents.c.document_id == document_id)
    if connection.scalar(there) is None:
        return False
    old = stored_entries(connection, document_id, digest)
    _delete_rows(connection, document_id, old)
    detach_notes(connection, document_id)
    _commit_state(connection, [(entry.entry_id, entry.language) for entry in old], len(old))
    return True


def _delete_rows(connection: Connection, document_id: str, old: Sequence[StoredEntry]) -> None:
    remove_postings(connection, old)
    change_frequencies(connection, [(entry.language, entry.word_ids, -1) for entry in old])
    connection.execute(delete(documents).where(documents.c.document_id == document_id))


def _blocks(
    keys: Sequence[int], new: Sequence[Entry], word_ids: Sequence[NDArray[np.int32]]
) -> Iterator[Block]:
    """Yield the entries of a document language by language."""
    for language in LANGUAGES:
        places = [place for place, entry in enumerate(new) if entry.language == language]
        if places:
            yield Block(
                language,
                tuple(keys[place] for place in places),
                tuple(word_ids[place] for place in places),
            )


def _difference(
    old: Sequence[StoredEntry], new: Replacement
) -> tuple[list[tuple[str, Language]], int]:
    """Return the places where the index must change, and how many of them it holds already."""
    held = {(entry.entry_id, entry.language): entry.vector for entry in old}
    changed = []
    for entry, vector in zip(new.entries, new.vectors, strict=True):
        place = (entry.entry_id, entry.language)
        before = held.get(place)
        if before is None or not np.array_equal(before, vector):
            changed.append(place)
    kept = {(entry.entry_id, entry.language) for entry in new.entries}
    gone = [place for place in held if place not in kept]
    moved = sum(place in held for place in changed)
    return [*gone, *changed], len(gone) + moved


def _commit_state(
    connection: Connection, places: Sequence[tuple[str, Language]], churn: int
) -> None:
    add_pending(connection, places)
    state = read_state(connection)
    write_state(
        connection,
        {
            "generation": state.generation + 1,
            "churn": state.churn + churn,
            "dirty": state.dirty or bool(places),
        },
    )
