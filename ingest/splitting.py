"""Splitting: sentences to passages of whole sentences.

A passage has 60 to 120 words where the text lets it. What must stay together (a list
with the sentence that opens it, aligned sentences of parallel texts) is one *unit*,
which may reach 250 words. Where to cut is found by dynamic programming, so that no
short remainder is left at a section's end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from corpus.language import Language
from corpus.records import Sentence, Span

__all__ = ["SPLITTER", "Unit", "list_units", "split_units"]

SPLITTER: Final = "sentences 60-120, lists to 250, v1"
"""How passages are made; an index built another way is not mixed with this one."""

LEAST: Final = 60
MOST: Final = 120
LIST_MOST: Final = 250
_PARAGRAPH_COST: Final = 12.0
_SENTENCE_COST: Final = 6.0
_OVER_COST: Final = 60.0
"""A word too many weighs as much as a passage of one word: only a long unit goes over."""
_TRIED: Final = 3
"""More words than this over the most are not worth it: two short passages cost less."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Sentences that stay together."""

    sentences: tuple[Sentence, ...]
    language: Language

    @property
    def words(self) -> int:
        """The number of words in the unit."""
        return sum(len(sentence.text.split()) for sentence in self.sentences)


def list_units(sentences: Sequence[Sentence], language: Language) -> tuple[Unit, ...]:
    """Group the sentences of one paragraph into units: a list with its opening sentence."""
    units: list[list[Sentence]] = []
    for sentence in sentences:
        last = units[-1] if units else None
        opened = last is not None and last[-1].text.endswith(":")
        follows = sentence.kind == "list_item" and last is not None
        full = last is not None and sum(len(s.text.split()) for s in (*last, sentence)) > LIST_MOST
        if last is not None and (opened or follows) and not full:
            last.append(sentence)
        else:
            units.append([sentence])
    return tuple(Unit(tuple(unit), language) for unit in units)


def split_units(units: Sequence[Unit]) -> tuple[Span, ...]:
    """Return the spans of ``units`` that make up the passages of a section, in order.

    A passage never mixes languages. The cost of a passage is what it lacks of 60 words,
    far more for words over 120, plus a little for a cut within a paragraph and for every
    paragraph boundary inside.
    """
    words = [unit.words for unit in units]
    best: list[float] = [0.0]
    back: list[int] = [0]
    for end in range(1, len(units) + 1):
        cost, start = min(
            (best[start] + cost, start) for start, cost in _passages(units, words, end)
        )
        best.append(cost)
        back.append(start)
    spans: list[Span] = []
    end = len(units)
    while end > 0:
        spans.append(Span(back[end], end))
        end = back[end]
    return tuple(reversed(spans))


def _passages(units: Sequence[Unit], words: Sequence[int], end: int) -> Iterator[tuple[int, float]]:
    """Yield where a passage that ends before ``end`` may start, with its cost.

    Those that are far too long are not tried: to cut one anywhere costs less.
    """
    last = units[end - 1]
    paragraph = last.sentences[0].paragraph
    cuts = end < len(units) and units[end].sentences[0].paragraph == paragraph
    fixed = _SENTENCE_COST if cuts else 0.0
    total = 0
    for start in range(end - 1, -1, -1):
        alone = start == end - 1
        total += words[start]
        if not alone and (total > MOST + _TRIED or units[start].language != last.language):
            return
        before = units[start].sentences[0].paragraph
        fixed += _PARAGRAPH_COST * (before != paragraph)
        paragraph = before
        over = max(0, total - (LIST_MOST if alone else MOST))
        yield start, fixed + _OVER_COST * over + max(0, LEAST - total)
