"""The form that asks for a briefing: of which document or topic, and how long."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, get_args

from assistant import BriefingLength
from corpus.language import Language
from corpus.records import Section
from ui.markup import element, text, void
from ui.room import Held
from ui.strings import label

__all__ = ["brief_form"]

_SCOPES: Final = ("whole", "section", "topic")
_INDENT: Final = "\N{EM SPACE}"


def brief_form(
    held: Sequence[Held], chosen: str, sections: Sequence[Section], language: Language
) -> str:
    """Return the form.

    Args:
        held: The documents, in order.
        chosen: The id of the one that is to be briefed.
        sections: Its sections, in reading order.
        language: Of the labels.
    """
    heading = element("h2", text(label("brief_heading", language)))
    if not held:
        nothing = element("p", text(label("library_empty", language)), class_="aside")
        return element("div", heading + nothing, class_="page", lang=language)
    said = element("p", text(label("brief_text", language)), class_="aside")
    send = element(
        "button",
        text(label("brief_send", language)),
        type="submit",
        class_="strong",
        id="brief-send",
    )
    scopes = [(one, label(f"scope_{one}", language)) for one in _SCOPES]
    lengths = [(one, label(f"length_{one}", language)) for one in get_args(BriefingLength)]
    inside = (
        _choices("scope", label("brief_scope", language), scopes),
        _documents(held, chosen, language),
        _sections(sections, language),
        _topic(language),
        _choices("length", label("brief_length", language), lengths),
        element("div", send, class_="row"),
    )
    form = element("form", inside, class_="brief-form")
    return element("div", (heading, said, form), class_="page", lang=language)


def _documents(held: Sequence[Held], chosen: str, language: Language) -> str:
    if len(held) == 1:
        return void("input", type="hidden", id="brief-document", value=chosen)
    options = (
        element(
            "option",
            text(one.metadata.title),
            value=one.document_id,
            selected=one.document_id == chosen,
        )
        for one in held
    )
    return _select("document", label("brief_document", language), options)


def _sections(sections: Sequence[Section], language: Language) -> str:
    options = (
        element(
            "option",
            text(f"{_INDENT * section.level}{_heading(section, language)}"),
            value=section.section_id,
        )
        for section in sections
    )
    return _select("section", label("brief_section", language), options)


def _heading(section: Section, language: Language) -> str:
    for version in section.heading_versions:
        if version.language == language:
            return f"{section.heading} ({version.text})"
    return section.heading


def _topic(language: Language) -> str:
    field = void("input", type="text", id="brief-topic", maxlength=200, autocomplete="off")
    words = element("span", text(label("brief_topic", language)))
    return element("label", words + field, class_="for-topic")


def _select(name: str, said: str, options: Iterable[str]) -> str:
    words = element("span", text(said))
    field = element("select", options, id=f"brief-{name}")
    return element("label", words + field, class_=f"for-{name}")


def _choices(name: str, legend: str, offered: Sequence[tuple[str, str]]) -> str:
    """Return a group of choices, each a value and what it is called; the first is chosen."""
    fields = (
        element(
            "label",
            void("input", type="radio", name=f"brief-{name}", value=value, checked=at == 0)
            + element("span", text(said)),
        )
        for at, (value, said) in enumerate(offered)
    )
    inside = element("legend", text(legend)) + element("div", fields, class_="choices")
    return element("fieldset", inside)
