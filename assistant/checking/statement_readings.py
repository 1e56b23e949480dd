"""A statement read beside the passages that it may rest on, down to the sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from assistant.checking.citations import cite_sentences
from assistant.checking.evidence import Evidence, neighbours
from assistant.interrogatives import FUNCTION_WORDS
from assistant.records import QuoteVersion
from assistant.retriever import Retriever
from assistant.verification import Problem, SourceText, Verdict, verify_statement
from corpus.language import Language
from corpus.records import Passage, Sentence
from corpus.text import words

__all__ = ["StatementReader", "StatementReading"]

READ_PASSAGES: Final = 8
LEAST_COVERED: Final = 0.7
"""A statement whose words are less near than this to the sentences says something else."""
LEAST_COVERED_ALTERED: Final = 0.72
"""The same for one in which a number, a name or the like differs besides. Both were chosen
on the tuning half of the judged findings."""
_LEAST_SHARE: Final = 0.6
"""What is found with a smaller share of the best score is about something else."""
_LEAST_AGAINST: Final = 0.85
"""The share of the best score that a passage needs to bear out what the best one contradicts."""
_NARROWED: Final = 3
_ENOUGH: Final = 2
"""So many passages that seem to bear a statement out are looked into."""
_CONTRADICTING: Final = frozenset(
    {"aim", "certainty", "condition", "hedge", "negation", "opposite"}
)
_ASKS: Final = ("?", "?”", '?"', "?’", "?'")
"""How a question ends, which states nothing."""

_Part = tuple[Passage, tuple[Sentence, ...]]


@dataclass(frozen=True, slots=True)
class StatementReading:
    """A statement against neighbouring sentences of one passage.

    ``rank`` is the passage's place among those found, from 0; ``covered``, in [0, 1], how
    near the statement's words are to these sentences.
    """

    passage: Passage
    sentences: tuple[Sentence, ...]
    verdict: Verdict
    rank: int
    covered: float = 0.0

    @property
    def codes(self) -> frozenset[str]:
        """What is wrong with the statement."""
        return frozenset(problem.code for problem in self.verdict.problems)

    @property
    def contradicts(self) -> bool:
        """Whether the passage says this, but not so: denied, hoped for, under a condition."""
        return bool(self.codes) and self.codes <= _CONTRADICTING

    @property
    def wrongs(self) -> tuple[bool, int]:
        """How far the statement is from what is read: less is nearer."""
        return ("uncovered" in self.codes, len(self.verdict.problems))


class StatementReader:
    """Reads statements beside passages; for several threads."""

    def __init__(self, retriever: Retriever) -> None:
        """Read what the store holds that ``retriever`` searches."""
        self._retriever = retriever
        self._similarity = retriever.similarity

    def read(
        self, statement: str, language: Language, evidence: Evidence, *, everywhere: bool = False
    ) -> tuple[StatementReading, ...]:
        """Return the readings of a statement, the one that bears most of it out first.

        Args:
            statement: Without what it says about its source.
            language: The statement's.
            evidence: What was found for it.
            everywhere: Read all that was found, also behind what bears it out.
        """
        read = self._of_passages(statement, language, evidence, everywhere=everywhere)
        read.sort(key=lambda one: (one.wrongs, one.rank))
        if read and "uncovered" in read[0].codes and evidence.about:
            read.insert(0, self._with_neighbours(statement, language, read[0]))
        read.sort(key=lambda one: (one.wrongs, one.rank))
        for place, one in enumerate(read[:_NARROWED]):
            if place and one.codes:
                break
            read[place] = self._narrowed(statement, language, one)
            if not read[place].codes and not everywhere:
                break
        return tuple(sorted(read, key=lambda one: (one.wrongs, one.rank)))

    def _of_passages(
        self, statement: str, language: Language, evidence: Evidence, *, everywhere: bool
    ) -> list[StatementReading]:
        read: list[StatementReading] = []
        best = max(evidence.scores.values(), default=0.0)
        least = _LEAST_SHARE * best
        for rank, passage in enumerate(evidence.passages[:READ_PASSAGES]):
            stated = tuple(s for s in passage.sentences if not s.text.endswith(_ASKS))
            if stated and evidence.scores.get(passage.passage_id, 0.0) >= least:
                verdict = self._verify(statement, language, [(passage, stated)])
                read.append(StatementReading(passage, stated, verdict, rank))
                if read[0].contradicts:
                    least = _LEAST_AGAINST * best
                if sum(not one.codes for one in read) == _ENOUGH and not everywhere:
                    break
        return read

    def _with_neighbours(
        self, statement: str, language: Language, reading: StatementReading
    ) -> StatementReading:
        """Return the statement against a passage together with its neighbours."""
        around = neighbours(self._retriever, (reading.passage,))
        verdict = self._verify(statement, language, [(p, p.sentences) for p in around])
        return replace(reading, verdict=verdict)

    def _narrowed(
        self, statement: str, language: Language, reading: StatementReading
    ) -> StatementReading:
        """Return the reading of the fewest sentences that say as much as the passage does."""
        sentences = reading.sentences
        kept = reading
        for size in (1, 2):
            tried = [
                self._weighed(statement, replace(reading, sentences=part, verdict=verdict))
                for at in range(len(sentences) - size + 1)
                if (part := sentences[at : at + size])
                and (verdict := self._verify(statement, language, [(reading.passage, part)]))
            ]
            best = min(tried, key=lambda one: (one.wrongs, -one.covered), default=reading)
            if best.wrongs <= reading.wrongs:
                kept = best
                break
        kept = self._weighed(statement, replace(kept, verdict=reading.verdict))
        least = LEAST_COVERED_ALTERED if kept.codes else LEAST_COVERED
        if kept.covered >= least or "uncovered" in kept.codes:
            return kept
        beyond = Problem("uncovered", statement.strip()[:80])
        return replace(kept, verdict=Verdict((*kept.verdict.problems, beyond)))

    def _weighed(self, statement: str, reading: StatementReading) -> StatementReading:
        """Return a reading with how near the words of the statement are to its sentences.

        Words that are known to differ, as a wrong name, do not count.
        """
        wrong = {word for problem in reading.verdict.problems for word in words(problem.detail)}
        told = [
            word
            for word in dict.fromkeys(words(statement))
            if word not in FUNCTION_WORDS and word not in wrong and not word[0].isdigit()
        ]
        if not told:
            return replace(reading, covered=1.0)
        citation = cite_sentences(reading.passage, reading.sentences)
        texts = (citation.quote, *(version.text for version in citation.versions))
        near = [self._similarity.similarity(told, sorted(set(words(text)))) for text in texts]
        best = np.max([table.max(axis=1, initial=0.0) for table in near], axis=0)
        return replace(reading, covered=float(best.mean()))

    def _verify(self, statement: str, language: Language, parts: Sequence[_Part]) -> Verdict:
        text = "\n".join(" ".join(sentence.text for sentence in part) for _, part in parts)
        source = SourceText(parts[0][0].language, text, tuple(_versions(parts)))
        return verify_statement(statement, language, (source,), self._similarity)


def _versions(parts: Sequence[_Part]) -> Iterator[QuoteVersion]:
    """Yield the versions of sentences, of each language and origin one text."""
    kinds = sorted({(v.language, v.origin) for passage, _ in parts for v in passage.versions})
    for language, origin in kinds:
        texts = dict.fromkeys(
            version.text
            for passage, part in parts
            for version in passage.versions
            if (version.language, version.origin) == (language, origin)
            and version.sentence in {sentence.ordinal for sentence in part}
        )
        yield QuoteVersion(language, "\n".join(texts), origin)
