"""Reranking: every candidate passage, and every sentence of it, against the question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from assistant.candidate_words import Candidate, SentenceWords
from assistant.evidence_types import TYPE_WEIGHTS
from assistant.fusion import Signals, fuse
from assistant.interrogatives import AnswerType
from assistant.matching import WordMatch
from corpus.records import Passage

__all__ = ["RerankedPassage", "rerank", "sentence_scores"]

_MEANING: Final = 0.5
"""How much the cosine of a sentence's summed word vectors counts beside its coverage."""
_UNSTATED: Final = 0.6
"""What is left of the score of a line that states nothing."""
_KEYWORD_WORDS: Final = frozenset({"kunci", "keyword", "keywords", "konci", "galeuh"})
_UNNAMED: Final = 0.4
"""What a sentence loses when neither it nor its passage holds the names asked about."""
_OTHER_NUMBER: Final = 0.3
"""How far a number of something else goes to meet a question of how many."""
_NO_WORDS: Final = np.zeros(0, dtype=np.int32)


@dataclass(frozen=True, slots=True)
class RerankedPassage:
    """A passage with its score and the signals behind it."""

    passage: Passage
    score: float
    signals: Signals


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
    entries = _Texts.of([candidate.words.entries for candidate in candidates])
    coverage = entries.best(match.weights @ match.met(entries.ids))
    spelling = entries.best(match.spelling_weights @ match.spelling_met(entries.ids))
    scored: list[RerankedPassage] = []
    of_sentences = sentence_scores(match, candidates)
    for place, candidate in enumerate(candidates):
        signals = Signals(
            coverage=float(coverage[place]),
            dense=dense.get(candidate.passage.passage_id, 0.0),
            spelling=float(spelling[place]),
            sentence=max(of_sentences[place], default=0.0),
        )
        scored.append(RerankedPassage(candidate.passage, fuse(signals), signals))
    return tuple(sorted(scored, key=lambda r: (-r.score, r.passage.passage_id)))


def sentence_scores(
    match: WordMatch, candidates: Sequence[Candidate]
) -> tuple[tuple[float, ...], ...]:
    """Return how well each sentence of each passage answers, in [0, 1], in order.

    The words of the question, and with them what its interrogatives ask for, are looked
    for in the sentence or any version of it.
    """
    sentences = [sentence for c in candidates for sentence in c.words.sentences]
    if not sentences:
        return tuple(() for _ in candidates)
    texts = _Texts.of([sentence.ids for sentence in sentences])
    met = match.met(texts.ids)
    _meet_spelled_out(met, match, [s.spelled_out for s in sentences for _ in s.ids])
    covered = texts.best(match.weights @ met)
    meaning = texts.best(np.concatenate([s.vectors for s in sentences]) @ match.vector)
    kinds = sorted(kind for kind in match.question.types if kind in TYPE_WEIGHTS)
    asked = sum(TYPE_WEIGHTS[kind] for kind in kinds) * match.unit
    typed = np.zeros(len(sentences), dtype=np.float32)
    for kind in kinds:
        typed += np.float32(TYPE_WEIGHTS[kind]) * _meeting(match, kind, sentences)
    words_and_type = (covered + typed * match.unit) / (1.0 + asked)
    scores = (words_and_type + _MEANING * np.maximum(meaning, 0.0)) / (1.0 + _MEANING)
    scores *= 1.0 - _UNNAMED * (1.0 - _names_held(match, candidates, texts, met))
    if not _KEYWORD_WORDS & set(match.question.words):
        scores *= np.where([sentence.stated for sentence in sentences], 1.0, _UNSTATED)
    return _split(scores, [len(candidate.words.sentences) for candidate in candidates])


@dataclass(frozen=True, slots=True)
class _Texts:
    """Texts of several owners (sentences or passages), each with at least one.

    ``starts`` are the places of each owner's first text.
    """

    ids: list[NDArray[np.int32]]
    starts: NDArray[np.int64]

    @classmethod
    def of(cls, owners: Sequence[tuple[NDArray[np.int32], ...]]) -> _Texts:
        filled = [texts or (_NO_WORDS,) for texts in owners]
        starts = np.cumsum([0, *(len(texts) for texts in filled[:-1])])
        return cls([ids for texts in filled for ids in texts], starts)

    def best(self, values: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return each owner's greatest value of the texts' values along the last axis."""
        best: NDArray[np.float32] = np.maximum.reduceat(values, self.starts, axis=-1)
        return best


def _meet_spelled_out(
    met: NDArray[np.float32], match: WordMatch, spelled: Sequence[frozenset[str]]
) -> None:
    """Let an abbreviation of the question be met where its words stand in full."""
    for row, word in enumerate(match.question.words):
        if word in match.question.abbreviations:
            met[row, [word in abbreviations for abbreviations in spelled]] = 1.0


def _names_held(
    match: WordMatch,
    candidates: Sequence[Candidate],
    texts: _Texts,
    met: NDArray[np.float32],
) -> NDArray[np.float32]:
    """Return the share of the question's names that each sentence, with its passage, holds.

    Half is for the sentence and half for anything in its passage. Only names and numbers
    count that the corpus holds at all; 1 when there are none.
    """
    names = list(match.known_names)
    sizes = [len(candidate.words.sentences) for candidate in candidates]
    if not names:
        return np.ones(sum(sizes), dtype=np.float32)
    entries = _Texts.of([candidate.words.entries for candidate in candidates])
    around = match.met(entries.ids)[names]
    here = texts.best(met[names])
    owner = np.repeat(np.arange(len(candidates)), sizes)
    nearby = entries.best(around)
    np.maximum.at(nearby.T, owner, here.T)
    held = (here >= 1.0).mean(axis=0) + (nearby >= 1.0).mean(axis=0)[owner]
    return np.asarray(held / 2.0, dtype=np.float32)


def _meeting(
    match: WordMatch, kind: AnswerType, sentences: Sequence[SentenceWords]
) -> NDArray[np.float32]:
    """Return how well each sentence holds what is asked for, in [0, 1]."""
    if kind == "definition":
        defined = _Texts.of([sentence.defined for sentence in sentences])
        return defined.best(match.content_weights @ match.met(defined.ids))
    held = np.array([kind in sentence.held for sentence in sentences], dtype=np.float32)
    if kind == "how_many" and match.question.counted:
        # 23 October is a number too; the number asked for stands before what it counts.
        row = match.question.words.index(match.question.counted)
        counted = match.met([sentence.counted for sentence in sentences])[row]
        held = np.maximum(counted, np.float32(_OTHER_NUMBER) * held)
    return held


def _split(values: NDArray[np.floating], sizes: Sequence[int]) -> tuple[tuple[float, ...], ...]:
    parts = np.split(values, np.cumsum(sizes)[:-1])
    return tuple(tuple(part.tolist()) for part in parts)
