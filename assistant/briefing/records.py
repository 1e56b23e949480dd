"""A briefing and its parts, as frozen records, and their JSON."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from assistant.records import Citation, Notice, Rejected
from assistant.references.records import Work
from corpus.language import Language

__all__ = [
    "BriefAsk",
    "BriefNote",
    "Briefing",
    "BriefingLength",
    "BriefingPart",
    "BriefingRole",
    "Bullet",
    "BulletKind",
    "Coverage",
    "FactKind",
    "KeyFact",
]

BriefingLength = Literal["short", "medium", "long"]
"""A minute, a page, or section by section."""

BriefingRole = Literal[
    "subject",
    "background",
    "question",
    "purpose",
    "scope",
    "theory",
    "method",
    "result",
    "conclusion",
    "suggestion",
    "benefit",
    "other",
]
"""What a sentence does in a thesis. ``purpose`` and ``benefit`` are aimed at or hoped for;
``result`` and ``conclusion`` were found."""

BulletKind = Literal["quote", "excerpt", "worded"]
"""``quote``: whole sentences. ``excerpt``: a sentence with parts left out, each marked by
an ellipsis, that the verifier passed. ``worded``: a language model's statement that passed."""

FactKind = Literal["who", "when", "where", "how_much"]


@dataclass(frozen=True, slots=True)
class BriefAsk:
    """What the runnable takes: what to brief, and how; see ``Assistant.brief``."""

    document_ids: tuple[str, ...] | None = None
    section: str | None = None
    topic: str | None = None
    language: Language | None = None
    length: BriefingLength = "short"
    use_model: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullet:
    """One point of a briefing.

    ``text`` is what is shown, in ``language``: the source's own words, or a version of
    them. ``origin`` says whose: ``source``, the origin of the version (``author``,
    ``project``, ``model:<name>``, ``person:<name>``), or ``generator:<name>`` for a
    worded one. ``citations`` are the numbers of what it rests on, whose quotes are whole
    sentences of the source.
    """

    text: str
    language: Language
    origin: str
    kind: BulletKind
    role: BriefingRole
    citations: tuple[int, ...]

    def mark(self, language: Language) -> str:
        """Return what stands behind its numbers for a reader of ``language``.

        ``*`` for an unofficial translation, ``†`` for a text in another language.
        """
        return _mark(self.language, self.origin, language)


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingPart:
    """A heading with its bullets, in reading order.

    ``section`` is the id of the section that it stands for in a long briefing, else
    empty; ``level`` counts from 0. A part without bullets only opens those below it.
    """

    heading: str
    document_id: str
    bullets: tuple[Bullet, ...]
    section: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class KeyFact:
    """A person, date, place or figure that the text names.

    ``value`` and ``context`` are words of the source, or of its version, in ``language``,
    and of ``origin``, as of a bullet; ``context`` is some words around the value, with what is
    left out marked; none for places.
    """

    kind: FactKind
    label: str
    value: str
    context: str
    language: Language
    origin: str
    citation: int

    def mark(self, language: Language) -> str:
        """Return what stands behind its number for a reader of ``language``; see ``Bullet``."""
        return _mark(self.language, self.origin, language)


@dataclass(frozen=True, slots=True)
class BriefNote:
    """Something that a reader should know of the sources, e.g. that they differ."""

    text: str
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was read, in words and in numbers.

    ``sections`` are those of the scope that hold text, ``sections_read`` those that the
    briefing was chosen from.
    """

    text: str
    sections: int
    sections_read: int
    documents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """A briefing of one document, of a section of it, or of a topic across documents.

    ``titles`` are those of the documents in the order of ``document_ids``, in ``language``
    where the record has them so; ``works`` are the same as references need them. ``words``
    counts all that is read before the sources (see ``assistant.briefing.counting``);
    ``limit`` is what it may be at most, ``None`` for a long one.
    """

    title: str
    language: Language
    length: BriefingLength
    document_ids: tuple[str, ...]
    section: str = ""
    topic: str = ""
    titles: tuple[str, ...]
    works: tuple[Work, ...]
    coverage: Coverage
    parts: tuple[BriefingPart, ...] = ()
    key_facts: tuple[KeyFact, ...] = ()
    notes: tuple[BriefNote, ...] = ()
    citations: tuple[Citation, ...] = ()
    notices: tuple[Notice, ...] = ()
    words: int = 0
    limit: int | None = None
    generator: str = "extractive"
    rejected: Rejected = field(default_factory=Rejected)
    milliseconds: float = 0.0

    @property
    def bullets(self) -> tuple[Bullet, ...]:
        """All bullets, in order."""
        return tuple(bullet for part in self.parts for bullet in part.bullets)

    def citation(self, number: int) -> Citation:
        """Return the citation of a number that a bullet, fact or note gives."""
        return self.citations[number - 1]

    def to_json(self) -> dict[str, Any]:
        """Return the briefing as a JSON object, keys in the order of the fields."""
        return asdict(self)


def _mark(shown: Language, origin: str, reader: Language) -> str:
    if shown != reader:
        return "†"
    ours = origin in {"source", "author"} or origin.startswith("generator:")
    return "" if ours else "*"
