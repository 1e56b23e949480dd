"""Reranking: every candidate passage, and every sentence of it, against the question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from assistant.abbreviations import spelled_out
from assistant.evidence_types import (
    COUNTING,
    DEFINING,
    TYPE_WEIGHTS,
    holds,
    is_keyword_line,
)
from assistant.fusion import Signals, fuse
from assistant.interrogatives import AnswerType
from assistant.matching import WordMatch, WordSpace
from corpus.records import Passage, Sentence
from corpus.text import fold, words

__all__ = [
    "Candidate",
    "PassageWords",
    "RerankedPassage",
    "SentenceWords",
    "read_words",
    "rerank",
    "sentence_scores",
]

_MEANING: Final = 0.5
"""How much the cosine of a sentence's summed word vectors counts beside its coverage."""
_UNSTATED: Final = 0.6
"""What is left of the score of a line that states nothing."""
_KEYWORD_WORDS: Final = frozenset({"kunci", "keyword", "keywords", "konci", "galeuh"})
_UNNAMED: Final = 0.4
"""What a sentence loses when neither it nor its passage holds the names asked about."""
_OTHER_NUMBER: Final = 0.3
"""How far a number of something else goes to meet a question of how many."""
_TERM_WORDS: Final = 4
"""A term that is defined is looked for in this many words before the defining one."""


@dataclass(frozen=True, slots=True)
class SentenceWords:
    """A sentence's words in each of its versions, the original first.

    ``ids`` holds one array of word ids for each text; ``vectors``, shape (texts,
    dimension), the summed word vectors at unit length; ``defined`` the ids of the few
    words before each defining word of any of the texts; ``counted`` the ids of the words
    right behind a number; ``spelled_out`` the abbreviations whose words stand in full.
    """

    ids: tuple[NDArray[np.int32], ...]
    vectors: NDArray[np.float32]
    defined: tuple[NDArray[np.int32], ...]
    counted: NDArray[np.int32]
    spelled_out: frozenset[str]


@dataclass(frozen=True, slots=True)
class PassageWords:
    """A passage's words: of its entries (with headings), and sentence by sentence."""

    entries: tuple[NDArray[np.int32], ...]
    sentences: tuple[SentenceWords, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that may answer, ready for reranking."""

    passage: Passage
    words: PassageWords


@dataclass(frozen=True, slots=True)
class RerankedPassage:
    """A passage with its score and the signals behind it."""

    passage: Passage
    score: float
    signals: Signals


def read_words(
    passage: Passage, entries: Sequence[NDArray[np.int32]], space: WordSpace
) -> PassageWords:
    """Prepare a passage for reranking; the result holds for one generation of the corpus."""
    return PassageWords(
        tuple(entries), tuple(_sentence_words(passage, s.ordinal, space) for s in passage.sentences)
    )


def _sentence_words(passage: Passage, ordinal: int, space: WordSpace) -> SentenceWords:
    texts = [passage.sentences[ordinal].text]
    texts += [version.text for version in passage.versions if version.sentence == ordinal]
    ids = tuple(space.ids(text) for text in texts)
    sums = np.stack([space.sums[found].sum(axis=0) for found in ids])
    norms = np.linalg.norm(sums, axis=1, keepdims=True)
    folded = [fold(text) for text in texts]
    defined = tuple(
        space.ids(" ".join(words(text[: found.start()])[-_TERM_WORDS:]))
        for text in folded
        for found in DEFINING.finditer(text)
    )
    counted = space.ids(" ".join(found[1] for text in folded for found in COUNTING.finditer(text)))
    vectors = np.asarray(sums / np.maximum(norms, 1e-9), dtype=np.float32)
    spelled = frozenset[str]().union(*(spelled_out(text) for text in texts))
    return SentenceWords(ids, vectors, defined, counted, spelled)


def rerank(
    match: WordMatch,
    question_vector: NDArray[np.float32],
    candidates: Sequence[Candidate],
    dense: Mapping[str, float],
) -> tuple[RerankedPassage, ...]:
    """Score candidate passages.

    Args:
        match: The question against the vocabulary.
        question_vector: The summed vectors of the question's content words, unit length.
        candidates: Passages with their words.
        dense: For each passage id, the best cosine of its vectors with the question's.

    Returns:
        The passages, best first, ties by passage id.
    """
    scored: list[RerankedPassage] = []
    for candidate in candidates:
        passage, entries = candidate.passage, candidate.words.entries
        sentences = sentence_scores(match, question_vector, candidate)
        signals = Signals(
            coverage=max((match.coverage(ids) for ids in entries), default=0.0),
            dense=dense.get(passage.passage_id, 0.0),
            spelling=max((match.spelling_coverage(ids) for ids in entries), default=0.0),
            sentence=max(sentences, default=0.0),
        )
        scored.append(RerankedPassage(passage, fuse(signals), signals))
    return tuple(sorted(scored, key=lambda r: (-r.score, r.passage.passage_id)))


def sentence_scores(
    match: WordMatch, question_vector: NDArray[np.float32], candidate: Candidate
) -> tuple[float, ...]:
    """Return how well each sentence of a passage answers, in [0, 1], in order.

    The words of the question, and with them what its interrogatives ask for, are looked
    for in the sentence or any version of it.
    """
    kinds = sorted(kind for kind in match.question.types if kind in TYPE_WEIGHTS)
    asked = sum(TYPE_WEIGHTS[kind] for kind in kinds) * match.unit
    asks_keywords = _KEYWORD_WORDS & set(match.question.words)
    spelled = frozenset[str]().union(*(s.spelled_out for s in candidate.words.sentences))
    around = match.names_held(candidate.words.entries, spelled)
    scores: list[float] = []
    for sentence, texts in zip(candidate.passage.sentences, candidate.words.sentences, strict=True):
        covered = max(match.coverage(ids, texts.spelled_out) for ids in texts.ids)
        met = sum(TYPE_WEIGHTS[kind] * _meets(match, kind, sentence, texts) for kind in kinds)
        meaning = max(0.0, float((texts.vectors @ question_vector).max()))
        words_and_type = (covered + met * match.unit) / (1.0 + asked)
        score = (words_and_type + _MEANING * meaning) / (1.0 + _MEANING)
        score *= 1.0 - _UNNAMED * (
            1.0 - (around + match.names_held(texts.ids, texts.spelled_out)) / 2.0
        )
        stated = asks_keywords or not is_keyword_line(sentence)
        scores.append(score if stated else score * _UNSTATED)
    return tuple(scores)


def _meets(match: WordMatch, kind: AnswerType, sentence: Sentence, texts: SentenceWords) -> float:
    """Return how well a sentence holds what is asked for, in [0, 1]."""
    if kind == "definition":
        return max((match.content_coverage(ids) for ids in texts.defined), default=0.0)
    if kind == "how_many" and match.question.counted:
        # 23 October is a number too; the number asked for stands before what it counts.
        row = match.question.words.index(match.question.counted)
        counted = float(match.similarity[row, texts.counted].max(initial=0.0))
        return max(counted, _OTHER_NUMBER * holds(sentence, kind))
    return float(holds(sentence, kind))
