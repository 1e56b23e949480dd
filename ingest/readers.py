"""Readers: a file's bytes to decoded text, one reader for each type.

The decoded text keeps every character of the file; what cannot be decoded for certain
is refused with the reason, never guessed.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from corpus.decoding import decode, encoding_of
from corpus.errors import UnreadableFileError

__all__ = [
    "MAX_BYTES",
    "READERS",
    "RawFile",
    "Reader",
    "read_file",
    "readable_suffixes",
    "stored_name",
]

MAX_BYTES: Final = 50_000_000
"""Larger text files are refused: a thesis has about one million characters."""

_SIGNATURES: Final = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive (Word and Excel files are such)"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a gzip archive"),
)
_CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_CONTROL_BYTE: Final = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class RawFile:
    """A file as it was read: ``text`` is everything in it, decoded."""

    name: str
    sha256: str
    encoding: str
    text: str


def read_file(path: Path, name: str = "") -> RawFile:
    """Read a source file with the reader of its type.

    Args:
        path: Where it lies.
        name: What it is called, where that is not the path's name: it tells the type, and
            stands in what is read and in errors.

    Raises:
        UnreadableFileError: The file is missing, no file, empty, too large, of a type
            without a reader, binary, or not in a Unicode encoding.
    """
    try:
        raw = _read(path, Path(name or path.name).suffix)
    except UnreadableFileError as error:
        raise UnreadableFileError(name or path, error.problem) from error
    except OSError as error:
        raise UnreadableFileError(name or path, error.strerror or str(error)) from error
    return replace(raw, name=name) if name else raw


def readable_suffixes() -> tuple[str, ...]:
    """Return the endings of the files that can be read, in lower case, sorted."""
    return tuple(sorted(READERS))


def _read(path: Path, suffix: str) -> RawFile:
    if not path.exists():
        raise UnreadableFileError(path, "no such file")
    if not path.is_file():
        raise UnreadableFileError(path, "it is not a file")
    reader = READERS.get(suffix.lower())
    if reader is None:
        known = ", ".join(readable_suffixes())
        raise UnreadableFileError(path, f"no reader for {suffix!r} files; known: {known}")
    return reader(path)


def stored_name(path: Path) -> str:
    """Return the name of a file; what is not in the system's encoding cannot be stored as it is."""
    return os.fsencode(path.name).decode("utf-8", "backslashreplace")


def _read_text(path: Path) -> RawFile:
    size = path.stat().st_size
    if size > MAX_BYTES:
        raise UnreadableFileError(path, f"{size:,} bytes are more than {MAX_BYTES:,}")
    data = path.read_bytes()
    encoding = encoding_of(data)
    if not encoding.startswith(("utf-16", "utf-32")):
        _refuse_binary(path, data)
    text = decode(path, data, encoding)
    _refuse_control(path, text)
    if not any(char.isalnum() for char in text):
        raise UnreadableFileError(path, "it is empty: there is no letter and no digit in it")
    return RawFile(stored_name(path), hashlib.sha256(data).hexdigest(), encoding, text)


def _refuse_binary(path: Path, data: bytes) -> None:
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableFileError(path, f"it is {name}, not text, whatever its name says")
    if match := _CONTROL_BYTE.search(data):
        raise UnreadableFileError(
            path,
            f"it is binary (byte 0x{match[0][0]:02x} at position {match.start()}), not text; "
            "if it is UTF-16 without a byte order mark, save it as UTF-8",
        )


def _refuse_control(path: Path, text: str) -> None:
    if match := _CONTROL.search(text):
        raise UnreadableFileError(
            path,
            f"it holds the control character U+{ord(match[0]):04X} at position {match.start()}: "
            "save it as plain text",
        )


Reader = Callable[[Path], RawFile]
"""Reads one type of file; raises ``UnreadableFileError`` with the reason if it cannot."""

READERS: Final[Mapping[str, Reader]] = {".md": _read_text, ".txt": _read_text}
"""The reader of each file type, by lower-case suffix: a new type needs a line here."""
