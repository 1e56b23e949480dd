"""What a check looks in, and the parts of a given text that it looks up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from assistant.checking.reading import Block
from assistant.checking.records import Finding, FindingKind, FindingVerdict
from corpus.language import Language
from corpus.records import DocumentSummary, Span

__all__ = ["CheckScope", "Given"]


@dataclass(frozen=True, slots=True)
class CheckScope:
    """The documents looked in, and the language that findings are put into.

    ``ids`` are those of the documents, ``None`` for all.
    """

    documents: tuple[DocumentSummary, ...]
    ids: tuple[str, ...] | None
    language: Language


@dataclass(frozen=True, slots=True)
class Given:
    """A part of the given text, at ``span`` of a block of it."""

    block: Block
    span: Span
    language: Language

    @property
    def text(self) -> str:
        """The part without emphasis marks, whitespace folded."""
        return self.block.text[self.span.start : self.span.end]

    def part(self, start: int, end: int) -> Given:
        """Return the part of this part at ``[start, end)`` of its text."""
        at = self.span.start
        return Given(self.block, Span(at + start, at + end), self.language)

    def finding(
        self,
        kind: FindingKind,
        verdict: FindingVerdict,
        said: str,
        **more: Any,  # noqa: ANN401 - fields of Finding
    ) -> Finding:
        """Return a finding about this part; ``more`` are further fields of ``Finding``."""
        at = self.block.given(self.span)
        return Finding(
            start=at.start,
            end=at.end,
            kind=kind,
            verdict=verdict,
            language=self.language,
            text=self.text,
            said=said,
            **more,
        )
