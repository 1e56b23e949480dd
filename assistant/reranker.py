"""Reranking: every candidate passage, and every sentence of it, against the question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from assistant.candidate_words import Candidate
from assistant.evidence_types import TYPE_WEIGHTS
from assistant.fusion import Signals, fuse
from assistant.matching import WordMatch
from assistant.sentence_signals import SentenceReadings, SentenceSignals, Texts, passages_met
from corpus.records import Passage

__all__ = ["RerankedPassage", "SentenceScores", "rerank", "sentence_scores"]

_MEANING: Final = 0.5
"""How much the cosine of a sentence's summed word vectors counts beside its coverage."""
_UNSTATED: Final = 0.6
"""What is left of the score of a line that states nothing."""
_KEYWORD_WORDS: Final = frozenset({"kunci", "keyword", "keywords", "konci", "galeuh"})
_UNNAMED: Final = 0.4
"""What a sentence loses when neither it nor its passage holds the names asked about."""


@dataclass(frozen=True, slots=True)
class RerankedPassage:
    """A passage with its score and the signals behind it."""

    passage: Passage
    score: float
    signals: Signals


@dataclass(frozen=True, slots=True)
class SentenceScores:
    """How well each sentence of a passage answers, in [0, 1], and why, in their order."""

    scores: tuple[float, ...] = ()
    signals: tuple[SentenceSignals, ...] = ()


def rerank(
    match: WordMatch,
    candidates: Sequence[Candidate],
    dense: Mapping[str, float],
) -> tuple[RerankedPassage, ...]:
    """Score candidate passages.

    Args:
        match: The question against the vocabulary.
        candidates: Passages with their words.
        dense: For each passage id, the best cosine of its vectors with the question's.

    Returns:
        The passages, best first, ties by passage id.
    """
    if not candidates:
        return ()
    entries = Texts.of([candidate.words.entries for candidate in candidates])
    coverage = entries.best(match.weights @ match.met(entries.ids))
    spelling = entries.best(match.spelling_weights @ match.spelling_met(entries.ids))
    scored: list[RerankedPassage] = []
    sentences = _best_sentences(match, candidates)
    for place, candidate in enumerate(candidates):
        signals = Signals(
            coverage=float(coverage[place]),
            dense=dense.get(candidate.passage.passage_id, 0.0),
            spelling=float(spelling[place]),
            sentence=sentences[place],
        )
        scored.append(RerankedPassage(candidate.passage, fuse(signals), signals))
    return tuple(sorted(scored, key=lambda r: (-r.score, r.passage.passage_id)))


def sentence_scores(
    match: WordMatch, candidates: Sequence[Candidate]
) -> tuple[SentenceScores, ...]:
    """Return how well the sentences of each passage answer.

    The words of the question, and with them what its interrogatives ask for, are looked
    for in the sentence or any version of it, and in what it points back to.
    """
    if not any(candidate.words.sentences for candidate in candidates):
        return tuple(SentenceScores() for _ in candidates)
    read = SentenceReadings.of(match, candidates)
    scores = _scores(match, candidates, read)
    sizes = [len(candidate.words.sentences) for candidate in candidates]
    return tuple(
        SentenceScores(tuple(of.tolist()), signals)
        for of, signals in zip(
            np.split(scores, np.cumsum(sizes)[:-1]), read.signals(candidates), strict=True
        )
    )


def _best_sentences(match: WordMatch, candidates: Sequence[Candidate]) -> tuple[float, ...]:
    """Return the score of each passage's best sentence, 0 where it has none."""
    if not any(candidate.words.sentences for candidate in candidates):
        return (0.0,) * len(candidates)
    scores = _scores(match, candidates, SentenceReadings.of(match, candidates))
    ends = np.cumsum([len(candidate.words.sentences) for candidate in candidates])[:-1]
    return tuple(float(of.max(initial=0.0)) for of in np.split(scores, ends))


def _scores(
    match: WordMatch, candidates: Sequence[Candidate], read: SentenceReadings
) -> NDArray[np.float32]:
    """Return a score in [0, 1] for each sentence of all candidates."""
    asked = sum(TYPE_WEIGHTS[kind] for kind in read.told)
    typed = sum((TYPE_WEIGHTS[kind] * told for kind, told in read.told.items()), np.float32(0.0))
    words_and_type = (read.covered + typed * match.unit) / (1.0 + asked * match.unit)
    scores = (words_and_type + _MEANING * read.meaning) / (1.0 + _MEANING)
    scores *= 1.0 - _UNNAMED * (1.0 - _names_held(match, candidates, read.held))
    if not _KEYWORD_WORDS & set(match.question.words):
        stated = [sentence.stated for c in candidates for sentence in c.words.sentences]
        scores *= np.where(stated, 1.0, _UNSTATED)
    return np.asarray(scores, dtype=np.float32)


def _names_held(
    match: WordMatch, candidates: Sequence[Candidate], held: NDArray[np.float32]
) -> NDArray[np.float32]:
    """Return the share of the question's names that each sentence, with its passage, holds.

    Half is for the sentence and half for anything in its passage. Only names and numbers
    count that the corpus holds at all; 1 when there are none.
    """
    names = list(match.known_names)
    if not names:
        return np.ones(held.shape[1], dtype=np.float32)
    sizes = [len(candidate.words.sentences) for candidate in candidates]
    owner = np.repeat(np.arange(len(candidates)), sizes)
    nearby = passages_met(match, candidates)[names]
    here = held[names]
    np.maximum.at(nearby.T, owner, here.T)
    both = (here >= 1.0).mean(axis=0) + (nearby >= 1.0).mean(axis=0)[owner]
    return np.asarray(both / 2.0, dtype=np.float32)
