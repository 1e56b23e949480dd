"""What a check of a text found, as frozen records, and its JSON.

A check never says that a statement is true. It says whether a quote, a number or a
statement *matches the text* that is held, and where that text stands.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any, Literal, get_args

from assistant.records import Citation, Notice, QuoteVersion
from corpus.language import Language

__all__ = [
    "VERDICTS",
    "CheckReport",
    "CheckedSentence",
    "Counts",
    "Difference",
    "Finding",
    "FindingKind",
    "FindingVerdict",
    "Operation",
]

FindingKind = Literal["number", "quote", "statement"]

FindingVerdict = Literal[
    "exact", "matches", "altered", "misattributed", "unsupported", "off_corpus"
]
"""``exact``: a quote stands so, word for word. ``matches``: a statement agrees with the text.
``altered``: the wording of a quote, or a number, a name, a negation or a hedge of a
statement, differs. ``misattributed``: it stands elsewhere than is said. ``unsupported``: the
corpus is about this but does not say it. ``off_corpus``: the corpus is not about this."""

VERDICTS: tuple[FindingVerdict, ...] = get_args(FindingVerdict)

Operation = Literal["added", "left_out", "replaced"]


@dataclass(frozen=True, slots=True)
class Difference:
    """How the given text departs from the original, in words.

    ``given`` is empty for ``left_out``, ``original`` for ``added``.
    """

    operation: Operation
    given: str
    original: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One quote, number or statement of the given text, and how it stands to the corpus.

    ``[start, end)`` counts code points of the given text; ``text`` is what stands there,
    emphasis marks taken away and whitespace folded. A finding may lie inside another (a
    number in its statement). ``citations`` are the places that were
    compared with, numbered throughout the report. ``claimed`` is the place or the work that
    the given text names, where the quote does not stand there, and ``stands_in`` where it
    stands. ``translation`` is the version that a quote was found in, when it is quoted in
    another language than the original. ``said`` puts the verdict into a sentence, and
    ``remarks`` what else a reader should know.
    """

    start: int
    end: int
    kind: FindingKind
    verdict: FindingVerdict
    language: Language
    text: str
    said: str
    citations: tuple[Citation, ...] = ()
    differences: tuple[Difference, ...] = ()
    claimed: str = ""
    stands_in: str = ""
    translation: QuoteVersion | None = None
    remarks: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckedSentence:
    """A sentence of the given text at ``[start, end)``, with its language."""

    start: int
    end: int
    language: Language


@dataclass(frozen=True, slots=True)
class Counts:
    """How many findings have each verdict."""

    exact: int = 0
    matches: int = 0
    altered: int = 0
    misattributed: int = 0
    unsupported: int = 0
    off_corpus: int = 0

    @classmethod
    def of(cls, findings: Iterable[Finding]) -> Counts:
        """Count findings."""
        verdicts = [finding.verdict for finding in findings]
        return cls(**{verdict: verdicts.count(verdict) for verdict in VERDICTS})


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """The findings of a check in the order of the given text, which itself is not kept.

    ``language`` is that of what the report says, ``text_language`` that of most of the
    given text; ``length`` is the given text's, in code points.
    """

    language: Language
    text_language: Language
    length: int
    findings: tuple[Finding, ...] = ()
    sentences: tuple[CheckedSentence, ...] = ()
    counts: Counts = field(default_factory=Counts)
    notices: tuple[Notice, ...] = ()
    elapsed_ms: float = 0.0

    def to_json(self) -> dict[str, Any]:
        """Return the report as a JSON object, keys in their documented order."""
        return asdict(self)
