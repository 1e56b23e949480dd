"""How well passages and titles meet the words that a question is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from assistant.question import Question
from assistant.retriever import Retriever
from assistant.which_documents.shelf import ShelfView, met_by
from corpus.language import LANGUAGES
from corpus.text import words

__all__ = ["AboutWords", "met_by_passages", "read_about"]

LEAST_SIMILARITY: Final = 0.5
"""A word that is less near than this to a word of the question does not meet it."""
NEAR_WORDS: Final = 12
"""Words of the corpus that are taken for one word of the question."""
NEEDED: Final = 0.6
"""Documents are looked for by words without which no more than this share could be met."""
POSTINGS_A_WORD: Final = 4_000
"""Entries of a language that are looked at for one word of the question."""


@dataclass(frozen=True, slots=True)
class AboutWords:
    """The words that a question is about, against the corpus.

    ``similarity``, shape (words, vocabulary), and ``titles``, shape (words, documents), say
    how well each word is met, ``weights`` what it weighs, ``near`` the ids of the words
    that meet it. ``terms`` says for every such word how well it meets each of the question.
    """

    question: Question
    view: ShelfView
    similarity: NDArray[np.float32]
    weights: NDArray[np.float32]
    titles: NDArray[np.float32]
    near: tuple[NDArray[np.int64], ...]
    terms: Mapping[str, NDArray[np.float32]]

    def met_by_texts(self, texts: Iterable[str]) -> NDArray[np.float32]:
        """Return how well each word is met by any of some texts."""
        found = [self.terms[w] for text in texts for w in words(text) if w in self.terms]
        return np.max(found, axis=0) if found else np.zeros_like(self.weights)

    def share_of_names(self, met: NDArray[np.float32]) -> float:
        """Return how much of the names is met, by their weight; 1 when there are none."""
        told = self.question.words
        rows = [row for row, word in enumerate(told) if word in self.question.names]
        weights = self.weights[rows]
        return float(weights @ met[rows] / weights.sum()) if weights.any() else 1.0


def read_about(reader: Retriever, view: ShelfView, about: Question) -> AboutWords:
    """Compare the words that a question is about with the corpus."""
    match = reader.match(about)
    # Another process may have added a document between the two looks at the corpus.
    known = view.vocabulary.words[: match.similarity.shape[1]]
    similarity = met_by(about, match.similarity[:, : len(known)], LEAST_SIMILARITY)
    near: list[NDArray[np.int64]] = []
    terms: dict[str, NDArray[np.float32]] = {}
    for row, values in enumerate(similarity):
        places = np.argsort(-values, kind="stable")[:NEAR_WORDS]
        near.append(places[values[places] > 0.0])
        for place in near[-1].tolist():
            met = np.zeros(len(about.words), dtype=np.float32)
            terms.setdefault(known[place], met)[row] = values[place]
    titles = view.met_by_titles(about)
    return AboutWords(about, view, similarity, match.content_weights, titles, tuple(near), terms)


def met_by_passages(
    reader: Retriever, about: AboutWords, document_ids: Sequence[str] | None
) -> Mapping[str, NDArray[np.float32]]:
    """Return for each passage that meets any word, by its id, how well it meets each.

    The rarest words that a find cannot do without come first; the others are looked for
    only in the documents that have one of those.
    """
    frequencies = about.view.vocabulary.df.sum(axis=1)
    costs = [int(frequencies[ids].sum()) for ids in about.near]
    rows = sorted(range(len(costs)), key=lambda row: (costs[row], row))
    shares = np.cumsum(about.weights[rows])
    first = int(np.searchsorted(shares, 1.0 - NEEDED, side="right")) + 1
    met: dict[str, NDArray[np.float32]] = {}
    _meet(reader, about, rows[:first], document_ids, met)
    if rows[first:] and (scope := _documents_of(about, met, document_ids)):
        _meet(reader, about, rows[first:], scope, met)
    return met


def _meet(
    reader: Retriever,
    about: AboutWords,
    rows: Sequence[int],
    document_ids: Sequence[str] | None,
    met: dict[str, NDArray[np.float32]],
) -> None:
    """Add to ``met`` how well the passages of some documents meet some of the words."""
    rows_of: dict[int, list[int]] = {}
    for row in rows:
        for place in about.near[row].tolist():
            rows_of.setdefault(place, []).append(row)
    wanted = dict.fromkeys(LANGUAGES, tuple(rows_of))
    for posting in reader.store.catalog.postings(
        wanted, limit=POSTINGS_A_WORD * len(rows), document_ids=document_ids
    ):
        values = met.setdefault(posting.passage_id, np.zeros_like(about.weights))
        for row in rows_of[posting.word_id]:
            values[row] = max(values[row], about.similarity[row, posting.word_id])


def _documents_of(
    about: AboutWords, met: Iterable[str], document_ids: Sequence[str] | None
) -> tuple[str, ...]:
    """Return the documents that hold any of the words so far, in a passage or the title."""
    titled = np.flatnonzero(about.weights @ about.titles > 0.0)
    named = [about.view.documents[place].document_id for place in titled.tolist()]
    ids = dict.fromkeys([*(passage_id.partition("/")[0] for passage_id in met), *named])
    return tuple(one for one in ids if document_ids is None or one in document_ids)
