"""Citing: from a passage that is held to its reference."""

from __future__ import annotations

from assistant.references.places import find_place
from assistant.references.records import STYLES, Reference
from assistant.references.refer import refer
from assistant.references.requests import Cite
from assistant.references.works import work_of
from corpus.catalog import Catalog
from corpus.errors import CitationError, UnknownPassageError

__all__ = ["cite_passage"]


def cite_passage(catalog: Catalog, asked: Cite) -> Reference:
    """Return the reference of a passage, or of a part of it.

    Raises:
        UnknownPassageError: The passage is not held.
        UnmatchedQuoteError: The quote does not stand in it, nor in a version of it.
        CitationError: The style is unknown, the span is outside of the passage, or there is
            no such version.
    """
    if asked.style not in STYLES:
        raise CitationError(f"unknown style {asked.style!r}: use one of {', '.join(STYLES)}")
    place = find_place(catalog, asked)
    document_id = place.passage.document_id
    held = [one for one in catalog.documents() if one.document_id == document_id]
    if not held:  # it was removed meanwhile
        raise UnknownPassageError(asked.passage_id)
    language = asked.language or place.passage.language
    return refer(
        work_of(held[0], language),
        place.pinpoint,
        place.quoted,
        style=asked.style,
        language=language,
        passage_id=place.passage.passage_id,
        cited_works=place.cited_works,
        blanks=asked.blanks,
    )
