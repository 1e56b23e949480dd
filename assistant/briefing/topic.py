"""A briefing of a topic across documents: what each says of it, each with its share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

import numpy as np

from assistant.briefing.assembling import Numbering, make_bullet
from assistant.briefing.checking import is_borne_out
from assistant.briefing.counting import count_words
from assistant.briefing.records import BriefingLength, BriefingPart, Bullet
from assistant.briefing.role_cues import only_announces
from assistant.briefing.shortening import Variant, variants
from assistant.briefing.showing import Shown, show
from assistant.evidence_types import is_keyword_line
from assistant.extractive import Quotation, score_sentences, whole_quotations
from assistant.pointers import passage_before
from assistant.question import Question, read_question
from assistant.retriever import Retriever
from assistant.strings import title_in
from assistant.which_documents.document_search import find_documents
from assistant.which_documents.shelf import Shelf
from corpus.language import Language
from corpus.records import DocumentSummary
from corpus.text import words

__all__ = ["TopicFinder", "TopicParts"]

_DOCUMENTS: Final[Mapping[BriefingLength, int]] = {"short": 3, "medium": 5, "long": 12}
_BULLETS: Final[Mapping[BriefingLength, int]] = {"short": 2, "medium": 4, "long": 6}
_PASSAGES: Final = 8
_LEAST: Final = 0.6
"""A sentence scores this share of the best of its document at least."""
_SAME: Final = 0.9
_READ: Final = 24
"""Sentences of a document that are compared."""
_LOST: Final = 0.01
"""A word of the topic is met no worse by what is left of a sentence."""
_LONG_ROOM: Final = 1_500


@dataclass(frozen=True, slots=True)
class TopicParts:
    """What documents say of a topic, the nearest document first.

    ``found`` is how many of them speak of it, ``searched`` in how many it was looked for.
    """

    parts: tuple[BriefingPart, ...]
    summaries: tuple[DocumentSummary, ...]
    found: int
    searched: int


class TopicFinder:
    """Finds what documents say of a topic."""

    def __init__(self, retriever: Retriever) -> None:
        """Search what ``retriever`` searches."""
        self._retriever = retriever
        self._shelf = Shelf(retriever)

    def look_for(self, topic: str, document_ids: Sequence[str] | None) -> TopicParts:
        """Return which documents speak of a topic, without what they say."""
        found = find_documents(
            self._retriever, self._shelf, read_question(topic), document_ids=document_ids
        )
        summaries = tuple(one.summary for one in found.documents)
        searched = len(self._shelf.look().held(document_ids))
        return TopicParts((), summaries, len(summaries), searched)

    def parts(
        self,
        topic: str,
        summaries: Sequence[DocumentSummary],
        language: Language,
        length: BriefingLength,
        room: int | None,
        numbering: Numbering,
    ) -> tuple[BriefingPart, ...]:
        """Return what the documents say of a topic, each within its share of ``room`` words."""
        question = read_question(topic)
        left = _LONG_ROOM if room is None else room
        chosen = list(summaries[: _DOCUMENTS[length]])
        parts: list[BriefingPart] = []
        for place, summary in enumerate(chosen):
            title = title_in(summary.metadata, language)
            share = left // (len(chosen) - place) - count_words(title)
            bullets = tuple(
                self._bullets(question, summary.document_id, language, length, share, numbering)
            )
            if not bullets:
                continue
            left -= count_words(title) + sum(count_words(b.text) for b in bullets)
            parts.append(
                BriefingPart(heading=title, document_id=summary.document_id, bullets=bullets)
            )
        return tuple(parts)

    def _bullets(
        self,
        question: Question,
        document_id: str,
        language: Language,
        length: BriefingLength,
        room: int,
        numbering: Numbering,
    ) -> Iterator[Bullet]:
        """Yield the best sentences of a document within ``room`` words, in reading order."""
        picked: list[tuple[Shown, Variant]] = []
        for quotation in self._quotations(question, document_id):
            shown = show(quotation.passage, quotation.sentences, language)
            fitting = self._fitting(shown, question, room)
            if fitting is None:
                continue
            picked.append((shown, fitting))
            room -= fitting.length
            if len(picked) == _BULLETS[length]:
                break
        picked.sort(key=lambda pair: pair[0].citation.start)
        for shown, variant in picked:
            yield make_bullet(shown, variant, "other", numbering)

    def _fitting(self, shown: Shown, question: Question, room: int) -> Variant | None:
        """Return the longest form of a sentence that fits, is borne out and keeps the topic."""
        similarity = self._retriever.similarity
        forms = variants(shown.text, shown.language, frozenset(question.words))
        asked = question.content or question.words
        whole = similarity.similarity(asked, words(forms[0].text)).max(axis=1)
        for variant in forms:
            if variant.length > room or not is_borne_out(shown, variant, similarity):
                continue
            met = similarity.similarity(asked, words(variant.text)).max(axis=1)
            if (met >= whole - _LOST).all():
                return variant
        return None

    def _quotations(self, question: Question, document_id: str) -> Iterator[Quotation]:
        """Yield what a document says of a topic, best first, no two alike."""
        found = self._retriever.retrieve(question, k=_PASSAGES, document_ids=[document_id])
        groups = self._retriever.read(question, found.passages)
        scored = [
            one
            for one in score_sentences(question, groups)
            if not (is_keyword_line(one.sentence) or only_announces(one.sentence))
        ][:_READ]
        if not scored:
            return
        vectors = self._retriever.store.encoder.encode_passages([s.sentence.text for s in scored])
        before = partial(passage_before, self._retriever.store.catalog)
        taken: list[int] = []
        for row, one in enumerate(scored):
            alike = vectors[taken] @ vectors[row] if taken else np.zeros(0)
            if one.score < _LEAST * scored[0].score or alike.max(initial=0.0) >= _SAME:
                continue
            taken.append(row)
            whole = list(whole_quotations(one.passage, one.sentence, question, before))
            if len(whole) == 1:
                yield whole[0]
