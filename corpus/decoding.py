"""From bytes to text: the Unicode encodings that files are read in."""

from __future__ import annotations

import codecs
from pathlib import Path
from typing import Final

from corpus.errors import UnreadableFileError

__all__ = ["decode", "encoding_of"]

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def encoding_of(data: bytes) -> str:
    """Return the encoding that a byte order mark tells, UTF-8 without one."""
    return next((name for bom, name in _BOMS if data.startswith(bom)), "utf-8")


def decode(path: Path, data: bytes, encoding: str) -> str:
    """Return the text that ``data``, read from ``path``, holds.

    Raises:
        UnreadableFileError: It is not in ``encoding``.
    """
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableFileError(
            path,
            f"it is not {encoding.upper()}: byte 0x{data[error.start]:02x} at position "
            f"{error.start}; save it as UTF-8 and try again",
        ) from error
