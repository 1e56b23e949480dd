"""A circuit breaker: a model that keeps failing is left alone for a while.

After Nygard, *Release It!* (2007). Here the trial that closes it again is not a reader's
question: nobody waits for a dead model twice.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from time import monotonic
from typing import Literal

from assistant.wording.failures import ModelFailure

__all__ = ["Breaker"]


class Breaker:
    """Counts failures and says whether to call; thread-safe."""

    def __init__(
        self, failures: int, cool_down: float, clock: Callable[[], float] = monotonic
    ) -> None:
        """Open after ``failures`` in a row, for ``cool_down`` seconds before each trial."""
        self._most = failures
        self._cool_down = cool_down
        self._clock = clock
        self._lock = threading.Lock()
        self._failed = 0
        self._opened: float | None = None
        self._on_trial = False

    @property
    def is_open(self) -> bool:
        """Whether the model is being left alone."""
        with self._lock:
            return self._opened is not None

    def decide(self) -> Literal["call", "trial", "skip"]:
        """Return what to do with a question that comes now.

        ``trial`` is said once in a cool-down: answer without the model, try it meanwhile,
        and tell ``succeeded`` or ``failed``.
        """
        with self._lock:
            if self._opened is None:
                return "call"
            if self._on_trial or self._clock() - self._opened < self._cool_down:
                return "skip"
            self._on_trial = True
            return "trial"

    def succeeded(self) -> None:
        """Close: the model answers."""
        with self._lock:
            self._failed, self._opened, self._on_trial = 0, None, False

    def failed(self, failure: ModelFailure) -> None:
        """Count a failure; open when it is one too many, or stay open for another while."""
        with self._lock:
            self._failed += 1
            trial, self._on_trial = self._on_trial, False
            if trial or failure.shows_absence or self._failed >= self._most:
                self._opened = self._clock()
