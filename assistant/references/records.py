"""The nouns of a reference, each a frozen record."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Final, Literal, get_args

from assistant.references.rich_text import RichText
from corpus.language import Language
from corpus.records import CitedWork

__all__ = [
    "MACHINE_STYLES",
    "PRINTED_STYLES",
    "STYLES",
    "Degree",
    "MachineStyle",
    "Markup",
    "PersonName",
    "Pinpoint",
    "PrintedStyle",
    "Quoted",
    "Reference",
    "Style",
    "Work",
]

PrintedStyle = Literal["apa", "chicago-notes", "chicago-author-date", "mla", "harvard"]
"""APA 7, Chicago 17 and 18 (notes; author–date), MLA 9, Harvard as in *Cite Them Right*."""

MachineStyle = Literal["bibtex", "ris", "csl-json"]

Markup = Literal["plain", "md", "html"]

Style = PrintedStyle | MachineStyle

Degree = Literal["", "bachelor", "master", "doctor"]
"""What a thesis was written for; empty when that is not known."""

PRINTED_STYLES: Final[tuple[PrintedStyle, ...]] = get_args(PrintedStyle)
MACHINE_STYLES: Final[tuple[MachineStyle, ...]] = get_args(MachineStyle)
STYLES: Final[tuple[Style, ...]] = (*PRINTED_STYLES, *MACHINE_STYLES)


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in its parts; one that is not turned round, *Sukarno*, has a family name only."""

    family: str
    given: str = ""
    particle: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A document as references describe it. Empty means unknown.

    ``language`` is that of ``title``; ``translated_title`` is the title in the reference's
    language where that is another; ``year_blank`` is shown for a year that is not known.
    """

    document_id: str
    title: str
    language: Language
    translated_title: str = ""
    authors: tuple[PersonName, ...] = ()
    year: int | None = None
    year_blank: str = ""
    institution: str = ""
    degree: Degree = ""
    place: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Pinpoint:
    """Where in a work: ``paragraph`` to ``last_paragraph`` of a section, from 1."""

    section: str
    heading: str
    paragraph: int
    last_paragraph: int
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Quoted:
    """The text that a reference stands beside.

    ``origin`` is empty when ``text`` is the author's own, in ``language``; else that of the
    translation shown, as in ``corpus.records.Version``, made from ``original_language``.
    """

    text: str
    language: Language
    original_language: Language
    origin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A reference in one style and language.

    ``in_text`` is the citation in the text, or the full note where the style has notes;
    ``None`` in the formats for programs. ``entry`` is the entry of the list of works, or the
    whole record for programs.
    """

    style: Style
    language: Language
    document_id: str
    passage_id: str
    in_text: RichText | None
    entry: RichText
    pinpoint: Pinpoint
    quoted: Quoted
    cited_works: tuple[CitedWork, ...] = ()

    def shown(self, markup: Markup = "plain") -> str:
        """Return the reference as one text: the citation or note, then the entry.

        ``md`` and ``html`` keep italics; a record for programs is the same in all.
        """
        if self.in_text is None:
            return self.entry.plain
        both = (self.in_text, self.entry)
        if markup == "html":
            return "\n".join(f"<p>{part.html}</p>" for part in both)
        return "\n\n".join(part.markdown if markup == "md" else part.plain for part in both)

    @property
    def quotation(self) -> RichText:
        """The quote with its citation behind it, or its note below; plain for programs."""
        quote = RichText.of(f"“{self.quoted.text}”")
        if self.in_text is None:
            return quote
        gap = "\n\n" if self.style == "chicago-notes" else " "
        return quote + RichText.of(gap) + self.in_text

    def to_json(self) -> dict[str, Any]:
        """Return the reference as a JSON object, each text as plain text, HTML and Markdown."""
        return {
            "style": self.style,
            "language": self.language,
            "document_id": self.document_id,
            "passage_id": self.passage_id,
            "in_text": None if self.in_text is None else self.in_text.to_json(),
            "entry": self.entry.to_json(),
            "quotation": self.quotation.to_json(),
            "pinpoint": asdict(self.pinpoint),
            "quoted": asdict(self.quoted),
            "cited_works": [asdict(work) for work in self.cited_works],
        }
