"""What the cells of a comparison say, the same in every format."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.comparing.records import COLUMNS, Comparison
from assistant.comparing.strings import STRINGS
from assistant.records import QuoteVersion
from assistant.references.works import short_title
from assistant.strings import filled
from corpus.language import Language, language_name

__all__ = ["column_names", "held_lines", "said", "version_label"]


def said(key: str, language: Language, /, **fields: object) -> str:
    """Return a string of the table with its fields filled."""
    return filled(STRINGS[key][language], fields)


def column_names(comparison: Comparison) -> Sequence[str]:
    """Return the names of the columns, the number's first."""
    language = comparison.language
    names = [said(column, language) for column in ("number", *COLUMNS)]
    if comparison.topic:
        names[-1] = said("relevance_to", language, topic=comparison.topic)
    return names


def held_lines(comparison: Comparison) -> Sequence[str]:
    """Return what is held of each document that is not held whole."""
    return [
        said("held", comparison.language, parts=row.held, title=short_title(row.cells[1].text))
        for row in comparison.rows
        if row.held
    ]


def version_label(version: QuoteVersion, language: Language) -> str:
    """Return what a version of a quote is called."""
    kind, _, name = version.origin.partition(":")
    named = language_name(version.language, language)
    return said(f"version_{kind}", language, language=named, name=name)
