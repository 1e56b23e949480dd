"""What readers leave beside the text: feedback on answers, and signed notes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Literal

__all__ = ["FEEDBACK_KINDS", "Feedback", "FeedbackKind", "Note"]

FeedbackKind = Literal["good", "wrong_quote", "not_helpful", "missing"]
"""What a reader says of an answer; ``missing``: what the text says was not found."""

FEEDBACK_KINDS: Final[tuple[FeedbackKind, ...]] = ("good", "wrong_quote", "not_helpful", "missing")


@dataclass(frozen=True, slots=True)
class Feedback:
    """What a reader said of one answer; ``created_at`` is aware, in UTC.

    ``turn`` is the ordinal of the answer in its conversation, which is ``None`` for an
    answer that was given outside one. ``answer_json`` is the answer as it was shown.
    """

    feedback_id: str
    conversation_id: str | None
    turn: int
    question: str
    answer_json: dict[str, Any]
    kind: FeedbackKind
    comment: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Note:
    """What somebody wrote beside a span of a document; it never changes the text.

    ``quote`` is the text at the span when the note was made, and still is unless the
    note is ``detached``: then the text no longer stands there, and ``start``/``end``
    only tell where it stood. ``created_at`` is aware, in UTC.
    """

    note_id: str
    document_id: str
    start: int
    end: int
    quote: str
    text: str
    author: str
    created_at: datetime
    detached: bool = False
