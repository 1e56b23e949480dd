"""What a claim is shown with: the sentences of its evidence that bear it out.

A model quotes where it likes, often half a sentence. What is shown is whole sentences,
since half of one may lack its condition: those that it quotes, when they bear the claim out
by themselves; else, one step at a time, those that fit the claim best, or all of the passage.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.checking.folding import fold_quoted
from assistant.extractive import Quotation
from assistant.interrogatives import FUNCTION_WORDS
from assistant.pointers import opens_with_pointer
from assistant.word_similarity import WordSimilarity
from corpus.records import Passage, Sentence
from corpus.text import words

__all__ = ["NamedPassage", "name_passage", "offered_support"]

_ELLIPSES = " .…"


@dataclass(frozen=True, slots=True)
class NamedPassage:
    """A passage that a claim names, with the ordinals of the sentences it quotes of it."""

    passage: Passage
    quoted: frozenset[int]


def name_passage(passage: Passage, quotes: Sequence[str]) -> tuple[NamedPassage, frozenset[str]]:
    """Return which sentences of ``passage`` are quoted, and the quotes that read back.

    A quote reads back when its words stand in the passage as they are; whitespace and the
    style of quotation marks are none of them, and neither is an ellipsis at its ends.
    """
    text = fold_quoted(passage.text)
    quoted: set[int] = set()
    standing: set[str] = set()
    for quote in quotes:
        folded = fold_quoted(quote).text.strip()
        place = text.text.find(folded)
        if place < 0:
            folded = folded.strip(_ELLIPSES)
            place = text.text.find(folded)
        if place < 0 or not folded:
            continue
        standing.add(quote)
        span = text.span(place, place + len(folded))
        start, end = passage.start + span.start, passage.start + span.end
        quoted.update(s.ordinal for s in passage.sentences if s.start < end and start < s.end)
    return NamedPassage(passage, frozenset(quoted)), frozenset(standing)


def offered_support(
    claim: str, named: Sequence[NamedPassage], similarity: WordSimilarity
) -> Iterator[tuple[Quotation, ...]]:
    """Yield what the claim may be shown with, the least first."""
    content = tuple(dict.fromkeys(w for w in words(claim) if w not in FUNCTION_WORDS))
    best = [_best_sentence(content, one.passage, similarity) for one in named]
    yield tuple(
        quotation
        for one, fitting in zip(named, best, strict=True)
        for quotation in _quotations(one.passage, one.quoted or {fitting})
    )
    if any(
        one.quoted and fitting not in one.quoted for one, fitting in zip(named, best, strict=True)
    ):
        yield tuple(
            quotation
            for one, fitting in zip(named, best, strict=True)
            for quotation in _quotations(one.passage, one.quoted | {fitting})
        )
    yield tuple(Quotation(one.passage, one.passage.sentences) for one in named)


def _best_sentence(content: Sequence[str], passage: Passage, similarity: WordSimilarity) -> int:
    """Return the ordinal of the sentence that meets most of the claim's words."""
    return max(
        passage.sentences,
        key=lambda sentence: (_met(content, passage, sentence, similarity), -sentence.ordinal),
    ).ordinal


def _met(
    content: Sequence[str], passage: Passage, sentence: Sentence, similarity: WordSimilarity
) -> float:
    texts = [sentence.text]
    texts += [v.text for v in passage.versions if v.sentence == sentence.ordinal]
    found = tuple(dict.fromkeys(word for text in texts for word in words(text)))
    if not content or not found:
        return 0.0
    return float(similarity.similarity(content, found).max(axis=1).mean())


def _quotations(passage: Passage, ordinals: frozenset[int] | set[int]) -> Iterator[Quotation]:
    """Yield runs of neighbouring sentences; one that points back brings the one before."""
    wanted = set(ordinals)
    for sentence in reversed(passage.sentences):
        if sentence.ordinal in wanted and sentence.ordinal and opens_with_pointer(sentence.text):
            wanted.add(sentence.ordinal - 1)
    run: list[Sentence] = []
    for sentence in passage.sentences:
        if sentence.ordinal in wanted:
            run.append(sentence)
        elif run:
            yield Quotation(passage, tuple(run))
            run = []
    if run:
        yield Quotation(passage, tuple(run))
