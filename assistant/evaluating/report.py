"""An evaluation as one JSON object.

::

    {"format": 1, "command", "date", "encoder": {"name", "digest"},
     "bootstrap": {"confidence", "resamples", "seed", "method"},
     "judged": null | {
       "document_id", "scoped", "documents",
       "retrieval": [CELL],                          # "part": report | tune | all
       "answers": [{"split", "question_language", "figures": {NAME: FIGURE}}],
       "silence": [{"split", "question_language", "distance", "figures": {NAME: FIGURE}}],
       "questions": [{"query_id", "cluster", "split", "asked_in", "language", "question",
                      "fact_id", "kind", "distance", "reason",
                      "relevant": {P: [group]}, "found": {P: [group]},
                      "values": {P: {MEASURE: number}}, "probability",
                      "answer": {"abstained", "reason", "language", "contains",
                                 "cited": [group], "read_back", "raw_read_back"}}]},
     "triple": null | {
       "queries_file", "qrels_file", "corpus_file",
       "passages", "languages", "told", "unjudged", "unasked", "not_relevant", "not_held",
       "retrieval": [CELL],                          # "part": ""
       "queries": [{"query_id", "language", "question",
                    "found": {P: [{"passage_id", "score"}]},
                    "values": {P: {MEASURE: number}}}]},
     "bitext": null | {
       "folder",
       "tables": [{"name", "rows", "directions": [CELL],      # "part": the table's name
                   "sentences": [{"row", "language", "found": {P: row}, "right": {P: bool}}]}]}}

    CELL    {"part", "question_language", "passage_language", "figures": {MEASURE: FIGURE}}
    FIGURE  {"value": number | null, "interval": [low, high] | null, "n"}

``P`` is a passage language, ``any`` standing for all. What the names of figures and
counts mean is told by ``AnswerRow``, ``SilenceRow`` and ``TripleRun``; ``found`` holds
ten at most, best first. Fields may be added; ``format`` is raised when one changes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any, Final

from assistant.evaluating.bitext_run import BitextRun, BitextTable
from assistant.evaluating.bootstrap import CONFIDENCE, RESAMPLES, SEED, Figure
from assistant.evaluating.directions import Cell
from assistant.evaluating.evaluation import Evaluation
from assistant.evaluating.judged_figures import JudgedRun
from assistant.evaluating.judged_run import AskedQuestion
from assistant.evaluating.measures import MEASURES
from assistant.evaluating.triple_run import AskedQuery, TripleRun

__all__ = ["to_json"]

FORMAT: Final = 1
_SHOWN: Final = 10


def to_json(evaluation: Evaluation) -> dict[str, Any]:
    """Return an evaluation as the object that the module's text documents."""
    return {
        "format": FORMAT,
        "command": evaluation.command,
        "date": evaluation.date,
        "encoder": {"name": evaluation.encoder, "digest": evaluation.encoder_digest},
        "bootstrap": {
            "confidence": CONFIDENCE,
            "resamples": RESAMPLES,
            "seed": SEED,
            "method": "percentile",
        },
        "judged": None if evaluation.judged is None else _judged(evaluation.judged),
        "triple": None if evaluation.triple is None else _triple(evaluation.triple),
        "bitext": None if evaluation.bitext is None else _bitext(evaluation.bitext),
    }


def _judged(run: JudgedRun) -> dict[str, Any]:
    return {
        "document_id": run.document_id,
        "scoped": run.scoped,
        "documents": run.documents,
        "retrieval": _cells(run.retrieval),
        "answers": [
            {
                "split": row.split,
                "question_language": row.question_language,
                "figures": _figures(row.figures),
            }
            for row in run.answers
        ],
        "silence": [
            {
                "split": row.split,
                "question_language": row.question_language,
                "distance": row.distance,
                "figures": _figures(row.figures),
            }
            for row in run.silence
        ],
        "questions": [_question(one) for one in run.asked],
    }


def _question(one: AskedQuestion) -> dict[str, Any]:
    asked = one.asked
    return {
        "query_id": asked.query_id,
        "cluster": asked.cluster,
        "split": asked.split,
        "asked_in": asked.asked_in,
        "language": asked.language,
        "question": asked.question,
        "fact_id": None if asked.fact is None else asked.fact.fact_id,
        "kind": None if asked.fact is None else asked.fact.kind,
        "distance": asked.distance or None,
        "reason": asked.reason or None,
        "relevant": dict(one.relevant),
        "found": dict(one.found),
        "values": _values(one.values),
        "probability": round(one.probability, 6),
        "answer": asdict(one.answer),
    }


def _triple(run: TripleRun) -> dict[str, Any]:
    return {
        "queries_file": run.files.queries,
        "qrels_file": run.files.qrels,
        "corpus_file": run.files.corpus,
        "passages": run.passages,
        "languages": list(run.languages),
        "told": run.told,
        "unjudged": run.unjudged,
        "unasked": run.unasked,
        "not_relevant": run.not_relevant,
        "not_held": run.not_held,
        "retrieval": _cells(run.cells),
        "queries": [_query(one) for one in run.asked],
    }


def _query(one: AskedQuery) -> dict[str, Any]:
    return {
        "query_id": one.query.query_id,
        "language": one.query.language,
        "question": one.query.question,
        "found": {
            language: [
                {"passage_id": hit.passage_id, "score": round(hit.score, 6)}
                for hit in found[:_SHOWN]
            ]
            for language, found in one.found.items()
        },
        "values": _values(one.values),
    }


def _bitext(run: BitextRun) -> dict[str, Any]:
    return {"folder": run.folder, "tables": [_table(table) for table in run.tables]}


def _table(table: BitextTable) -> dict[str, Any]:
    return {
        "name": table.name,
        "rows": table.rows,
        "directions": _cells(table.cells),
        "sentences": [asdict(one) for one in table.asked],
    }


def _cells(cells: Sequence[Cell]) -> list[dict[str, Any]]:
    return [
        {
            "part": cell.part,
            "question_language": cell.question_language,
            "passage_language": cell.passage_language,
            "figures": _figures(cell.figures),
        }
        for cell in cells
    ]


def _figures(figures: Mapping[str, Figure]) -> dict[str, Any]:
    return {name: figure.to_json() for name, figure in figures.items()}


def _values(values: Mapping[str, tuple[float, ...]]) -> dict[str, dict[str, float]]:
    return {
        language: {name: round(value, 6) for name, value in zip(MEASURES, of_language, strict=True)}
        for language, of_language in values.items()
    }
