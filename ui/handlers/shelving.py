"""The library: what is held, shown and removed."""

from __future__ import annotations

from dataclasses import replace

from corpus.errors import SitirError
from ui.handlers.turns import fault_of
from ui.room import Room
from ui.sent import Sent
from ui.shown import Shown
from ui.strings import label
from ui.views.check import check_fault
from ui.views.library import library
from ui.visit import Visit

__all__ = ["remove_document", "show_library"]


def show_library(room: Room, visit: Visit, sent: Sent) -> Shown:
    """Show what is held."""
    del sent
    try:
        held = room.shelf.documents()
    except Exception as error:  # noqa: BLE001  # a visitor gets a line, whatever went wrong
        return Shown(library=check_fault(fault_of(error), visit.language))
    desk = room.library
    return Shown(library=library(held, desk.suffixes, desk.most_bytes, visit.language))


def remove_document(room: Room, visit: Visit, sent: Sent) -> Shown:
    """Remove a document: ``document``."""
    document_id = sent.text("document")
    titles = {one.document_id: one.metadata.title for one in room.shelf.documents()}
    try:
        room.library.remove(document_id)
        title = titles.get(document_id, document_id)
        said = label("document_removed", visit.language, title=title)
    except SitirError as error:
        said = f"{label('expected_error', visit.language)} {error}"
    return replace(show_library(room, visit, sent), said=said)
