"""Read the parallel texts that the encoder is trained and scored on.

The data are UTF-8 tab-separated files with a header row. The columns ``eng``, ``ind`` and
``sun`` hold translations of one another; ``question_ind`` and ``passage_ind`` hold an
Indonesian question and the passage that answers it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import TypeAlias

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
        EncoderError: the file cannot be read, has fewer than two known columns, or has a row
            with another number of columns than its header; the message names file and line.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as exc:
        message = f"cannot read the training data {str(path)!r}: {exc}"
        raise EncoderError(message) from exc
    header = lines[0].rstrip("\r").split("\t")
    known = [position for position, name in enumerate(header) if name in COLUMN_LANGUAGES]
    if len(known) < 2:  # noqa: PLR2004 - a pair has two sides
        expected = ", ".join(COLUMN_LANGUAGES)
        message = f"{path}:1: expected at least two of the columns {expected}; found {header!r}"
        raise EncoderError(message)
    rows = []
    for number, line in enumerate(lines[1:], start=2):
        if not line.strip("\r"):
            continue
        cells = line.rstrip("\r").split("\t")
        if len(cells) != len(header):
            message = f"{path}:{number}: expected {len(header)} columns, found {len(cells)}"
            raise EncoderError(message)
        rows.append(tuple(cells[position].strip() for position in known))
    languages = tuple(COLUMN_LANGUAGES[header[position]] for position in known)
    return ParallelTable(path.stem, languages, tuple(rows))


def read_tables(folder: Path) -> list[ParallelTable]:
    """Read every ``.tsv`` file of a folder, in the order of the names.

    Raises:
        EncoderError: the folder holds no such file, or one of them is malformed.
    """
    paths = sorted(folder.glob("*.tsv"))
    if not paths:
        message = f"no .tsv files in {str(folder)!r}; give the data folder with --data"
        raise EncoderError(message)
    return [read_table(path) for path in paths]
