"""What is to be briefed, from what was asked: the document, the section, the language."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from typing import Any, Final

from langchain_core.runnables import Runnable, RunnableLambda

from assistant.briefing.counting import LIMITS
from assistant.briefing.records import BriefAsk, Briefing
from assistant.briefing.scope import open_scope
from assistant.briefing.worded import WordedBriefings
from assistant.briefing.writing import BriefingWriter
from assistant.generator import Generator
from assistant.references.works import title_language
from assistant.retriever import Retriever
from corpus.encoder import load_language_classifier
from corpus.errors import BriefingError, UnknownDocumentError
from corpus.language import LANGUAGES, Language
from corpus.records import DocumentSummary

__all__ = ["Briefer", "brief_runnable"]

_CLEARLY: Final = 0.8


class Briefer:
    """Briefs documents, sections and topics; for several threads at once."""

    def __init__(self, retriever: Retriever, generator: Generator | None = None) -> None:
        """Brief what ``retriever`` searches, worded by ``generator`` if there is one."""
        self._store = retriever.store
        self._lock = threading.Lock()
        self._held: tuple[int, tuple[DocumentSummary, ...]] | None = None
        worded = None
        if generator is not None:
            worded = WordedBriefings(generator, retriever.similarity, self._store.catalog)
        self._quoting = BriefingWriter(retriever, None)
        self._wording = self._quoting if worded is None else BriefingWriter(retriever, worded)

    def brief(self, ask: BriefAsk) -> Briefing:
        """Return the briefing that is asked for.

        Raises:
            BriefingError: It is not said what to brief, or a section and a topic at once, or
                the length is unknown.
            UnknownDocumentError: A document that is named is not held.
            UnknownSectionError: The document has no such section.
        """
        if ask.length not in LIMITS:
            raise BriefingError(f"unknown length {ask.length!r}: use one of {', '.join(LIMITS)}")
        topic = (ask.topic or "").strip()
        writer = self._wording if ask.use_model else self._quoting
        held = _in_scope(self._documents(), ask)
        if topic:
            if ask.section is not None:
                raise BriefingError("a briefing is of a section or of a topic: give one of the two")
            language = ask.language or _topic_language(topic)
            ids = None if ask.document_ids is None else [one.document_id for one in held]
            return writer.write_topic(topic, ids, language, ask.length)
        if len(held) != 1:
            ids = [one.document_id for one in held]
            raise BriefingError(
                f"{len(held)} documents are meant ({', '.join(ids) or 'none'}): name one document, "
                "or give a topic"
            )
        scope = open_scope(self._store.catalog, held[0], ask.section)
        language = ask.language or title_language(held[0].metadata, held[0].languages)
        return writer.write(scope, language, ask.length)

    def _documents(self) -> tuple[DocumentSummary, ...]:
        """Return what is held, read again when the corpus has changed."""
        self._store.refresh()
        generation = self._store.generation
        with self._lock:
            if self._held is None or self._held[0] != generation:
                self._held = generation, self._store.catalog.documents()
            return self._held[1]


def brief_runnable(briefer: Briefer) -> Runnable[BriefAsk | str | Mapping[str, Any], Briefing]:
    """Return a briefer as a LangChain runnable.

    It takes a ``BriefAsk``, its fields as a mapping, or a string: a topic.
    """

    def run(given: BriefAsk | str | Mapping[str, Any]) -> Briefing:
        if isinstance(given, str):
            return briefer.brief(BriefAsk(topic=given))
        return briefer.brief(given if isinstance(given, BriefAsk) else BriefAsk(**given))

    return RunnableLambda(run, name="brief")


def _topic_language(topic: str) -> Language:
    """Return a topic's language: Indonesian, unless its few words are clearly another's."""
    probabilities = load_language_classifier().probabilities(topic)
    likeliest = max(LANGUAGES, key=lambda language: probabilities[language])
    return likeliest if probabilities[likeliest] >= _CLEARLY else "id"


def _in_scope(held: Sequence[DocumentSummary], ask: BriefAsk) -> Sequence[DocumentSummary]:
    if ask.document_ids is None:
        return held
    by_id = {one.document_id: one for one in held}
    for document_id in ask.document_ids:
        if document_id not in by_id:
            raise UnknownDocumentError(document_id, tuple(by_id))
    return tuple(by_id[document_id] for document_id in dict.fromkeys(ask.document_ids))
