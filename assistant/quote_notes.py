"""The notes that travel with a quote: those attached to any part of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.records import Citation, QuoteNote
from corpus.catalog import Catalog
from corpus.remarks import Note

__all__ = ["with_notes"]


def with_notes(catalog: Catalog, citations: Sequence[Citation]) -> tuple[Citation, ...]:
    """Return citations with the notes that are attached to their spans now.

    An answer that was kept is given the notes of today by this.
    """
    documents = dict.fromkeys(citation.document_id for citation in citations)
    held = catalog.notes(*documents) if documents else ()
    attached = [note for note in held if not note.detached]
    return tuple(replace(one, notes=_notes(one, attached)) for one in citations)


def _notes(citation: Citation, notes: Sequence[Note]) -> tuple[QuoteNote, ...]:
    return tuple(
        QuoteNote(note.text, note.author, note.created_at.date().isoformat())
        for note in notes
        if note.document_id == citation.document_id
        and note.start < citation.end
        and citation.start < note.end
    )
