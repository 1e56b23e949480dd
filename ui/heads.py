"""A request's head may only be so long.

uvicorn's fast parser collects an address or a header of any length before the
application sees it; here the connection is refused as soon as it is too much.
"""

from __future__ import annotations

from typing import Final

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

__all__ = ["LONGEST_HEAD", "BoundedProtocol"]

LONGEST_HEAD: Final = 128_000
"""Bytes of a request before its body."""


class BoundedProtocol(HttpToolsProtocol):
    """uvicorn's protocol, with a bound."""

    _head = 0
    _in_body = False

    def data_received(self, data: bytes) -> None:
        """Refuse a head that is too long with 400; pass everything else on."""
        if not self._in_body:
            self._head += len(data)
        if self._head > LONGEST_HEAD:
            self.send_400_response("the head of the request is too long")
            self._head = 0
            return
        super().data_received(data)

    def on_headers_complete(self) -> None:
        """Note that the body begins."""
        self._in_body, self._head = True, 0
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """Note that the next head begins."""
        self._in_body = False
        super().on_message_complete()
