"""The database behind the catalog: connections, transactions, and faults in our words.

The only module that knows which database it is. SQLite runs in WAL mode, so that readers
and one writer do not wait for each other, and with ``synchronous=FULL``, so that what was
acknowledged outlives a power cut.
"""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.pool import NullPool, QueuePool

from corpus.errors import ReadOnlyError, StorageError, UnbuiltError

__all__ = ["CATALOG_NAME", "Database", "connect", "translated"]

CATALOG_NAME: Final = "catalog.sqlite3"

BUSY_SECONDS: Final = 30.0
"""How long a change waits for another one; a large document takes a few seconds."""


class Database:
    """The catalog's file with a pool of connections, for several threads.

    Raises (from every method): StorageError, or one of its kinds, for whatever the
    database or the file system refuses.
    """

    def __init__(self, data_dir: Path) -> None:
        self.data_dir = data_dir
        self.path = data_dir / CATALOG_NAME
        self._engine: Engine | None = None
        self._inode: tuple[int, int] | None = None

    @property
    def writable(self) -> bool:
        """Whether this process may write to the file and its folder (WAL needs both)."""
        return os.access(self.data_dir, os.W_OK) and os.access(self.path, os.W_OK)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Yield a connection that sees one state throughout."""
        with translated(self.data_dir), self._fresh_engine().connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Yield a connection whose changes are kept all together at the end, or not at all."""
        if self.path.exists() and not self.writable:
            raise ReadOnlyError(self.data_dir, "no permission")
        with translated(self.data_dir), self._fresh_engine().connect() as connection:
            connection.execution_options(writes=True)
            with connection.begin():
                yield connection

    def copy_to(self, target: Path) -> None:
        """Copy all, as of one moment, to the file ``target``, while others read and write."""
        with translated(self.data_dir):
            source = connect(self.path, writable=self.writable)
            copy = sqlite3.connect(target)
            try:
                source.backup(copy)
                copy.execute("PRAGMA journal_mode=DELETE")
            finally:
                copy.close()
                source.close()

    def copy_from(self, source_path: Path) -> None:
        """Put the content of another catalog's file in the place of all that is here."""
        with translated(self.data_dir):
            source = connect(source_path, writable=False)
            target = connect(self.path, writable=True)
            try:
                source.backup(target)
                target.execute("PRAGMA journal_mode=WAL")
            finally:
                target.close()
                source.close()

    def close(self) -> None:
        """Close every idle connection; the next use opens a new one."""
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None

    def _fresh_engine(self) -> Engine:
        """Return the engine of the file that is there now.

        A file that was deleted stays readable and writable for those who hold it open:
        what they write would be acknowledged and lost.
        """
        try:
            status = self.path.stat()
        except FileNotFoundError as error:
            self.close()
            raise UnbuiltError(self.data_dir) from error
        inode = (status.st_dev, status.st_ino)
        if self._engine is None or inode != self._inode:
            self.close()
            self._inode = inode
            self._engine = _engine(self)
        return self._engine


def _engine(database: Database) -> Engine:
    def connect_now() -> sqlite3.Connection:
        return connect(database.path, writable=database.writable)

    if database.writable:
        engine = create_engine(
            "sqlite://", creator=connect_now, poolclass=QueuePool, pool_size=8, max_overflow=56
        )
    else:
        # Each connection decides anew how a read-only file can be opened.
        engine = create_engine("sqlite://", creator=connect_now, poolclass=NullPool)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A change takes its lock at once: it would fail, not wait, if it asked after reading.
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def connect(path: Path, *, writable: bool, create: bool = False) -> sqlite3.Connection:
    """Return a plain connection to an SQLite file, in autocommit, made safe and patient."""
    mode = "rwc" if create else "rw" if writable else "ro"
    location = f"file:{quote(str(path.absolute()))}?mode={mode}"
    log = path.with_name(path.name + "-wal")
    if not writable and (not log.exists() or log.stat().st_size == 0):
        # Without its log a WAL file in a folder that cannot be written opens only so.
        location += "&immutable=1"
    connection = sqlite3.connect(
        location, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )
    try:
        if create:
            connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA foreign_keys=ON")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


@contextmanager
def translated(data_dir: Path) -> Iterator[None]:
    """Turn what the database and the file system raise into our own errors."""
    try:
        yield
    except DBAPIError as error:
        raise _fault(data_dir, error.orig or error) from error
    except (sqlite3.Error, OSError, PoolTimeoutError) as error:
        raise _fault(data_dir, error) from error


def _fault(data_dir: Path, error: BaseException) -> StorageError:
    text = str(error)
    denied = {errno.EACCES, errno.EPERM, errno.EROFS}
    if "readonly" in text or getattr(error, "errno", None) in denied:
        return ReadOnlyError(data_dir, text)
    place = f"in {str(data_dir)!r}"
    if "disk is full" in text or getattr(error, "errno", None) == errno.ENOSPC:
        return StorageError(f"the disk is full {place}: make room, then try again")
    if "malformed" in text or "not a database" in text:
        return StorageError(
            f"the catalog {place} is damaged ({text}): restore a backup with "
            "'python -m ingest restore FILE', or build it again in an empty folder"
        )
    if "locked" in text:
        return StorageError(f"the catalog {place} is busy: try again ({text})")
    return StorageError(f"cannot use the catalog {place}: {text}")
