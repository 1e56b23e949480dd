"""Bringing a catalog of an older schema up to this one, step by step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np
from sqlalchemy import Connection, select, update
from sqlalchemy.schema import CreateColumn

from corpus.catalog.postings import Block, insert_postings
from corpus.catalog.schema import documents, entries, feedback, notes, postings
from corpus.language import LANGUAGES
from corpus.text import count_words

__all__ = ["MIGRATIONS", "SCHEMA_VERSION", "migrate"]

Migration = Callable[[Connection], None]


def _pack_postings(connection: Connection) -> None:
    """Keep postings as lists of keys; there was a row for each word and entry."""
    postings.drop(connection)
    postings.create(connection)
    wanted = select(entries.c.entry_key, entries.c.word_ids).order_by(entries.c.entry_key)
    for document_id in list(connection.scalars(select(documents.c.document_id))):
        for language in LANGUAGES:
            of_block = (entries.c.document_id == document_id) & (entries.c.language == language)
            rows = connection.execute(wanted.where(of_block)).all()
            if rows:
                keys = tuple(row.entry_key for row in rows)
                ids = tuple(np.frombuffer(row.word_ids, dtype="<i4") for row in rows)
                insert_postings(connection, [Block(language, keys, ids)])


def _keep_remarks(connection: Connection) -> None:
    """Make room for feedback and notes, and count each document's words."""
    feedback.create(connection)
    notes.create(connection)
    column = CreateColumn(documents.c.words).compile(connection)
    connection.exec_driver_sql(f"ALTER TABLE documents ADD COLUMN {column}")
    for document_id in list(connection.scalars(select(documents.c.document_id))):
        held = documents.c.document_id == document_id
        text = connection.scalars(select(documents.c.text).where(held)).one()
        connection.execute(update(documents).where(held).values(words=count_words(text)))


MIGRATIONS: Final[tuple[Migration, ...]] = (_pack_postings, _keep_remarks)
"""The step at place ``i`` brings schema version ``i + 1`` to ``i + 2``."""

SCHEMA_VERSION: Final = 1 + len(MIGRATIONS)


def migrate(connection: Connection, found: int, steps: tuple[Migration, ...] = MIGRATIONS) -> int:
    """Run the steps that lead on from schema version ``found``; return the version reached."""
    for step in steps[found - 1 :]:
        step(connection)
    return 1 + len(steps)
