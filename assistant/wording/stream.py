"""A language model's answer as it comes, under time limits that are kept whatever it does.

The calls run on an event loop of their own, in one thread of the process: there a call can
be cancelled at any moment, which closes its connection, while a thread that waits for a
silent server could only be abandoned. The clients' own limits do not do: what trickles in
resets them (langchain#35597).
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from queue import Empty, SimpleQueue
from time import monotonic
from typing import Final

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessageChunk, BaseMessage

from assistant.wording.failures import ModelFailure, read_failure
from assistant.wording.limits import Limits

__all__ = ["stream_text"]

_REASONS: Final = ("finish_reason", "stop_reason", "done_reason")
_CUT_SHORT: Final = frozenset({"length", "max_tokens", "MAX_TOKENS"})
_GRACE: Final = 5.0
"""How long the loop may be late, in seconds, before it is taken to be stuck."""

_CLOSING: Final = 1.0

_Piece = str | ModelFailure | None
"""Some text, or how it failed, or ``None``: it has ended."""


def stream_text(
    model: BaseChatModel, messages: Sequence[BaseMessage], limits: Limits, *, ends_said: bool = True
) -> Iterator[str]:
    """Yield the text of a model's answer as it comes; nothing (``""``) at every beat.

    Closing the iterator cancels the call and its connection.

    Args:
        model: The model.
        messages: What it is asked.
        limits: How long it may take and how much it may say.
        ends_said: Whether its server says when an answer is whole. Then one that just
            ends is taken to be cut off.

    Raises:
        ModelFailure: It did not answer, or broke off.
    """
    inbox: SimpleQueue[_Piece] = SimpleQueue()
    call = _Call(model, tuple(messages), limits, ends_said, inbox.put)
    running = asyncio.run_coroutine_threadsafe(call.run(), _loop())
    latest = monotonic() + limits.total + _GRACE
    try:
        while True:
            try:
                piece = inbox.get(timeout=limits.beat)
            except Empty:
                if monotonic() > latest:
                    raise ModelFailure("stalled", "its client does not return") from None
                yield ""
                continue
            if piece is None:
                return
            if isinstance(piece, ModelFailure):
                raise piece
            yield piece
    finally:
        running.cancel()


@lru_cache(maxsize=1)
def _loop() -> asyncio.AbstractEventLoop:
    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever, name="chat-models", daemon=True).start()
    return loop


class _Call:
    """One answer, with its retries; runs on the loop and gives pieces away."""

    def __init__(
        self,
        model: BaseChatModel,
        messages: tuple[BaseMessage, ...],
        limits: Limits,
        ends_said: bool,
        give: Callable[[_Piece], None],
    ) -> None:
        self._model = model
        self._messages = messages
        self._limits = limits
        self._ends_said = ends_said
        self._give = give
        self._characters = 0

    async def run(self) -> None:
        try:
            async with asyncio.timeout(self._limits.total):
                await self._with_retries()
        except TimeoutError:
            self._fail(ModelFailure("stalled", f"no end after {self._limits.total:g} s"))
        except ModelFailure as failure:
            self._fail(failure)
        except Exception as error:  # noqa: BLE001 - a client may raise anything
            self._fail(read_failure(error))
        else:
            self._give(None)

    def _fail(self, failure: ModelFailure) -> None:
        failure.partial = self._characters > 0
        self._give(failure)

    async def _with_retries(self) -> None:
        limits = self._limits
        for attempt in range(limits.retries + 1):
            try:
                await self._attempt()
            except Exception as error:
                failure = read_failure(error)
                if failure.kind != "busy" or self._characters or attempt == limits.retries:
                    raise failure from error
                wait = failure.retry_after or limits.retry_wait * 2**attempt
                await asyncio.sleep(min(wait, limits.longest_retry_wait))
            else:
                return

    async def _attempt(self) -> None:
        limits = self._limits
        pieces = self._model.astream(list(self._messages))
        wait, waiting_for = limits.first_token, "first token"
        reason = ""
        try:
            while True:
                try:
                    async with asyncio.timeout(wait):
                        chunk = await anext(pieces, None)
                except TimeoutError as error:
                    raise ModelFailure("stalled", f"no {waiting_for} in {wait:g} s") from error
                if chunk is None:
                    break
                _heed_cancelling()
                wait, waiting_for = limits.gap, "further piece"
                reason = _reason(chunk) or reason
                self._pass_on(str(chunk.text))
        finally:
            with suppress(Exception):
                async with asyncio.timeout(_CLOSING):
                    await pieces.aclose()  # type: ignore[attr-defined]  # it is a generator
        self._judge_end(reason)

    def _pass_on(self, text: str) -> None:
        if not text:
            return
        self._characters += len(text)
        if self._characters > self._limits.most_characters:
            most = self._limits.most_characters
            raise ModelFailure("malformed", f"it says more than {most} characters")
        self._give(text)

    def _judge_end(self, reason: str) -> None:
        if not self._characters:
            raise ModelFailure("malformed", "its answer is empty")
        if reason in _CUT_SHORT:
            raise ModelFailure("malformed", f"its answer is cut short ({reason})")
        if not reason and self._ends_said:
            raise ModelFailure("malformed", "its answer broke off")


def _heed_cancelling() -> None:
    """Cancel the call if it was to be: ``asyncio.wait_for``, which clients use, may lose it.

    Up to Python 3.11 it does when what it waits for comes at the same moment.
    """
    task = asyncio.current_task()
    if task is not None and task.cancelling():
        raise asyncio.CancelledError


def _reason(chunk: AIMessageChunk) -> str:
    """Return why the model stopped, in its provider's word, or nothing."""
    return next(
        (str(chunk.response_metadata[n]) for n in _REASONS if chunk.response_metadata.get(n)), ""
    )
