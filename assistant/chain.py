"""The chain: understand → retrieve → answer or abstain → verify → cite, as a LangChain runnable.

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

from assistant.answering import AnswerWriter
from assistant.conversation import LONGEST_HISTORY, Understood, understand
from assistant.question import LONGEST_QUESTION
from assistant.records import Answer, Notice, Timings
from assistant.retriever import Retriever
from assistant.strings import say
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
        filters: dict[str, Any] = {} if scope is None else {"document_ids": scope}
        documents = retriever.invoke(question.text, **filters) if question.words else []
        return _Found(step, tuple(documents), (perf_counter() - started) * 1000)

    def answer(found: _Found) -> Answer:
        ask, understood = found.step.ask, found.step.understood
        started = perf_counter()
        passages = _scored(found.documents, reader)
        groups = reader.read(understood.question, passages)
        between = perf_counter()
        language = ask.language or understood.question.language
        made = writer.write(understood.question, passages, groups, language, ask.document_ids)
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
    return _Understood(ask, understand(ask.question, ask.history), perf_counter())


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
