"""How an index was made: what must be the same for its answers to mean anything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Final

from corpus.errors import IndexMismatchError

__all__ = ["INDEX_FORMAT", "IndexStatement"]

INDEX_FORMAT: Final = 1
"""Raised when the layout of the index's own data changes."""


@dataclass(frozen=True, slots=True)
class IndexStatement:
    """How an index was made.

    ``encoder`` is the encoder's name and ``digest`` the hash of its files, ``dimension``
    the numbers in a vector, ``normalisation`` what was done to their length, ``splitter``
    the settings that cut the passages, in one string, empty when unknown.
    """

    encoder: str
    digest: str
    dimension: int
    splitter: str = ""
    normalisation: str = "l2"
    format: int = INDEX_FORMAT

    def require(self, wanted: IndexStatement) -> None:
        """Refuse an index whose statement (``self``) is not the one ``wanted``.

        Raises:
            IndexMismatchError: They differ; the first difference is named, with both values.
        """
        if (self.encoder, self.digest) != (wanted.encoder, wanted.digest):
            raise IndexMismatchError("encoder", self._encoder_shown(), wanted._encoder_shown())
        for field in fields(self):
            found, asked = getattr(self, field.name), getattr(wanted, field.name)
            if found != asked:
                raise IndexMismatchError(field.name, found, asked)

    def _encoder_shown(self) -> str:
        return f"{self.encoder} ({self.digest[:12]})"

    def to_mapping(self) -> dict[str, str]:
        """Return the statement as plain strings, to be stored beside an index."""
        return {name: str(value) for name, value in asdict(self).items()}

    @classmethod
    def from_mapping(cls, values: Mapping[str, object]) -> IndexStatement | None:
        """Return the statement stored in ``values``, or ``None`` when it is not whole."""
        try:
            return cls(
                encoder=str(values["encoder"]),
                digest=str(values["digest"]),
                dimension=int(str(values["dimension"])),
                splitter=str(values["splitter"]),
                normalisation=str(values["normalisation"]),
                format=int(str(values["format"])),
            )
        except (KeyError, ValueError):
            return None
