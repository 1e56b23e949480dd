"""The project's own glossary as training data.

``corpus/glossary.tsv`` is written to be read by people: one concept or word form a line,
synonyms in one cell, plain and polite Sundanese in columns of their own. Here its
synonyms become pairs of words.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from corpus.encoder.data import ParallelTable
from corpus.errors import EncoderError

GLOSSARY_FILE: Final = Path(__file__).parents[1] / "glossary.tsv"
COLUMNS: Final = ("en", "id", "su", "su_polite", "topic")
SEPARATOR: Final = "; "


def read_glossary(path: Path = GLOSSARY_FILE) -> ParallelTable:
    """Read the glossary as a table of word triples.

    Every synonym of a cell stands in at least one row; the polite forms are rows of their
    own.

    Raises:
        EncoderError: the file cannot be read, or has a row without its five columns.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as exc:
        raise EncoderError(f"cannot read the glossary {str(path)!r}: {exc}") from exc
    if not lines or tuple(lines[0].split("\t")) != COLUMNS:
        raise EncoderError(f"{path}:1: the header must be {', '.join(COLUMNS)}")
    rows: dict[tuple[str, ...], None] = {}
    for number, line in enumerate(lines[1:], start=2):
        cells = line.split("\t")
        if len(cells) != len(COLUMNS) or not all(cells[:3]):
            raise EncoderError(f"{path}:{number}: en, id and su must be filled, in five columns")
        rows.update(dict.fromkeys(_triples(*cells[:4])))
    return ParallelTable("glossary", ("en", "id", "su"), tuple(rows))


def _triples(english: str, indonesian: str, plain: str, polite: str) -> Iterator[tuple[str, ...]]:
    sides = [side.split(SEPARATOR) for side in (english, indonesian)]
    for sundanese in (plain, polite):
        if not sundanese:
            continue
        columns = [*sides, sundanese.split(SEPARATOR)]
        longest = max(map(len, columns))
        for place in range(longest):
            yield tuple(column[place % len(column)] for column in columns)
