"""Asking the queries of a triple, through the very retriever that answers questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from assistant.evaluating.directions import ANY, Cell, Measured, direction_cells
from assistant.evaluating.evaluation import EvaluationError
from assistant.evaluating.measures import MEASURES, ranking_values
from assistant.evaluating.progress import Progress
from assistant.evaluating.temporary_corpus import Found, TemporaryCorpus, temporary_corpus
from assistant.evaluating.triple import GivenQuery, Triple, TripleFiles
from corpus.encoder import Encoder
from corpus.language import LANGUAGES, Language
from corpus.settings import Settings

__all__ = ["AskedQuery", "TripleRun", "require_plain_ids", "run_triple", "write_run"]

DEPTH: Final = 10
RUN_DEPTH: Final = 100
"""How many passages of a query a run file holds: outside tools may look further down."""


@dataclass(frozen=True, slots=True)
class AskedQuery:
    """A judged query with what it found: ``found`` and ``values`` by passage language.

    The languages are those in which something is relevant to it, and ``any``.
    """

    query: GivenQuery
    found: Mapping[str, tuple[Found, ...]]
    values: Mapping[str, tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class TripleRun:
    """What came of the triple read from ``files``.

    ``unjudged`` counts queries that ``qrels`` does not name, which are not asked;
    ``unasked`` judged ones without a question, which are not measured; ``not_relevant``
    asked ones to which nothing is relevant, which count 0; ``not_held`` relevant passages
    of asked ones that the corpus lacks, which count as not found.
    """

    files: TripleFiles
    passages: int
    languages: tuple[Language, ...]
    told: int
    unjudged: int
    unasked: int
    not_relevant: int
    not_held: int
    asked: tuple[AskedQuery, ...]
    cells: tuple[Cell, ...]


def run_triple(
    settings: Settings,
    triple: Triple,
    *,
    depth: int = DEPTH,
    encoder: Encoder | None = None,
    progress: Progress | None = None,
) -> TripleRun:
    """Hold the passages of a triple for a while, and ask all its judged queries.

    Args:
        settings: By which encoder; its data directory is not touched.
        triple: What is asked, of what.
        depth: How many passages to find for a query; 10 or more, or measures would lack.
        encoder: Use this one instead of loading that of ``settings``.
        progress: Told how far it is.

    Raises:
        EncoderError: The encoder cannot be loaded or used.
        StorageError: There is no room for the passages.
    """
    told = progress or Progress()
    languages = {passage.passage_id: passage.language for passage in triple.passages}
    held = tuple(one for one in LANGUAGES if one in set(languages.values()))
    judged = [query for query in triple.queries if query.query_id in triple.qrels]
    with temporary_corpus(
        settings, triple.passages, encoder=encoder, progress=told.of("index")
    ) as corpus:
        asked = []
        for query in told.through("queries", judged):
            grades = triple.qrels[query.query_id]
            asked.append(_ask(corpus, query, grades, languages, depth, held))
    measured = [Measured(one.query.language, one.query.query_id, one.values) for one in asked]
    relevant = [_relevant(triple.qrels[query.query_id]) for query in judged]
    return TripleRun(
        files=triple.files,
        passages=len(triple.passages),
        languages=held,
        told=triple.told,
        unjudged=len(triple.queries) - len(judged),
        unasked=len(triple.qrels) - len(judged),
        not_relevant=sum(not of_query for of_query in relevant),
        not_held=sum(key not in languages for of_query in relevant for key in of_query),
        asked=tuple(asked),
        cells=direction_cells(measured, MEASURES),
    )


def require_plain_ids(ids: Iterable[str]) -> None:
    """Refuse ids that a run file has no room for.

    Raises:
        EvaluationError: An id has a space in it.
    """
    for key in ids:
        if key.split() != [key]:
            raise EvaluationError(
                f"no run can be written: the id {key!r} has a space in it, which the format "
                "has no room for; leave --run out or change the id"
            )


def write_run(path: Path, run: TripleRun) -> None:
    """Write what was found as a run that trec_eval reads, six fields a line.

    Scores are written so that they fall strictly, also at single precision, since tools
    put equal ones in an order of their own.

    Raises:
        EvaluationError: An id has a space in it, or the file cannot be written.
    """
    lines = [line for one in run.asked for line in _run_lines(one)]
    try:
        path.write_text("".join(lines), encoding="utf-8")
    except OSError as error:
        raise EvaluationError(f"cannot write {str(path)!r}: {error.strerror or error}") from error


def _run_lines(asked: AskedQuery) -> Iterator[str]:
    before = np.float32(np.inf)
    require_plain_ids((asked.query.query_id, *(found.passage_id for found in asked.found[ANY])))
    for rank, found in enumerate(asked.found[ANY], start=1):
        below = np.nextafter(before, np.float32(-np.inf))
        before = min(np.float32(found.score), below)
        yield f"{asked.query.query_id} Q0 {found.passage_id} {rank} {before:.9g} sitir\n"


def _ask(
    corpus: TemporaryCorpus,
    query: GivenQuery,
    grades: Mapping[str, int],
    languages: Mapping[str, Language],
    depth: int,
    held: tuple[Language, ...],
) -> AskedQuery:
    found = {ANY: corpus.search(query.question, k=depth)}
    values = {ANY: _values(found[ANY], grades)}
    for language in held:
        of_language = {
            key: grade for key, grade in grades.items() if languages.get(key) == language
        }
        if not _relevant(of_language):
            continue
        if len(held) == 1:
            found[language] = found[ANY]
        else:
            found[language] = corpus.search(query.question, k=DEPTH, language=language)
        values[language] = _values(found[language], of_language)
    return AskedQuery(query, found, values)


def _relevant(grades: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(key for key, grade in grades.items() if grade > 0)


def _values(found: tuple[Found, ...], grades: Mapping[str, int]) -> tuple[float, ...]:
    return ranking_values([one.passage_id for one in found], grades)
