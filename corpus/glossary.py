"""The project's own glossary: words and phrases in the three languages, by concept.

``glossary.tsv`` is written to be read by people: one concept or word form a line, synonyms
in one cell, plain and polite Sundanese in columns of their own.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from corpus.errors import UnreadableFileError

__all__ = ["GLOSSARY_FILE", "Concept", "read_concepts"]

GLOSSARY_FILE: Final = Path(__file__).with_name("glossary.tsv")
_COLUMNS: Final = ("en", "id", "su", "su_polite", "topic")
_SEPARATOR: Final = "; "


@dataclass(frozen=True, slots=True)
class Concept:
    """One line of the glossary: the synonyms of each language, ``polite`` Sundanese apart."""

    en: tuple[str, ...]
    id: tuple[str, ...]
    su: tuple[str, ...]
    polite: tuple[str, ...]


def read_concepts(path: Path = GLOSSARY_FILE) -> tuple[Concept, ...]:
    """Return the lines of a glossary in order.

    Raises:
        UnreadableFileError: The file cannot be read, or has a line without its five columns.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFileError(path, str(error)) from error
    if not lines or tuple(lines[0].split("\t")) != _COLUMNS:
        raise UnreadableFileError(f"{path}:1", f"the header must be {', '.join(_COLUMNS)}")
    concepts: list[Concept] = []
    for number, line in enumerate(lines[1:], start=2):
        cells = line.split("\t")
        if len(cells) != len(_COLUMNS) or not all(cells[:3]):
            problem = "en, id and su must be filled, in five columns"
            raise UnreadableFileError(f"{path}:{number}", problem)
        en, indonesian, su, polite = (_synonyms(cell) for cell in cells[:4])
        concepts.append(Concept(en, indonesian, su, polite))
    return tuple(concepts)


def _synonyms(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(_SEPARATOR)) if cell else ()
