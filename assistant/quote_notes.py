"""The notes that travel with a quote: those attached to any part of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.checking.records import CheckReport
from assistant.records import Citation, QuoteNote
from corpus.catalog import Catalog
from corpus.remarks import Note

__all__ = ["report_with_notes", "with_notes"]


def with_notes(catalog: Catalog, citations: Sequence[Citation]) -> tuple[Citation, ...]:
    """Return citations with the notes that are attached to their spans now.

    An answer that was kept is given the notes of today by this.
    """
    attached = _attached(catalog, citations)
    return tuple(replace(one, notes=_notes(one, attached)) for one in citations)


def report_with_notes(catalog: Catalog, report: CheckReport) -> CheckReport:
    """Return a report with the notes that are attached to what its findings cite."""
    attached = _attached(catalog, [one for found in report.findings for one in found.citations])
    return replace(
        report,
        findings=tuple(
            replace(
                found,
                citations=tuple(replace(c, notes=_notes(c, attached)) for c in found.citations),
            )
            for found in report.findings
        ),
    )


def _attached(catalog: Catalog, citations: Sequence[Citation]) -> list[Note]:
    documents = dict.fromkeys(citation.document_id for citation in citations)
    held = catalog.notes(*documents) if documents else ()
    return [note for note in held if not note.detached]


def _notes(citation: Citation, notes: Sequence[Note]) -> tuple[QuoteNote, ...]:
    return tuple(
        QuoteNote(note.text, note.author, note.created_at.date().isoformat())
        for note in notes
        if note.document_id == citation.document_id
        and note.start < citation.end
        and citation.start < note.end
    )
