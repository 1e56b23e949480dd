"""Answers that are being written, so that their visitors can stop them."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["Stops"]


class Stops:
    """Which answers are being written here, by visitor and by the browser's own number.

    It empties itself: an answer is in it only while it is written.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._running: dict[tuple[str, str], threading.Event] = {}

    @contextmanager
    def running(self, visitor_id: str, asking: str) -> Iterator[threading.Event]:
        """Give the event that is set when the visitor wants this answer stopped."""
        event = threading.Event()
        key = (visitor_id, asking)
        with self._lock:
            self._running[key] = event
        try:
            yield event
        finally:
            with self._lock:
                if self._running.get(key) is event:
                    del self._running[key]

    def stop(self, visitor_id: str, asking: str) -> bool:
        """Ask for an answer of this visitor to stop; tell whether it was being written."""
        with self._lock:
            event = self._running.get((visitor_id, asking))
        if event is not None:
            event.set()
        return event is not None

    def __len__(self) -> int:
        """Return how many answers are being written."""
        with self._lock:
            return len(self._running)
