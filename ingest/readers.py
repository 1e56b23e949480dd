"""Readers: a file's bytes to decoded text, one reader for each type.

The decoded text keeps every character of the file; what cannot be decoded for certain
is refused with the reason, never guessed.
"""

from __future__ import annotations

import codecs
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from corpus.errors import UnreadableFileError

__all__ = ["MAX_BYTES", "READERS", "RawFile", "read_file"]

MAX_BYTES: Final = 50_000_000
"""Larger text files are refused: a thesis has about one million characters."""

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES: Final = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive (Word and Excel files are such)"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a gzip archive"),
)
_BINARY: Final = frozenset(range(32)) - {9, 10, 11, 12, 13, 27}


@dataclass(frozen=True, slots=True)
class RawFile:
    """A file as it was read: ``text`` is everything in it, decoded."""

    name: str
    sha256: str
    encoding: str
    text: str


def read_file(path: Path) -> RawFile:
    """Read a source file with the reader of its type.

    Raises:
        UnreadableFileError: The file is missing, no file, empty, too large, of a type
            without a reader, binary, or not in a Unicode encoding.
    """
    reader = READERS.get(path.suffix.lower())
    if not path.exists():
        raise UnreadableFileError(path, "no such file")
    if not path.is_file():
        raise UnreadableFileError(path, "it is not a file")
    if reader is None:
        known = ", ".join(sorted(READERS))
        raise UnreadableFileError(path, f"no reader for {path.suffix!r} files; known: {known}")
    return reader(path)


def _read_text(path: Path) -> RawFile:
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise UnreadableFileError(path, f"{size:,} bytes are more than {MAX_BYTES:,}")
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableFileError(path, error.strerror or str(error)) from error
    encoding = next((name for bom, name in _BOMS if data.startswith(bom)), "utf-8")
    if not encoding.startswith(("utf-16", "utf-32")):
        _refuse_binary(path, data)
    text = _decode(path, data, encoding)
    if not text.strip():
        raise UnreadableFileError(path, "it is empty")
    return RawFile(path.name, hashlib.sha256(data).hexdigest(), encoding, text)


def _refuse_binary(path: Path, data: bytes) -> None:
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableFileError(path, f"it is {name}, not text, whatever its name says")
    at = next((place for place, byte in enumerate(data[:MAX_BYTES]) if byte in _BINARY), None)
    if at is not None:
        raise UnreadableFileError(
            path, f"it is binary (byte 0x{data[at]:02x} at position {at}), not text"
        )


def _decode(path: Path, data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        byte = data[error.start]
        raise UnreadableFileError(
            path,
            f"it is not {encoding.upper()}: byte 0x{byte:02x} at position {error.start}; "
            "save it as UTF-8 and try again",
        ) from error
    if "\x00" in text:
        raise UnreadableFileError(path, f"it holds a NUL character at {text.index(chr(0))}")
    return text


READERS: Final[Mapping[str, Callable[[Path], RawFile]]] = {".md": _read_text, ".txt": _read_text}
"""The reader of each file type, by lower-case suffix."""
