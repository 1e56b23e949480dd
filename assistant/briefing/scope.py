"""What a briefing is of: a document, or a section of it with all below."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.catalog import Catalog
from corpus.errors import UnknownSectionError
from corpus.records import DocumentSummary, Section

__all__ = ["Scope", "open_scope"]


@dataclass(frozen=True, slots=True)
class Scope:
    """The sections that are briefed, and the document that they are of.

    ``whole`` are all sections of the document, ``sections`` those in scope, in order;
    ``section`` is the one asked for, ``None`` for the document.
    """

    summary: DocumentSummary
    whole: tuple[Section, ...]
    sections: tuple[Section, ...]
    section: Section | None = None

    @property
    def document_id(self) -> str:
        """The document's id."""
        return self.summary.document_id

    @property
    def with_text(self) -> tuple[Section, ...]:
        """The sections in scope that hold text of their own."""
        return tuple(section for section in self.sections if section.end > section.start)

    @property
    def total(self) -> int:
        """How many sections of the document hold text of their own."""
        return sum(section.end > section.start for section in self.whole)


def open_scope(catalog: Catalog, summary: DocumentSummary, section_id: str | None) -> Scope:
    """Return the sections to brief.

    Args:
        catalog: Where they are held.
        summary: The document.
        section_id: The section, with all below it; ``None`` for the whole document.

    Raises:
        UnknownSectionError: The document has no section of that id.
    """
    whole = catalog.sections(summary.document_id)
    if section_id is None:
        return Scope(summary, whole, whole)
    found = next((one for one in whole if one.section_id == section_id), None)
    if found is None:
        known = [one.section_id for one in whole]
        raise UnknownSectionError(summary.document_id, section_id, known)
    inside = tuple(one for one in whole if _is_within(one, found))
    return Scope(summary, whole, inside, found)


def _is_within(section: Section, outer: Section) -> bool:
    return section.section_id == outer.section_id or (
        len(section.path) > len(outer.path) and section.path[: len(outer.path)] == outer.path
    )
