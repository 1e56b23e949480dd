"""The page served: the application around it, and the refusal to serve it unsafely."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import socket
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Final

from corpus.errors import ServeError, SitirError
from corpus.language import LANGUAGES
from corpus.settings import Settings
from ui.files import add_exports
from ui.guard import Guard
from ui.papers import add_papers
from ui.room import Answerer, Room
from ui.routes import is_loopback
from ui.uploading import add_uploads

if TYPE_CHECKING:
    import uvicorn
    from fastapi import FastAPI

__all__ = ["create_app", "serve"]

_LOG = logging.getLogger(__name__)

BACKLOG: Final = 512
QUIET: Final = {
    "GRADIO_ANALYTICS_ENABLED": "False",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "GRADIO_ANALYTICS_CACHE_FREQUENCY": "1000000000",
    "GRADIO_ANALYTICS_MAX_EVENTS": "1000",
}
"""What Gradio asks of the environment when it is imported or composes a page: no calls
home, and no table of all past events made anew, with pandas, after each event."""

PORTS: Final = 65_536
CLOSING_SECONDS: Final = 2
"""How long open streams may last once the server is told to stop."""


def serve(settings: Settings, host: str = "127.0.0.1", port: int = 7860) -> None:
    """Serve the page until interrupted, by Ctrl-C or SIGTERM, which both end it cleanly.

    The port is taken before anything heavy is loaded, so that a busy one is told at once.

    Raises:
        ServeError: The port is taken or not allowed, or ``host`` can be reached from
            other machines and ``SITIR_PASSWORD`` is not set.
        StorageError: The data directory is unbuilt or cannot be used.
        KeyboardInterrupt: It was interrupted.
    """
    refuse_open_host(host, settings.password)
    with bind(host, port) as listener:
        from assistant import open_assistant
        from ingest import UploadLimits
        from ui.library import StoreLibrary

        with open_assistant(settings) as assistant:
            library = StoreLibrary(assistant.store, UploadLimits())
            threading.Thread(target=_warm, args=(assistant,), daemon=True).start()
            app = create_app(
                Room(assistant, assistant.store.catalog, library),
                local_only=is_loopback(host) and not settings.password,
                password=settings.password,
            )
            shown = f"[{host}]" if ":" in host else host
            sys.stdout.write(f"Sitir: http://{shown}:{listener.getsockname()[1]}\n")
            sys.stdout.flush()
            # The server hands a signal on when it has stopped; SIGTERM would then end the
            # process before the store is closed.
            signal.signal(signal.SIGTERM, signal.default_int_handler)
            server_of(app).run(sockets=[listener])


def _warm(answerer: Answerer) -> None:
    """Ask once, while the page is being composed, so that no visitor waits for what loads late."""
    try:
        for question in answerer.starter_questions(LANGUAGES[0])[:1]:
            for _ in answerer.stream(question):
                pass
    except SitirError:
        _LOG.warning("the first question could not be answered", exc_info=True)


def server_of(app: FastAPI) -> uvicorn.Server:
    """Return the server of an application, not started; give it listening sockets."""
    import uvicorn

    from ui.heads import BoundedProtocol

    config = uvicorn.Config(
        app,
        http=BoundedProtocol,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        ws="none",
        timeout_graceful_shutdown=CLOSING_SECONDS,
    )
    return uvicorn.Server(config)


def create_app(room: Room, *, local_only: bool = True, password: str = "") -> FastAPI:
    """Return the application: the page, its files, ``/health``, and the guard around them.

    Call it where no event loop is running.

    Args:
        room: What the page may touch.
        local_only: Answer only to this machine's own names.
        password: Asked for on every route when not empty.
    """
    os.environ.update(QUIET)
    from fastapi import FastAPI
    from fastapi.staticfiles import StaticFiles

    from ui.app import mount_page

    app = FastAPI(title="Sitir", docs_url=None, redoc_url=None, openapi_url=None)

    @app.get("/health")
    async def health() -> dict[str, str]:
        """Tell that the server answers."""
        return {"status": "ok"}

    add_exports(app, room)
    add_papers(app, room)
    add_uploads(app, room.library)
    app.mount("/sitir", StaticFiles(directory=Path(__file__).parent / "static"))
    asyncio.run(mount_page(app, room))
    app.add_middleware(
        Guard, local_only=local_only, password=password, most_uploaded=room.library.most_bytes
    )
    return app


def refuse_open_host(host: str, password: str) -> None:
    """Raise when ``host`` can be reached from other machines and there is no password.

    Raises:
        ServeError: As said.
    """
    if not is_loopback(host) and not password:
        raise ServeError(
            f"host {host!r} can be reached from other machines: set SITIR_PASSWORD to a "
            "password that visitors must give, or serve on --host 127.0.0.1"
        )


def bind(host: str, port: int) -> socket.socket:
    """Return a socket that listens on ``host`` and ``port``.

    Raises:
        ServeError: The port is taken, not allowed, out of range, or the host is unknown.
    """
    if not 0 <= port < PORTS:
        raise ServeError(f"port {port} does not exist: give --port a number below {PORTS}")
    try:
        family, kind, proto, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listener = socket.socket(family, kind, proto)
    except OSError as error:
        raise ServeError(f"cannot serve on host {host!r}, port {port}: {error}") from error
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(BACKLOG)
    except OSError as error:
        listener.close()
        raise ServeError(
            f"cannot serve on {host!r}, port {port}: {error}; stop what uses the port, or "
            f"choose another with --port, e.g. --port {port + 1}"
        ) from error
    return listener
