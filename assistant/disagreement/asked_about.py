"""Whether a statement is about what a question asks: its names, its dates, what it counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from assistant.disagreement.proper_names import proper_names
from assistant.disagreement.same_event import MATCHED, WordWeights
from assistant.disagreement.stated_values import AskedKind, Stated, counts_same
from assistant.disagreement.statements import Statement, narrowed, ranks
from assistant.interrogatives import FUNCTION_WORDS
from assistant.phrases import phrases
from assistant.question import Question
from assistant.values.agreement import agree, amount, unit
from assistant.values.reading import Value, read_values
from assistant.values.words import MONTHS
from assistant.word_similarity import WordSimilarity
from corpus.text import fold, words

__all__ = ["Asked"]

_GREAT: Final = 100_000
_PART: Final = 0.5
_CLAUSE_SHARE: Final = 0.75
"""Of several things that a sentence states, those in clauses that meet this share of the best."""
_AROUND: Final = 0.7
"""What a word counts that only the passage around a sentence meets."""
_OF_ASKING: Final = frozenset(
    words(
        """
        tahun taun tanggal bulan hari date year month day when exactly since sejak jumlah jumlahna
        jumlahnya number amount total persen percent percentage share banyak loba seueur kota city
        nama name ngaran jenengan orang people urang jalma
        """
    )
)
"""Words that say what kind of thing is asked for, not about what."""
_MEASURES: Final = frozenset(
    words(
        """
        panjang panjangna luas luasna tinggi tinggina jangkung lebar lebarna dalam berat beratna
        lama lilana lila jauh jauhna besar gede umur usia jarak kecepatan harga anggaran biaya
        """
    )
)
"""Behind *berapa*, what is measured, not what is counted."""
_PERCENT: Final = phrases(r"persen|per ?cent|percentage|persentase|prosentase|share|proportion")
_MONEY: Final = phrases(
    r"""
    anggaran(?:nya)?|biaya(?:nya)?|dana(?:nya)?|pendapatan(?:nya)?|gaji(?:nya)?|harga(?:nya)?
    budget|costs?|income|funds?|funding|price|salary|wages?|waragad(?:na)?|panghasilan(?:na)?
    """
)
_CLAUSE: Final = re.compile(
    r",\s|[;:]|\s(?:and|dan|jeung|sareng|sarta|serta|while|sedangkan|sementara|sedengkeun)\s"
)


@dataclass(frozen=True)
class Asked:
    """A question as statements are held against it."""

    question: Question
    kind: AskedKind
    similarity: WordSimilarity
    weights: WordWeights

    @cached_property
    def content(self) -> tuple[str, ...]:
        """The words that say about what the question is."""
        return tuple(
            word
            for word in self.question.content
            if word.isalpha() and word not in _OF_ASKING and word not in MONTHS
        )

    @cached_property
    def dates(self) -> tuple[Value, ...]:
        """The dates that the question limits its answer to."""
        if self.kind == "date":
            return ()
        values = read_values(self.question.text, language=self.question.language)
        return tuple(value for value in values if value.kind == "date")

    def fits(self, statement: Statement) -> bool:
        """Tell whether a statement gives what is asked for, of the time asked for."""
        asked = ranks(self.question.text, read_values(self.question.text))
        told = ranks(statement.sentence.text, statement.values)
        if asked and told and not _any_agree(asked, told):
            return False
        dates = [value for value in statement.values if value.kind == "date"]
        if self.dates and dates and not _any_agree(self.dates, dates):
            return False
        return bool(self.answers(statement))

    def answers(self, statement: Statement) -> tuple[Stated, ...]:
        """Return what of a statement may be what is asked for."""
        told = statement.stated
        if self.kind in {"name", "place"}:
            asked = set(self.question.words)
            return tuple(one for one in told if not asked.intersection(one.names))
        if self.kind != "number":
            return told
        folded = fold(self.question.text)
        if _PERCENT.search(folded):
            return tuple(one for one in told if _unit(one) == "%")
        if _MONEY.search(folded):
            return tuple(one for one in told if _may_be_money(one))
        counted = self._counted(folded)
        if not counted:
            return told
        return tuple(
            one
            for one in told
            if not _unit(one) and counts_same(counted, one.counted, self.similarity)
        )

    @cached_property
    def plain(self) -> tuple[str, ...]:
        """Those of them that are no names."""
        return tuple(word for word in self.content if word not in self.question.names)

    def coverage(self, statement: Statement) -> float:
        """Return how much of what is asked about a statement meets, in [0, 1].

        What only its context meets counts for less.
        """
        around = tuple(sorted(statement.context))
        near = self.similarity.similarity(self.content, around).max(axis=1, initial=0.0)
        met = np.maximum(self._met(self.content, statement), near * np.float32(_AROUND))
        return self.weights.share(self.content, met) if self.content else 1.0

    def plain_coverage(self, statement: Statement) -> float:
        """Return how much of it, names apart, the sentence itself meets, in [0, 1]."""
        if not self.plain:
            return 1.0
        return self.weights.share(self.plain, self._met(self.plain, statement))

    def _met(self, told: Sequence[str], statement: Statement) -> NDArray[np.float32]:
        met = np.zeros(len(told), dtype=np.float32)
        for text in statement.texts.values():
            if text:
                met = np.maximum(met, self.similarity.similarity(told, text).max(axis=1))
        return met

    @cached_property
    def names(self) -> tuple[tuple[str, ...], ...]:
        """The names in the question, each with its words."""
        runs = [name.words for name in proper_names(self.question.text)]
        told = [
            tuple(w for w in run if w not in FUNCTION_WORDS and w in self.question.names)
            for run in runs
        ]
        return tuple(run for run in told if run and not set(run) & set(MONTHS))

    def names_met(self, around: Iterable[str]) -> frozenset[tuple[str, ...]]:
        """Return the question's names of which half the words stand among some."""
        told = tuple(around)
        met: set[tuple[str, ...]] = set()
        for name in self.names:
            near = self.similarity.similarity(name, told).max(axis=1, initial=0.0)
            if float((near >= MATCHED).mean()) >= _PART:
                met.add(name)
        return frozenset(met)

    def told(self, statement: Statement) -> Statement:
        """Return a statement with only what stands in the clauses that are asked about."""
        answers = self.answers(statement)
        if len(answers) <= 1 or not self.plain or self.kind != "date":
            return replace(statement, stated=answers)
        shares = [self._met_by(_clause(statement.sentence.text, one)) for one in answers]
        kept = tuple(
            one
            for one, share in zip(answers, shares, strict=True)
            if share >= _CLAUSE_SHARE * max(shares)
        )
        if len(kept) == len(answers):
            return replace(statement, stated=answers)
        clause = " ".join(_clause(statement.sentence.text, one) for one in kept)
        return narrowed(statement, kept, clause)

    def nearest(self, statement: Statement, told: Sequence[Stated]) -> Stated:
        """Return what stands in the clause that meets most of what is asked about."""
        if len(told) == 1:
            return told[0]
        shares = [self._met_by(_clause(statement.sentence.text, one)) for one in told]
        return told[int(np.argmax(shares))]

    def _met_by(self, clause: str) -> float:
        asked = self.plain or self.content
        near = self.similarity.similarity(asked, words(clause))
        return self.weights.share(asked, near.max(axis=1, initial=0.0))

    def _counted(self, folded: str) -> tuple[str, ...]:
        """Return the words that the question asks the number of."""
        found = _COUNTED.search(folded)
        if found is None:
            return ()
        told = [word for word in words(found["counted"]) if word not in FUNCTION_WORDS]
        return () if not told or told[0] in _MEASURES else tuple(told[:2])


_COUNTED: Final = re.compile(
    r"\b(?:how many|(?:se)?berapa(?: banyak| jumlah)?|sabaraha(?: hiji| loba| seueur)?|"
    r"jumlah(?:na|nya)?|number of)\s+(?P<counted>[a-z]+(?:\s[a-z]+)?)"
)


def _unit(told: Stated) -> str:
    return unit(told.value) if told.value is not None else ""


def _may_be_money(told: Stated) -> bool:
    """Tell whether a number has a currency, or is so great that it may be left out."""
    if _unit(told):
        return _unit(told) != "%"
    value = None if told.value is None else amount(told.value)
    return value is not None and value >= _GREAT


def _any_agree(left: Sequence[Value], right: Sequence[Value]) -> bool:
    return any(agree(one, other) for one in left for other in right)


def _clause(text: str, told: Stated) -> str:
    """Return the clause of a sentence around what it states, without that."""
    start = max((m.end() for m in _CLAUSE.finditer(text, 0, told.start)), default=0)
    ahead = _CLAUSE.search(text, told.end)
    return text[start : told.start] + text[told.end : ahead.start() if ahead else len(text)]
