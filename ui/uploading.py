"""Files that visitors bring: sent as they are, ingested one at a time, told line by line.

The body of the request is the file itself, its name is in the address; so there is no
form to parse, and nothing that could name a file of this machine. The answer is a line
of JSON for each step and one at the end. Who goes away cancels: nothing is left behind.
"""

from __future__ import annotations

import asyncio
import json
import tempfile
import threading
from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from ingest import Outcome, Progress
from ui.library import Library

if TYPE_CHECKING:
    from fastapi import FastAPI, Request
    from fastapi.responses import Response

__all__ = ["UPLOAD_PATH", "add_uploads"]

UPLOAD_PATH: Final = "/sitir/upload"
LONGEST_NAME: Final = 300
MOST_WAITING: Final = 8
FILE: Final = "file"
BEAT: Final = 0.2
"""Seconds between two looks at whether the visitor is still there."""


def add_uploads(app: FastAPI, library: Library) -> None:
    """Add the route that takes files; the guard sees to their size."""
    from fastapi.responses import Response, StreamingResponse

    desk = _Desk(library)

    async def upload(request: Request) -> Response:
        name = request.query_params.get("name", "")
        if not 0 < len(name) <= LONGEST_NAME:
            return Response("a file needs a name\n", 400, media_type="text/plain")
        if request.headers.get("content-type") != "application/octet-stream":
            return Response("send the file itself\n", 415, media_type="text/plain")
        if not name.lower().endswith(tuple(library.suffixes)):
            return Response("no reader for this kind of file\n", 415, media_type="text/plain")
        if desk.waiting >= MOST_WAITING:
            return Response("too many files are waiting\n", 429, media_type="text/plain")
        folder = tempfile.TemporaryDirectory(prefix="sitir-upload-")
        try:
            await _receive(request, Path(folder.name) / FILE)
        except BaseException:
            folder.cleanup()
            raise
        lines = desk.ingest(request, name, folder)
        headers = {"cache-control": "no-store", "x-accel-buffering": "no"}
        return StreamingResponse(lines, headers=headers, media_type="application/x-ndjson")

    app.add_route(UPLOAD_PATH, upload, methods=["POST"])


async def _receive(request: Request, path: Path) -> None:
    with path.open("wb") as file:
        async for chunk in request.stream():
            await asyncio.to_thread(file.write, chunk)


_Step = Progress | Outcome | Exception


class _Desk:
    """Where files are taken in, one after the other."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._one_at_a_time = asyncio.Lock()
        self._jobs: set[asyncio.Task[None]] = set()

    @property
    def waiting(self) -> int:
        """How many files are here, that at work included."""
        return len(self._jobs)

    async def ingest(
        self, request: Request, name: str, folder: tempfile.TemporaryDirectory[str]
    ) -> AsyncIterator[bytes]:
        """Yield a line for each step, and what became of the file.

        The work is a task of its own: it ends in order also when the visitor has gone.
        """
        cancelled = threading.Event()
        steps: asyncio.Queue[_Step] = asyncio.Queue()
        if self._one_at_a_time.locked():
            yield _line(step="waiting", done=0, total=1)
        job = asyncio.create_task(self._work(name, folder, steps, cancelled))
        self._jobs.add(job)
        job.add_done_callback(self._jobs.discard)
        try:
            async for line in _told(request, steps):
                yield line
        finally:
            cancelled.set()

    async def _work(
        self,
        name: str,
        folder: tempfile.TemporaryDirectory[str],
        steps: asyncio.Queue[_Step],
        cancelled: threading.Event,
    ) -> None:
        loop = asyncio.get_running_loop()

        def tell(step: _Step) -> None:
            loop.call_soon_threadsafe(steps.put_nowait, step)

        def run() -> None:
            try:
                path = Path(folder.name) / FILE
                if not cancelled.is_set():
                    tell(self._library.add(path, name, tell, cancelled.is_set))
            except Exception as error:  # noqa: BLE001 - it is raised where it is awaited
                tell(error)
            finally:
                folder.cleanup()

        async with self._one_at_a_time:
            await loop.run_in_executor(None, run)


async def _told(request: Request, steps: asyncio.Queue[_Step]) -> AsyncIterator[bytes]:
    """Yield lines until the end, or until the visitor is gone."""
    while True:
        try:
            async with asyncio.timeout(BEAT):
                step = await steps.get()
        except TimeoutError:
            if await request.is_disconnected():
                return
            continue
        if isinstance(step, Exception):
            raise step
        if isinstance(step, Progress):
            yield _line(step=step.step, done=step.done, total=step.total)
            continue
        yield _line(
            state=step.state,
            document_id=step.document_id,
            passages=step.passages,
            problem=step.problem,
        )
        return


def _line(**values: Any) -> bytes:  # noqa: ANN401 - JSON
    return json.dumps(values, ensure_ascii=False).encode() + b"\n"
