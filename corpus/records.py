"""The nouns of the corpus, each a frozen record.

Offsets count Unicode code points and spans are half-open. ``start``/``end`` count
in the document's canonical text, ``raw_start``/``raw_end`` in the decoded file that
the text came from. A *document* is one thesis; a *passage* is the unit retrieved; a
*version* is the same text in another language, with its origin.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from corpus.language import Language

__all__ = [
    "CitedWork",
    "ConversationSummary",
    "Document",
    "DocumentSummary",
    "Entry",
    "Metadata",
    "Passage",
    "Scope",
    "ScoredPassage",
    "Section",
    "Segment",
    "Sentence",
    "SentenceKind",
    "SourceFile",
    "Span",
    "Turn",
    "Version",
]

SentenceKind = Literal["prose", "list_item"]
"""A sentence of running text, or one whole item of a list."""

Scope = Literal["this_sentence", "possibly"]
"""Whether a citation closes this sentence, or may also cover it from a later one."""


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range ``[start, end)`` of code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")


@dataclass(frozen=True, slots=True)
class CitedWork:
    """A work that the text cites, e.g. ``Situmorang, 2018``, and how sure its reach is.

    ``scope`` is ``this_sentence`` for the sentence that the citation closes and
    ``possibly`` for the sentences of the same paragraph before it, back to the
    previous citation: whether the author meant those too is unknown.
    """

    work: str
    scope: Scope


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, or one item of a list, of a passage.

    ``ordinal`` counts from 0 within the passage, ``paragraph`` from 1 within the
    section. The text is ``document.text[start:end]``.
    """

    ordinal: int
    start: int
    end: int
    raw_start: int
    raw_end: int
    paragraph: int
    text: str
    kind: SentenceKind = "prose"
    cited_works: tuple[CitedWork, ...] = ()


@dataclass(frozen=True, slots=True)
class Version:
    """The same text in another language than the original's.

    ``sentence`` is the ordinal, within the passage, of the sentence that ``text``
    renders; ``None`` when it renders the heading. ``origin`` is ``author``,
    ``project``, ``model:<name>`` or ``person:<name>``. For ``author``,
    ``passage_id`` names the passage where the author wrote it and ``start``/``end``
    its place there; both are empty otherwise.
    """

    language: Language
    text: str
    origin: str
    sentence: int | None = None
    passage_id: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a document, e.g. ``1.4.2.1`` or ``abstrak``.

    ``path`` holds the headings from the outermost section down to this one's own;
    ``level`` is 0 for the outermost. ``start``/``end`` span the section's own text
    (without its subsections), empty when it has none.
    """

    section_id: str
    heading: str
    level: int
    ordinal: int
    language: Language
    file: str
    path: tuple[str, ...]
    start: int
    end: int
    heading_versions: tuple[Version, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """The unit retrieved: whole sentences of one section.

    ``group`` is shared by passages that are the author's versions of each other
    (one result, one hit); it is the passage's own id when there are none.
    ``versions`` are sorted by language, then sentence.
    """

    passage_id: str
    document_id: str
    section: str
    ordinal: int
    heading: str
    path: tuple[str, ...]
    language: Language
    file: str
    start: int
    end: int
    raw_start: int
    raw_end: int
    text: str
    sentences: tuple[Sentence, ...]
    group: str
    page: int | None = None
    versions: tuple[Version, ...] = ()
    heading_versions: tuple[Version, ...] = ()


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of canonical text that stands unchanged in the file.

    ``document.text[start:start + length] == file.text[raw_start:raw_start + length]``,
    but for folded whitespace, which is one space (or line break) in canonical text.
    """

    start: int
    raw_start: int
    length: int


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file of a document as it was read.

    ``text`` is the decoded file, nothing dropped; ``sha256`` is of its bytes;
    ``start``/``end`` is its share of the document's canonical text, and ``segments``,
    ascending, map that share back to ``text``.
    """

    name: str
    ordinal: int
    sha256: str
    encoding: str
    text: str
    start: int
    end: int
    segments: tuple[Segment, ...] = ()


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about a document. Empty means unknown, and is said so.

    ``held`` lists the parts that the corpus holds, per reader's language, e.g.
    ``{"en": ("abstract", "Chapter I")}``; ``chapters`` the roman or arabic numbers
    of the chapters held, as integers, or ``None`` when the whole work is held.
    ``place`` is the institution's city, ``url`` where others find the work.
    """

    title: str
    title_versions: Mapping[Language, str] = field(default_factory=dict)
    authors: tuple[str, ...] = ()
    year: int | None = None
    institution: str = ""
    held: Mapping[Language, tuple[str, ...]] = field(default_factory=dict)
    chapters: tuple[int, ...] | None = None
    degree: Literal["", "bachelor", "master", "doctor"] = ""
    place: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A thesis with everything derived from its files.

    ``text`` is the canonical text that all offsets count in; ``content_hash``
    changes when a file, the metadata or a versions file changes.
    """

    document_id: str
    metadata: Metadata
    content_hash: str
    text: str
    files: tuple[SourceFile, ...]
    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class ScoredPassage:
    """A passage with its score for a query; higher is better, 0 is no match.

    ``parallels`` are the ids of the other passages of its group; ``matches`` the word pairs
    that made the match, strongest first: (word of the query, word of the passage).
    """

    passage: Passage
    score: float
    parallels: tuple[str, ...] = ()
    matches: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """What is encoded and searched: a passage itself, or one version of it.

    ``entry_id`` is the passage's id for the passage itself (``origin`` is then
    ``source``) and ``passage_id@language`` for a version. ``text`` is the heading path
    and the text; ``words`` are its folded words, in order.
    """

    entry_id: str
    passage_id: str
    document_id: str
    language: Language
    origin: str
    text: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """A document as a list of what is held shows it.

    ``added_at`` is in UTC; ``languages`` are those of its passages; ``words`` is their number.
    """

    document_id: str
    metadata: Metadata
    content_hash: str
    added_at: datetime
    languages: tuple[Language, ...]
    sections: int
    passages: int
    words: int


@dataclass(frozen=True, slots=True)
class ConversationSummary:
    """A conversation as a list shows it; ``last_at`` is when its last turn was kept, in UTC."""

    conversation_id: str
    title: str
    created_at: datetime
    turns: int
    last_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """One question with its answer; ``ordinal`` counts from 0, ``created_at`` is in UTC.

    ``answer_json`` is the answer as the object that every interface gives.
    """

    ordinal: int
    question: str
    answer_json: dict[str, Any]
    created_at: datetime
