"""Bringing a catalog of an older schema up to this one, step by step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from sqlalchemy import Connection

__all__ = ["MIGRATIONS", "SCHEMA_VERSION", "migrate"]

Migration = Callable[[Connection], None]

MIGRATIONS: Final[tuple[Migration, ...]] = ()
"""The step at place ``i`` brings schema version ``i + 1`` to ``i + 2``."""

SCHEMA_VERSION: Final = 1 + len(MIGRATIONS)


def migrate(connection: Connection, found: int, steps: tuple[Migration, ...] = MIGRATIONS) -> int:
    """Run the steps that lead on from schema version ``found``; return the version reached."""
    for step in steps[found - 1 :]:
        step(connection)
    return 1 + len(steps)
