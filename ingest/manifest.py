"""What may stand in a ``thesis.toml``: every problem of one, in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any, Final

from corpus.language import is_language

__all__ = ["manifest_problems"]

_ORIGIN: Final = re.compile(r"author|project|(?:model|person):\S.*")
_KEYS: Final = frozenset(
    {
        *("title", "title_versions", "authors", "year", "institution"),
        *("degree", "place", "url"),
        *("files", "chapters", "held", "versions"),
    }
)
_DEGREES: Final = ("bachelor", "master", "doctor")
_URL: Final = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
_VERSIONS_KEYS: Final = ("file", "language", "of", "origin")


def manifest_problems(table: Mapping[str, Any], folder: Path) -> list[str]:
    """Return what does not fit in the ``thesis.toml`` of ``folder``; nothing when all does."""
    return [
        *(f"unknown key {key!r}" for key in sorted(set(table) - _KEYS)),
        *_text_problems(table),
        *_list_problems(table),
        *_language_problems(table),
        *_file_problems(table, folder),
        *_versions_problems(table, folder),
    ]


def _text_problems(table: Mapping[str, Any]) -> Iterator[str]:
    if not isinstance(table.get("title"), str) or not table["title"].strip():
        yield "'title' must be a text that is not empty"
    for key in ("institution", "place"):
        if not isinstance(table.get(key, ""), str):
            yield f"{key!r} must be a text"
    degree, url = table.get("degree", ""), table.get("url", "")
    if degree not in ("", *_DEGREES):
        yield f"'degree' has {degree!r}: it must be {', '.join(_DEGREES[:-1])} or {_DEGREES[-1]}"
    if url != "" and not (isinstance(url, str) and _URL.fullmatch(url)):
        yield f"'url' has {url!r}: it must be an address that begins with http:// or https://"
    if not _is_number(table.get("year", 0)):
        yield "'year' must be a whole number"


def _list_problems(table: Mapping[str, Any]) -> Iterator[str]:
    for key, kind in (("files", "texts"), ("authors", "texts"), ("chapters", "whole numbers")):
        fits = _is_number if key == "chapters" else _is_text
        value = table.get(key, [])
        if not isinstance(value, list) or not all(fits(item) for item in value):
            yield f"{key!r} must be a list of {kind}"
    if not table.get("files"):
        yield "'files' must name the source files in order"


def _language_problems(table: Mapping[str, Any]) -> Iterator[str]:
    for key in ("held", "title_versions"):
        value = table.get(key, {})
        if not isinstance(value, dict):
            yield f"{key!r} must be a table with a language code for each key"
            continue
        for language, held in value.items():
            if not is_language(language):
                yield f"{key!r} has {language!r}, which is not a language code"
            elif key == "title_versions" and not _is_text(held):
                yield f"{key!r} must have a text for {language!r}"
            elif key == "held" and not (isinstance(held, list) and all(map(_is_text, held))):
                yield f"{key!r} must have a list of texts for {language!r}"


def _file_problems(table: Mapping[str, Any], folder: Path) -> Iterator[str]:
    files = table.get("files")
    if not isinstance(files, list) or not all(map(_is_text, files)):
        return
    names = [PurePosixPath(name).name.casefold() for name in files]
    for place, name in enumerate(files):
        if names[place] in names[:place]:
            yield f"'files' has two of the name {name!r}"
        if not _is_inside(folder, name):
            yield f"'files' has {name!r}, which is not in the folder"


def _versions_problems(table: Mapping[str, Any], folder: Path) -> Iterator[str]:
    entries = table.get("versions", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        yield "'versions' must be written as [[versions]]"
        return
    for entry in entries:
        missing = sorted(set(_VERSIONS_KEYS) - set(entry))
        if missing:
            yield f"a [[versions]] lacks {', '.join(missing)}"
        elif not all(_is_text(entry[key]) for key in _VERSIONS_KEYS):
            yield f"a [[versions]] must have a text for each of {', '.join(_VERSIONS_KEYS)}"
        else:
            yield from _entry_problems(entry, folder)


def _entry_problems(entry: Mapping[str, str], folder: Path) -> Iterator[str]:
    if not _is_inside(folder, entry["file"]):
        yield f"a [[versions]] has the file {entry['file']!r}, which is not in the folder"
    if not is_language(entry["language"]):
        yield f"a [[versions]] has the language {entry['language']!r}, which is no language code"
    if not _ORIGIN.fullmatch(entry["origin"]):
        yield (f"origin {entry['origin']!r} must be author, project, model:<name> or person:<name>")


def _is_inside(folder: Path, name: str) -> bool:
    try:
        path = (folder / name).resolve()
        return path.is_file() and path.is_relative_to(folder.resolve())
    except (OSError, ValueError):  # a name too long, or with a NUL in it
        return False


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
