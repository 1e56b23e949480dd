"""The turns that are kept: read back for the page, or only for what was said before."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from assistant import Answer
from corpus.errors import SitirError
from corpus.records import Turn
from ui.room import Room, Shelf
from ui.views.thread import Fault, ShownTurn

if TYPE_CHECKING:
    from pydantic import TypeAdapter

__all__ = ["answer_from_json", "fault_of", "history", "kept_answer", "kept_turns"]

REMEMBERED_TURNS: Final = 10
"""How many earlier turns a follow-up may refer to."""

_LOG = logging.getLogger(__name__)


def fault_of(error: Exception) -> Fault:
    """Return what the visitor is told about ``error``; a bug is logged with its traceback."""
    if isinstance(error, SitirError):
        return Fault("expected_error", str(error))
    _LOG.error("the page could not do what was asked", exc_info=error)
    return Fault("unexpected_error")


def kept_turns(
    room: Room, conversation_id: str, visitor_id: str, last: int
) -> tuple[ShownTurn, ...]:
    """Return the visitor's ``last`` turns, numbered as in the whole conversation.

    Raises:
        SitirError: The conversation is not this visitor's, or storage fails.
    """
    kept = room.shelf.turns(conversation_id, visitor_id)
    said = {given.turn: given.kind for given in room.shelf.feedback(conversation_id, visitor_id)}
    first = max(0, len(kept) - last)
    return tuple(
        ShownTurn(
            number,
            turn.question,
            answer_from_json(turn.answer_json),
            conversation_id=conversation_id,
            feedback=said.get(number - 1),
        )
        for number, turn in enumerate(kept[first:], start=first + 1)
    )


def kept_answer(shelf: Shelf, conversation_id: str, visitor_id: str, number: int) -> Answer:
    """Return the answer of one turn of the visitor's conversation.

    Raises:
        LookupError: There is no such turn.
        SitirError: The conversation is not this visitor's, or storage fails.
    """
    kept = shelf.turns(conversation_id, visitor_id) if conversation_id else ()
    if not 1 <= number <= len(kept):
        raise LookupError(number)
    return answer_from_json(kept[number - 1].answer_json)


def history(turns: Sequence[Turn]) -> tuple[tuple[str, str], ...]:
    """Return the last of ``turns`` as (question, answer) each, oldest first."""
    return tuple(
        (turn.question, str(turn.answer_json.get("text", ""))) for turn in turns[-REMEMBERED_TURNS:]
    )


def answer_from_json(kept: Mapping[str, Any]) -> Answer:
    """Return the answer whose ``to_json`` was kept.

    Raises:
        ValueError: ``kept`` is not such an object.
    """
    return _reader().validate_python(kept)


@cache
def _reader() -> TypeAdapter[Answer]:
    from pydantic import TypeAdapter

    return TypeAdapter(Answer)
