"""What stands around the page: refusals, limits, headers, the cookie, the login.

One ASGI layer, so that it also covers what Gradio mounts. It never buffers an answer
but the page itself, whose scripts it marks with the nonce of the policy.
"""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from contextlib import nullcontext
from typing import Any, Final

from ui.cookies import new_visitor_cookie, visitor_id
from ui.frontpage import dress, policy
from ui.login import Login
from ui.routes import refusal
from ui.strings import STRINGS
from ui.uploading import UPLOAD_PATH

__all__ = ["Guard"]

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[MutableMapping[str, Any], Receive, Send], Awaitable[None]]
Headers = list[tuple[bytes, bytes]]

MOST_FRONTS: Final = 16
ANSWERED_BESIDE: Final = 16
"""Requests that Gradio works at beside each other: a crowd that arrives at once waits its
turn, and what needs no turn, ``/health`` say, is answered between."""
LARGEST_BODY: Final = 1_000_000
"""Bytes of a request; a question is cut long before."""

_BUSY: Final = json.dumps({"detail": " · ".join(STRINGS["busy"].values())}).encode()
_STEADY: Final[Headers] = [
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
]
_OURS: Final = frozenset({*(name for name, _ in _STEADY), b"content-security-policy"})


class Guard:
    """An ASGI layer around the whole application.

    ``local_only`` as in ``ui.routes.refusal``; ``password``, when there is one, is
    asked for on every route. ``most_uploaded`` is how many bytes an uploaded file may have;
    it is passed on as it comes, never held here.
    """

    def __init__(
        self, app: App, *, local_only: bool, password: str = "", most_uploaded: int = LARGEST_BODY
    ) -> None:
        self._app = app
        self._fronts: dict[tuple[str, str], str] = {}
        self._turns = asyncio.Semaphore(ANSWERED_BESIDE)
        self._most_uploaded = most_uploaded
        self._local_only = local_only
        self._login = Login(password) if password else None

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """Answer one request, or pass it on."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        nonce = secrets.token_urlsafe(16)
        headers = {name.decode("latin-1"): value.decode("latin-1")
                   for name, value in scope["headers"]}  # fmt: skip
        guarded = _with_headers(send, policy(nonce), _caching(scope["path"]))
        status, extra = self._status(scope, headers)
        if status is not None:
            await _refuse(guarded, status, extra)
            return
        if scope["method"] == "GET" and scope["path"] == "/":
            front = _Front(guarded, scope, headers, nonce, self._fronts)
            if await front.sent_again():
                return
            guarded = front
            # What stands behind the address is for the page's own script, not for Gradio.
            plain = _without(scope["headers"], frozenset({b"accept-encoding"}))
            scope = {**scope, "query_string": b"", "headers": plain}
        elif scope["path"] == "/gradio_api/queue/join":
            guarded = _Busy(guarded)
        if scope["path"] == UPLOAD_PATH:
            await self._app(scope, _counted(receive, self._most_uploaded), guarded)
            return
        body = await _body(receive)
        if body is None:
            await _refuse(guarded, 413, [])
            return
        in_turn = scope["path"] == "/gradio_api/run/predict"
        async with self._turns if in_turn else nullcontext():
            await self._app(scope, _again(body, receive), guarded)

    def _status(
        self, scope: MutableMapping[str, Any], headers: dict[str, str]
    ) -> tuple[int | None, Headers]:
        """Return the status that refuses the request, with its headers, or ``None``."""
        refused = refusal(scope["method"], scope["path"], headers, local_only=self._local_only)
        if refused is not None:
            return refused, []
        length = headers.get("content-length", "0")
        if not length.isdecimal():
            return 400, []
        most = self._most_uploaded if scope["path"] == UPLOAD_PATH else LARGEST_BODY
        if int(length[:20]) > most:
            return 413, []
        if self._login is None:
            return None, []
        client = (scope.get("client") or ("",))[0]
        status = self._login.status(headers.get("authorization", ""), client)
        extra: Headers = [(b"www-authenticate", b'Basic realm="Sitir", charset="UTF-8"')]
        return status, extra if status == 401 else []  # noqa: PLR2004


async def _refuse(send: Send, status: int, extra: Headers) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), *extra]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b"refused\n"})


def _caching(path: str) -> bytes | None:
    if path.startswith("/assets/"):
        return b"private, max-age=31536000, immutable"
    return b"no-store" if path == "/" else None


def _with_headers(send: Send, csp: str, caching: bytes | None) -> Send:
    added = [*_STEADY, (b"content-security-policy", csp.encode())]
    dropped = _OURS
    if caching is not None:
        added.append((b"cache-control", caching))
        dropped = _OURS | {b"cache-control"}

    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            kept = _without(message["headers"], dropped)
            message = {**message, "headers": [*kept, *added]}
        await send(message)

    return guarded


def _without(headers: Iterable[tuple[bytes, bytes]], names: frozenset[bytes]) -> Headers:
    return [(name, value) for name, value in headers if name.lower() not in names]


async def _body(receive: Receive) -> bytes | None:
    """Return the whole body, or ``None`` when it is longer than it may be.

    It is read here because a request may say no length, or a wrong one.
    """
    parts: list[bytes] = []
    while sum(map(len, parts)) <= LARGEST_BODY:
        message = await receive()
        parts.append(message.get("body", b""))
        if not message.get("more_body", False):
            return b"".join(parts)
    return None


def _counted(receive: Receive, most: int) -> Receive:
    """Return a ``receive`` that ends, as if the sender had gone, after ``most`` bytes.

    The length that a request says is checked before; this is for one that says none.
    """
    seen = 0

    async def counted() -> Message:
        nonlocal seen
        if seen > most:
            return {"type": "http.disconnect"}
        message = await receive()
        seen += len(message.get("body", b""))
        return {"type": "http.disconnect"} if seen > most else message

    return counted


def _again(body: bytes, receive: Receive) -> Receive:
    """Return a ``receive`` that gives ``body`` once, then what really comes."""
    given = False

    async def again() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return again


class _Whole:
    """Hold an answer back until it is whole, then send it with another body."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._start: Message = {}
        self._body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._start = message
            return
        self._body += message.get("body", b"")
        if message.get("more_body", False):
            return
        status, body, extra = self.replace(self._start["status"], self._body)
        sizes = frozenset({b"content-length"})
        headers = [
            *_without(self._start["headers"], sizes),
            (b"content-length", str(len(body)).encode()),
            *extra,
        ]
        await self._send({**self._start, "status": status, "headers": headers})
        await self._send({"type": "http.response.body", "body": body})

    def replace(self, status: int, body: bytes) -> tuple[int, bytes, Headers]:
        """Return the status and the body to send instead, and further headers."""
        raise NotImplementedError


class _Front(_Whole):
    """The page itself: its scripts marked, its language set, a cookie for a new visitor.

    Gradio composes the document anew for each visitor, which takes longer than an answer;
    it only differs by the host's name, so it is composed once for each.
    """

    def __init__(
        self,
        send: Send,
        scope: MutableMapping[str, Any],
        headers: dict[str, str],
        nonce: str,
        fronts: dict[tuple[str, str], str],
    ) -> None:
        super().__init__(send)
        self._key = (str(scope.get("scheme")), headers.get("host", ""))
        self._nonce = nonce
        self._accepted = headers.get("accept-language", "")
        self._fronts = fronts
        self._cookie: Headers = []
        if visitor_id(headers.get("cookie", "")) is None:
            cookie = new_visitor_cookie(secure=scope.get("scheme") == "https")
            self._cookie = [(b"set-cookie", cookie.encode())]

    async def sent_again(self) -> bool:
        """Send the document as it was composed before; tell whether there is one."""
        if self._key not in self._fronts:
            return False
        headers = [(b"content-type", b"text/html; charset=utf-8")]
        await self({"type": "http.response.start", "status": 200, "headers": headers})
        await self({"type": "http.response.body", "body": self._fronts[self._key].encode()})
        return True

    def replace(self, status: int, body: bytes) -> tuple[int, bytes, Headers]:
        if status != 200:  # noqa: PLR2004
            return status, body, self._cookie
        document = body.decode()
        if len(self._fronts) >= MOST_FRONTS:
            self._fronts.clear()
        self._fronts[self._key] = document
        return status, dress(document, self._nonce, self._accepted).encode(), self._cookie


class _Busy(_Whole):
    """A full queue says so in the three languages.

    As 429: for a 503 Gradio's own script shows its English words instead.
    """

    def replace(self, status: int, body: bytes) -> tuple[int, bytes, Headers]:
        return (429, _BUSY, []) if status == 503 else (status, body, [])  # noqa: PLR2004
