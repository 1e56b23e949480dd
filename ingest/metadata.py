"""What a thesis folder says of itself: ``thesis.toml`` and its versions files.

A versions file is tab-separated, its header the language codes; the column of the
original language repeats a sentence, a list item or a heading exactly as canonical
text has it, the others give it in theirs.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from corpus.errors import MetadataError, UnreadableFileError
from corpus.language import Language, is_language, parse_language
from corpus.records import Metadata
from ingest.manifest import manifest_problems

__all__ = ["FILE_NAME", "Manifest", "VersionRow", "VersionsFile", "read_manifest"]

FILE_NAME: Final = "thesis.toml"


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One line of a versions file; ``line`` counts from 1."""

    line: int
    source: str
    texts: Mapping[Language, str]


@dataclass(frozen=True, slots=True)
class VersionsFile:
    """The versions of one source file, all of one origin."""

    path: Path
    of: str
    origin: str
    rows: tuple[VersionRow, ...]


@dataclass(frozen=True, slots=True)
class Manifest:
    """A ``thesis.toml``: metadata, the source files in order, the versions files."""

    metadata: Metadata
    files: tuple[Path, ...]
    versions: tuple[VersionsFile, ...]


def read_manifest(path: Path) -> Manifest:
    """Read a ``thesis.toml`` and the versions files that it names.

    Raises:
        MetadataError: Something in it, or in a versions file, does not fit; all problems
            are named at once.
        UnreadableFileError: It or a versions file cannot be read.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise UnreadableFileError(path, error.strerror or str(error)) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise MetadataError(f"{path}: {error}") from error
    problems = manifest_problems(table, path.parent)
    if problems:
        raise MetadataError(f"{path}: {'; '.join(problems)}")
    found = [_read_versions(path.parent, entry, problems) for entry in table.get("versions", ())]
    if problems:
        raise MetadataError("; ".join(problems))
    chapters = table.get("chapters")
    return Manifest(
        metadata=Metadata(
            title=table["title"],
            title_versions=dict(table.get("title_versions", {})),
            authors=tuple(table.get("authors", ())),
            year=table.get("year"),
            institution=table.get("institution", ""),
            held={k: tuple(v) for k, v in table.get("held", {}).items()},
            chapters=None if chapters is None else tuple(chapters),
            degree=table.get("degree", ""),
            place=table.get("place", ""),
            url=table.get("url", ""),
        ),
        files=tuple(path.parent / name for name in table["files"]),
        versions=tuple(found),
    )


def _read_versions(folder: Path, entry: Mapping[str, str], problems: list[str]) -> VersionsFile:
    path = folder / entry["file"]
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise UnreadableFileError(path, error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise UnreadableFileError(path, f"it is not UTF-8: {error}") from error
    header = lines[0].rstrip("\r").split("\t")
    if entry["language"] not in header or not all(is_language(name) for name in header):
        problems.append(
            f"{path}:1: the header must be language codes with {entry['language']!r} among them, "
            f"not {header!r}"
        )
        lines = lines[:1]
    rows: dict[str, VersionRow] = {}
    for number, line in enumerate(lines[1:], start=2):
        cells = line.rstrip("\r").split("\t")
        if not line.strip():
            continue
        if len(cells) != len(header) or not all(cell.strip() for cell in cells):
            problems.append(f"{path}:{number}: {len(header)} filled cells are needed")
            continue
        texts = {name: cell for name, cell in zip(header, cells, strict=True) if is_language(name)}
        source = texts.pop(parse_language(entry["language"]))
        if source in rows:
            problems.append(f"{path}:{number}: line {rows[source].line} has the same {source!r}")
        rows[source] = VersionRow(number, source, texts)
    return VersionsFile(path, entry["of"], entry["origin"], tuple(rows.values()))
