"""The page under load: a hundred visitors, within ten seconds and all at once; memory; paint.

``python -m tests.benchmarks.bench_page`` serves the page in a process of its own, writes
docs/benchmarks/page.json and needs Chromium for the two figures of the browser.
"""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import httpx

from tests.benchmarks.corpora import built_assistant
from tests.benchmarks.page_paint import measure_paint
from tests.benchmarks.results import say, write_results
from tests.ui.page_clients import BusyError, Client

VISITORS = 100
TURNS = 2
ARRIVING_S = 10.0
SESSIONS = 500
ANSWERS_EACH = 4
SETTLING = 100
"""Sessions before memory is first read: caches fill."""
BESIDE = 8
QUESTIONS = (
    "When was the sister city MoU formalised, and by whom?",
    "Apa rumusan masalahnya?",
    "Naon kacindekan panalungtikan ieu?",
    "Bagaimana cara memasak rendang?",
)


@dataclass
class Crowd:
    """What a crowd of visitors met with; times in seconds."""

    opening: list[float] = field(default_factory=list)
    answering: list[float] = field(default_factory=list)
    health: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    crossed: int = 0


def main() -> None:
    """Measure and write the results."""
    results: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder:
        with built_assistant(Path(folder), versions=True):
            pass
        with serving(Path(folder) / "data") as (base, pid):
            asyncio.run(crowd(base, 4, 0.0))
            results["browser"] = measure_paint(base)
            results["within_ten_seconds"] = told(asyncio.run(crowd(base, VISITORS, ARRIVING_S)))
            results["all_at_once"] = told(asyncio.run(crowd(base, VISITORS, 0.0)))
            results["memory"] = asyncio.run(memory(base, pid))
    for name, values in results.items():
        say(f"{name}: {values}")
    path = write_results("page", "make bench-page", results)
    say(f"written to {path.name}")


@contextmanager
def serving(data: Path) -> Iterator[tuple[str, int]]:
    """Serve the page and yield its address and its process."""
    command = [sys.executable, "-m", "ui", "--port", "0", "--data-dir", str(data)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as page:
        try:
            assert page.stdout is not None
            base = page.stdout.readline().removeprefix("Sitir: ").strip()
            httpx.get(f"{base}/health", timeout=60).raise_for_status()
            yield base, page.pid
        finally:
            page.terminate()


async def crowd(base: str, visitors: int, within: float) -> Crowd:
    """Let visitors arrive evenly within so many seconds, and each ask its turns."""
    seen = Crowd()
    over = asyncio.Event()

    async def visit(number: int) -> None:
        await asyncio.sleep(within * number / visitors)
        try:
            async with Client(base) as client:
                began = time.perf_counter()
                await client.open()
                seen.opening.append(time.perf_counter() - began)
                for turn in range(TURNS):
                    question = f"{QUESTIONS[(number + turn) % len(QUESTIONS)]} ({number}-{turn})"
                    began = time.perf_counter()
                    said = await client.ask(question)
                    seen.answering.append(time.perf_counter() - began)
                    found = re.findall(r"\((\d+-\d+)\)", said)
                    seen.crossed += any(one != f"{number}-{turn}" for one in found) or not found
        except BusyError:
            seen.errors.append("busy")
        except Exception as error:  # noqa: BLE001 - whatever it is, it is counted
            seen.errors.append(repr(error)[:200])

    async def watch() -> None:
        async with httpx.AsyncClient(timeout=60) as client:
            while not over.is_set():
                began = time.perf_counter()
                (await client.get(f"{base}/health")).raise_for_status()
                seen.health.append(time.perf_counter() - began)
                await asyncio.sleep(0.2)

    watching = asyncio.create_task(watch())
    await asyncio.gather(*(visit(number) for number in range(visitors)))
    over.set()
    await watching
    return seen


def told(seen: Crowd) -> dict[str, Any]:
    """Return the figures of a crowd."""
    return {
        "visitors": VISITORS,
        "turns_each": TURNS,
        "answer_s": figures(seen.answering),
        "opening_s": figures(seen.opening),
        "health_s": figures(seen.health),
        "errors": seen.errors,
        "crossed": seen.crossed,
    }


def figures(values: Sequence[float]) -> dict[str, float]:
    """Return count, median, 95th percentile and maximum."""
    return {
        "n": len(values),
        "median": round(median(values), 3),
        "p95": round(quantiles(values, n=20)[-1], 3),
        "max": round(max(values), 3),
    }


async def memory(base: str, pid: int) -> dict[str, Any]:
    """Return how the memory of the process grows with sessions that come, ask and go."""
    await sessions(base, SETTLING)
    before = resident_mb(pid)
    await sessions(base, SESSIONS)
    after = resident_mb(pid)
    answers = SESSIONS * ANSWERS_EACH
    return {
        "sessions": SESSIONS,
        "answers": answers,
        "before_mb": round(before, 1),
        "after_mb": round(after, 1),
        "mb_per_1000_answers": round((after - before) * 1000 / answers, 2),
    }


async def sessions(base: str, count: int) -> None:
    """Let so many visitors come, ask and go, a few beside each other."""
    places = asyncio.Semaphore(BESIDE)

    async def session(number: int) -> None:
        async with places, Client(base) as client:
            await client.open()
            async with client.stays():
                for turn in range(ANSWERS_EACH):
                    await client.ask(QUESTIONS[(number + turn) % len(QUESTIONS)])

    await asyncio.gather(*(session(number) for number in range(count)))


def resident_mb(pid: int) -> float:
    """Return the resident memory of a process, in megabytes."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    assert found is not None
    return int(found[1]) / 1000


if __name__ == "__main__":
    main()
