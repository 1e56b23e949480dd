"""Disagreements: sources that give different values for what was asked.

Two sentences disagree when they speak of one event or thing, state something of the kind
asked for, and what they state cannot both be right. The sources are not corrected and
none is preferred: each is quoted with its value.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from assistant.disagreement.asked_about import Asked
from assistant.disagreement.same_event import WordWeights, differ_in_kind, likeness, names_more
from assistant.disagreement.stated_values import (
    AskedKind,
    Stated,
    asked_kind,
    comparable,
    may_both_hold,
    other_keyword,
)
from assistant.disagreement.statements import Statement, read_statement
from assistant.evidence_types import is_keyword_line
from assistant.extractive import Quotation
from assistant.phrases import phrases
from assistant.question import Question
from assistant.records import Citation, Conflict
from assistant.retriever import PassageReading
from assistant.word_similarity import WordSimilarity
from corpus.encoder import WordEncoder
from corpus.language import LANGUAGES
from corpus.records import Passage, Sentence, Version
from corpus.text import fold

__all__ = ["ConflictFinder", "Disagreement", "Report", "as_conflict", "unquoted"]

ANCHORED: Final = 0.7
"""What is asked must be stated by a sentence that scores this share of the best."""
MOST_REPORTS: Final = 4
PASSAGE_SHARE: Final = 0.6
"""How much a passage's own score counts beside that of a sentence of it."""
AS_GOOD: Final = 0.93
"""Of the sentences that score this share of the best, the one nearest to what is asked counts."""
ALIKE: Final = 0.92
"""What ``Likeness.total`` must be of sentences that tell of one thing …"""
ALIKE_ASKED: Final = 0.62
"""… and of two that meet the question's own words about equally …"""
ALIKE_NAMED: Final = 0.5
"""… less where they meet nearly all of a question with names equally …"""
ALIKE_BESIDE: Final = 1.3
"""… and those besides of two of one passage, which mostly tell of different things, or of names."""
AS_MUCH: Final = 0.5
"""What the other meets of the question, as a share of what the first does …"""
AS_LITTLE: Final = 0.35
VERY_ALIKE: Final = 1.1
"""… less where they are very alike …"""
AS_MUCH_PLAINLY: Final = 0.45
"""… and of its words without the names."""

_OWN_STUDY: Final = phrases(
    r"""
    (?:penelitian|skripsi|tesis|studi|kajian|riset) ini|peneliti|penulis
    responden|sampel|informan|narasumber|kuesioner|angket|wawancara
    this (?:study|research|thesis|paper)|the (?:researcher|author)|respondents?|samples?
    informants?|interview(?:s|ed|ees)?|questionnaires?
    data (?:\w+ )?(?:dikumpulkan|diambil|diperoleh|dikumpulkeun)|(?:data|survey) (?:was|were)
    (?:ieu )?panalungtikan(?: ieu)?|panalungtik|ieu skripsi|skripsi ieu
    """
)
"""What a work says of itself: another work's figures are of another study."""


@dataclass(frozen=True, slots=True)
class _Ranked:
    """A sentence with how well it answers; higher is better."""

    passage: Passage
    sentence: Sentence
    score: float


@dataclass(frozen=True, slots=True)
class Report:
    """One value with the sentence that gives it."""

    value: str
    passage: Passage
    sentence: Sentence

    @property
    def place(self) -> tuple[str, int]:
        """The passage and the sentence's ordinal in it."""
        return self.passage.passage_id, self.sentence.ordinal


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Sentences that give different values for one thing, the one that answers best first."""

    reports: tuple[Report, ...]


class ConflictFinder:
    """Finds disagreements among the passages that were read for an answer."""

    def __init__(self, encoder: WordEncoder, similarity: WordSimilarity) -> None:
        """Compare sentences by the word vectors of ``encoder`` and by ``similarity``."""
        self._similarity = similarity
        self._weights = WordWeights(encoder)

    def find(
        self,
        question: Question,
        groups: Sequence[Sequence[PassageReading]],
        quotations: Sequence[Quotation] = (),
    ) -> Disagreement | None:
        """Return what sources give differently for what was asked, ``None`` if nothing.

        Args:
            question: The question as read.
            groups: The passages read for its answer, each with its parallels.
            quotations: What is quoted already; where that states what is asked for,
                others are held against it.
        """
        kind = asked_kind(question)
        read = _ranked(groups)
        if kind is None or not read:
            return None
        asked = Asked(question, kind, self._similarity, self._weights)
        told = [asked.told(one) for one in _statements(read, kind) if asked.fits(one)]
        if not told or told[0].score < ANCHORED * max(one.score for one in read):
            return None
        near = [one for one in told if one.score >= AS_GOOD * told[0].score]
        quoted = _places(quotations)
        near = [one for one in near if one.place in quoted] or near
        anchor = max(near, key=asked.plain_coverage)
        differing = [anchor]
        refused: set[tuple[str, frozenset[str]]] = set()
        for other in told:
            if len(differing) == MOST_REPORTS:
                break
            # The author's versions of one sentence mostly give one value, and are one case.
            case = (other.passage.group, frozenset(one.key for one in other.stated))
            if case in refused or not all(self._pair(asked, one, other) for one in differing):
                continue
            if self._same_thing(asked, anchor, other):
                differing.append(other)
            else:
                refused.add(case)
        return Disagreement(tuple(self._reports(asked, differing))) if differing[1:] else None

    def _reports(self, asked: Asked, differing: Sequence[Statement]) -> Iterator[Report]:
        """Yield each statement with what it gives that another excludes."""
        anchor = differing[0]
        for place, one in enumerate(differing):
            value = self._pair(asked, differing[1] if place == 0 else anchor, one)
            if value is not None:
                yield Report(value.text, one.passage, one.sentence)

    def _pair(self, asked: Asked, known: Statement, other: Statement) -> Stated | None:
        """Return what ``other`` states that ``known`` excludes, ``None`` if they may agree."""
        if asked.kind == "keyword":
            return other_keyword(known.stated, other.stated, self._similarity)
        sets = [
            (one, two)
            for one in known.stated
            for two in other.stated
            if comparable(one, two, self._similarity)
        ]
        if not sets or any(may_both_hold(one, two) for one, two in sets):
            return None
        return asked.nearest(other, tuple(dict.fromkeys(two for _, two in sets)))

    def _same_thing(self, asked: Asked, anchor: Statement, other: Statement) -> bool:
        if _are_versions(anchor, other):
            return True
        apart = anchor.passage.document_id != other.passage.document_id
        if asked.kind == "keyword" or (apart and _of_own_study(anchor, other)):
            return False
        if asked.names_met(anchor.context) - asked.names_met(other.context):
            return False
        beyond = asked.names_met(anchor.own_words) - asked.names_met(other.own_words)
        if beyond and names_more(other, anchor, self._similarity):
            return False
        if differ_in_kind(anchor, other, asked.kind, self._similarity):
            return False
        return self._alike(asked, anchor, other)

    def _alike(self, asked: Asked, anchor: Statement, other: Statement) -> bool:
        """Tell whether the words of two statements, and of the question, are near enough."""
        total = likeness(anchor, other, self._similarity, self._weights).total
        met, wanted = asked.coverage(other), asked.coverage(anchor)
        if met < (AS_LITTLE if total >= VERY_ALIKE else AS_MUCH) * wanted:
            return False
        plainly = asked.plain_coverage(other) >= AS_MUCH_PLAINLY * asked.plain_coverage(anchor)
        if anchor.place[0] == other.place[0] or asked.kind in {"name", "place"}:
            return plainly and total >= ALIKE_BESIDE
        if plainly:
            named = bool(asked.names) and met >= AS_GOOD * wanted
            return total >= (ALIKE_NAMED if named else ALIKE_ASKED)
        return total >= ALIKE


def unquoted(disagreement: Disagreement, quotations: Sequence[Quotation]) -> tuple[Report, ...]:
    """Return the reports whose sentences an answer has still to quote."""
    quoted = _places(quotations)
    return tuple(report for report in disagreement.reports if report.place not in quoted)


def _places(quotations: Sequence[Quotation]) -> frozenset[tuple[str, int]]:
    return frozenset((q.passage.passage_id, s.ordinal) for q in quotations for s in q.sentences)


def as_conflict(disagreement: Disagreement, citations: Sequence[Citation]) -> Conflict | None:
    """Return a disagreement with the numbers of the citations that quote its sentences.

    Args:
        disagreement: What differs.
        citations: What the answer quotes, numbered.

    Returns:
        Values and citations in pairs, in the disagreement's order; ``None`` when fewer than
        two of its sentences are quoted.
    """
    pairs = [
        (report.value, citation.number)
        for report in disagreement.reports
        for citation in citations
        if _quotes(citation, report)
    ]
    kept = dict(reversed(pairs))
    if len(kept) < len(("one", "other")):
        return None
    values = tuple(dict.fromkeys(value for value, _ in pairs))
    return Conflict(values, tuple(kept[value] for value in values))


def _quotes(citation: Citation, report: Report) -> bool:
    return (
        citation.document_id == report.passage.document_id
        and citation.start <= report.sentence.start
        and report.sentence.end <= citation.end
    )


def _ranked(groups: Sequence[Sequence[PassageReading]]) -> tuple[_Ranked, ...]:
    return tuple(
        _Ranked(reading.passage, sentence, score + PASSAGE_SHARE * reading.score)
        for group in groups
        for reading in group
        for sentence, score in zip(reading.passage.sentences, reading.sentences.scores, strict=True)
    )


def _overlap(version: Version, sentence: Sentence) -> bool:
    if version.start is None or version.end is None:
        return False
    return version.start < sentence.end and sentence.start < version.end


def _statements(read: Iterable[_Ranked], kind: AskedKind) -> Sequence[Statement]:
    """Return what is stated of a kind, best first; of versions the first language's."""
    told: list[Statement] = []
    for one in read:
        if (kind == "keyword") != is_keyword_line(one.sentence):
            continue
        found = read_statement(one.passage, one.sentence, one.score, kind)
        if found is not None:
            told.append(found)
    return sorted(
        told, key=lambda one: (-one.score, LANGUAGES.index(one.passage.language), *one.place)
    )


def _are_versions(left: Statement, right: Statement) -> bool:
    """Tell whether the author gives one sentence as the version of the other."""
    return any(
        version.sentence == one.sentence.ordinal
        and version.passage_id == other.passage.passage_id
        and _overlap(version, other.sentence)
        for one, other in ((left, right), (right, left))
        for version in one.passage.versions
    )


def _of_own_study(*statements: Statement) -> bool:
    return any(_OWN_STUDY.search(fold(one.sentence.text)) for one in statements)
