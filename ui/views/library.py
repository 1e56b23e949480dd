"""The library: what is held, what can be asked by itself, and the place to bring more."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.language import Language, language_name
from ui.markup import button, element, icon, origin_label, text, void
from ui.room import Held
from ui.strings import label

__all__ = ["library"]

_MEGABYTE = 1_000_000


def library(
    held: Sequence[Held], suffixes: Sequence[str], most_bytes: int, language: Language
) -> str:
    """Return the list of documents and the place where files are dropped.

    Args:
        held: What is held, in order.
        suffixes: The endings of files that can be read.
        most_bytes: How large one may be.
        language: Of the labels.
    """
    heading = element("h2", text(label("library_heading", language)))
    said = element("p", text(label("library_text", language)), class_="aside")
    nothing = element("p", text(label("library_empty", language)), class_="aside")
    items = element("ul", (_document(document, language) for document in held), class_="documents")
    ask = button(
        text(label("library_ask", language)), class_="strong", data_do="ask-chosen", hidden=True
    )
    inside = (heading, said if held else nothing, items, ask,
              _upload(suffixes, most_bytes, language))  # fmt: skip
    return element("div", inside, class_="page", lang=language)


def _document(document: Held, language: Language) -> str:
    known = document.metadata
    choose = element(
        "label",
        void(
            "input",
            type="checkbox",
            data_scope=document.document_id,
            data_title=known.title,
            aria_label=label("document_choose", language, title=known.title),
        ),
        class_="choose",
    )
    lines = [element("h3", text(known.title), dir="auto")]
    if language in known.title_versions:
        origin = origin_label("project", language, language)
        rendered = text(f"{known.title_versions[language]} ({origin})")
        lines.append(element("p", rendered, class_="rendered"))
    if known.held.get(language):
        parts = label("held", language, parts=", ".join(known.held[language]))
        lines.append(element("p", text(parts), class_="held"))
    lines += [_facts(document, language), _doings(document, language)]
    return element("li", choose + element("div", lines))


def _facts(document: Held, language: Language) -> str:
    languages = ", ".join(language_name(one, language) for one in document.languages)
    pairs = (
        ("document_languages", languages),
        ("document_sections", str(document.sections)),
        ("document_passages", str(document.passages)),
        ("document_added", document.added_at.date().isoformat()),
    )
    return element(
        "dl",
        (
            element("div", element("dt", text(label(key, language))) + element("dd", text(value)))
            for key, value in pairs
        ),
    )


def _doings(document: Held, language: Language) -> str:
    title = document.metadata.title
    read = button(
        text(label("document_open", language)),
        class_="open",
        data_kind="document",
        data_document=document.document_id,
        aria_label=label("document_open_named", language, title=title),
    )
    sure = element(
        "div",
        (
            element("p", text(label("document_sure", language))),
            button(
                text(label("document_remove", language)),
                class_="strong danger",
                data_do="remove-document",
                data_document=document.document_id,
            ),
        ),
        class_="sure",
    )
    summary = element(
        "summary",
        text(label("document_remove", language)),
        class_="quiet",
        aria_label=label("document_remove_named", language, title=title),
    )
    return element("div", read + element("details", summary + sure), class_="doings")


def _upload(suffixes: Sequence[str], most_bytes: int, language: Language) -> str:
    hint = label("upload_hint", language, kinds=", ".join(suffixes), most=most_bytes // _MEGABYTE)
    choose = element(
        "label",
        icon("file")
        + element("span", text(label("upload_choose", language)))
        + void(
            "input", type="file", id="upload", multiple=True, accept=",".join(suffixes),
            data_kinds=",".join(suffixes), data_most=most_bytes,
        ),
        class_="file-button",
    )  # fmt: skip
    inside = (
        element("h3", text(label("upload", language)), id="upload-heading"),
        element("p", text(hint), class_="aside"),
        choose,
        element("ul", "", id="uploads"),
    )
    return element("section", inside, class_="dropping upload", aria_labelledby="upload-heading")
