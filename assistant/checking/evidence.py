"""The passages that a part of a given text may rest on, and whether the corpus is about it.

Names and numbers do not tell what a statement is about: *27 cities* is about the same as
*21 cities*, and a wrong name is a wrong name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from assistant.matching import WordMatch
from assistant.phrases import phrases
from assistant.question import read_question
from assistant.retriever import Retriever
from corpus.records import Passage
from corpus.text import fold

__all__ = ["Evidence", "find_evidence", "neighbours"]

FOUND: Final = 10
ABOUT_SCORE: Final = 0.27
ABOUT_MET: Final = 0.6
"""From one of these on, of the best passage's score and of how well the words are met, the
corpus is about a text. Chosen on the tuning half of the judged findings."""

_OF_THE_WORK: Final = phrases(
    r"""
    (?:penelitian|skripsi|tesis|studi) (?:ini|itu|tersebut)
    (?:panalungtikan|skripsi) (?:ieu|eta)
    ^(?:penulis|peneliti|panulis|panalungtik)(?:na|nya)?
    (?:the|this) (?:thesis|study|research)|^(?:the|its|this) (?:author|researcher)
    """
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was found for a text, best first.

    ``passages`` holds each group's best passage and then its parallels; ``scores`` are
    their groups' by passage id; ``about`` tells whether the corpus is about the text at all.
    """

    passages: tuple[Passage, ...]
    scores: Mapping[str, float]
    about: bool


def find_evidence(
    retriever: Retriever, text: str, document_ids: Sequence[str] | None, k: int = FOUND
) -> Evidence:
    """Return the passages for a text, at most ``k`` groups of them."""
    question = read_question(text)
    found = retriever.retrieve(question, k=k, document_ids=document_ids).passages
    if not found:
        return Evidence((), {}, about=False)
    scores = {i: s.score for s in found for i in (s.passage.passage_id, *s.parallels)}
    read = {scored.passage.passage_id: scored.passage for scored in found}
    read.update(retriever.store.catalog.passages([i for i in scores if i not in read]))
    about = (
        found[0].score >= ABOUT_SCORE
        or _met(retriever.match(question)) >= ABOUT_MET
        or _OF_THE_WORK.search(fold(text)) is not None
    )
    return Evidence(tuple(read[i] for i in scores if i in read), scores, about=about)


def neighbours(retriever: Retriever, passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """Return passages with those before and behind them in their sections, in text order."""
    ids = dict.fromkeys(
        f"{passage.document_id}/{passage.section}/{passage.ordinal + step}"
        for passage in passages
        for step in (-1, 0, 1)
    )
    held = retriever.store.catalog.passages(tuple(ids))
    return tuple(sorted(held.values(), key=lambda p: (p.document_id, p.start)))


def _met(match: WordMatch) -> float:
    """Return how well any words of the corpus meet those of a text, in [0, 1], by weight."""
    question = match.question
    told = [
        row
        for row, word in enumerate(question.words)
        if question.weights[row] == 1.0 and word not in question.names
    ]
    weights = match.weights[told]
    total = float(weights.sum())
    if total <= 0.0:
        return 0.0
    best = match.similarity[told].max(axis=1, initial=0.0)
    return float(np.dot(weights, best)) / total
