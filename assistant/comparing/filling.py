"""Filling the cells: each is asked for as a reader would ask, and checked before it is kept.

An answer's first quote that is of the kind asked for fills the cell: a method names one, a
finding is no aim, a use speaks of use, and none is told of another work. Where no question
fills a cell, the first sentence of that kind under a heading that promises it does; else it
stays empty and says so. Quotes have read back when the answer was made, and do so again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from assistant.citations import cite
from assistant.comparing.kinds import fits, is_headed
from assistant.comparing.records import Cell, CellQuote, Column, Comparison, ComparisonRow
from assistant.comparing.strings import STRINGS
from assistant.extractive import Quotation
from assistant.framing import version_for
from assistant.records import Answer, Citation
from assistant.references.citing import cite_passage
from assistant.references.records import PrintedStyle, Reference
from assistant.references.requests import Cite
from assistant.references.works import one_line, work_of
from corpus.catalog import Catalog
from corpus.language import LANGUAGES, Language
from corpus.records import DocumentSummary, Passage

__all__ = ["Asks", "fill"]


class Asks(Protocol):
    """Answers a question from one document with quotes."""

    def __call__(self, question: str, document_id: str) -> Answer:
        """Answer from the document of that id."""


def fill(
    ask: Asks,
    catalog: Catalog,
    documents: Sequence[DocumentSummary],
    *,
    language: Language,
    topic: str = "",
    style: PrintedStyle = "apa",
) -> Comparison:
    """Return documents side by side, in their order.

    Args:
        ask: Is asked about each document.
        catalog: Holds the documents.
        documents: What is compared.
        language: Of the table's own words and of the versions beside the quotes.
        topic: What the relevance is to, a question or its subject; by default the practical
            benefit that a document claims is quoted.
        style: Of citations and entries.
    """
    filler = _Filler(ask, catalog, language, one_line(topic), style)
    return Comparison(language, filler.topic, tuple(map(filler.row, documents)))


class _Filler:
    def __init__(
        self,
        ask: Asks,
        catalog: Catalog,
        language: Language,
        topic: str,
        style: PrintedStyle,
    ) -> None:
        self.topic = topic
        self._ask = ask
        self._catalog = catalog
        self._language = language
        self._style = style

    def row(self, document: DocumentSummary) -> ComparisonRow:
        """Return the row of a document."""
        passages = self._catalog.document_passages(document.document_id)
        first = passages[0]
        cited = self._cite(first.passage_id, first.start, first.end)
        recorded = _recorded(document, passages, self._language)
        asked = (self._asked("method", document), self._asked("findings", document))
        return ComparisonRow(
            document_id=document.document_id,
            held=", ".join(document.metadata.held.get(self._language, ())),
            cells=(*recorded, *asked, self._asked("relevance", document)),
            entry=cited.entry,
        )

    def _asked(self, column: Column, document: DocumentSummary) -> Cell:
        for question in self._questions(column, document):
            for citation in self._ask(question, document.document_id).citations:
                if self._fits(column, citation):
                    return Cell(quote=self._quote(citation))
        if not (column == "relevance" and self.topic):
            for citation in self._headed(column, document):
                return Cell(quote=self._quote(citation))
        return Cell(missing=STRINGS["not_found"][self._language])

    def _headed(self, column: Column, document: DocumentSummary) -> Iterator[Citation]:
        """Yield sentences of the kind asked for under a heading that promises it."""
        for passage in self._catalog.document_passages(document.document_id):
            if is_headed(column, passage):
                for sentence in passage.sentences:
                    if fits(column, passage, [sentence]):
                        yield cite([Quotation(passage, (sentence,))])[0]

    def _questions(self, column: Column, document: DocumentSummary) -> Iterator[str]:
        """Yield what is asked, in the document's language first."""
        if column == "relevance" and self.topic:
            yield self.topic
            return
        own = work_of(document, self._language).language
        for language in sorted(LANGUAGES, key=lambda one: one != own):
            yield STRINGS[f"ask_{column}"][language]

    def _fits(self, column: Column, citation: Citation) -> bool:
        text = self._catalog.canonical_text(citation.document_id)
        if text[citation.start : citation.end] != citation.quote:
            return False
        if column == "relevance" and self.topic:
            return True
        passage = self._catalog.passage(citation.passage_id)
        touched = [
            s for s in passage.sentences if s.start < citation.end and citation.start < s.end
        ]
        return fits(column, passage, touched)

    def _quote(self, citation: Citation) -> CellQuote:
        in_text = self._cite(citation.passage_id, citation.start, citation.end).in_text
        assert in_text is not None  # noqa: S101 - a printed style has one
        return CellQuote(
            quote=citation.quote,
            passage_id=citation.passage_id,
            start=citation.start,
            end=citation.end,
            language=citation.language,
            in_text=in_text,
            version=version_for(citation, self._language),
        )

    def _cite(self, passage_id: str, start: int, end: int) -> Reference:
        asked = Cite(
            passage_id=passage_id,
            style=self._style,
            language=self._language,
            start=start,
            end=end,
        )
        return cite_passage(self._catalog, asked)


def _recorded(
    document: DocumentSummary, passages: Sequence[Passage], language: Language
) -> tuple[Cell, Cell, Cell]:
    """Return author, title and year as the record has them."""
    metadata = document.metadata
    missing = STRINGS["not_recorded"][language]
    authors = "; ".join(one_line(author) for author in metadata.authors)
    work = work_of(document, language)
    translated = f" [{work.translated_title}]" if work.translated_title else ""
    year = "" if metadata.year is None else str(metadata.year)
    return (
        Cell(authors, missing="" if authors else missing),
        Cell(f"{work.title}{translated}", _where(work.title, passages)),
        Cell(year, missing="" if year else missing),
    )


def _where(title: str, passages: Sequence[Passage]) -> str:
    """Return the id of the passage where the title stands word for word, or nothing."""
    return next((p.passage_id for p in passages if title in one_line(p.text)), "")
