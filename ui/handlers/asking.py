"""Asking: an answer shown as it grows, kept when it is whole."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from typing import Final

from assistant import Answer, AnswerPart
from corpus.records import Turn
from ui.handlers.conversing import listed
from ui.handlers.turns import fault_of, history
from ui.room import Room
from ui.sent import Sent
from ui.shown import Shown
from ui.views.composer import LONGEST_TYPED
from ui.views.thread import ShownTurn, announcement, turn_html
from ui.visit import Visit

__all__ = ["ask", "stop"]

BETWEEN_PARTS: Final = 0.1
"""Seconds between two states of an answer that is being written."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question as it was sent, and the turns before it."""

    question: str
    conversation_id: str
    kept: Sequence[Turn]
    before: int
    documents: tuple[str, ...]

    @property
    def number(self) -> int:
        return len(self.kept) + 1


def ask(room: Room, visit: Visit, sent: Sent) -> Iterator[Shown]:
    """Yield the turn while its question is being answered, then with its answer.

    The turn is kept before it is shown as answered. Blank questions change nothing. An
    expected fault is shown as one line; an unexpected one is logged with its traceback
    and shown without its message. What was written when the visitor stopped it is kept.

    Sent: ``question``, ``conversation`` (empty for a new one), ``asking`` (the browser's
    own number, for ``stop``), ``documents`` (ids; none: all), and ``before``, when the
    question takes the place of an earlier one: that turn's number.
    """
    question = sent.text("question", LONGEST_TYPED)
    if not question.strip():
        return
    turn = ShownTurn(1, question)
    conversations = None
    try:
        asked = _read(room, visit, sent, question)
        turn = replace(turn, number=asked.number, conversation_id=asked.conversation_id)
        for grown in _grown(room, visit, asked, turn, sent.text("asking")):
            turn = grown
            if not turn.written:
                yield Shown(live=_html(room, turn, visit))
        if turn.answer is not None and (turn.answer.claims or not turn.stopped):
            conversation_id = _keep(room, visit, asked, turn.answer)
            turn = replace(turn, conversation_id=conversation_id)
            if not asked.conversation_id:
                conversations = listed(room, visit, conversation_id)
    except Exception as error:  # noqa: BLE001  # a visitor gets a line, whatever went wrong
        turn = replace(turn, fault=fault_of(error), answer=None, written=True)
    said = announcement(turn, visit.language)
    yield Shown(live=_html(room, turn, visit), conversations=conversations, said=said)


def stop(room: Room, visit: Visit, sent: Sent) -> Shown:
    """Stop an answer of this visitor's that is being written: ``asking``."""
    room.stops.stop(visit.visitor_id, sent.text("asking"))
    return Shown()


def _read(room: Room, visit: Visit, sent: Sent, question: str) -> _Asked:
    conversation_id = sent.text("conversation")
    kept = room.shelf.turns(conversation_id, visit.visitor_id) if conversation_id else ()
    before = sent.count("before")
    return _Asked(
        question,
        conversation_id,
        kept,
        len(kept) if before is None else min(max(before - 1, 0), len(kept)),
        sent.texts("documents"),
    )


def _grown(
    room: Room, visit: Visit, asked: _Asked, turn: ShownTurn, asking: str
) -> Iterator[ShownTurn]:
    """Yield the turn as its answer grows; the last one is written, or stopped."""
    shown_at = 0.0
    last: str | None = None
    parts: Iterator[AnswerPart] = room.answerer.stream(
        asked.question,
        language=visit.preferences.answers,
        document_ids=asked.documents or None,
        history=history(asked.kept[: asked.before]),
        use_model=visit.preferences.use_model,
    )
    with room.stops.running(visit.visitor_id, asking) as stopping, closing(parts):  # type: ignore[type-var]  # it is a generator
        for part in parts:
            if part.done:
                yield replace(turn, answer=part.answer)
                return
            if stopping.is_set():
                yield replace(turn, answer=part.answer, stopped=True)
                return
            now = time.monotonic()
            if part.answer.text != last and now - shown_at >= BETWEEN_PARTS:
                last, shown_at = part.answer.text, now
                yield replace(turn, answer=part.answer, written=False)


def _keep(room: Room, visit: Visit, asked: _Asked, answer: Answer) -> str:
    kept_in = asked.conversation_id or room.shelf.start_conversation(visit.visitor_id)
    room.shelf.add_turn(kept_in, visit.visitor_id, asked.question, answer.to_json())
    return kept_in


def _html(room: Room, turn: ShownTurn, visit: Visit) -> str:
    return turn_html(turn, room.emphases.of(room.shelf), visit.language)
