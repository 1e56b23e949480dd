"""Sort the training pairs into pools, and share the batches out among them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from tokenizers import Tokenizer

from corpus.encoder.data import ParallelTable
from corpus.encoder.pools import PairPool, Side, inverse_degree_chances, make_side
from corpus.encoder.teacher import Lessons

TextPairs = list[tuple[str, str]]

_MOST_WORDS: Final = 2
"""A text of more words is a sentence."""

_FOREIGN: Final = re.compile("[^\\x00-\u024f\u02bc\u0300-\u036f\u1e00-\u1eff\u2010-\u203a\u20ac]+")
"""Whatever is not Latin script or common punctuation."""
_CODE: Final = re.compile(r"\b(?=[^\W\d]*\d)(?=\d*[^\W\d])\w+\b")
"""Words that mix letters and digits: parts of addresses, versions, identifiers."""


@dataclass(frozen=True, slots=True)
class Mixture:
    """How often each kind of pair is trained on.

    Attributes:
        sentence_power: a language pair's share of the sentence batches goes with its number of
            pairs to this power, so that the small ones are heard.
        word_power: the same for each lexicon and language pair in the word batches.
        word_share: share of the batches that hold word pairs.
        question_share: share of the batches that hold questions with their passages.
        lesson_share: with a teacher, share of the batches that hold English texts alone, half
            of them words and half sentences; the others share what is left.
        longest: a text is cut after so many subwords.
    """

    sentence_power: float = 0.5
    word_power: float = 0.5
    word_share: float = 0.25
    question_share: float = 0.06
    lesson_share: float = 0.3
    longest: int = 128


def training_texts(tables: Sequence[ParallelTable], sundanese_times: int = 3) -> list[str]:
    """Return what the vocabulary is learned from.

    Every sentence, every distinct word; Sundanese several times, since there is less of it.
    Other scripts are left out, so that a text in one has no vector, and so is code.
    """
    texts = []
    for table in tables:
        for position, language in enumerate(table.languages):
            column = table.column(position)
            if table.is_lexicon:
                column = sorted(set(column))
            times = sundanese_times if language == "su" else 1
            texts += [_CODE.sub("", _FOREIGN.sub("", text)) for text in column if text] * times
    return texts


def make_pools(
    tables: Sequence[ParallelTable],
    tokenizer: Tokenizer,
    mixture: Mixture,
    lessons: Lessons | None = None,
) -> tuple[list[PairPool], list[float]]:
    """Return the pools, and each one's share of the batches (they add up to one)."""
    sentences, words, questions = _sort_pairs(tables)
    sentence_share = 1.0 - mixture.word_share - (mixture.question_share if questions else 0.0)
    pairs_share = 1.0 if lessons is None else 1.0 - mixture.lesson_share
    pools, shares = [], []
    for kind, groups, power, share in (
        ("sentences", sentences, mixture.sentence_power, sentence_share),
        ("words", words, mixture.word_power, mixture.word_share),
        ("questions", questions, 1.0, mixture.question_share),
    ):
        total = sum(len(pairs) ** power for pairs in groups.values())
        for group, pairs in groups.items():
            name = f"{kind} {group}"
            pool = _make_pool(name, pairs, tokenizer, mixture.longest, kind == "words")
            languages = group.rpartition(" ")[2].split("-")
            if lessons is not None and "en" in languages:
                side = languages.index("en")
                pool = replace(pool, lessons=lessons.find([pair[side] for pair in pairs]))
            pools.append(pool)
            shares.append(pairs_share * share * len(pairs) ** power / total)
    if lessons is not None:
        alone = _lesson_pools(lessons, tokenizer, mixture.longest)
        pools += alone
        shares += [mixture.lesson_share / len(alone)] * len(alone)
    return pools, shares


def _lesson_pools(lessons: Lessons, tokenizer: Tokenizer, longest: int) -> list[PairPool]:
    """Return a pool of the teacher's words and one of its sentences."""
    words = [text for text in lessons.places if len(text.split()) <= _MOST_WORDS]
    sentences = [text for text in lessons.places if len(text.split()) > _MOST_WORDS]
    pools = []
    for name, texts in (("words", words), ("sentences", sentences)):
        side = make_side(tokenizer, texts, longest)
        chances = (_lengths(side) > 0).astype(np.float64)
        if chances.any():
            chances = chances / chances.sum()
            pools.append(PairPool(f"lessons {name}", side, None, chances, lessons.find(texts)))
    return pools


def _sort_pairs(tables: Sequence[ParallelTable]) -> tuple[dict[str, TextPairs], ...]:
    """Return the distinct sentence pairs, word pairs and question pairs, in groups.

    Sentences and questions are grouped by their languages, words by their file too, or the large
    and noisy lexicon would drown the small and good ones. Sentences that are the same on both
    sides were left untranslated and are dropped.
    """
    sentences: dict[str, TextPairs] = {}
    words: dict[str, TextPairs] = {}
    questions: dict[str, TextPairs] = {}
    for table in tables:
        for languages, pairs in table.pairs():
            group = "-".join(languages)
            if table.is_lexicon:
                words[f"{table.name} {group}"] = pairs
            elif languages[0] == languages[1]:
                questions.setdefault(group, []).extend(pairs)
            else:
                translated = [pair for pair in pairs if pair[0] != pair[1]]
                sentences.setdefault(group, []).extend(translated)
    return tuple(
        {group: list(dict.fromkeys(pairs)) for group, pairs in groups.items()}
        for groups in (sentences, words, questions)
    )


def _make_pool(
    name: str, pairs: TextPairs, tokenizer: Tokenizer, longest: int, are_words: bool
) -> PairPool:
    """Split the texts of some pairs and give each pair its chance."""
    left = make_side(tokenizer, [pair[0] for pair in pairs], longest)
    right = make_side(tokenizer, [pair[1] for pair in pairs], longest)
    chances = np.ones(len(pairs))
    if are_words:
        chances = inverse_degree_chances(left, right)
    chances = chances * (_lengths(left) > 0) * (_lengths(right) > 0)
    return PairPool(name, left, right, chances / chances.sum())


def _lengths(side: Side) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Return how many rows each text has."""
    return np.diff(side.starts)
