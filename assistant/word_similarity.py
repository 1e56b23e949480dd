"""How near two words are in meaning, in one language or across the three.

The measure of late interaction (Khattab and Zaharia, *ColBERT*, SIGIR 2020) as
``assistant.matching`` takes it, for words that stand in no stored vocabulary: those of
a statement against those of a passage.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from corpus.encoder import WordEncoder
from corpus.morphology import word_roots

__all__ = [
    "LEAST_COSINE",
    "SAME_ROOT",
    "SHARPNESS",
    "EncodedSimilarity",
    "WordSimilarity",
]

LEAST_COSINE: Final = 0.2
SHARPNESS: Final = 1.5
"""The power that a cosine is raised to: *weather* near *air* (.7) is not nearly met."""
SAME_ROOT: Final = 0.9
"""How near in meaning words of one root are taken to be at least."""
_MOST_KEPT: Final = 65_536
"""Words whose vectors are kept; then all are forgotten, and memory stays bounded."""
_DIGIT: Final = re.compile(r"\d")


@runtime_checkable
class WordSimilarity(Protocol):
    """Tells how near words are in meaning."""

    def similarity(self, left: Sequence[str], right: Sequence[str]) -> NDArray[np.float32]:
        """Return the nearness of folded words, shape (left, right), values in [0, 1].

        The same word is 1; words that have nothing in common are 0.
        """
        ...


class EncodedSimilarity:
    """Similarity by the vectors of a word encoder, see ``WordSimilarity``.

    The same folded word is 1, words of one root at least .9, others the cosine of their
    vectors, sharpened, and 0 below .2. A number is met by the same number alone.
    """

    def __init__(self, encoder: WordEncoder) -> None:
        """Compare words by the vectors of ``encoder``."""
        self._encoder = encoder
        self._kept: dict[str, NDArray[np.float32]] = {}

    def similarity(self, left: Sequence[str], right: Sequence[str]) -> NDArray[np.float32]:
        """Return the nearness of folded words, shape (left, right), values in [0, 1]."""
        if not left or not right:
            return np.zeros((len(left), len(right)), dtype=np.float32)
        cosines = self._vectors(left) @ self._vectors(right).T
        near = np.where(cosines >= LEAST_COSINE, cosines, 0.0).clip(0.0, 1.0) ** SHARPNESS
        places = _places(right)
        for row, word in enumerate(left):
            if _DIGIT.search(word):
                near[row] = 0.0
            for root in word_roots(word):
                for column in places.get(root, ()):
                    near[row, column] = max(near[row, column], SAME_ROOT)
        near[:, [bool(_DIGIT.search(word)) for word in right]] = 0.0
        same = {word: column for column, word in reversed(list(enumerate(right)))}
        for row, word in enumerate(left):
            if word in same:
                near[row, [column for column, other in enumerate(right) if other == word]] = 1.0
        return np.asarray(near, dtype=np.float32)

    def _vectors(self, words: Sequence[str]) -> NDArray[np.float32]:
        """Return unit vectors, shape (words, dimension); zero for a word without pieces."""
        kept = self._kept
        missing = [word for word in dict.fromkeys(words) if word not in kept]
        if missing:
            if len(kept) + len(missing) > _MOST_KEPT:
                kept = self._kept = {}
                missing = list(dict.fromkeys(words))
            sums = self._encoder.encode_words(missing)
            norms = np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-9)
            kept.update(zip(missing, (sums / norms).astype(np.float32), strict=True))
        return np.stack([kept[word] for word in words])


def _places(words: Sequence[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        for root in word_roots(word):
            found.setdefault(root, []).append(place)
    return found
