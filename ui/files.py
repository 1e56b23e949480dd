"""Files that the page gives: a visitor's conversation, as Markdown or JSON."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, cast, get_args
from urllib.parse import quote

from assistant import ExportFormat, export_conversation
from corpus.errors import UnknownConversationError
from ui.cookies import visitor_id
from ui.room import Room
from ui.visit import choose_language

if TYPE_CHECKING:
    from fastapi import FastAPI, Request
    from fastapi.responses import Response

__all__ = ["add_exports"]

_TYPES: Final = {"md": "text/markdown", "json": "application/json"}


def add_exports(app: FastAPI, room: Room) -> None:
    """Add the route that gives a visitor's own conversation as a file; another's is not found."""
    from fastapi.responses import Response

    def conversation(request: Request) -> Response:
        conversation_id, _, form = request.path_params["name"].rpartition(".")
        visitor = visitor_id(request.headers.get("cookie", ""))
        if form not in get_args(ExportFormat) or visitor is None:
            return Response("not found\n", 404, media_type="text/plain")
        language = choose_language(request.query_params.get("language"), "")
        try:
            summary = room.shelf.conversation(conversation_id, visitor)
            turns = room.shelf.turns(conversation_id, visitor)
        except UnknownConversationError:
            return Response("not found\n", 404, media_type="text/plain")
        text = export_conversation(summary, turns, cast("ExportFormat", form), language)
        name = f"{_file_name(summary.title)}.{form}"
        headers = {
            "content-disposition": f"attachment; filename*=UTF-8''{name}",
            "cache-control": "no-store",
        }
        return Response(text, headers=headers, media_type=_TYPES[form])

    app.add_route("/sitir/conversations/{name}", conversation, methods=["GET"])


def _file_name(title: str) -> str:
    plain = re.sub(r"[^\w\s-]", "", title).strip()
    return quote(re.sub(r"\s+", "-", plain)[:60] or "sitir")
