"""Words of a question against the words of the corpus, across languages.

Late interaction (Khattab and Zaharia, *ColBERT*, SIGIR 2020) with the vectors of a
static encoder: each word of the question meets its best word of the text. Words are
compared once with the corpus's whole vocabulary; a text then costs one look-up.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from assistant.question import Question
from assistant.word_similarity import LEAST_COSINE, SAME_ROOT, SHARPNESS
from corpus.catalog import Vocabulary
from corpus.encoder import WordEncoder
from corpus.morphology import word_roots
from corpus.text import ngrams, words
from corpus.thesaurus import Concepts, load_concepts

__all__ = ["WordMatch", "WordSpace"]

_Key = TypeVar("_Key", str, int)

_LEAST_DICE: Final = 0.35
SAME_CONCEPT: Final = 0.55
"""How near in meaning words are taken to be at least that can stand for each other."""
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
    rows of the question's names and numbers that the corpus holds as they are; ``vector``,
    shape (dimension,), is the summed vectors of its content words at unit length.
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
    vector: NDArray[np.float32]

    def met(self, texts: Sequence[NDArray[np.int32]]) -> NDArray[np.float32]:
        """Return how well each text meets each word of the question, by meaning.

        Args:
            texts: The word ids of each text.

        Returns:
            Shape (question words, texts), values in [0, 1]; 0 throughout for an empty text.
        """
        return _met(self.similarity, texts)

    def spelling_met(self, texts: Sequence[NDArray[np.int32]]) -> NDArray[np.float32]:
        """Return the same by spelling."""
        return _met(self.spelling, texts)

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

    def __init__(
        self, vocabulary: Vocabulary, encoder: WordEncoder, concepts: Concepts | None = None
    ) -> None:
        """Compute the vectors of all words, shape (words, dimension)."""
        self.vocabulary = vocabulary
        self._encoder = encoder
        self._concepts = load_concepts() if concepts is None else concepts
        self._ids: Mapping[str, int] = {word: i for i, word in enumerate(vocabulary.words)}
        self.sums = encoder.encode_words(vocabulary.words)
        self._unit = _unit_rows(self.sums)
        self._df = vocabulary.df.sum(axis=1).astype(np.float32)
        self._entries = float(sum(vocabulary.entries_per_language))
        self._numbers = _inverted(vocabulary.words, _number_keys)
        self._roots = _inverted(vocabulary.words, word_roots)
        self._of_concept = _inverted(vocabulary.words, self._concepts.of)
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
        similarity = _sharpened(_unit_rows(vectors) @ self._unit.T)
        spelling = np.zeros_like(similarity)
        for row, word in enumerate(question.words):
            spelling[row] = self._dice(word)
            alike = _found(self._of_concept, self._concepts.of(word))
            similarity[row, alike] = np.maximum(similarity[row, alike], SAME_CONCEPT)
            related = _found(self._roots, word_roots(word))
            similarity[row, related] = np.maximum(similarity[row, related], SAME_ROOT)
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
        told = [row for row, word in enumerate(question.words) if word in question.content]
        summed = vectors[told].sum(axis=0) if told else vectors.sum(axis=0)
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
            vector=_unit_rows(summed[np.newaxis])[0],
        )

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


def _met(values: NDArray[np.float32], texts: Sequence[NDArray[np.int32]]) -> NDArray[np.float32]:
    """Return the greatest value of each row among the words of each text."""
    met = np.zeros((len(values), len(texts)), dtype=np.float32)
    filled = np.array([place for place, ids in enumerate(texts) if ids.size], dtype=np.int64)
    if filled.size:
        held = [texts[place] for place in filled]
        starts = np.cumsum([0, *(ids.size for ids in held[:-1])])
        met[:, filled] = np.maximum.reduceat(values[:, np.concatenate(held)], starts, axis=1)
    return met


def _sharpened(cosines: NDArray[np.float32]) -> NDArray[np.float32]:
    sharp = np.zeros_like(cosines)
    near = cosines >= LEAST_COSINE
    sharp[near] = cosines[near] ** np.float32(SHARPNESS)
    return sharp


def _normalised(weights: NDArray[np.float32]) -> NDArray[np.float32]:
    total = weights.sum()
    return (weights / total if total > 0 else weights).astype(np.float32)


def _unit_rows(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    norms = np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    return np.asarray(vectors / norms, dtype=np.float32)


def _inverted(
    vocabulary: Sequence[str], keys: Callable[[str], Iterable[_Key]]
) -> dict[_Key, NDArray[np.int32]]:
    """Return for each key the ids of the words that have it, ascending."""
    places: dict[_Key, list[int]] = {}
    for place, word in enumerate(vocabulary):
        for key in keys(word):
            places.setdefault(key, []).append(place)
    return {key: np.array(found, dtype=np.int32) for key, found in places.items()}


def _found(places: Mapping[_Key, NDArray[np.int32]], keys: Iterable[_Key]) -> NDArray[np.int32]:
    """Return the ids of the words that have any of ``keys``, ascending."""
    return np.unique(np.concatenate([*(places[key] for key in keys if key in places), _NONE]))


def _number_keys(word: str) -> tuple[str, ...]:
    """Return how a number is looked up, nothing for any other word: ``17,3%`` as ``17.3``."""
    return (word.replace(",", ".").rstrip("%"),) if _NUMBER.search(word) else ()
