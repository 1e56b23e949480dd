"""Briefings that a language model worded, kept for a while.

It would word them otherwise the next time, and take long: the file must hold what was
shown. What the text's own sentences give is made anew instead, so nothing here is needed
by another process: it would word the briefing itself.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Hashable
from typing import Final

from assistant import Briefing

__all__ = ["Briefings"]

_MOST: Final = 64
_QUOTED: Final = "extractive"


class Briefings:
    """The worded briefings that were made last, by what was asked; for several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: OrderedDict[Hashable, Briefing] = OrderedDict()

    def keep(self, asked: Hashable, briefing: Briefing) -> None:
        """Keep a briefing that a model worded."""
        if briefing.generator == _QUOTED:
            return
        with self._lock:
            self._kept[asked] = briefing
            self._kept.move_to_end(asked)
            while len(self._kept) > _MOST:
                self._kept.popitem(last=False)

    def kept(self, asked: Hashable) -> Briefing | None:
        """Return the briefing that was shown for what is asked, if it is kept."""
        with self._lock:
            return self._kept.get(asked)
