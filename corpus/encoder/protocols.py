"""What an encoder is to the rest of the program."""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray


@runtime_checkable
class Encoder(Protocol):
    """Turns texts into vectors that are near each other when the texts mean the same.

    Attributes:
        name: ``bundled``, or the name or folder of a sentence-transformers model.
        digest: what tells this model from any other: the SHA-256 of its files.
        dimension: numbers in a vector.
    """

    name: str
    digest: str
    dimension: int

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return vectors of texts to be found, shape (n, dimension), rows of unit length.

        The row of a text that has nothing to encode (empty, blank) may be zero.
        """
        ...

    def encode_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return vectors of texts to search with, as ``encode_passages`` does."""
        ...


@runtime_checkable
class WordEncoder(Protocol):
    """Turns single words into vectors, for late interaction."""

    dimension: int

    def encode_words(self, words: Sequence[str]) -> NDArray[np.float32]:
        """Return one vector for each word, shape (n, dimension), **not** at unit length.

        A word's vector is the sum of its subword rows; its norm tells how much the word weighs
        in a text. A word with no known piece is zero.
        """
        ...
