"""Figures with their intervals, by the percentile bootstrap (Efron, 1979).

What is drawn again are clusters, not questions: one fact that is asked in three
languages is one thing seen three times, and counting it thrice would make intervals
narrower than what is known. The draws are seeded: the same values give the same interval.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

__all__ = [
    "CONFIDENCE",
    "RESAMPLES",
    "SEED",
    "Figure",
    "auc_figure",
    "mean_figures",
    "ratio_figure",
]

CONFIDENCE: Final = 0.95
RESAMPLES: Final = 2_000
SEED: Final = 0
_AT_ONCE: Final = 1 << 20
"""How many numbers are drawn at once, so that memory stays small for many questions."""

_Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Figure:
    """A value with its interval, and ``n``, how many things it is over.

    All but ``n`` are ``None`` where there is nothing to divide by.
    """

    value: float | None
    low: float | None
    high: float | None
    n: int

    def to_json(self) -> dict[str, Any]:
        """Return ``{"value", "interval": [low, high], "n"}``; unknown is ``null``."""
        interval = None if self.low is None or self.high is None else [self.low, self.high]
        return {"value": self.value, "interval": interval, "n": self.n}


def mean_figures(values: Sequence[Sequence[float]], clusters: Sequence[str]) -> tuple[Figure, ...]:
    """Return the mean of each column.

    Args:
        values: One row for each question, all equally long.
        clusters: What each row is drawn together with.
    """
    table = np.asarray(values, dtype=np.float64)
    ones = np.ones(len(table))
    return tuple(_ratios(table, ones, clusters, len(table)))


def ratio_figure(
    numerators: Sequence[float],
    denominators: Sequence[float],
    clusters: Sequence[str],
    n: int | None = None,
) -> Figure:
    """Return the sum of ``numerators`` over that of ``denominators``, row by row.

    Args:
        numerators: One number for each question.
        denominators: The same, not negative.
        clusters: What each question is drawn together with.
        n: What the figure is over; by default the sum of the denominators.
    """
    under = np.asarray(denominators, dtype=np.float64)
    over = np.asarray(numerators, dtype=np.float64)[:, np.newaxis]
    counted = round(float(under.sum())) if n is None else n
    return next(iter(_ratios(over, under, clusters, counted)))


def auc_figure(
    scores: Sequence[float], positive: Sequence[bool], clusters: Sequence[str]
) -> Figure:
    """Return how often a positive one has the higher score than a negative one; ties half."""
    above = np.asarray(positive, dtype=bool)
    values = np.asarray(scores, dtype=np.float64)
    if not above.any() or above.all():
        return Figure(None, None, None, len(values))
    high, low = values[above][:, np.newaxis], values[~above][np.newaxis]
    wins = (high > low) + 0.5 * (high == low)
    groups, size = _numbered(clusters)
    drawn = np.concatenate(
        [
            _divided(
                ((counts[:, groups[above]] @ wins) * counts[:, groups[~above]]).sum(axis=1),
                counts[:, groups[above]].sum(axis=1) * counts[:, groups[~above]].sum(axis=1),
            )
            for counts in _draws(size)
        ]
    )
    return _figure(float(wins.mean()), drawn, len(values))


def _ratios(over: _Numbers, under: _Numbers, clusters: Sequence[str], n: int) -> Iterator[Figure]:
    """Yield for each column of ``over`` its sum divided by that of ``under``."""
    groups, size = _numbered(clusters)
    sums = np.zeros((size, over.shape[1] + 1))
    np.add.at(sums, groups, np.column_stack((over, under)))
    totals = sums.sum(axis=0)
    drawn = np.concatenate([counts @ sums for counts in _draws(size)])
    for column in range(over.shape[1]):
        value = float(totals[column] / totals[-1]) if totals[-1] else None
        yield _figure(value, _divided(drawn[:, column], drawn[:, -1]), n)


def _numbered(clusters: Sequence[str]) -> tuple[NDArray[np.intp], int]:
    numbers: dict[str, int] = {}
    places = [numbers.setdefault(cluster, len(numbers)) for cluster in clusters]
    return np.array(places, dtype=np.intp), len(numbers)


def _draws(size: int) -> Iterator[_Numbers]:
    """Yield, some resamples at a time, how often each cluster is drawn in each."""
    random = np.random.default_rng(SEED)
    if not size:
        yield np.zeros((RESAMPLES, 0))
        return
    rows = max(1, _AT_ONCE // size)
    for start in range(0, RESAMPLES, rows):
        here = min(rows, RESAMPLES - start)
        drawn = random.integers(size, size=(here, size)) + size * np.arange(here)[:, np.newaxis]
        counts = np.bincount(drawn.ravel(), minlength=here * size)
        yield counts.reshape(here, size).astype(np.float64)


def _divided(over: _Numbers, under: _Numbers) -> _Numbers:
    """Return the quotients of the resamples that hold anything to divide by."""
    held = under > 0
    return np.asarray(over[held] / under[held], dtype=np.float64)


def _figure(value: float | None, drawn: _Numbers, n: int) -> Figure:
    if value is None or not drawn.size:
        return Figure(None, None, None, n)
    tail = (1.0 - CONFIDENCE) / 2.0
    low, high = np.quantile(drawn, (tail, 1.0 - tail))
    return Figure(round(value, 6), round(float(low), 6), round(float(high), 6), n)
