"""Question language × passage language: what each direction of a search is worth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from assistant.evaluating.bootstrap import Figure, mean_figures
from corpus.language import LANGUAGES

__all__ = [
    "ALL",
    "ANY",
    "MIXED",
    "PASSAGE_LANGUAGES",
    "QUESTION_LANGUAGES",
    "Cell",
    "Measured",
    "direction_cells",
]

ALL: Final = "all"
"""Questions in whichever language."""
ANY: Final = "any"
"""Passages in whichever language."""
MIXED: Final = "mixed"
"""Code-switched questions."""
QUESTION_LANGUAGES: Final = (*LANGUAGES, MIXED, ALL)
PASSAGE_LANGUAGES: Final = (ANY, *LANGUAGES)


@dataclass(frozen=True, slots=True)
class Measured:
    """What one question found, measured.

    ``question_language`` is one of the three or ``mixed``; ``cluster`` names what is
    drawn together in the bootstrap. ``values`` has, for each passage language in which
    something is relevant and for ``any``, one number for each measure.
    """

    question_language: str
    cluster: str
    values: Mapping[str, tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Cell:
    """The figures of one direction, by the name of the measure.

    ``part`` is the half of the judgments, or the file; empty where there is only one.
    """

    part: str
    question_language: str
    passage_language: str
    figures: Mapping[str, Figure]


def direction_cells(
    measured: Sequence[Measured], measures: Sequence[str], part: str = ""
) -> tuple[Cell, ...]:
    """Return the cells that any question falls in, each a mean over its questions.

    Args:
        measured: The questions; one without a value for a direction is not in its cell.
        measures: The names of the numbers in ``values``, in their order.
        part: Which part the questions are.
    """
    cells: list[Cell] = []
    for asked in QUESTION_LANGUAGES:
        for found in PASSAGE_LANGUAGES:
            chosen = [
                one
                for one in measured
                if asked in (ALL, one.question_language) and found in one.values
            ]
            if chosen:
                figures = mean_figures(
                    [one.values[found] for one in chosen], [one.cluster for one in chosen]
                )
                named = dict(zip(measures, figures, strict=True))
                cells.append(Cell(part, asked, found, named))
    return tuple(cells)
