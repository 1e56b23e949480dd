"""Writing a briefing: scope, material, picks, and all of it read back.

Nothing here is generated: what is shown is a span of the text or of a version of it, cited.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from time import perf_counter
from typing import Final

from assistant.briefing.assembling import Numbering, as_bullet, mark_notices, marks_room
from assistant.briefing.blanks import blank_of_document, blank_of_topic
from assistant.briefing.by_section import section_parts
from assistant.briefing.checking import is_borne_out
from assistant.briefing.choosing import Pick
from assistant.briefing.counting import count_words, read_texts
from assistant.briefing.differences import DifferenceFinder
from assistant.briefing.facts import find_facts
from assistant.briefing.material import LONG, MEDIUM, SHORT, Material, Reach, read_material
from assistant.briefing.points import pick_points
from assistant.briefing.records import (
    Briefing,
    BriefingLength,
    BriefingPart,
    BriefNote,
    KeyFact,
)
from assistant.briefing.renumbering import renumber
from assistant.briefing.scope import Scope
from assistant.briefing.showing import Shown, show
from assistant.briefing.strings import say_brief
from assistant.briefing.topic import TopicFinder
from assistant.briefing.worded import WordedBriefings
from assistant.citations import quoted_texts
from assistant.records import Notice, Rejected
from assistant.references.works import work_of
from assistant.retriever import Retriever
from assistant.strings import title_in
from assistant.verification import verify_quotes
from corpus.language import Language

__all__ = ["BriefingWriter"]

_REACHES: Final[Mapping[BriefingLength, Reach]] = {
    "short": SHORT,
    "medium": MEDIUM,
    "long": LONG,
}
_FACTS_OF_MEDIUM: Final = 2
_ROOM_OF_MEDIUM: Final = 100
_FACTS_OF_LONG: Final = 5
_ROOM: Final = 400
_OF_NO_EVENT: Final = frozenset({"question", "purpose", "benefit", "suggestion"})
"""Points whose dates bound the study and tell of no event."""
_MARKS: Final = 8
"""Words kept free for what the marks mean."""


class BriefingWriter:
    """Writes briefings of what a retriever searches; for several threads at once."""

    def __init__(self, retriever: Retriever, worded: WordedBriefings | None = None) -> None:
        """Brief what ``retriever`` searches; ``worded`` has a language model word it."""
        self._worded = worded
        self._store = retriever.store
        self._similarity = retriever.similarity
        self._differences = DifferenceFinder(retriever)
        self._topics = TopicFinder(retriever)

    def write(self, scope: Scope, language: Language, length: BriefingLength) -> Briefing:
        """Return the briefing of a document or a section of it."""
        started = perf_counter()
        material = read_material(self._store, scope, _REACHES[length])
        blank = blank_of_document(material, language, length)
        if length == "long":
            made = self._by_section(blank, material)
        else:
            made = self._by_points(blank, material)
        if not made.bullets:
            code = "too_little" if material.candidates else "no_sentence"
            notice = Notice(code, say_brief(code, language))
            made = replace(made, notices=(*made.notices, notice))
        return self.read_back(made, started)

    def write_topic(
        self,
        topic: str,
        document_ids: Sequence[str] | None,
        language: Language,
        length: BriefingLength,
    ) -> Briefing:
        """Return the briefing of a topic across documents, all when ``None`` are named."""
        started = perf_counter()
        found = self._topics.look_for(topic, document_ids)
        blank = blank_of_topic(topic, found, language, length)
        numbering = Numbering()
        room = None if blank.limit is None else blank.limit - words_of(blank) - _MARKS
        parts = self._topics.parts(topic, found.summaries, language, length, room, numbering)
        notices = mark_notices(parts, language)
        if not parts:
            code = "too_little" if found.found else "nothing"
            notices = (Notice(code, say_brief(code, language)),)
        shown = {part.document_id for part in parts}
        used = [one for one in found.summaries if one.document_id in shown]
        made = replace(
            blank,
            document_ids=tuple(one.document_id for one in used),
            titles=tuple(title_in(one.metadata, language) for one in used),
            works=tuple(work_of(one, language) for one in used),
            parts=parts,
            notices=notices,
            citations=tuple(numbering.citations),
        )
        return self.read_back(made, started)

    def _by_points(self, blank: Briefing, material: Material) -> Briefing:
        """Return a briefing by points, within its limit."""
        language = blank.language
        numbering = Numbering()
        shown = [show(c.passage, c.sentences, language) for c in material.candidates]
        room = (blank.limit or 0) - words_of(blank) - marks_room(shown, language)
        extras = Numbering()
        facts: tuple[KeyFact, ...] = ()
        notes: tuple[BriefNote, ...] = ()
        if blank.length == "medium":
            notes = self._notes(material, language, extras)
            facts = self._facts(material, shown, language, extras)
            room -= words_of(replace(blank, key_facts=facts, notes=notes)) - words_of(blank)
        picks = pick_points(material, language, blank.length, blank.title, room, self.passes)
        if blank.length == "short":
            notes = self._disputed(picks, material, language, extras)
        if blank.length == "short" and notes:
            room -= words_of(replace(blank, notes=notes)) - words_of(blank)
            picks = pick_points(material, language, blank.length, blank.title, room, self.passes)
        parts = _parts_of(picks, material, numbering, language)
        made = replace(blank, parts=parts, notices=mark_notices(parts, language, facts))
        return _with_extras(made, facts, notes, numbering, extras)

    def _disputed(
        self,
        picks: Sequence[Pick],
        material: Material,
        language: Language,
        numbering: Numbering,
    ) -> tuple[BriefNote, ...]:
        """Return where the text differs from a date that a short briefing shows."""
        shown = [pick.candidate for pick in picks if pick.role not in _OF_NO_EVENT]
        document_id = material.scope.document_id
        return self._differences.find(document_id, shown, language, numbering, keywords=False)

    def _by_section(self, blank: Briefing, material: Material) -> Briefing:
        language = blank.language
        numbering, extras = Numbering(), Numbering()
        sizes = Counter[str]()
        for passage in material.passages:
            sizes[passage.section] += count_words(passage.text)
        parts = section_parts(material, language, numbering, lambda one: sizes[one.section_id])
        notes = self._notes(material, language, extras)
        shown = [show(c.passage, c.sentences, language) for c in material.candidates]
        facts = self._facts(material, shown, language, extras, each=_FACTS_OF_LONG, room=_ROOM)
        made = replace(blank, parts=parts, notices=mark_notices(parts, language, facts))
        return _with_extras(made, facts, notes, numbering, extras)

    def _notes(
        self, material: Material, language: Language, numbering: Numbering
    ) -> tuple[BriefNote, ...]:
        whole = material.scope.section is None
        return self._differences.find(
            material.scope.document_id,
            material.candidates,
            language,
            numbering,
            keywords=whole
            and any(p.group != p.passage_id or p.versions for p in material.passages),
        )

    def _facts(
        self,
        material: Material,
        shown: Sequence[Shown],
        language: Language,
        numbering: Numbering,
        *,
        each: int = _FACTS_OF_MEDIUM,
        room: int = _ROOM_OF_MEDIUM,
    ) -> tuple[KeyFact, ...]:
        return find_facts(material.candidates, shown, language, numbering, each=each, room=room)

    def passes(self, pick: Pick) -> bool:
        """Tell whether the verifier bears out what a pick shows of its sentence."""
        return is_borne_out(pick.shown, pick.variant, self._similarity)

    def read_back(self, made: Briefing, started: float) -> Briefing:
        """Return a briefing without what does not read back from what is held now."""
        if self._worded is not None:
            made = self._worded.word(made)
        texts = quoted_texts(self._store.catalog, made.citations)
        verified = verify_quotes(made.citations, texts)
        if verified.removed:
            standing = {(c.document_id, c.start, c.end) for c in verified.citations}
            lost = [
                c.number for c in made.citations if (c.document_id, c.start, c.end) not in standing
            ]
            rejected = Rejected(made.rejected.claims, made.rejected.quotes + len(lost))
            made = replace(renumber(made, lost), rejected=rejected)
        took = round((perf_counter() - started) * 1000, 3)
        return replace(made, words=words_of(made), milliseconds=took)


def _parts_of(
    picks: Sequence[Pick], material: Material, numbering: Numbering, language: Language
) -> tuple[BriefingPart, ...]:
    """Return picks under the headings of their points."""
    return tuple(
        BriefingPart(
            heading=say_brief(role, language),
            document_id=material.scope.document_id,
            bullets=tuple(as_bullet(pick, numbering) for pick in of_role),
        )
        for role, of_role in groupby(picks, key=lambda pick: pick.role)
    )


def words_of(briefing: Briefing) -> int:
    """Return how many words are read before the sources."""
    return sum(count_words(text) for text in read_texts(briefing))


def _with_extras(
    made: Briefing,
    facts: Sequence[KeyFact],
    notes: Sequence[BriefNote],
    numbering: Numbering,
    extras: Numbering,
) -> Briefing:
    """Add facts and notes, numbered on from the bullets in the order of reading."""

    def renumbered(number: int) -> int:
        return numbering.number(extras.citations[number - 1])

    shown = tuple(replace(fact, citation=renumbered(fact.citation)) for fact in facts)
    told = tuple(
        replace(note, citations=tuple(renumbered(n) for n in note.citations)) for note in notes
    )
    return replace(made, key_facts=shown, notes=told, citations=tuple(numbering.citations))
