"""What a build tells while it goes on, and how it is stopped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic
from typing import Final, Literal, TypeVar

from corpus.errors import DocumentError

__all__ = ["NOBODY", "Cancelled", "Progress", "Step", "Watch", "Watcher"]

Step = Literal["reading", "structure", "splitting", "encoding", "storing"]
"""The steps of a document, in order; one whose work is done already may be left out."""

T = TypeVar("T")


class Cancelled(Exception):  # noqa: N818 - no error: somebody asked for it
    """The build was stopped from outside; nothing of the document was stored."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a document is: ``done`` of ``total`` of a step; ``name`` is its file's."""

    document_id: str
    name: str
    step: Step
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Watcher:
    """Who watches a build.

    ``progress`` is told of each step; ``cancelled`` is asked between steps, paragraphs
    and batches of vectors, and stops the build when it says so, until the document is
    stored; a document may take ``seconds``.
    """

    progress: Callable[[Progress], None] = lambda _: None
    cancelled: Callable[[], bool] = lambda: False
    seconds: float = float("inf")


NOBODY: Final = Watcher()


class Watch:
    """One document under a watcher."""

    def __init__(self, document_id: str, name: str, watcher: Watcher) -> None:
        """Begin to watch now."""
        self._document_id = document_id
        self._name = name
        self._watcher = watcher
        self._ends = monotonic() + watcher.seconds

    def check(self) -> None:
        """Stop if that is wanted, or if it takes too long.

        Raises:
            Cancelled: It is.
            DocumentError: It does.
        """
        if self._watcher.cancelled():
            raise Cancelled
        if monotonic() > self._ends:
            raise DocumentError(
                f"{self._name!r} takes more than {self._watcher.seconds:g} seconds: split it "
                "into smaller files"
            )

    def begin(self, step: Step, done: int = 0, total: int = 1) -> None:
        """Tell that a step is at ``done`` of ``total``, unless it is to stop.

        Raises:
            Cancelled: It is.
            DocumentError: It takes too long.
        """
        self.check()
        self._watcher.progress(Progress(self._document_id, self._name, step, done, total))

    def end(self) -> None:
        """Tell that all is stored; it is too late to stop."""
        self._watcher.progress(Progress(self._document_id, self._name, "storing", 1, 1))

    def encoded(self, done: int, total: int) -> None:
        """Tell how many of the texts are encoded; as ``begin``."""
        self.begin("encoding", done, total)
        if done == total:
            self.begin("storing")

    def over(self, work: Callable[[str], T]) -> Callable[[str], T]:
        """Return ``work`` with a check before each piece of it."""

        def checked(text: str) -> T:
            self.check()
            return work(text)

        return checked
