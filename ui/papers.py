"""What the page gives on request: a briefing as a file, a reference to be copied.

Both are made from the address. Only what a language model worded is kept for it.
"""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from assistant import BRIEFING_FORMATS, BriefingFormat, export_briefing
from corpus.errors import SitirError
from ui.handlers.briefing import BriefWish
from ui.handlers.citing import copied_reference
from ui.room import Room
from ui.sent import Sent
from ui.views.briefing import BRIEFING_PATH
from ui.visit import choose_language

if TYPE_CHECKING:
    from fastapi import FastAPI, Request
    from fastapi.responses import Response

__all__ = ["REFERENCE_PATH", "add_papers"]

REFERENCE_PATH: Final = "/sitir/reference"
_NEVER_KEPT: Final = {"cache-control": "no-store"}
_LONGEST_NAME: Final = 60
_TYPES: Final[dict[BriefingFormat, str]] = {
    "md": "text/markdown; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}


def add_papers(app: FastAPI, room: Room) -> None:
    """Add the two routes; what cannot be given is told in one line, with status 404."""
    from fastapi.responses import JSONResponse, PlainTextResponse, Response

    def briefing(request: Request) -> Response:
        sent = Sent.of(dict(request.query_params))
        form = sent.text("form")
        if form not in BRIEFING_FORMATS:
            return PlainTextResponse("no such format\n", 404)
        language = choose_language(sent.text("language"), "")
        wish = BriefWish.of(sent, language, use_model=sent.text("model") != "off")
        try:
            made = wish.shown_in(room)
        except SitirError as error:
            return PlainTextResponse(f"{error}\n", 404)
        name = f"{_file_name(made.title)}.{form}"
        headers = {**_NEVER_KEPT, "content-disposition": f"attachment; filename*=UTF-8''{name}"}
        return Response(export_briefing(made, form), headers=headers, media_type=_TYPES[form])

    def reference(request: Request) -> Response:
        try:
            copied = copied_reference(room, Sent.of(dict(request.query_params)))
        except SitirError as error:
            return PlainTextResponse(f"{error}\n", 404)
        return JSONResponse(asdict(copied), headers=_NEVER_KEPT)

    app.add_route(BRIEFING_PATH, briefing, methods=["GET"])
    app.add_route(REFERENCE_PATH, reference, methods=["GET"])


def _file_name(title: str) -> str:
    plain = re.sub(r"[^\w\s-]", "", title).strip()
    return quote(re.sub(r"\s+", "-", plain)[:_LONGEST_NAME] or "sitir")
