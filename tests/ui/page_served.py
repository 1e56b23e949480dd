"""The page served on a free port of this machine."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from page_answers import FakeAnswerer
from page_fakes import FakeLibrary, FakeShelf, fake_room

from ui.room import Room
from ui.server import bind, create_app, server_of

if TYPE_CHECKING:
    import uvicorn


@contextmanager
def served(room: Room, password: str = "") -> Iterator[str]:
    """Serve the page on a free loopback port and yield its address."""
    servers: list[uvicorn.Server] = []

    def run(listener: socket.socket) -> None:
        # Here, because the thread of a browser test already runs an event loop.
        app = create_app(room, local_only=not password, password=password)
        servers.append(server_of(app))
        servers[0].run(sockets=[listener])

    with bind("127.0.0.1", 0) as listener:
        thread = threading.Thread(target=run, args=(listener,), daemon=True)
        thread.start()
        deadline = time.monotonic() + 60
        while thread.is_alive() and not (servers and servers[0].started):
            if time.monotonic() > deadline:
                raise TimeoutError("the page did not start")
            time.sleep(0.02)
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            for server in servers:
                server.should_exit = True
            thread.join(timeout=10)


@dataclass(frozen=True)
class Served:
    """A page with its inhabitants."""

    base: str
    answerer: FakeAnswerer
    shelf: FakeShelf
    library: FakeLibrary


@contextmanager
def inhabited() -> Iterator[Served]:
    """Serve a page over the stand-ins and yield all three."""
    room, answerer, shelf = fake_room()
    with served(room) as base:
        assert isinstance(room.library, FakeLibrary)
        yield Served(base, answerer, shelf, room.library)
