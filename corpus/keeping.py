"""Keeping a data directory: its folder, its backups, and what a check of it found."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from corpus.catalog import Catalog
from corpus.errors import ReadOnlyError, StorageError
from corpus.lock import writer_lock
from corpus.upkeep import IndexKeeper

__all__ = ["CheckReport", "make_folder", "restore", "write_backup"]


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check found.

    ``damage`` is what is still wrong, ``repaired`` what was wrong in the index before
    it was made again.
    """

    documents: int
    passages: int
    entries: int
    damage: tuple[str, ...] = ()
    repaired: tuple[str, ...] = ()


def make_folder(data_dir: Path) -> None:
    """Make a data directory, if it is not there.

    Raises:
        ReadOnlyError: It cannot be made for lack of permission.
        StorageError: Something else is in its place, or the disk is full.
    """
    try:
        data_dir.mkdir(parents=True, exist_ok=True)
    except PermissionError as error:
        raise ReadOnlyError(data_dir, str(error)) from error
    except OSError as error:
        raise StorageError(f"cannot make the data directory {str(data_dir)!r}: {error}") from error


def write_backup(catalog: Catalog, file: Path) -> None:
    """Write all that a catalog holds, as of this moment, to one file; others may go on.

    Raises:
        StorageError: The file cannot be written; one that was there before stays.
    """
    if file.is_dir() or not file.parent.is_dir():
        raise StorageError(f"cannot write a backup to {str(file)!r}: name a file in a folder")
    draft = file.with_name(f".{file.name}.{secrets.token_hex(4)}")
    try:
        catalog.backup(draft)
        with draft.open("rb+") as written:
            os.fsync(written.fileno())
        draft.replace(file)
    except OSError as error:
        raise StorageError(f"cannot write the backup {str(file)!r}: {error}") from error
    finally:
        draft.unlink(missing_ok=True)


def restore(file: Path, data_dir: Path) -> None:
    """Put a backup in the place of all that a data directory holds.

    The index is made anew from the vectors in the backup. Readers that are running go on
    with what was restored.

    Raises:
        WriterBusyError: Another process is writing there.
        StorageError: ``file`` is no whole backup; nothing was changed.
    """
    Catalog.require_backup(file)
    make_folder(data_dir)
    with writer_lock(data_dir):
        catalog = Catalog.open(data_dir, create=True)
        try:
            catalog.take_over(file)
            statement = catalog.state().statement
            if statement is not None:
                IndexKeeper(catalog).rebuild(statement)
        finally:
            catalog.close()
