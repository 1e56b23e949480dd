"""Words of another language that are near a word in meaning, by the encoder's vectors."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from assistant.glossing.word_list import word_list
from corpus.encoder import WordEncoder
from corpus.language import LANGUAGES, Language

__all__ = ["NearWords"]

LEAST_COSINE: Final = 0.7
"""Below, of the words of the shipped thesis, more are wrong than right."""
SHORTEST: Final = 5
"""Shorter words share their pieces with words that they have nothing to do with."""
_BEHIND: Final = 0.1
"""How much less near than the nearest a further word may be."""
_MOST: Final = 3
_MOST_KEPT: Final = 20_000


@dataclass(frozen=True, slots=True)
class _Targets:
    """The words of a language as they are written; ``vectors``, unit rows, in their order."""

    written: tuple[str, ...]
    vectors: NDArray[np.float32]


class NearWords:
    """Finds near words among those of the glossary; for several threads at once."""

    def __init__(self, encoder: WordEncoder) -> None:
        """Compare words by the vectors of ``encoder``."""
        self._encoder = encoder
        self._lock = threading.Lock()
        self._targets: dict[Language, _Targets] = {}
        self._kept: dict[tuple[str, Language], tuple[str, ...]] = {}

    def find(self, words: Sequence[str], reader: Language) -> dict[str, tuple[str, ...]]:
        """Return the nearest words of a language for each folded word that has some."""
        with self._lock:
            asked = [word for word in dict.fromkeys(words) if len(word) >= SHORTEST]
            missing = [word for word in asked if (word, reader) not in self._kept]
            if missing:
                if len(self._kept) + len(missing) > _MOST_KEPT:
                    self._kept.clear()
                    missing = asked
                found = self._nearest(missing, reader)
                self._kept.update(
                    {(word, reader): near for word, near in zip(missing, found, strict=True)}
                )
            near_words = {word: self._kept[word, reader] for word in asked}
        return {word: near for word, near in near_words.items() if near}

    def _nearest(self, words: Sequence[str], reader: Language) -> list[tuple[str, ...]]:
        if reader not in self._targets:
            self._targets[reader] = self._make_targets(reader)
        targets = self._targets[reader]
        cosines = _unit_rows(self._encoder.encode_words(words)) @ targets.vectors.T
        least = np.maximum(cosines.max(axis=1) - _BEHIND, LEAST_COSINE)
        found: list[tuple[str, ...]] = []
        for row, floor in zip(cosines, least, strict=True):
            places = np.flatnonzero(row >= floor)
            nearest = places[np.argsort(-row[places], kind="stable")][:_MOST]
            found.append(tuple(dict.fromkeys(targets.written[place] for place in nearest)))
        return found

    def _make_targets(self, reader: Language) -> _Targets:
        entries = word_list(reader, next(one for one in LANGUAGES if one != reader))
        words = entries.words()
        vectors = _unit_rows(self._encoder.encode_words(words))
        return _Targets(tuple(map(entries.written, words)), vectors)


def _unit_rows(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    norms = np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    return np.asarray(vectors / norms, dtype=np.float32)
