"""Arriving, and choosing how the page is: everything in the visitor's language."""

from __future__ import annotations

from dataclasses import replace

from corpus.errors import SitirError
from ui.handlers.briefing import form_html
from ui.handlers.conversing import listed, opened
from ui.handlers.opening import open_source
from ui.handlers.shelving import show_library
from ui.room import Room
from ui.sent import Sent
from ui.shown import Shown
from ui.views.check import check_form
from ui.views.composer import composer
from ui.views.header import header
from ui.views.settings import settings
from ui.visit import Preferences, Visit

__all__ = ["arrive", "prefer"]


def arrive(room: Room, visit: Visit, sent: Sent) -> Shown:
    """Show the page to somebody who comes: ``conversation``, if they had one open."""
    return _dressed(room, visit, sent)


def prefer(room: Room, visit: Visit, sent: Sent) -> Shown:
    """Change what the visitor prefers, and show the page so.

    Sent: those of ``language``, ``answers``, ``use_model``, ``size``, ``theme`` and ``style``
    that change; ``conversation``, the open ``source`` and the document to be ``briefed``, to
    be shown again in a new language.
    """
    changed = Preferences.of({**visit.preferences.to_json(), **sent.values})
    if changed.language == visit.preferences.language:
        return Shown(
            header=header(changed, visit.language),
            preferences=changed,
        )
    speaking = replace(visit, preferences=changed, language=changed.language or visit.language)
    source = open_source(room, speaking, sent) if sent.text("kind") else None
    shelved = show_library(room, speaking, sent).library
    return replace(
        _dressed(room, speaking, sent), preferences=changed, source=source, library=shelved
    )


def _dressed(room: Room, visit: Visit, sent: Sent) -> Shown:
    conversation_id = _held(room, visit, sent.text("conversation"))
    return Shown(
        header=header(visit.preferences, visit.language),
        conversations=listed(room, visit, conversation_id),
        thread=opened(room, visit, conversation_id),
        live="",
        composer=composer(visit.language),
        check=check_form(visit.language),
        brief=form_html(room, visit, sent.text("briefed")),
        settings=settings(visit.preferences, room.answerer.model_state, visit.language),
    )


def _held(room: Room, visit: Visit, conversation_id: str) -> str:
    """Return the conversation that a tab remembers, nothing if it was deleted elsewhere."""
    if not conversation_id:
        return ""
    try:
        return room.shelf.conversation(conversation_id, visit.visitor_id).conversation_id
    except SitirError:
        return ""
