"""The cookie that tells visitors apart: random, HttpOnly, never readable by a script."""

from __future__ import annotations

import re
import secrets
from http.cookies import CookieError, SimpleCookie
from typing import Final

__all__ = ["new_visitor_cookie", "visitor_id"]

NAME: Final = "sitir_visitor"
ONE_YEAR: Final = 365 * 86_400
_ID: Final = re.compile(r"[0-9a-f]{32}")


def visitor_id(cookie_header: str) -> str | None:
    """Return the visitor's id from a ``Cookie`` header, or ``None`` when it holds none of ours."""
    try:
        found = SimpleCookie(cookie_header).get(NAME)
    except CookieError:
        return None
    return found.value if found is not None and _ID.fullmatch(found.value) else None


def new_visitor_cookie(*, secure: bool) -> str:
    """Return the ``Set-Cookie`` value for a new visitor.

    ``SameSite=Lax``: with ``Strict`` a visitor who follows a link from elsewhere would
    arrive without the cookie and lose the earlier one.
    """
    parts = [f"{NAME}={secrets.token_hex(16)}", "Path=/", f"Max-Age={ONE_YEAR}",
             "HttpOnly", "SameSite=Lax"]  # fmt: skip
    return "; ".join([*parts, "Secure"] if secure else parts)
