"""The work that the catalog's changes leave to the index.

A row says only where: the index is brought to what the catalog holds at the time the
row is worked off, so doing it twice, or in another order, does no harm.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, insert, select

from corpus.catalog.schema import outbox
from corpus.language import Language

__all__ = ["Pending", "add_pending", "clear_pending", "count_pending", "load_pending"]


@dataclass(frozen=True, slots=True)
class Pending:
    """A place in the index that is to be brought up to the catalog."""

    outbox_id: int
    entry_id: str
    language: Language


def add_pending(connection: Connection, places: Iterable[tuple[str, Language]]) -> None:
    """Leave the index the work at these (entry id, language) places."""
    rows = [{"entry_id": entry_id, "language": language} for entry_id, language in places]
    if rows:
        connection.execute(insert(outbox), rows)


def load_pending(connection: Connection, limit: int) -> tuple[Pending, ...]:
    """Return the oldest work, at most ``limit`` places."""
    rows = connection.execute(select(outbox).order_by(outbox.c.outbox_id).limit(limit))
    return tuple(Pending(row.outbox_id, row.entry_id, row.language) for row in rows)


def clear_pending(connection: Connection, up_to: int | None = None) -> None:
    """Forget the work that is done: up to that outbox id, or all."""
    done = delete(outbox)
    connection.execute(done if up_to is None else done.where(outbox.c.outbox_id <= up_to))


def count_pending(connection: Connection) -> int:
    """Return how many places are to be brought up."""
    return connection.scalar(select(func.count()).select_from(outbox)) or 0
