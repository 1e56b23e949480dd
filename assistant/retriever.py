"""The retriever: candidates from the index and from words, reranked, grouped.

Every language gives an equal share of the dense candidates, so none crowds another
out. The databases only propose; every candidate is scored here from stored statistics.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from time import perf_counter
from typing import Final

import numpy as np

from assistant.candidate_words import Candidate, read_words
from assistant.candidates import nearest_passages, worded_passages
from assistant.fusion import best_of_groups
from assistant.matching import WordMatch, WordSpace
from assistant.question import Question
from assistant.reranker import RerankedPassage, SentenceScores, rerank, sentence_scores
from assistant.word_similarity import EncodedSimilarity
from corpus.catalog import Vocabulary
from corpus.encoder import WordEncoder, load_bundled
from corpus.language import Language
from corpus.records import Passage, ScoredPassage
from corpus.store import Store

__all__ = ["PassageReading", "Retrieval", "Retriever"]

_SECTION_PASSAGES: Final = 20
"""So many passages of a section are looked at when a question names it."""
_KEPT_PASSAGES: Final = 20_000
_KEPT_MATCHES: Final = 32
_SHOWN_MATCHES: Final = 12


@dataclass(frozen=True, slots=True)
class Retrieval:
    """What was found for a question, best first, one passage of each group.

    Times are in milliseconds.
    """

    passages: tuple[ScoredPassage, ...] = ()
    retrieve_ms: float = 0.0
    rerank_ms: float = 0.0


@dataclass(frozen=True, slots=True)
class PassageReading:
    """A passage read for an answer, with what speaks for its sentences.

    ``score`` is the passage's own, by which it was ranked.
    """

    passage: Passage
    score: float
    sentences: SentenceScores


@dataclass(slots=True)
class _Snapshot:
    """What was derived from one generation of the corpus."""

    generation: int
    space: WordSpace
    held: OrderedDict[str, Candidate] = field(default_factory=OrderedDict)
    matches: OrderedDict[Question, WordMatch] = field(default_factory=OrderedDict)


class Retriever:
    """Finds passages in any language for a question in any language; thread-safe."""

    def __init__(self, store: Store, word_encoder: WordEncoder | None = None) -> None:
        """Search ``store``; words are compared with ``word_encoder``, by default the bundled."""
        self.store = store
        self.word_encoder = load_bundled() if word_encoder is None else word_encoder
        self.similarity = EncodedSimilarity(self.word_encoder)
        self._lock = threading.Lock()
        self._snapshot: _Snapshot | None = None

    def retrieve(
        self,
        question: Question,
        *,
        k: int = 10,
        document_ids: Sequence[str] | None = None,
        languages: Sequence[Language] | None = None,
    ) -> Retrieval:
        """Return the ``k`` best passages, one of each group of parallel ones.

        Args:
            question: The question as read.
            k: How many passages, at least 0.
            document_ids: Search these documents only.
            languages: Give passages in these languages only.
        """
        started = perf_counter()
        snapshot = self._current()
        if not question.words or not snapshot.space.vocabulary.words:
            return Retrieval()
        match = self._match(snapshot, question)
        frequencies = snapshot.space.vocabulary.df
        dense = nearest_passages(self.store, question, document_ids)
        worded = worded_passages(self.store.catalog, match, frequencies, document_ids)
        named = self._named_sections(question, document_ids)
        found = dict.fromkeys((*named, *dense, *worded))
        candidates = self._candidates(snapshot, tuple(found))
        if languages is not None:
            candidates = tuple(c for c in candidates if c.passage.language in languages)
        between = perf_counter()
        by_id = {candidate.passage.passage_id: candidate for candidate in candidates}
        reranked = rerank(match, candidates, dense)
        if named:
            reranked = tuple(r for r in reranked if r.passage.passage_id in named)
        groups = best_of_groups(ScoredPassage(r.passage, r.score) for r in reranked if r.score > 0)
        passages = tuple(
            _described(scored, reranked, match, by_id, snapshot.space) for scored in groups[:k]
        )
        return Retrieval(passages, (between - started) * 1000, (perf_counter() - between) * 1000)

    def _named_sections(
        self, question: Question, document_ids: Sequence[str] | None
    ) -> dict[str, None]:
        """Return the ids of the passages of the sections that a question names by number."""
        if not question.sections:
            return {}
        catalog = self.store.catalog
        held = document_ids or [summary.document_id for summary in catalog.documents()]
        ids = [
            f"{document_id}/{section}/{ordinal}"
            for document_id in held
            for section in question.sections
            for ordinal in range(1, _SECTION_PASSAGES + 1)
        ]
        return dict.fromkeys(catalog.passages(ids))

    def read(
        self, question: Question, passages: Sequence[ScoredPassage]
    ) -> tuple[tuple[PassageReading, ...], ...]:
        """Score every sentence of passages, and of their parallels, for an answer.

        Returns:
            For each passage the readings of its group's members, its own first.
        """
        snapshot = self._current()
        if not question.words or not snapshot.space.vocabulary.words:
            return ()
        match = self._match(snapshot, question)
        ids = dict.fromkeys(i for s in passages for i in (s.passage.passage_id, *s.parallels))
        candidates = self._candidates(snapshot, tuple(ids))
        scores = sentence_scores(match, candidates)
        by_id = {
            c.passage.passage_id: (c.passage, of) for c, of in zip(candidates, scores, strict=True)
        }
        return tuple(
            tuple(
                PassageReading(by_id[i][0], scored.score, by_id[i][1])
                for i in (scored.passage.passage_id, *scored.parallels)
                if i in by_id
            )
            for scored in passages
        )

    def vocabulary(self) -> Vocabulary:
        """Return the words of the corpus with their statistics."""
        return self._current().space.vocabulary

    def match(self, question: Question) -> WordMatch:
        """Compare the words of a question with those of the corpus."""
        return self._match(self._current(), question)

    def _match(self, snapshot: _Snapshot, question: Question) -> WordMatch:
        with self._lock:
            known = snapshot.matches.get(question)
        if known is None:
            known = snapshot.space.match(question)
            with self._lock:
                snapshot.matches[question] = known
                while len(snapshot.matches) > _KEPT_MATCHES:
                    snapshot.matches.popitem(last=False)
        return known

    def _current(self) -> _Snapshot:
        self.store.refresh()
        generation = self.store.generation
        with self._lock:
            if self._snapshot is None or self._snapshot.generation != generation:
                space = WordSpace(self.store.catalog.vocabulary(), self.word_encoder)
                self._snapshot = _Snapshot(generation, space)
            return self._snapshot

    def _candidates(self, snapshot: _Snapshot, ids: Sequence[str]) -> tuple[Candidate, ...]:
        with self._lock:
            held = {i: snapshot.held[i] for i in ids if i in snapshot.held}
        missing = [i for i in ids if i not in held]
        if missing:
            passages = self.store.catalog.passages(missing)
            of_entries = {i: _entry_ids(passage) for i, passage in passages.items()}
            entry_words = self.store.catalog.entry_words(
                [entry for entries in of_entries.values() for entry in entries]
            )
            # A document may have come since the snapshot was taken, with words that it lacks.
            size = len(snapshot.space.vocabulary.words)
            for i, passage in passages.items():
                read = (entry_words[e] for e in of_entries[i] if e in entry_words)
                arrays = [ids[ids < size] for ids in read]
                held[i] = Candidate(passage, read_words(passage, arrays, snapshot.space))
            self._keep(snapshot, [held[i] for i in missing if i in held])
        # A passage may have been removed since the index proposed it.
        return tuple(held[i] for i in ids if i in held)

    def _keep(self, snapshot: _Snapshot, candidates: Sequence[Candidate]) -> None:
        with self._lock:
            for candidate in candidates:
                snapshot.held[candidate.passage.passage_id] = candidate
            while len(snapshot.held) > _KEPT_PASSAGES:
                snapshot.held.popitem(last=False)


def _entry_ids(passage: Passage) -> tuple[str, ...]:
    languages = sorted({v.language for v in passage.versions if v.origin != "author"})
    return (passage.passage_id, *(f"{passage.passage_id}@{language}" for language in languages))


def _described(
    result: ScoredPassage,
    reranked: Sequence[RerankedPassage],
    match: WordMatch,
    candidates: Mapping[str, Candidate],
    space: WordSpace,
) -> ScoredPassage:
    passage = result.passage
    parallels = sorted(
        r.passage.passage_id
        for r in reranked
        if r.passage.group == passage.group and r.passage.passage_id != passage.passage_id
    )
    entries = candidates[passage.passage_id].words.entries
    ids = entries[0] if entries else np.zeros(0, dtype=np.int32)
    pairs = match.pairs(ids)[:_SHOWN_MATCHES]
    return ScoredPassage(
        passage,
        result.score,
        tuple(parallels),
        tuple(
            (match.question.words[row], space.vocabulary.words[int(ids[place])])
            for row, place, _ in pairs
        ),
    )
