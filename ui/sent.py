"""What the browser sends with an event. Anybody may send anything, so nothing is believed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

__all__ = ["Sent"]

_LONGEST_ID: Final = 300
_LONGEST_JSON: Final = 10_000
_LARGEST: Final = 2**53
_MOST_IDS: Final = 1_000


@dataclass(frozen=True, slots=True)
class Sent:
    """The data of one event, read by name; what is missing or of another kind is empty."""

    values: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, data: object) -> Sent:
        """Wrap what came."""
        return cls(data if isinstance(data, Mapping) else {})

    @classmethod
    def of_json(cls, written: str) -> Sent:
        """Wrap what came as JSON."""
        try:
            return cls.of(json.loads(written[:_LONGEST_JSON]))
        except ValueError:
            return cls()

    def text(self, name: str, longest: int = _LONGEST_ID) -> str:
        """Return a text, cut to ``longest`` characters."""
        value = self.values.get(name)
        return value[:longest] if isinstance(value, str) else ""

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list of texts, e.g. ids."""
        value = self.values.get(name)
        if not isinstance(value, list):
            return ()
        return tuple(item[:_LONGEST_ID] for item in value[:_MOST_IDS] if isinstance(item, str))

    def count(self, name: str) -> int | None:
        """Return a whole number from 0 up, ``None`` for anything else."""
        value = self.values.get(name)
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < _LARGEST:
            return None
        return value

    def minutes(self, name: str, most: int = 16 * 60) -> int:
        """Return minutes, ahead or behind; 0 for what cannot be a clock's."""
        value = self.values.get(name)
        if isinstance(value, bool) or not isinstance(value, int):
            return 0
        return value if -most <= value <= most else 0
