"""Answering: from passages read to an answer, or to an honest silence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from assistant.abstention import read_features, silence
from assistant.briefing.briefer import Briefer
from assistant.briefing.records import BriefAsk
from assistant.citations import cite, quoted_texts
from assistant.disagreement.conflicts import ConflictFinder, Disagreement, as_conflict, unquoted
from assistant.disagreement.frames import frame_conflict
from assistant.extractive import (
    Quotation,
    ScoredSentence,
    pick,
    score_sentences,
    whole_quotations,
)
from assistant.framing import frame_claims, frame_notices, frame_silence
from assistant.pointers import passage_before
from assistant.question import Question
from assistant.records import AbstainReason, Answer, Citation, Evidence, Notice, Rejected
from assistant.retriever import PassageReading, Retriever
from assistant.strings import say, title_in
from assistant.summary_answer import asks_summary, summary_citations
from assistant.verification import VerifiedQuotes, verify_quotes
from assistant.which_documents.document_answers import ask_which, list_documents
from assistant.which_documents.document_choice import Finds, OneDocument, Route, Undecided
from assistant.which_documents.shelf import Shelf
from assistant.which_documents.thesis_record import (
    RecordField,
    asked_chapters,
    asked_field,
    asked_part,
    chapter_label,
    labelled,
    recorded,
)
from corpus.language import Language
from corpus.records import DocumentSummary, Metadata, ScoredPassage

__all__ = ["AnswerWriter", "as_evidence"]

SHOWN_EVIDENCE: Final = 10


@dataclass(frozen=True, slots=True)
class _Silence:
    """Why there is no answer; ``detail`` names the part or the field that is missing."""

    reason: AbstainReason
    detail: str = ""


class AnswerWriter:
    """Writes the extractive answer from what the store holds; ``shelf`` is its documents."""

    def __init__(self, retriever: Retriever) -> None:
        """Answer from the store that ``retriever`` searches."""
        self.shelf = Shelf(retriever)
        self._retriever = retriever
        self._catalog = retriever.store.catalog
        self._briefer = Briefer(retriever)
        self._conflicts = ConflictFinder(retriever.word_encoder, retriever.similarity)

    def write(
        self,
        question: Question,
        passages: Sequence[ScoredPassage],
        groups: Sequence[Sequence[PassageReading]],
        language: Language,
        document_ids: Sequence[str] | None = None,
        route: Route | None = None,
    ) -> Answer:
        """Return the answer to a question, or the answer that says why there is none.

        Args:
            question: The question as read.
            passages: What was found, best first.
            groups: The same passages read, each with its parallels.
            language: Of the answer.
            document_ids: The documents in scope, all when ``None``.
            route: Which of them it is to be answered from; by default all.
        """
        held = self.shelf.look().held(document_ids)
        blank = Answer(
            question=question.text,
            question_language=question.language,
            language=language,
            text="",
            evidence=tuple(as_evidence(scored) for scored in passages[:SHOWN_EVIDENCE]),
        )
        if isinstance(route, Finds) and held:
            return list_documents(self._retriever, blank, route, held)
        if isinstance(route, OneDocument):
            return _of_document(self._write(blank, question, groups, (route.summary,), held), route)
        return self._write(blank, question, groups, held, held, route)

    def _write(
        self,
        blank: Answer,
        question: Question,
        groups: Sequence[Sequence[PassageReading]],
        summaries: Sequence[DocumentSummary],
        in_scope: Sequence[DocumentSummary],
        route: Route | None = None,
    ) -> Answer:
        """Return the answer from ``summaries``, which are among those ``in_scope``."""
        held = tuple(summary.metadata for summary in summaries)
        language = blank.language
        field = asked_field(question.text)
        known = _silence_before_reading(question, held, language, asks_field=field is not None)
        if known is not None:
            return _abstained(blank, known, held)
        if isinstance(route, Undecided):
            return ask_which(blank, route)
        if field is not None and len(held) == 1:
            told = self._from_record(blank, field, summaries[0])
            if told is not None:
                return told
        if asks_summary(question) and len(summaries) == 1:
            return self._summed_up(blank, summaries[0], in_scope)
        # What no record says and is asked for all the same stands in a line of the text.
        in_text = field is not None and len(held) == 1
        return self._answer(blank, question, groups, held, in_scope, in_text=in_text)

    def _answer(
        self,
        blank: Answer,
        question: Question,
        groups: Sequence[Sequence[PassageReading]],
        held: Sequence[Metadata],
        in_scope: Sequence[DocumentSummary],
        *,
        in_text: bool,
    ) -> Answer:
        """Return the answer from the sentences of the passages read, or why there is none.

        ``in_text``: a line of the text is known to give what is asked for.
        """
        scored = score_sentences(question, groups)
        reason = None if in_text and scored else self._silence(question, scored)
        if reason is not None:
            return _abstained(blank, _Silence(reason), held)
        quotations = pick(question, scored, partial(passage_before, self._catalog))
        disagreement = self._conflicts.find(question, groups, quotations)
        verified = self._quote(question, quotations, disagreement)
        if not verified.citations:
            return _abstained(_removed(blank, verified.removed), _Silence("not_stated"), held)
        conflict = as_conflict(disagreement, verified.citations) if disagreement else None
        conflicts = () if conflict is None else (conflict,)
        differ = [frame_conflict(one, blank.language) for one in conflicts]
        return replace(_quoted(blank, verified, in_scope, differ), conflicts=conflicts)

    def _summed_up(
        self, blank: Answer, summary: DocumentSummary, in_scope: Sequence[DocumentSummary]
    ) -> Answer:
        """Return the points of a short briefing, each with the sentences that it rests on."""
        asked = BriefAsk((summary.document_id,), language=blank.language)
        briefing = self._briefer.brief(asked)
        citations = summary_citations(briefing)
        verified = verify_quotes(citations, quoted_texts(self._catalog, citations))
        if not verified.citations:
            silence = _Silence("not_stated")
            return _abstained(_removed(blank, verified.removed), silence, (summary.metadata,))
        answer = _quoted(blank, verified, in_scope)
        read = Notice("coverage", briefing.coverage.text)
        return replace(answer, notices=(read, *answer.notices))

    def _silence(
        self, question: Question, scored: Sequence[ScoredSentence]
    ) -> AbstainReason | None:
        """Return why not to answer from what was found, ``None`` when an answer is likely."""
        match = self._retriever.match(question)
        features = read_features(match, scored)
        return silence(features, question.language, names_held=len(match.known_names))

    def _from_record(
        self, blank: Answer, field: RecordField, summary: DocumentSummary
    ) -> Answer | None:
        """Return what the record says, ``None`` when the text seems to say it."""
        if value := recorded(field, summary.metadata, blank.language):
            return replace(blank, text=say(f"metadata_{field}", blank.language, value=value))
        if labelled(field, self._catalog.canonical_text(summary.document_id)):
            return None
        return _abstained(blank, _Silence("metadata_missing", field), (summary.metadata,))

    def _quote(
        self,
        question: Question,
        quotations: Sequence[Quotation],
        disagreement: Disagreement | None,
    ) -> VerifiedQuotes:
        """Return what is quoted, and the sentences that disagree with it, as they read back."""
        quoted = list(quotations)
        for report in unquoted(disagreement, quotations) if disagreement else ():
            before = partial(passage_before, self._catalog)
            whole = whole_quotations(report.passage, report.sentence, question, before)
            quoted.extend(one for one in whole if one not in quoted)
        citations: tuple[Citation, ...] = cite(quoted)
        return verify_quotes(citations, quoted_texts(self._catalog, citations))


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
    if asks_field or question.content or "result" in question.types:
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


def _quoted(
    blank: Answer,
    verified: VerifiedQuotes,
    in_scope: Sequence[DocumentSummary],
    lead: Sequence[str] = (),
) -> Answer:
    """Return the answer that quotes what was verified; ``lead`` stands before the quotes."""
    titles = {summary.document_id: summary.metadata.title for summary in in_scope}
    named = titles if len(titles) > 1 else None
    claims = frame_claims(verified.citations, blank.language, named)
    return replace(
        _removed(blank, verified.removed),
        text="\n\n".join((*lead, *(claim.text for claim in claims))),
        claims=claims,
        citations=verified.citations,
        notices=frame_notices(verified.citations, verified.removed, blank.language),
    )


def _of_document(answer: Answer, route: OneDocument) -> Answer:
    """Name the document in an answer whose quotes do not."""
    if answer.claims:
        return answer
    title = title_in(route.summary.metadata, answer.language)
    return replace(answer, text=say("of_thesis", answer.language, title=title, text=answer.text))


def _removed(answer: Answer, removed: int) -> Answer:
    return replace(answer, rejected=Rejected(claims=removed, quotes=removed))


def _abstained(blank: Answer, silence: _Silence, held: Sequence[Metadata]) -> Answer:
    text = frame_silence(
        silence.reason, blank.language, held, detail=silence.detail, nearest=bool(blank.evidence)
    )
    return replace(blank, abstained=True, abstain_reason=silence.reason, text=text)
