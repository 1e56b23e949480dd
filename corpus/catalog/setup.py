"""Making a catalog, finding one, and telling whether it is whole."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import Connection, inspect

from corpus.catalog.engine import CATALOG_NAME, Database, connect, translated
from corpus.catalog.migrations import SCHEMA_VERSION, migrate
from corpus.catalog.schema import METADATA
from corpus.catalog.state import read_state, write_state
from corpus.errors import NewerSchemaError, StorageError, UnbuiltError

__all__ = ["find_damage", "prepare", "require_backup", "take_over"]


def prepare(data_dir: Path, *, create: bool) -> Database:
    """Return the database of a data directory, of this schema.

    Raises:
        UnbuiltError: There is none, and ``create`` is not set.
        NewerSchemaError: A newer Sitir wrote it.
        ReadOnlyError: It must be made or brought up to date, and cannot be written.
    """
    database = Database(data_dir)
    try:
        if create:
            _create_file(data_dir)
        _require_schema(database, create=create)
    except BaseException:
        database.close()
        raise
    return database


def _create_file(data_dir: Path) -> None:
    path = data_dir / CATALOG_NAME
    if path.exists():
        return
    with translated(data_dir):
        data_dir.mkdir(parents=True, exist_ok=True)
        connect(path, writable=True, create=True).close()


def _require_schema(database: Database, *, create: bool) -> None:
    with database.reading() as connection:
        found = _version_of(connection)
    if found == 0 and not create:
        raise UnbuiltError(database.data_dir)
    if found > SCHEMA_VERSION:
        raise NewerSchemaError(database.data_dir, found, SCHEMA_VERSION)
    if found < SCHEMA_VERSION:
        _bring_up(database)


def _version_of(connection: Connection) -> int:
    return read_state(connection).schema_version if inspect(connection).has_table("meta") else 0


def _bring_up(database: Database) -> None:
    with database.writing() as connection:
        found = _version_of(connection)
        if found == 0:
            METADATA.create_all(connection)
            reached = SCHEMA_VERSION
        else:
            reached = migrate(connection, found)
        write_state(connection, {"schema_version": reached})


def find_damage(database: Database) -> tuple[str, ...]:
    """Return what is wrong in the database, line by line; reads all of it."""
    with database.reading() as connection:
        faults = connection.exec_driver_sql("PRAGMA integrity_check").all()
        hanging = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    return (
        *(f"catalog: {row[0]}" for row in faults if row[0] != "ok"),
        *(f"catalog: a row of {row[0]} hangs on nothing in {row[2]}" for row in hanging),
    )


def take_over(database: Database, source: Path) -> None:
    """Put the content of a backup in the place of all that is held.

    Generations go on rising, so that every reader notices.

    Raises:
        StorageError: ``source`` is no whole catalog; nothing was changed.
    """
    require_backup(source)
    with database.reading() as connection:
        before = read_state(connection)
    database.copy_from(source)
    with database.writing() as connection:
        state = read_state(connection)
        write_state(
            connection,
            {
                "generation": max(before.generation, state.generation) + 1,
                "index_generation": max(before.index_generation, state.index_generation) + 1,
                "index_name": before.index_name,
                "dirty": True,
            },
        )
    if state.schema_version < SCHEMA_VERSION:
        _bring_up(database)


def require_backup(source: Path) -> None:
    """Refuse a file that is no whole catalog which this Sitir can read.

    Raises:
        NewerSchemaError: A newer Sitir wrote it.
        StorageError: It is missing, damaged or something else.
    """
    problem = ""
    try:
        if not source.is_file():
            raise StorageError(f"no backup {str(source)!r}: name an existing file")
        connection = connect(source, writable=False)
        try:
            found = connection.execute("PRAGMA integrity_check").fetchone()[0]
            problem = "" if found == "ok" else found
            row = connection.execute("SELECT value FROM meta WHERE key='schema_version'").fetchone()
        finally:
            connection.close()
    except (sqlite3.Error, OSError) as error:
        raise StorageError(f"{str(source)!r} is not a backup of a corpus: {error}") from error
    if row is None or problem:
        raise StorageError(f"{str(source)!r} is not a whole backup: {problem or 'no schema'}")
    if int(row[0]) > SCHEMA_VERSION:
        raise NewerSchemaError(source, int(row[0]), SCHEMA_VERSION)
