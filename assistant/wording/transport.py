"""Bounds on what a chat client sends and takes, set on the HTTP client inside of it.

Their own settings differ from provider to provider; all of them talk through an ``httpx``
client (or its successor ``httpx2``), whose event hooks see every request and response.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from functools import partial
from typing import Any, Final

from assistant.wording.failures import ModelFailure
from assistant.wording.limits import Limits

__all__ = ["bound_client"]

_PATHS: Final = (
    ("root_async_client", "_client"),
    ("_async_client", "_client"),
    ("async_client", "_api_client", "_async_httpx_client"),
)
"""Where OpenAI's, then Anthropic's and Ollama's, then Google's client keep theirs."""


def bound_client(model: Any, limits: Limits) -> bool:  # noqa: ANN401 - any provider's
    """Bound connecting and the size of responses of a model's client.

    Returns:
        Whether its HTTP client was found. If not, the limits on time and on characters
        hold alone.
    """
    for path in _PATHS:
        client = model
        for name in path:
            client = getattr(client, name, None)
        hooks = getattr(client, "event_hooks", None)
        if client is not None and isinstance(hooks, dict):
            # Clients may be shared: what was set for another model gives way.
            client.event_hooks = {
                "request": [*_others(hooks["request"]), partial(_ask_plainly, limits)],
                "response": [*_others(hooks["response"]), partial(_bound, limits)],
            }
            return True
    return False


def _others(hooks: list[Any]) -> list[Any]:
    return [hook for hook in hooks if getattr(hook, "func", None) not in {_ask_plainly, _bound}]


async def _ask_plainly(limits: Limits, request: Any) -> None:  # noqa: ANN401
    """Ask for no compression, whose result has no bound, and connect in time."""
    request.headers["accept-encoding"] = "identity"
    timeout = request.extensions.get("timeout")
    if isinstance(timeout, dict):
        request.extensions["timeout"] = timeout | {"connect": limits.connect}


async def _bound(limits: Limits, response: Any) -> None:  # noqa: ANN401
    if response.headers.get("content-encoding", "identity") != "identity":
        raise ModelFailure("malformed", "its server compresses though it was asked not to")
    stream = response.stream
    base: Any = next((b for b in type(stream).__mro__ if b.__name__ == "AsyncByteStream"), None)
    if base is None:
        return

    class Bounded(base):  # type: ignore[misc]  # httpx's or httpx2's, whichever it is
        """The same bytes, as many as are allowed."""

        async def __aiter__(self) -> AsyncIterator[bytes]:
            taken = 0
            async for part in stream:
                taken += len(part)
                if taken > limits.most_bytes:
                    most = limits.most_bytes
                    raise ModelFailure("malformed", f"its server sends more than {most} bytes")
                yield part

        async def aclose(self) -> None:
            await stream.aclose()

    response.stream = Bounded()
