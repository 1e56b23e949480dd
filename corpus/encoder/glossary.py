"""The project's own glossary as training data: its synonyms become pairs of words."""

from collections.abc import Iterator
from pathlib import Path

from corpus.encoder.data import ParallelTable
from corpus.errors import EncoderError, UnreadableFileError
from corpus.glossary import GLOSSARY_FILE, Concept, read_concepts


def read_glossary(path: Path = GLOSSARY_FILE) -> ParallelTable:
    """Read the glossary as a table of word triples.

    Every synonym of a cell stands in at least one row; the polite forms are rows of their
    own.

    Raises:
        EncoderError: the file cannot be read, or has a row without its five columns.
    """
    try:
        concepts = read_concepts(path)
    except UnreadableFileError as exc:
        raise EncoderError(f"the glossary cannot be trained on: {exc}") from exc
    rows = dict.fromkeys(triple for concept in concepts for triple in _triples(concept))
    return ParallelTable("glossary", ("en", "id", "su"), tuple(rows))


def _triples(concept: Concept) -> Iterator[tuple[str, ...]]:
    for sundanese in (concept.su, concept.polite):
        if not sundanese:
            continue
        columns = (concept.en, concept.id, sundanese)
        longest = max(map(len, columns))
        for place in range(longest):
            yield tuple(column[place % len(column)] for column in columns)
