"""The words around a reference's names and titles: pinpoint, secondary source, translation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from assistant.references.records import Pinpoint, Quoted, Work
from assistant.references.strings import word
from assistant.references.works import one_line, short_title
from corpus.language import Language, language_name
from corpus.records import CitedWork

__all__ = ["kind_words", "pinpoint_words", "resting_on", "translation_words", "works_words"]

_NUMBERED: Final = re.compile(r"\d+(?:\.\d+)*")
_AUTHOR_YEAR: Final = re.compile(r"(?P<author>\D+?),?\s+(?P<year>(?:1[89]|20)\d{2}[a-z]?)")
_UNPUBLISHED: Final = frozenset({"apa", "harvard"})
"""Styles that say of a thesis without an address that it is not published."""


def kind_words(work: Work, style: str, language: Language) -> str:
    """Return what kind of thesis a work is, e.g. *unpublished undergraduate thesis*."""
    kind = word(work.degree or "thesis", style, language)
    if style in _UNPUBLISHED and not work.url:
        return word("unpublished", style, language, kind=kind)
    return kind


def pinpoint_words(place: Pinpoint, style: str, language: Language, *, blanks: bool = False) -> str:
    """Return where in a work, in a style's manner.

    A page is enough where it is known. Else the section is named, and the paragraph
    counted, but for MLA, which counts none that the work does not number itself.

    Args:
        place: The place.
        style: One of the printed styles.
        language: Of the reference.
        blanks: Begin with a blank for a page that is not known.
    """
    if place.page is not None:
        return word("page", style, language, number=place.page)
    parts = [_section(place, style, language)]
    if style != "mla":
        parts.append(_paragraphs(place, style, language))
    if blanks:
        page = word("blank_page", style, language)
        parts.insert(0, word("page", style, language, number=page))
    words = ", ".join(part for part in parts if part)
    return words.replace("”,", ",”") if style.startswith("chicago") else words


def resting_on(works: Sequence[CitedWork], style: str, language: Language) -> str:
    """Return the works that a passage rests on, before the work that it stands in.

    E.g. *Situmorang, 2018, as cited in* with a space behind; nothing without works.
    """
    named = works_words(works, style, language)
    if style == "chicago-notes" and works and works[0].scope == "possibly":
        named = named[:1].upper() + named[1:]  # a note begins like a sentence
    return f"{word('cited_in', style, language, works=named)} " if named else ""


def works_words(works: Sequence[CitedWork], style: str, language: Language) -> str:
    """Return works that a text cites as a style names them, *possibly* before unsure ones."""
    return one_line("; ".join(_named(cited, style, language) for cited in works))


def translation_words(quoted: Quoted, style: str, language: Language) -> str:
    """Return whose translation is quoted, nothing for the author's own words."""
    kind, _, name = quoted.origin.partition(":")
    if kind in {"", "author"}:
        return ""
    named = language_name(quoted.original_language, language)
    return word(f"translation_{kind}", style, language, language=named, name=name)


def _section(place: Pinpoint, style: str, language: Language) -> str:
    if _NUMBERED.fullmatch(place.section):
        key = "section" if "." in place.section else "chapter"
        return word(key, style, language, number=place.section)
    heading = place.heading or place.section
    short = short_title(heading)
    shown = f"“{short}”" if short != heading and style == "apa" else short
    return word("headed", style, language, heading=shown)


def _paragraphs(place: Pinpoint, style: str, language: Language) -> str:
    if place.last_paragraph > place.paragraph:
        both = f"{place.paragraph}–{place.last_paragraph}"
        return word("paragraphs", style, language, number=both)
    return word("paragraph", style, language, number=place.paragraph)


def _named(cited: CitedWork, style: str, language: Language) -> str:
    """Return a cited work as a style names it: MLA by its author, Chicago without a comma."""
    found = _AUTHOR_YEAR.fullmatch(cited.work)
    named = cited.work
    if found is not None:
        joined = {
            "mla": found["author"],
            "chicago-author-date": f"{found['author']} {found['year']}",
        }
        named = joined.get(style, f"{found['author']}, {found['year']}")
    if cited.scope == "possibly":
        return word("possibly", style, language, work=named)
    return named
