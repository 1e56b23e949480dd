"""Where questions are typed."""

from __future__ import annotations

from corpus.language import Language
from ui.markup import button, element, icon, text
from ui.strings import label

__all__ = ["LONGEST_TYPED", "composer"]

LONGEST_TYPED = 100_000
"""Characters that the box takes; the answer says where a question was cut."""


def composer(language: Language) -> str:
    """Return the form: the scope, the box, and the button that asks or stops."""
    chosen = element("span", "", class_="scope-said", data_said=_said("scope", language))
    clear = button(text(label("scope_clear", language)), data_do="scope-clear")
    box = element(
        "textarea",
        "",
        id="question",
        rows=1,
        maxlength=LONGEST_TYPED,
        placeholder=label("question_placeholder", language),
        aria_label=label("question_label", language),
        autocomplete="off",
    )
    send = element(
        "button",
        element("span", text(label("send", language))) + icon("send"),
        type="submit",
        id="send",
    )
    stop = button(
        element("span", text(label("stop", language))) + icon("stop"), id="stop", hidden=True
    )
    return element(
        "form",
        (
            element("p", chosen + clear, class_="scope", hidden=True),
            element("div", (box, send, stop), class_="typing"),
        ),
        class_="asking",
        lang=language,
    )


def _said(key: str, language: Language) -> str:
    return label(key, language, documents="{documents}")
