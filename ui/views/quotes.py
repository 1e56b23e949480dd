"""A quote with its place, its version in the reader's language and its number.

The number is a button that carries only where it stands: the turn and the citation's
number. What it opens is looked up again from the kept answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from assistant import Citation, QuoteNote, QuoteVersion, version_for
from corpus.language import Language, language_name
from corpus.records import Span
from ui.markup import element, origin_label, text
from ui.strings import label
from ui.views.copying import copy_menu, link_button
from ui.views.marking import emphasised_text
from ui.views.places import place

__all__ = ["Printed", "Quoting", "cite_button", "note_lines", "quote_figure", "version_html"]


class Printed(Protocol):
    """How documents look in print."""

    def italics(self, document_id: str, start: int, end: int) -> Sequence[Span]:
        """Return the spans in italics within ``[start, end)`` of a document."""

    def title(self, document_id: str) -> str:
        """Return a document's title."""


@dataclass(frozen=True, slots=True)
class Quoting:
    """What quotes: its turn, its language, and how its sources look in print.

    ``turn`` is ``None`` for what is no kept answer, a briefing say: its numbers then open
    their passages.
    """

    turn: int | None
    reader: Language
    printed: Printed


def quote_figure(citation: Citation, quoting: Quoting) -> str:
    """Return a quote, its number, its place, its versions, and what can be done with it."""
    reader = quoting.reader
    caption = ", ".join(
        (
            place(citation, reader),
            label("quote_language", reader, language=language_name(citation.language, reader)),
        )
    )
    italics = quoting.printed.italics(citation.document_id, citation.start, citation.end)
    words = emphasised_text(citation.quote, citation.start, italics)
    quote = element(
        "blockquote",
        element("p", words, class_="quoted-words") + cite_button(citation, quoting),
        lang=citation.language,
        dir="auto",
    )
    version = version_for(citation, reader)
    beside = "" if version is None else version_html(version, reader)
    tools = element(
        "span",
        copy_menu(citation, quoting.printed.title(citation.document_id), reader)
        + link_button(citation, reader),
        class_="quote-tools",
    )
    below = element("figcaption", element("span", text(caption)) + tools, lang=reader)
    notes = note_lines(citation.notes, reader)
    return element("figure", (quote, below, beside, notes), class_="quote")


def version_html(version: QuoteVersion, reader: Language) -> str:
    """Return the quote in another language, with the line that says whose words they are."""
    said = text(origin_label(version.origin, version.language, reader))
    return element(
        "div",
        (
            element("p", text(version.text), lang=version.language, dir="auto"),
            element("p", said, class_="origin", lang=reader),
        ),
        class_="version",
    )


def note_lines(notes: Sequence[QuoteNote], reader: Language) -> str:
    """Return the notes that travel with a quote, each signed and dated."""
    lines = [
        element(
            "p",
            element("span", text(note.text), dir="auto")
            + " — "
            + text(label("note_signed", reader, author=note.author, date=note.date)),
        )
        for note in notes
    ]
    if not lines:
        return ""
    lines.insert(0, element("p", text(label("notes", reader)), class_="origin"))
    return element("div", lines, class_="travelling-notes", role="note", lang=reader)


def cite_button(citation: Citation, quoting: Quoting) -> str:
    """Return the number that opens the source of a quote."""
    where = place(citation, quoting.reader)
    alone = quoting.turn is None
    return element(
        "button",
        str(citation.number),
        type="button",
        class_="cite",
        lang=quoting.reader,
        data_turn=quoting.turn,
        data_kind="passage" if alone else "citation",
        data_number=None if alone else citation.number,
        data_passage=citation.passage_id if alone else None,
        data_from=citation.start if alone else None,
        data_to=citation.end if alone else None,
        aria_label=label("cite", quoting.reader, number=citation.number, place=where),
    )
