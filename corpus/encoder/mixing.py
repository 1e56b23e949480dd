"""Sort the training pairs into pools, and share the batches out among them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from tokenizers import Tokenizer

from corpus.encoder.data import ParallelTable
from corpus.encoder.pools import PairPool, Side, inverse_degree_chances, make_side

TextPairs = list[tuple[str, str]]

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
        longest: a text is cut after so many subwords.
    """

    sentence_power: float = 0.5
    word_power: float = 0.5
    word_share: float = 0.25
    question_share: float = 0.06
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
    tables: Sequence[ParallelTable], tokenizer: Tokenizer, mixture: Mixture
) -> tuple[list[PairPool], list[float]]:
    """Return the pools, and each one's share of the batches (they add up to one)."""
    sentences, words, questions = _sort_pairs(tables)
    sentence_share = 1.0 - mixture.word_share - (mixture.question_share if questions else 0.0)
    pools, shares = [], []
    for kind, groups, power, share in (
        ("sentences", sentences, mixture.sentence_power, sentence_share),
        ("words", words, mixture.word_power, mixture.word_share),
        ("questions", questions, 1.0, mixture.question_share),
    ):
        total = sum(len(pairs) ** power for pairs in groups.values())
        for group, pairs in groups.items():
            name = f"{kind} {group}"
            pools.append(_make_pool(name, pairs, tokenizer, mixture.longest, kind == "words"))
            shares.append(share * len(pairs) ** power / total)
    return pools, shares


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
