"""Feedback: what readers said of answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Row, delete, insert, select

from corpus.catalog.conversations import require_owner
from corpus.catalog.schema import feedback
from corpus.remarks import Feedback

__all__ = ["KeptFeedback", "list_feedback", "list_kept_feedback", "put_feedback"]

_IN_ORDER: Final = (feedback.c.created_at, feedback.c.feedback_id)


@dataclass(frozen=True, slots=True)
class KeptFeedback:
    """Feedback with the visitor whose it is; for the operator alone."""

    visitor_id: str
    feedback: Feedback


def put_feedback(connection: Connection, visitor_id: str, given: Feedback) -> None:
    """Keep feedback in the place of what that visitor said of the same answer before.

    Raises:
        UnknownConversationError: No such conversation of that visitor.
    """
    if given.conversation_id is not None:
        require_owner(connection, given.conversation_id, visitor_id)
    before = (
        feedback.c.visitor_id == visitor_id,
        feedback.c.conversation_id.is_not_distinct_from(given.conversation_id),
        feedback.c.turn == given.turn,
    )
    connection.execute(delete(feedback).where(*before))
    connection.execute(
        insert(feedback).values(
            feedback_id=given.feedback_id,
            visitor_id=visitor_id,
            conversation_id=given.conversation_id,
            turn=given.turn,
            question=given.question,
            answer=given.answer_json,
            kind=given.kind,
            comment=given.comment,
            created_at=given.created_at,
        )
    )


def list_feedback(
    connection: Connection, conversation_id: str, visitor_id: str
) -> tuple[Feedback, ...]:
    """Return what a visitor said of the answers of a conversation, by turn.

    Raises:
        UnknownConversationError: No such conversation of that visitor.
    """
    require_owner(connection, conversation_id, visitor_id)
    wanted = select(feedback).where(feedback.c.conversation_id == conversation_id)
    return tuple(_feedback(row) for row in connection.execute(wanted.order_by(feedback.c.turn)))


def list_kept_feedback(connection: Connection) -> tuple[KeptFeedback, ...]:
    """Return the feedback of all visitors with whose it is, oldest first."""
    rows = connection.execute(select(feedback).order_by(*_IN_ORDER))
    return tuple(KeptFeedback(row.visitor_id, _feedback(row)) for row in rows)


def _feedback(row: Row[Any]) -> Feedback:
    return Feedback(
        feedback_id=row.feedback_id,
        conversation_id=row.conversation_id,
        turn=row.turn,
        question=row.question,
        answer_json=row.answer,
        kind=row.kind,
        comment=row.comment,
        created_at=row.created_at,
    )
