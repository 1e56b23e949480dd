"""What the page needs from the rest of the program.

The page is written against protocols: who answers, the shelf where documents and
conversations stand. ``assistant.open_assistant`` gives both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from assistant import (
    AnswerPart,
    Briefing,
    BriefingLength,
    CheckReport,
    Gloss,
    ModelState,
    Reference,
    Style,
    WordPair,
)
from corpus.language import Language
from corpus.records import ConversationSummary, Document, Metadata, Passage, Section, Turn
from corpus.remarks import Feedback, FeedbackKind, Note
from ui.briefings import Briefings
from ui.emphasis import Emphases
from ui.library import Library
from ui.stopping import Stops

__all__ = ["Answerer", "Held", "Room", "Shelf"]


class Held(Protocol):
    """A document as the shelf lists it."""

    @property
    def document_id(self) -> str:
        """Its id."""

    @property
    def metadata(self) -> Metadata:
        """What is known about it."""

    @property
    def content_hash(self) -> str:
        """What changes when the document does."""

    @property
    def added_at(self) -> datetime:
        """When it came, in UTC."""

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages of its passages."""

    @property
    def sections(self) -> int:
        """How many sections it has."""

    @property
    def passages(self) -> int:
        """How many passages it has."""


class Answerer(Protocol):
    """Who answers; safe to call from several threads."""

    @property
    def model_state(self) -> ModelState:
        """Whether a language model words the answers, and which."""

    def stream(
        self,
        question: str,
        *,
        language: Language | None = None,
        document_ids: Sequence[str] | None = None,
        history: Sequence[tuple[str, str]] = (),
        use_model: bool = True,
    ) -> Iterator[AnswerPart]:
        """Yield the answer to ``question``, asked after ``history``, as it grows."""

    def check(
        self,
        text: str,
        *,
        language: Language | None = None,
        document_ids: Sequence[str] | None = None,
    ) -> CheckReport:
        """Check the quotes, numbers and statements of a text."""

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
        """Return a briefing of a document, of a section of it, or of a topic."""

    def cite(
        self,
        passage_id: str,
        *,
        style: Style = "apa",
        language: Language | None = None,
        start: int | None = None,
        end: int | None = None,
        version: Language | None = None,
        blanks: bool = False,
    ) -> Reference:
        """Return the reference of a passage or a part of it."""

    def gloss(self, text: str, source: Language, reader: Language) -> Sequence[Gloss]:
        """Return what the words of a text mean to a reader of another language."""

    def matched_words(
        self, question: str, passage_id: str, start: int | None = None, end: int | None = None
    ) -> Sequence[WordPair]:
        """Return the words by which a question met a span of a passage."""

    def starter_questions(self, language: Language) -> tuple[str, ...]:
        """Return questions that the corpus answers, for a first visit."""


class Shelf(Protocol):
    """Where documents, conversations and what readers leave beside them stand."""

    def documents(self) -> Sequence[Held]:
        """Return what is held, in a fixed order."""

    def document(self, document_id: str) -> Document:
        """Return a whole document."""

    def content_hash(self, document_id: str) -> str | None:
        """Return what changes when a document does, ``None`` for one that is not held."""

    def sections(self, document_id: str) -> Sequence[Section]:
        """Return a document's sections, in reading order."""

    def section_passages(self, document_id: str, section_id: str) -> Sequence[Passage]:
        """Return the passages of a section, in reading order."""

    def passage(self, passage_id: str) -> Passage:
        """Return one passage."""

    def start_conversation(self, visitor_id: str) -> str:
        """Open a conversation of this visitor and return its id."""

    def add_turn(
        self,
        conversation_id: str,
        visitor_id: str,
        question: str,
        answer_json: Mapping[str, Any],
    ) -> object:
        """Keep a turn of this visitor's conversation."""

    def turns(self, conversation_id: str, visitor_id: str) -> Sequence[Turn]:
        """Return the turns of this visitor's conversation, oldest first."""

    def conversations(self, visitor_id: str) -> Sequence[ConversationSummary]:
        """Return this visitor's conversations, newest first."""

    def conversation(self, conversation_id: str, visitor_id: str) -> ConversationSummary:
        """Return one conversation of this visitor."""

    def rename_conversation(self, conversation_id: str, visitor_id: str, title: str) -> str:
        """Give this visitor's conversation another title."""

    def delete_conversation(self, conversation_id: str, visitor_id: str) -> None:
        """Delete this visitor's conversation."""

    def add_feedback(
        self,
        visitor_id: str,
        kind: FeedbackKind,
        *,
        conversation_id: str | None,
        turn: int,
        question: str,
        answer_json: Mapping[str, Any],
    ) -> object:
        """Keep what this visitor says of an answer; ``turn`` counts from 0."""

    def feedback(self, conversation_id: str, visitor_id: str) -> Sequence[Feedback]:
        """Return what this visitor said of the answers of a conversation."""

    def add_note(
        self, document_id: str, start: int, end: int, quote: str, *, text: str, author: str
    ) -> Note:
        """Attach a signed note to a span of a document."""

    def notes(self, *document_ids: str) -> Sequence[Note]:
        """Return the notes on these documents, in the order of the text."""

    def remove_note(self, note_id: str) -> None:
        """Remove a note."""


@dataclass(frozen=True, slots=True)
class Room:
    """All that a handler may touch.

    ``emphases``, ``stops`` and ``briefings`` hold nothing that is not also elsewhere or soon over.
    """

    answerer: Answerer
    shelf: Shelf
    library: Library
    emphases: Emphases = field(default_factory=Emphases)
    stops: Stops = field(default_factory=Stops)
    briefings: Briefings = field(default_factory=Briefings)
