"""Measuring retrieval, answers and silence: what is right, and what an evaluation is.

Every judged query counts: one that finds nothing has the value 0. Relevance is by
group: a hit on any of the author's versions of a passage counts for all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.evaluating.measures import recall, reciprocal_rank
from assistant.records import Answer
from corpus.errors import SitirError
from corpus.judgments import Fact
from corpus.language import Language
from corpus.records import Document, Span
from corpus.text import fold

if TYPE_CHECKING:
    from assistant.evaluating.bitext_run import BitextRun
    from assistant.evaluating.judged_figures import JudgedRun
    from assistant.evaluating.triple_run import TripleRun

__all__ = [
    "Evaluation",
    "EvaluationError",
    "contains_answer",
    "quote_places",
    "recall",
    "reciprocal_rank",
    "relevant_groups",
]


class EvaluationError(SitirError):
    """Judgments that cannot be used: unreadable, or about something that is not held."""

    MOST_NAMED = 20

    @classmethod
    def of(cls, problems: list[str]) -> EvaluationError:
        """Return one error that names the problems, the first twenty of them."""
        more = len(problems) - cls.MOST_NAMED
        rest = f"; and {more} more" if more > 0 else ""
        return cls("; ".join(problems[: cls.MOST_NAMED]) + rest)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """One run of ``evaluate``: what was asked for, by which encoder, and what came out.

    ``command`` is what repeats it; ``date`` is in UTC, ISO 8601. What was not asked for
    is ``None``.
    """

    command: str
    date: str
    encoder: str
    encoder_digest: str
    judged: JudgedRun | None = None
    triple: TripleRun | None = None
    bitext: BitextRun | None = None


def relevant_groups(fact: Fact, document: Document) -> frozenset[str]:
    """Return the groups of the passages that overlap any gold quote of a fact.

    Raises:
        ValueError: A gold quote does not stand in the document.
    """
    places = quote_places(fact, document)
    return frozenset(
        passage.group
        for passage in document.passages
        for place in places
        if passage.start < place.end and place.start < passage.end
    )


def quote_places(fact: Fact, document: Document) -> tuple[Span, ...]:
    """Return where the gold quotes of a fact stand in the canonical text, quote by quote.

    Raises:
        ValueError: A gold quote does not stand in the document.
    """
    found: list[Span] = []
    for quote in fact.quotes:
        pattern = r"\s+".join(re.escape(word) for word in quote.split())
        places = [Span(*match.span()) for match in re.finditer(pattern, document.text)]
        if not places:
            raise ValueError(f"gold quote of {fact.fact_id!r} is not in the text: {quote!r}")
        found.extend(places)
    return tuple(found)


def contains_answer(answer: Answer, fact: Fact, language: Language) -> bool:
    """Tell whether an answer's text or its quotes contain every item of a judged answer.

    Each item in one of its accepted forms: those of the asker's language anywhere, those of
    another language in the quotes in that language.
    """
    quotes = [(citation.language, citation.quote) for citation in answer.citations]
    said: dict[Language, str] = {language: answer.text}
    for spoken, quote in (*quotes, *((language, quote) for _, quote in quotes)):
        said[spoken] = f"{said.get(spoken, '')} {quote}"
    folded = {spoken: fold(" ".join(text.split())) for spoken, text in said.items()}
    return all(
        any(
            fold(form) in text
            for spoken, text in folded.items()
            for form in fact.answers[spoken][item]
        )
        for item in range(len(fact.answers[language]))
    )
