"""Retrieval on the judged questions, Sitir and its peers in one run.

``make bench-retrieval`` prints tables and writes docs/benchmarks/retrieval.json (figures)
and retrieval-runs.json (what every system found for every question, and every time). All
facts are used; the halves are given apart because nothing may be fitted on ``report``.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, replace
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any

from corpus.records import Document
from tests.benchmarks.bench_index import PASSAGES, IndexTimes, command_line, shipped_thesis
from tests.benchmarks.corpora import THESIS, built_assistant
from tests.benchmarks.judged_task import JudgedCorpus, judged_corpus
from tests.benchmarks.measuring import PARTS, cells, measured_queries
from tests.benchmarks.peers.exchange import ANY
from tests.benchmarks.results import say, write_results
from tests.benchmarks.synthetic import documents
from tests.benchmarks.systems import SYSTEMS, System, hub_system, run_module, run_system
from tests.benchmarks.tables import all_lines
from tests.benchmarks.targets import (
    WITH,
    WITHOUT,
    Results,
    SystemResult,
    Target,
    cost_targets,
    over_bm25,
    quality_targets,
)

SAMPLE = 2_000
QUIET = 0.5
"""A higher load before the run means that others use the machine."""
PEERS = Path(".venv-peers/bin/python")
DATA = "corpus/judgments/jakarta-tokyo.facts.jsonl"
SCALED = (
    "the peers' time on the sample, multiplied; Sitir's is measured on all passages, "
    "its catalog included"
)


def main() -> None:
    """Run everything, print the tables, and write the results."""
    options = read_options()
    load = round(os.getloadavg()[0], 2)
    systems = [*SYSTEMS, *(hub_system(model) for model in options.models)]
    corpora = {WITH: thesis_task(versions=True), WITHOUT: thesis_task(versions=False)}
    results, index = run_everything(systems, corpora, options)
    targets = [
        *quality_targets(results, [s.name for s in systems if not (s.ours or s.informal)]),
        *cost_targets(results, index, options.sample),
    ]
    for line in all_lines(results, index, options.sample):
        say(line)
    say("")
    for target in targets:
        say(target.line())
    if load > QUIET:
        say(f"the machine was busy before the run (load {load}): do not trust the times")
    command = command_line(
        "make bench-retrieval",
        "bench_retrieval",
        sample=(options.sample, SAMPLE),
        index_passages=(options.index_passages, PASSAGES),
    )
    figures = as_figures(systems, results, index, targets, options.sample, load)
    written = (
        write_results("retrieval", command, figures),
        write_results("retrieval-runs", command, as_runs(corpora, results)),
    )
    say(f"written to {' and '.join(path.name for path in written)}")


def run_everything(
    systems: Sequence[System], corpora: dict[str, JudgedCorpus], options: argparse.Namespace
) -> tuple[dict[str, dict[str, SystemResult]], IndexTimes | None]:
    """Run every system on every corpus, one after the other, then the large index."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        results = {
            name: run_all(
                systems,
                with_sample(corpus, folder, options.sample) if name == WITH else corpus,
                folder,
                options.peers,
            )
            for name, corpus in corpora.items()
        }
        return results, many_passages(folder / "index.json", options.index_passages)


def read_options() -> argparse.Namespace:
    """Return the options of this run.

    Raises:
        SystemExit: The peers' environment is not there.
    """
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--peers", type=Path, default=PEERS, help="the peers' interpreter")
    parser.add_argument("--index-passages", type=int, default=PASSAGES, help="0: do not index")
    parser.add_argument("--sample", type=int, default=SAMPLE, help="passages to time peers on")
    parser.add_argument(
        "--models",
        nargs="*",
        default=os.environ.get("PEER_MODELS", "").split(),
        help="sentence-transformers models, cached on this machine, to be shown beside the others",
    )
    options = parser.parse_args()
    if not options.peers.is_file():
        parser.error(f"no interpreter {str(options.peers)!r}: 'make bench-retrieval' makes it")
    return options


def thesis_task(*, versions: bool) -> JudgedCorpus:
    """Return the judged questions over the shipped thesis."""
    with (
        tempfile.TemporaryDirectory() as folder,
        built_assistant(Path(folder), versions=versions) as assistant,
    ):
        return judged_corpus(assistant.store.catalog.document(THESIS), versions=versions)


def with_sample(corpus: JudgedCorpus, folder: Path, size: int) -> JudgedCorpus:
    """Return the corpus with passages to time indexing on: the first of ``bench_index``."""
    thesis: Document = shipped_thesis(folder)
    texts = (
        f"{' › '.join(passage.path)}\n{passage.text}"
        for document in documents(thesis, PASSAGES)
        for passage in document.passages
    )
    return replace(corpus, task=replace(corpus.task, sample=tuple(islice(texts, size))))


def run_all(
    systems: Sequence[System], corpus: JudgedCorpus, folder: Path, peers: Path
) -> dict[str, SystemResult]:
    """Run and measure every system on one corpus; those without their model are left out."""
    results: dict[str, SystemResult] = {}
    for system in systems:
        run = run_system(system, corpus.task, folder, peers)
        if run is not None:
            measured = measured_queries(run, corpus)
            results[system.name] = SystemResult(run, measured, cells(measured))
            say(f"{system.name}: done")
    return results


def many_passages(path: Path, passages: int) -> IndexTimes | None:
    """Build the large index in a process of its own, so that its memory is its own."""
    if passages == 0:
        return None
    arguments = ["--passages", str(passages), "--output", str(path)]
    done = run_module("bench_index", arguments, sys.executable)
    if done.returncode:
        raise RuntimeError(f"indexing failed:\n{done.stderr}")
    say(done.stdout.strip())
    row = json.loads(path.read_text(encoding="utf-8"))
    return IndexTimes(**{**row, "query_ms": tuple(row["query_ms"])})


def as_figures(
    systems: Sequence[System],
    results: Results,
    index: IndexTimes | None,
    targets: Sequence[Target],
    sample: int,
    load: float,
) -> dict[str, Any]:
    """Return all figures as they are written.

    ``load`` tells how busy the machine was before the run.
    """
    return {
        "data": DATA,
        "load_average_before": load,
        "targets": [{**asdict(target), "met": target.met} for target in targets],
        "en_over_id_without_versions_ndcg_minus_bm25": {
            part: over_bm25(results, WITHOUT, part).to_json() for part in PARTS
        },
        "index": None if index is None else asdict(index),
        "sample": {"passages": sample, "scaled": SCALED},
        "systems": {
            system.name: {
                "about": system.about,
                "for_information": system.informal,
                "packages": results[WITH][system.name].run.packages,
            }
            for system in systems
            if system.name in results[WITH]
        },
        "corpora": {
            corpus: {name: _figures(result) for name, result in by_system.items()}
            for corpus, by_system in results.items()
        },
    }


def _figures(result: SystemResult) -> dict[str, Any]:
    run = result.run
    encode = run.encode_seconds
    return {
        "load_s": round(run.load_seconds, 3),
        "index_s": round(run.index_seconds, 3),
        "encode_ms": round(1000 * median(encode), 4) if encode else None,
        "query_ms": round(1000 * median(run.query_seconds), 4),
        "peak_memory_bytes": run.peak_memory,
        "disk_bytes": run.disk_bytes,
        "sample_s": run.sample_seconds,
        "quality": [
            {
                "part": cell.part,
                "question_language": cell.question_language,
                "passage_language": cell.passage_language,
                **{measure: found.to_json() for measure, found in cell.figures.items()},
            }
            for cell in result.cells
        ],
    }


def as_runs(corpora: dict[str, JudgedCorpus], results: Results) -> dict[str, Any]:
    """Return what was found, as numbers into ``groups``, and each question's times."""
    numbers: dict[str, int] = {}
    written = {
        corpus: {name: _run(result, numbers) for name, result in by_system.items()}
        for corpus, by_system in results.items()
    }
    relevant = {
        one.query_id: _numbered(sorted(one.relevant[ANY]), numbers) for one in corpora[WITH].judged
    }
    return {"groups": list(numbers), "relevant": relevant, "runs": written}


def _run(result: SystemResult, numbers: dict[str, int]) -> dict[str, Any]:
    return {
        "found": {
            one.judged.query_id: {
                language: _numbered(groups, numbers) for language, groups in one.found.items()
            }
            for one in result.measured
        },
        "encode_ms": _milliseconds(result.run.encode_seconds),
        "query_ms": _milliseconds(result.run.query_seconds),
    }


def _numbered(groups: Sequence[str], numbers: dict[str, int]) -> str:
    return " ".join(str(numbers.setdefault(group, len(numbers))) for group in groups)


def _milliseconds(seconds: Sequence[float]) -> str:
    return " ".join(f"{1000 * one:.3f}" for one in seconds)


if __name__ == "__main__":
    main()
