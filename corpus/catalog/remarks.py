"""The part of the catalog that keeps what readers leave: feedback and notes."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final

from corpus.catalog import feedback, notes
from corpus.catalog.feedback import KeptFeedback
from corpus.catalog.queries import CatalogReader
from corpus.errors import NoteError, UnknownNoteError
from corpus.remarks import FEEDBACK_KINDS, Feedback, FeedbackKind, Note
from corpus.text import printable, whole

__all__ = ["RemarkKeeper"]

_LONGEST_COMMENT: Final = 2_000
_LONGEST_NOTE: Final = 2_000
_LONGEST_NAME: Final = 100


class RemarkKeeper(CatalogReader):
    """Keeps feedback and notes; like conversations they need no writer lock."""

    # Feedback

    def add_feedback(
        self,
        visitor_id: str,
        kind: FeedbackKind,
        *,
        conversation_id: str | None,
        turn: int,
        question: str,
        answer_json: Mapping[str, Any],
        comment: str = "",
    ) -> Feedback:
        """Keep what a visitor says of an answer, in the place of what they said of it before.

        It is deleted with its conversation. A comment is kept without invisible
        characters, its first 2,000.

        Raises:
            UnknownConversationError: That visitor has no such conversation.
        """
        if kind not in FEEDBACK_KINDS:
            raise ValueError(f"unknown kind of feedback {kind!r}: {', '.join(FEEDBACK_KINDS)}")
        given = Feedback(
            feedback_id=secrets.token_urlsafe(16),
            conversation_id=conversation_id,
            turn=turn,
            question=whole(question),
            answer_json=dict(answer_json),
            kind=kind,
            comment=printable(comment)[:_LONGEST_COMMENT],
            created_at=datetime.now(UTC),
        )
        with self._database.writing() as connection:
            feedback.put_feedback(connection, visitor_id, given)
        return given

    def feedback(self, conversation_id: str, visitor_id: str) -> tuple[Feedback, ...]:
        """Return what a visitor said of the answers of a conversation, by turn.

        Raises:
            UnknownConversationError: That visitor has no such conversation.
        """
        with self._database.reading() as connection:
            return feedback.list_feedback(connection, conversation_id, visitor_id)

    def kept_feedback(self) -> tuple[KeptFeedback, ...]:
        """Return the feedback of all visitors, oldest first; for the operator alone."""
        with self._database.reading() as connection:
            return feedback.list_kept_feedback(connection)

    # Notes

    def add_note(
        self, document_id: str, start: int, end: int, quote: str, *, text: str, author: str
    ) -> Note:
        """Attach a signed note to ``[start, end)`` of a document's canonical text.

        Args:
            document_id: The document.
            start: Where the span begins.
            end: Where it ends.
            quote: What must stand there, so that no note is put beside another text.
            text: What is noted, kept on one line.
            author: Who notes it.

        Raises:
            UnknownDocumentError: None of that id is held.
            NoteError: The quote does not stand there, the note is empty or too long, or
                nobody signs it.
        """
        note = Note(
            note_id=secrets.token_hex(6),
            document_id=document_id,
            start=start,
            end=end,
            quote=quote,
            text=_said(text, "the note", _LONGEST_NOTE),
            author=_said(author, "the author's name", _LONGEST_NAME),
            created_at=datetime.now(UTC),
        )
        with self._database.writing() as connection:
            held = notes.insert_note(connection, note)
        if not held:
            raise self._unknown(document_id)
        return note

    def notes(self, *document_ids: str) -> tuple[Note, ...]:
        """Return the notes on these documents in the order of the text; without any, on all.

        Those that are detached are among them, also of documents no longer held.
        """
        with self._database.reading() as connection:
            return notes.list_notes(connection, document_ids or None)

    def remove_note(self, note_id: str) -> None:
        """Remove a note.

        Raises:
            UnknownNoteError: None of that id is held.
        """
        with self._database.writing() as connection:
            gone = notes.delete_note(connection, note_id)
        if not gone:
            raise UnknownNoteError(note_id)


def _said(text: str, what: str, longest: int) -> str:
    """Return ``text`` as it is kept.

    Raises:
        NoteError: There is nothing in it, or too much.
    """
    line = printable(text)
    if not line:
        raise NoteError(f"{what} is empty: say something")
    if len(line) > longest:
        raise NoteError(f"{what} has {len(line):,} characters: say it in {longest:,}")
    return line
