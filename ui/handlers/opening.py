"""Opening a source: from what was pressed, or a link, to the panel.

For an answer the browser sends only which turn and which number; the citation is looked
up in the kept answer of the visitor's own conversation, and the text in the shelf. A
passage or a section, which everybody may read, is opened by its id.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant import Answer, Citation, WordPair
from corpus.errors import UnknownPassageError
from corpus.language import Language, is_language
from corpus.records import Passage, Section, Span
from corpus.remarks import Note
from corpus.text import fold
from ui.handlers.turns import fault_of, kept_answer
from ui.room import Room
from ui.sent import Sent
from ui.shown import Shown
from ui.strings import label
from ui.views.marking import Annotation
from ui.views.reading import NOWHERE, Reading
from ui.views.source import Opened, source_panel, trouble_panel
from ui.views.thread import Fault
from ui.visit import Visit

__all__ = ["open_source", "show_source"]


@dataclass(frozen=True, slots=True)
class _Place:
    """What is to be opened: a section, what was quoted in it, and by which question."""

    passages: Sequence[Passage]
    quote: Span = NOWHERE
    citation: Citation | None = None
    asked: str = ""
    asker: Language | None = None


def show_source(room: Room, visit: Visit, sent: Sent) -> Shown:
    """Show what the visitor pointed at; what is sent is said in ``open_source``."""
    return Shown(source=open_source(room, visit, sent))


def open_source(room: Room, visit: Visit, sent: Sent, trouble: Fault | None = None) -> str:
    """Return the source panel for what the visitor pointed at.

    Sent: ``serial``, which counts the openings; ``tab``, the language to read in; and one
    ``kind`` of

    - ``citation`` and ``evidence``: ``conversation``, ``turn``, ``number``;
    - ``passage``: ``passage``, with ``from`` and ``to`` in the document's canonical text
      where a span of it is meant;
    - ``section``: ``document``, ``section``; ``document``: its first section.
    """
    page, serial = visit.language, sent.count("serial") or 0
    try:
        place = _place(room, visit, sent)
        opened = _opened(room, visit, place, sent.text("tab"))
        if trouble is not None:
            line = f"{label(trouble.key, page)} {trouble.detail}".strip()
            opened = replace(opened, trouble=line)
        return source_panel(opened, room.answerer.gloss, page, serial)
    except LookupError:
        fault = Fault("source_missing")
    except Exception as error:  # noqa: BLE001  # a visitor gets a line, whatever went wrong
        fault = fault_of(error)
    return trouble_panel(label(fault.key, page), fault.detail, page, serial)


def _place(room: Room, visit: Visit, sent: Sent) -> _Place:
    kind = sent.text("kind")
    if kind in {"citation", "evidence"}:
        turn, number = sent.count("turn"), sent.count("number")
        answer = kept_answer(room.shelf, sent.text("conversation"), visit.visitor_id, turn or 0)
        found = _cited if kind == "citation" else _near
        return found(room, answer, number or 0)
    if kind == "passage":
        return _linked(room, sent)
    if kind in {"section", "document"}:
        document_id = sent.text("document")
        for section_id in _sections(room, document_id, sent.text("section")):
            if passages := room.shelf.section_passages(document_id, section_id):
                return _Place(passages)
    raise LookupError(kind)


def _sections(room: Room, document_id: str, wanted: str) -> list[str]:
    """Return the section that is wanted, or all: the first with text is where one begins."""
    if wanted:
        return [wanted]
    return [item.section_id for item in room.shelf.sections(document_id)]


def _cited(room: Room, answer: Answer, number: int) -> _Place:
    citation = {item.number: item for item in answer.citations}[number]
    passages = room.shelf.section_passages(citation.document_id, citation.section)
    asked = answer.understood_as or answer.question
    quote = Span(citation.start, citation.end)
    return _Place(passages, quote, citation, asked, answer.question_language)


def _near(room: Room, answer: Answer, number: int) -> _Place:
    evidence = dict(enumerate(answer.evidence, start=1))[number]
    passages = room.shelf.section_passages(evidence.document_id, evidence.section)
    passage = next((item for item in passages if item.passage_id == evidence.passage_id), None)
    if passage is None:
        raise UnknownPassageError(evidence.passage_id)
    return _Place(passages, Span(passage.start, passage.end))


def _linked(room: Room, sent: Sent) -> _Place:
    passage = room.shelf.passage(sent.text("passage"))
    passages = room.shelf.section_passages(passage.document_id, passage.section)
    start, end = sent.count("from"), sent.count("to")
    whole = Span(passage.start, passage.end)
    if start is None or end is None or not whole.start <= start < end <= passages[-1].end:
        return _Place(passages, whole)
    return _Place(passages, Span(start, end))


def _opened(room: Room, visit: Visit, place: _Place, tab: str) -> Opened:
    shelf, citation = room.shelf, place.citation
    if not place.passages:
        raise LookupError(citation)
    first, last = place.passages[0], place.passages[-1]
    here = _at(place.passages, place.quote) or first
    changed = citation is not None and not _stands(citation, place.passages)
    quote = NOWHERE if changed else place.quote
    pairs = () if changed else _pairs(room, place)
    notes = shelf.notes(first.document_id)
    annotations = [
        *_italics(room, first.document_id, first.start, last.end),
        *_paired(pairs),
        *(Annotation(Span(note.start, note.end), "note") for note in notes if not note.detached),
    ]
    sections = [item for item in shelf.sections(first.document_id) if item.start < item.end]
    at = next((i for i, item in enumerate(sections) if item.section_id == first.section), None)
    return Opened(
        reading=Reading(place.passages, quote, annotations),
        title=room.emphases.of(shelf).title(first.document_id),
        document_id=first.document_id,
        heading=here.heading if citation is None else citation.heading,
        path=here.path,
        citation=citation,
        changed=changed,
        asker=place.asker or visit.language,
        pairs=pairs,
        notes=_beside(notes, quote),
        tab=tab if is_language(tab) and tab != first.language else None,
        before=_neighbour(sections, at, -1),
        after=_neighbour(sections, at, 1),
    )


def _pairs(room: Room, place: _Place) -> Sequence[WordPair]:
    """Return the words by which a question in another language met the quote.

    A word that is the same in both says nothing that is not seen.
    """
    citation = place.citation
    if citation is None or place.asker == citation.language:
        return ()
    found = room.answerer.matched_words(
        place.asked, citation.passage_id, citation.start, citation.end
    )
    return [pair for pair in found if fold(pair.question_word) != fold(pair.text_word)]


def _paired(pairs: Sequence[WordPair]) -> list[Annotation]:
    numbers = {word: n for n, word in enumerate(dict.fromkeys(p.question_word for p in pairs))}
    return [
        Annotation(
            Span(pair.start, pair.end), "pair", pair.question_word, numbers[pair.question_word]
        )
        for pair in pairs
    ]


def _italics(room: Room, document_id: str, start: int, end: int) -> list[Annotation]:
    found = room.emphases.of(room.shelf).italics(document_id, start, end)
    return [Annotation(span, "italic") for span in found]


def _beside(notes: Sequence[Note], quote: Span) -> tuple[Note, ...]:
    return tuple(
        note
        for note in notes
        if not note.detached and note.start < quote.end and quote.start < note.end
    )


def _at(passages: Sequence[Passage], quote: Span) -> Passage | None:
    return next((item for item in passages if item.start <= quote.start < item.end), None)


def _stands(citation: Citation, passages: Sequence[Passage]) -> bool:
    """Tell whether the quote still stands in its place, word for word."""
    for passage in passages:
        start, end = citation.start - passage.start, citation.end - passage.start
        if start >= 0 and passage.text[start:end] == citation.quote:
            return True
    return False


def _neighbour(sections: Sequence[Section], at: int | None, step: int) -> Section | None:
    if at is None or not 0 <= at + step < len(sections):
        return None
    return sections[at + step]
