"""Briefings before anything is chosen: whose they are, what was read, what they may hold."""

from __future__ import annotations

from typing import Final

from assistant.briefing.counting import LIMITS
from assistant.briefing.coverage import cover
from assistant.briefing.material import Material
from assistant.briefing.records import Briefing, BriefingLength, Coverage
from assistant.briefing.shortening import ELLIPSIS
from assistant.briefing.strings import say_brief
from assistant.briefing.topic import TopicParts
from assistant.references.works import work_of
from assistant.strings import title_in
from corpus.language import Language
from corpus.text import visible

__all__ = ["blank_of_document", "blank_of_topic"]

_LONGEST_TITLE: Final = 40
_MOST_CHARACTERS: Final = 400
"""Words and characters of a title that are shown; a longer one is cut."""


def blank_of_document(material: Material, language: Language, length: BriefingLength) -> Briefing:
    """Return the briefing of a document as it is before anything is chosen."""
    scope = material.scope
    metadata = scope.summary.metadata
    return Briefing(
        title=_shown_title(title_in(metadata, language)),
        language=language,
        length=length,
        document_ids=(scope.document_id,),
        section="" if scope.section is None else scope.section.section_id,
        titles=(title_in(metadata, language),),
        works=(work_of(scope.summary, language),),
        coverage=cover(scope, material.sections_read, language),
        limit=LIMITS[length],
    )


def blank_of_topic(
    topic: str, found: TopicParts, language: Language, length: BriefingLength
) -> Briefing:
    """Return the briefing of a topic as it is before anything is chosen."""
    asked = _shown_title(" ".join(visible(topic).split()))
    said = say_brief("read_topic", language, total=found.searched, count=found.found, topic=asked)
    return Briefing(
        title=asked,
        language=language,
        length=length,
        document_ids=(),
        topic=topic,
        titles=(),
        works=(),
        coverage=Coverage(said, 0, 0, found.searched),
        limit=LIMITS[length],
    )


def _shown_title(title: str) -> str:
    """Return a title as it heads a briefing: in one line, cut where it is very long."""
    line = " ".join(title.split()[:_LONGEST_TITLE])
    kept = line[:_MOST_CHARACTERS]
    cut = len(title.split()) > _LONGEST_TITLE or kept != line
    return f"{kept}{ELLIPSIS}" if cut else kept
