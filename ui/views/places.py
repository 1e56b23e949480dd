"""Where a quote stands, in words and as an address."""

from __future__ import annotations

from urllib.parse import urlencode

from assistant import Citation
from corpus.language import Language
from ui.strings import label

__all__ = ["address", "place", "spot"]


def place(citation: Citation, language: Language) -> str:
    """Return the section and spot of a quote, as plain text."""
    return f"{citation.heading}, {spot(citation, language)}"


def spot(citation: Citation, language: Language) -> str:
    """Return where a quote stands within its section, as plain text."""
    parts = [label("paragraph", language, number=citation.paragraph)]
    if citation.page is not None:
        parts.append(label("page_number", language, number=citation.page))
    return ", ".join(parts)


def address(passage_id: str, start: int | None = None, end: int | None = None) -> str:
    """Return the address, on this page's own host, that opens a passage.

    ``start``/``end``: what is to be marked in it, in the document's canonical text.
    """
    values: dict[str, str | int] = {"passage": passage_id}
    if start is not None and end is not None:
        values |= {"from": start, "to": end}
    return "/?" + urlencode(values, safe="/")
