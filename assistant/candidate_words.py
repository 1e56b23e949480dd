"""Candidates as the reranker reads them: the words of a passage, sentence by sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from assistant.abbreviations import spelled_out
from assistant.evidence_types import (
    DEFINING,
    TYPE_WEIGHTS,
    holds,
    is_keyword_line,
)
from assistant.interrogatives import AnswerType
from assistant.matching import WordSpace
from assistant.pointers import opens_with_pointer
from assistant.told import Told, ToldNumber, read_told
from corpus.records import Passage
from corpus.text import fold, words

__all__ = ["Candidate", "PassageWords", "SentenceWords", "read_words"]

_TERM_WORDS: Final = 4
"""A term that is defined is looked for in this many words before the defining one."""


@dataclass(frozen=True, slots=True)
class SentenceWords:
    """A sentence's words in each of its versions, the original first.

    ``ids`` holds one array of word ids for each text; ``vectors``, shape (texts,
    dimension), the summed word vectors at unit length; ``defined`` the ids of the few
    words before each defining word of any of the texts; ``told`` what the original tells;
    ``counts`` each number of any of the texts with the ids of the words right behind it;
    ``spelled_out`` the abbreviations whose words stand in full; ``held`` the types of
    answer that it holds; ``stated`` is false for a line that states nothing;
    ``points_back`` says that it cannot be read without the sentence before it.
    """

    ids: tuple[NDArray[np.int32], ...]
    vectors: NDArray[np.float32]
    defined: tuple[NDArray[np.int32], ...]
    told: Told
    counts: tuple[tuple[ToldNumber, NDArray[np.int32]], ...]
    spelled_out: frozenset[str]
    held: frozenset[AnswerType]
    stated: bool
    points_back: bool


@dataclass(frozen=True, slots=True)
class PassageWords:
    """A passage's words: of its entries (with headings), of its headings, by sentence."""

    entries: tuple[NDArray[np.int32], ...]
    heading: NDArray[np.int32]
    sentences: tuple[SentenceWords, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that may answer, ready for reranking."""

    passage: Passage
    words: PassageWords


def read_words(
    passage: Passage, entries: Sequence[NDArray[np.int32]], space: WordSpace
) -> PassageWords:
    """Prepare a passage for reranking; the result holds for one generation of the corpus."""
    return PassageWords(
        tuple(entries),
        space.ids(" ".join((*passage.path, *(v.text for v in passage.heading_versions)))),
        tuple(_sentence_words(passage, s.ordinal, space) for s in passage.sentences),
    )


def _sentence_words(passage: Passage, ordinal: int, space: WordSpace) -> SentenceWords:
    sentence = passage.sentences[ordinal]
    texts = [sentence.text]
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
    told = read_told(sentence.text)
    numbers = (*told.numbers, *(n for text in texts[1:] for n in read_told(text).numbers))
    return SentenceWords(
        ids=ids,
        vectors=np.asarray(sums / np.maximum(norms, 1e-9), dtype=np.float32),
        defined=defined,
        told=told,
        counts=tuple((number, space.ids(" ".join(number.behind))) for number in numbers),
        spelled_out=frozenset[str]().union(*(spelled_out(text) for text in texts)),
        held=frozenset(kind for kind in TYPE_WEIGHTS if holds(sentence, kind)),
        stated=not is_keyword_line(sentence),
        points_back=ordinal > 0 and opens_with_pointer(sentence.text),
    )
