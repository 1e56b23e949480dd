"""Conversations: what was asked and answered, by visitor."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from corpus.catalog.schema import conversations, turns
from corpus.errors import UnknownConversationError
from corpus.records import ConversationSummary, Turn
from corpus.text import whole

__all__ = [
    "KeptConversation",
    "delete_conversation",
    "insert_turn",
    "list_conversations",
    "list_kept",
    "list_turns",
    "new_conversation",
    "rename_conversation",
    "require_owner",
    "summary_of",
]

TITLE_LENGTH: Final = 80

_LAST: Final = func.max(turns.c.created_at)

_COUNTED: Final = (
    select(conversations, func.count(turns.c.ordinal).label("turns"), _LAST.label("last_at"))
    .outerjoin(turns, turns.c.conversation_id == conversations.c.conversation_id)
    .group_by(conversations.c.conversation_id)
    .order_by(conversations.c.created_at, conversations.c.conversation_id)
)


@dataclass(frozen=True, slots=True)
class KeptConversation:
    """A conversation with the visitor whose it is; for the operator alone."""

    visitor_id: str
    summary: ConversationSummary


def new_conversation(connection: Connection, visitor_id: str) -> str:
    """Insert an empty conversation and return its id, which cannot be guessed."""
    conversation_id = secrets.token_urlsafe(16)
    connection.execute(
        insert(conversations).values(
            conversation_id=conversation_id,
            visitor_id=visitor_id,
            title="",
            created_at=datetime.now(UTC),
        )
    )
    return conversation_id


def insert_turn(
    connection: Connection,
    conversation_id: str,
    visitor_id: str,
    question: str,
    answer_json: Mapping[str, Any],
) -> Turn:
    """Add a turn at the end; the first one's question gives the title.

    Raises:
        UnknownConversationError: No such conversation of that visitor.
    """
    require_owner(connection, conversation_id, visitor_id)
    of_this = turns.c.conversation_id == conversation_id
    last = connection.scalar(select(func.max(turns.c.ordinal)).where(of_this))
    turn = Turn(
        ordinal=0 if last is None else last + 1,
        question=whole(question),
        answer_json=dict(answer_json),
        created_at=datetime.now(UTC),
    )
    connection.execute(
        insert(turns).values(
            conversation_id=conversation_id,
            ordinal=turn.ordinal,
            question=turn.question,
            answer=turn.answer_json,
            created_at=turn.created_at,
        )
    )
    if turn.ordinal == 0:
        unnamed = conversations.c.conversation_id == conversation_id, conversations.c.title == ""
        connection.execute(update(conversations).where(*unnamed).values(title=_shortened(question)))
    return turn


def list_turns(connection: Connection, conversation_id: str, visitor_id: str) -> tuple[Turn, ...]:
    """Return the turns of a conversation, oldest first.

    Raises:
        UnknownConversationError: No such conversation of that visitor.
    """
    require_owner(connection, conversation_id, visitor_id)
    wanted = select(turns).where(turns.c.conversation_id == conversation_id)
    rows = connection.execute(wanted.order_by(turns.c.ordinal))
    return tuple(Turn(row.ordinal, row.question, row.answer, row.created_at) for row in rows)


def list_conversations(connection: Connection, visitor_id: str) -> tuple[ConversationSummary, ...]:
    """Return a visitor's conversations, those first that were talked in last."""
    last = func.coalesce(_LAST, conversations.c.created_at)
    wanted = (
        _COUNTED.where(conversations.c.visitor_id == visitor_id)
        .order_by(None)
        .order_by(last.desc(), conversations.c.conversation_id)
    )
    return tuple(_summary(row) for row in connection.execute(wanted))


def list_kept(connection: Connection) -> tuple[KeptConversation, ...]:
    """Return the conversations of all visitors with whose they are, oldest first."""
    rows = connection.execute(_COUNTED)
    return tuple(KeptConversation(row.visitor_id, _summary(row)) for row in rows)


def summary_of(
    connection: Connection, conversation_id: str, visitor_id: str
) -> ConversationSummary:
    """Return one conversation as a list shows it.

    Raises:
        UnknownConversationError: No such conversation of that visitor.
    """
    require_owner(connection, conversation_id, visitor_id)
    wanted = _COUNTED.where(conversations.c.conversation_id == conversation_id)
    return _summary(connection.execute(wanted).one())


def rename_conversation(
    connection: Connection, conversation_id: str, visitor_id: str, title: str
) -> str:
    """Give a conversation a title and return it as it is kept: one line, shortened.

    A blank one gives it back the title that its first question gave it.

    Raises:
        UnknownConversationError: No such conversation of that visitor.
    """
    require_owner(connection, conversation_id, visitor_id)
    first = select(turns.c.question).where(
        turns.c.conversation_id == conversation_id, turns.c.ordinal == 0
    )
    kept = _shortened(title) or _shortened(connection.scalar(first) or "")
    of_this = conversations.c.conversation_id == conversation_id
    connection.execute(update(conversations).where(of_this).values(title=kept))
    return kept


def delete_conversation(connection: Connection, conversation_id: str, visitor_id: str) -> None:
    """Delete a conversation with its turns.

    Raises:
        UnknownConversationError: No such conversation of that visitor.
    """
    require_owner(connection, conversation_id, visitor_id)
    of_this = conversations.c.conversation_id == conversation_id
    connection.execute(delete(conversations).where(of_this))


def _summary(row: Row[Any]) -> ConversationSummary:
    return ConversationSummary(
        row.conversation_id, row.title, row.created_at, row.turns, row.last_at
    )


def require_owner(connection: Connection, conversation_id: str, visitor_id: str) -> None:
    """Refuse a conversation that is another's, or nobody's.

    Raises:
        UnknownConversationError: No such conversation of that visitor.
    """
    owner = select(conversations.c.visitor_id).where(
        conversations.c.conversation_id == conversation_id
    )
    if connection.scalar(owner) != visitor_id:
        raise UnknownConversationError(conversation_id)


def _shortened(question: str) -> str:
    line = " ".join(whole(question).split())
    if len(line) <= TITLE_LENGTH:
        return line
    return line[: TITLE_LENGTH - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
