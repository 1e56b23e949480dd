"""What the tests of several theses share."""

from __future__ import annotations

from dataclasses import dataclass

from assistant import Answer, Assistant
from tests.benchmarks.theses import Thesis


@dataclass(frozen=True)
class Library:
    """The shipped thesis among made-up ones, ``theses``."""

    assistant: Assistant
    theses: tuple[Thesis, ...]

    def thesis(self, document_id: str) -> Thesis:
        return next(one for one in self.theses if one.document_id == document_id)


def documents_of(answer: Answer) -> list[str]:
    return list(dict.fromkeys(citation.document_id for citation in answer.citations))
