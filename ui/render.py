"""The conversation as HTML.

Records in, HTML out; nothing here touches storage or the network. The words around an
answer are in the answer's language, everything else is in the page's.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from corpus.language import LANGUAGES, Language
from ui.answers import answer_html
from ui.markup import element, origin_label, text
from ui.room import Held
from ui.strings import label
from ui.turns import Fault, ShownTurn

__all__ = ["SHOWN_TURNS", "announcement", "conversation", "masthead", "spoken"]

SHOWN_TURNS: Final = 30
"""How many turns stand on the page; the others stay in the catalog."""


def masthead(language: Language) -> str:
    """Return the name, the description and the language switch."""
    buttons = (
        element(
            "button",
            text(label("own_name", code)),
            type="button",
            lang=code,
            data_language=code,
            aria_pressed="true" if code == language else "false",
        )
        for code in LANGUAGES
    )
    return element(
        "header",
        (
            element("h1", "Sitir"),
            element("p", text(label("tagline", language)), class_="tagline"),
            element(
                "div",
                buttons,
                class_="languages",
                role="group",
                aria_label=label("language_switch", language),
            ),
        ),
        class_="masthead",
        lang=language,
        data_page_language=language,
    )


def spoken(line: str) -> str:
    """Return the line that screen readers are told, for the live region of the page."""
    return text(line)


def conversation(turns: Sequence[ShownTurn], held: Sequence[Held], language: Language) -> str:
    """Return the whole conversation, or the welcome before its first turn."""
    if not turns:
        return _welcome(held, language)
    shown = turns[-SHOWN_TURNS:]
    earlier = shown[0].number - 1
    head = element("p", text(label("earlier", language, count=earlier)), class_="earlier")
    return element(
        "div",
        ((head if earlier else ""), *(_turn(turn, language) for turn in shown)),
        class_="turns",
        role="log",
        aria_live="off",
        aria_label=label("conversation", language),
    )


def announcement(turn: ShownTurn, language: Language) -> str:
    """Return what is announced about a turn, as plain text."""
    if turn.answer is None:
        return "" if turn.fault is None else label(turn.fault.key, language)
    own = turn.answer.language
    if turn.answer.abstained:
        reason = label(turn.answer.abstain_reason or "not_stated", own)
        return label("announce_abstained", own, turn=turn.number, reason=reason)
    count = len(turn.answer.citations)
    return label("announce_answer", own, turn=turn.number, count=count)


def _welcome(held: Sequence[Held], language: Language) -> str:
    nothing = element("p", text(label("held_nothing", language)), class_="held")
    shelf = element("div", (_held(document, language) for document in held), class_="shelf")
    return element(
        "section",
        (
            element("h2", text(label("welcome_heading", language))),
            element("p", text(label("welcome_text", language))),
            element("p", text(label("welcome_languages", language))),
            shelf if held else nothing,
        ),
        class_="welcome",
        lang=language,
    )


def _held(document: Held, language: Language) -> str:
    """Return a document's title as it is, the project's rendering of it, and what is held."""
    known = document.metadata
    lines = [element("p", text(known.title), class_="title", dir="auto")]
    if language in known.title_versions:
        origin = origin_label("project", language, language)
        rendered = text(known.title_versions[language]) + f" ({text(origin)})"
        lines.append(element("p", rendered, class_="rendered"))
    if known.held.get(language):
        parts = label("held", language, parts=", ".join(known.held[language]))
        lines.append(element("p", text(parts), class_="held"))
    return element("div", lines)


def _turn(turn: ShownTurn, language: Language) -> str:
    answer = turn.answer
    question = ""
    if turn.question:
        question = element("h2", text(turn.question), class_="question", dir="auto")
    if answer is not None:
        body = answer_html(answer, turn.number)
    elif turn.fault is not None:
        body = _fault(turn.fault, language)
    else:
        body = element("p", text(label("searching", language)), class_="searching")
    return element(
        "article",
        (question, body),
        class_="turn",
        lang=language if answer is None else answer.language,
        data_turn=turn.number,
    )


def _fault(fault: Fault, language: Language) -> str:
    detail = " " + element("span", text(fault.detail), lang="en") if fault.detail else ""
    return element("p", text(label(fault.key, language)) + detail, class_="fault")
