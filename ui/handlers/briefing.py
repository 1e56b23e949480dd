"""Briefings: the form that asks for one, and what comes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, Self, get_args

from assistant import Briefing, BriefingLength, lay_out_briefing
from corpus.language import Language
from corpus.records import Section
from ui.handlers.turns import fault_of
from ui.room import Room
from ui.sent import Sent
from ui.shown import Shown
from ui.strings import label
from ui.views.brief_form import brief_form
from ui.views.briefing import briefing_page
from ui.views.check import check_fault
from ui.views.thread import Fault
from ui.visit import Visit

__all__ = ["BriefWish", "brief", "form_html", "show_brief_form"]

LENGTHS: Final[tuple[BriefingLength, ...]] = get_args(BriefingLength)


@dataclass(frozen=True, slots=True)
class BriefWish:
    """What a visitor wants briefed; a topic is looked for in all documents."""

    document_id: str
    section: str
    topic: str
    length: BriefingLength
    language: Language
    use_model: bool = True

    @classmethod
    def of(cls, sent: Sent, language: Language, *, use_model: bool = True) -> Self:
        """Read ``document``, ``section``, ``topic`` and ``length``."""
        length = sent.text("length")
        topic = sent.text("topic").strip()
        return cls(
            "" if topic else sent.text("document"),
            "" if topic else sent.text("section"),
            topic,
            length if length in LENGTHS else "short",
            language,
            use_model,
        )

    def granted_in(self, room: Room) -> Briefing:
        """Return the briefing, made now; raises what ``Assistant.brief`` raises."""
        made = room.answerer.brief(
            document_ids=(self.document_id,) if self.document_id else None,
            section=self.section or None,
            topic=self.topic or None,
            language=self.language,
            length=self.length,
            use_model=self.use_model,
        )
        room.briefings.keep(self._key(room), made)
        return made

    def shown_in(self, room: Room) -> Briefing:
        """Return the briefing as it was shown last, where it would come out otherwise now."""
        return room.briefings.kept(self._key(room)) or self.granted_in(room)

    def _key(self, room: Room) -> tuple[Self, frozenset[tuple[str, str]]]:
        held = room.shelf.documents()
        return self, frozenset((one.document_id, one.content_hash) for one in held)

    def parameters(self) -> dict[str, str]:
        """Return it as the address of its file has it."""
        return {
            "document": self.document_id,
            "section": self.section,
            "topic": self.topic,
            "length": self.length,
            "language": self.language,
            "model": "on" if self.use_model else "off",
        }


def show_brief_form(room: Room, visit: Visit, sent: Sent) -> Shown:
    """Show the form, with the sections of ``document``, by default the first."""
    return Shown(brief=form_html(room, visit, sent.text("document")))


def form_html(room: Room, visit: Visit, wanted: str) -> str:
    """Return the form for the document that is wanted, if it is held, or why there is none."""
    try:
        held = room.shelf.documents()
        ids = [one.document_id for one in held]
        chosen = wanted if wanted in ids else next(iter(ids), "")
        sections: Sequence[Section] = room.shelf.sections(chosen) if chosen else ()
    except Exception as error:  # noqa: BLE001  # a visitor gets a line, whatever went wrong
        return check_fault(fault_of(error), visit.language)
    return brief_form(held, chosen, sections, visit.language)


def brief(room: Room, visit: Visit, sent: Sent) -> Shown:
    """Make a briefing: ``scope``, ``document``, ``section``, ``topic``, ``length``."""
    language = visit.preferences.answers or visit.language
    wish = BriefWish.of(sent, language, use_model=visit.preferences.use_model)
    try:
        if sent.text("scope") == "topic" and not wish.topic:
            return _refused(Fault("brief_topic_missing"), visit)
        made = wish.granted_in(room)
        layout = lay_out_briefing(made, datetime.now(UTC).date())
        printed = room.emphases.of(room.shelf)
        html = briefing_page(made, layout, wish.parameters(), printed, visit.language)
    except Exception as error:  # noqa: BLE001  # a visitor gets a line, whatever went wrong
        return _refused(fault_of(error), visit)
    return Shown(
        briefing=html,
        said=label("brief_done", visit.language, count=len(made.bullets)),
    )


def _refused(fault: Fault, visit: Visit) -> Shown:
    return Shown(briefing=check_fault(fault, visit.language), said=label(fault.key, visit.language))
