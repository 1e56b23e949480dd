"""Speed: a warm answer, the command line from cold, the page from start to first byte.

``python -m tests.benchmarks.bench_speed`` writes docs/benchmarks/speed.json.
"""

from __future__ import annotations

import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from corpus.judgments import load_facts
from tests.benchmarks.corpora import built_assistant
from tests.benchmarks.results import say, write_results

COLD_RUNS = 5
PAGE_RUNS = 3
PAGE_LIMIT = 60.0


def main() -> None:
    """Measure and write the results."""
    with tempfile.TemporaryDirectory() as folder:
        with built_assistant(Path(folder), versions=True) as assistant:
            questions = [q for fact in load_facts() for q in fact.questions.values()]
            for question in questions[:10]:
                assistant.ask(question)
            warm = [timed(lambda q=question: assistant.ask(q)) for question in questions]
        data = Path(folder) / "data"
        cold = [timed(lambda: ask_cold(data)) for _ in range(COLD_RUNS)]
        page = [page_up(data) for _ in range(PAGE_RUNS)]
    results: dict[str, Any] = {
        "warm_answer_ms": {
            "n": len(warm),
            "median": round(median(warm) * 1000, 2),
            "p95": round(quantiles(warm, n=20)[-1] * 1000, 2),
        },
        "cold_ask_s": {
            "runs": [round(value, 2) for value in cold],
            "median": round(median(cold), 2),
        },
        "page_up_s": {
            "runs": [round(value, 2) for value in page],
            "median": round(median(page), 2),
        },
    }
    for name, values in results.items():
        say(f"{name}: {values}")
    path = write_results("speed", "make bench-speed", results)
    say(f"written to {path.name}")


def timed(action: Any) -> float:
    """Return how many seconds ``action`` takes."""
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def ask_cold(data: Path) -> None:
    """Ask one question in a process of its own."""
    command = [sys.executable, "-m", "assistant", "ask", "Apa rumusan masalahnya?", "--json"]
    subprocess.run([*command, "--data-dir", str(data)], check=True, capture_output=True)


def page_up(data: Path) -> float:
    """Return how many seconds pass from starting the page to its first answer."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "ui", "--port", str(port), "--data-dir", str(data)]
    started = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as page:
        try:
            while time.perf_counter() - started < PAGE_LIMIT:
                try:
                    address = f"http://127.0.0.1:{port}/"
                    with urllib.request.urlopen(address, timeout=PAGE_LIMIT) as reply:
                        reply.read()
                    return time.perf_counter() - started
                except (urllib.error.URLError, ConnectionError):
                    time.sleep(0.05)
        finally:
            page.terminate()
    raise RuntimeError(f"the page was not up within {PAGE_LIMIT} s")


if __name__ == "__main__":
    main()
