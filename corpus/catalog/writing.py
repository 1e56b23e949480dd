"""A document's records as rows, and the rows into their tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any, Final

import numpy as np
from sqlalchemy import Connection, Table, insert

from corpus.catalog.schema import (
    cited_works,
    documents,
    files,
    passages,
    sections,
    sentences,
    versions,
)
from corpus.records import Document, Metadata, Passage, Section, Sentence, SourceFile, Version
from corpus.text import count_words

__all__ = ["insert_document"]

Row = dict[str, Any]

_MAY_LACK: Final = ("degree", "place", "url")
"""Fields that older catalogs do not have; empty ones are not stored."""


def insert_document(
    connection: Connection, document: Document, *, splitter: str, added_at: datetime
) -> None:
    """Insert a document with all its records; its id must be free."""
    row = {
        "document_id": document.document_id,
        "metadata": _metadata(document.metadata),
        "content_hash": document.content_hash,
        "splitter": splitter,
        "text": document.text,
        "words": count_words(document.text),
        "added_at": added_at,
    }
    _insert(connection, documents, [row])
    document_id = document.document_id
    _insert(connection, files, [_file(document_id, *at) for at in enumerate(document.files)])
    _insert(
        connection, sections, [_section(document_id, *at) for at in enumerate(document.sections)]
    )
    _insert(connection, passages, [_passage(*at) for at in enumerate(document.passages)])
    for table, rows in (
        (sentences, _sentences(document.passages)),
        (cited_works, _cited_works(document.passages)),
        (versions, _versions(document.passages)),
    ):
        _insert(connection, table, list(rows))


def _insert(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _own(record: Passage | Section | Sentence | SourceFile, *without: str) -> Row:
    names = (name for name in record.__dataclass_fields__ if name not in without)
    return {name: getattr(record, name) for name in names}


def _metadata(metadata: Metadata) -> Row:
    return {
        "title": metadata.title,
        "title_versions": dict(metadata.title_versions),
        "authors": list(metadata.authors),
        "year": metadata.year,
        "institution": metadata.institution,
        "held": {language: list(parts) for language, parts in metadata.held.items()},
        "chapters": None if metadata.chapters is None else list(metadata.chapters),
        **{name: value for name in _MAY_LACK if (value := getattr(metadata, name))},
    }


def _file(document_id: str, position: int, file: SourceFile) -> Row:
    numbers = [(part.start, part.raw_start, part.length) for part in file.segments]
    return {
        **_own(file),
        "document_id": document_id,
        "position": position,
        "segments": np.array(numbers, dtype="<i8").tobytes(),
    }


def _section(document_id: str, position: int, section: Section) -> Row:
    return {
        **_own(section),
        "document_id": document_id,
        "position": position,
        "heading_versions": [asdict(version) for version in section.heading_versions],
    }


def _passage(position: int, passage: Passage) -> Row:
    own = _own(passage, "sentences", "versions", "heading_versions")
    return {**own, "position": position}


def _sentences(held: Sequence[Passage]) -> Iterable[Row]:
    for passage in held:
        for position, sentence in enumerate(passage.sentences):
            own = _own(sentence, "cited_works")
            yield {**own, "passage_id": passage.passage_id, "position": position}


def _cited_works(held: Sequence[Passage]) -> Iterable[Row]:
    for passage in held:
        for number, sentence in enumerate(passage.sentences):
            for position, cited in enumerate(sentence.cited_works):
                yield {
                    "passage_id": passage.passage_id,
                    "sentence": number,
                    "position": position,
                    "work": cited.work,
                    "scope": cited.scope,
                }


def _versions(held: Sequence[Passage]) -> Iterable[Row]:
    for passage in held:
        parts = (("text", passage.versions), ("heading", passage.heading_versions))
        for part, of_part in parts:
            for position, version in enumerate(of_part):
                yield _version(passage.passage_id, part, position, version)


def _version(passage_id: str, part: str, position: int, version: Version) -> Row:
    row = asdict(version)
    row["origin_passage_id"] = row["passage_id"]
    return {**row, "passage_id": passage_id, "part": part, "position": position}
