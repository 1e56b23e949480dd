"""What readers leave: feedback on answers, and signed notes on the text."""

from __future__ import annotations

from corpus.errors import SitirError
from corpus.remarks import FEEDBACK_KINDS
from ui.handlers.opening import open_source
from ui.handlers.turns import fault_of
from ui.room import Room
from ui.sent import Sent
from ui.shown import Shown
from ui.strings import label
from ui.visit import Visit

__all__ = ["add_note", "give_feedback", "remove_note"]

LONGEST_NOTE = 10_000


def give_feedback(room: Room, visit: Visit, sent: Sent) -> Shown:
    """Keep what the visitor says of an answer: ``conversation``, ``turn``, ``kind``."""
    kind, number = sent.text("kind"), sent.count("turn") or 0
    conversation_id = sent.text("conversation")
    if kind not in FEEDBACK_KINDS:
        return Shown()
    try:
        kept = room.shelf.turns(conversation_id, visit.visitor_id)
        if not 1 <= number <= len(kept):
            return Shown()
        room.shelf.add_feedback(
            visit.visitor_id,
            kind,
            conversation_id=conversation_id,
            turn=number - 1,
            question=kept[number - 1].question,
            answer_json=kept[number - 1].answer_json,
        )
    except SitirError as error:
        return Shown(said=f"{label('expected_error', visit.language)} {error}")
    return Shown(said=label("feedback_kept", visit.language))


def add_note(room: Room, visit: Visit, sent: Sent) -> Shown:
    """Attach a note to the span that the source is open at.

    Sent: what opened the source, ``document``, ``start`` and ``end``, ``text``, ``author``.
    """
    document_id = sent.text("document")
    start, end = sent.count("start"), sent.count("end")
    trouble = None
    try:
        if start is not None and end is not None and start < end:
            quote = room.shelf.document(document_id).text[start:end]
            room.shelf.add_note(
                document_id,
                start,
                end,
                quote,
                text=sent.text("text", LONGEST_NOTE),
                author=sent.text("author", LONGEST_NOTE),
            )
    except SitirError as error:
        trouble = fault_of(error)
    return Shown(source=open_source(room, visit, sent, trouble))


def remove_note(room: Room, visit: Visit, sent: Sent) -> Shown:
    """Remove a note: ``note``, and what opened the source."""
    trouble = None
    try:
        room.shelf.remove_note(sent.text("note"))
    except SitirError as error:
        trouble = fault_of(error)
    return Shown(source=open_source(room, visit, sent, trouble))
