"""Nine directions of parallel sentences, each of which has to find its translation.

Every sentence of a table is a passage and a question. In a direction a question is
looked for among the sentences of one language of its table, by the retriever that
answers; in its own language it has to find itself. Of equal sentences either is right.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from assistant.evaluating.directions import Cell, Measured, direction_cells
from assistant.evaluating.evaluation import EvaluationError
from assistant.evaluating.progress import Progress
from assistant.evaluating.temporary_corpus import GivenPassage, TemporaryCorpus, temporary_corpus
from corpus.encoder import Encoder
from corpus.language import Language
from corpus.settings import Settings

__all__ = [
    "AskedSentence",
    "BitextRun",
    "BitextTable",
    "ParallelTable",
    "ParallelTables",
    "load_tables",
    "run_bitext",
]

COLUMNS: Final[Mapping[str, Language]] = {"ind": "id", "eng": "en", "sun": "su"}
MEASURE: Final = "Success@1"
_LEAST_COLUMNS: Final = 2


@dataclass(frozen=True, slots=True)
class ParallelTable:
    """Aligned sentences: each row has a text, perhaps empty, for each language."""

    name: str
    rows: tuple[Mapping[Language, str], ...]


@dataclass(frozen=True, slots=True)
class ParallelTables:
    """The tables of a folder."""

    folder: str
    tables: tuple[ParallelTable, ...]


@dataclass(frozen=True, slots=True)
class AskedSentence:
    """A sentence with the row (from 1) that it found first in each language, 0 for none."""

    row: int
    language: Language
    found: Mapping[str, int]
    right: Mapping[str, bool]


@dataclass(frozen=True, slots=True)
class BitextTable:
    """What came of one table, ``name`` being that of its file; Success@1 in ``cells``."""

    name: str
    rows: int
    asked: tuple[AskedSentence, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class BitextRun:
    """What came of all tables of a folder."""

    folder: str
    tables: tuple[BitextTable, ...]


def load_tables(folder: Path) -> ParallelTables:
    """Read the tables of a folder that have two or more of the columns eng, ind and sun.

    They are ``.tsv`` files with a header row; others, and other columns, are passed over.
    A single file stands for itself.

    Raises:
        EvaluationError: A file cannot be read, rows do not fit their header, or there is no
            such table; every problem is named.
    """
    problems: list[str] = []
    paths = [folder] if folder.is_file() else sorted(folder.glob("*.tsv"))
    tables = [_load_table(path, problems) for path in paths]
    if problems:
        raise EvaluationError.of(problems)
    found = tuple(table for table in tables if table is not None)
    if not found:
        raise EvaluationError(
            f"no table to measure in {str(folder)!r}: expected .tsv files whose header has at "
            f"least two of {', '.join(COLUMNS)}"
        )
    return ParallelTables(str(folder), found)


def run_bitext(
    settings: Settings,
    tables: ParallelTables,
    *,
    encoder: Encoder | None = None,
    progress: Progress | None = None,
) -> BitextRun:
    """Let every sentence of every table look for its translations, and for itself.

    Raises:
        EncoderError: The encoder cannot be loaded or used.
        StorageError: There is no room for the sentences.
    """
    told = progress or Progress()
    made = (_run_table(settings, table, encoder, told) for table in tables.tables)
    return BitextRun(tables.folder, tuple(made))


def _run_table(
    settings: Settings, table: ParallelTable, encoder: Encoder | None, told: Progress
) -> BitextTable:
    passages = [
        GivenPassage(f"{number}", text, language)
        for number, row in enumerate(table.rows, start=1)
        for language, text in row.items()
        if text
    ]
    with temporary_corpus(settings, passages, encoder=encoder) as corpus:
        asked = tuple(_ask(corpus, table, one) for one in told.through(table.name, passages))
    measured = [
        Measured(
            one.language,
            f"{one.row}",
            {language: (float(right),) for language, right in one.right.items()},
        )
        for one in asked
    ]
    return BitextTable(table.name, len(table.rows), asked, tuple(_directions(measured, table.name)))


def _directions(measured: Sequence[Measured], name: str) -> Iterator[Cell]:
    """Yield the cells of single directions: a mean over them would hide the hard ones."""
    languages = {one.question_language for one in measured}
    for cell in direction_cells(measured, (MEASURE,), name):
        if cell.question_language in languages:
            yield cell


def _ask(corpus: TemporaryCorpus, table: ParallelTable, asked: GivenPassage) -> AskedSentence:
    number = int(asked.passage_id)
    found: dict[str, int] = {}
    right: dict[str, bool] = {}
    for language, wanted in table.rows[number - 1].items():
        if wanted:
            first = corpus.search(asked.text, k=1, language=language)
            place = int(first[0].passage_id) if first else 0
            found[language] = place
            right[language] = bool(first) and table.rows[place - 1][language] == wanted
    return AskedSentence(number, asked.language, found, right)


def _load_table(path: Path, problems: list[str]) -> ParallelTable | None:
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        problems.append(f"cannot read {str(path)!r}: {error}")
        return None
    header = lines[0].rstrip("\r").split("\t")
    places = {COLUMNS[name]: at for at, name in enumerate(header) if name in COLUMNS}
    if len(places) < _LEAST_COLUMNS:
        return None
    rows: list[Mapping[Language, str]] = []
    for number, line in enumerate(lines[1:], start=2):
        cells = line.rstrip("\r").split("\t")
        if not line.strip():
            continue
        if len(cells) != len(header):
            problems.append(f"{path}:{number}: expected {len(header)} columns, found {len(cells)}")
            continue
        rows.append({language: cells[at].strip() for language, at in places.items()})
    if not rows:
        problems.append(f"{path}: there are no rows under the header")
    return ParallelTable(path.stem, tuple(rows))
