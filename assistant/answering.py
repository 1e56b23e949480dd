"""Answering: from passages read to an answer, or to an honest silence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from assistant.abstention import read_features, silence
from assistant.citations import cite
from assistant.extractive import ScoredSentence, pick, score_sentences
from assistant.framing import frame_claims, frame_notices, frame_silence
from assistant.question import Question
from assistant.records import AbstainReason, Answer, Citation, Evidence, Rejected
from assistant.retriever import PassageReading, Retriever
from assistant.strings import say
from assistant.thesis_record import (
    asked_chapters,
    asked_field,
    asked_part,
    chapter_label,
    labelled,
    recorded,
)
from assistant.verification import VerifiedQuotes, verify_quotes
from corpus.language import Language
from corpus.records import DocumentSummary, Metadata, Passage, ScoredPassage

__all__ = ["AnswerWriter", "as_evidence"]

SHOWN_EVIDENCE: Final = 10


@dataclass(frozen=True, slots=True)
class _Silence:
    """Why there is no answer; ``detail`` names the part or the field that is missing."""

    reason: AbstainReason
    detail: str = ""


class AnswerWriter:
    """Writes the extractive answer from what the store holds."""

    def __init__(self, retriever: Retriever) -> None:
        """Answer from the store that ``retriever`` searches."""
        self._retriever = retriever
        self._catalog = retriever.store.catalog

    def write(
        self,
        question: Question,
        passages: Sequence[ScoredPassage],
        groups: Sequence[Sequence[PassageReading]],
        language: Language,
        document_ids: Sequence[str] | None = None,
    ) -> Answer:
        """Return the answer to a question, or the answer that says why there is none.

        Args:
            question: The question as read.
            passages: What was found, best first.
            groups: The same passages read, each with its parallels.
            language: Of the answer.
            document_ids: The documents in scope, all when ``None``.
        """
        summaries = self._held(document_ids)
        held = tuple(summary.metadata for summary in summaries)
        blank = Answer(
            question=question.text,
            question_language=question.language,
            language=language,
            text="",
            evidence=tuple(as_evidence(scored) for scored in passages[:SHOWN_EVIDENCE]),
        )
        field = asked_field(question.text)
        known = _silence_before_reading(question, held, language, asks_field=field is not None)
        if known is not None:
            return _abstained(blank, known, held)
        if field is not None and len(held) == 1:
            if value := recorded(field, held[0]):
                return replace(blank, text=say(f"metadata_{field}", language, value=value))
            if not labelled(field, self._catalog.canonical_text(summaries[0].document_id)):
                return _abstained(blank, _Silence("metadata_missing", field), held)
        scored = score_sentences(question, groups)
        reason = silence(read_features(self._retriever.match(question), scored), question.language)
        if reason is not None:
            return _abstained(blank, _Silence(reason), held)
        verified = self._quote(question, scored)
        if not verified.citations:
            return _abstained(_removed(blank, verified.removed), _Silence("not_stated"), held)
        titles = {summary.document_id: summary.metadata.title for summary in summaries}
        claims = frame_claims(verified.citations, language, titles if len(titles) > 1 else None)
        return replace(
            _removed(blank, verified.removed),
            text="\n\n".join(claim.text for claim in claims),
            claims=claims,
            citations=verified.citations,
            notices=frame_notices(verified.citations, verified.removed, language),
        )

    def _quote(self, question: Question, scored: Sequence[ScoredSentence]) -> VerifiedQuotes:
        citations: tuple[Citation, ...] = cite(pick(question, scored, self._before))
        documents = dict.fromkeys(citation.document_id for citation in citations)
        texts = {name: self._catalog.canonical_text(name) for name in documents}
        return verify_quotes(citations, texts)

    def _held(self, document_ids: Sequence[str] | None) -> tuple[DocumentSummary, ...]:
        return tuple(
            summary
            for summary in self._catalog.documents()
            if document_ids is None or summary.document_id in document_ids
        )

    def _before(self, passage: Passage) -> Passage | None:
        earlier = f"{passage.document_id}/{passage.section}/{passage.ordinal - 1}"
        return self._catalog.passages([earlier]).get(earlier)


def as_evidence(scored: ScoredPassage) -> Evidence:
    """Return a scored passage as it stands in an answer's evidence."""
    passage = scored.passage
    return Evidence(
        passage_id=passage.passage_id,
        document_id=passage.document_id,
        section=passage.section,
        heading=passage.heading,
        language=passage.language,
        score=round(scored.score, 6),
        text=passage.text,
        parallels=scored.parallels,
    )


def _silence_before_reading(
    question: Question, held: Sequence[Metadata], language: Language, *, asks_field: bool
) -> _Silence | None:
    """Return the silence that can be told from the question and the records alone."""
    if not question.text:
        return _Silence("empty_question")
    if not held:
        return _Silence("empty_index")
    missing = _missing_part(question, held, language)
    if missing:
        return _Silence("part_not_held", missing)
    if asks_field or question.content:
        return None
    return _Silence("unclear")


def _missing_part(question: Question, held: Sequence[Metadata], language: Language) -> str:
    """Return the name of the part asked for that no document in scope holds, or nothing."""
    if any(metadata.chapters is None for metadata in held):
        return ""
    chapters = {number for metadata in held for number in metadata.chapters or ()}
    for number in asked_chapters(question.text):
        if number not in chapters:
            return chapter_label(number, language)
    part = asked_part(question.text)
    return say(part, language) if part is not None else ""


def _removed(answer: Answer, removed: int) -> Answer:
    return replace(answer, rejected=Rejected(claims=removed, quotes=removed))


def _abstained(blank: Answer, silence: _Silence, held: Sequence[Metadata]) -> Answer:
    text = frame_silence(
        silence.reason, blank.language, held, detail=silence.detail, nearest=bool(blank.evidence)
    )
    return replace(blank, abstained=True, abstain_reason=silence.reason, text=text)
