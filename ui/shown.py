"""What a handler changes on the page: HTML by region."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Final

from ui.markup import text
from ui.visit import Preferences

__all__ = ["REGIONS", "Shown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """New content of regions of the page, as HTML; ``None`` leaves one as it is.

    ``live`` is the turn that was asked last, ``thread`` the turns before it; ``preferences``
    go back to the browser. ``said`` is plain text for screen readers.
    """

    header: str | None = None
    conversations: str | None = None
    thread: str | None = None
    live: str | None = None
    composer: str | None = None
    source: str | None = None
    library: str | None = None
    check: str | None = None
    report: str | None = None
    brief: str | None = None
    briefing: str | None = None
    settings: str | None = None
    said: str | None = None
    preferences: Preferences | None = None

    @property
    def announcement(self) -> str | None:
        """What is said, as HTML of the live region."""
        return None if self.said is None else text(self.said)


REGIONS: Final[tuple[str, ...]] = tuple(
    "announcement" if field.name == "said" else field.name
    for field in fields(Shown)
    if field.name != "preferences"
)
"""The regions, as attributes of ``Shown`` and ids of the page's parts."""
