"""The judged questions of the shipped thesis, one by one, with what is relevant to each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from assistant.evaluating.directions import ANY, MIXED
from assistant.evaluating.evaluation import EvaluationError, relevant_groups
from corpus.judgments import Fact, Split, load_facts, load_unanswerable
from corpus.language import LANGUAGES, Language
from corpus.records import Document

__all__ = [
    "JUDGED_DOCUMENT",
    "JudgedQuestion",
    "judged_questions",
    "relevant_by_language",
    "relevant_to",
]

JUDGED_DOCUMENT: Final = "jakarta-tokyo"


@dataclass(frozen=True, slots=True)
class JudgedQuestion:
    """A question whose answer is known, or known not to be there: then ``fact`` is ``None``.

    ``asked_in`` is ``mixed`` when it is code-switched, ``language`` that of its grammar
    and of the answer. ``cluster`` is shared by the same question in other languages.
    ``distance`` and ``reason`` are set when it cannot be answered.
    """

    query_id: str
    cluster: str
    split: Split
    asked_in: str
    language: Language
    question: str
    fact: Fact | None = None
    distance: Literal["", "near", "far"] = ""
    reason: str = ""


def judged_questions() -> tuple[JudgedQuestion, ...]:
    """Return all judged questions, those with an answer first."""
    asked = [question for fact in load_facts() for question in _of_fact(fact)]
    asked += [
        JudgedQuestion(
            query_id=one.query_id,
            cluster=one.query_id.rpartition("-")[0],
            split=one.split,
            asked_in=one.language,
            language=one.language,
            question=one.question,
            distance=one.distance,
            reason=one.reason,
        )
        for one in load_unanswerable()
    ]
    return tuple(asked)


def _of_fact(fact: Fact) -> list[JudgedQuestion]:
    plain = [
        JudgedQuestion(
            query_id=f"{fact.fact_id}-{language}",
            cluster=fact.fact_id,
            split=fact.split,
            asked_in=language,
            language=language,
            question=fact.questions[language],
            fact=fact,
        )
        for language in LANGUAGES
    ]
    mixed = [
        JudgedQuestion(
            query_id=f"{fact.fact_id}-{MIXED}-{number}",
            cluster=fact.fact_id,
            split=fact.split,
            asked_in=MIXED,
            language=one.language,
            question=one.question,
            fact=fact,
        )
        for number, one in enumerate(fact.mixed, start=1)
    ]
    return plain + mixed


def relevant_to(fact: Fact, document: Document) -> Mapping[str, tuple[str, ...]]:
    """Return the relevant groups of a fact, sorted, by the language of a passage of theirs.

    ``any`` has them all; a language in which no passage is relevant is left out.

    Raises:
        ValueError: A gold quote does not stand in the document.
    """
    every = relevant_groups(fact, document)
    found = {ANY: tuple(sorted(every))}
    for language in LANGUAGES:
        spoken = {p.group for p in document.passages if p.language == language}
        if of_language := tuple(sorted(every & spoken)):
            found[language] = of_language
    return found


def relevant_by_language(document: Document) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Return what is relevant to each fact, see ``relevant_to``.

    Raises:
        EvaluationError: Gold quotes do not stand in the document: it is another text.
    """
    relevant: dict[str, Mapping[str, tuple[str, ...]]] = {}
    problems: list[str] = []
    for fact in load_facts():
        try:
            relevant[fact.fact_id] = relevant_to(fact, document)
        except ValueError as error:
            problems.append(str(error))
    if problems:
        named = EvaluationError.of(problems)
        raise EvaluationError(
            f"{document.document_id!r} as held is not the text that is judged: build the "
            f"shipped thesis again; {named}"
        )
    return relevant
