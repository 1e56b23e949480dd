"""Putting picks together: numbers for what is quoted, bullets, and what their marks mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from assistant.briefing.choosing import Pick
from assistant.briefing.records import BriefingPart, BriefingRole, Bullet, KeyFact
from assistant.briefing.shortening import Variant
from assistant.briefing.showing import Shown
from assistant.briefing.strings import say_brief
from assistant.records import Citation, Notice
from corpus.language import Language, language_name

__all__ = ["Numbering", "as_bullet", "make_bullet", "mark_notices", "marks_room"]


@dataclass(slots=True)
class Numbering:
    """Numbers citations from 1 in the order in which they come; one place has one number."""

    citations: list[Citation] = field(default_factory=list)
    _known: dict[tuple[str, int, int], int] = field(default_factory=dict)

    def number(self, citation: Citation) -> int:
        """Return the number of a citation, a new one if its place is new."""
        place = (citation.document_id, citation.start, citation.end)
        if place not in self._known:
            self._known[place] = len(self.citations) + 1
            self.citations.append(replace(citation, number=self._known[place]))
        return self._known[place]


def as_bullet(pick: Pick, numbering: Numbering) -> Bullet:
    """Return a pick as a bullet."""
    return make_bullet(pick.shown, pick.variant, pick.role, numbering)


def make_bullet(shown: Shown, variant: Variant, role: BriefingRole, numbering: Numbering) -> Bullet:
    """Return sentences, whole or shortened, as a bullet."""
    return Bullet(
        text=variant.text,
        language=shown.language,
        origin=shown.origin,
        kind="quote" if variant.whole else "excerpt",
        role=role,
        citations=(numbering.number(shown.citation),),
    )


def mark_notices(
    parts: Sequence[BriefingPart], language: Language, facts: Sequence[KeyFact] = ()
) -> tuple[Notice, ...]:
    """Return what the marks behind the numbers of bullets and facts mean."""
    marks = {bullet.mark(language) for part in parts for bullet in part.bullets}
    marks |= {fact.mark(language) for fact in facts}
    return tuple(_notice(mark, language) for mark in ("*", "†") if mark in marks)


def marks_room(shown: Sequence[Shown], language: Language) -> int:
    """Return how many words what the marks mean may take at most."""
    return sum(len(notice.text.split()) for notice in _possible(shown, language))


def _possible(shown: Sequence[Shown], language: Language) -> Iterator[Notice]:
    if any(one.translated for one in shown):
        yield _notice("*", language)
    if any(one.language != language for one in shown):
        yield _notice("†", language)


def _notice(mark: str, language: Language) -> Notice:
    if mark == "*":
        return Notice("unofficial_translation", f"*{say_brief('unofficial_mark', language)}")
    named = language_name(language, language)
    return Notice("no_version", f"†{say_brief('original_mark', language, language=named)}")
