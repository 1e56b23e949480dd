"""Which strings a native reader has reviewed, string by string.

A review holds for the words that were read: a test refuses one whose string has changed
since. A corrected string is entered with the correction. Nobody has reviewed any yet.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from corpus.language import Language

__all__ = ["REVIEWS", "Review"]


@dataclass(frozen=True, slots=True)
class Review:
    """A native reader found the words right: of ``STRINGS[key][language]``, as ``text``.

    ``reader`` is the name they want to be credited by, ``day`` is ``YYYY-MM-DD``.
    """

    key: str
    language: Language
    text: str
    reader: str
    day: str


REVIEWS: Final[tuple[Review, ...]] = ()
