"""The chain: understand → choose documents → retrieve → answer or abstain, a LangChain runnable.

The retriever in it is any ``BaseRetriever`` whose documents carry ``passage_id`` and
``score``; the steps behind it read sentences from what is stored, never from the document.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from time import perf_counter
from typing import Any

from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import Runnable, RunnableLambda

from assistant.answering import SHOWN_EVIDENCE, AnswerWriter
from assistant.conversation import LONGEST_HISTORY, Rewriter, Understood, understand
from assistant.follow_ups.familiarity import is_familiar
from assistant.langchain_retriever import as_document
from assistant.question import LONGEST_QUESTION, Question
from assistant.quote_notes import with_notes
from assistant.records import Answer, AnswerPart, Notice, Timings
from assistant.retriever import Retriever
from assistant.strings import say
from assistant.which_documents.document_choice import (
    Everywhere,
    Finds,
    OneDocument,
    Route,
    Undecided,
    choose_documents,
)
from assistant.which_documents.which_reply import completed
from assistant.wording.worded_answer import WordedAnswers
from corpus.language import Language
from corpus.records import ScoredPassage
from corpus.text import whole

__all__ = ["Ask", "build_chain", "build_parts"]


@dataclass(frozen=True, slots=True)
class Ask:
    """What the chain takes: a question, and what goes with it.

    ``language`` is that of the answer, by default the question's; ``history`` holds the
    turns before, (question, answer) each, oldest first. Without ``use_model`` no language
    model is asked for this answer, whatever is set.
    """

    question: str
    language: Language | None = None
    document_ids: tuple[str, ...] | None = None
    history: tuple[tuple[str, str], ...] = ()
    query_id: str | None = None
    use_model: bool = True


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
    retriever: BaseRetriever,
    reader: Retriever,
    writer: AnswerWriter,
    worded: WordedAnswers | None = None,
    rewriter: Rewriter | None = None,
) -> Runnable[Ask | str | Mapping[str, Any], Answer]:
    """Compose the chain: its ``invoke`` gives the answer.

    Its ``stream`` gives the answer as it grows, each in the place of the one before and
    marked incomplete, and the answer itself last.

    Args:
        retriever: Gives documents for a question.
        reader: Scores the sentences of their passages.
        writer: Answers or abstains.
        worded: Has a language model word the answers, where there is one.
        rewriter: Has it make follow-ups stand alone, likewise.
    """

    def answers(found: _Found) -> Iterator[Answer]:
        for part in _parts(found, reader, writer, worded):
            yield part.answer

    async def answers_async(found: _Found) -> AsyncIterator[Answer]:
        async for part in _elsewhere(_parts(found, reader, writer, worded)):
            yield part.answer

    return _found(retriever, reader, writer, rewriter) | RunnableLambda(
        answers, afunc=answers_async, name="answer"
    )


def build_parts(
    retriever: BaseRetriever,
    reader: Retriever,
    writer: AnswerWriter,
    worded: WordedAnswers | None = None,
    rewriter: Rewriter | None = None,
) -> Runnable[Ask | str | Mapping[str, Any], AnswerPart]:
    """Compose the same chain with each answer told whether it is the last; see ``build_chain``."""

    def parts(found: _Found) -> Iterator[AnswerPart]:
        yield from _parts(found, reader, writer, worded)

    async def parts_async(found: _Found) -> AsyncIterator[AnswerPart]:
        async for part in _elsewhere(_parts(found, reader, writer, worded)):
            yield part

    return _found(retriever, reader, writer, rewriter) | RunnableLambda(
        parts, afunc=parts_async, name="answer"
    )


def _found(
    retriever: BaseRetriever,
    reader: Retriever,
    writer: AnswerWriter,
    rewriter: Rewriter | None,
) -> Runnable[Ask | str | Mapping[str, Any], _Found]:
    """Compose the steps before the answer."""

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

    def understand_step(given: Ask | str | Mapping[str, Any]) -> _Understood:
        return _understand(given, partial(is_familiar, reader), rewriter)

    return RunnableLambda(understand_step, name="understand") | RunnableLambda(
        retrieve, name="retrieve"
    )


def _parts(
    found: _Found, reader: Retriever, writer: AnswerWriter, worded: WordedAnswers | None
) -> Iterator[AnswerPart]:
    """Yield the answer as it grows.

    A model is asked only where the extractive answer quotes the text: what is silent, told
    from a record or asks back stays as it is.
    """
    ask, understood = found.step.ask, found.step.understood
    started = perf_counter()
    passages = _scored(found.documents, reader)
    quoted = isinstance(found.route, Everywhere | OneDocument)
    groups = reader.read(found.question, passages) if quoted else ()
    between = perf_counter()
    language = ask.language or understood.question.language
    made = writer.write(found.question, passages, groups, language, ask.document_ids, found.route)

    def part(answer: Answer, *, done: bool) -> AnswerPart:
        ended = perf_counter()
        whole = replace(
            answer,
            query_id=ask.query_id,
            question=ask.question,
            understood_as=understood.understood_as,
            notices=(*_notices(understood, language), *answer.notices),
            citations=with_notes(reader.store.catalog, answer.citations),
            timings_ms=Timings(
                retrieve=round(found.retrieve_ms, 3),
                rerank=round((between - started) * 1000, 3),
                answer=round((ended - between) * 1000, 3),
                total=round((ended - found.step.started) * 1000, 3),
            ),
        )
        return AnswerPart(whole, done)

    asked = worded if ask.use_model else None
    if asked is None or not quoted or made.abstained or not made.citations:
        yield part(made, done=True)
        return
    for grown in asked.write(found.question, groups, made):
        yield part(grown.answer, done=grown.done)


async def _elsewhere(parts: Iterator[AnswerPart]) -> AsyncIterator[AnswerPart]:
    """Yield what ``parts`` yields, its work done in a thread."""
    coming: asyncio.Future[AnswerPart | None] | None = None
    try:
        while True:
            coming = asyncio.get_running_loop().run_in_executor(None, next, parts, None)
            part = await coming
            if part is None:
                return
            yield part
    finally:
        # A thread that is still at work closes them itself, at the next beat.
        close = parts.close  # type: ignore[attr-defined]  # it is a generator
        if coming is not None and not coming.done():
            coming.add_done_callback(lambda _: close())
        else:
            close()


def _understand(
    given: Ask | str | Mapping[str, Any],
    familiar: Callable[[Question], bool],
    rewriter: Rewriter | None,
) -> _Understood:
    if isinstance(given, str):
        ask = Ask(given)
    elif isinstance(given, Ask):
        ask = given
    else:
        ask = Ask(**given)
    ask = replace(ask, question=whole(ask.question))
    started = perf_counter()
    answered = completed(ask.question, ask.history)
    if answered is None:
        asked = rewriter if ask.use_model else None
        understood = understand(ask.question, ask.history, asked, familiar)
        return _Understood(ask, understood, started)
    understood = replace(understand(answered, ask.history), understood_as=answered)
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
