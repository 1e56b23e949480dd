"""The assistant: an opened corpus that can be asked, searched and browsed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from types import TracebackType
from typing import Self

from assistant.answering import AnswerWriter, as_evidence
from assistant.briefing.briefer import Briefer, brief_runnable
from assistant.briefing.records import BriefAsk, Briefing, BriefingLength
from assistant.chain import Ask, build_chain, build_parts
from assistant.checking.checker import TextChecker
from assistant.checking.records import CheckReport
from assistant.comparing.filling import fill
from assistant.comparing.records import Comparison
from assistant.generator import Generator, open_generator
from assistant.langchain_retriever import SitirRetriever
from assistant.question import read_question
from assistant.records import Answer, AnswerPart, Evidence
from assistant.reference_chain import build_references
from assistant.references.citing import cite_passage
from assistant.references.records import PrintedStyle, Reference, Style
from assistant.references.requests import Cite
from assistant.retriever import Retriever
from assistant.starters import starter_questions
from assistant.wording.rewriting import ModelRewriter
from assistant.wording.worded_answer import WordedAnswers
from corpus.encoder import WordEncoder
from corpus.errors import UnknownDocumentError
from corpus.language import Language
from corpus.settings import Settings
from corpus.store import Store

__all__ = ["Assistant", "open_assistant"]


class Assistant:
    """Answers questions about what a store holds; for several threads at once.

    ``chain`` is the LangChain runnable that ``ask`` runs, ``retriever`` the
    ``BaseRetriever`` in it, ``briefings`` the runnable that ``brief`` runs, ``references``
    the one that cites passages, ``generator`` the language model that words answers and makes
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
        self.store = store
        self.generator = generator
        self._core = Retriever(store, word_encoder)
        self.retriever = SitirRetriever(retriever=self._core)
        self.references = build_references(store.catalog)
        self._checker = TextChecker(self._core)
        self.briefings = brief_runnable(Briefer(self._core, generator))
        writer = AnswerWriter(self._core)
        self._quoting = build_chain(self.retriever, self._core, writer)
        worded = rewriter = None
        if generator is not None:
            worded = WordedAnswers(generator, self._core.similarity, store.catalog)
            rewriter = ModelRewriter(generator)
        self.chain = build_chain(self.retriever, self._core, writer, worded, rewriter)
        self._parts = build_parts(self.retriever, self._core, writer, worded, rewriter)

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

    def stream(
        self,
        question: str,
        *,
        language: Language | None = None,
        document_ids: Sequence[str] | None = None,
        history: Sequence[tuple[str, str]] = (),
        query_id: str | None = None,
    ) -> Iterator[AnswerPart]:
        """Answer as ``ask`` does, and yield the answer as it grows.

        A sentence of a language model is in it only when it has passed. Closing the
        iterator ends the model's work.

        Raises:
            UnknownDocumentError: A document in ``document_ids`` is not held.
        """
        scope = self._scope(document_ids)
        asked = Ask(question, language, scope, tuple(history), query_id)
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
        return self._checker.check(text, language=language, document_ids=scope)

    def brief(
        self,
        *,
        document_ids: Sequence[str] | None = None,
        section: str | None = None,
        topic: str | None = None,
        language: Language | None = None,
        length: BriefingLength = "short",
    ) -> Briefing:
        """Return a briefing of a document, of a section of it, or of a topic.

        Args:
            document_ids: The document to brief; not needed where one is held. For a
                topic, those to look in, by default all.
            section: The id of a section, e.g. ``1.4``: it is briefed with all below it.
            topic: What to brief across documents.
            language: Of the briefing; by default that of the title, or of the topic.
            length: ``short`` (at most 120 words), ``medium`` (400) or ``long`` (by section).

        Raises:
            BriefingError: It is not said what to brief, or a section and a topic at once.
            UnknownDocumentError: A document in ``document_ids`` is not held.
            UnknownSectionError: The document has no such section.
        """
        scope = None if document_ids is None else tuple(document_ids)
        return self.briefings.invoke(BriefAsk(scope, section, topic, language, length))

    def cite(
        self,
        passage_id: str,
        *,
        style: Style = "apa",
        language: Language | None = None,
        quote: str | None = None,
        start: int | None = None,
        end: int | None = None,
        version: Language | None = None,
        blanks: bool = False,
    ) -> Reference:
        """Return the reference of a passage or a part of it; ``Cite`` tells what each means.

        Raises:
            UnknownPassageError: The passage is not held.
            UnmatchedQuoteError: The quote does not stand in it, nor in a version of it.
            CitationError: The style is unknown, the span is outside of the passage, or there
                is no such version.
        """
        asked = Cite(
            passage_id=passage_id,
            style=style,
            language=language,
            quote=quote,
            start=start,
            end=end,
            version=version,
            blanks=blanks,
        )
        return cite_passage(self.store.catalog, asked)

    def compare(
        self,
        document_ids: Sequence[str] | None = None,
        *,
        language: Language = "id",
        topic: str = "",
        style: PrintedStyle = "apa",
    ) -> Comparison:
        """Put documents side by side: author, title, year, method, findings and relevance.

        Cells are quotes; a language model has no part in it.

        Args:
            document_ids: The documents in their order, by default all.
            language: Of the table's own words and of the versions beside the quotes.
            topic: What they are to be relevant to; by default the benefit that each claims.
            style: Of the citations.

        Raises:
            UnknownDocumentError: A document in ``document_ids`` is not held.
        """
        scope = self._scope(document_ids)
        catalog = self.store.catalog
        held = {summary.document_id: summary for summary in catalog.documents()}
        chosen = [held[one] for one in (held if scope is None else dict.fromkeys(scope))]

        def ask(question: str, document_id: str) -> Answer:
            return self._quoting.invoke(Ask(question, language, (document_id,)))

        return fill(ask, catalog, chosen, language=language, topic=topic, style=style)

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
        SettingsError: The language model that is set cannot be used.
    """
    generator = open_generator(settings)
    return Assistant(Store.open(settings), generator=generator)
