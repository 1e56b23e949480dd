"""The conversation as HTML: the welcome, or the turns.

The words around an answer are in the answer's language, everything else is in the page's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from assistant import Answer
from corpus.language import Language
from corpus.remarks import FEEDBACK_KINDS, FeedbackKind
from ui.markup import button, element, icon, origin_label, text
from ui.room import Held
from ui.strings import label
from ui.views.answers import answer_html
from ui.views.quotes import Printed, Quoting

__all__ = ["SHOWN_TURNS", "Fault", "ShownTurn", "announcement", "thread", "turn_html", "welcome"]

SHOWN_TURNS: Final = 30
"""How many turns stand on the page; the others stay in the catalog."""
SHOWN_TITLES: Final = 4
"""How many documents the welcome names; the library has all."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why there is no answer: a key of ``STRINGS``, and the message of an expected fault."""

    key: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class ShownTurn:
    """One question with what came of it; neither answer nor fault while it is being sought.

    ``number`` counts from 1 within the conversation. ``written`` is false while more of
    the answer is to come, ``stopped`` when the visitor did not want more. ``feedback`` is
    what they said of it.
    """

    number: int
    question: str
    answer: Answer | None = None
    fault: Fault | None = None
    conversation_id: str = ""
    written: bool = True
    stopped: bool = False
    feedback: FeedbackKind | None = None


def thread(turns: Sequence[ShownTurn], printed: Printed, language: Language) -> str:
    """Return the turns of a conversation; at most the last ``SHOWN_TURNS``."""
    shown = turns[-SHOWN_TURNS:]
    earlier = shown[0].number - 1 if shown else 0
    head = element("p", text(label("earlier", language, count=earlier)), class_="earlier")
    return element(
        "div",
        ((head if earlier else ""), *(turn_html(turn, printed, language) for turn in shown)),
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


def turn_html(turn: ShownTurn, printed: Printed, language: Language) -> str:
    """Return one turn: the question, what came of it, and what can be done with it."""
    answer = turn.answer
    question = ""
    if turn.question:
        question = element("h2", text(turn.question), class_="question", dir="auto")
    if answer is not None:
        body = answer_html(
            answer, Quoting(turn.number, answer.language, printed), stopped=turn.stopped
        )
    elif turn.fault is not None:
        body = _fault(turn.fault, language)
    else:
        body = element("p", text(label("searching", language)), class_="searching")
    if not turn.written:
        body += element("p", text(label("writing", language)), class_="searching")
    return element(
        "article",
        (question, body, _tools(turn, language) if turn.written else ""),
        class_="turn",
        lang=language if answer is None else answer.language,
        data_turn=turn.number,
        data_conversation=turn.conversation_id or None,
        data_written="true" if turn.written else "false",
    )


def welcome(held: Sequence[Held], starters: Sequence[str], language: Language) -> str:
    """Return what stands there before the first question."""
    nothing = element("p", text(label("held_nothing", language)), class_="held")
    shelf = [_held(document, language) for document in held[:SHOWN_TITLES]]
    if len(held) > SHOWN_TITLES:
        more = label("held_more", language, count=len(held) - SHOWN_TITLES)
        shelf.append(element("p", text(more), class_="held"))
    buttons = (button(text(words), data_do="starter", lang=language) for words in starters)
    return element(
        "section",
        (
            element("h2", text(label("welcome_heading", language))),
            element("p", text(label("welcome_text", language))),
            element("p", text(label("welcome_languages", language)), class_="aside"),
            element("div", buttons, class_="starters"),
            element("div", shelf, class_="shelf") if held else nothing,
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


def _fault(fault: Fault, language: Language) -> str:
    detail = " " + element("span", text(fault.detail), lang="en") if fault.detail else ""
    return element("p", text(label(fault.key, language)) + detail, class_="fault")


def _tools(turn: ShownTurn, language: Language) -> str:
    """Return what can be done with a turn: ask again, edit, say how the answer was."""
    again = button(
        icon("retry") + element("span", text(label("retry", language))),
        class_="quiet",
        data_do="retry",
    )
    edit = button(
        icon("edit") + element("span", text(label("edit", language))),
        class_="quiet",
        data_do="edit",
    )
    unsaid = turn.answer is None or (turn.stopped and not turn.answer.claims)
    said = "" if unsaid else _feedback(turn, language)
    return element("div", (again, edit, said), class_="tools", lang=language)


def _feedback(turn: ShownTurn, language: Language) -> str:
    kinds = (
        button(
            text(label(kind, language)),
            class_="quiet",
            data_do="feedback",
            data_feedback=kind,
            aria_pressed="true" if kind == turn.feedback else "false",
        )
        for kind in FEEDBACK_KINDS
    )
    words = label("feedback", language)
    return element(
        "div",
        (element("span", text(words)), *kinds),
        class_="feedback",
        role="group",
        aria_label=words,
    )
