"""What the page needs from the rest of the program.

The page is written against two protocols: who answers, and the shelf where documents
and conversations stand. ``assistant.open_assistant`` gives both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from assistant import Answer
from corpus.language import Language
from corpus.records import Metadata, Passage

__all__ = ["Answerer", "Held", "KeptTurn", "Room", "Shelf"]


class Held(Protocol):
    """A document as the shelf lists it."""

    @property
    def document_id(self) -> str:
        """Its id."""

    @property
    def metadata(self) -> Metadata:
        """What is known about it."""


class KeptTurn(Protocol):
    """A question and its answer as they were kept."""

    @property
    def question(self) -> str:
        """The question as it was typed."""

    @property
    def answer_json(self) -> Mapping[str, Any]:
        """The documented JSON object of the answer."""


class Answerer(Protocol):
    """Who answers; safe to call from several threads."""

    def ask(
        self,
        question: str,
        *,
        language: Language | None = None,
        history: Sequence[tuple[str, str]] = (),
    ) -> Answer:
        """Return the answer to ``question``, asked after ``history``."""

    def starter_questions(self, language: Language) -> tuple[str, ...]:
        """Return questions that the corpus answers, for a first visit."""


class Shelf(Protocol):
    """Where documents and conversations stand."""

    def documents(self) -> Sequence[Held]:
        """Return what is held, in a fixed order."""

    def section_passages(self, document_id: str, section_id: str) -> Sequence[Passage]:
        """Return the passages of a section, in reading order."""

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

    def turns(self, conversation_id: str, visitor_id: str) -> Sequence[KeptTurn]:
        """Return the turns of this visitor's conversation, oldest first."""


@dataclass(frozen=True, slots=True)
class Room:
    """All that a handler may touch."""

    answerer: Answerer
    shelf: Shelf
