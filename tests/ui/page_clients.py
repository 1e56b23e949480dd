"""Visitors without a browser: they speak to the page as its own script does."""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any, Self

import httpx

CONFIG = re.compile(r"window\.gradio_config = (\{.*?\});\s*</script>", re.DOTALL)


class BusyError(Exception):
    """The page said that too many ask at once."""


class Client:
    """One visitor with a cookie, who opens the page and asks; ``await client.open()`` first."""

    def __init__(self, base: str, timeout: float = 60.0) -> None:
        self.http = httpx.AsyncClient(base_url=base, timeout=timeout, verify=False)
        self.session = secrets.token_hex(6)
        self.conversation = ""
        self._events: dict[str, int] = {}

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.http.aclose()

    async def open(self, events: Mapping[str, int] | None = None) -> Mapping[str, int]:
        """Fetch the page, which gives the cookie, and what it fills itself with."""
        page = (await self.http.get("/")).raise_for_status()
        self._events = dict(events or events_of(page.text))
        await self.predict("load", [{}, "{}"])
        return self._events

    async def predict(self, event: str, data: list[Any], **sent: Any) -> list[Any]:
        """Raise an event that is answered at once."""
        body = self._body(event, data, sent)
        reply = (await self.http.post("/gradio_api/run/predict", json=body)).raise_for_status()
        return list(reply.json()["data"])

    async def join(self, question: str, **more: Any) -> str:
        """Ask, and return the id of the event, whose answer is still to come."""
        sent = {"question": question, "conversation": self.conversation,
                "asking": secrets.token_hex(4), "documents": [], **more}  # fmt: skip
        body = self._body("ask", [{}], sent)
        reply = await self.http.post("/gradio_api/queue/join", json=body)
        if reply.status_code == httpx.codes.TOO_MANY_REQUESTS:
            raise BusyError(reply.json()["detail"])
        return str(reply.raise_for_status().json()["event_id"])

    async def ask(self, question: str, **more: Any) -> str:
        """Ask and return the turn as HTML; the conversation goes on in it."""
        await self.join(question, **more)
        turn = ""
        where = f"/gradio_api/queue/data?session_hash={self.session}"
        async with self.http.stream("GET", where) as stream:
            async for line in stream.aiter_lines():
                if not line.startswith("data:"):
                    continue
                message = json.loads(line[5:])
                if message["msg"] in {"process_generating", "process_completed"}:
                    if not message.get("success", True):
                        raise AssertionError(message)
                    output = message["output"]["data"]
                    if output and isinstance(output[0], str):
                        turn = output[0]
                if message["msg"] == "process_completed":
                    break
        kept = re.search(r'data-conversation="([^"]*)"', turn)
        self.conversation = kept[1] if kept else self.conversation
        return turn

    @asynccontextmanager
    async def stays(self) -> AsyncIterator[None]:
        """Hold the page open, as a browser does, so that the page sees when it is left."""
        where = f"/gradio_api/heartbeat/{self.session}"
        async with self.http.stream("GET", where):
            yield

    def _body(self, event: str, data: list[Any], sent: Mapping[str, Any]) -> dict[str, Any]:
        return {"data": data, "fn_index": self._events[event], "event_data": dict(sent),
                "session_hash": self.session, "trigger_id": None}  # fmt: skip


def events_of(document: str) -> dict[str, int]:
    """Return the events that a page's document declares, by name."""
    found = CONFIG.search(document)
    assert found is not None
    config = json.loads(found[1])
    return {
        target[1]: dependency["id"]
        for dependency in config["dependencies"]
        for target in dependency["targets"]
    }
