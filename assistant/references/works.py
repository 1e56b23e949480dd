"""Works: what is known of a document, as references need it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from assistant.interrogatives import FUNCTION_WORDS
from assistant.question import question_language
from assistant.references.names import read_name
from assistant.references.records import Work
from corpus.language import LANGUAGES, Language
from corpus.records import DocumentSummary, Metadata
from corpus.text import fold, visible

__all__ = ["one_line", "short_title", "title_language", "work_of"]

MOST_WORDS: Final = 5
"""A title of more words is shortened where it stands for an author."""
LEAST_WORDS: Final = 3


def work_of(document: DocumentSummary, language: Language) -> Work:
    """Return a document as a reference in ``language`` describes it."""
    metadata = document.metadata
    own = title_language(metadata, document.languages)
    translated = "" if own == language else metadata.title_versions.get(language, "")
    return Work(
        document_id=document.document_id,
        title=one_line(metadata.title),
        language=own,
        translated_title=one_line(translated),
        authors=tuple(read_name(one_line(name)) for name in metadata.authors if one_line(name)),
        year=metadata.year,
        institution=one_line(metadata.institution),
        degree=metadata.degree,
        place=one_line(metadata.place),
        url=metadata.url,
    )


def title_language(metadata: Metadata, held: Sequence[Language]) -> Language:
    """Return the language of a document's title: one that is held and has no version of it."""
    possible = [one for one in held or LANGUAGES if one not in metadata.title_versions]
    if len(possible) == 1:
        return possible[0]
    told = question_language(metadata.title.lower())
    return told if told in possible or not possible else possible[0]


def one_line(text: str) -> str:
    """Return a text without line breaks, control characters and characters that are not seen."""
    shown = "".join(char if char.isprintable() else " " for char in visible(text))
    return " ".join(shown.split())


def short_title(title: str) -> str:
    """Return the beginning of a title, by which an entry of the list is found.

    It is the main title, and of a long one up to five words that end before a function
    word, so that *Pengaruh Media Sosial terhadap …* is *Pengaruh Media Sosial*.
    """
    main = re.split(r"\s*[:?!]\s|\s[–—-]\s", title, maxsplit=1)[0]
    words = main.split()
    if len(words) <= MOST_WORDS:
        return main
    light = [fold(word).strip(".,;") in FUNCTION_WORDS for word in words[: MOST_WORDS + 1]]
    cut = next((i for i in range(LEAST_WORDS, MOST_WORDS) if light[i]), MOST_WORDS)
    while cut > 1 and light[cut - 1]:
        cut -= 1
    return " ".join(words[:cut]).rstrip(".,;")
