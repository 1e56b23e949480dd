"""What can be copied of a quote, and the link to it.

A form names what its button copies. ``quote`` and ``place`` are put together by the
script from the quote as it stands on the page, so that its italics go along; a form of
another kind carries its own text (``data-plain``, ``data-rich``). References in the chosen
academic style are asked of the server once they are wanted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assistant import Citation
from corpus.language import Language
from ui.markup import button, element, icon, text
from ui.strings import label
from ui.views.places import address, place

__all__ = ["CopyForm", "copy_menu", "link_button"]


@dataclass(frozen=True, slots=True)
class CopyForm:
    """One line of the menu: what it says, and what it copies.

    ``parts`` names what the script puts together; ``plain`` and ``rich`` (HTML) are the
    text itself, where it is not made of the quote.
    """

    said: str
    parts: str = ""
    plain: str = ""
    rich: str = ""


def copy_menu(citation: Citation, title: str, reader: Language) -> str:
    """Return the menu that copies a quote; ``title`` is its document's."""
    summary = element(
        "summary",
        icon("copy") + element("span", text(label("copy", reader))) + icon("down"),
        class_="quiet",
    )
    lines = (
        button(
            text(form.said),
            data_do="copy",
            data_parts=form.parts or None,
            data_plain=form.plain or None,
            data_rich=form.rich or None,
        )
        for form in _forms(reader)
    )
    where = f"{title}, {place(citation, reader)}"
    return element(
        "details",
        summary + element("div", (*lines, *_references(reader)), class_="menu-panel"),
        class_="menu copying",
        data_place=where,
        data_passage=citation.passage_id,
        data_from=citation.start,
        data_to=citation.end,
        data_language=reader,
    )


def link_button(citation: Citation, reader: Language) -> str:
    """Return the button that copies the address of a quote; it works as a link too."""
    words = label("link", reader)
    return element(
        "a",
        icon("link"),
        href=address(citation.passage_id, citation.start, citation.end),
        class_="quiet link",
        data_do="link",
        aria_label=words,
        title=words,
    )


def _forms(reader: Language) -> tuple[CopyForm, ...]:
    """Return what the menu offers, apart from references."""
    return (
        CopyForm(label("copy_quote", reader), parts="quote place"),
        CopyForm(label("copy_words", reader), parts="quote"),
        CopyForm(label("copy_reference", reader), parts="place"),
    )


def _references(reader: Language) -> Iterator[str]:
    """Yield the lines that copy a reference; the script names the style in each."""
    for refer, key in (("quotation", "cite_quote"), ("entry", "cite_entry")):
        style = element("span", "", class_="style-name")
        yield button(text(label(key, reader)) + " " + style, data_do="refer", data_refer=refer)
