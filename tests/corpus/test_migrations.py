"""A catalog of an older schema is brought up to this one when it is opened."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from sqlalchemy import Connection
from store_fakes import make_document
from test_catalog import assert_counted, put

from corpus.catalog import Catalog
from corpus.catalog.engine import CATALOG_NAME
from corpus.catalog.migrations import SCHEMA_VERSION, migrate


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    with closing(Catalog.open(tmp_path, create=True)) as made:
        yield made


def test_migrations_run_from_the_version_found(catalog: Catalog) -> None:
    ran: list[str] = []

    def first(_: Connection) -> None:
        ran.append("1 to 2")

    def second(_: Connection) -> None:
        ran.append("2 to 3")

    with catalog._database.writing() as connection:
        assert migrate(connection, 2, (first, second)) == 3
        assert ran == ["2 to 3"]
        assert migrate(connection, 1, (first, second)) == 3
    assert ran == ["2 to 3", "1 to 2", "2 to 3"]
    assert catalog.state().schema_version == SCHEMA_VERSION


def test_a_catalog_of_the_first_schema_is_brought_up(tmp_path: Path) -> None:
    with closing(Catalog.open(tmp_path, create=True)) as catalog:
        documents = [make_document("a", 4), make_document("b", 6, " lain")]
        for document in documents:
            put(catalog, document)
    as_first_schema(tmp_path / CATALOG_NAME)
    with closing(Catalog.open(tmp_path)) as catalog:
        assert catalog.state().schema_version == SCHEMA_VERSION
        assert_counted(catalog, *documents)
        catalog.remove_document("a")
        assert_counted(catalog, documents[1])


def as_second_schema(path: Path) -> None:
    """Take away what schema 3 added."""
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("DROP TABLE feedback")
        raw.execute("DROP TABLE notes")
        raw.execute("ALTER TABLE documents DROP COLUMN words")
        raw.execute("UPDATE meta SET value = '2' WHERE key = 'schema_version'")


def test_a_catalog_of_the_second_schema_is_brought_up(tmp_path: Path) -> None:
    with closing(Catalog.open(tmp_path, create=True)) as catalog:
        documents = [make_document("a", 4), make_document("b", 6, " lain")]
        for document in documents:
            put(catalog, document)
        before = catalog.documents()
        mine = catalog.start_conversation("me")
        catalog.add_turn(mine, "me", "Apa?", {"text": "Ini."})
    as_second_schema(tmp_path / CATALOG_NAME)
    with closing(Catalog.open(tmp_path)) as catalog:
        assert catalog.state().schema_version == SCHEMA_VERSION == 3
        assert catalog.documents() == before
        assert [one.words for one in before] == [len(one.text.split()) for one in documents]
        assert catalog.document("a") == documents[0]
        assert [turn.question for turn in catalog.turns(mine, "me")] == ["Apa?"]
        assert (catalog.notes(), catalog.kept_feedback()) == ((), ())
        first = documents[0].passages[0]
        catalog.add_note("a", first.start, first.end, first.text, text="Benar.", author="Ani")
        assert len(catalog.notes("a")) == 1


def as_first_schema(path: Path) -> None:
    """Store the postings as schema 1 had them: a row for each word and entry."""
    as_second_schema(path)
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("DROP TABLE postings")
        raw.execute(
            "CREATE TABLE postings (word_id INTEGER NOT NULL, entry_key INTEGER NOT NULL,"
            " tf INTEGER NOT NULL, PRIMARY KEY (word_id, entry_key)) WITHOUT ROWID"
        )
        for key, ids in raw.execute("SELECT entry_key, word_ids FROM entries").fetchall():
            counted = Counter(np.frombuffer(ids, dtype="<i4").tolist())
            rows = [(number, key, tf) for number, tf in counted.items()]
            raw.executemany("INSERT INTO postings VALUES (?, ?, ?)", rows)
        raw.execute("UPDATE meta SET value = '1' WHERE key = 'schema_version'")
