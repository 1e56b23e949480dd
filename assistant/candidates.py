"""Candidates: the passages worth reranking, a bounded number whatever is held.

The index proposes by nearness of vectors, the catalog by words. Every language has a share
of its own in both, so none crowds another out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from assistant.matching import WordMatch
from assistant.question import Question
from corpus.language import LANGUAGES, Language

if TYPE_CHECKING:
    from corpus.catalog import Catalog
    from corpus.store import Store

__all__ = ["nearest_passages", "worded_passages"]

DENSE_CANDIDATES: Final = 40
"""Entries that the index proposes in each language."""
LEXICAL_CANDIDATES: Final = 40
"""Passages that the words propose in each language."""
LEXICAL_TERMS: Final = 12
LEXICAL_POSTINGS: Final = 2_000
"""Entries that are looked at in each language for the words that they hold."""
_LEAST_TERM_SIMILARITY: Final = 0.6
_TERMS_A_WORD: Final = 3


@dataclass(frozen=True, slots=True)
class _Term:
    """A word of the corpus to look passages up by.

    ``row`` is the word of the question that it meets, ``value`` what a passage gains by it.
    """

    row: int
    value: float


def nearest_passages(
    store: Store, question: Question, document_ids: Sequence[str] | None = None
) -> dict[str, float]:
    """Return the passages that the index proposes, each with the best cosine of its entries."""
    vector = store.encoder.encode_queries([question.text])[0]
    best: dict[str, float] = {}
    found = store.query_index(vector, DENSE_CANDIDATES, document_ids=document_ids)
    for hits in found.values():
        for hit in hits:
            passage_id = hit.entry_id.partition("@")[0]
            best[passage_id] = max(best.get(passage_id, 0.0), hit.similarity)
    return best


def worded_passages(
    catalog: Catalog,
    match: WordMatch,
    frequencies: NDArray[np.int32],
    document_ids: Sequence[str] | None = None,
) -> tuple[str, ...]:
    """Return the passages that hold most of the question's rarest words, or words near to them.

    Args:
        catalog: What is held.
        match: The question against the vocabulary.
        frequencies: Of each word, in how many entries of each language it stands, shape
            (words, languages).
        document_ids: Look into these documents only.
    """
    terms = _rarest_terms(match)
    wanted = {
        language: _affordable(terms, frequencies[:, column])
        for column, language in enumerate(LANGUAGES)
    }
    postings = catalog.postings(wanted, document_ids=document_ids, limit=LEXICAL_POSTINGS)
    met: dict[Language, dict[str, dict[int, float]]] = {language: {} for language in LANGUAGES}
    for posting in postings:
        term = terms[posting.word_id]
        rows = met[posting.language].setdefault(posting.passage_id, {})
        rows[term.row] = max(rows.get(term.row, 0.0), term.value)
    found: list[str] = []
    for passages in met.values():
        ranked = sorted(passages, key=lambda i: (-sum(passages[i].values()), i))
        found.extend(ranked[:LEXICAL_CANDIDATES])
    return tuple(dict.fromkeys(found))


def _rarest_terms(match: WordMatch) -> dict[int, _Term]:
    """Return the words to look passages up by, those that tell most first."""
    terms: dict[int, _Term] = {}
    for row, share in enumerate(match.question.weights):
        near = np.maximum(match.similarity[row], match.spelling[row])
        for place in map(int, np.argsort(-near, kind="stable")[:_TERMS_A_WORD]):
            value = float(near[place] * match.rarity[row])
            best = terms[place].value if place in terms else 0.0
            if share == 1.0 and near[place] >= _LEAST_TERM_SIMILARITY and value > best:
                terms[place] = _Term(row, value)
    rarest = sorted(terms, key=lambda place: (-terms[place].value, place))[:LEXICAL_TERMS]
    return {place: terms[place] for place in rarest}


def _affordable(terms: Mapping[int, _Term], frequencies: NDArray[np.int32]) -> tuple[int, ...]:
    """Return the terms whose entries are few enough to be looked at, in their order.

    A word that stands nearly everywhere tells little and would take the room of the others.
    """
    chosen: list[int] = []
    room = LEXICAL_POSTINGS
    for place in terms:
        frequency = int(frequencies[place])
        if 0 < frequency <= room:
            chosen.append(place)
            room -= frequency
    return tuple(chosen or [place for place in terms if frequencies[place]][:1])
