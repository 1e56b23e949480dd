"""The shelf: the documents held, and the words of their titles."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from assistant.matching import WordSpace
from assistant.question import Question
from assistant.retriever import Retriever
from corpus.catalog import Vocabulary
from corpus.language import LANGUAGES
from corpus.records import DocumentSummary, Metadata
from corpus.text import words

__all__ = ["Shelf", "ShelfView", "met_by"]

_LEAST_TITLE: Final = 0.8
"""A word of a title that is less near than this to a word of the question does not meet it."""
_LEAST_NAME: Final = 0.92
"""The same for a name: one place is near to another in meaning, and no word is its root."""


@dataclass(frozen=True, slots=True)
class ShelfView:
    """The shelf at one generation of the corpus.

    ``places`` says where in ``documents`` each id is. ``vocabulary`` is that of all texts;
    ``titles`` compares words with those of titles, authors and years, of which each document
    has ``title_words[starts[i]:starts[i + 1]]``.
    """

    generation: int
    documents: tuple[DocumentSummary, ...]
    places: Mapping[str, int]
    vocabulary: Vocabulary
    titles: WordSpace
    title_words: NDArray[np.int32]
    starts: NDArray[np.int64]

    def held(self, document_ids: Sequence[str] | None) -> tuple[DocumentSummary, ...]:
        """Return the documents in scope, all when it is ``None``."""
        if document_ids is None:
            return self.documents
        return tuple(one for one in self.documents if one.document_id in document_ids)

    def met_by_titles(self, question: Question) -> NDArray[np.float32]:
        """Return how well each title meets each word of a question, in [0, 1].

        Returns:
            An array of shape (words of the question, documents).
        """
        if not question.words or not self.documents:
            return np.zeros((len(question.words), len(self.documents)), dtype=np.float32)
        similarity = met_by(question, self.titles.match(question).similarity, _LEAST_TITLE)
        return np.maximum.reduceat(similarity[:, self.title_words], self.starts, axis=1)


def met_by(
    question: Question, similarity: NDArray[np.float32], least: float
) -> NDArray[np.float32]:
    """Return how well words that are similar to those of a question meet them, in [0, 1].

    Args:
        question: The question.
        similarity: Of its words with others, shape (words of the question, others).
        least: How near a word must be; a name must be nearer.
    """
    floors = [_LEAST_NAME if word in question.names else least for word in question.words]
    floor = np.array(floors, dtype=np.float32)[:, np.newaxis]
    return np.where(similarity >= floor, similarity, np.float32(0.0))


class Shelf:
    """Gives the view of the shelf, made again when the corpus changed; thread-safe."""

    def __init__(self, reader: Retriever) -> None:
        """Look at the store that ``reader`` searches, and compare words as it does."""
        self._reader = reader
        self._store = reader.store
        self._lock = threading.Lock()
        self._view: ShelfView | None = None

    def look(self) -> ShelfView:
        """Return what is held now."""
        self._store.refresh()
        generation = self._store.generation
        with self._lock:
            if self._view is None or self._view.generation != generation:
                self._view = self._read(generation)
            return self._view

    def _read(self, generation: int) -> ShelfView:
        documents = self._store.catalog.documents()
        told = [_title_words(summary.metadata) for summary in documents]
        known = {word: place for place, word in enumerate(sorted({w for ws in told for w in ws}))}
        ids = [np.array([known[word] for word in ws], dtype=np.int32) for ws in told]
        counts = np.zeros((len(known), len(LANGUAGES)), dtype=np.int32)
        for found in ids:
            counts[found, 0] += 1
        sizes = [len(found) for found in ids]
        return ShelfView(
            generation=generation,
            documents=documents,
            places={summary.document_id: place for place, summary in enumerate(documents)},
            vocabulary=self._reader.vocabulary(),
            titles=WordSpace(
                Vocabulary(tuple(known), counts, (len(documents), *([0] * (len(LANGUAGES) - 1)))),
                self._reader.word_encoder,
            ),
            title_words=np.concatenate([*ids, np.zeros(0, dtype=np.int32)]),
            starts=np.cumsum([0, *sizes[:-1]]).astype(np.int64),
        )


def _title_words(metadata: Metadata) -> tuple[str, ...]:
    """Return the distinct words of title, authors and year, at least one."""
    year = "" if metadata.year is None else str(metadata.year)
    texts = (metadata.title, *metadata.title_versions.values(), *metadata.authors, year)
    return tuple(dict.fromkeys(word for text in texts for word in words(text))) or ("",)
