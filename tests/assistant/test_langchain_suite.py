"""The retriever passes LangChain's standard suite; the chain is a runnable like any other."""

from __future__ import annotations

from typing import Any

import pytest
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import Runnable, RunnableLambda
from langchain_tests.integration_tests import RetrieversIntegrationTests

from assistant import Answer, Ask, Assistant, SitirRetriever
from assistant.answering import AnswerWriter
from assistant.chain import build_chain
from assistant.retriever import Retriever


class TestSitirRetriever(RetrieversIntegrationTests):
    @pytest.fixture(autouse=True)
    def _opened(self, assistant: Assistant) -> None:
        type(self).core = assistant.retriever.retriever

    core: Retriever

    @property
    def retriever_constructor(self) -> type[SitirRetriever]:
        return SitirRetriever

    @property
    def retriever_constructor_params(self) -> dict[str, Any]:
        return {"retriever": self.core}

    @property
    def retriever_query_example(self) -> str:
        return "Apa tujuan penelitian ini?"


def test_the_chain_composes_with_other_runnables(assistant: Assistant) -> None:
    chain: Runnable[str, str] = assistant.chain | RunnableLambda(lambda answer: answer.text)
    assert "23 Oktober 1989" in chain.invoke("When was the Jakarta-Tokyo MoU made official?")


def test_the_chain_takes_text_mappings_and_requests(assistant: Assistant) -> None:
    question = "Apa rumusan masalahnya?"
    texts = {
        answer.text
        for answer in assistant.chain.batch([question, {"question": question}, Ask(question)])
    }
    assert len(texts) == 1


def test_the_chain_streams(assistant: Assistant) -> None:
    parts = list(assistant.chain.stream("Apa rumusan masalahnya?"))
    assert [type(part) for part in parts] == [Answer]


class SectionRetriever(BaseRetriever):
    """Another retriever: gives one section's passages, whatever the question."""

    ids: tuple[str, ...]

    def _get_relevant_documents(self, query: str, **_: Any) -> list[Document]:  # noqa: ARG002
        return [
            Document(page_content="not read", metadata={"passage_id": i, "score": 0.9})
            for i in self.ids
        ]


def test_the_chain_runs_over_any_retriever_and_quotes_only_what_is_stored(
    assistant: Assistant,
) -> None:
    passages = assistant.store.catalog.section_passages("jakarta-tokyo", "1.4.1")
    other = SectionRetriever(ids=(*(p.passage_id for p in passages), "jakarta-tokyo/9.9/1"))
    core = assistant.retriever.retriever
    answer = build_chain(other, core, AnswerWriter(core)).invoke("Apa saja tujuan penelitian ini?")
    assert {citation.section for citation in answer.citations} == {"1.4.1"}
    assert "not read" not in answer.text


def test_documents_carry_their_place(assistant: Assistant) -> None:
    document = assistant.retriever.invoke("Braunschweig", k=1)[0]
    passage = assistant.store.catalog.passage(document.metadata["passage_id"])
    assert document.id == passage.passage_id
    assert document.page_content == passage.text
    assert 0 < document.metadata["score"] <= 1


def test_a_filter_that_keeps_nothing_finds_nothing(assistant: Assistant) -> None:
    assert assistant.retriever.invoke("Braunschweig", document_ids=()) == []
