"""Verification: a quote that does not read back from the stored source is removed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.records import Citation

__all__ = ["VerifiedQuotes", "verify_quotes"]


@dataclass(frozen=True, slots=True)
class VerifiedQuotes:
    """The citations that stand, numbered from 1 in order, and how many were removed."""

    citations: tuple[Citation, ...]
    removed: int


def verify_quotes(citations: Sequence[Citation], texts: Mapping[str, str]) -> VerifiedQuotes:
    """Keep the citations whose quote is the stored text at its place.

    Args:
        citations: What an answer is about to show.
        texts: The canonical text of each document, as the catalog holds it now.
    """
    standing = [c for c in citations if _reads_back(c, texts.get(c.document_id, ""))]
    return VerifiedQuotes(
        tuple(replace(c, number=number) for number, c in enumerate(standing, start=1)),
        len(citations) - len(standing),
    )


def _reads_back(citation: Citation, text: str) -> bool:
    return bool(citation.quote) and text[citation.start : citation.end] == citation.quote
