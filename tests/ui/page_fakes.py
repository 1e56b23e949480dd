"""An honest stand-in for the shelf: documents, conversations and remarks, kept in memory."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from page_answers import FakeAnswerer
from page_thesis import TITLE, document, section, sections

from corpus.errors import (
    NoteError,
    UnknownConversationError,
    UnknownDocumentError,
    UnknownPassageError,
)
from corpus.language import Language
from corpus.records import (
    ConversationSummary,
    Document,
    DocumentSummary,
    Metadata,
    Passage,
    Section,
    Turn,
)
from corpus.remarks import Feedback, FeedbackKind, Note
from ingest import Outcome, Progress
from ui.room import Room

HELD: dict[Language, tuple[str, ...]] = {
    "id": ("abstrak", "BAB I"),
    "en": ("abstract", "Chapter I"),
    "su": ("ringkesan", "BAB I"),
}
DAY = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


@dataclass
class Kept:
    owner: str
    summary: ConversationSummary
    turns: list[Turn] = field(default_factory=list)
    feedback: dict[int, Feedback] = field(default_factory=dict)


@dataclass
class FakeShelf:
    """Keeps what a catalog keeps, and refuses a visitor another's conversation."""

    passages: tuple[Passage, ...] = field(default_factory=section)
    title: str = TITLE
    kept: dict[str, Kept] = field(default_factory=dict)
    written: list[Note] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    now: datetime | None = None

    # Documents

    def documents(self) -> tuple[DocumentSummary, ...]:
        metadata = Metadata(title=self.title, held=HELD, chapters=(1,))
        more = tuple(
            DocumentSummary(name, Metadata(title=f"Judul {name}"), "2", DAY, ("su",), 1, 4, 50)
            for name in self.added
        )
        return (DocumentSummary("jakarta-tokyo", metadata, "1", DAY, ("id",), 2, 3, 90), *more)

    def document(self, document_id: str) -> Document:
        assert document_id == "jakarta-tokyo"
        return document(self.passages, self.title)

    def content_hash(self, document_id: str) -> str | None:
        return str(hash(self.passages)) if document_id == "jakarta-tokyo" else None

    def sections(self, document_id: str) -> tuple[Section, ...]:
        return sections(self.passages) if document_id == "jakarta-tokyo" else ()

    def section_passages(self, document_id: str, section_id: str) -> tuple[Passage, ...]:
        return tuple(
            item
            for item in self.passages
            if (item.document_id, item.section) == (document_id, section_id)
        )

    def passage(self, passage_id: str) -> Passage:
        for item in self.passages:
            if item.passage_id == passage_id:
                return item
        raise UnknownPassageError(passage_id)

    # Conversations

    def start_conversation(self, visitor_id: str) -> str:
        conversation_id = f"conversation-{len(self.kept)}"
        began = self.now or datetime.now(UTC)
        self.kept[conversation_id] = Kept(
            visitor_id, ConversationSummary(conversation_id, "", began, 0)
        )
        return conversation_id

    def add_turn(
        self,
        conversation_id: str,
        visitor_id: str,
        question: str,
        answer_json: Mapping[str, Any],
    ) -> Turn:
        kept = self._of(conversation_id, visitor_id)
        answer = json.loads(json.dumps(answer_json))
        turn = Turn(len(kept.turns), question, answer, datetime.now(UTC))
        kept.turns.append(turn)
        title = kept.summary.title or question[:80]
        kept.summary = replace(kept.summary, title=title, turns=len(kept.turns))
        return turn

    def turns(self, conversation_id: str, visitor_id: str) -> tuple[Turn, ...]:
        return tuple(self._of(conversation_id, visitor_id).turns)

    def conversations(self, visitor_id: str) -> tuple[ConversationSummary, ...]:
        own = [kept.summary for kept in self.kept.values() if kept.owner == visitor_id]
        return tuple(sorted(own, key=lambda one: one.created_at, reverse=True))

    def conversation(self, conversation_id: str, visitor_id: str) -> ConversationSummary:
        return self._of(conversation_id, visitor_id).summary

    def rename_conversation(self, conversation_id: str, visitor_id: str, title: str) -> str:
        kept = self._of(conversation_id, visitor_id)
        kept.summary = replace(kept.summary, title=title)
        return title

    def delete_conversation(self, conversation_id: str, visitor_id: str) -> None:
        self._of(conversation_id, visitor_id)
        del self.kept[conversation_id]

    # Remarks

    def add_feedback(
        self,
        visitor_id: str,
        kind: FeedbackKind,
        *,
        conversation_id: str | None,
        turn: int,
        question: str,
        answer_json: Mapping[str, Any],
    ) -> Feedback:
        assert conversation_id is not None
        kept = self._of(conversation_id, visitor_id)
        given = Feedback("f", conversation_id, turn, question, dict(answer_json), kind, "", DAY)
        kept.feedback[turn] = given
        return given

    def feedback(self, conversation_id: str, visitor_id: str) -> tuple[Feedback, ...]:
        return tuple(self._of(conversation_id, visitor_id).feedback.values())

    def add_note(
        self, document_id: str, start: int, end: int, quote: str, *, text: str, author: str
    ) -> Note:
        if not text.strip() or not author.strip():
            raise NoteError("the note is empty: say something")
        note = Note(f"n{len(self.written)}", document_id, start, end, quote, text, author, DAY)
        self.written.append(note)
        return note

    def notes(self, *document_ids: str) -> tuple[Note, ...]:
        return tuple(note for note in self.written if note.document_id in document_ids)

    def remove_note(self, note_id: str) -> None:
        self.written = [note for note in self.written if note.note_id != note_id]

    def _of(self, conversation_id: str, visitor_id: str) -> Kept:
        kept = self.kept.get(conversation_id)
        if kept is None or kept.owner != visitor_id:
            raise UnknownConversationError(conversation_id)
        return kept


class FakeLibrary:
    """Takes ``.txt`` files in, in steps; one that says ``gagal`` fails."""

    suffixes = (".md", ".txt")
    most_bytes = 2_000_000

    def __init__(self, shelf: FakeShelf) -> None:
        self.pause = 0.0
        self.steps = 4
        self.names: list[str] = []
        self.cancelled: list[str] = []
        self._shelf = shelf

    def add(
        self,
        path: Path,
        name: str,
        progress: Callable[[Progress], None],
        cancelled: Callable[[], bool],
    ) -> Outcome:
        stem = Path(name).stem
        pause = self.pause
        self.names.append(name)
        text = path.read_text(encoding="utf-8")
        for done in range(self.steps + 1):
            if cancelled():
                self.cancelled.append(name)
                return Outcome(stem, path, "cancelled", name)
            progress(Progress(stem, name, "encoding", done, self.steps))
            time.sleep(pause)
        if "gagal" in text:
            return Outcome(stem, path, "failed", name, problem=f"cannot read {name!r}: <no text>")
        self._shelf.added.append(stem)
        return Outcome(stem, path, "added", name, passages=4)

    def remove(self, document_id: str) -> None:
        if document_id not in self._shelf.added:
            raise UnknownDocumentError(document_id, self._shelf.added)
        self._shelf.added.remove(document_id)


def fake_room() -> tuple[Room, FakeAnswerer, FakeShelf]:
    """Return a room with its two inhabitants."""
    shelf = FakeShelf()
    answerer = FakeAnswerer(lambda: shelf.passages)
    return Room(answerer, shelf, FakeLibrary(shelf)), answerer, shelf
