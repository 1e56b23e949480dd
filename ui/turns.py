"""The turns that the page shows, and how an answer is kept and read back."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from assistant import Answer
from corpus.errors import SitirError
from ui.room import Shelf

if TYPE_CHECKING:
    from pydantic import TypeAdapter

__all__ = [
    "Fault",
    "ShownTurn",
    "answer_from_json",
    "fault_of",
    "kept_answer",
    "kept_turns",
]

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Fault:
    """Why there is no answer: a key of ``STRINGS``, and the message of an expected fault."""

    key: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class ShownTurn:
    """One question with what came of it; neither answer nor fault while it is being sought.

    ``number`` counts from 1 within the conversation.
    """

    number: int
    question: str
    answer: Answer | None = None
    fault: Fault | None = None


def fault_of(error: Exception) -> Fault:
    """Return what the visitor is told about ``error``; a bug is logged with its traceback."""
    if isinstance(error, SitirError):
        return Fault("expected_error", str(error))
    _LOG.error("the page could not do what was asked", exc_info=error)
    return Fault("unexpected_error")


def kept_turns(
    shelf: Shelf, conversation_id: str | None, visitor_id: str, last: int
) -> tuple[ShownTurn, ...]:
    """Return the visitor's ``last`` turns, numbered as in the whole conversation.

    Raises:
        SitirError: The conversation is not this visitor's, or storage fails.
    """
    if conversation_id is None:
        return ()
    kept = shelf.turns(conversation_id, visitor_id)
    first = max(0, len(kept) - last)
    return tuple(
        ShownTurn(number, turn.question, answer_from_json(turn.answer_json))
        for number, turn in enumerate(kept[first:], start=first + 1)
    )


def kept_answer(shelf: Shelf, conversation_id: str | None, visitor_id: str, number: int) -> Answer:
    """Return the answer of one turn of the visitor's conversation.

    Raises:
        LookupError: There is no such turn.
        SitirError: The conversation is not this visitor's, or storage fails.
    """
    kept = [] if conversation_id is None else shelf.turns(conversation_id, visitor_id)
    if not 1 <= number <= len(kept):
        raise LookupError(number)
    return answer_from_json(kept[number - 1].answer_json)


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
