"""The assistant: an opened corpus that can be asked, searched and browsed."""

from __future__ import annotations

from collections.abc import Sequence
from types import TracebackType
from typing import Self

from assistant.answering import AnswerWriter, as_evidence
from assistant.chain import Ask, build_chain
from assistant.langchain_retriever import SitirRetriever
from assistant.question import read_question
from assistant.records import Answer, Evidence
from assistant.retriever import Retriever
from assistant.starters import starter_questions
from corpus.encoder import WordEncoder
from corpus.errors import UnknownDocumentError
from corpus.language import Language
from corpus.settings import Settings
from corpus.store import Store

__all__ = ["Assistant", "open_assistant"]


class Assistant:
    """Answers questions about what a store holds; for several threads at once.

    ``chain`` is the LangChain runnable that ``ask`` runs, ``retriever`` the
    ``BaseRetriever`` in it.
    """

    def __init__(self, store: Store, word_encoder: WordEncoder | None = None) -> None:
        """Ask ``store``; ``word_encoder`` compares words, by default the bundled one."""
        self.store = store
        self._core = Retriever(store, word_encoder)
        self.retriever = SitirRetriever(retriever=self._core)
        self.chain = build_chain(self.retriever, self._core, AnswerWriter(self._core))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the store."""
        self.store.close()

    def ask(
        self,
        question: str,
        *,
        language: Language | None = None,
        document_ids: Sequence[str] | None = None,
        history: Sequence[tuple[str, str]] = (),
        query_id: str | None = None,
    ) -> Answer:
        """Answer a question, or say why it cannot be answered.

        Args:
            question: In any of the three languages; over 4,000 characters it is cut,
                with a notice.
            language: Of the answer; by default that of the question.
            document_ids: Answer from these documents only.
            history: The turns before, (question, answer) each, oldest first.
            query_id: Given back in the answer.

        Raises:
            UnknownDocumentError: A document in ``document_ids`` is not held.
        """
        scope = self._scope(document_ids)
        return self.chain.invoke(Ask(question, language, scope, tuple(history), query_id))

    def search(
        self, query: str, *, k: int = 10, document_ids: Sequence[str] | None = None
    ) -> tuple[Evidence, ...]:
        """Return the ``k`` best passages for a query, one of each group of parallel ones.

        Raises:
            UnknownDocumentError: A document in ``document_ids`` is not held.
        """
        scope = self._scope(document_ids)
        found = self._core.retrieve(read_question(query), k=k, document_ids=scope)
        return tuple(as_evidence(scored) for scored in found.passages)

    def starter_questions(self, language: Language) -> tuple[str, ...]:
        """Return questions that what is held answers, to begin with."""
        return starter_questions(self.store.catalog, language)

    def _scope(self, document_ids: Sequence[str] | None) -> tuple[str, ...] | None:
        if document_ids is None:
            return None
        held = [summary.document_id for summary in self.store.catalog.documents()]
        for document_id in document_ids:
            if document_id not in held:
                raise UnknownDocumentError(document_id, held)
        return tuple(document_ids)


def open_assistant(settings: Settings) -> Assistant:
    """Open the corpus of ``settings.data_dir`` for asking.

    Raises:
        StorageError: It is not built, newer than this Sitir, or made by another encoder.
        EncoderError: The encoder cannot be loaded.
    """
    return Assistant(Store.open(settings))
