"""From judged questions that were asked to figures, each with n and interval.

Languages of questions are ``id``, ``en``, ``su``, ``mixed`` and ``all``; nothing that
cannot be answered is asked code-switched, so silence has no ``mixed``. In the bootstrap
a question is drawn together with the same question in the other languages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from assistant.evaluating.bootstrap import Figure, auc_figure, ratio_figure
from assistant.evaluating.directions import (
    ALL,
    ANY,
    MIXED,
    QUESTION_LANGUAGES,
    Cell,
    Measured,
    direction_cells,
)
from assistant.evaluating.judged_questions import JUDGED_DOCUMENT, JudgedQuestion, judged_questions
from assistant.evaluating.judged_run import AskedQuestion, ask_judged
from assistant.evaluating.measures import MEASURES
from assistant.evaluating.progress import Progress
from assistant.session import Assistant

__all__ = ["DISTANCES", "PUBLISHED", "SPLITS", "AnswerRow", "JudgedRun", "SilenceRow", "run_judged"]

PUBLISHED: Final = "report"
SPLITS: Final = (PUBLISHED, "tune", ALL)
"""The halves of the judgments, what is published first, and both together."""
DISTANCES: Final = ("near", "far", "both")
_BY_PROBABILITY: Final = frozenset({None, "not_stated", "off_topic"})
"""Reasons of silence, or none, that follow from how likely an answer is."""


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """Figures of the answers to the questions of one half in one language.

    ``answered``: the share of questions that have an answer and got one;
    ``contains_answer``: the share of them whose answer holds a judged one, silence
    holding none; ``citation_precision``: the mean share of an answer's citations that are
    of relevant passages, over answers that cite; ``citation_recall``: the mean share of the
    relevant passages that are cited, silence citing none; ``quotes_read_back`` and
    ``raw_quotes_read_back``: the share of all citations that are the text, or the raw
    file, at their place; ``language_right``: the share of all answers and silences that
    are in the language asked in.
    """

    split: str
    question_language: str
    figures: Mapping[str, Figure]


@dataclass(frozen=True, slots=True)
class SilenceRow:
    """Figures of silence, which is right when the question cannot be answered.

    Of all questions that have an answer and those that have none at one ``distance``:
    ``precision``, ``recall`` and ``F1`` of being silent, and ``AUC``: how often the
    assistant takes an answer to be likelier where there is one; where it is silent by a
    rule, without asking how likely one is, it takes that to be impossible.
    """

    split: str
    question_language: str
    distance: str
    figures: Mapping[str, Figure]


@dataclass(frozen=True, slots=True)
class JudgedRun:
    """What came of the judged questions; ``documents`` counts what is held."""

    document_id: str
    scoped: bool
    documents: int
    asked: tuple[AskedQuestion, ...]
    retrieval: tuple[Cell, ...]
    answers: tuple[AnswerRow, ...]
    silence: tuple[SilenceRow, ...]


def run_judged(
    assistant: Assistant,
    questions: Sequence[JudgedQuestion] | None = None,
    *,
    scoped: bool = False,
    progress: Progress | None = None,
) -> JudgedRun:
    """Ask the judged questions and return what came of it.

    Args:
        assistant: What is asked.
        questions: Ask only these of them.
        scoped: Ask the judged thesis alone, not all that is held.
        progress: Told how far it is.

    Raises:
        EvaluationError: The judged thesis is not held, or is another text.
    """
    chosen = judged_questions() if questions is None else questions
    asked = ask_judged(assistant, chosen, scoped=scoped, progress=progress)
    return JudgedRun(
        document_id=JUDGED_DOCUMENT,
        scoped=scoped,
        documents=len(assistant.store.catalog.documents()),
        asked=asked,
        retrieval=tuple(cell for split in SPLITS for cell in _retrieval(split, asked)),
        answers=tuple(row for split in SPLITS for row in _answers(split, asked)),
        silence=tuple(row for split in SPLITS for row in _silence(split, asked)),
    )


def _of_split(split: str, asked: Sequence[AskedQuestion]) -> list[AskedQuestion]:
    return [one for one in asked if split in (ALL, one.asked.split)]


def _retrieval(split: str, asked: Sequence[AskedQuestion]) -> tuple[Cell, ...]:
    measured = [
        Measured(one.asked.asked_in, one.asked.cluster, one.values)
        for one in _of_split(split, asked)
    ]
    return direction_cells(measured, MEASURES, split)


def _answers(split: str, asked: Sequence[AskedQuestion]) -> Iterator[AnswerRow]:
    for language in QUESTION_LANGUAGES:
        chosen = _asked_in(language, _of_split(split, asked))
        yield AnswerRow(split, language, _answer_figures(chosen))


def _silence(split: str, asked: Sequence[AskedQuestion]) -> Iterator[SilenceRow]:
    for language in QUESTION_LANGUAGES:
        if language == MIXED:
            continue
        chosen = _asked_in(language, _of_split(split, asked))
        for distance in DISTANCES:
            kept = [
                one
                for one in chosen
                if one.asked.fact is not None or distance in ("both", one.asked.distance)
            ]
            yield SilenceRow(split, language, distance, _silence_figures(kept))


def _asked_in(language: str, asked: Sequence[AskedQuestion]) -> list[AskedQuestion]:
    return [one for one in asked if language in (ALL, one.asked.asked_in)]


def _answer_figures(asked: Sequence[AskedQuestion]) -> Mapping[str, Figure]:
    known = [one for one in asked if one.asked.fact is not None]
    citing = [one for one in known if one.answer.cited]
    return {
        "answered": _mean(known, lambda one: not one.answer.abstained),
        "contains_answer": _mean(known, lambda one: one.answer.contains),
        "citation_precision": _mean(citing, _citation_precision),
        "citation_recall": _mean(known, _citation_recall),
        "quotes_read_back": _of_citations(asked, lambda one: one.answer.read_back),
        "raw_quotes_read_back": _of_citations(asked, lambda one: one.answer.raw_read_back),
        "language_right": _mean(asked, lambda one: one.answer.language == one.asked.language),
    }


def _silence_figures(asked: Sequence[AskedQuestion]) -> Mapping[str, Figure]:
    clusters = [one.asked.cluster for one in asked]
    silent = [one.answer.abstained for one in asked]
    rightly = [one.asked.fact is None for one in asked]
    right = [said and due for said, due in zip(silent, rightly, strict=True)]
    either = [float(said) + float(due) for said, due in zip(silent, rightly, strict=True)]
    likely = [one.probability if one.answer.reason in _BY_PROBABILITY else 0.0 for one in asked]
    return {
        "precision": ratio_figure(right, silent, clusters),
        "recall": ratio_figure(right, rightly, clusters),
        "F1": ratio_figure([2.0 * one for one in right], either, clusters, len(asked)),
        "AUC": auc_figure(likely, [not due for due in rightly], clusters),
    }


def _mean(asked: Sequence[AskedQuestion], value: Callable[[AskedQuestion], float]) -> Figure:
    clusters = [one.asked.cluster for one in asked]
    return ratio_figure([value(one) for one in asked], [1.0] * len(asked), clusters)


def _of_citations(asked: Sequence[AskedQuestion], count: Callable[[AskedQuestion], int]) -> Figure:
    clusters = [one.asked.cluster for one in asked]
    return ratio_figure(
        [count(one) for one in asked], [len(one.answer.cited) for one in asked], clusters
    )


def _citation_precision(one: AskedQuestion) -> float:
    relevant = one.relevant[ANY]
    return sum(group in relevant for group in one.answer.cited) / len(one.answer.cited)


def _citation_recall(one: AskedQuestion) -> float:
    relevant = one.relevant[ANY]
    return sum(group in one.answer.cited for group in relevant) / len(relevant)
