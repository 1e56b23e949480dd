"""Answers about documents: those that were asked for, and the question which is meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from assistant.abstention import read_features, silence
from assistant.citations import cite, quoted_texts
from assistant.extractive import Quotation, pick, score_sentences
from assistant.framing import (
    frame_candidates,
    frame_choice,
    frame_documents,
    frame_notices,
    frame_silence,
)
from assistant.pointers import passage_before
from assistant.question import Question
from assistant.records import Answer, Notice, Rejected
from assistant.retriever import Retriever
from assistant.strings import say, title_in
from assistant.verification import verify_quotes
from assistant.which_documents.document_choice import Finds, Undecided
from assistant.which_documents.document_search import FoundDocument
from assistant.which_documents.own_statements import is_of_others
from assistant.which_documents.thesis_record import record_line
from corpus.records import DocumentSummary, Passage, ScoredPassage

__all__ = ["ask_which", "list_documents"]

MOST_DOCUMENTS: Final = 10


@dataclass(frozen=True, slots=True)
class _Shown:
    """A document with what is quoted of it."""

    document_id: str
    quotations: tuple[Quotation, ...]


def ask_which(blank: Answer, route: Undecided) -> Answer:
    """Return the answer that asks which thesis is meant.

    Its evidence is the best passage of each candidate, where there is one.
    """
    summaries = [one.summary for one in route.candidates]
    return replace(
        blank,
        abstained=True,
        abstain_reason="unclear",
        text=frame_candidates(summaries, blank.language),
        notices=(frame_choice(summaries, blank.language),),
    )


def list_documents(
    reader: Retriever, blank: Answer, route: Finds, held: Sequence[DocumentSummary]
) -> Answer:
    """Return the answer that lists the documents found, each with its best passage.

    Args:
        reader: Reads the passages.
        blank: The answer without its text.
        route: What was asked for and what was found.
        held: The documents in scope.
    """
    if route.recorded:
        return _by_record(blank, route)
    about, language = _as_statement(route.reference.about), blank.language
    shown: list[_Shown] = []
    for found in route.findings.documents[:MOST_DOCUMENTS]:
        quotations = _quotations(reader, about, found, uses=route.reference.uses)
        if quotations:
            shown.append(_Shown(found.summary.document_id, quotations))
    citations = cite([quotation for one in shown for quotation in one.quotations])
    verified = verify_quotes(citations, quoted_texts(reader.store.catalog, citations))
    if not verified.citations:
        return _none(reader, blank, route, held)
    titles = {summary.document_id: summary.metadata.title for summary in held}
    claims = frame_documents(verified.citations, language, titles)
    notices = frame_notices(verified.citations, verified.removed, language)
    lines = [claim.text for claim in claims]
    if further := len(route.findings.documents) - len(claims):
        key = "more_documents" if route.findings.complete else "more_at_least"
        lines.append(say(key, language, count=further))
        notices = (Notice("more_documents", lines[-1]), *notices)
    return replace(
        blank,
        text="\n\n".join(lines),
        claims=claims,
        citations=verified.citations,
        notices=notices,
        rejected=Rejected(claims=verified.removed, quotes=verified.removed),
    )


def _by_record(blank: Answer, route: Finds) -> Answer:
    """Return the answer that lists documents whose records say what was asked."""
    language, found = blank.language, route.findings.documents
    lines = [
        say("record_of", language, title=title_in(one, language), record=record_line(one))
        for one in (document.summary.metadata for document in found[:MOST_DOCUMENTS])
    ]
    if further := len(found) - len(lines):
        lines.append(say("more_documents", language, count=further))
    return replace(blank, text="\n".join(lines))


def _none(
    reader: Retriever, blank: Answer, route: Finds, held: Sequence[DocumentSummary]
) -> Answer:
    features = read_features(reader.match(route.reference.about), ())
    reason = silence(features, blank.question_language) or "not_stated"
    metadata = [summary.metadata for summary in held]
    text = frame_silence(
        reason, blank.language, metadata, said="no_document", nearest=bool(blank.evidence)
    )
    return replace(blank, abstained=True, abstain_reason=reason, text=text)


def _as_statement(about: Question) -> Question:
    """Return what is asked about as what a sentence is to state, not a list or a name."""
    return replace(about, types=frozenset({"yes_no"}))


def _quotations(
    reader: Retriever, about: Question, found: FoundDocument, *, uses: bool
) -> tuple[Quotation, ...]:
    """Return the sentence of a document that meets best what is asked about, made whole."""
    document_id = found.summary.document_id
    if found.passage is None:
        passages = reader.retrieve(about, k=1, document_ids=(document_id,)).passages
    else:
        passages = (ScoredPassage(found.passage, found.score, _parallels(found.passage)),)
    scored = score_sentences(about, reader.read(about, passages))
    own = [one for one in scored if not is_of_others(one.sentence, uses=uses)] or scored
    return pick(about, own[:1], partial(passage_before, reader.store.catalog))


def _parallels(passage: Passage) -> tuple[str, ...]:
    """Return the passages in which the author gives the same in other languages."""
    ids = dict.fromkeys(v.passage_id for v in passage.versions if v.passage_id is not None)
    return tuple(one for one in ids if one != passage.passage_id)
