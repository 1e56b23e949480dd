"""What goes wrong with a language model, sorted by what can be done about it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

__all__ = ["FailureKind", "ModelFailure", "read_failure"]

FailureKind = Literal["unreachable", "refused", "busy", "stalled", "malformed", "resting"]
"""``unreachable``: no name, no connection, no secure one. ``refused``: the server does not
serve this model or this key. ``busy``: it is overloaded or broken, asking again may help.
``stalled``: it fell silent or did not end. ``malformed``: what it sent is no answer.
``resting``: it was not asked, because it has failed before."""

_TOO_MANY: Final = 429
_BROKEN: Final = range(500, 600)
_REFUSED: Final = range(400, 500)
_NOT_SERVED: Final = frozenset({401, 402, 403, 404, 407})
_LONGEST_DETAIL: Final = 200
_DEEPEST: Final = 8
_NO_CONNECTION: Final = ("ConnectError", "ConnectTimeout", "APIConnectionError", "ConnectionError")
_CUT_OFF: Final = ("RemoteProtocolError", "ReadError", "IncompleteRead", "WriteError")


class ModelFailure(Exception):  # noqa: N818 - it is an outcome, handled where it arises
    """A call of a language model came to nothing, or broke off.

    ``status`` is that of the server's reply, ``retry_after`` how many seconds it asks to be
    left alone; ``partial`` tells that some of the answer had come before.
    """

    def __init__(
        self,
        kind: FailureKind,
        detail: str,
        *,
        status: int | None = None,
        retry_after: float | None = None,
        partial: bool = False,
    ) -> None:
        super().__init__(f"{kind}: {detail}")
        self.kind: FailureKind = kind
        self.detail = detail
        self.status = status
        self.retry_after = retry_after
        self.partial = partial

    @property
    def shows_absence(self) -> bool:
        """Whether the next call would most likely fail as well."""
        if self.partial:
            return False
        return self.kind in {"unreachable", "stalled"} or self.status in _NOT_SERVED


def read_failure(error: BaseException) -> ModelFailure:
    """Return what an error of any provider's client means.

    The clients share no base class; what they share is a status code, and names of
    transport errors in the chain of causes.
    """
    chain = tuple(_chain(error))
    detail = f"{type(error).__name__}: {error}".strip(": ")[:_LONGEST_DETAIL]
    for link in chain:
        if isinstance(link, ModelFailure):
            return link
        status = _status(link)
        if status == _TOO_MANY or status in _BROKEN:
            return ModelFailure("busy", detail, status=status, retry_after=_retry_after(link))
        if status in _REFUSED:
            return ModelFailure("refused", detail, status=status)
    names = {base.__name__ for link in chain for base in type(link).__mro__}
    if names & set(_CUT_OFF):
        return ModelFailure("malformed", detail)
    if names & set(_NO_CONNECTION) or any(isinstance(link, OSError) for link in chain):
        # A read that takes too long is an OSError's cousin in some clients, not in others.
        stalled = "TimeoutError" in names and not names & {"ConnectTimeout", "APITimeoutError"}
        return ModelFailure("stalled" if stalled else "unreachable", detail)
    return ModelFailure("malformed", detail)


def _chain(error: BaseException) -> Iterator[BaseException]:
    link: BaseException | None = error
    for _ in range(_DEEPEST):
        if link is None:
            return
        yield link
        link = link.__cause__ or link.__context__


def _status(error: BaseException) -> int | None:
    for name in ("status_code", "code"):
        value = getattr(error, name, None)
        if isinstance(value, int) and not isinstance(value, bool):
            return value
    return None


def _retry_after(error: BaseException) -> float | None:
    headers = getattr(getattr(error, "response", None), "headers", None)
    if headers is None:
        return None
    try:
        return max(0.0, float(headers.get("retry-after", "")))
    except (TypeError, ValueError):
        return None
