"""What an opened corpus gives besides answers: briefings, references, comparisons, glosses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.answering import AnswerWriter
from assistant.briefing.briefer import Briefer, brief_runnable
from assistant.briefing.records import BriefAsk, Briefing, BriefingLength
from assistant.chain import Ask, build_chain
from assistant.comparing.filling import fill
from assistant.comparing.records import Comparison
from assistant.generator import Generator
from assistant.glossing.gloss import Gloss, Glosser
from assistant.langchain_retriever import SitirRetriever
from assistant.matched_words import WordPair, matched_words
from assistant.quote_notes import with_notes
from assistant.records import Answer
from assistant.reference_chain import build_references
from assistant.references.citing import cite_passage
from assistant.references.records import PrintedStyle, Reference, Style
from assistant.references.requests import Cite
from assistant.retriever import Retriever
from corpus.errors import UnknownDocumentError
from corpus.language import Language

__all__ = ["Desk"]


class Desk:
    """The reading desk of a store: all that is given without asking a question.

    ``briefings`` is the LangChain runnable that ``brief`` runs, ``references`` the one that
    cites passages.
    """

    def __init__(self, core: Retriever, generator: Generator | None = None) -> None:
        """Read from the store that ``core`` searches; ``generator`` may word briefings."""
        self.store = core.store
        self._core = core
        self.briefings = brief_runnable(Briefer(core, generator))
        self.references = build_references(core.store.catalog)
        self._glosser = Glosser(core.word_encoder)
        self._quoting = build_chain(SitirRetriever(retriever=core), core, AnswerWriter(core))

    def gloss(self, text: str, source: Language, reader: Language) -> tuple[Gloss, ...]:
        """Return what the words of a text mean to a reader, word by word.

        This is a gloss and no translation: from the glossary, else words that the encoder
        finds near in meaning, else nothing. No text is written of it.

        Args:
            text: In one language; its first 20,000 characters are glossed.
            source: That language.
            reader: The language of the glosses.
        """
        return self._glosser.gloss(text, source, reader)

    def matched_words(
        self, question: str, passage_id: str, start: int | None = None, end: int | None = None
    ) -> tuple[WordPair, ...]:
        """Return the pairs of words by which a question meets a passage, across languages.

        Args:
            question: As it was asked; of a follow-up, as it was understood.
            passage_id: The passage.
            start: Where to begin, in the document's canonical text; by default where the
                passage does.
            end: Where to end, likewise.

        Raises:
            UnknownPassageError: No such passage is held.
        """
        passage = self.store.catalog.passage(passage_id)
        first = passage.start if start is None else max(start, passage.start)
        last = passage.end if end is None else max(end, first)
        text = passage.text[first - passage.start : last - passage.start]
        similarity = self._core.similarity
        return matched_words(question, text, first, passage.language, similarity)

    def brief(
        self,
        *,
        document_ids: Sequence[str] | None = None,
        section: str | None = None,
        topic: str | None = None,
        language: Language | None = None,
        length: BriefingLength = "short",
        use_model: bool = True,
    ) -> Briefing:
        """Return a briefing of a document, of a section of it, or of a topic.

        Args:
            document_ids: The document to brief; not needed where one is held. For a
                topic, those to look in, by default all.
            section: The id of a section, e.g. ``1.4``: it is briefed with all below it.
            topic: What to brief across documents.
            language: Of the briefing; by default that of the title, or of the topic.
            length: ``short`` (at most 120 words), ``medium`` (400) or ``long`` (by section).
            use_model: Let the language model, where one is set, word it.

        Raises:
            BriefingError: It is not said what to brief, or a section and a topic at once.
            UnknownDocumentError: A document in ``document_ids`` is not held.
            UnknownSectionError: The document has no such section.
        """
        scope = None if document_ids is None else tuple(document_ids)
        briefing = self.briefings.invoke(
            BriefAsk(scope, section, topic, language, length, use_model)
        )
        return replace(briefing, citations=with_notes(self.store.catalog, briefing.citations))

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

    def _scope(self, document_ids: Sequence[str] | None) -> tuple[str, ...] | None:
        if document_ids is None:
            return None
        held = [summary.document_id for summary in self.store.catalog.documents()]
        for document_id in document_ids:
            if document_id not in held:
                raise UnknownDocumentError(document_id, held)
        return tuple(document_ids)
