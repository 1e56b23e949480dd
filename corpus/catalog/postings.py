"""Postings: which entries hold a word, a list of keys for each word and block.

A block is what one document holds in one language; its number is the least entry key of it.
One row for each word and entry would be some fifty times as many.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, bindparam, delete, func, insert, select

from corpus.catalog.entries import StoredEntry
from corpus.catalog.reading import batched
from corpus.catalog.schema import entries, postings
from corpus.language import Language

__all__ = ["Block", "Posting", "find_postings", "insert_postings", "remove_postings"]


@dataclass(frozen=True, slots=True)
class Posting:
    """An entry that holds a word."""

    word_id: int
    entry_id: str
    passage_id: str
    language: Language


@dataclass(frozen=True, slots=True)
class Block:
    """What a document holds in one language: the keys of its entries and their words."""

    language: Language
    entry_keys: tuple[int, ...]
    word_ids: tuple[NDArray[np.int32], ...]

    @property
    def number(self) -> int:
        """The least entry key."""
        return min(self.entry_keys)

    def keys_of_words(self) -> Iterator[tuple[int, NDArray[np.int32]]]:
        """Yield each word with the keys of the entries that hold it, both ascending."""
        distinct = [np.unique(ids) for ids in self.word_ids]
        held = np.concatenate(distinct)
        keys = np.repeat(np.array(self.entry_keys, dtype="<i4"), [len(ids) for ids in distinct])
        order = np.lexsort((keys, held))
        held, keys = held[order], keys[order]
        numbers, starts = np.unique(held, return_index=True)
        yield from zip(numbers.tolist(), np.split(keys, starts[1:]), strict=True)


def insert_postings(connection: Connection, blocks: Iterable[Block]) -> None:
    """Store which entries hold which words."""
    rows: list[dict[str, Any]] = [
        {
            "word_id": word_id,
            "block": block.number,
            "language": block.language,
            "entry_keys": keys.tobytes(),
        }
        for block in blocks
        for word_id, keys in block.keys_of_words()
    ]
    if rows:
        connection.execute(insert(postings), rows)


def remove_postings(connection: Connection, gone: Sequence[StoredEntry]) -> None:
    """Delete what the postings say of all entries of a document."""
    blocks: dict[Language, list[StoredEntry]] = {}
    for entry in gone:
        blocks.setdefault(entry.language, []).append(entry)
    rows = [
        {"number": number, "first": min(entry.entry_key for entry in held)}
        for held in blocks.values()
        for number in np.unique(np.concatenate([entry.word_ids for entry in held])).tolist()
    ]
    if rows:
        of_key = (postings.c.word_id == bindparam("number")) & (
            postings.c.block == bindparam("first")
        )
        connection.execute(delete(postings).where(of_key), rows)


def find_postings(
    connection: Connection,
    wanted: Mapping[Language, Sequence[int]],
    *,
    limit: int,
    document_ids: Sequence[str] | None = None,
) -> tuple[Posting, ...]:
    """Return the entries of each language that hold the words wanted of it.

    There are at most ``limit`` of a language. Its words are taken in the order given, the
    entries of each by their keys.
    """
    blocks = None if document_ids is None else _blocks_of(connection, document_ids)
    lists = _key_lists(connection, wanted, blocks)
    chosen: list[tuple[int, int]] = []
    for language, word_ids in wanted.items():
        room = limit
        for word_id in dict.fromkeys(word_ids):
            keys = np.sort(np.frombuffer(lists.get((language, word_id), b""), dtype="<i4"))[:room]
            chosen.extend((word_id, key) for key in keys.tolist())
            room -= len(keys)
    held = _entries_of(connection, (key for _, key in chosen))
    return tuple(Posting(word_id, *held[key]) for word_id, key in chosen if key in held)


def _key_lists(
    connection: Connection,
    wanted: Mapping[Language, Sequence[int]],
    blocks: frozenset[int] | None,
) -> dict[tuple[Language, int], bytes]:
    """Return the keys of the entries of each language and word, block by block."""
    found: dict[tuple[Language, int], list[bytes]] = {}
    columns = (
        postings.c.word_id,
        postings.c.block,
        postings.c.language,
        postings.c.entry_keys,
    )
    for batch in batched(dict.fromkeys(word for ids in wanted.values() for word in ids)):
        for row in connection.execute(select(*columns).where(postings.c.word_id.in_(batch))):
            if blocks is None or row.block in blocks:
                found.setdefault((row.language, row.word_id), []).append(row.entry_keys)
    return {key: b"".join(lists) for key, lists in found.items()}


def _blocks_of(connection: Connection, document_ids: Sequence[str]) -> frozenset[int]:
    first = select(func.min(entries.c.entry_key)).group_by(
        entries.c.document_id, entries.c.language
    )
    return frozenset(
        number
        for batch in batched(dict.fromkeys(document_ids))
        for number in connection.scalars(first.where(entries.c.document_id.in_(batch)))
    )


def _entries_of(
    connection: Connection, keys: Iterable[int]
) -> Mapping[int, tuple[str, str, Language]]:
    wanted = select(
        entries.c.entry_key, entries.c.entry_id, entries.c.passage_id, entries.c.language
    )
    found: dict[int, tuple[str, str, Language]] = {}
    for batch in batched(dict.fromkeys(keys)):
        rows = connection.execute(wanted.where(entries.c.entry_key.in_(batch)))
        found.update({row[0]: (row[1], row[2], row[3]) for row in rows})
    return found
