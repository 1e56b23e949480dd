"""How long it takes to index many passages, and to ask among them.

``python -m tests.benchmarks.bench_index`` writes docs/benchmarks/index.json.
"""

from __future__ import annotations

import argparse
import json
import shlex
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from assistant.question import read_question
from assistant.retriever import Retriever
from corpus.entries import document_entries
from corpus.judgments import load_facts
from corpus.records import Document
from corpus.settings import Settings
from corpus.store import Store
from ingest.splitting import SPLITTER
from tests.benchmarks.corpora import THESIS, built_assistant
from tests.benchmarks.peers.serving import folder_bytes, peak_memory, timed
from tests.benchmarks.results import say, write_results
from tests.benchmarks.synthetic import documents

PASSAGES = 100_000
QUESTIONS = 60


@dataclass(frozen=True, slots=True)
class IndexTimes:
    """What indexing cost; ``query_ms`` are questions asked afterwards, ``first_query_s`` one
    that had to read everything first. ``slowest_add_s`` is the longest wait for one document.
    """

    passages: int
    documents: int
    vocabulary: int
    seconds: float
    slowest_add_s: float
    disk_bytes: int
    peak_memory: int
    first_query_s: float
    query_ms: tuple[float, ...]

    def line(self) -> str:
        """Return the figures in one line."""
        asked = f"{median(self.query_ms):.0f} ms (p95 {quantiles(self.query_ms, n=20)[-1]:.0f})"
        return (
            f"{self.passages:,} passages in {self.documents:,} documents: {self.seconds:.1f} s, "
            f"{self.disk_bytes / 1e6:,.0f} MB on disk, {self.peak_memory / 1e6:,.0f} MB of "
            f"memory at most; {self.vocabulary:,} words; a question {asked}, "
            f"the first {self.first_query_s:.1f} s"
        )


def main() -> None:
    """Build, measure, and write the results."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--passages", type=int, default=PASSAGES)
    parser.add_argument("--output", type=Path, help="a file for the figures alone")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        times = index_times(Path(folder), options.passages)
    say(times.line())
    if options.output is not None:
        options.output.write_text(json.dumps(asdict(times)), encoding="utf-8")
    else:
        command = command_line(
            "make bench-index", "bench_index", passages=(options.passages, PASSAGES)
        )
        say(f"written to {write_results('index', command, asdict(times)).name}")


def command_line(target: str, module: str, **changed: tuple[object, object]) -> str:
    """Return what repeats a run: the make target, unless an option is not its default.

    Args:
        target: The command that runs the module with its defaults.
        module: The module of the benchmarks.
        changed: By option, its value and its default.
    """
    given = [
        f"--{name.replace('_', '-')}={value}"
        for name, (value, default) in changed.items()
        if value != default
    ]
    return shlex.join(["python", "-m", f"tests.benchmarks.{module}", *given]) if given else target


def index_times(folder: Path, passages: int) -> IndexTimes:
    """Index so many passages in a folder, and ask some of the judged questions."""
    settings = Settings(folder / "many")
    thesis = shipped_thesis(folder)
    with Store.open(settings, splitter=SPLITTER, create=True) as store:
        with store.writing():
            seconds = [
                timed(lambda d=document: store.add(d, document_entries(d)))
                for document in documents(thesis, passages)
            ]
            started = perf_counter()
        finishing = perf_counter() - started
    peak = peak_memory()
    with Store.open(settings) as store:
        first, asked = ask(store, [q for f in load_facts() for q in f.questions.values()])
        vocabulary = len(store.catalog.vocabulary().words)
    return IndexTimes(
        passages=passages,
        documents=len(seconds),
        vocabulary=vocabulary,
        seconds=sum(seconds) + finishing,
        slowest_add_s=max(seconds),
        disk_bytes=folder_bytes(settings.data_dir),
        peak_memory=peak,
        first_query_s=first,
        query_ms=tuple(round(1000 * one, 2) for one in asked),
    )


def shipped_thesis(folder: Path) -> Document:
    """Return the shipped thesis with its versions."""
    with built_assistant(folder, versions=True) as assistant:
        return assistant.store.catalog.document(THESIS)


def ask(store: Store, questions: Sequence[str]) -> tuple[float, list[float]]:
    """Return the seconds that the first of some questions takes, and those of the others."""
    retriever = Retriever(store)
    step = max(1, len(questions) // QUESTIONS)
    chosen = [read_question(text) for text in questions[::step]]
    first, *others = (timed(lambda q=q: retriever.retrieve(q, k=10)) for q in chosen)
    return first, others


if __name__ == "__main__":
    main()
