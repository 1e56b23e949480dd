"""Opening a source: from the number that was pressed to the panel.

The browser sends only which turn and which number; the citation is looked up in the
kept answer of the visitor's own conversation, and the text in the shelf.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant import Answer
from corpus.errors import UnknownPassageError
from corpus.language import Language
from ui.room import Room
from ui.source import passage_panel, quote_panel, trouble_panel
from ui.strings import label
from ui.turns import Fault, fault_of, kept_answer

__all__ = ["Pointer", "open_source"]


@dataclass(frozen=True, slots=True)
class Pointer:
    """Which source to open: a citation, or one of the nearest passages, of a turn.

    ``serial`` counts the openings of one page.
    """

    turn: int
    kind: str
    number: int
    serial: int

    @classmethod
    def of(cls, data: object) -> Pointer | None:
        """Return the pointer that the browser sent, or ``None`` if it is none."""
        if not isinstance(data, Mapping) or data.get("kind") not in ("citation", "evidence"):
            return None
        counts = [data.get(name) for name in ("turn", "number", "serial")]
        if not all(isinstance(count, int) and 0 <= count < 2**53 for count in counts):
            return None
        turn, number, serial = (int(str(count)) for count in counts)
        return cls(turn, str(data["kind"]), number, serial)


def open_source(
    room: Room,
    pointer: Pointer | None,
    conversation_id: str | None,
    visitor_id: str,
    language: Language,
) -> str:
    """Return the source panel for what the visitor pointed at in an answer of their own."""
    if pointer is None:
        return trouble_panel(label("source_missing", language), "", page=language, serial=0)
    try:
        return _panel(room, pointer, conversation_id, visitor_id, language)
    except LookupError:
        fault = Fault("source_missing")
    except Exception as error:  # noqa: BLE001  # a visitor gets a line, whatever went wrong
        fault = fault_of(error)
    line = label(fault.key, language)
    return trouble_panel(line, fault.detail, page=language, serial=pointer.serial)


def _panel(
    room: Room, pointer: Pointer, conversation_id: str | None, visitor_id: str, page: Language
) -> str:
    answer = kept_answer(room.shelf, conversation_id, visitor_id, pointer.turn)
    opened = _quote if pointer.kind == "citation" else _nearest
    return opened(room, answer, pointer, page)


def _quote(room: Room, answer: Answer, pointer: Pointer, page: Language) -> str:
    citation = {item.number: item for item in answer.citations}[pointer.number]
    return quote_panel(
        citation,
        room.shelf.section_passages(citation.document_id, citation.section),
        _title(room, citation.document_id),
        asker=answer.language,
        page=page,
        serial=pointer.serial,
    )


def _nearest(room: Room, answer: Answer, pointer: Pointer, page: Language) -> str:
    evidence = dict(enumerate(answer.evidence, start=1))[pointer.number]
    section = room.shelf.section_passages(evidence.document_id, evidence.section)
    passage = next((item for item in section if item.passage_id == evidence.passage_id), None)
    if passage is None:
        raise UnknownPassageError(evidence.passage_id)
    title = _title(room, evidence.document_id)
    return passage_panel(passage, section, title, page=page, serial=pointer.serial)


def _title(room: Room, document_id: str) -> str:
    for held in room.shelf.documents():
        if held.document_id == document_id:
            return held.metadata.title
    return document_id
