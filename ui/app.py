"""The page composed of Gradio's parts; Gradio is imported here and nowhere else.

The page's parts are HTML of our own making, one for each region; the script in
``static`` turns what a visitor does into events of one invisible part, the wire, which
carry their data. Everything that Gradio switches on by itself and that would reach out,
or stay open, is switched off: analytics, web fonts, the API, run history, monitoring,
upload, errors in the browser, unbounded queues. ``ui.server`` imports this module when
it is needed.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

import gradio as gr
from fastapi import FastAPI

from ui.cookies import visitor_id
from ui.handlers.asking import ask, stop
from ui.handlers.briefing import brief, show_brief_form
from ui.handlers.checking import check
from ui.handlers.conversing import begin, delete, rename, reopen
from ui.handlers.opening import show_source
from ui.handlers.preferring import arrive, prefer
from ui.handlers.remarking import add_note, give_feedback, remove_note
from ui.handlers.shelving import remove_document, show_library
from ui.room import Room
from ui.sent import Sent
from ui.shown import REGIONS, Shown
from ui.visit import Preferences, Visit, choose_language

__all__ = ["mount_page"]

QUEUE_LENGTH: Final = 256
ANSWERED_AT_ONCE: Final = 8
ONE_DAY: Final = 86_400
SESSIONS_REMEMBERED: Final = 128
"""Gradio keeps what it last showed to so many tabs; the page needs none of it back."""

_FONTS: Final = ("system-ui", "sans-serif")
_PRIVATE: Final[dict[str, Any]] = {"api_visibility": "private", "show_progress": "hidden"}

Handler = Callable[[Room, Visit, Sent], Shown]


@dataclass(frozen=True, slots=True)
class _Event:
    """Something that a visitor does: its name, what happens, and which regions may change."""

    name: str
    handler: Handler
    regions: tuple[str, ...] = ()
    mode: str = "multiple"


_TALK: Final = ("thread", "live", "conversations", "source")
_EVENTS: Final = (
    _Event("stop", stop),
    _Event("open_source", show_source, ("source",), "always_last"),
    _Event("begin", begin, _TALK, "always_last"),
    _Event("reopen", reopen, _TALK, "always_last"),
    _Event("rename", rename, ("conversations", "announcement")),
    _Event("delete", delete, (*_TALK, "announcement")),
    _Event("feedback", give_feedback, ("announcement",)),
    _Event("add_note", add_note, ("source",)),
    _Event("remove_note", remove_note, ("source",)),
    _Event("check", check, ("report", "announcement"), "always_last"),
    _Event("brief", brief, ("briefing", "announcement"), "always_last"),
    _Event("brief_form", show_brief_form, ("brief",), "always_last"),
    _Event("library", show_library, ("library",), "always_last"),
    _Event("remove_document", remove_document, ("library", "announcement")),
    _Event("prefer", prefer, REGIONS),
)
_ASKED: Final = ("live", "conversations", "announcement")

_WIRE: Final = f"""
const known = {json.dumps([event.name for event in _EVENTS] + ["ask"])};
window.sitirSend = (name, data) => {{ if (known.includes(name)) trigger(name, data); }};
document.dispatchEvent(new Event('sitir-wired'));
"""
_ARRIVAL: Final = "(preferred) => [preferred, window.sitirArrival ? window.sitirArrival() : '{}']"


async def mount_page(app: FastAPI, room: Room) -> None:
    """Mount the page at the root of ``app``.

    Routes of ``app`` must be added before: the page answers every path that is left.
    A coroutine, because Gradio opens event loops and never closes them when it is
    composed where none is running.
    """
    with gr.Blocks(
        title="Sitir",
        analytics_enabled=False,
        fill_height=True,
        fill_width=True,
        delete_cache=(ONE_DAY, ONE_DAY),
    ) as page:
        _compose(page, room)
    page.state_session_capacity = SESSIONS_REMEMBERED
    page.queue(api_open=False, max_size=QUEUE_LENGTH, default_concurrency_limit=ANSWERED_AT_ONCE)
    gr.mount_gradio_app(
        app,
        page,
        path="/",
        footer_links=[],
        run_history=False,
        allowed_paths=[],
        show_error=False,
        max_file_size=1,
        ssr_mode=False,
        enable_monitoring=False,
        pwa=False,
        mcp_server=False,
        theme=gr.themes.Base(font=_FONTS, font_mono=("ui-monospace", "monospace")),
    )


def _compose(page: gr.Blocks, room: Room) -> None:
    regions = _layout()
    preferred = gr.BrowserState({}, storage_key="sitir", secret="sitir")  # noqa: S106
    wire = gr.HTML("", elem_id="wire", js_on_load=_WIRE, apply_default_css=False)
    everything = [preferred, *(regions[name] for name in REGIONS)]
    page.load(_arriving(room), [preferred, wire], everything, queue=False, js=_ARRIVAL, **_PRIVATE)
    for event in _EVENTS:
        getattr(wire, event.name)(
            _handling(room, event),
            [preferred],
            _outputs(event, everything, regions),
            queue=False,
            trigger_mode=event.mode,
            **_PRIVATE,
        )
    wire.ask(
        _asking(room),
        [preferred],
        [regions[name] for name in _ASKED],
        trigger_mode="multiple",
        **_PRIVATE,
    )


def _layout() -> Mapping[str, gr.HTML]:
    part = partial(gr.HTML, "", apply_default_css=False, js_on_load=None)
    regions = {"header": part(elem_id="header")}
    with gr.Row(elem_id="room"):
        regions["conversations"] = part(elem_id="conversations")
        with gr.Column(elem_id="view-ask", elem_classes="view"):
            with gr.Column(elem_id="paper"):
                regions["thread"] = part(elem_id="thread")
                regions["live"] = part(elem_id="live")
            regions["composer"] = part(elem_id="composer")
        with gr.Column(elem_id="view-library", elem_classes="view"):
            regions["library"] = part(elem_id="library")
        with gr.Column(elem_id="view-brief", elem_classes="view"):
            regions["brief"] = part(elem_id="brief")
            regions["briefing"] = part(elem_id="briefing")
        with gr.Column(elem_id="view-check", elem_classes="view"):
            regions["check"] = part(elem_id="check")
            regions["report"] = part(elem_id="report")
        regions["source"] = part(elem_id="source")
    regions["settings"] = part(elem_id="settings")
    regions["announcement"] = part(
        elem_id="announcement", html_template='<p role="status" aria-live="polite">${value}</p>'
    )
    return regions


def _outputs(
    event: _Event, everything: Sequence[Any], regions: Mapping[str, gr.HTML]
) -> Sequence[Any]:
    return everything if event.regions == REGIONS else [regions[name] for name in event.regions]


def _arriving(room: Room) -> Callable[..., list[Any]]:
    def arriving(kept: object, arrival: str | None, request: gr.Request) -> list[Any]:
        sent = Sent.of_json(arrival or "")
        return _values(arrive(room, _visit(kept, sent, request), sent), REGIONS, whole=True)

    return arriving


def _handling(room: Room, event: _Event) -> Callable[..., Any]:
    def handling(kept: object, data: gr.EventData, request: gr.Request) -> Any:  # noqa: ANN401 - as Gradio takes it
        sent = Sent.of(data._data)  # noqa: SLF001
        shown = event.handler(room, _visit(kept, sent, request), sent)
        values = _values(shown, event.regions, whole=event.regions == REGIONS)
        return values[0] if len(values) == 1 else values or None

    return handling


def _asking(room: Room) -> Callable[..., Iterator[list[Any]]]:
    def asking(kept: object, data: gr.EventData, request: gr.Request) -> Iterator[list[Any]]:
        sent = Sent.of(data._data)  # noqa: SLF001
        for shown in ask(room, _visit(kept, sent, request), sent):
            yield _values(shown, _ASKED)

    return asking


def _values(shown: Shown, regions: Sequence[str], *, whole: bool = False) -> list[Any]:
    """Return what Gradio is given for each of ``regions``, before them the preferences.

    The script moves things about in the regions, and Gradio leaves a region alone when it
    is given what it was given before: so each content is its own.
    """
    given = (getattr(shown, name) for name in regions)
    values: list[Any] = [f"{html}<!--{secrets.token_hex(3)}-->" if html else html for html in given]
    if whole:
        kept = shown.preferences
        values.insert(0, None if kept is None else kept.to_json())
    return [gr.skip() if value is None else value for value in values]


def _visit(kept: object, sent: Sent, request: gr.Request) -> Visit:
    """Return who acts; somebody new each time where the browser keeps no cookie."""
    preferences = Preferences.of(kept)
    accepted = str(request.headers.get("accept-language", ""))
    return Visit(
        visitor_id(request.headers.get("cookie", "")) or secrets.token_hex(16),
        preferences,
        choose_language(preferences.language, accepted),
        sent.minutes("offset"),
    )
