"""Asking the judged questions: what each finds, what is answered, what is quoted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from assistant.abstention import load_calibration, read_features
from assistant.evaluating.evaluation import EvaluationError
from assistant.evaluating.judged_answers import AnswerChecker, CheckedAnswer
from assistant.evaluating.judged_questions import (
    JUDGED_DOCUMENT,
    JudgedQuestion,
    relevant_by_language,
)
from assistant.evaluating.measures import ranking_values
from assistant.evaluating.progress import Progress
from assistant.extractive import score_sentences
from assistant.question import Question, read_question
from assistant.retriever import Retriever
from assistant.session import Assistant
from corpus.language import Language, is_language
from corpus.records import Document, ScoredPassage

__all__ = ["AskedQuestion", "answerability", "ask_judged"]

DEPTH: Final = 10


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A judged question with what came of it.

    ``relevant``, ``found`` (groups, best first) and ``values`` (in the order of
    ``MEASURES``) are by passage language; all are empty where nothing is relevant.
    ``probability`` is how likely the assistant takes an answer to be, in [0, 1].
    """

    asked: JudgedQuestion
    relevant: Mapping[str, tuple[str, ...]]
    found: Mapping[str, tuple[str, ...]]
    values: Mapping[str, tuple[float, ...]]
    probability: float
    answer: CheckedAnswer


def ask_judged(
    assistant: Assistant,
    questions: Sequence[JudgedQuestion],
    *,
    scoped: bool = False,
    progress: Progress | None = None,
) -> tuple[AskedQuestion, ...]:
    """Ask judged questions of what is held.

    Args:
        assistant: What is asked.
        questions: What it is asked.
        scoped: Ask the judged thesis alone, not all that is held.
        progress: Told how far it is.

    Raises:
        EvaluationError: The judged thesis is not held, or is another text.
    """
    catalog = assistant.store.catalog
    if JUDGED_DOCUMENT not in {summary.document_id for summary in catalog.documents()}:
        raise EvaluationError(
            f"the judged questions are about the shipped thesis {JUDGED_DOCUMENT!r}, which is "
            "not held: run 'sitir build', or give --queries, --qrels and --corpus"
        )
    document = catalog.document(JUDGED_DOCUMENT)
    asking = _Asking(assistant, document, (JUDGED_DOCUMENT,) if scoped else None)
    steps = (progress or Progress()).through("questions", questions)
    return tuple(asking.ask(question) for question in steps)


def answerability(
    retriever: Retriever, question: Question, passages: Sequence[ScoredPassage]
) -> float:
    """Return how likely the calibrated model takes an answer to be, in [0, 1].

    Args:
        retriever: What found the passages.
        question: The question as read.
        passages: What was found for it, best first.
    """
    scored = score_sentences(question, retriever.read(question, passages))
    return load_calibration().probability(read_features(retriever.match(question), scored))


class _Asking:
    """Asks one assistant about one document."""

    def __init__(
        self, assistant: Assistant, document: Document, scope: tuple[str, ...] | None
    ) -> None:
        self._assistant = assistant
        self._retriever = assistant.retriever.retriever
        self._scope = scope
        self._relevant = relevant_by_language(document)
        self._checker = AnswerChecker(assistant.store.catalog, document)

    def ask(self, asked: JudgedQuestion) -> AskedQuestion:
        """Search for the question in each language where something is relevant, and ask it."""
        relevant = {} if asked.fact is None else self._relevant[asked.fact.fact_id]
        question = read_question(asked.question)
        first = self._find(question)
        found = {
            language: _groups(self._find(question, language) if is_language(language) else first)
            for language in relevant
        }
        answer = self._assistant.ask(asked.question, document_ids=self._scope)
        return AskedQuestion(
            asked=asked,
            relevant=relevant,
            found=found,
            values={
                language: ranking_values(found[language], dict.fromkeys(groups, 1))
                for language, groups in relevant.items()
            },
            probability=answerability(self._retriever, question, first),
            answer=self._checker.check(asked, answer),
        )

    def _find(
        self, question: Question, language: Language | None = None
    ) -> tuple[ScoredPassage, ...]:
        return self._retriever.retrieve(
            question,
            k=DEPTH,
            document_ids=self._scope,
            languages=None if language is None else (language,),
        ).passages


def _groups(found: Sequence[ScoredPassage]) -> tuple[str, ...]:
    return tuple(scored.passage.group for scored in found)
