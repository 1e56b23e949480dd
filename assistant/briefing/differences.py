"""Where the text differs from itself: two dates for one event, keywords that differ.

Each dated sentence of weight is asked about in its own words, by the finder that answers
use (``assistant.disagreement``). A briefing has no question that says what is meant, so more
is demanded than of an answer: two sentences alone must differ, in different sections and of
the text's own telling, and neither may differ from a third. A series of years is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from assistant.briefing.assembling import Numbering
from assistant.briefing.material import Candidate
from assistant.briefing.records import BriefNote
from assistant.briefing.strings import say_brief
from assistant.citations import cite
from assistant.disagreement.conflicts import ConflictFinder, Disagreement, Report
from assistant.disagreement.stated_values import bare_text, stated
from assistant.evidence_types import is_keyword_line
from assistant.extractive import Quotation
from assistant.question import Question, read_question
from assistant.retriever import PassageReading, Retriever
from corpus.language import Language
from corpus.records import Passage, Sentence
from corpus.text import fold

__all__ = ["DifferenceFinder"]

_ASKING: Final[Mapping[Language, str]] = {
    "id": "Kapan {told}?",
    "en": "When {told}?",
    "su": "Iraha {told}?",
}
_KEYWORDS: Final = "Apa kata kunci?"
_PASSAGES: Final = 6
_MOST_ASKED: Final = 4
_TWO: Final = 2


class DifferenceFinder:
    """Finds where a document differs from itself."""

    def __init__(self, retriever: Retriever) -> None:
        """Search what ``retriever`` searches."""
        self._retriever = retriever
        self._finder = ConflictFinder(retriever.word_encoder, retriever.similarity)

    def find(
        self,
        document_id: str,
        candidates: Sequence[Candidate],
        language: Language,
        numbering: Numbering,
        *,
        keywords: bool,
    ) -> tuple[BriefNote, ...]:
        """Return what differs, each value quoted and cited.

        Args:
            document_id: The document.
            candidates: The sentences whose dates are compared with the rest of it.
            language: Of the notes.
            numbering: Numbers their citations.
            keywords: Whether the author's versions are compared in their keywords too.
        """
        found = list(self._dates(document_id, candidates))
        notes = [_note(one.reports, "differ", language, numbering) for one in found]
        if keywords and (other := self._keywords(document_id)) is not None:
            notes.append(_note(other.reports, "differ_keywords", language, numbering))
        return tuple(notes)

    def _dates(self, document_id: str, candidates: Sequence[Candidate]) -> Iterator[Disagreement]:
        known: set[tuple[str, int]] = set()
        dated = [c for c in candidates if _is_dated(c)]
        dated.sort(key=lambda c: (-c.relevance, c.order))
        for candidate in dated[:_MOST_ASKED]:
            place = (candidate.passage.passage_id, candidate.sentence.ordinal)
            if place in known:
                continue
            asked = self._about(document_id, candidate.passage, candidate.sentence)
            if asked is None or not _is_plain(asked, place):
                continue
            other = next(report for report in asked.reports if report.place != place)
            back = self._about(document_id, other.passage, other.sentence)
            if back is None or {r.place for r in back.reports} == {place, other.place}:
                known |= {place, other.place}
                yield asked

    def _keywords(self, document_id: str) -> Disagreement | None:
        """Return keywords that differ between versions and are no translations of each other.

        They are none when one of them stands in the versions of two languages.
        """
        question = read_question(_KEYWORDS)
        groups = self._read(question, document_id)
        found = self._finder.find(question, groups)
        if found is None:
            return None
        lines = [
            fold(sentence.text)
            for group in groups
            for reading in group
            for sentence in reading.passage.sentences
            if is_keyword_line(sentence)
        ]
        values = [fold(report.value) for report in found.reports]
        shared = any(sum(value in line for line in lines) >= _TWO for value in values)
        return found if shared else None

    def _about(self, document_id: str, passage: Passage, sentence: Sentence) -> Disagreement | None:
        (date, *_) = stated(sentence.text, passage.language, "date")
        bare = bare_text(sentence.text)
        told = " ".join(f"{bare[: date.start]} {bare[date.end :]}".rstrip(" .").split())
        return self._ask(_ASKING[passage.language].format(told=told), document_id)

    def _ask(self, text: str, document_id: str) -> Disagreement | None:
        question = read_question(text)
        return self._finder.find(question, self._read(question, document_id))

    def _read(self, question: Question, document_id: str) -> tuple[tuple[PassageReading, ...], ...]:
        found = self._retriever.retrieve(question, k=_PASSAGES, document_ids=[document_id])
        return self._retriever.read(question, found.passages)


def _is_dated(candidate: Candidate) -> bool:
    """Tell whether a sentence gives one date of the text's own."""
    if candidate.rests_on_others or "theory" in candidate.section_roles:
        return False
    return len(stated(candidate.sentence.text, candidate.passage.language, "date")) == 1


def _is_plain(found: Disagreement, place: tuple[str, int]) -> bool:
    """Tell whether two sentences of different sections alone differ, one of them at ``place``."""
    reports = found.reports
    return (
        len(reports) == _TWO
        and any(report.place == place for report in reports)
        and reports[0].passage.section != reports[1].passage.section
        and not any(
            work.scope == "this_sentence"
            for report in reports
            for work in report.sentence.cited_works
        )
    )


def _note(
    reports: Sequence[Report], key: str, language: Language, numbering: Numbering
) -> BriefNote:
    told: list[str] = []
    numbers: list[int] = []
    for report in reports:
        (citation,) = cite([Quotation(report.passage, (report.sentence,))])
        numbers.append(numbering.number(citation))
        told.append(f"“{report.value}”")
    return BriefNote(say_brief(key, language, values="; ".join(told)), tuple(numbers))
