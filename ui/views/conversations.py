"""The list of a visitor's conversations, by when they began."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import groupby
from typing import Final

from corpus.language import Language
from corpus.records import ConversationSummary
from ui.markup import button, element, icon, text, void
from ui.strings import label

__all__ = ["conversation_list"]

MOST_LISTED: Final = 100


def conversation_list(
    conversations: Sequence[ConversationSummary],
    open_id: str,
    language: Language,
    *,
    now: datetime | None = None,
    offset: int = 0,
) -> str:
    """Return the list, newest first.

    Args:
        conversations: What is kept of this visitor, newest first.
        open_id: The id of the one on the page, empty for a new one.
        language: Of the labels.
        now: The present moment, aware.
        offset: How many minutes the visitor's clock is ahead of UTC.
    """
    today = ((now or datetime.now(UTC)) + timedelta(minutes=offset)).date()

    def age(summary: ConversationSummary) -> str:
        day = (summary.created_at + timedelta(minutes=offset)).date()
        if day >= today:
            return "today"
        return "last_week" if (today - day).days <= 7 else "earlier_days"  # noqa: PLR2004

    groups = [
        element("h3", text(label(key, language)))
        + element("ul", (_item(summary, open_id, language) for summary in group))
        for key, group in groupby(conversations[:MOST_LISTED], key=age)
    ]
    if len(conversations) > MOST_LISTED:
        more = label("conversations_more", language, count=len(conversations) - MOST_LISTED)
        groups.append(element("p", text(more), class_="hint"))
    nothing = element("p", text(label("conversations_none", language)), class_="hint")
    new = button(
        icon("plus") + element("span", text(label("conversation_new", language))),
        class_="new",
        data_do="new",
    )
    close = button(
        icon("close"),
        class_="plain drawer-close",
        data_do="drawer",
        aria_label=label("conversations_close", language),
    )
    return element(
        "nav",
        (element("div", (new, close), class_="rail-head"), *(groups or [nothing])),
        aria_label=label("conversations", language),
        lang=language,
    )


def _item(summary: ConversationSummary, open_id: str, language: Language) -> str:
    title = summary.title or label("untitled", language)
    is_open = summary.conversation_id == open_id
    opener = button(
        text(title),
        class_="conversation",
        data_do="conversation",
        data_conversation=summary.conversation_id,
        aria_current="true" if is_open else None,
        dir="auto",
    )
    return element("li", opener + _menu(summary.conversation_id, title, language))


def _menu(conversation_id: str, title: str, language: Language) -> str:
    summary = element(
        "summary",
        icon("more"),
        class_="plain",
        aria_label=label("conversation_menu", language, title=title),
    )
    files = (
        element(
            "a",
            text(label(f"export_{form}", language)),
            href=f"/sitir/conversations/{conversation_id}.{form}?language={language}",
            download=True,
        )
        for form in ("md", "json")
    )
    inside = (
        button(text(label("rename", language)), data_do="rename"),
        *files,
        button(text(label("delete", language)), class_="danger", data_do="delete"),
    )
    panel = element("div", inside, class_="menu-panel")
    return (
        element("details", summary + panel, class_="menu")
        + _rename(conversation_id, title, language)
        + _delete(conversation_id, language)
    )


def _rename(conversation_id: str, title: str, language: Language) -> str:
    field = void(
        "input",
        type="text",
        name="title",
        value=title,
        maxlength=80,
        autocomplete="off",
        aria_label=label("rename_label", language),
    )
    inside = (
        field,
        element("button", text(label("save", language)), type="submit", class_="strong"),
        button(text(label("cancel", language)), data_do="dismiss"),
    )
    return element(
        "form", inside, class_="inline rename", data_conversation=conversation_id, hidden=True
    )


def _delete(conversation_id: str, language: Language) -> str:
    inside = (
        element("p", text(label("delete_sure", language))),
        button(
            text(label("delete", language)),
            class_="strong danger",
            data_do="delete-sure",
            data_conversation=conversation_id,
        ),
        button(text(label("cancel", language)), data_do="dismiss"),
    )
    return element("div", inside, class_="inline delete", role="group", hidden=True)
