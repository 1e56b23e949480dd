"""Which requests the page lets through. All others are refused, whatever Gradio offers.

Gradio brings routes that read files, fetch addresses, take uploads and show what runs
inside; the page uses none of them, so only what it does use is open. Files come in by a
route of the page's own, which takes a file and nothing that could name one.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Mapping
from typing import Final
from urllib.parse import unquote, urlsplit

__all__ = ["is_loopback", "refusal"]

_NAME: Final = r"[A-Za-z0-9_.-]+"
OPEN: Final[Mapping[str, tuple[re.Pattern[str], ...]]] = {
    "GET": tuple(
        re.compile(pattern)
        for pattern in (
            r"/",
            r"/health",
            r"/favicon\.ico",
            r"/theme\.css",
            rf"/(?:assets|static|sitir)(?:/{_NAME})+",
            rf"/gradio_api/heartbeat/{_NAME}",
            r"/gradio_api/queue/data",
            r"/gradio_api/startup-events",
        )
    ),
    "POST": tuple(
        re.compile(pattern)
        for pattern in (
            r"/gradio_api/(?:queue/join|run/predict|reset/?|cancel)",
            r"/sitir/upload",
        )
    ),
}
"""What is open, by method; ``HEAD`` is as ``GET``."""

_FORBIDDEN: Final = re.compile(r"gradio_api|file=|/file/|proxy=|upload", re.IGNORECASE)
_UNQUOTINGS: Final = 3


def refusal(method: str, path: str, headers: Mapping[str, str], *, local_only: bool) -> int | None:
    """Return the status that refuses a request, or ``None`` for one that may pass.

    Args:
        method: ``GET``, ``POST``, …
        path: The path, percent-decoded once.
        headers: The request's headers, names in lower case.
        local_only: Whether only this machine's own names are answered; a page that
            is bound to loopback without a password must not answer to a foreign name
            that was made to point here (DNS rebinding).
    """
    host = headers.get("host", "")
    if local_only and not is_loopback(_host_name(host)):
        return 403
    if method not in {"GET", "HEAD"} and not _same_origin(headers, host):
        return 403
    table = OPEN.get("GET" if method == "HEAD" else method)
    if table is None:
        return 405
    if ".." not in path and any(pattern.fullmatch(path) for pattern in table):
        return None
    return 403 if _FORBIDDEN.search(_decoded(path)) else 404


def is_loopback(host: str) -> bool:
    """Tell whether ``host`` can only be reached from this machine."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _decoded(path: str) -> str:
    for _ in range(_UNQUOTINGS):
        path = unquote(path)
    return path


def _host_name(host: str) -> str:
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def _same_origin(headers: Mapping[str, str], host: str) -> bool:
    """Tell whether a request that changes something comes from this page, or from no page."""
    if headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        return False
    origin = headers.get("origin")
    return origin is None or origin in {f"http://{host}", f"https://{host}"}
