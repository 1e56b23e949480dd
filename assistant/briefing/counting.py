"""How the words of a briefing are counted: all that is read before the sources.

Title, coverage line, headings, bullets with their marks, key facts, notes and what is said
of translations count; the list of sources, where each quote stands whole, does not. A word
is what whitespace parts, as word processors count: a lone dash and an ellipsis count too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from assistant.briefing.records import Briefing, BriefingLength
from assistant.briefing.strings import say_brief

__all__ = ["LEGENDS", "LIMITS", "count_words", "read_texts"]

LIMITS: Final[Mapping[BriefingLength, int | None]] = {"short": 120, "medium": 400, "long": None}
"""Words at most: a minute's reading, a page, and section by section."""

LEGENDS: Final = frozenset(
    {"unofficial_translation", "no_version", "nothing", "no_sentence", "too_little"}
)
"""The notices that stand above the sources; what is said of a model stands below them."""


def count_words(text: str) -> int:
    """Return how many words a text has, whitespace between them."""
    return len(text.split())


def read_texts(briefing: Briefing) -> Iterator[str]:
    """Yield all that a reader reads of a briefing before its sources."""
    yield briefing.title
    yield briefing.coverage.text
    for part in briefing.parts:
        yield part.heading
        yield from (bullet.text for bullet in part.bullets)
    if briefing.key_facts:
        yield say_brief("facts", briefing.language)
    for fact in briefing.key_facts:
        yield from (fact.label, fact.value, fact.context)
    if briefing.notes:
        yield say_brief("notes", briefing.language)
    yield from (note.text for note in briefing.notes)
    yield from (notice.text for notice in briefing.notices if notice.code in LEGENDS)
