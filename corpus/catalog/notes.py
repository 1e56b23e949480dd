"""Notes: what was written beside spans of documents, kept in place as documents change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Connection, Row, delete, insert, select, update

from corpus.anchoring import Anchor, find_anchor, make_anchor
from corpus.catalog.schema import documents, notes
from corpus.errors import NoteError
from corpus.records import Span
from corpus.remarks import Note

__all__ = ["anchor_notes", "delete_note", "detach_notes", "insert_note", "list_notes"]

_SHOWN: Final = 60


def insert_note(connection: Connection, note: Note) -> bool:
    """Insert a note; tell whether its document is held.

    Raises:
        NoteError: Its quote does not stand at its place.
    """
    wanted = select(documents.c.text).where(documents.c.document_id == note.document_id)
    text: str | None = connection.scalar(wanted)
    if text is None:
        return False
    if not note.quote or text[note.start : note.end] != note.quote:
        raise NoteError(
            f"{note.quote[:_SHOWN]!r} does not stand at [{note.start}, {note.end}) of "
            f"{note.document_id!r}: it was changed, or is none; look it up again"
        )
    anchor = make_anchor(text, Span(note.start, note.end))
    row = {name: getattr(note, name) for name in Note.__dataclass_fields__}
    connection.execute(insert(notes).values(row | {"before": anchor.before, "after": anchor.after}))
    return True


def list_notes(
    connection: Connection, document_ids: Sequence[str] | None = None
) -> tuple[Note, ...]:
    """Return the notes of some documents, or of all, in the order of the text."""
    order = notes.c.document_id, notes.c.start, notes.c.end, notes.c.created_at, notes.c.note_id
    wanted = select(notes).order_by(*order)
    if document_ids is not None:
        wanted = wanted.where(notes.c.document_id.in_(document_ids))
    return tuple(_note(row) for row in connection.execute(wanted))


def delete_note(connection: Connection, note_id: str) -> bool:
    """Delete a note; tell whether it was there."""
    return bool(connection.execute(delete(notes).where(notes.c.note_id == note_id)).rowcount)


def detach_notes(connection: Connection, document_id: str) -> None:
    """Mark the notes of a document whose text is gone; they wait for it."""
    connection.execute(
        update(notes).where(notes.c.document_id == document_id).values(detached=True)
    )


def anchor_notes(connection: Connection, document_id: str, text: str) -> None:
    """Put each note of a document where its quote stands in ``text``, or mark it detached."""
    for row in connection.execute(select(notes).where(notes.c.document_id == document_id)).all():
        found = find_anchor(Anchor(row.start, row.quote, row.before, row.after), text)
        values: dict[str, Any] = {"detached": found is None}
        if found is not None:
            anchor = make_anchor(text, found)
            values |= {"start": found.start, "end": found.end}
            values |= {"before": anchor.before, "after": anchor.after}
        connection.execute(update(notes).where(notes.c.note_id == row.note_id).values(values))


def _note(row: Row[Any]) -> Note:
    return Note(**{name: getattr(row, name) for name in Note.__dataclass_fields__})
