"""The settings: a dialog of choices that the browser keeps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant import STYLES, ModelState
from corpus.language import LANGUAGES, Language
from ui.markup import button, element, icon, text, void
from ui.strings import label
from ui.visit import SIZES, THEMES, Preferences

__all__ = ["settings"]


@dataclass(frozen=True, slots=True)
class _Choice:
    value: str
    said: str
    chosen: bool
    language: Language | None = None


def settings(preferences: Preferences, model: ModelState, language: Language) -> str:
    """Return the dialog; each choice is sent as it is made."""
    title = element("h2", text(label("settings", language)), id="settings-heading")
    close = button(
        icon("close"), class_="plain", data_do="close", aria_label=label("settings_close", language)
    )
    parts = (
        element("div", (title, close), class_="dialog-head"),
        _group("language", label("language_switch", language), _pages(language)),
        _group("answers", label("answer_language", language), _answers(preferences, language)),
        _model(preferences, model, language),
        _group("style", label("cite_style", language), _styles(preferences, language)),
        _group("size", label("text_size", language), _sizes(preferences, language)),
        _group("theme", label("theme", language), _themes(preferences, language)),
        element("p", text(label("settings_kept", language)), class_="hint"),
    )
    return element(
        "dialog", parts, id="settings-dialog", lang=language, aria_labelledby="settings-heading"
    )


def _pages(language: Language) -> list[_Choice]:
    return [_Choice(code, label("own_name", code), code == language, code) for code in LANGUAGES]


def _answers(preferences: Preferences, language: Language) -> list[_Choice]:
    as_asked = _Choice("", label("answers_as_asked", language), preferences.answers is None)
    return [as_asked, *(_Choice(code, label("own_name", code), code == preferences.answers, code)
                        for code in LANGUAGES)]  # fmt: skip


def _sizes(preferences: Preferences, language: Language) -> list[_Choice]:
    return [_Choice(size, label(f"size_{size}", language), size == preferences.size)
            for size in SIZES]  # fmt: skip


def _themes(preferences: Preferences, language: Language) -> list[_Choice]:
    return [_Choice(theme, label(f"theme_{theme}", language), theme == preferences.theme)
            for theme in THEMES]  # fmt: skip


def _styles(preferences: Preferences, language: Language) -> list[_Choice]:
    return [_Choice(style, label(f"style_{style}", language), style == preferences.style)
            for style in STYLES]  # fmt: skip


def _model(preferences: Preferences, model: ModelState, language: Language) -> str:
    state = element(
        "p", text(label(f"model_{model.status}", language, name=model.name)), class_="hint"
    )
    if model.status == "off":
        return _group("use_model", label("model", language), (), state)
    choices = [
        _Choice("on", label("model_used", language), preferences.use_model),
        _Choice("off", label("model_unused", language), not preferences.use_model),
    ]
    return _group("use_model", label("model", language), choices, state)


def _group(name: str, legend: str, choices: Sequence[_Choice], below: str = "") -> str:
    buttons = (_radio(name, choice) for choice in choices)
    inside = (
        element("legend", text(legend)),
        element("div", buttons, class_="choices") if choices else "",
        below,
    )
    return element("fieldset", inside)


def _radio(name: str, choice: _Choice) -> str:
    field = void(
        "input",
        type="radio",
        name=f"setting-{name}",
        value=choice.value,
        checked=choice.chosen,
        data_setting=name,
    )
    return element("label", field + element("span", text(choice.said)), lang=choice.language)
