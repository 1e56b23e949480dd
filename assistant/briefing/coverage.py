"""What was read, said in the first line: of what is held, and of the whole."""

from __future__ import annotations

from assistant.briefing.records import Coverage
from assistant.briefing.scope import Scope
from assistant.briefing.strings import say_brief
from assistant.which_documents.thesis_record import chapter_label
from corpus.language import Language
from corpus.records import Metadata, Section

__all__ = ["cover", "heading_in", "join"]


def cover(scope: Scope, read: int, language: Language) -> Coverage:
    """Return what was read of a document or a section of it.

    Args:
        scope: What is briefed.
        read: How many of its sections were read.
        language: Of the line.
    """
    count = len(scope.with_text)
    metadata = scope.summary.metadata
    if scope.section is not None:
        text = say_brief(
            "read_section",
            language,
            heading=heading_in(scope.section, language),
            count=count,
            total=scope.total,
        )
    elif metadata.chapters is None or not metadata.held.get(language):
        text = say_brief("read_whole", language, count=count)
    else:
        text = say_brief(
            "read_parts",
            language,
            parts=join(metadata.held[language], language),
            count=count,
            missing=_missing(metadata, language),
        )
    return Coverage(text, count, read, 1)


def heading_in(section: Section, language: Language) -> str:
    """Return a section's heading in a language, as it stands where there is no version."""
    found = (v.text for v in section.heading_versions if v.language == language)
    return next(found, section.heading)


def join(parts: tuple[str, ...] | list[str], language: Language) -> str:
    """Return parts as a list that is read aloud: *a, b and c*."""
    if len(parts) < len("ab"):
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {say_brief('and', language)} {parts[-1]}"


def _missing(metadata: Metadata, language: Language) -> str:
    """Return which chapters are not held; how many the work has, no record says."""
    held = sorted(metadata.chapters or ())
    last = held[-1] if held else 0
    gaps = [number for number in range(1, last) if number not in held]
    following = _number(last + 1, language)
    if not gaps:
        return say_brief("from_chapter", language, number=following)
    numbers = join([_number(gap, language) for gap in gaps], language)
    return say_brief("chapters_and_from", language, numbers=numbers, number=following)


def _number(chapter: int, language: Language) -> str:
    return chapter_label(chapter, language).split()[-1]
