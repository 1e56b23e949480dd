"""Measuring retrieval, answers and silence against judged questions.

Every judged query counts: one that finds nothing has the value 0. Relevance is by
group: a hit on any of the author's versions of a passage counts for all.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from assistant.records import Answer
from corpus.judgments import Fact
from corpus.language import Language
from corpus.records import Document
from corpus.text import fold

__all__ = ["contains_answer", "recall", "reciprocal_rank", "relevant_groups"]


def relevant_groups(fact: Fact, document: Document) -> frozenset[str]:
    """Return the groups of the passages that overlap any gold quote of a fact.

    Raises:
        ValueError: A gold quote does not stand in the document.
    """
    found: set[str] = set()
    for quote in fact.quotes:
        pattern = r"\s+".join(re.escape(word) for word in quote.split())
        places = [match.span() for match in re.finditer(pattern, document.text)]
        if not places:
            raise ValueError(f"gold quote of {fact.fact_id!r} is not in the text: {quote!r}")
        found.update(
            passage.group
            for passage in document.passages
            for start, end in places
            if passage.start < end and start < passage.end
        )
    return frozenset(found)


def recall(ranked: Sequence[str], relevant: Collection[str], k: int) -> float:
    """Return the fraction of the relevant groups among the first ``k``."""
    if not relevant:
        raise ValueError("recall needs at least one relevant group")
    return len(set(ranked[:k]) & set(relevant)) / len(relevant)


def reciprocal_rank(ranked: Sequence[str], relevant: Collection[str], k: int = 10) -> float:
    """Return one over the rank of the first relevant group, 0 when it is not in ``k``."""
    return next((1 / rank for rank, g in enumerate(ranked[:k], start=1) if g in relevant), 0.0)


def contains_answer(answer: Answer, fact: Fact, language: Language) -> bool:
    """Tell whether an answer's text or its quotes contain every item of a judged answer."""
    shown = [answer.text, *(citation.quote for citation in answer.citations)]
    said = fold(" ".join(" ".join(shown).split()))
    return all(any(fold(form) in said for form in forms) for forms in fact.answers[language])
