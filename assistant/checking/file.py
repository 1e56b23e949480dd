"""Reading the text to be checked from a file or from standard input."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Final

from assistant.checking.checker import LONGEST_TEXT
from corpus.decoding import decode, encoding_of
from corpus.errors import UnreadableFileError

__all__ = ["STANDARD_INPUT", "read_given"]

STANDARD_INPUT: Final = Path("-")
_SUFFIXES: Final = (".md", ".txt")
_MOST_BYTES: Final = 4 * LONGEST_TEXT + 4
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def read_given(path: Path) -> str:
    """Return the text of a ``.txt`` or ``.md`` file, of standard input for ``-``.

    Raises:
        UnreadableFileError: It is missing, no file, of another type, empty, too long,
            binary or not in a Unicode encoding.
    """
    if path == STANDARD_INPUT:
        return _decoded(Path("standard input"), sys.stdin.buffer.read(_MOST_BYTES + 1))
    if path.suffix.lower() not in _SUFFIXES:
        raise UnreadableFileError(
            path,
            f"a check reads {' and '.join(_SUFFIXES)} files, not {path.suffix!r}: save the text "
            "as one of them",
        )
    try:
        if not path.exists():
            raise UnreadableFileError(path, "no such file")
        if not path.is_file():
            raise UnreadableFileError(path, "it is not a file")
        with path.open("rb") as file:
            return _decoded(path, file.read(_MOST_BYTES + 1))
    except OSError as error:
        raise UnreadableFileError(path, error.strerror or str(error)) from error


def _decoded(path: Path, data: bytes) -> str:
    if len(data) > _MOST_BYTES:
        raise UnreadableFileError(path, f"it has more than {_MOST_BYTES:,} bytes")
    text = decode(path, data, encoding_of(data))
    if match := _CONTROL.search(text):
        raise UnreadableFileError(
            path,
            f"it holds the control character U+{ord(match[0]):04X} at position {match.start()}: "
            "it is no plain text",
        )
    if not any(char.isalnum() for char in text):
        raise UnreadableFileError(path, "it is empty: there is no letter and no digit in it")
    if len(text) > LONGEST_TEXT:
        raise UnreadableFileError(
            path,
            f"it has {len(text):,} characters, more than {LONGEST_TEXT:,}: "
            "check it chapter by chapter",
        )
    return text
