"""The password of a page that others can reach, asked for as HTTP Basic.

The name does not matter. After ten wrong passwords from one address within a minute,
that address waits until the minute is over, right password or not.
"""

from __future__ import annotations

import base64
import binascii
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Final

__all__ = ["Login"]

ATTEMPTS: Final = 10
WINDOW: Final = 60.0
ADDRESSES: Final = 4_096
"""How many addresses are remembered; the oldest is forgotten first."""


class Login:
    """Tells who may pass. Used from one event loop, so it needs no lock."""

    def __init__(self, password: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._password = password.encode()
        self._clock = clock
        self._wrong: OrderedDict[str, tuple[float, int]] = OrderedDict()

    def status(self, authorization: str, client: str) -> int | None:
        """Return ``None`` to let pass, 401 to ask for the password, 429 to make wait.

        Args:
            authorization: The header of that name, empty when there is none.
            client: The address that the request comes from.
        """
        since, wrong = self._wrong.get(client, (self._clock(), 0))
        if self._clock() - since > WINDOW:
            since, wrong = self._clock(), 0
        if wrong >= ATTEMPTS:
            return 429
        given = _password(authorization)
        if given is None:
            return 401
        if secrets.compare_digest(given, self._password):
            self._wrong.pop(client, None)
            return None
        self._wrong[client] = (since, wrong + 1)
        while len(self._wrong) > ADDRESSES:
            self._wrong.popitem(last=False)
        return 401


def _password(authorization: str) -> bytes | None:
    scheme, _, encoded = authorization.partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        _, found, password = base64.b64decode(encoded, validate=True).partition(b":")
    except (binascii.Error, ValueError):
        return None
    return password if found else None
