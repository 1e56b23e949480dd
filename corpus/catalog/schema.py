"""The tables of the catalog.

Every order that a record has is stored as a ``position`` or an ``ordinal``, so that what
is read back equals what was put. Deleting a document deletes all that hangs on it, but
for postings: those are deleted by their whole key, so that no index on blocks is needed.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

from sqlalchemy import (
    JSON,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from corpus.language import LANGUAGES

__all__ = [
    "DF_COLUMNS",
    "METADATA",
    "cited_works",
    "conversations",
    "documents",
    "entries",
    "files",
    "meta",
    "outbox",
    "passages",
    "postings",
    "sections",
    "sentences",
    "turns",
    "vectors",
    "versions",
    "words",
]

METADATA: Final = MetaData()

DF_COLUMNS: Final[dict[str, str]] = {language: f"df_{language}" for language in LANGUAGES}
"""The column of ``words`` that counts the entries of a language holding the word."""


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


def _child_of(parent: str, *, primary_key: bool = False, index: bool = False) -> Column[str]:
    table, column = parent.split(".")
    key = ForeignKey(f"{table}.{column}", ondelete="CASCADE")
    return Column(column, String, key, nullable=False, primary_key=primary_key, index=index)


def _number(name: str, *, optional: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=optional)


def _text(name: str, *, optional: bool = False) -> Column[str]:
    return Column(name, Text, nullable=optional)


meta: Final = Table("meta", METADATA, Column("key", String, primary_key=True), _text("value"))

documents: Final = Table(
    "documents",
    METADATA,
    Column("document_id", String, primary_key=True),
    Column("metadata", JSON, nullable=False),
    _text("content_hash"),
    _text("splitter"),
    _text("text"),
    Column("added_at", UtcDateTime, nullable=False),
)

files: Final = Table(
    "files",
    METADATA,
    _child_of("documents.document_id", primary_key=True),
    Column("position", Integer, primary_key=True),
    _text("name"),
    _number("ordinal"),
    _text("sha256"),
    _text("encoding"),
    _text("text"),
    _number("start"),
    _number("end"),
    Column("segments", LargeBinary, nullable=False),
)

sections: Final = Table(
    "sections",
    METADATA,
    _child_of("documents.document_id", primary_key=True),
    Column("position", Integer, primary_key=True),
    _text("section_id"),
    _text("heading"),
    _number("level"),
    _number("ordinal"),
    _text("language"),
    _text("file"),
    Column("path", JSON, nullable=False),
    _number("start"),
    _number("end"),
    Column("heading_versions", JSON, nullable=False),
)

passages: Final = Table(
    "passages",
    METADATA,
    Column("passage_id", String, primary_key=True),
    _child_of("documents.document_id"),
    _number("position"),
    _text("section"),
    _number("ordinal"),
    _text("heading"),
    Column("path", JSON, nullable=False),
    _text("language"),
    _text("file"),
    _number("start"),
    _number("end"),
    _number("raw_start"),
    _number("raw_end"),
    _text("text"),
    _text("group"),
    _number("page", optional=True),
    Index("passages_in_order", "document_id", "position"),
)

sentences: Final = Table(
    "sentences",
    METADATA,
    _child_of("passages.passage_id", primary_key=True),
    Column("position", Integer, primary_key=True),
    _number("ordinal"),
    _number("start"),
    _number("end"),
    _number("raw_start"),
    _number("raw_end"),
    _number("paragraph"),
    _text("text"),
    _text("kind"),
)

cited_works: Final = Table(
    "cited_works",
    METADATA,
    Column("passage_id", String, primary_key=True),
    Column("sentence", Integer, primary_key=True),
    Column("position", Integer, primary_key=True),
    _text("work"),
    _text("scope"),
    ForeignKeyConstraint(
        ["passage_id", "sentence"],
        ["sentences.passage_id", "sentences.position"],
        ondelete="CASCADE",
    ),
)

versions: Final = Table(
    "versions",
    METADATA,
    _child_of("passages.passage_id", primary_key=True),
    Column("part", String, primary_key=True),  # "text" or "heading"
    Column("position", Integer, primary_key=True),
    _text("language"),
    _text("text"),
    _text("origin"),
    _number("sentence", optional=True),
    _text("origin_passage_id", optional=True),
    _number("start", optional=True),
    _number("end", optional=True),
)

entries: Final = Table(
    "entries",
    METADATA,
    Column("entry_key", Integer, primary_key=True),
    Column("entry_id", String, nullable=False, unique=True),
    _child_of("passages.passage_id", index=True),
    _child_of("documents.document_id", index=True),
    _text("language"),
    _text("origin"),
    _text("text"),
    Column("word_ids", LargeBinary, nullable=False),  # int32, little-endian, in order
    Index("entries_by_language", "language", "entry_id"),
)

vectors: Final = Table(
    "vectors",
    METADATA,
    Column(
        "entry_key",
        Integer,
        ForeignKey("entries.entry_key", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("digest", String, primary_key=True),
    Column("vector", LargeBinary, nullable=False),  # float32, little-endian
)

words: Final = Table(
    "words",
    METADATA,
    Column("word_id", Integer, primary_key=True, autoincrement=False),
    Column("word", String, nullable=False, unique=True),
    *(_number(column) for column in DF_COLUMNS.values()),
)

postings: Final = Table(
    "postings",
    METADATA,
    Column("word_id", Integer, primary_key=True, autoincrement=False),
    Column("block", Integer, primary_key=True, autoincrement=False),  # its least entry key
    _text("language"),
    Column("entry_keys", LargeBinary, nullable=False),  # int32, little-endian, ascending
    sqlite_with_rowid=False,
)

outbox: Final = Table(
    "outbox",
    METADATA,
    Column("outbox_id", Integer, primary_key=True),
    _text("entry_id"),
    _text("language"),
)

conversations: Final = Table(
    "conversations",
    METADATA,
    Column("conversation_id", String, primary_key=True),
    Column("visitor_id", String, nullable=False, index=True),
    _text("title"),
    Column("created_at", UtcDateTime, nullable=False),
)

turns: Final = Table(
    "turns",
    METADATA,
    _child_of("conversations.conversation_id", primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    _text("question"),
    Column("answer", JSON, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
)
