"""The retriever as LangChain knows it: a ``BaseRetriever`` that gives ``Document`` objects."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict, Field

from assistant.question import read_question
from assistant.retriever import Retriever
from corpus.records import ScoredPassage

__all__ = ["SitirRetriever", "as_document"]


class SitirRetriever(BaseRetriever):
    """Passages for a question in any of the three languages, one of each parallel group.

    A document's ``page_content`` is the passage, its ``id`` the passage id; its metadata
    holds ``passage_id``, ``document_id``, ``section``, ``heading``, ``language``,
    ``file``, ``start``, ``end``, ``score``, ``parallels`` and ``matches``.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True, extra="forbid")

    retriever: Retriever
    k: int = Field(default=10, ge=0)
    """How many passages to give."""
    document_ids: tuple[str, ...] | None = None
    """Search these documents only."""

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,  # noqa: ARG002 - LangChain's signature
        k: int | None = None,
        document_ids: Sequence[str] | None = None,
        **_: Any,  # noqa: ANN401 - LangChain's signature
    ) -> list[Document]:
        found = self.retriever.retrieve(
            read_question(query),
            k=self.k if k is None else k,
            document_ids=self.document_ids if document_ids is None else document_ids,
        )
        return [as_document(scored) for scored in found.passages]


def as_document(scored: ScoredPassage) -> Document:
    """Return a scored passage as a LangChain document."""
    passage = scored.passage
    return Document(
        id=passage.passage_id,
        page_content=passage.text,
        metadata={
            "passage_id": passage.passage_id,
            "document_id": passage.document_id,
            "section": passage.section,
            "heading": passage.heading,
            "language": passage.language,
            "file": passage.file,
            "start": passage.start,
            "end": passage.end,
            "score": scored.score,
            "parallels": list(scored.parallels),
            "matches": [list(pair) for pair in scored.matches],
        },
    )
