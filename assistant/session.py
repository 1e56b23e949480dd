"""The assistant: an opened corpus that can be asked, searched and browsed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from types import TracebackType
from typing import Self

from assistant.answering import AnswerWriter, as_evidence
from assistant.chain import Ask, build_chain, build_parts
from assistant.checking.checker import TextChecker
from assistant.checking.records import CheckReport
from assistant.desk import Desk
from assistant.generator import Generator, open_generator
from assistant.langchain_retriever import SitirRetriever
from assistant.question import read_question
from assistant.quote_notes import report_with_notes
from assistant.records import Answer, AnswerPart, Evidence
from assistant.retriever import Retriever
from assistant.starters import starter_questions
from assistant.wording.model_state import ModelState
from assistant.wording.rewriting import ModelRewriter
from assistant.wording.worded_answer import WordedAnswers
from corpus.encoder import WordEncoder
from corpus.language import Language
from corpus.settings import Settings
from corpus.store import Store

__all__ = ["Assistant", "open_assistant"]


class Assistant(Desk):
    """Answers questions about what a store holds; for several threads at once.

    ``chain`` is the LangChain runnable that ``ask`` runs, ``retriever`` the
    ``BaseRetriever`` in it, ``generator`` the language model that words answers and makes
    follow-ups stand alone, if any.
    """

    def __init__(
        self,
        store: Store,
        word_encoder: WordEncoder | None = None,
        generator: Generator | None = None,
    ) -> None:
        """Ask ``store``.

        Args:
            store: What is asked.
            word_encoder: Compares words; by default the bundled one.
            generator: The language model that words answers; by default none does.
        """
        super().__init__(Retriever(store, word_encoder), generator)
        self.generator = generator
        self.retriever = SitirRetriever(retriever=self._core)
        self._checker = TextChecker(self._core)
        writer = AnswerWriter(self._core)
        worded = rewriter = None
        if generator is not None:
            worded = WordedAnswers(generator, self._core.similarity, store.catalog)
            rewriter = ModelRewriter(generator)
        self.chain = build_chain(self.retriever, self._core, writer, worded, rewriter)
        self._parts = build_parts(self.retriever, self._core, writer, worded, rewriter)

    @property
    def model_state(self) -> ModelState:
        """Whether a language model words the answers, and which."""
        return ModelState("off") if self.generator is None else self.generator.state

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
        use_model: bool = True,
    ) -> Answer:
        """Answer a question, or say why it cannot be answered.

        Args:
            question: In any of the three languages; over 4,000 characters it is cut,
                with a notice.
            language: Of the answer; by default that of the question.
            document_ids: Answer from these documents only.
            history: The turns before, (question, answer) each, oldest first.
            query_id: Given back in the answer.
            use_model: Whether a language model may word it, if one is set.

        Raises:
            UnknownDocumentError: A document in ``document_ids`` is not held.
        """
        scope = self._scope(document_ids)
        asked = Ask(question, language, scope, tuple(history), query_id, use_model)
        return self.chain.invoke(asked)

    def stream(
        self,
        question: str,
        *,
        language: Language | None = None,
        document_ids: Sequence[str] | None = None,
        history: Sequence[tuple[str, str]] = (),
        query_id: str | None = None,
        use_model: bool = True,
    ) -> Iterator[AnswerPart]:
        """Answer as ``ask`` does, and yield the answer as it grows.

        A sentence of a language model is in it only when it has passed. Closing the
        iterator ends the model's work.

        Raises:
            UnknownDocumentError: A document in ``document_ids`` is not held.
        """
        scope = self._scope(document_ids)
        asked = Ask(question, language, scope, tuple(history), query_id, use_model)
        parts: Iterator[AnswerPart] = self._parts.stream(asked)
        with closing(parts):  # type: ignore[type-var]  # it is a generator
            yield from parts

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

    def check(
        self,
        text: str,
        *,
        language: Language | None = None,
        document_ids: Sequence[str] | None = None,
    ) -> CheckReport:
        """Check the quotes, numbers and statements of a text that somebody wrote.

        Args:
            text: One or more paragraphs, plain or Markdown; it is not stored.
            language: Of what the report says; by default the text's own.
            document_ids: Compare with these documents only.

        Raises:
            UnknownDocumentError: A document in ``document_ids`` is not held.
            SitirError: The text is too long.
        """
        scope = self._scope(document_ids)
        report = self._checker.check(text, language=language, document_ids=scope)
        return report_with_notes(self.store.catalog, report)

    def starter_questions(self, language: Language) -> tuple[str, ...]:
        """Return questions that what is held answers, to begin with."""
        return starter_questions(self.store.catalog, language)


def open_assistant(settings: Settings) -> Assistant:
    """Open the corpus of ``settings.data_dir`` for asking.

    Raises:
        StorageError: It is not built, newer than this Sitir, or made by another encoder.
        EncoderError: The encoder cannot be loaded.
        SettingsError: The language model that is set cannot be used.
    """
    generator = open_generator(settings)
    return Assistant(Store.open(settings), generator=generator)
