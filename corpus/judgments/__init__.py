"""Judged questions about the shipped thesis; see the README beside this file."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

from corpus.language import LANGUAGES, Language

__all__ = ["Fact", "MixedQuestion", "Split", "Unanswerable", "load_facts", "load_unanswerable"]

Split = Literal["tune", "report"]

_FOLDER: Final = Path(__file__).parent
_DOCUMENT: Final = "jakarta-tokyo"


@dataclass(frozen=True, slots=True)
class MixedQuestion:
    """A code-switched question; ``language`` is the one its grammar is in."""

    language: Language
    question: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of the thesis, how it is asked for, what answers it, and where it stands.

    ``answers[language]`` is a list of items, all of which an answer must contain, each
    in one of its accepted forms.
    """

    fact_id: str
    kind: str
    split: Split
    questions: Mapping[Language, str]
    mixed: tuple[MixedQuestion, ...]
    answers: Mapping[Language, tuple[tuple[str, ...], ...]]
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unanswerable:
    """A question that the thesis does not answer; ``reason`` is the silence expected."""

    query_id: str
    language: Language
    question: str
    distance: Literal["near", "far"]
    reason: str
    split: Split


def load_facts() -> tuple[Fact, ...]:
    """Return the judged facts, in their order."""
    return tuple(
        Fact(
            fact_id=row["fact_id"],
            kind=row["kind"],
            split=row["split"],
            questions=row["questions"],
            mixed=tuple(MixedQuestion(**mixed) for mixed in row["mixed"]),
            answers={language: _answers(row, language) for language in LANGUAGES},
            quotes=tuple(row["quotes"]),
        )
        for row in _rows("facts")
    )


def load_unanswerable() -> tuple[Unanswerable, ...]:
    """Return the questions that the thesis does not answer, in their order."""
    return tuple(Unanswerable(**row) for row in _rows("unanswerable"))


def _answers(row: Mapping[str, Any], language: Language) -> tuple[tuple[str, ...], ...]:
    if "answers_all" in row:
        return tuple(tuple(forms) for forms in row["answers_all"][language])
    return (tuple(row["answers"][language]),)


def _rows(name: str) -> Iterator[dict[str, Any]]:
    path = _FOLDER / f"{_DOCUMENT}.{name}.jsonl"
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)
