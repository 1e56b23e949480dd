"""What the catalog knows of itself and of its index: small values under fixed keys."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, delete, insert, select

from corpus.catalog.schema import meta
from corpus.statement import IndexStatement

__all__ = ["CatalogState", "Changes", "read_state", "write_state"]

Changes = dict[str, object]
"""New values of fields of ``CatalogState``, by name; ``None`` removes one."""

STATEMENT: Final = "statement"


@dataclass(frozen=True, slots=True)
class CatalogState:
    """The catalog's own state, read at one moment.

    ``generation`` rises with each committed change of documents, ``index_generation``
    each time the index has caught up. ``index_name`` is the folder of the current
    index, empty before the first. ``dirty`` is set in the transaction that leaves work
    to the index and cleared when the index has done it and was closed in good order.
    ``seal`` describes the index's files as of then. ``churn`` counts the vectors
    changed or deleted in the index since it was made. ``setting`` is the encoder's
    name in the settings.
    """

    schema_version: int
    generation: int = 0
    index_generation: int = 0
    index_name: str = ""
    dirty: bool = False
    seal: str = ""
    churn: int = 0
    setting: str = ""
    statement: IndexStatement | None = None


def read_state(connection: Connection) -> CatalogState:
    """Return the state, with defaults for what was never written."""
    rows = connection.execute(select(meta.c.key, meta.c.value)).all()
    values = {row.key: json.loads(row.value) for row in rows}
    statement = values.pop(STATEMENT, None)
    values.setdefault("schema_version", 0)
    known = {name: values[name] for name in CatalogState.__dataclass_fields__ if name in values}
    return CatalogState(
        **known, statement=IndexStatement.from_mapping(statement) if statement else None
    )


def write_state(connection: Connection, changes: Changes) -> None:
    """Store new values of some fields of the state."""
    for name, value in changes.items():
        connection.execute(delete(meta).where(meta.c.key == name))
        if value is None:
            continue
        plain = value.to_mapping() if isinstance(value, IndexStatement) else value
        connection.execute(insert(meta).values(key=name, value=json.dumps(plain)))
