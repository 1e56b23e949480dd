"""An answer and its parts, as frozen records, and their JSON.

``Answer.to_json`` gives the object that the command line, the HTTP API and MCP share.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from corpus.language import Language
from corpus.records import CitedWork

__all__ = [
    "AbstainReason",
    "Answer",
    "AnswerPart",
    "Citation",
    "Claim",
    "Conflict",
    "Evidence",
    "Notice",
    "QuoteNote",
    "QuoteVersion",
    "Rejected",
    "Timings",
]

AbstainReason = Literal[
    "not_stated",
    "part_not_held",
    "metadata_missing",
    "off_topic",
    "unclear",
    "empty_index",
    "empty_question",
]


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the reader should know about an answer, e.g. that the question was cut."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of an answer; ``citations`` are the numbers it rests on."""

    text: str
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class QuoteVersion:
    """A quote in another language; ``origin`` as in ``corpus.records.Version``."""

    language: Language
    text: str
    origin: str


@dataclass(frozen=True, slots=True)
class QuoteNote:
    """What somebody noted beside the text quoted; ``date`` is ``YYYY-MM-DD``, in UTC.

    It is the author's word, not the text's, and the text stays as it is.
    """

    text: str
    author: str
    date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A quote with its place.

    ``quote`` equals the document's canonical text at ``[start, end)``;
    ``[raw_start, raw_end)`` is the same place in the decoded ``file``. ``paragraph``
    counts from 1 within the section; ``page`` is ``None`` where the file has no pages.
    ``notes`` are those attached to any part of the quote, in the order of the text.
    """

    number: int
    passage_id: str
    document_id: str
    section: str
    heading: str
    paragraph: int
    page: int | None = None
    language: Language
    quote: str
    file: str
    start: int
    end: int
    raw_start: int
    raw_end: int
    versions: tuple[QuoteVersion, ...] = ()
    cited_works: tuple[CitedWork, ...] = ()
    notes: tuple[QuoteNote, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """Values that the sources give differently for one thing."""

    values: tuple[str, ...]
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A ranked passage; ``score`` is absolute, from 0 (no match) up."""

    passage_id: str
    document_id: str
    section: str
    heading: str
    language: Language
    score: float
    text: str
    parallels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rejected:
    """How much was removed because it did not read back or was not supported."""

    claims: int = 0
    quotes: int = 0


@dataclass(frozen=True, slots=True)
class Timings:
    """Where the time went, in milliseconds."""

    retrieve: float = 0.0
    rerank: float = 0.0
    answer: float = 0.0
    total: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the assistant says to one question.

    ``language`` is that of the answer; ``abstain_reason`` is set exactly when
    ``abstained``. ``text`` is the whole answer as plain text with ``[1]`` marks.
    """

    query_id: str | None = None
    question: str
    question_language: Language
    language: Language
    understood_as: str | None = None
    abstained: bool = False
    abstain_reason: AbstainReason | None = None
    text: str
    incomplete: bool = False
    notices: tuple[Notice, ...] = ()
    claims: tuple[Claim, ...] = ()
    citations: tuple[Citation, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    rejected: Rejected = field(default_factory=Rejected)
    generator: str = "extractive"
    timings_ms: Timings = field(default_factory=Timings)

    def to_json(self) -> dict[str, Any]:
        """Return the answer as the documented JSON object, keys in their documented order."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class AnswerPart:
    """An answer while it is being written.

    Each part takes the place of the one before. Until it is ``done`` the answer holds only
    what has passed so far, nothing at first, and is marked incomplete; it may be the same
    as before, since a part comes at every beat.
    """

    answer: Answer
    done: bool
