"""What passes between the benchmark and the systems it compares, each in its own process.

A system reads one task file and writes one run file. This module needs the standard
library alone: the peers live in an environment without Sitir.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

ANY = "any"
"""Passages of every language are searched."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A text to be found: a passage, or a version of one.

    ``passage_language`` is that of the passage, also for a version in another.
    """

    unit_id: str
    passage_language: str
    text: str


@dataclass(frozen=True, slots=True)
class Chunk:
    """A span of code points of a raw file; a peer that splits files finds these."""

    file: str
    start: int
    end: int

    def overlaps(self, other: Chunk) -> bool:
        """Tell whether the two share a character."""
        return self.file == other.file and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Region:
    """A span of a raw file that is in one language."""

    place: Chunk
    language: str


@dataclass(frozen=True, slots=True)
class RawFile:
    """A file as it was decoded."""

    name: str
    text: str
    regions: tuple[Region, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """A question; ``languages`` are those of passages that some judged passage is in."""

    query_id: str
    question: str
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """One corpus with its questions.

    ``versions`` tells whether the project's translation is in it; ``sample`` are further
    passages, to time indexing on.
    """

    versions: bool
    units: tuple[Unit, ...]
    files: tuple[RawFile, ...]
    queries: tuple[Query, ...]
    sample: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ranking:
    """What was found for a question among passages of one language, or ``ANY``, best first."""

    query_id: str
    language: str
    unit_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """What a system did with a task. Times are in seconds, memory in bytes.

    ``packages`` are versions by distribution; ``chunks`` the units that the system cut
    itself; ``encode_seconds`` and ``query_seconds`` are of one question each, in the
    order of the task, the former empty for a system without an encoder;
    ``disk_bytes`` and ``peak_memory`` are after the task proper, before the sample.
    """

    packages: dict[str, str]
    load_seconds: float
    index_seconds: float
    encode_seconds: tuple[float, ...]
    query_seconds: tuple[float, ...]
    peak_memory: int
    disk_bytes: int
    rankings: tuple[Ranking, ...]
    chunks: dict[str, Chunk] = field(default_factory=dict)
    sample_seconds: float | None = None


def write_json(record: Task | Run, path: Path) -> None:
    """Write a task or a run."""
    path.write_text(json.dumps(asdict(record), ensure_ascii=False), encoding="utf-8")


def read_task(path: Path) -> Task:
    """Read what ``write_json`` wrote of a task."""
    row = json.loads(path.read_text(encoding="utf-8"))
    return Task(
        versions=row["versions"],
        units=tuple(Unit(**unit) for unit in row["units"]),
        files=tuple(_file(raw) for raw in row["files"]),
        queries=tuple(
            Query(query["query_id"], query["question"], tuple(query["languages"]))
            for query in row["queries"]
        ),
        sample=tuple(row["sample"]),
    )


def read_run(path: Path) -> Run:
    """Read what ``write_json`` wrote of a run."""
    row = json.loads(path.read_text(encoding="utf-8"))
    row["rankings"] = tuple(
        Ranking(ranking["query_id"], ranking["language"], tuple(ranking["unit_ids"]))
        for ranking in row["rankings"]
    )
    row["chunks"] = {unit_id: Chunk(**chunk) for unit_id, chunk in row["chunks"].items()}
    row["encode_seconds"] = tuple(row["encode_seconds"])
    row["query_seconds"] = tuple(row["query_seconds"])
    return Run(**row)


def _file(row: dict[str, Any]) -> RawFile:
    regions = tuple(Region(Chunk(**r["place"]), r["language"]) for r in row["regions"])
    return RawFile(row["name"], row["text"], regions)
