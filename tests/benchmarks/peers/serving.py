"""Running one system on one task, timed the same way whichever system it is.

Needs the standard library alone, see ``exchange``.
"""

from __future__ import annotations

import re
import resource
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path
from time import perf_counter
from typing import Protocol

from tests.benchmarks.peers.exchange import ANY, Chunk, Ranking, Run, Task, read_task, write_json

WARMING = 40
"""Questions asked before any is timed: the last ones, so that none that was kept is near."""
TIMED_DEPTH = 10
"""How many units are asked for where the time counts."""
DEPTH = 100
"""How many units are asked for where the ranks count: a group may have many."""


class System(Protocol):
    """A retrieval system; loading what it needs is done by its constructor."""

    packages: Sequence[str]

    def index(self, task: Task) -> None:
        """Take in all that is to be searched."""

    def rank(self, question: str, limit: int, language: str = ANY) -> Sequence[str]:
        """Return the ids of at most ``limit`` units, best first."""

    def encode(self, question: str) -> bool:
        """Encode a question and forget it; return False when there is no encoder."""

    def chunks(self) -> dict[str, Chunk]:
        """Return what the system cut itself, by unit id."""

    def index_sample(self, texts: Sequence[str]) -> bool:
        """Index texts apart from the task's; return False when there is nothing to time."""

    def disk(self) -> int:
        """Return how many bytes the index takes on disk."""


class Searcher:
    """What most systems have in common: none of it."""

    packages: Sequence[str] = ()

    def encode(self, question: str) -> bool:  # noqa: ARG002
        """Have no encoder."""
        return False

    def chunks(self) -> dict[str, Chunk]:
        """Cut nothing."""
        return {}

    def index_sample(self, texts: Sequence[str]) -> bool:  # noqa: ARG002
        """Have nothing to time."""
        return False

    def disk(self) -> int:
        """Keep nothing on disk."""
        return 0


def serve(make: Callable[[], System], task_path: Path, run_path: Path) -> None:
    """Make a system, run it on a task, and write the run."""
    task = read_task(task_path)
    started = perf_counter()
    system = make()
    load_seconds = perf_counter() - started
    index_seconds = timed(lambda: system.index(task))
    questions = [query.question for query in task.queries]
    for question in questions[-WARMING:]:
        system.encode(question)
        system.rank(question, TIMED_DEPTH)
    query_seconds = [timed(lambda q=q: system.rank(q, TIMED_DEPTH)) for q in questions]
    encode_seconds = _encode_seconds(system, questions)
    rankings = tuple(_rankings(system, task))
    run = Run(
        packages={name: version(name) for name in system.packages},
        load_seconds=load_seconds,
        index_seconds=index_seconds,
        encode_seconds=tuple(encode_seconds),
        query_seconds=tuple(query_seconds),
        peak_memory=peak_memory(),
        disk_bytes=system.disk(),
        rankings=rankings,
        chunks=system.chunks(),
        sample_seconds=_sample_seconds(system, task),
    )
    write_json(run, run_path)


def timed(action: Callable[[], object]) -> float:
    """Return how many seconds ``action`` takes."""
    started = perf_counter()
    action()
    return perf_counter() - started


def peak_memory() -> int:
    """Return the most memory that this process has had at once, in bytes."""
    status = Path("/proc/self/status")
    if status.is_file():
        # What getrusage says includes what the parent held when it started this process.
        (held,) = re.findall(r"^VmHWM:\s*(\d+) kB$", status.read_text(), re.MULTILINE)
        return int(held) * 1024
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def folder_bytes(folder: Path) -> int:
    """Return how many bytes the files under ``folder`` hold."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _encode_seconds(system: System, questions: Sequence[str]) -> list[float]:
    """Return how long encoding each question took, nothing else being done in between."""
    if not questions or not system.encode(questions[0]):
        return []
    return [timed(lambda q=question: system.encode(q)) for question in questions]


def _rankings(system: System, task: Task) -> list[Ranking]:
    return [
        Ranking(query.query_id, language, tuple(system.rank(query.question, DEPTH, language)))
        for query in task.queries
        for language in (ANY, *query.languages)
    ]


def _sample_seconds(system: System, task: Task) -> float | None:
    if not task.sample:
        return None
    started = perf_counter()
    return perf_counter() - started if system.index_sample(task.sample) else None
