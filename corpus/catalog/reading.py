"""Rows back into records, equal to those that were put."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Final, TypeVar

import numpy as np
from sqlalchemy import Column, Connection, Row, func, select

from corpus.catalog.schema import (
    cited_works,
    documents,
    files,
    passages,
    sections,
    sentences,
    versions,
)
from corpus.language import LANGUAGES
from corpus.records import (
    CitedWork,
    Document,
    DocumentSummary,
    Metadata,
    Passage,
    Section,
    Segment,
    Sentence,
    SourceFile,
    Version,
)

__all__ = [
    "batched",
    "load_document",
    "load_passages",
    "load_sections",
    "load_summaries",
    "passage_ids",
]

T = TypeVar("T")

IN_ONE_QUERY: Final = 500
"""Values in one ``IN (…)``; databases have their own, higher, limits."""


def batched(values: Iterable[T], size: int = IN_ONE_QUERY) -> Iterator[list[T]]:
    """Yield the values in lists of at most ``size``."""
    rest = iter(values)
    while batch := list(islice(rest, size)):
        yield batch


def load_summaries(connection: Connection) -> tuple[DocumentSummary, ...]:
    """Return what is held, sorted by document id."""
    by_language: dict[str, dict[str, int]] = defaultdict(dict)
    counted = select(
        passages.c.document_id, passages.c.language, func.count().label("passages")
    ).group_by(passages.c.document_id, passages.c.language)
    for row in connection.execute(counted):
        by_language[row.document_id][row.language] = row.passages
    grouped = select(sections.c.document_id, func.count()).group_by(sections.c.document_id)
    parts = {row[0]: row[1] for row in connection.execute(grouped)}
    shown = select(
        documents.c.document_id,
        documents.c.metadata,
        documents.c.content_hash,
        documents.c.words,
        documents.c.added_at,
    ).order_by(documents.c.document_id)
    return tuple(
        DocumentSummary(
            document_id=row.document_id,
            metadata=_metadata(row.metadata),
            content_hash=row.content_hash,
            added_at=row.added_at,
            languages=tuple(one for one in LANGUAGES if one in by_language[row.document_id]),
            sections=parts.get(row.document_id, 0),
            passages=sum(by_language[row.document_id].values()),
            words=row.words,
        )
        for row in connection.execute(shown)
    )


def load_document(connection: Connection, document_id: str) -> Document | None:
    """Return a whole document, or ``None`` when there is none of that id."""
    row = connection.execute(
        select(documents).where(documents.c.document_id == document_id)
    ).one_or_none()
    if row is None:
        return None
    ids = passage_ids(connection, document_id)
    held = load_passages(connection, ids)
    return Document(
        document_id=document_id,
        metadata=_metadata(row.metadata),
        content_hash=row.content_hash,
        text=row.text,
        files=_files(connection, document_id),
        sections=load_sections(connection, document_id),
        passages=tuple(held[passage_id] for passage_id in ids),
    )


def passage_ids(
    connection: Connection, document_id: str, section: str | None = None
) -> tuple[str, ...]:
    """Return the ids of a document's passages, or of one section's, in their order."""
    wanted = select(passages.c.passage_id).where(passages.c.document_id == document_id)
    if section is not None:
        wanted = wanted.where(passages.c.section == section)
    return tuple(connection.scalars(wanted.order_by(passages.c.position)))


def load_sections(connection: Connection, document_id: str) -> tuple[Section, ...]:
    """Return a document's sections in their order."""
    wanted = select(sections).where(sections.c.document_id == document_id)
    rows = connection.execute(wanted.order_by(sections.c.position))
    return tuple(
        Section(
            **_own(row, Section, "path", "heading_versions"),
            path=tuple(row.path),
            heading_versions=tuple(Version(**version) for version in row.heading_versions),
        )
        for row in rows
    )


def load_passages(connection: Connection, ids: Sequence[str]) -> dict[str, Passage]:
    """Return the passages of these ids that are held, in the order of ``ids``."""
    found: dict[str, Passage] = {}
    for batch in batched(dict.fromkeys(ids)):
        of_text = _sentences(connection, batch)
        of_versions = _versions(connection, batch)
        rows = connection.execute(select(passages).where(passages.c.passage_id.in_(batch)))
        by_id = {row.passage_id: row for row in rows}
        for passage_id in batch:
            if passage_id in by_id:
                found[passage_id] = _passage(by_id[passage_id], of_text, of_versions)
    return found


def _passage(
    row: Row[Any],
    of_text: Mapping[str, tuple[Sentence, ...]],
    of_versions: Mapping[tuple[str, str], tuple[Version, ...]],
) -> Passage:
    return Passage(
        **_own(row, Passage, "path", "sentences", "versions", "heading_versions"),
        path=tuple(row.path),
        sentences=of_text.get(row.passage_id, ()),
        versions=of_versions.get((row.passage_id, "text"), ()),
        heading_versions=of_versions.get((row.passage_id, "heading"), ()),
    )


def _sentences(connection: Connection, ids: Sequence[str]) -> dict[str, tuple[Sentence, ...]]:
    cited: dict[tuple[str, int], list[CitedWork]] = defaultdict(list)
    for row in _of_passages(connection, cited_works.c.passage_id, ids, "sentence", "position"):
        cited[row.passage_id, row.sentence].append(CitedWork(work=row.work, scope=row.scope))
    found: dict[str, list[Sentence]] = defaultdict(list)
    for row in _of_passages(connection, sentences.c.passage_id, ids, "position"):
        works = tuple(cited[row.passage_id, row.position])
        own = _own(row, Sentence, "cited_works")
        found[row.passage_id].append(Sentence(**own, cited_works=works))
    return {passage_id: tuple(held) for passage_id, held in found.items()}


def _versions(
    connection: Connection, ids: Sequence[str]
) -> dict[tuple[str, str], tuple[Version, ...]]:
    found: dict[tuple[str, str], list[Version]] = defaultdict(list)
    for row in _of_passages(connection, versions.c.passage_id, ids, "part", "position"):
        own = _own(row, Version, "passage_id")
        version = Version(**own, passage_id=row.origin_passage_id)
        found[row.passage_id, row.part].append(version)
    return {key: tuple(held) for key, held in found.items()}


def _of_passages(
    connection: Connection, column: Column[Any], ids: Sequence[str], *order: str
) -> Iterable[Row[Any]]:
    table = column.table
    wanted = select(table).where(column.in_(ids))
    return connection.execute(wanted.order_by(column, *(table.c[name] for name in order)))


def _files(connection: Connection, document_id: str) -> tuple[SourceFile, ...]:
    wanted = select(files).where(files.c.document_id == document_id)
    return tuple(
        SourceFile(**_own(row, SourceFile, "segments"), segments=_segments(row.segments))
        for row in connection.execute(wanted.order_by(files.c.position))
    )


def _segments(blob: bytes) -> tuple[Segment, ...]:
    numbers = np.frombuffer(blob, dtype="<i8").reshape(-1, 3).tolist()
    return tuple(Segment(start, raw_start, length) for start, raw_start, length in numbers)


def _metadata(values: Mapping[str, Any]) -> Metadata:
    held = {language: tuple(parts) for language, parts in values["held"].items()}
    chapters = values["chapters"]
    return Metadata(
        **{
            **values,
            "authors": tuple(values["authors"]),
            "held": held,
            "chapters": None if chapters is None else tuple(chapters),
        }
    )


def _own(row: Row[Any], record: type[Any], *without: str) -> dict[str, Any]:
    names = (name for name in record.__dataclass_fields__ if name not in without)
    return {name: row._mapping[name] for name in names}  # noqa: SLF001
