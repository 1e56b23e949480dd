"""What stands beside a quote in its source: versions, works, notes, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence

from assistant import Citation, version_for
from corpus.language import Language
from corpus.records import CitedWork
from corpus.remarks import Note
from ui.markup import button, element, icon, text, void
from ui.strings import label
from ui.views.copying import copy_menu, link_button
from ui.views.places import address
from ui.views.quotes import version_html
from ui.views.reading import Reading

__all__ = ["beside_quote", "span_tools"]


def span_tools(citation: Citation | None, title: str, reading: Reading, page: Language) -> str:
    """Return how to copy what is open, and the link to it."""
    if citation is not None:
        inside = copy_menu(citation, title, page) + link_button(citation, page)
    elif reading.passages:
        words = label("link", page)
        inside = element(
            "a",
            icon("link"),
            href=address(reading.passages[0].passage_id),
            class_="quiet link",
            data_do="link",
            aria_label=words,
            title=words,
        )
    else:
        return ""
    return element("span", inside, class_="quote-tools")


def beside_quote(
    citation: Citation | None, notes: Sequence[Note], asker: Language, page: Language
) -> str:
    """Return the quote's version for the asker, the works it cites, and the notes on it."""
    parts: list[str] = []
    if citation is not None:
        version = version_for(citation, asker)
        beside = [] if version is None else [version_html(version, page)]
        parts += _titled("in_your_language", beside, page)
        parts += _titled("cited_works", _works(citation.cited_works, page), page)
    parts += _notes(notes, page)
    if citation is not None:
        parts.append(_note_form(citation, page))
    if not parts:
        return ""
    return element("div", parts, class_="note", role="note", lang=page)


def _titled(key: str, parts: Sequence[str], page: Language) -> list[str]:
    return [element("h3", text(label(key, page))), *parts] if parts else []


def _works(works: Sequence[CitedWork], page: Language) -> list[str]:
    lines = [
        element(
            "li",
            element("span", text(work.work), class_="work")
            + " "
            + element("span", text(label(work.scope, page)), class_="scope"),
        )
        for work in works
    ]
    return [element("ul", lines, class_="works")] if lines else []


def _notes(notes: Sequence[Note], page: Language) -> list[str]:
    if not notes:
        return []
    items = element("ul", (_note(note, page) for note in notes), class_="text-notes")
    said = element("p", text(label("note_said", page)), class_="scope")
    return [element("h3", text(label("notes", page))), items, said]


def _note(note: Note, page: Language) -> str:
    day = note.created_at.date().isoformat()
    parts = [
        element("p", text(note.text), dir="auto"),
        element(
            "p", text(label("note_signed", page, author=note.author, date=day)), class_="scope"
        ),
    ]
    if note.detached:
        gone = text(label("note_detached", page, quote=note.quote))
        parts.insert(0, element("p", gone, class_="scope"))
    remove = element(
        "details",
        element("summary", text(label("note_remove", page)), class_="quiet")
        + element("p", text(label("note_sure", page)))
        + button(
            text(label("delete", page)),
            class_="strong danger",
            data_do="unnote",
            data_note_id=note.note_id,
        ),
    )
    return element("li", (*parts, remove))


def _note_form(citation: Citation, page: Language) -> str:
    words = element(
        "label",
        text(label("note_text", page))
        + element("textarea", "", name="text", rows=3, maxlength=2000, required=True),
    )
    name = element(
        "label",
        text(label("note_author", page))
        + void("input", type="text", name="author", maxlength=100, required=True,
               autocomplete="name"),
    )  # fmt: skip
    save = element("button", text(label("note_save", page)), type="submit", class_="strong")
    form = element(
        "form",
        (words, name, save),
        class_="note-form",
        data_document=citation.document_id,
        data_start=citation.start,
        data_end=citation.end,
    )
    summary = element("summary", icon("note") + text(label("note_add", page)), class_="quiet")
    return element("details", summary + form, class_="adding")
