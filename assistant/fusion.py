"""Fusion: the signals of a passage to one absolute score.

The score is a weighted mean of signals that are in [0, 1] each, so it says how good a
match is, whatever else was found; a rank or a z-score would not. The weights were set on
the tuning half of the judgments.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from corpus.records import ScoredPassage

__all__ = ["Signals", "best_of_groups", "fuse"]

COVERAGE: Final = 0.5
DENSE: Final = 1.0
SPELLING: Final = 0.25
SENTENCE: Final = 2.0


@dataclass(frozen=True, slots=True)
class Signals:
    """What speaks for a passage, each in [0, 1].

    ``coverage``: words of the question met by meaning in the passage or a version of
    it; ``dense``: cosine of the vectors; ``spelling``: words met by letter n-grams;
    ``sentence``: how well its best sentence answers.
    """

    coverage: float
    dense: float
    spelling: float
    sentence: float


def fuse(signals: Signals) -> float:
    """Return the score of a passage, in [0, 1]; higher is better."""
    total = (
        COVERAGE * signals.coverage
        + DENSE * max(signals.dense, 0.0)
        + SPELLING * signals.spelling
        + SENTENCE * signals.sentence
    )
    return total / (COVERAGE + DENSE + SPELLING + SENTENCE)


def best_of_groups(scored: Iterable[ScoredPassage]) -> tuple[ScoredPassage, ...]:
    """Return the best passage of each group, best first, ties by passage id.

    The result does not depend on the order of ``scored``.
    """
    best: dict[str, ScoredPassage] = {}
    for candidate in sorted(scored, key=lambda s: (-s.score, s.passage.passage_id)):
        best.setdefault(candidate.passage.group, candidate)
    return tuple(best.values())
