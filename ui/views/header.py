"""The header: the name, the views, the language switch, light or dark, the settings.

It also carries the words that the page's own script says, in the page's language, and
the preferences that the script applies.
"""

from __future__ import annotations

import json
from typing import Final

from corpus.language import LANGUAGES, Language
from ui.markup import button, element, icon, text
from ui.strings import STRINGS, label
from ui.views import VIEWS
from ui.visit import Preferences

__all__ = ["header"]

_SAID: Final = (
    "briefing_now", "busy", "checking", "check_wrong_file", "cite_failed", "cited_as",
    "copied", "copy_failed", "feedback_kept", "link_copied", "not_sent", "searching",
    "upload_added", "upload_cancel", "upload_cancelled", "upload_failed", "upload_reading",
    "upload_replaced", "upload_sending", "upload_storing", "upload_too_large", "upload_unchanged",
    "upload_waiting", "upload_wrong_kind",
)  # fmt: skip
"""What the script says by itself."""


def header(preferences: Preferences, language: Language) -> str:
    """Return the header in ``language``."""
    drawer = button(
        icon("menu"),
        class_="plain drawer",
        data_do="drawer",
        aria_label=label("conversations_open", language),
        aria_expanded="false",
    )
    inside = (
        drawer,
        element("h1", "Sitir"),
        _views(language),
        _switch(language),
        _theme(language),
        button(
            icon("gear"), class_="plain", data_do="settings", aria_label=label("settings", language)
        ),
    )
    return element(
        "header",
        inside,
        class_="masthead",
        lang=language,
        data_page_language=language,
        data_size=preferences.size,
        data_theme=preferences.theme,
        data_style=preferences.style,
        data_style_name=label(f"style_{preferences.style}", language),
        data_words=json.dumps({key: STRINGS[key][language] for key in _SAID}),
    )


def _views(language: Language) -> str:
    return element(
        "nav",
        (
            button(text(label(f"view_{name}", language)), class_="view-tab", data_view=name)
            for name in VIEWS
        ),
        aria_label=label("views", language),
    )


def _switch(language: Language) -> str:
    buttons = (
        button(
            code,
            lang=code,
            data_language=code,
            aria_pressed="true" if code == language else "false",
            aria_label=f"{code}: {label('own_name', code)}",
            title=label("own_name", code),
        )
        for code in LANGUAGES
    )
    return element(
        "div",
        buttons,
        class_="languages",
        role="group",
        aria_label=label("language_switch", language),
    )


def _theme(language: Language) -> str:
    words = label("theme_toggle", language)
    return button(icon("theme"), class_="plain", data_do="theme", aria_label=words, title=words)
