"""Measures of one ranking against its judgments, as ``ir_measures`` names and defines them.

A ranking holds each thing once, best first. A question that finds nothing has 0 in all.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from math import log2
from typing import Final

__all__ = ["MEASURES", "ndcg", "ranking_values", "recall", "reciprocal_rank", "success"]

MEASURES: Final = ("R@1", "R@5", "RR@10", "nDCG@10", "Success@1")


def recall(ranked: Sequence[str], relevant: Collection[str], k: int) -> float:
    """Return the fraction of the relevant ones among the first ``k``.

    Raises:
        ValueError: Nothing is relevant.
    """
    if not relevant:
        raise ValueError("recall needs at least one relevant group")
    return len(set(ranked[:k]) & set(relevant)) / len(relevant)


def reciprocal_rank(ranked: Sequence[str], relevant: Collection[str], k: int = 10) -> float:
    """Return one over the rank of the first relevant one, 0 when it is not in ``k``."""
    return next((1 / rank for rank, g in enumerate(ranked[:k], start=1) if g in relevant), 0.0)


def success(ranked: Sequence[str], relevant: Collection[str], k: int = 1) -> float:
    """Return 1 when any of the first ``k`` is relevant, else 0."""
    return float(any(one in relevant for one in ranked[:k]))


def ndcg(ranked: Sequence[str], grades: Mapping[str, int], k: int = 10) -> float:
    """Return the discounted gain of the first ``k`` over that of the best order, in [0, 1].

    The gain is the grade (none below 0), the discount the logarithm to base 2 of one more
    than the rank (Järvelin and Kekäläinen, 2002, as trec_eval has it).
    """
    best = _discounted(sorted((max(grade, 0) for grade in grades.values()), reverse=True)[:k])
    found = _discounted([max(grades.get(one, 0), 0) for one in ranked[:k]])
    return found / best if best else 0.0


def ranking_values(ranked: Sequence[str], grades: Mapping[str, int]) -> tuple[float, ...]:
    """Return the values of ``MEASURES``, in their order.

    Args:
        ranked: What was found, best first.
        grades: How relevant what was judged is; from 1 on it is relevant. When nothing
            is, all values are 0.
    """
    relevant = {one for one, grade in grades.items() if grade > 0}
    if not relevant:
        return (0.0,) * len(MEASURES)
    return (
        recall(ranked, relevant, 1),
        recall(ranked, relevant, 5),
        reciprocal_rank(ranked, relevant, 10),
        ndcg(ranked, grades, 10),
        success(ranked, relevant, 1),
    )


def _discounted(gains: Sequence[int]) -> float:
    return sum(gain / log2(rank + 1) for rank, gain in enumerate(gains, start=1))
