"""Attaching the versions of a versions file to the sentences and headings they render."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from corpus.canonical import fold_whitespace
from corpus.errors import MetadataError
from corpus.language import Language
from corpus.records import Document, Passage, Section, Version
from ingest.metadata import VersionRow, VersionsFile

__all__ = ["with_versions"]

_SHOWN = 5


def with_versions(document: Document, files: Sequence[VersionsFile]) -> Document:
    """Return the document with the versions of ``files`` added.

    Raises:
        MetadataError: Rows match no sentence and no heading of their source file; the
            first few are named with their lines.
    """
    problems: list[str] = []
    for file in files:
        document = _with_file(document, file, problems)
    if problems:
        raise MetadataError("; ".join(problems))
    return document


def _with_file(document: Document, file: VersionsFile, problems: list[str]) -> Document:
    if file.of not in {source.name for source in document.files}:
        problems.append(f"{file.path}: 'of' names {file.of!r}, which is no source file")
        return document
    rows = {fold_whitespace(row.source): row for row in file.rows}
    used: set[str] = set()
    sections = tuple(
        _section(section, rows, file.origin, used) if section.file == file.of else section
        for section in document.sections
    )
    headings = {section.section_id: section.heading_versions for section in sections}
    passages = tuple(
        _passage(passage, rows, file.origin, headings[passage.section], used)
        if passage.file == file.of
        else passage
        for passage in document.passages
    )
    unused = [row for source, row in rows.items() if source not in used]
    if unused:
        listed = "; ".join(f"line {row.line}: {row.source[:60]!r}" for row in unused[:_SHOWN])
        problems.append(
            f"{file.path}: {len(unused)} rows match no sentence of {file.of!r}: {listed}"
        )
    return replace(document, sections=sections, passages=passages)


def _section(
    section: Section, rows: Mapping[str, VersionRow], origin: str, used: set[str]
) -> Section:
    texts = _heading_texts(section.heading, rows, used)
    added = tuple(Version(language, text, origin) for language, text in sorted(texts.items()))
    return replace(section, heading_versions=section.heading_versions + added)


def _heading_texts(
    heading: str, rows: Mapping[str, VersionRow], used: set[str]
) -> Mapping[Language, str]:
    """Look a heading up whole, or, where two lines made it, as its two parts."""
    if heading in rows:
        used.add(heading)
        return rows[heading].texts
    tokens = heading.split(" ")
    for cut in range(1, len(tokens)):
        first, second = " ".join(tokens[:cut]), " ".join(tokens[cut:])
        if first in rows and second in rows:
            used.update((first, second))
            other = rows[second].texts
            return {k: f"{v} {other[k]}" for k, v in rows[first].texts.items() if k in other}
    return {}


def _passage(
    passage: Passage,
    rows: Mapping[str, VersionRow],
    origin: str,
    headings: tuple[Version, ...],
    used: set[str],
) -> Passage:
    added: list[Version] = []
    for sentence in passage.sentences:
        # Canonical text breaks lines between list items only, so a sentence has none.
        source = fold_whitespace(sentence.text)
        if source in rows:
            used.add(source)
            added += [
                Version(language, text, origin, sentence=sentence.ordinal)
                for language, text in rows[source].texts.items()
            ]
    versions = sorted(
        (*passage.versions, *added), key=lambda v: (v.language, v.sentence or 0, v.origin)
    )
    return replace(passage, versions=tuple(versions), heading_versions=headings)
