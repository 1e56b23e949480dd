"""Locks between processes, which the operating system releases when their holder dies."""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from corpus.errors import ReadOnlyError, StorageError, WriterBusyError

__all__ = ["file_lock", "holder_of", "writer_lock"]

WRITER_LOCK: Final = "writer.lock"

PAUSE_SECONDS: Final = 0.02

if sys.platform == "win32":
    import msvcrt

    FAR_BYTE: Final = 1 << 30
    """The byte that is locked, beyond the pid, which others must be able to read."""

    def _try_lock(descriptor: int) -> bool:
        os.lseek(descriptor, FAR_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


@contextmanager
def writer_lock(data_dir: Path) -> Iterator[None]:
    """Hold the right to change documents in a data directory.

    Raises:
        WriterBusyError: Another process, or another part of this one, holds it; at once.
        ReadOnlyError: The lock cannot be placed.
    """
    path = data_dir / WRITER_LOCK
    with file_lock(path, seconds=0) as held:
        if not held:
            raise WriterBusyError(data_dir, holder_of(data_dir))
        yield


def holder_of(data_dir: Path) -> int | None:
    """Return the process that holds, or last held, the writer lock, if it says so."""
    try:
        return int((data_dir / WRITER_LOCK).read_text(encoding="ascii"))
    except (OSError, ValueError):
        return None


@contextmanager
def file_lock(path: Path, *, seconds: float) -> Iterator[bool]:
    """Lock a file, made if need be, waiting at most ``seconds``; yield whether it is held.

    Raises:
        ReadOnlyError: The file can be neither made nor opened.
        StorageError: Its folder is gone, or the disk is full.
    """
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
            raise ReadOnlyError(path.parent, str(error)) from error
        raise StorageError(f"cannot lock {str(path)!r}: {error}") from error
    try:
        held = _wait_for(descriptor, seconds)
        if held:
            _sign(descriptor)
        yield held
    finally:
        os.close(descriptor)


def _wait_for(descriptor: int, seconds: float) -> bool:
    until = time.monotonic() + seconds
    while not _try_lock(descriptor):
        if time.monotonic() >= until:
            return False
        time.sleep(PAUSE_SECONDS)
    return True


def _sign(descriptor: int) -> None:
    os.ftruncate(descriptor, 0)
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.write(descriptor, str(os.getpid()).encode("ascii"))
