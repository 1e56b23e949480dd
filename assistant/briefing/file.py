"""Where a briefing goes: a file, put in place when it is whole, or standard output."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from corpus.errors import BriefingError, UnwritableFileError

__all__ = ["write_bytes"]


def write_bytes(data: bytes, output: Path | None, *, text: bool) -> None:
    """Write the bytes of a file.

    Args:
        data: What is written.
        output: The file, replaced when the new one is whole; ``None``: standard output.
        text: Whether a terminal can show it.

    Raises:
        BriefingError: It is no text, and would go to a terminal.
        UnwritableFileError: The file cannot be written.
    """
    if output is not None:
        _write_file(data, output)
        return
    if not text and sys.stdout.isatty():
        raise BriefingError("this format is no text for a terminal: give --output FILE")
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def _write_file(data: bytes, output: Path) -> None:
    unfinished = output.with_name(f"{output.name}.part")
    try:
        with unfinished.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(output)
    except OSError as error:
        raise UnwritableFileError(output, error.strerror or str(error)) from error
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
