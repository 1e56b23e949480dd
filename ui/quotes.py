"""A quote with its place, its version in the reader's language and its number.

The number is a button that carries only where it stands: the turn and the citation's
number. What it opens is looked up again from the kept answer.
"""

from __future__ import annotations

from assistant import Citation, QuoteVersion, version_for
from corpus.language import Language, language_name
from ui.markup import element, origin_label, text
from ui.strings import label

__all__ = ["cite_button", "place", "quote_figure", "spot", "version_html"]


def place(citation: Citation, language: Language) -> str:
    """Return the section and spot of a quote, as plain text."""
    return f"{citation.heading}, {spot(citation, language)}"


def spot(citation: Citation, language: Language) -> str:
    """Return where a quote stands within its section, as plain text."""
    parts = [label("paragraph", language, number=citation.paragraph)]
    if citation.page is not None:
        parts.append(label("page_number", language, number=citation.page))
    return ", ".join(parts)


def quote_figure(citation: Citation, turn: int, reader: Language) -> str:
    """Return a quote, its number, its place, and its versions in the reader's language."""
    caption = ", ".join(
        (
            place(citation, reader),
            label("quote_language", reader, language=language_name(citation.language, reader)),
        )
    )
    quote = element(
        "blockquote",
        element("p", text(citation.quote)) + cite_button(citation, turn, reader),
        lang=citation.language,
        dir="auto",
    )
    version = version_for(citation, reader)
    beside = "" if version is None else version_html(version, reader)
    return element("figure", (quote, element("figcaption", text(caption)), beside), class_="quote")


def version_html(version: QuoteVersion, reader: Language) -> str:
    """Return the quote in another language, with the line that says whose words they are."""
    return element(
        "div",
        (
            element("p", text(version.text), lang=version.language, dir="auto"),
            element(
                "p",
                text(origin_label(version.origin, version.language, reader)),
                class_="origin",
            ),
        ),
        class_="version",
    )


def cite_button(citation: Citation, turn: int, reader: Language) -> str:
    """Return the number that opens the source of a quote."""
    where = place(citation, reader)
    return element(
        "button",
        str(citation.number),
        type="button",
        class_="cite",
        lang=reader,
        data_turn=turn,
        data_kind="citation",
        data_number=citation.number,
        aria_label=label("cite", reader, number=citation.number, place=where),
    )
