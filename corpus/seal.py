"""Telling whether an index's files are still as they were left.

Reading a damaged index may end the process, so the files are looked at first. Chroma
writes whenever it opens an index. Left out, therefore, are the counters in its
database's head, the page of the table that it writes to, and the files of a graph that
was never saved, which are made anew.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Final

__all__ = ["forget_openings", "is_unbroken", "make_seal"]

COUNTERS: Final = (slice(24, 28), slice(92, 100))
"""Bytes of an SQLite file's head that change with every write: counters, SQLite's version."""

PAGE_SIZE_AT: Final = slice(16, 18)
OPENING_TABLE: Final = "acquire_write"
OPENINGS_KEPT: Final = 200
"""Chroma adds a row at each opening; some five hundred fill the page that is left out."""

GRAPH_SAVED: Final = "index_metadata.pickle"


def make_seal(folder: Path) -> str:
    """Return a description of the files of a closed index.

    Raises:
        OSError: A file cannot be read.
    """
    return json.dumps({name: _describe(folder / name) for name in _names(folder)})


def is_unbroken(folder: Path, seal: str, *, thorough: bool = False) -> bool:
    """Tell whether the files are those that ``seal`` describes.

    Args:
        folder: The index's folder; no other process may be opening or changing it.
        seal: What ``make_seal`` returned.
        thorough: Read also the files whose size and time are unchanged.
    """
    try:
        sealed = json.loads(seal)
        if sorted(sealed) != sorted(_names(folder)):
            return False
        return all(_is_as(folder / name, sealed[name], thorough) for name in sealed)
    except (OSError, ValueError, KeyError):
        return False


def forget_openings(folder: Path) -> None:
    """Delete Chroma's rows about having been opened, before they need a second page.

    Raises:
        OSError: The database cannot be read or written.
    """
    path = folder / "chroma.sqlite3"
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True)
    try:
        rows = connection.execute(f"SELECT count(*) FROM {OPENING_TABLE}").fetchone()[0]  # noqa: S608
        if rows > OPENINGS_KEPT:
            with connection:
                connection.execute(f"DELETE FROM {OPENING_TABLE}")  # noqa: S608
    except sqlite3.Error as error:
        raise OSError(f"cannot use {path}: {error}") from error
    finally:
        connection.close()


def _is_as(path: Path, sealed: dict[str, object], thorough: bool) -> bool:
    status = path.stat()
    if status.st_size != sealed["size"]:
        return False
    is_database = path.suffix == ".sqlite3"
    if status.st_mtime_ns == sealed["time"] and not (is_database or thorough):
        return True
    return _digest(path) == sealed["digest"]


def _describe(path: Path) -> dict[str, object]:
    status = path.stat()
    return {"size": status.st_size, "time": status.st_mtime_ns, "digest": _digest(path)}


def _names(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and (path.parent == folder or (path.parent / GRAPH_SAVED).is_file()):
            yield path.relative_to(folder).as_posix()


def _digest(path: Path) -> str:
    content = bytearray(path.read_bytes())
    if path.suffix == ".sqlite3":
        for counter in COUNTERS:
            content[counter] = bytes(counter.stop - counter.start)
        size = int.from_bytes(content[PAGE_SIZE_AT], "big")
        page = _opening_page(path)
        content[(page - 1) * size : page * size] = bytes(size)
    return hashlib.blake2b(content, digest_size=16).hexdigest()


def _opening_page(path: Path) -> int:
    """Return the number, from 1, of the page that Chroma writes to when it opens."""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        found = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = ?", (OPENING_TABLE,)
        ).fetchone()
    except sqlite3.Error as error:
        raise ValueError(f"{path} is no database: {error}") from error
    finally:
        connection.close()
    if found is None:
        raise ValueError(f"{path} has no table {OPENING_TABLE!r}")
    return int(found[0])
