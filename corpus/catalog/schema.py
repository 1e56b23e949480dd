"""The tables of the catalog.

Every order that a record has is stored as a ``position`` or an ``ordinal``, so that what
is read back equals what was put. Deleting a document deletes all that hangs on it, but
for postings: those are deleted by their whole key, so that no index on blocks is needed.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
)

from corpus.catalog.columns import UtcDateTime, child_of, number, text
from corpus.language import LANGUAGES

__all__ = [
    "DF_COLUMNS",
    "METADATA",
    "cited_works",
    "conversations",
    "documents",
    "entries",
    "feedback",
    "files",
    "meta",
    "notes",
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

meta: Final = Table("meta", METADATA, Column("key", String, primary_key=True), text("value"))

documents: Final = Table(
    "documents",
    METADATA,
    Column("document_id", String, primary_key=True),
    Column("metadata", JSON, nullable=False),
    text("content_hash"),
    text("splitter"),
    text("text"),
    Column("words", Integer, nullable=False, server_default="0"),
    Column("added_at", UtcDateTime, nullable=False),
)

files: Final = Table(
    "files",
    METADATA,
    child_of("documents.document_id", primary_key=True),
    Column("position", Integer, primary_key=True),
    text("name"),
    number("ordinal"),
    text("sha256"),
    text("encoding"),
    text("text"),
    number("start"),
    number("end"),
    Column("segments", LargeBinary, nullable=False),
)

sections: Final = Table(
    "sections",
    METADATA,
    child_of("documents.document_id", primary_key=True),
    Column("position", Integer, primary_key=True),
    text("section_id"),
    text("heading"),
    number("level"),
    number("ordinal"),
    text("language"),
    text("file"),
    Column("path", JSON, nullable=False),
    number("start"),
    number("end"),
    Column("heading_versions", JSON, nullable=False),
)

passages: Final = Table(
    "passages",
    METADATA,
    Column("passage_id", String, primary_key=True),
    child_of("documents.document_id"),
    number("position"),
    text("section"),
    number("ordinal"),
    text("heading"),
    Column("path", JSON, nullable=False),
    text("language"),
    text("file"),
    number("start"),
    number("end"),
    number("raw_start"),
    number("raw_end"),
    text("text"),
    text("group"),
    number("page", optional=True),
    Index("passages_in_order", "document_id", "position"),
)

sentences: Final = Table(
    "sentences",
    METADATA,
    child_of("passages.passage_id", primary_key=True),
    Column("position", Integer, primary_key=True),
    number("ordinal"),
    number("start"),
    number("end"),
    number("raw_start"),
    number("raw_end"),
    number("paragraph"),
    text("text"),
    text("kind"),
)

cited_works: Final = Table(
    "cited_works",
    METADATA,
    Column("passage_id", String, primary_key=True),
    Column("sentence", Integer, primary_key=True),
    Column("position", Integer, primary_key=True),
    text("work"),
    text("scope"),
    ForeignKeyConstraint(
        ["passage_id", "sentence"],
        ["sentences.passage_id", "sentences.position"],
        ondelete="CASCADE",
    ),
)

versions: Final = Table(
    "versions",
    METADATA,
    child_of("passages.passage_id", primary_key=True),
    Column("part", String, primary_key=True),  # "text" or "heading"
    Column("position", Integer, primary_key=True),
    text("language"),
    text("text"),
    text("origin"),
    number("sentence", optional=True),
    text("origin_passage_id", optional=True),
    number("start", optional=True),
    number("end", optional=True),
)

entries: Final = Table(
    "entries",
    METADATA,
    Column("entry_key", Integer, primary_key=True),
    Column("entry_id", String, nullable=False, unique=True),
    child_of("passages.passage_id", index=True),
    child_of("documents.document_id", index=True),
    text("language"),
    text("origin"),
    text("text"),
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
    *(number(column) for column in DF_COLUMNS.values()),
)

postings: Final = Table(
    "postings",
    METADATA,
    Column("word_id", Integer, primary_key=True, autoincrement=False),
    Column("block", Integer, primary_key=True, autoincrement=False),  # its least entry key
    text("language"),
    Column("entry_keys", LargeBinary, nullable=False),  # int32, little-endian, ascending
    sqlite_with_rowid=False,
)

outbox: Final = Table(
    "outbox",
    METADATA,
    Column("outbox_id", Integer, primary_key=True),
    text("entry_id"),
    text("language"),
)

conversations: Final = Table(
    "conversations",
    METADATA,
    Column("conversation_id", String, primary_key=True),
    Column("visitor_id", String, nullable=False, index=True),
    text("title"),
    Column("created_at", UtcDateTime, nullable=False),
)

turns: Final = Table(
    "turns",
    METADATA,
    child_of("conversations.conversation_id", primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    text("question"),
    Column("answer", JSON, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
)

feedback: Final = Table(
    "feedback",
    METADATA,
    Column("feedback_id", String, primary_key=True),
    text("visitor_id"),
    Column(
        "conversation_id",
        String,
        ForeignKey("conversations.conversation_id", ondelete="CASCADE"),
        index=True,
    ),
    number("turn"),
    text("question"),
    Column("answer", JSON, nullable=False),
    text("kind"),
    text("comment"),
    Column("created_at", UtcDateTime, nullable=False),
)

notes: Final = Table(  # hangs on no document: a note outlives the text it was made on
    "notes",
    METADATA,
    Column("note_id", String, primary_key=True),
    Column("document_id", String, nullable=False, index=True),
    number("start"),
    number("end"),
    text("quote"),
    text("before"),
    text("after"),
    text("text"),
    text("author"),
    Column("created_at", UtcDateTime, nullable=False),
    Column("detached", Boolean, nullable=False),
)
