"""What a thesis folder says of itself: ``thesis.toml`` and its versions files.

A versions file is tab-separated, its header the language codes; the column of the
original language repeats a sentence, a list item or a heading exactly as canonical
text has it, the others give it in theirs.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from corpus.errors import MetadataError, UnreadableFileError
from corpus.language import Language, is_language
from corpus.records import Metadata

__all__ = ["FILE_NAME", "Manifest", "VersionRow", "VersionsFile", "read_manifest"]

FILE_NAME: Final = "thesis.toml"
_ORIGIN: Final = re.compile(r"author|project|(?:model|person):\S.*")
_KEYS: Final = frozenset(
    {
        *("title", "title_versions", "authors", "year", "institution"),
        *("files", "chapters", "held", "versions"),
    }
)


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
        MetadataError: Something in it does not fit; all problems are named at once.
        UnreadableFileError: It or a versions file cannot be read.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UnreadableFileError(path, error.strerror or str(error)) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise MetadataError(f"{path}: {error}") from error
    problems = _problems(table)
    if problems:
        raise MetadataError(f"{path}: {'; '.join(problems)}")
    year = table.get("year")
    chapters = table.get("chapters")
    return Manifest(
        metadata=Metadata(
            title=table["title"],
            title_versions=dict(table.get("title_versions", {})),
            authors=tuple(table.get("authors", ())),
            year=year,
            institution=table.get("institution", ""),
            held={k: tuple(v) for k, v in table.get("held", {}).items()},
            chapters=None if chapters is None else tuple(chapters),
        ),
        files=tuple(path.parent / name for name in table["files"]),
        versions=tuple(_read_versions(path.parent, entry) for entry in table.get("versions", ())),
    )


def _problems(table: Mapping[str, Any]) -> list[str]:
    problems = [f"unknown key {key!r}" for key in sorted(set(table) - _KEYS)]
    if not isinstance(table.get("title"), str) or not table["title"].strip():
        problems.append("'title' must be a text that is not empty")
    for key, kind in (("files", str), ("authors", str), ("chapters", int)):
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, kind) for item in value):
            problems.append(f"{key!r} must be a list of {kind.__name__}")
    if not table.get("files"):
        problems.append("'files' must name the source files in order")
    if not isinstance(table.get("year", 0), int):
        problems.append("'year' must be a whole number")
    for key in ("held", "title_versions"):
        problems += [
            f"{key!r} has {language!r}, which is not a language code"
            for language in table.get(key, {})
            if not is_language(language)
        ]
    for entry in table.get("versions", ()):
        missing = sorted({"file", "of", "origin", "language"} - set(entry))
        if missing:
            problems.append(f"a [[versions]] lacks {', '.join(missing)}")
        elif not _ORIGIN.fullmatch(entry["origin"]):
            problems.append(
                f"origin {entry['origin']!r} must be author, project, model:<name> or person:<name>"
            )
    return problems


def _read_versions(folder: Path, entry: Mapping[str, str]) -> VersionsFile:
    path = folder / entry["file"]
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise UnreadableFileError(path, error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise UnreadableFileError(path, f"it is not UTF-8: {error}") from error
    header = lines[0].split("\t") if lines else []
    if entry["language"] not in header or not all(is_language(name) for name in header):
        raise MetadataError(
            f"{path}:1: the header must be language codes with {entry['language']!r} among them, "
            f"not {header!r}"
        )
    rows: list[VersionRow] = []
    for number, line in enumerate(lines[1:], start=2):
        cells = dict(zip(header, line.split("\t"), strict=False))
        if len(line.split("\t")) != len(header) or not all(cell.strip() for cell in cells.values()):
            raise MetadataError(f"{path}:{number}: {len(header)} filled cells are needed")
        source = cells.pop(entry["language"])
        texts = {name: text for name, text in cells.items() if is_language(name)}
        rows.append(VersionRow(number, source, texts))
    return VersionsFile(path, entry["of"], entry["origin"], tuple(rows))
