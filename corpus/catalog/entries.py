"""Entries: what is searched, with its vector and its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, Row, Select, func, insert, select

from corpus.catalog.reading import batched
from corpus.catalog.schema import entries, vectors, words
from corpus.language import LANGUAGES, Language
from corpus.records import Entry

__all__ = [
    "EntryVectors",
    "StoredEntry",
    "count_entries",
    "entry_ids",
    "has_entries",
    "insert_entries",
    "insert_vectors",
    "known_entries",
    "load_entries",
    "load_word_ids",
    "stored_entries",
    "vectors_after",
    "vectors_of",
]


@dataclass(frozen=True, slots=True)
class EntryVectors:
    """Entries of one language with their vectors, shape (n, dimension), row by row.

    ``entry_keys`` are the catalog's own numbers for them, ascending.
    """

    language: Language
    entry_ids: tuple[str, ...]
    vectors: NDArray[np.float32]
    entry_keys: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class StoredEntry:
    """What is stored of an entry; ``vector`` is ``None`` when that encoder made none."""

    entry_key: int
    entry_id: str
    language: Language
    text: str
    word_ids: NDArray[np.int32]
    vector: NDArray[np.float32] | None


def stored_entries(
    connection: Connection, document_id: str, digest: str
) -> tuple[StoredEntry, ...]:
    """Return the entries of a document with their vectors by the encoder of that digest."""
    of_encoder = (vectors.c.entry_key == entries.c.entry_key) & (vectors.c.digest == digest)
    wanted = select(entries, vectors.c.vector).select_from(entries.outerjoin(vectors, of_encoder))
    rows = connection.execute(wanted.where(entries.c.document_id == document_id))
    return tuple(
        StoredEntry(
            entry_key=row.entry_key,
            entry_id=row.entry_id,
            language=row.language,
            text=row.text,
            word_ids=np.frombuffer(row.word_ids, dtype="<i4"),
            vector=None if row.vector is None else np.frombuffer(row.vector, dtype="<f4"),
        )
        for row in rows
    )


def insert_entries(
    connection: Connection, new: Sequence[Entry], word_ids: Sequence[NDArray[np.int32]]
) -> range:
    """Insert entries with their words; return their keys, in order."""
    top = connection.scalar(select(func.max(entries.c.entry_key))) or 0
    keys = range(top + 1, top + 1 + len(new))
    names = ("entry_id", "passage_id", "document_id", "language", "origin", "text")
    rows: list[dict[str, Any]] = [
        {
            "entry_key": key,
            **{name: getattr(entry, name) for name in names},
            "word_ids": ids.astype("<i4").tobytes(),
        }
        for key, entry, ids in zip(keys, new, word_ids, strict=True)
    ]
    if rows:
        connection.execute(insert(entries), rows)
    return keys


def insert_vectors(
    connection: Connection, keys: Sequence[int], numbers: NDArray[np.float32], digest: str
) -> None:
    """Store vectors, shape (n, dimension), of the entries of these keys, row by row."""
    rows = [
        {"entry_key": key, "digest": digest, "vector": row.astype("<f4").tobytes()}
        for key, row in zip(keys, numbers, strict=True)
    ]
    if rows:
        connection.execute(insert(vectors), rows)


def load_entries(connection: Connection, ids: Sequence[str]) -> dict[str, Entry]:
    """Return the entries of these ids that are held, in the order of ``ids``."""
    rows = _rows(connection, select(entries), ids)
    spelled = _spellings(connection, rows)
    return {
        entry_id: Entry(
            entry_id=entry_id,
            passage_id=row.passage_id,
            document_id=row.document_id,
            language=row.language,
            origin=row.origin,
            text=row.text,
            words=tuple(spelled[number] for number in _word_ids(row).tolist()),
        )
        for entry_id, row in rows.items()
    }


def load_word_ids(connection: Connection, ids: Sequence[str]) -> dict[str, NDArray[np.int32]]:
    """Return the word ids of each of these entries, in the order of its words."""
    wanted = select(entries.c.entry_id, entries.c.word_ids)
    return {key: _word_ids(row) for key, row in _rows(connection, wanted, ids).items()}


def known_entries(connection: Connection, ids: Sequence[str]) -> frozenset[str]:
    """Return those of ``ids`` that are held."""
    return frozenset(_rows(connection, select(entries.c.entry_id), ids))


def entry_ids(connection: Connection, language: Language) -> tuple[str, ...]:
    """Return the ids of all entries of a language, sorted."""
    wanted = select(entries.c.entry_id).where(entries.c.language == language)
    return tuple(connection.scalars(wanted.order_by(entries.c.entry_id)))


def count_entries(connection: Connection) -> dict[Language, int]:
    """Return how many entries each language has, in the order of ``LANGUAGES``."""
    counted = select(entries.c.language, func.count()).group_by(entries.c.language)
    found: dict[str, int] = {row[0]: row[1] for row in connection.execute(counted)}
    return {language: found.get(language, 0) for language in LANGUAGES}


def has_entries(connection: Connection) -> bool:
    """Tell whether anything is held that can be searched."""
    return connection.scalar(select(entries.c.entry_key).limit(1)) is not None


def vectors_of(
    connection: Connection, language: Language, ids: Sequence[str], digest: str
) -> EntryVectors:
    """Return those of ``ids`` that are held in this language, with their vectors."""
    rows = _rows(connection, _with_vectors(language, digest), ids)
    return _entry_vectors(language, sorted(rows.values(), key=lambda row: row.entry_key))


def vectors_after(
    connection: Connection,
    language: Language,
    digest: str,
    *,
    after: int,
    limit: int,
    document_ids: Sequence[str] | None = None,
) -> EntryVectors:
    """Return the next entries, at most ``limit``, whose key is greater than ``after``."""
    wanted = _with_vectors(language, digest).where(entries.c.entry_key > after)
    if document_ids is not None:
        wanted = wanted.where(entries.c.document_id.in_(document_ids))
    rows = connection.execute(wanted.order_by(entries.c.entry_key).limit(limit)).all()
    return _entry_vectors(language, rows)


def _with_vectors(language: Language, digest: str) -> Select[Any]:
    of_encoder = (vectors.c.entry_key == entries.c.entry_key) & (vectors.c.digest == digest)
    return (
        select(entries.c.entry_key, entries.c.entry_id, vectors.c.vector)
        .select_from(entries.join(vectors, of_encoder))
        .where(entries.c.language == language)
    )


def _entry_vectors(language: Language, rows: Sequence[Row[Any]]) -> EntryVectors:
    numbers = np.frombuffer(b"".join(row.vector for row in rows), dtype="<f4")
    return EntryVectors(
        language=language,
        entry_ids=tuple(row.entry_id for row in rows),
        vectors=numbers.reshape(len(rows), -1) if rows else np.zeros((0, 0), dtype=np.float32),
        entry_keys=tuple(row.entry_key for row in rows),
    )


def _rows(connection: Connection, wanted: Select[Any], ids: Sequence[str]) -> dict[str, Row[Any]]:
    found: dict[str, Row[Any]] = {}
    for batch in batched(dict.fromkeys(ids)):
        of_batch = connection.execute(wanted.where(entries.c.entry_id.in_(batch)))
        rows = {row.entry_id: row for row in of_batch}
        found.update({entry_id: rows[entry_id] for entry_id in batch if entry_id in rows})
    return found


def _word_ids(row: Row[Any]) -> NDArray[np.int32]:
    return np.frombuffer(row.word_ids, dtype="<i4")


def _spellings(connection: Connection, rows: dict[str, Row[Any]]) -> dict[int, str]:
    numbers = dict.fromkeys(number for row in rows.values() for number in _word_ids(row).tolist())
    spelled: dict[int, str] = {}
    for batch in batched(numbers):
        wanted = select(words.c.word_id, words.c.word).where(words.c.word_id.in_(batch))
        spelled.update({row.word_id: row.word for row in connection.execute(wanted)})
    return spelled
