"""The page composed of Gradio's parts; Gradio is imported here and nowhere else.

Everything that Gradio switches on by itself and that would reach out, or stay open, is
switched off: analytics, web fonts, the API, run history, monitoring, upload, errors in
the browser, unbounded queues. ``ui.server`` imports this module when it is needed.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

import gradio as gr
from fastapi import FastAPI

from corpus.language import LANGUAGES, Language
from ui import handlers
from ui.cookies import visitor_id
from ui.opening import Pointer, open_source
from ui.render import masthead, spoken
from ui.room import Room
from ui.strings import label

__all__ = ["mount_page"]

STARTERS: Final = 4
QUEUE_LENGTH: Final = 256
ANSWERED_AT_ONCE: Final = 8
ONE_DAY: Final = 86_400

_FONTS: Final = ("system-ui", "sans-serif")
_HIDDEN: Final[dict[str, Any]] = {"api_visibility": "private", "show_progress": "hidden"}

_SWITCH: Final = """
element.addEventListener('click', (event) => {
  const button = event.target.closest('button[data-language]');
  if (button) trigger('choose', {language: button.dataset.language});
});
"""
_POINT: Final = """
let serial = 0;
element.addEventListener('click', (event) => {
  const button = event.target.closest('button[data-kind]');
  if (!button) return;
  serial += 1;
  trigger('point', {
    turn: Number(button.dataset.turn), kind: button.dataset.kind,
    number: Number(button.dataset.number), serial,
  });
});
"""


@dataclass(frozen=True, slots=True)
class _Parts:
    """The parts of the page; the states hold ids only, the preference stays in the browser."""

    preferred: gr.BrowserState
    language: gr.State
    conversation_id: gr.State
    pointer: gr.State
    masthead: gr.HTML
    conversation: gr.HTML
    starters: tuple[gr.Button, ...]
    question: gr.Textbox
    send: gr.Button
    source: gr.HTML
    announcement: gr.HTML

    @property
    def labelled(self) -> list[Any]:
        """The parts that ``_label_all`` returns values for, in its order."""
        return [self.language, self.masthead, self.question, self.send,
                self.conversation, self.source, *self.starters]  # fmt: skip


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
        _bind(page, _layout(), room)
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


def _layout() -> _Parts:
    html = partial(gr.HTML, "", apply_default_css=False)
    masthead_part = html(elem_id="masthead", js_on_load=_SWITCH)
    with gr.Row(elem_id="room"):
        with gr.Column(elem_id="talk"):
            talk = html(elem_id="conversation", js_on_load=_POINT)
            with gr.Column(elem_id="starters"):
                starters = tuple(gr.Button("", visible=False) for _ in range(STARTERS))
            with gr.Row(elem_id="asking"):
                question = gr.Textbox(
                    label="?", lines=1, max_lines=6, elem_id="question", container=False
                )
                send = gr.Button("?", variant="primary", elem_id="send")
        source = html(elem_id="source", js_on_load=None)
    return _Parts(
        preferred=gr.BrowserState("", storage_key="sitir-language", secret="sitir"),  # noqa: S106
        language=gr.State(LANGUAGES[0]),
        conversation_id=gr.State(None),
        pointer=gr.State(None),
        masthead=masthead_part,
        conversation=talk,
        starters=starters,
        question=question,
        send=send,
        source=source,
        announcement=html(
            elem_id="announcement",
            html_template='<p role="status" aria-live="polite">${value}</p>',
            js_on_load=None,
        ),
    )


def _bind(page: gr.Blocks, parts: _Parts, room: Room) -> None:
    ids = [parts.conversation_id, parts.language]
    page.load(_opener(room), [parts.preferred], parts.labelled, queue=False, **_HIDDEN)
    parts.masthead.choose(
        _chooser(room),
        [parts.conversation_id, parts.pointer],
        [parts.preferred, *parts.labelled],
        queue=False,
        **_HIDDEN,
    )
    shown = [parts.conversation_id, parts.conversation, parts.question, parts.announcement]
    ask = _asker(room)
    gr.on([parts.question.submit, parts.send.click], ask, [parts.question, *ids], shown, **_HIDDEN)
    for starter in parts.starters:
        starter.click(ask, [starter, *ids], shown, **_HIDDEN)
    parts.conversation.point(
        _pointer(room), ids, [parts.pointer, parts.source], queue=False, **_HIDDEN
    )


def _opener(room: Room) -> Callable[..., list[Any]]:
    def open_page(preferred: object, request: gr.Request) -> list[Any]:
        accepted = str(request.headers.get("accept-language", ""))
        language = handlers.choose_language(preferred, accepted)
        return _label_all(room, language, None, None, _visitor(request))

    return open_page


def _chooser(room: Room) -> Callable[..., list[Any]]:
    def choose(
        conversation_id: str | None,
        pointer: Pointer | None,
        event: gr.EventData,
        request: gr.Request,
    ) -> list[Any]:
        language = handlers.choose_language(event._data.get("language"), "")  # noqa: SLF001
        visitor = _visitor(request)
        return [language, *_label_all(room, language, conversation_id, pointer, visitor)]

    return choose


def _asker(room: Room) -> Callable[..., Iterator[tuple[Any, ...]]]:
    def ask(
        question: str, conversation_id: str | None, language: Language, request: gr.Request
    ) -> Iterator[tuple[Any, ...]]:
        steps = handlers.ask(room, question, conversation_id, _visitor(request), language)
        for step in steps:
            yield step.conversation_id, step.html, "", spoken(step.announcement)

    return ask


def _pointer(room: Room) -> Callable[..., tuple[object, str]]:
    def point(
        conversation_id: str | None, language: Language, event: gr.EventData, request: gr.Request
    ) -> tuple[Pointer | None, str]:
        pointer = Pointer.of(event._data)  # noqa: SLF001
        visitor = _visitor(request)
        return pointer, open_source(room, pointer, conversation_id, visitor, language)

    return point


def _label_all(
    room: Room,
    language: Language,
    conversation_id: str | None,
    pointer: Pointer | None,
    visitor: str,
) -> list[Any]:
    """Return a value for each of ``_Parts.labelled``."""
    source = ""
    if pointer is not None:
        source = open_source(room, pointer, conversation_id, visitor, language)
    return [
        language,
        masthead(language),
        gr.Textbox(
            label=label("question_label", language),
            placeholder=label("question_placeholder", language),
        ),
        gr.Button(label("send", language)),
        handlers.show(room, conversation_id, visitor, language),
        source,
        *_starter_buttons(handlers.starters(room, language)),
    ]


def _starter_buttons(questions: Sequence[str]) -> Iterator[gr.Button]:
    for number in range(STARTERS):
        given = number < len(questions)
        yield gr.Button(questions[number] if given else "", visible=given)


def _visitor(request: gr.Request) -> str:
    """Return who asks; somebody new each time where the browser keeps no cookie."""
    return visitor_id(request.headers.get("cookie", "")) or secrets.token_hex(16)
