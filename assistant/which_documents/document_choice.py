"""Choosing the documents that a question is answered from.

Most questions are answered from all that is held. One that points to a thesis is answered
from that thesis when it, or the turn before, tells which; else it is asked which is meant.
One that asks for theses gets the documents that meet it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from assistant.abstention import load_calibration, read_features
from assistant.question import Question, read_question
from assistant.retriever import Retriever
from assistant.strings import MOST_TITLES, title_in
from assistant.which_documents.document_records import find_recorded
from assistant.which_documents.document_search import Findings, FoundDocument, find_documents
from assistant.which_documents.shelf import Shelf
from assistant.which_documents.thesis_record import asked_field
from assistant.which_documents.which_thesis import Reference, read_reference
from corpus.language import LANGUAGES
from corpus.records import DocumentSummary
from corpus.text import fold, words

__all__ = ["Everywhere", "Finds", "OneDocument", "Route", "Undecided", "choose_documents"]

LEAST_NAMED: Final = 0.6
"""The share of what a question names, by weight, that the thesis meant meets at least."""
LEAST_NEAR: Final = 0.35
"""The share that a thesis meets at least to be proposed when none meets enough."""
CLEARLY: Final = 0.2
"""How much more of it, passages and title added, the best must meet than any other."""
LEAST_NAMES: Final = 0.6
"""The share of the names in a question that the thesis meant holds at least."""
ALONE: Final = 0.25
"""The share of the best document's score that no other must reach for it to stand alone."""
_CANDIDATES: Final = 50
"""Passages that are looked at to put the documents that may be meant in order."""


@dataclass(frozen=True, slots=True)
class Everywhere:
    """Answer from all documents in scope."""


@dataclass(frozen=True, slots=True)
class OneDocument:
    """Answer from this one; ``question`` is what is asked of it."""

    summary: DocumentSummary
    question: Question


@dataclass(frozen=True, slots=True)
class Undecided:
    """Ask which is meant: those that may be, the likeliest first."""

    candidates: tuple[FoundDocument, ...]


@dataclass(frozen=True, slots=True)
class Finds:
    """The documents that were asked for; ``recorded`` when their records say so, no passage."""

    reference: Reference
    findings: Findings
    recorded: bool = False


Route = Everywhere | OneDocument | Undecided | Finds


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question that points to a thesis, and what there is to choose from.

    ``scope`` is ``None`` when all documents are.
    """

    question: Question
    reference: Reference
    held: tuple[DocumentSummary, ...]
    scope: tuple[str, ...] | None


def choose_documents(
    reader: Retriever,
    shelf: Shelf,
    question: Question,
    *,
    document_ids: Sequence[str] | None = None,
    history: Sequence[tuple[str, str]] = (),
) -> Route:
    """Return which documents a question is to be answered from.

    Args:
        reader: Searches the store.
        shelf: The documents.
        question: The question as read.
        document_ids: The documents in scope, all when ``None``.
        history: The turns before, (question, answer) each, oldest first.
    """
    reference = read_reference(question) if question.words else None
    if reference is None:
        return Everywhere()
    held = shelf.look().held(document_ids)
    if reference.kind == "many":
        recorded = find_recorded(question, reference.about, held)
        if recorded:
            return Finds(reference, Findings(recorded), recorded=True)
        uses, about = reference.uses, reference.about
        findings = find_documents(reader, shelf, about, uses=uses, document_ids=document_ids)
        return Finds(reference, findings)
    if len(held) < 2:  # noqa: PLR2004 - there is no choice
        return Everywhere()
    scope = None if document_ids is None else tuple(document_ids)
    asked = _Asked(question, reference, held, scope)
    return _named(reader, shelf, asked, _spoken_of(held, history)) or _unnamed(reader, asked)


def _named(
    reader: Retriever, shelf: Shelf, asked: _Asked, spoken_of: DocumentSummary | None
) -> Route | None:
    """Return what the words of the question, or the turn before, tell; ``None``: nothing."""

    def found(least: float) -> tuple[FoundDocument, ...]:
        about = asked.reference.about
        return find_documents(reader, shelf, about, document_ids=asked.scope, least=least).documents

    named = found(LEAST_NAMED)
    if named and _stands_out(named):
        return OneDocument(named[0].summary, _unnamed_question(asked, named[0].summary))
    if spoken_of is not None and (not named or spoken_of in [one.summary for one in named]):
        return OneDocument(spoken_of, asked.question)
    if not any(_holds_names(one) for one in named):
        named = tuple(sorted(found(LEAST_NEAR), key=lambda one: not _holds_names(one)))
    return Undecided(_with_passages(reader, asked.question, named)) if named else None


def _holds_names(found: FoundDocument) -> bool:
    return found.named >= LEAST_NAMES


def _with_passages(
    reader: Retriever, question: Question, found: Sequence[FoundDocument]
) -> tuple[FoundDocument, ...]:
    """Give those that are shown, and were found by their titles alone, their best passage."""
    made = list(found)
    for place, one in enumerate(made[:MOST_TITLES]):
        if one.passage is None:
            scope = (one.summary.document_id,)
            for scored in reader.retrieve(question, k=1, document_ids=scope).passages:
                made[place] = replace(one, passage=scored.passage)
    return tuple(made)


def _unnamed(reader: Retriever, asked: _Asked) -> Route:
    """Return how to answer a question that tells nothing of the thesis that it points to."""
    question, about = asked.question, asked.reference.about
    if about.words and _is_off_topic(reader, about):
        return Everywhere()
    if asked_field(question.text) is not None:
        return Undecided(tuple(FoundDocument(summary, None) for summary in asked.held))
    ranked = _ranked(reader, asked)
    if ranked[0].score > 0.0 and ranked[1].score < ALONE * ranked[0].score:
        return OneDocument(ranked[0].summary, question)
    return Undecided(ranked)


def _unnamed_question(asked: _Asked, summary: DocumentSummary) -> Question:
    """Return a question without what only says which thesis it is about.

    *Apa tujuan skripsi tentang irigasi?* asks that thesis for its aim, not for irrigation.
    """
    metadata = summary.metadata
    titles = " ".join((metadata.title, *metadata.title_versions.values(), *metadata.authors))
    naming = asked.reference.named_by & frozenset(words(titles))
    tokens = [(token, frozenset(words(token))) for token in asked.question.text.split()]
    kept = [token for token, told in tokens if not told or not told <= naming]
    rest = read_question(" ".join(kept))
    return replace(rest, language=asked.question.language) if rest.content else asked.question


def _stands_out(named: Sequence[FoundDocument]) -> bool:
    """Tell whether the first is meant, and none of the others."""
    best = named[0]
    return _holds_names(best) and all(
        best.score >= other.score
        and best.score + best.titled >= other.score + other.titled + CLEARLY
        for other in named[1:]
    )


def _is_off_topic(reader: Retriever, about: Question) -> bool:
    """Tell whether the corpus knows hardly any of the words: there is no use in asking back."""
    return read_features(reader.match(about), ()).met < load_calibration().off_topic


def _ranked(reader: Retriever, asked: _Asked) -> tuple[FoundDocument, ...]:
    """Return all documents, by their best passage for a question, the others in order."""
    best: dict[str, FoundDocument] = {}
    summaries = {summary.document_id: summary for summary in asked.held}
    found = reader.retrieve(asked.question, k=_CANDIDATES, document_ids=asked.scope)
    for scored in found.passages:
        document_id = scored.passage.document_id
        if document_id in summaries:
            one = FoundDocument(summaries[document_id], scored.passage, scored.score)
            best.setdefault(document_id, one)
    others = (FoundDocument(s, None) for s in asked.held if s.document_id not in best)
    return (*best.values(), *others)


def _spoken_of(
    held: Sequence[DocumentSummary], history: Sequence[tuple[str, str]]
) -> DocumentSummary | None:
    """Return the one document that the last answer names by its title, if it is one alone."""
    if not history:
        return None
    said = _plain(history[-1][1])
    named: dict[str, DocumentSummary] = {}
    titles = [
        (_plain(title_in(summary.metadata, language)), summary)
        for summary in held
        for language in LANGUAGES
    ]
    for title, summary in sorted(titles, key=lambda pair: -len(pair[0])):
        if title and title in said:
            named[summary.document_id] = summary
            said = said.replace(title, "\n")
    return next(iter(named.values())) if len(named) == 1 else None


def _plain(text: str) -> str:
    return " ".join(fold(text).split())
