"""Words of a question against the words of the corpus, across languages.

Late interaction (Khattab and Zaharia, *ColBERT*, SIGIR 2020) with the vectors of a
static encoder: each word of the question meets its best word of the text. Words are
compared once with the corpus's whole vocabulary; a text then costs one look-up.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from assistant.question import Question
from corpus.catalog import Vocabulary
from corpus.encoder import WordEncoder
from corpus.morphology import roots
from corpus.text import ngrams, words

__all__ = ["WordMatch", "WordSpace"]

_LEAST_COSINE: Final = 0.3
_SHARPNESS: Final = 1.5
"""The power that a cosine is raised to: *weather* near *air* (.7) is not nearly met."""
_LEAST_DICE: Final = 0.35
_SAME_ROOT: Final = 0.9
"""How near in meaning words of one root are taken to be at least."""
_NUMBER: Final = re.compile(r"\d")
_NONE: Final = np.zeros(0, dtype=np.int32)
"""The ids of no words."""


@dataclass(frozen=True, slots=True)
class WordMatch:
    """How the words of one question are met by every word of the vocabulary.

    ``similarity`` and ``spelling`` have shape (question words, vocabulary), values in
    [0, 1]: nearness of meaning and share of common letter n-grams. ``weights`` and
    ``spelling_weights``, shape (question words,), sum to 1 unless all are 0.
    ``content_weights`` are the weights of content words alone, summing to 1 likewise;
    ``unit`` is what an average content word weighs in ``weights``; ``known_names`` are the
    rows of the question's names and numbers that the corpus holds as they are.
    """

    question: Question
    similarity: NDArray[np.float32]
    spelling: NDArray[np.float32]
    weights: NDArray[np.float32]
    spelling_weights: NDArray[np.float32]
    content_weights: NDArray[np.float32]
    rarity: NDArray[np.float32]
    unit: float
    known_names: tuple[int, ...]

    def coverage(self, ids: NDArray[np.int32], spelled_out: frozenset[str] = frozenset()) -> float:
        """Return how much of the question the words ``ids`` of a text cover, in [0, 1].

        An abbreviation that the text spells out is met.
        """
        met = _covered(self.similarity, self.weights, ids)
        for row, word in enumerate(self.question.words):
            if word in self.question.abbreviations and word in spelled_out:
                here = float(self.similarity[row, ids].max(initial=0.0))
                met += float(self.weights[row]) * (1.0 - here)
        return met

    def content_coverage(self, ids: NDArray[np.int32]) -> float:
        """Return how much of the question's content words the words ``ids`` cover, in [0, 1]."""
        return _covered(self.similarity, self.content_weights, ids)

    def spelling_coverage(self, ids: NDArray[np.int32]) -> float:
        """Return the same by spelling alone."""
        return _covered(self.spelling, self.spelling_weights, ids)

    def names_held(
        self,
        texts: Sequence[NDArray[np.int32]],
        spelled_out: frozenset[str] = frozenset(),
    ) -> float:
        """Return the share of the question's names and numbers that any of ``texts`` holds.

        Only those count that the corpus holds at all; 1 when there are none. An
        abbreviation that the texts spell out is held.
        """
        spelled = self.question.abbreviations & spelled_out
        rows = [row for row in self.known_names if self.question.words[row] not in spelled]
        if not rows:
            return 1.0
        ids = np.concatenate([*texts, _NONE])
        held = self.similarity[rows][:, ids].max(axis=1, initial=0.0) >= 1.0
        return float(held.mean())

    def pairs(self, ids: NDArray[np.int32]) -> tuple[tuple[int, int, float], ...]:
        """Return (question word, text word as its place in ``ids``, similarity), best first.

        Only words of the question that are content and are met at all are given.
        """
        if not ids.size:
            return ()
        best = self.similarity[:, ids]
        places = best.argmax(axis=1)
        found = [
            (row, int(place), float(best[row, place]))
            for row, place in enumerate(places)
            if best[row, place] > 0 and self.question.weights[row] == 1.0
        ]
        return tuple(sorted(found, key=lambda pair: (-pair[2] * self.weights[pair[0]], pair[0])))


class WordSpace:
    """The vocabulary of one generation of the corpus, with its vectors and n-grams."""

    def __init__(self, vocabulary: Vocabulary, encoder: WordEncoder) -> None:
        """Compute the vectors of all words, shape (words, dimension)."""
        self.vocabulary = vocabulary
        self._encoder = encoder
        self._ids: Mapping[str, int] = {word: i for i, word in enumerate(vocabulary.words)}
        self.sums = encoder.encode_words(vocabulary.words)
        self._unit = _unit_rows(self.sums)
        self._df = vocabulary.df.sum(axis=1).astype(np.float32)
        self._entries = float(sum(vocabulary.entries_per_language))
        self._numbers = _inverted(vocabulary.words, _number_keys)
        self._roots = _inverted(vocabulary.words, roots)
        self._grams = _inverted(vocabulary.words, ngrams)
        self._gram_counts = np.zeros(len(vocabulary.words), dtype=np.float32)
        for found in self._grams.values():
            self._gram_counts[found] += 1.0

    def ids(self, text: str) -> NDArray[np.int32]:
        """Return the ids of the words of ``text`` that are in the vocabulary, in order."""
        known = (self._ids.get(word) for word in words(text))
        return np.array([i for i in known if i is not None], dtype=np.int32)

    def match(self, question: Question) -> WordMatch:
        """Compare the words of a question with the whole vocabulary."""
        vectors = self._encoder.encode_words(question.words)
        norms = np.linalg.norm(vectors, axis=1)
        similarity = _unit_rows(vectors) @ self._unit.T
        similarity[similarity < _LEAST_COSINE] = 0.0
        similarity **= np.float32(_SHARPNESS)
        spelling = np.zeros_like(similarity)
        for row, word in enumerate(question.words):
            spelling[row] = self._dice(word)
            related = self._related(word)
            similarity[row, related] = np.maximum(similarity[row, related], _SAME_ROOT)
            for number in _number_keys(word):
                # 1989 is near 1990 in meaning and in spelling, and another answer.
                similarity[row] = spelling[row] = 0.0
                same = self._numbers.get(number, _NONE)
                similarity[row, same] = spelling[row, same] = 1.0
            if word in self._ids:
                same_word = self._ids[word]
                similarity[row, same_word] = spelling[row, same_word] = 1.0
        spelling[spelling < _LEAST_DICE] = 0.0
        share = np.array(question.weights, dtype=np.float32)
        rarity = self._rarity(similarity)
        weights = norms * rarity * share
        content = weights[share == 1.0]
        total = float(weights.sum())
        normalised = _normalised(weights)
        return WordMatch(
            question=question,
            similarity=similarity,
            spelling=spelling,
            weights=normalised,
            content_weights=_normalised(np.where(share == 1.0, normalised, np.float32(0.0))),
            spelling_weights=_normalised(self._rarity(spelling) * share),
            rarity=rarity,
            unit=float(content.mean()) / total if content.size and total else 0.0,
            known_names=tuple(
                row
                for row, word in enumerate(question.words)
                if word in question.names and similarity[row].max(initial=0.0) >= 1.0
            ),
        )

    def _related(self, word: str) -> NDArray[np.int32]:
        """Return the ids of the words that may share a root with ``word``."""
        found = [self._roots[root] for root in sorted(roots(word)) if root in self._roots]
        return np.unique(np.concatenate([*found, _NONE]))

    def _rarity(self, similarity: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return a soft inverse document frequency: a word is as common as all it meets."""
        met = np.minimum(similarity @ self._df, self._entries)
        rarity = np.log1p((self._entries - met + 0.5) / (met + 0.5))
        return np.asarray(rarity, dtype=np.float32)

    def _dice(self, word: str) -> NDArray[np.float32]:
        grams = ngrams(word)
        common = np.zeros(len(self._gram_counts), dtype=np.float32)
        for gram in sorted(grams):
            found = self._grams.get(gram)
            if found is not None:
                common[found] += 1.0
        return np.asarray(2.0 * common / (self._gram_counts + len(grams)), dtype=np.float32)


def _covered(
    similarity: NDArray[np.float32], weights: NDArray[np.float32], ids: NDArray[np.int32]
) -> float:
    if not ids.size or not weights.size:
        return 0.0
    return float(weights @ similarity[:, ids].max(axis=1))


def _normalised(weights: NDArray[np.float32]) -> NDArray[np.float32]:
    total = weights.sum()
    return (weights / total if total > 0 else weights).astype(np.float32)


def _unit_rows(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    norms = np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    return np.asarray(vectors / norms, dtype=np.float32)


def _inverted(
    vocabulary: Sequence[str], keys: Callable[[str], Iterable[str]]
) -> dict[str, NDArray[np.int32]]:
    """Return for each key the ids of the words that have it, ascending."""
    places: dict[str, list[int]] = {}
    for place, word in enumerate(vocabulary):
        for key in keys(word):
            places.setdefault(key, []).append(place)
    return {key: np.array(found, dtype=np.int32) for key, found in places.items()}


def _number_keys(word: str) -> tuple[str, ...]:
    """Return how a number is looked up, nothing for any other word: ``17,3%`` as ``17.3``."""
    return (word.replace(",", ".").rstrip("%"),) if _NUMBER.search(word) else ()
