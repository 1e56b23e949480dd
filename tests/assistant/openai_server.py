"""A server on this machine that speaks the OpenAI chat protocol, with knobs for faults.

It is a real HTTP server: what the client makes of a cut connection or an endless line is
what it would make of anybody's.
"""

from __future__ import annotations

import json
import re
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

KEYED = re.compile(r"<([A-Z]{4})> \((Indonesian|English|Sundanese)\)\n(.*?)\n</\1>", re.DOTALL)


@dataclass(frozen=True)
class Prompted:
    """What the model was asked: the rules, the evidence by key, and the whole request."""

    system: str
    human: str
    body: dict[str, Any]
    headers: dict[str, str]

    @property
    def evidence(self) -> dict[str, str]:
        return {found[1]: found[3] for found in KEYED.finditer(self.human)}


Writer = Callable[[Prompted], str]
Fault = Callable[["Reply"], None]


@dataclass
class OpenAIServer:
    """What the server does next, and what it was asked.

    ``write`` makes the answer's text, sent in pieces of ``piece`` characters. ``statuses``
    are given to the next requests, one each, before any is answered. ``fault`` takes the
    place of the whole reply.
    """

    write: Writer = lambda _: ""
    piece: int = 7
    statuses: list[int] = field(default_factory=list)
    fault: Fault | None = None
    finish: str | None = "stop"
    pause: float = 0.0
    asked: list[Prompted] = field(default_factory=list)
    busy: int = 0
    gone: int = 0
    url: str = ""
    stopping: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)


class Reply:
    """One reply on its way."""

    def __init__(self, handler: BaseHTTPRequestHandler, server: OpenAIServer, text: str) -> None:
        self.handler = handler
        self.server = server
        self.text = text

    def start(self, status: int = 200, kind: str = "text/event-stream", **headers: str) -> None:
        self.handler.send_response(status)
        self.handler.send_header("Content-Type", kind)
        self.handler.send_header("Connection", "close")
        for name, value in headers.items():
            self.handler.send_header(name.replace("_", "-"), value)
        self.handler.end_headers()
        self.handler.close_connection = True

    def send(self, data: bytes) -> None:
        self.handler.wfile.write(data)
        self.handler.wfile.flush()

    def event(self, content: str | None, finish: str | None = None) -> None:
        delta = {} if content is None else {"role": "assistant", "content": content}
        choice = {"index": 0, "delta": delta, "finish_reason": finish}
        chunk = {"id": "c", "object": "chat.completion.chunk", "created": 0, "model": "m"}
        self.send(b"data: " + json.dumps(chunk | {"choices": [choice]}).encode() + b"\n\n")

    def pieces(self) -> Iterator[str]:
        size = self.server.piece
        return (self.text[i : i + size] for i in range(0, len(self.text), size))

    def wait(self, seconds: float) -> None:
        """Wait, until the test is over or the client has left."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and not self.server.stopping.wait(0.02):
            if self.left():
                raise BrokenPipeError
        if self.server.stopping.is_set():
            raise BrokenPipeError

    def left(self) -> bool:
        connection = self.handler.connection
        connection.settimeout(0)
        try:
            return connection.recv(1, socket.MSG_PEEK) == b""
        except BlockingIOError:
            return False
        except OSError:
            return True
        finally:
            with suppress(OSError):
                connection.settimeout(None)

    def whole(self) -> None:
        self.start()
        for piece in self.pieces():
            self.event(piece)
            if self.server.pause:
                self.wait(self.server.pause)
        self.event(None, self.server.finish)
        self.send(b"data: [DONE]\n\n")


def silence(reply: Reply) -> None:
    reply.wait(60)


def silence_after_headers(reply: Reply) -> None:
    reply.start()
    reply.wait(60)


def comments(reply: Reply) -> None:
    """Keep the connection alive and say nothing."""
    reply.start()
    while True:
        reply.send(b": keep-alive\n\n")
        reply.wait(0.05)


def drip(reply: Reply) -> None:
    """Say one letter again and again, each just in time."""
    reply.start()
    while True:
        reply.event("a")
        reply.wait(0.05)


def endless(reply: Reply) -> None:
    reply.start()
    while True:
        reply.event("tanpa akhir " * 50)


def endless_line(reply: Reply) -> None:
    """Send an event that never ends."""
    reply.start()
    reply.send(b'data: {"choices": [{"delta": {"content": "')
    while True:
        reply.send(b"a" * 65_536)


def stall_after_text(reply: Reply) -> None:
    reply.start()
    for piece in reply.pieces():
        reply.event(piece)
    reply.wait(60)


def cut_after_text(reply: Reply) -> None:
    """End the connection without saying that the answer is whole."""
    reply.start()
    for piece in reply.pieces():
        reply.event(piece)


def error_after_text(reply: Reply) -> None:
    reply.start()
    for piece in reply.pieces():
        reply.event(piece)
    reply.send(b'data: {"error": {"message": "out of memory", "code": 500}}\n\n')


def reset_after_text(reply: Reply) -> None:
    cut_after_text(reply)
    reply.wait(0.2)  # what has not been read yet is lost with the connection
    option = (1).to_bytes(4, "little") + (0).to_bytes(4, "little")
    reply.handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, option)
    reply.handler.connection.close()


def no_json(reply: Reply) -> None:
    reply.start()
    reply.send(b"data: {this is no JSON\n\n" * 3 + b"data: [DONE]\n\n")


def a_web_page(reply: Reply) -> None:
    reply.start(kind="text/html")
    reply.send(b"<html><body>Welcome to the router</body></html>")


def no_events(reply: Reply) -> None:
    reply.start()
    reply.send(b"data: [DONE]\n\n")


def noise(reply: Reply) -> None:
    reply.send(bytes(range(256)) * 64)


def compressed(reply: Reply) -> None:
    reply.start(Content_Encoding="gzip")
    reply.send(b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03")


@contextmanager
def openai_server() -> Iterator[OpenAIServer]:
    """Serve on a free port of this machine; ``url`` is the base URL."""
    control = OpenAIServer()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            with control.lock:
                control.busy += 1
            try:
                self.answer()
            except OSError:
                with control.lock:
                    control.gone += 1
            finally:
                with control.lock:
                    control.busy -= 1

        def answer(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            texts = {message["role"]: message["content"] for message in body["messages"]}
            asked = Prompted(
                texts.get("system", ""), texts["user"], body, dict(self.headers.items())
            )
            with control.lock:
                control.asked.append(asked)
                status = control.statuses.pop(0) if control.statuses else 200
            reply = Reply(self, control, control.write(asked))
            if status != 200:
                reply.start(status, "application/json")
                reply.send(json.dumps({"error": {"message": f"status {status}"}}).encode())
            else:
                (control.fault or Reply.whole)(reply)

        def log_message(self, *_: object) -> None:
            """Say nothing on standard error."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        request_queue_size = 600

        def handle_error(self, *_: object) -> None:
            """Clients that leave are meant."""

    server = Server(("127.0.0.1", 0), Handler)
    control.url = f"http://127.0.0.1:{server.server_port}/v1"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield control
    finally:
        control.stopping.set()
        server.shutdown()
        server.server_close()
        thread.join()
