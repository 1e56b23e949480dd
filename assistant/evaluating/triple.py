"""Queries, their judgments and the passages that they are about, read from three files.

``corpus.jsonl`` has lines ``{"passage_id", "text", "language"}``, ``queries.jsonl``
lines ``{"query_id", "question", "language"}``, ``qrels.txt`` is as trec_eval reads it:
``query_id 0 passage_id grade``. A language that is left out is told from the text; a
question's may also be ``mixed``. Other fields and blank lines are passed over.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from assistant.evaluating.directions import MIXED
from assistant.evaluating.evaluation import EvaluationError
from assistant.evaluating.temporary_corpus import GivenPassage
from assistant.question import question_language
from corpus.language import LANGUAGES, Language, is_language

__all__ = ["GivenQuery", "Qrels", "Triple", "TripleFiles", "load_triple"]

Qrels = Mapping[str, Mapping[str, int]]
"""For each judged query the grades of its passages; from 1 on a passage is relevant."""

_TELLING: Final = 1_000
"""So many characters of a text tell its language."""
_FIELDS: Final = 4


@dataclass(frozen=True, slots=True)
class GivenQuery:
    """A question from outside; ``language`` is one of the three or ``mixed``."""

    query_id: str
    question: str
    language: str


@dataclass(frozen=True, slots=True)
class TripleFiles:
    """Where a triple was read from."""

    queries: str
    qrels: str
    corpus: str


@dataclass(frozen=True, slots=True)
class Triple:
    """Passages, questions and judgments that belong together.

    ``told`` counts the texts whose language was not given but told.
    """

    files: TripleFiles
    passages: tuple[GivenPassage, ...]
    queries: tuple[GivenQuery, ...]
    qrels: Qrels
    told: int = 0


def load_triple(queries: Path, qrels: Path, corpus: Path) -> Triple:
    """Read the three files.

    Raises:
        EvaluationError: A file cannot be read, lines of it are not as they should be, or
            the files are not about the same things; every problem is named.
    """
    reader = _Reader()
    triple = Triple(
        files=TripleFiles(str(queries), str(qrels), str(corpus)),
        passages=reader.passages(corpus),
        queries=reader.queries(queries),
        qrels=reader.qrels(qrels),
        told=reader.told,
    )
    if reader.problems:
        raise EvaluationError.of(reader.problems)
    _require_shared(triple)
    return triple


def _require_shared(triple: Triple) -> None:
    files = triple.files
    held = {passage.passage_id for passage in triple.passages}
    if not any(query.query_id in triple.qrels for query in triple.queries):
        raise EvaluationError(
            f"no query of {files.queries!r} is judged in {files.qrels!r}: their query ids must "
            f"be the same; the first are {triple.queries[0].query_id!r} and "
            f"{next(iter(triple.qrels))!r}"
        )
    asked = [triple.qrels.get(query.query_id, {}) for query in triple.queries]
    relevant = [key for grades in asked for key, grade in grades.items() if grade > 0]
    if not any(passage_id in held for passage_id in relevant):
        first = f"{relevant[0]!r}, say, is not there" if relevant else "no grade is above 0"
        raise EvaluationError(
            f"nothing that {files.qrels!r} calls relevant to the queries is a passage of "
            f"{files.corpus!r}: {first}"
        )


class _Reader:
    """Reads the files and collects what is wrong with them."""

    def __init__(self) -> None:
        self.problems: list[str] = []
        self.told = 0

    def passages(self, path: Path) -> tuple[GivenPassage, ...]:
        found: dict[str, GivenPassage] = {}
        for place, row in self._rows(path, "passage_id", "text"):
            language = self._language(place, row, row["text"], LANGUAGES)
            if is_language(language):
                passage_id = row["passage_id"]
                found[passage_id] = GivenPassage(passage_id, row["text"], language)
        return tuple(found.values())

    def queries(self, path: Path) -> tuple[GivenQuery, ...]:
        found: dict[str, GivenQuery] = {}
        for place, row in self._rows(path, "query_id", "question"):
            language = self._language(place, row, row["question"], (*LANGUAGES, MIXED))
            if language:
                found[row["query_id"]] = GivenQuery(row["query_id"], row["question"], language)
        return tuple(found.values())

    def qrels(self, path: Path) -> Qrels:
        found: dict[str, dict[str, int]] = {}
        for number, line in self._lines(path):
            # Where tabs are between the fields, an id may have spaces in it.
            by_tabs = line.split("\t")
            fields = by_tabs if len(by_tabs) == _FIELDS else line.split()
            try:
                query_id, _, passage_id, grade = (field.strip() for field in fields)
                graded = int(grade)
            except ValueError:
                self.problems.append(
                    f"{path}:{number}: expected 'query_id 0 passage_id grade' with a whole "
                    f"number as grade, found {line.strip()[:80]!r}"
                )
                continue
            before = found.setdefault(query_id, {}).setdefault(passage_id, graded)
            if before != graded:
                self.problems.append(
                    f"{path}:{number}: {passage_id!r} has the grade {graded} for {query_id!r}, "
                    f"and {before} on a line before"
                )
        self._require_any(path, found)
        return found

    def _rows(
        self, path: Path, id_name: str, text_name: str
    ) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield the objects of a file that have an id and a text, each with its place."""
        seen: dict[str, int] = {}
        for number, line in self._lines(path):
            place = f"{path}:{number}"
            try:
                row = _parsed(line, id_name, text_name)
            except (TypeError, ValueError) as error:
                self.problems.append(f"{place}: {error}")
                continue
            key = row[id_name]
            if key in seen:
                self.problems.append(f"{place}: {id_name} {key!r} is that of line {seen[key]}")
                continue
            seen[key] = number
            yield place, row
        self._require_any(path, seen)

    def _lines(self, path: Path) -> Iterator[tuple[int, str]]:
        try:
            with path.open(encoding="utf-8-sig") as lines:
                for number, line in enumerate(lines, start=1):
                    if line.strip():
                        yield number, line.rstrip("\n")
        except OSError as error:
            self.problems.append(f"cannot read {str(path)!r}: {error.strerror or error}")
        except UnicodeDecodeError as error:
            self.problems.append(f"cannot read {str(path)!r}: it is not UTF-8 ({error.reason})")

    def _require_any(self, path: Path, found: Mapping[str, object]) -> None:
        if not found and not any(str(path) in problem for problem in self.problems):
            self.problems.append(f"{str(path)!r} is empty")

    def _language(
        self, place: str, row: Mapping[str, Any], text: str, known: Sequence[str]
    ) -> Language | str:
        given = row.get("language")
        if given is None or given == "":
            self.told += 1
            return question_language(text[:_TELLING])
        if given in known:
            return str(given)
        self.problems.append(
            f"{place}: unknown language {given!r}: use one of {', '.join(known)}, or leave it out"
        )
        return ""


def _parsed(line: str, id_name: str, text_name: str) -> dict[str, Any]:
    """Return the object on a line, its id as text.

    Raises:
        ValueError: It is no JSON, or holds what cannot be text.
        TypeError: It has other fields or types than it should.
    """
    try:
        row = json.loads(line)
    except ValueError as error:
        raise ValueError(f"it is not JSON ({error})") from error
    if not isinstance(row, dict):
        raise TypeError("it is not a JSON object")
    key, text = row.get(id_name), row.get(text_name)
    if isinstance(key, bool) or not isinstance(key, str | int) or key == "":
        raise TypeError(f"{id_name!r} is missing or no text")
    if not isinstance(text, str):
        raise TypeError(f"{text_name!r} is missing or no text")
    row[id_name] = str(key)
    try:
        f"{row[id_name]}{text}".encode()
    except UnicodeEncodeError as error:
        raise ValueError(f"it has half a character (a lone surrogate): {error}") from error
    return row
