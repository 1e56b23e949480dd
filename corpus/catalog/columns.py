"""The kinds of column that the tables of the catalog are made of."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Column, ForeignKey, Integer, String, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

__all__ = ["UtcDateTime", "child_of", "number", "text"]


class UtcDateTime(TypeDecorator[datetime]):
    """An aware time, stored as ISO 8601 text in UTC, which sorts as time does."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Return ``value`` as text in UTC."""
        return None if value is None else value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Return the stored text as an aware time."""
        return None if value is None else datetime.fromisoformat(value)


def child_of(parent: str, *, primary_key: bool = False, index: bool = False) -> Column[str]:
    """Return the column by which a row hangs on, and goes with, a row of ``table.column``."""
    table, column = parent.split(".")
    key = ForeignKey(f"{table}.{column}", ondelete="CASCADE")
    return Column(column, String, key, nullable=False, primary_key=primary_key, index=index)


def number(name: str, *, optional: bool = False) -> Column[int]:
    """Return a column of numbers."""
    return Column(name, Integer, nullable=optional)


def text(name: str, *, optional: bool = False) -> Column[str]:
    """Return a column of texts."""
    return Column(name, Text, nullable=optional)
