"""Whether the words of a statement are met by those of a sentence, across languages.

Late interaction: each word that carries meaning meets its best word of the source.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from assistant.claims.verdicts import Problem
from assistant.claims.words import Reading
from assistant.word_similarity import WordSimilarity

__all__ = ["MET", "Alignment", "WordTable", "coverage_problems", "load_floors"]

MET: Final = 0.45
"""From here on a word counts as met by another."""
_UNMET: Final = 0.25
_SYNONYM: Final = 0.35
"""A word that stands in another's place and is not so near to any is another word."""
_LONGEST_REPLACED: Final = 4
_FEWEST: Final = 3
"""Words besides names that are enough to go by."""
FLOORS_FILE: Final = Path(__file__).with_name("floors.json")
_STRANGE: Final = re.compile(r"[^\W\d_a-z]")
"""A letter of another script, once accents are folded."""


@dataclass(frozen=True, slots=True)
class Floors:
    """How much of a statement must be covered, and the share of words left unmet at most."""

    least_covered: float
    most_unmet: float


@lru_cache(maxsize=1)
def load_floors() -> tuple[Floors, Floors]:
    """Return the floors across languages and those in one, as calibrated."""
    stored = json.loads(FLOORS_FILE.read_text(encoding="utf-8"))
    return Floors(**stored["across"]), Floors(**stored["same"])


@dataclass(frozen=True, slots=True)
class Alignment:
    """A statement beside a sentence or two of a source.

    ``near`` has shape (tokens of the statement, tokens of the unit), values in [0, 1].
    The first ``governing`` tokens of the unit are the sentence that opens a list, which
    governs the item behind them.
    """

    statement: Reading
    unit: Reading
    near: NDArray[np.float32]
    governing: int = 0

    @property
    def same_language(self) -> bool:
        """Whether both are in one language."""
        return self.statement.language == self.unit.language

    def met(self, place: int) -> float:
        """Return how well a token of the statement is met."""
        return float(self.near[place].max(initial=0.0))

    def unit_met(self, place: int) -> float:
        """Return how well the statement meets a token of the unit."""
        return float(self.near[:, place].max(initial=0.0))

    def meets_best(self, place: int) -> bool:
        """Tell whether a token of the unit is met by a word that nothing in it meets better."""
        if self.unit_met(place) < MET:
            return False
        mine = int(self.near[:, place].argmax())
        return bool(self.near[mine, place] >= self.near[mine].max())

    @property
    def coverage(self) -> float:
        """The mean of how well the words that carry meaning are met; 0 without any."""
        places = list(self.weighed)
        if not places:
            return 0.0
        return float(self.near[places].max(axis=1, initial=0.0).mean())

    @property
    def weighed(self) -> tuple[int, ...]:
        """The places of the words whose meaning must be met, each word once.

        Names are left out where other words are left: they are looked for by themselves,
        and every passage of a thesis may hold them.
        """
        first = {
            self.statement.tokens[place].word: place for place in reversed(self.statement.places())
        }
        places = tuple(sorted(first.values()))
        tokens = self.statement.tokens
        small = tuple(at for at in places if not tokens[at].capital or tokens[at].opens)
        return small if len(small) >= _FEWEST else places

    def unmet(self) -> list[int]:
        """Return the places of the words of the statement that nothing meets."""
        return [place for place in self.weighed if self.met(place) < _UNMET]

    @property
    def unit_coverage(self) -> float:
        """The share of the unit's words that the statement meets; 0 without any."""
        return self._share(0)

    def sentence_coverage(self, place: int) -> float:
        """Return the share of a sentence of the unit that the statement meets, in words.

        What opens a list counts as a sentence of its own.
        """
        sentence = self.unit.tokens[place].sentence
        places = [
            at
            for at in self.unit.places()
            if self.unit.tokens[at].sentence == sentence
            and (at < self.governing) == (place < self.governing)
        ]
        if not places:
            return 0.0
        return float((self.near[:, places].max(axis=0, initial=0.0) >= MET).mean())

    @property
    def item_coverage(self) -> float:
        """The same of the words that are governed."""
        return self._share(self.governing)

    def _share(self, first: int) -> float:
        places = [place for place in self.unit.places() if place >= first]
        if not places:
            return 0.0
        return float((self.near[:, places].max(axis=0, initial=0.0) >= MET).mean())


class WordTable:
    """The words of one statement against those of its sources, compared once."""

    def __init__(
        self, statement: Reading, units: Sequence[Reading], similarity: WordSimilarity
    ) -> None:
        """Compare the statement with every distinct word of the units."""
        distinct = tuple(dict.fromkeys(word for unit in units for word in unit.words))
        self._statement = statement
        self._column = {word: place for place, word in enumerate(distinct)}
        self._near = similarity.similarity(statement.words, distinct)

    def align(self, unit: Reading, governing: int = 0) -> Alignment:
        """Set the statement beside one of the units."""
        columns = [self._column[word] for word in unit.words]
        return Alignment(self._statement, unit, self._near[:, columns], governing)


def coverage_problems(aligned: Alignment) -> tuple[Problem, ...]:
    """Return what of the statement the unit does not bear out by its words."""
    statement = aligned.statement
    if not statement.places():
        return (Problem("uncovered", statement.text[:80]),)
    strange = [
        statement.tokens[place].raw
        for place in range(len(statement.tokens))
        if _STRANGE.search(statement.tokens[place].word) and aligned.met(place) < 1.0
    ]
    if strange:
        return (Problem("uncovered", " ".join(strange)),)
    unmet = aligned.unmet()
    detail = " ".join(statement.tokens[place].raw for place in unmet)
    floors = load_floors()[aligned.same_language]
    if (
        aligned.coverage < floors.least_covered
        or len(unmet) > floors.most_unmet * len(aligned.weighed)
        or (aligned.same_language and _replaced(aligned))
    ):
        return (Problem("uncovered", detail or statement.text[:80]),)
    return ()


def _replaced(aligned: Alignment) -> list[int]:
    """Return words that stand where the source has others, and mean none of them."""
    mine, theirs = aligned.statement.words, aligned.unit.words
    blocks = SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes()
    found: list[int] = []
    for at, (kind, first, last, begin, end) in enumerate(blocks):
        flanked = at > 0 and at + 1 < len(blocks)
        if kind != "replace" or not flanked or max(last - first, end - begin) > _LONGEST_REPLACED:
            continue
        if not any(aligned.unit.tokens[place].content for place in range(begin, end)):
            continue
        found += [
            place
            for place in range(first, last)
            if place in aligned.weighed and aligned.met(place) < _SYNONYM
        ]
    return found
