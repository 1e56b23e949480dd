"""What speaks for each sentence of candidate passages as an answer to a question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from assistant.asked_roles import plays_role
from assistant.candidate_words import Candidate, SentenceWords
from assistant.evidence_types import TYPE_WEIGHTS
from assistant.interrogatives import AnswerType, names_office, names_result
from assistant.matching import WordMatch
from assistant.question import FUNCTION_WEIGHT

__all__ = ["NO_SIGNALS", "SentenceReadings", "SentenceSignals", "Texts", "passages_met"]

_OTHER_NUMBER: Final = 0.3
"""How far a number of something else goes to meet a question of how many."""
_POINTED: Final = 0.8
"""What a word counts that a sentence points back to, beside one of its own."""
_CONTEXT: Final = 2
"""So many sentences before one tell what it is about."""
_NO_WORDS: Final = np.zeros(0, dtype=np.int32)


@dataclass(frozen=True, slots=True)
class SentenceSignals:
    """What speaks for a sentence, each in [0, 1].

    The question's words, by their weight, met in the sentence or its headings
    (``headed``), or also in the two sentences before it (``context``); its content words
    in the whole passage (``passage_covered``), and how well the least met of them is met
    there (``passage_least``); ``meaning``: the cosine of the summed words; ``told``: for
    each type asked for whether it is told here, and ``typed``: all of them together, 1
    where none is asked for; ``role``: whether it is of the part of a thesis that is asked
    for.
    """

    headed: float
    context: float
    passage_covered: float
    passage_least: float
    meaning: float
    told: Mapping[AnswerType, float]
    typed: float
    role: float


NO_SIGNALS: Final = SentenceSignals(
    headed=0.0,
    context=0.0,
    passage_covered=0.0,
    passage_least=0.0,
    meaning=0.0,
    told={},
    typed=0.0,
    role=0.0,
)
"""Those of no sentence."""


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts of several owners (sentences or passages), each with at least one.

    ``starts`` are the places of each owner's first text.
    """

    ids: list[NDArray[np.int32]]
    starts: NDArray[np.int64]

    @classmethod
    def of(cls, owners: Sequence[tuple[NDArray[np.int32], ...]]) -> Texts:
        """Lay the texts of all owners in a row."""
        filled = [texts or (_NO_WORDS,) for texts in owners]
        starts = np.cumsum([0, *(len(texts) for texts in filled[:-1])])
        return cls([ids for texts in filled for ids in texts], starts)

    def best(self, values: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return each owner's greatest value of the texts' values along the last axis."""
        best: NDArray[np.float32] = np.maximum.reduceat(values, self.starts, axis=-1)
        return best


def passages_met(match: WordMatch, candidates: Sequence[Candidate]) -> NDArray[np.float32]:
    """Return how well each passage meets each word, shape (question words, candidates)."""
    entries = Texts.of([candidate.words.entries for candidate in candidates])
    return entries.best(match.met(entries.ids))


@dataclass(frozen=True, slots=True)
class SentenceReadings:
    """The sentences of all candidates in a row, read for one question.

    ``held`` has shape (question words, sentences): how well each word is met in a sentence
    or any version of it, or in what it points back to; ``covered`` (sentences,): all of
    them by their weight, in one text; ``meaning`` (sentences,): the cosine of the summed
    words; ``told``: for each type that is asked for, how surely it is told, (sentences,).
    """

    match: WordMatch
    held: NDArray[np.float32]
    covered: NDArray[np.float32]
    meaning: NDArray[np.float32]
    told: Mapping[AnswerType, NDArray[np.float32]]

    @classmethod
    def of(cls, match: WordMatch, candidates: Sequence[Candidate]) -> SentenceReadings:
        """Read the sentences, of which there is at least one."""
        sentences = [sentence for c in candidates for sentence in c.words.sentences]
        texts = Texts.of([sentence.ids for sentence in sentences])
        met = match.met(texts.ids)
        _meet_spelled_out(met, match, [s.spelled_out for s in sentences for _ in s.ids])
        held = texts.best(met)
        _meet_kinds(held, match, sentences)
        for place, sentence in enumerate(sentences):
            if sentence.points_back:
                np.maximum(held[:, place], _POINTED * held[:, place - 1], out=held[:, place])
        meaning = texts.best(np.concatenate([s.vectors for s in sentences]) @ match.vector)
        kinds = sorted(kind for kind in match.question.types if kind in TYPE_WEIGHTS)
        return cls(
            match=match,
            held=held,
            covered=np.maximum(texts.best(match.weights @ met), match.weights @ held),
            meaning=np.maximum(meaning, np.float32(0.0)),
            told={kind: _told(match, kind, sentences) for kind in kinds},
        )

    def signals(self, candidates: Sequence[Candidate]) -> tuple[tuple[SentenceSignals, ...], ...]:
        """Return the signals of the sentences of each candidate."""
        of_passages = passages_met(self.match, candidates)
        content = np.array(self.match.question.weights) > FUNCTION_WEIGHT
        headings = self.match.met([candidate.words.heading for candidate in candidates])
        found: list[tuple[SentenceSignals, ...]] = []
        start = 0
        for place, candidate in enumerate(candidates):
            end = start + len(candidate.words.sentences)
            here = self.held[:, start:end].max(axis=1, initial=0.0)
            nearby = np.maximum(of_passages[:, place], here)
            covered = float(self.match.content_weights @ nearby)
            least = float(nearby[content].min(initial=1.0))
            found.append(
                tuple(
                    self._signals(candidate, start, at, headings[:, place], (covered, least))
                    for at in range(start, end)
                )
            )
            start = end
        return tuple(found)

    def _signals(
        self,
        candidate: Candidate,
        start: int,
        at: int,
        heading: NDArray[np.float32],
        passage: tuple[float, float],
    ) -> SentenceSignals:
        """Return the signals of the sentence ``at``.

        Its passage's first is at ``start``; ``passage`` says how well the passage meets the
        content words, and the least met of them.
        """
        match, question = self.match, self.match.question
        here = self.held[:, at]
        before = self.held[:, max(start, at - _CONTEXT) : at + 1].max(axis=1)
        told = {kind: float(values[at]) for kind, values in self.told.items()}
        asked = sum(TYPE_WEIGHTS[kind] for kind in told)
        typed = sum(TYPE_WEIGHTS[kind] * sure for kind, sure in told.items())
        return SentenceSignals(
            headed=float(match.weights @ np.maximum(here, heading)),
            context=float(match.weights @ np.maximum(before, heading)),
            passage_covered=passage[0],
            passage_least=passage[1],
            meaning=float(self.meaning[at]),
            told=told,
            typed=typed / asked if told else 1.0,
            role=plays_role(
                candidate.passage, candidate.passage.sentences[at - start], question.roles
            ),
        )


def _meet_spelled_out(
    met: NDArray[np.float32], match: WordMatch, spelled: Sequence[frozenset[str]]
) -> None:
    """Let an abbreviation of the question be met where its words stand in full."""
    for row, word in enumerate(match.question.words):
        if word in match.question.abbreviations:
            met[row, [word in abbreviations for abbreviations in spelled]] = 1.0


def _meet_kinds(
    held: NDArray[np.float32], match: WordMatch, sentences: Sequence[SentenceWords]
) -> None:
    """Let the name of a kind be met by what is of that kind, in whatever words.

    *Conclusion* is met by a sentence that concludes, *position* by one that says *mayor*.
    """
    for row, word in enumerate(match.question.words):
        if "result" in match.question.types and names_result(word):
            held[row, ["result" in sentence.held for sentence in sentences]] = 1.0
        elif names_office(word):
            held[row, [sentence.told.office for sentence in sentences]] = 1.0


def _told(
    match: WordMatch, kind: AnswerType, sentences: Sequence[SentenceWords]
) -> NDArray[np.float32]:
    """Return how surely each sentence tells what is asked for, in [0, 1]."""
    if kind == "definition":
        defined = Texts.of([sentence.defined for sentence in sentences])
        return defined.best(match.content_weights @ match.met(defined.ids))
    asked = match.question
    words = frozenset(asked.words)
    if kind == "who":
        told = [sentence.told.person(words) for sentence in sentences]
    elif kind == "where":
        told = [sentence.told.place(words) for sentence in sentences]
    elif kind == "when":
        told = [float(bool(sentence.told.dates - asked.values)) for sentence in sentences]
    elif kind == "how_many":
        told = [_quantity(match, sentence) for sentence in sentences]
    else:
        told = [float(kind in sentence.held) for sentence in sentences]
    return np.array(told, dtype=np.float32)


def _quantity(match: WordMatch, sentence: SentenceWords) -> float:
    """Return how well a sentence holds a number of what is asked for.

    23 October is a number too; the number asked for stands before what it counts, or
    with a unit of what is measured.
    """
    asked = match.question
    new = [(number, ids) for number, ids in sentence.counts if number.key not in asked.values]
    if not new:
        return 0.0
    if asked.dimension is not None:
        return 1.0 if any(asked.dimension in number.dimensions for number, _ in new) else 0.0
    if not asked.counted:
        return 1.0
    row = asked.words.index(asked.counted)
    counted = match.met([ids for _, ids in new])[row].max(initial=0.0)
    return float(max(counted, _OTHER_NUMBER))
