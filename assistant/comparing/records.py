"""The nouns of a comparison, each a frozen record."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Final, Literal, get_args

from assistant.records import QuoteVersion
from assistant.references.rich_text import RichText
from corpus.language import Language
from corpus.text import fold

__all__ = ["COLUMNS", "Cell", "CellQuote", "Column", "Comparison", "ComparisonRow"]

Column = Literal["author", "title", "year", "method", "findings", "relevance"]

COLUMNS: Final[tuple[Column, ...]] = get_args(Column)


@dataclass(frozen=True, slots=True)
class CellQuote:
    """A quote that fills a cell: word for word, with its place and its citation.

    ``version`` is the quote in the table's language, where the quote is in another.
    """

    quote: str
    passage_id: str
    start: int
    end: int
    language: Language
    in_text: RichText
    version: QuoteVersion | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: a quote, or what the document's record says, or why it is empty.

    ``text`` is told from the record; ``passage_id`` is where it also stands in the text, if it
    does. ``missing`` is set exactly when there is neither text nor quote.
    """

    text: str = ""
    passage_id: str = ""
    quote: CellQuote | None = None
    missing: str = ""


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """One document; ``cells`` are in the order of ``COLUMNS``.

    ``held`` names the parts that are held, empty when that is the whole work; ``entry`` is the
    document's entry in the list of works.
    """

    document_id: str
    held: str
    cells: tuple[Cell, ...]
    entry: RichText


@dataclass(frozen=True, slots=True)
class Comparison:
    """Documents side by side; ``topic`` is what relevance was asked about, if anything."""

    language: Language
    topic: str
    rows: tuple[ComparisonRow, ...]

    @property
    def entries(self) -> tuple[RichText, ...]:
        """The entries of the list of works, in the order of its letters."""
        return tuple(sorted((row.entry for row in self.rows), key=lambda one: fold(one.plain)))

    def to_json(self) -> dict[str, Any]:
        """Return the comparison as a JSON object."""
        return asdict(self)

    def markdown(self) -> str:
        """Return the comparison as a Markdown document."""
        from assistant.comparing.markdown import as_markdown

        return as_markdown(self)

    def docx(self) -> bytes:
        """Return the comparison as the bytes of a DOCX file."""
        from assistant.comparing.word_file import as_docx

        return as_docx(self)
