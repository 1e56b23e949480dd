"""The chain: understand → choose documents → retrieve → answer or abstain, a LangChain runnable.

The retriever in it is any ``BaseRetriever`` whose documents carry ``passage_id`` and
``score``; the steps behind it read sentences from what is stored, never from the document.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from time import perf_counter
from typing import Any

from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import Runnable, RunnableLambda

from assistant.answering import SHOWN_EVIDENCE, AnswerWriter
from assistant.conversation import LONGEST_HISTORY, Understood, understand
from assistant.document_choice import (
    Everywhere,
    Finds,
    OneDocument,
    Route,
    Undecided,
    choose_documents,
)
from assistant.langchain_retriever import as_document
from assistant.question import LONGEST_QUESTION, Question
from assistant.records import Answer, Notice, Timings
from assistant.retriever import Retriever
from assistant.strings import say
from assistant.which_reply import completed
from corpus.language import Language
from corpus.records import ScoredPassage

__all__ = ["Ask", "build_chain"]


@dataclass(frozen=True, slots=True)
class Ask:
    """What the chain takes: a question, and what goes with it.

    ``language`` is that of the answer, by default the question's; ``history`` holds the
    turns before, (question, answer) each, oldest first.
    """

    question: str
    language: Language | None = None
    document_ids: tuple[str, ...] | None = None
    history: tuple[tuple[str, str], ...] = ()
    query_id: str | None = None


@dataclass(frozen=True, slots=True)
class _Understood:
    ask: Ask
    understood: Understood
    started: float


@dataclass(frozen=True, slots=True)
class _Found:
    step: _Understood
    question: Question
    route: Route
    documents: tuple[Document, ...]
    retrieve_ms: float


def build_chain(
    retriever: BaseRetriever, reader: Retriever, writer: AnswerWriter
) -> Runnable[Ask | str | Mapping[str, Any], Answer]:
    """Compose the chain.

    Args:
        retriever: Gives documents for a question.
        reader: Scores the sentences of their passages.
        writer: Answers or abstains.
    """

    def retrieve(step: _Understood) -> _Found:
        question = step.understood.question
        started = perf_counter()
        scope = step.ask.document_ids
        history = step.ask.history
        route = choose_documents(
            reader, writer.shelf, question, document_ids=scope, history=history
        )
        if isinstance(route, OneDocument):
            question, scope = route.question, (route.summary.document_id,)
        documents = _of_route(route)
        if question.words and documents is None:
            filters: dict[str, Any] = {} if scope is None else {"document_ids": scope}
            documents = retriever.invoke(question.text, **filters)
        return _Found(
            step, question, route, tuple(documents or ()), (perf_counter() - started) * 1000
        )

    def answer(found: _Found) -> Answer:
        ask, understood = found.step.ask, found.step.understood
        started = perf_counter()
        passages = _scored(found.documents, reader)
        quoted = isinstance(found.route, Everywhere | OneDocument)
        groups = reader.read(found.question, passages) if quoted else ()
        between = perf_counter()
        language = ask.language or understood.question.language
        made = writer.write(
            found.question, passages, groups, language, ask.document_ids, found.route
        )
        ended = perf_counter()
        return replace(
            made,
            query_id=ask.query_id,
            question=ask.question,
            understood_as=understood.understood_as,
            notices=(*_notices(understood, language), *made.notices),
            timings_ms=Timings(
                retrieve=round(found.retrieve_ms, 3),
                rerank=round((between - started) * 1000, 3),
                answer=round((ended - between) * 1000, 3),
                total=round((ended - found.step.started) * 1000, 3),
            ),
        )

    return (
        RunnableLambda(_understand, name="understand")
        | RunnableLambda(retrieve, name="retrieve")
        | RunnableLambda(answer, name="answer")
    )


def _understand(given: Ask | str | Mapping[str, Any]) -> _Understood:
    if isinstance(given, str):
        ask = Ask(given)
    elif isinstance(given, Ask):
        ask = given
    else:
        ask = Ask(**given)
    started = perf_counter()
    whole = completed(ask.question, ask.history)
    if whole is None:
        return _Understood(ask, understand(ask.question, ask.history), started)
    understood = replace(understand(whole, ask.history), understood_as=whole)
    return _Understood(ask, understood, started)


def _of_route(route: Route) -> Sequence[Document] | None:
    """Return the passages that a choice of documents brought along, ``None``: look for some."""
    if isinstance(route, Finds) and route.findings.documents:
        chosen = route.findings.documents
    elif isinstance(route, Undecided):
        chosen = route.candidates
    else:
        return None
    return [
        as_document(ScoredPassage(found.passage, found.score))
        for found in chosen[:SHOWN_EVIDENCE]
        if found.passage is not None
    ]


def _scored(documents: Sequence[Document], reader: Retriever) -> tuple[ScoredPassage, ...]:
    ids = [str(document.metadata["passage_id"]) for document in documents]
    passages = reader.store.catalog.passages(ids)
    return tuple(
        ScoredPassage(
            passages[passage_id],
            float(document.metadata.get("score", 0.0)),
            tuple(document.metadata.get("parallels", ())),
        )
        for passage_id, document in zip(ids, documents, strict=True)
        if passage_id in passages
    )


def _notices(understood: Understood, language: Language) -> tuple[Notice, ...]:
    found: list[Notice] = []
    if understood.question.cut:
        text = say("question_cut", language, limit=f"{LONGEST_QUESTION}")
        found.append(Notice("question_cut", text))
    if understood.history_cut:
        found.append(Notice("history_cut", say("history_cut", language, limit=LONGEST_HISTORY)))
    return tuple(found)
