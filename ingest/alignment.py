"""Aligning the texts that an author gives in several languages, sentence by sentence.

The beads (1–1, 1–2, 2–1, 1–0, 0–1) that fit best are found by dynamic programming over
the similarity of the sentences' vectors and the ratio of their lengths, after Gale and
Church, *A Program for Aligning Sentences in Bilingual Corpora* (Computational
Linguistics 19(1), 1993), with vectors in the place of their length-only model.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from corpus.records import Span

__all__ = ["Bead", "align", "common_cuts"]

_PRIORS: Final = {(1, 1): 0.0, (1, 2): -0.35, (2, 1): -0.35, (1, 0): -0.1, (0, 1): -0.1}
"""Authors translate sentence by sentence: anything but 1–1 must be earned."""
_LENGTH_WEIGHT: Final = 0.3


@dataclass(frozen=True, slots=True)
class Bead:
    """Sentences ``left`` of one text that say what sentences ``right`` of the other say."""

    left: Span
    right: Span


def align(
    left: NDArray[np.float32],
    right: NDArray[np.float32],
    left_lengths: Sequence[int],
    right_lengths: Sequence[int],
) -> tuple[Bead, ...]:
    """Align two texts.

    Args:
        left: Vectors of the one text's sentences, shape (n, d), rows of unit length.
        right: Vectors of the other's, shape (m, d).
        left_lengths: The sentences' lengths in characters, n of them.
        right_lengths: Likewise, m of them.

    Returns:
        Beads in order that together cover both texts.
    """
    n, m = len(left_lengths), len(right_lengths)
    best = np.full((n + 1, m + 1), -np.inf)
    best[0, 0] = 0.0
    back: dict[tuple[int, int], tuple[int, int]] = {}
    for i in range(n + 1):
        for j in range(m + 1):
            for (a, b), prior in _PRIORS.items():
                if i < a or j < b or best[i - a, j - b] == -np.inf:
                    continue
                gain = prior + _gain(left[i - a : i], right[j - b : j])
                gain -= _length_cost(sum(left_lengths[i - a : i]), sum(right_lengths[j - b : j]))
                if best[i - a, j - b] + gain > best[i, j]:
                    best[i, j] = best[i - a, j - b] + gain
                    back[i, j] = (a, b)
    beads: list[Bead] = []
    i, j = n, m
    while (i, j) != (0, 0):
        a, b = back[i, j]
        beads.append(Bead(Span(i - a, i), Span(j - b, j)))
        i, j = i - a, j - b
    return tuple(reversed(beads))


def _gain(left: NDArray[np.float32], right: NDArray[np.float32]) -> float:
    if not len(left) or not len(right):
        return 0.0
    a, b = left.sum(axis=0), right.sum(axis=0)
    norm = float(np.linalg.norm(a) * np.linalg.norm(b))
    similarity = float(a @ b) / norm if norm else 0.0
    return similarity * (len(left) + len(right)) / 2


def _length_cost(left: int, right: int) -> float:
    if not left or not right:
        return 0.0
    return _LENGTH_WEIGHT * abs(math.log(left / right))


def common_cuts(alignments: Sequence[Sequence[Bead]]) -> tuple[tuple[int, ...], ...]:
    """Return where one text and all that are aligned with it can be cut together.

    Args:
        alignments: For each other text, its beads with the one as ``left``.

    Returns:
        Tuples (place in the one, place in the first other, …), ascending, from all
        zeros to all lengths.
    """
    ends = [{0: 0} | {bead.left.end: bead.right.end for bead in beads} for beads in alignments]
    shared = sorted(set.intersection(*(set(end) for end in ends)))
    return tuple((place, *(end[place] for end in ends)) for place in shared)
