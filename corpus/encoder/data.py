"""Read the parallel texts that the encoder is trained and scored on.

The data are UTF-8 tab-separated files with a header row. The columns ``eng``, ``ind`` and
``sun`` hold translations of one another; ``question_ind`` and ``passage_ind`` hold an
Indonesian question and the passage that answers it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import TypeAlias

from corpus.encoder.features import fold_accents
from corpus.errors import EncoderError
from corpus.language import Language

COLUMN_LANGUAGES: dict[str, Language] = {
    "eng": "en",
    "ind": "id",
    "sun": "su",
    "question_ind": "id",
    "passage_ind": "id",
}
"""The columns that are read as text, and the language of each; others are ignored."""

MOST_FAULTS = 5
"""So many malformed rows are named in one message; the rest are counted."""

LanguagePair: TypeAlias = tuple[Language, Language]


@dataclass(frozen=True, slots=True)
class ParallelTable:
    """One file of aligned texts.

    Attributes:
        name: the file's name without its ending.
        languages: the language of each column.
        rows: one aligned item each, as many texts as there are languages.
    """

    name: str
    languages: tuple[Language, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def is_lexicon(self) -> bool:
        """Whether the rows are words and not sentences."""
        return self.name.startswith(("lexicon", "glossary"))

    def column(self, position: int) -> list[str]:
        """Return one column's texts, in the order of the rows."""
        return [row[position] for row in self.rows]

    def pairs(self) -> Iterator[tuple[LanguagePair, list[tuple[str, str]]]]:
        """Yield each two columns as a language pair with its pairs of texts, none empty."""
        for left, right in combinations(range(len(self.languages)), 2):
            pair = (self.languages[left], self.languages[right])
            yield pair, [(row[left], row[right]) for row in self.rows if row[left] and row[right]]


def read_table(path: Path) -> ParallelTable:
    """Read one file of aligned texts.

    Args:
        path: a tab-separated file; see the module's text for its columns.

    Returns:
        The table, with surrounding blanks taken off every text.

    Raises:
        EncoderError: the file cannot be read, has fewer than two known columns, or has rows
            with another number of columns than its header; the message names file and lines.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as exc:
        raise EncoderError(f"cannot read the training data {str(path)!r}: {exc}") from exc
    header = lines[0].rstrip("\r").split("\t")
    known = [position for position, name in enumerate(header) if name in COLUMN_LANGUAGES]
    if len(known) < 2:  # noqa: PLR2004 - a pair has two sides
        expected = ", ".join(COLUMN_LANGUAGES)
        raise EncoderError(
            f"{path}:1: expected at least two of the columns {expected}; found {header!r}"
        )
    rows, faults = [], []
    for number, line in enumerate(lines[1:], start=2):
        if not line.strip("\r"):
            continue
        cells = line.rstrip("\r").split("\t")
        if len(cells) != len(header):
            faults.append(f"{path}:{number}: expected {len(header)} columns, found {len(cells)}")
        else:
            rows.append(tuple(cells[position].strip() for position in known))
    if faults:
        more = f"; and {len(faults) - MOST_FAULTS} more" if len(faults) > MOST_FAULTS else ""
        raise EncoderError("; ".join(faults[:MOST_FAULTS]) + more)
    languages = tuple(COLUMN_LANGUAGES[header[position]] for position in known)
    return ParallelTable(path.stem, languages, tuple(rows))


def read_tables(folder: Path) -> list[ParallelTable]:
    """Read every ``.tsv`` file of a folder, in the order of the names.

    Raises:
        EncoderError: the folder holds no such file, or one of them is malformed.
    """
    paths = sorted(folder.glob("*.tsv"))
    if not paths:
        raise EncoderError(f"no .tsv files in {str(folder)!r}; give the data folder with --data")
    return [read_table(path) for path in paths]


def leave_out(
    tables: Sequence[ParallelTable], held_out: Sequence[ParallelTable]
) -> list[ParallelTable]:
    """Return the tables without the rows that share a sentence with held-out ones.

    The sources repeat themselves, so that a sentence can stand on both sides of a split. Case,
    accents and punctuation make no difference. Lexicons are left as they are.
    """
    held = {_bare(text) for table in held_out for row in table.rows for text in row} - {""}
    return [
        table
        if table.is_lexicon
        else replace(
            table, rows=tuple(row for row in table.rows if held.isdisjoint(map(_bare, row)))
        )
        for table in tables
    ]


def _bare(text: str) -> str:
    """Return the letters and digits of a text, folded, with single blanks between words."""
    return " ".join(re.findall(r"\w+", fold_accents(text.lower())))
