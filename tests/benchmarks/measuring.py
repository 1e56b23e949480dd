"""From runs to figures: the same for every system."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.evaluating.bootstrap import Figure, mean_figures
from assistant.evaluating.directions import Cell, Measured, direction_cells
from assistant.evaluating.measures import MEASURES, ranking_values
from tests.benchmarks.judged_task import JudgedCorpus, JudgedQuery, found_groups
from tests.benchmarks.peers.exchange import ANY, Run

PARTS = ("report", "tune", "all")


@dataclass(frozen=True, slots=True)
class MeasuredQuery:
    """What a system found for a question: groups, and values, by passage language."""

    judged: JudgedQuery
    found: Mapping[str, tuple[str, ...]]
    values: Mapping[str, tuple[float, ...]]


def measured_queries(run: Run, corpus: JudgedCorpus) -> tuple[MeasuredQuery, ...]:
    """Measure a run against the judgments of the corpus that it is of."""
    ranked = {(one.query_id, one.language): one.unit_ids for one in run.rankings}
    measured: list[MeasuredQuery] = []
    for judged in corpus.judged:
        found = {
            language: found_groups(
                ranked[judged.query_id, language],
                run.chunks,
                corpus.groups,
                [p for p in judged.places if language in (ANY, p.language)],
            )
            for language in judged.relevant
        }
        values = {
            language: ranking_values(found[language], dict.fromkeys(sorted(groups), 1))
            for language, groups in judged.relevant.items()
        }
        measured.append(MeasuredQuery(judged, found, values))
    return tuple(measured)


def of_part(measured: Sequence[MeasuredQuery], part: str) -> tuple[MeasuredQuery, ...]:
    """Return the questions of one half of the facts, or ``all``."""
    return tuple(one for one in measured if part in ("all", one.judged.split))


def cells(measured: Sequence[MeasuredQuery]) -> tuple[Cell, ...]:
    """Return the figures of each half and of all, question language by passage language."""
    return tuple(
        cell
        for part in PARTS
        for cell in direction_cells(
            [
                Measured(one.judged.language, one.judged.fact_id, one.values)
                for one in of_part(measured, part)
            ],
            MEASURES,
            part,
        )
    )


def difference(
    mine: Sequence[MeasuredQuery],
    theirs: Sequence[MeasuredQuery],
    measure: str,
    asked: str,
    found: str = ANY,
) -> Figure:
    """Return the mean of ``mine`` minus that of ``theirs``, question by question.

    Args:
        mine: The questions as one system answers them.
        theirs: The same questions, in the same order, as another does.
        measure: One of ``MEASURES``.
        asked: The language of the questions.
        found: The language of the passages.
    """
    at = MEASURES.index(measure)
    pairs = [
        (one, other)
        for one, other in zip(mine, theirs, strict=True)
        if one.judged.language == asked and found in one.values
    ]
    (figure,) = mean_figures(
        [[one.values[found][at] - other.values[found][at]] for one, other in pairs],
        [one.judged.fact_id for one, _ in pairs],
    )
    return figure
