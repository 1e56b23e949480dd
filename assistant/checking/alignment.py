"""A quote against the text that it may be taken from: where, and in which words it differs.

Words are aligned by the cheapest way to turn one into the other, with free ends in the
text and affine gaps (Gotoh, *An improved algorithm for matching biological sequences*,
J. Mol. Biol. 1982): a run of words that a quote leaves out costs little more than one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from assistant.checking.records import Operation
from corpus.records import Span
from corpus.text import fold

__all__ = ["MOST_WORDS", "Alignment", "Edit", "align"]

MOST_WORDS: Final = 300
"""Longer quotes are to be aligned in pieces; what is behind this many words is not read."""
MOST_TEXT_WORDS: Final = 1_500

_ADDED: Final = 105
"""A little more than ``_REPLACED``, which tells more."""
_OPENED: Final = 70
"""What the first word left out costs, beside ``_LONGER``."""
_LONGER: Final = 12
_REPLACED: Final = 100
_INFLECTED: Final = 60
"""A word for another that begins or ends alike."""
_RESPELLED: Final = 25
"""A word that differs in case, accents or punctuation alone."""
_COMMON_LETTERS: Final = 4

_TOKEN: Final = re.compile(r"\S+")
_EDGES: Final = re.compile(r"^[^\w]+|[^\w%]+$")
_OPENING: Final = re.compile(r"^[^\w]+")
_CLOSING: Final = re.compile(r"[^\w%]+$")


@dataclass(frozen=True, slots=True)
class Edit:
    """Words of the quote at ``given`` stand for those of the text at ``original``.

    Either may be empty; then it is the place between words.
    """

    operation: Operation
    given: Span
    original: Span


@dataclass(frozen=True, slots=True)
class Alignment:
    """The quote stands for the text's ``[start, end)``.

    ``score`` is 1 when no word differs and 0 when nothing fits; ``kept`` counts the words
    that are the same in both.
    """

    start: int
    end: int
    edits: tuple[Edit, ...]
    score: float
    kept: int


def align(quote: str, text: str) -> Alignment | None:
    """Return the best alignment of a folded quote with a part of a folded text, if any."""
    given, held = _tokens(quote)[:MOST_WORDS], _tokens(text)[:MOST_TEXT_WORDS]
    if not given or not held:
        return None
    words = [quote[span.start : span.end] for span in given]
    others = [text[span.start : span.end] for span in held]
    costs = _costs(words, others)
    table, unopened = _table(costs)
    steps = _trace(costs, table, unopened)
    used = [step.column for step in steps if step.row is not None and step.column is not None]
    if not used:
        return None
    cost = int(table[-1].min())
    return Alignment(
        start=held[used[0]].start,
        end=held[used[-1]].end,
        edits=tuple(_edits(steps, costs, given, held)),
        score=max(0.0, 1.0 - cost / (_REPLACED * len(given))),
        kept=sum(_is_kept(step, costs) for step in steps),
    )


@dataclass(frozen=True, slots=True)
class _Step:
    """A word of the quote (``row``) with one of the text (``column``), or one alone."""

    row: int | None
    column: int | None


def _tokens(text: str) -> list[Span]:
    return [Span(*match.span()) for match in _TOKEN.finditer(text)]


def _costs(words: Sequence[str], others: Sequence[str]) -> NDArray[np.int32]:
    """Return what it costs to put a word for another, shape (words, others)."""
    costs = np.full((len(words), len(others)), _REPLACED, dtype=np.int32)
    bare, other_bare = [_bare(w) for w in words], [_bare(w) for w in others]
    size = _COMMON_LETTERS
    for ending in (slice(None, size), slice(-size, None)):
        left = [w[ending] if len(w) > size else "" for w in bare]
        right = [w[ending] if len(w) > size else "" for w in other_bare]
        costs[_same(left, right)] = _INFLECTED
    costs[_same(bare, other_bare)] = _RESPELLED
    costs[_same(words, others)] = 0
    # Punctuation at a quote's edges may be the quoting sentence's own.
    first, last = _OPENING.sub("", words[0]), _CLOSING.sub("", words[-1])
    costs[0, [bool(first) and _OPENING.sub("", other) == first for other in others]] = 0
    costs[-1, [bool(last) and _CLOSING.sub("", other) == last for other in others]] = 0
    return costs


def _bare(word: str) -> str:
    folded = _EDGES.sub("", fold(word))
    return "" if any(char.isdigit() for char in folded) and folded != word else folded


def _same(left: Sequence[str], right: Sequence[str]) -> NDArray[np.bool_]:
    """Tell which words are equal and not empty, shape (left, right)."""
    numbers = {word: place for place, word in enumerate(dict.fromkeys((*left, *right)), start=1)}
    numbers[""] = 0
    rows = np.array([numbers[word] for word in left], dtype=np.int32)[:, np.newaxis]
    columns = np.array([numbers[word] for word in right], dtype=np.int32)[np.newaxis]
    same: NDArray[np.bool_] = (rows == columns) & (rows > 0)
    return same


def _table(costs: NDArray[np.int32]) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Return the least costs of all prefixes, and those that do not end in a gap.

    Both of shape (words + 1, others + 1).
    """
    rows, columns = costs.shape
    table = np.zeros((rows + 1, columns + 1), dtype=np.int32)
    unopened = np.zeros_like(table)
    lengths = _LONGER * np.arange(columns + 1, dtype=np.int32)
    for row in range(1, rows + 1):
        best = table[row - 1] + _ADDED
        best[1:] = np.minimum(best[1:], table[row - 1, :-1] + costs[row - 1])
        unopened[row] = best
        table[row] = best
        reached = np.minimum.accumulate(best - lengths)[:-1]
        table[row, 1:] = np.minimum(best[1:], reached + lengths[1:] + _OPENED)
    return table, unopened


def _trace(
    costs: NDArray[np.int32], table: NDArray[np.int32], unopened: NDArray[np.int32]
) -> list[_Step]:
    """Return the steps of the cheapest alignment, in order."""
    row, column = costs.shape[0], int(table[-1].argmin())
    steps: list[_Step] = []
    while row:
        if table[row, column] < unopened[row, column]:
            gaps = _OPENED + _LONGER * np.arange(column, 0, -1, dtype=np.int32)
            before = unopened[row, :column] + gaps
            opened = int(np.flatnonzero(before == table[row, column])[-1])
            steps.extend(_Step(None, place) for place in range(column - 1, opened - 1, -1))
            column = opened
        fits = column and unopened[row, column] == (
            table[row - 1, column - 1] + costs[row - 1, column - 1]
        )
        row -= 1
        column -= 1 if fits else 0
        steps.append(_Step(row, column if fits else None))
    return steps[::-1]


def _edits(
    steps: Sequence[_Step], costs: NDArray[np.int32], given: Sequence[Span], held: Sequence[Span]
) -> Iterator[Edit]:
    """Yield the runs of words that differ."""
    run: list[_Step] = []
    kept: _Step | None = None
    for step in (*steps, None):
        same = step is not None and _is_kept(step, costs)
        if step is not None and not same:
            run.append(step)
            continue
        if run:
            yield _edit(run, kept, given, held)
            run = []
        kept = step


def _is_kept(step: _Step, costs: NDArray[np.int32]) -> bool:
    return step.row is not None and step.column is not None and not costs[step.row, step.column]


def _edit(
    run: Sequence[_Step], before: _Step | None, given: Sequence[Span], held: Sequence[Span]
) -> Edit:
    rows = [step.row for step in run if step.row is not None]
    columns = [step.column for step in run if step.column is not None]
    operation: Operation = "replaced"
    if not columns:
        operation = "added"
    elif not rows:
        operation = "left_out"
    return Edit(
        operation,
        _covered(rows, given, None if before is None else before.row),
        _covered(columns, held, None if before is None else before.column),
    )


def _covered(places: Sequence[int], spans: Sequence[Span], before: int | None) -> Span:
    """Return the span of words, or the place behind the word ``before`` when there are none."""
    if places:
        return Span(spans[places[0]].start, spans[places[-1]].end)
    at = 0 if before is None else spans[before].end
    return Span(at, at)
