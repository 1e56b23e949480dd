"""The visitor's conversations: listed, opened, renamed, deleted."""

from __future__ import annotations

from corpus.errors import SitirError
from ui.handlers.turns import fault_of, kept_turns
from ui.room import Room
from ui.sent import Sent
from ui.shown import Shown
from ui.views.conversations import conversation_list
from ui.views.thread import SHOWN_TURNS, ShownTurn, thread, welcome
from ui.visit import Visit

__all__ = ["begin", "delete", "listed", "opened", "rename", "reopen"]


def begin(room: Room, visit: Visit, sent: Sent) -> Shown:
    """Show the welcome for a new conversation."""
    del sent
    return Shown(
        thread=_welcome(room, visit), live="", conversations=listed(room, visit, ""), source=""
    )


def reopen(room: Room, visit: Visit, sent: Sent) -> Shown:
    """Show one of the visitor's conversations: ``conversation``."""
    conversation_id = sent.text("conversation")
    if not conversation_id:
        return begin(room, visit, sent)
    return Shown(
        thread=opened(room, visit, conversation_id),
        live="",
        conversations=listed(room, visit, conversation_id),
        source="",
    )


def rename(room: Room, visit: Visit, sent: Sent) -> Shown:
    """Give a conversation another name: ``conversation``, ``title``; ``open`` is on the page."""
    try:
        room.shelf.rename_conversation(
            sent.text("conversation"), visit.visitor_id, sent.text("title")
        )
    except SitirError as error:
        return Shown(said=str(error), conversations=listed(room, visit, sent.text("open")))
    return Shown(conversations=listed(room, visit, sent.text("open")))


def delete(room: Room, visit: Visit, sent: Sent) -> Shown:
    """Delete a conversation: ``conversation``; the page begins anew when it was ``open``."""
    conversation_id, open_id = sent.text("conversation"), sent.text("open")
    try:
        room.shelf.delete_conversation(conversation_id, visit.visitor_id)
    except SitirError as error:
        return Shown(said=str(error), conversations=listed(room, visit, open_id))
    if conversation_id == open_id:
        return begin(room, visit, sent)
    return Shown(conversations=listed(room, visit, open_id))


def listed(room: Room, visit: Visit, open_id: str) -> str:
    """Return the list of the visitor's conversations as HTML."""
    try:
        kept = room.shelf.conversations(visit.visitor_id)
    except SitirError:
        kept = ()
    return conversation_list(kept, open_id, visit.language, offset=visit.offset)


def opened(room: Room, visit: Visit, conversation_id: str) -> str:
    """Return a conversation as it is kept, or the welcome where there is none.

    One that is not this visitor's is not found.
    """
    if not conversation_id:
        return _welcome(room, visit)
    printed = room.emphases.of(room.shelf)
    try:
        turns = kept_turns(room, conversation_id, visit.visitor_id, SHOWN_TURNS)
        return thread(turns, printed, visit.language)
    except Exception as error:  # noqa: BLE001  # a visitor gets a line, whatever went wrong
        return thread([ShownTurn(1, "", fault=fault_of(error))], printed, visit.language)


def _welcome(room: Room, visit: Visit) -> str:
    try:
        starters = room.answerer.starter_questions(visit.language)
        return welcome(room.shelf.documents(), starters, visit.language)
    except Exception as error:  # noqa: BLE001  # a visitor gets a line, whatever went wrong
        fault = ShownTurn(1, "", fault=fault_of(error))
        return thread([fault], room.emphases.of(room.shelf), visit.language)
