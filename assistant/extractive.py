"""The extractive generator: picks the sentences that answer, and says nothing of its own.

A picked sentence brings what it cannot be read without: the sentence before it when it
points back, and its whole list when it opens one. Several sentences are picked when the
question has parts that the first leaves open, or when others answer as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from assistant.evidence_types import is_aim
from assistant.interrogatives import AnswerType
from assistant.pointers import counts_off, opens_with_pointer
from assistant.question import Question
from assistant.retriever import PassageReading
from assistant.sentence_ranking import likelihoods, ranking_signals, wants_list
from assistant.sentence_signals import SentenceSignals
from corpus.language import LANGUAGES
from corpus.records import Passage, Sentence

__all__ = [
    "Quotation",
    "ScoredSentence",
    "pick",
    "quoted_reading",
    "score_sentences",
    "whole_quotations",
]

READ_PASSAGES: Final = 8
"""Sentences are picked from this many of the best passages."""
MOST_PICKS: Final = 3
SURE: Final = 0.6
"""Further sentences are given until it is this likely that the answer is among them."""
LIKELY_ENOUGH: Final = 0.01
TOLD: Final = 0.5
_TOLD_OUTRIGHT: Final[frozenset[AnswerType]] = frozenset({"how_many", "when", "where", "who"})
"""What a sentence either tells or does not, in any words."""
SURE_OF_ALL: Final = 0.9
"""The same where several things are asked for and the best sentence opens no list."""


@dataclass(frozen=True, slots=True)
class ScoredSentence:
    """A sentence with its passage and what speaks for it.

    ``likelihood``: how likely it answers if any of those read does; they sum to 1.
    ``score``: how well it meets the question by itself, in [0, 1].
    """

    passage: Passage
    sentence: Sentence
    likelihood: float
    score: float
    passage_score: float
    signals: SentenceSignals


@dataclass(frozen=True, slots=True)
class Quotation:
    """Neighbouring sentences of one passage that are quoted as one."""

    passage: Passage
    sentences: tuple[Sentence, ...]

    @property
    def text(self) -> str:
        """The quote, exactly as canonical text has it."""
        start = self.sentences[0].start - self.passage.start
        return self.passage.text[start : self.sentences[-1].end - self.passage.start]


def quoted_reading(group: Sequence[PassageReading]) -> PassageReading:
    """Return the one of a group that is quoted: that in the first of ``LANGUAGES``."""
    return min(group, key=lambda reading: LANGUAGES.index(reading.passage.language))


def score_sentences(
    question: Question, groups: Sequence[Sequence[PassageReading]]
) -> tuple[ScoredSentence, ...]:
    """Return the sentences of the best passages, best first, ties by place.

    Args:
        question: The question as read.
        groups: The passages read, best group first. Where the author gives a text in
            several languages, the first of ``LANGUAGES`` is quoted and the others
            stand beside it.
    """
    found = [
        (reading, sentence)
        for reading in (quoted_reading(group) for group in groups[:READ_PASSAGES])
        for sentence in reading.passage.sentences
    ]
    signals = [reading.sentences.signals[sentence.ordinal] for reading, sentence in found]
    rows = [
        ranking_signals(question, sentence, of, reading.score)
        for (reading, sentence), of in zip(found, signals, strict=True)
    ]
    scored = [
        ScoredSentence(
            passage=reading.passage,
            sentence=sentence,
            likelihood=likelihood,
            score=reading.sentences.scores[sentence.ordinal],
            passage_score=reading.score,
            signals=of,
        )
        for (reading, sentence), of, likelihood in zip(
            found, signals, likelihoods(rows), strict=True
        )
    ]
    return tuple(
        sorted(scored, key=lambda s: (-s.likelihood, s.passage.passage_id, s.sentence.ordinal))
    )


def pick(
    question: Question,
    scored: Sequence[ScoredSentence],
    before: Callable[[Passage], Passage | None],
) -> tuple[Quotation, ...]:
    """Return the quotations that answer, the best first.

    Args:
        question: The question as read.
        scored: Its sentences, best first.
        before: Gives the passage before another in its section, if there is one: a
            sentence at a passage's start may point back to it.
    """
    quoted: list[Quotation] = []
    picked: list[ScoredSentence] = []
    sure = 0.0
    needed = SURE
    for candidate in scored:
        if len(picked) == MOST_PICKS or sure >= needed:
            break
        sure += candidate.likelihood
        if any(_holds(quotation, candidate) for quotation in quoted):
            continue
        if quoted and "result" in question.types and is_aim(candidate.sentence):
            continue
        picked.append(candidate)
        whole = tuple(whole_quotations(candidate.passage, candidate.sentence, question, before))
        if not quoted and _wants_all(question) and not any(_holds_list(q) for q in whole):
            needed = SURE_OF_ALL
        quoted.extend(whole)
    if (teller := _teller(question, scored, picked)) is not None:
        quoted.extend(whole_quotations(teller.passage, teller.sentence, question, before))
    return tuple(_merged(quoted))


def _teller(
    question: Question, scored: Sequence[ScoredSentence], picked: Sequence[ScoredSentence]
) -> ScoredSentence | None:
    """Return the best sentence that tells what no picked one does, if one is likely enough.

    Who asks for a person and is given a sentence that names none has no answer yet.
    """
    for kind in sorted(question.types & _TOLD_OUTRIGHT):
        if any(one.signals.told.get(kind, 0.0) >= TOLD for one in picked):
            continue
        for one in scored:
            if one.likelihood < LIKELY_ENOUGH:
                break
            if one.signals.told.get(kind, 0.0) >= TOLD:
                return one
    return None


def _holds(quotation: Quotation, candidate: ScoredSentence) -> bool:
    return quotation.passage.passage_id == candidate.passage.passage_id and any(
        sentence.ordinal == candidate.sentence.ordinal for sentence in quotation.sentences
    )


def _holds_list(quotation: Quotation) -> bool:
    return any(sentence.kind == "list_item" for sentence in quotation.sentences)


def whole_quotations(
    passage: Passage,
    sentence: Sentence,
    question: Question,
    before: Callable[[Passage], Passage | None],
) -> Iterator[Quotation]:
    """Yield the quotations that a picked sentence of a passage needs, in reading order.

    Args:
        passage: Where it stands.
        sentence: The sentence picked.
        question: The question as read.
        before: Gives the passage before another in its section, if there is one.
    """
    first = last = sentence.ordinal
    sentences = passage.sentences
    if sentence.kind == "list_item" and wants_list(question):
        while first > 0 and sentences[first].kind == "list_item":
            first -= 1
    if sentences[first].text.endswith(":"):
        last = _list_end(sentences, first)
    elif wants_list(question) or "why" in question.types:
        first, last = _counted_off(sentences, first)
    if sentence.kind == "prose" and first and sentences[first - 1].text.endswith(":"):
        first -= 1
    if opens_with_pointer(sentences[first].text):
        if first > 0:
            first -= 1
        elif (earlier := before(passage)) is not None and earlier.language == passage.language:
            yield Quotation(earlier, earlier.sentences[-1:])
    yield Quotation(passage, sentences[first : last + 1])


def _wants_all(question: Question) -> bool:
    """Tell whether one sentence is seldom all of the answer."""
    return wants_list(question) or "result" in question.types


def _counted_off(sentences: Sequence[Sentence], chosen: int) -> tuple[int, int]:
    """Return the ends of a list told in sentences: *three instruments. The first … The second …*.

    ``chosen`` is the sentence that announces it, or one of those that follow.
    """
    first = last = chosen
    while first > 0 and counts_off(sentences[first].text):
        first -= 1
    while last + 1 < len(sentences) and counts_off(sentences[last + 1].text):
        last += 1
    return (first, last) if last - first > 1 else (chosen, chosen)


def _list_end(sentences: Sequence[Sentence], opener: int) -> int:
    last = opener
    while last + 1 < len(sentences) and (sentences[last + 1].kind == "list_item" or last == opener):
        last += 1
    return last


def _merged(quotations: Sequence[Quotation]) -> Iterator[Quotation]:
    """Join quotations of one passage that touch or overlap; keep the order otherwise."""
    kept: list[Quotation] = []
    for quotation in quotations:
        for place, other in enumerate(kept):
            if other.passage.passage_id != quotation.passage.passage_id:
                continue
            ordinals = {s.ordinal for s in (*other.sentences, *quotation.sentences)}
            if max(ordinals) - min(ordinals) + 1 == len(ordinals):
                whole = tuple(s for s in other.passage.sentences if s.ordinal in ordinals)
                kept[place] = Quotation(other.passage, whole)
                break
        else:
            kept.append(quotation)
    yield from kept
