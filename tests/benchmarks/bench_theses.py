"""The shipped thesis among 200 made-up ones: judged facts, which theses, and asking back.

``python -m tests.benchmarks.bench_theses`` writes docs/benchmarks/theses.json. The cuts of
``document_search`` and ``document_choice`` in ``assistant.which_documents`` were set on
theses of another seed.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import Any

from assistant import Answer, Assistant
from assistant.evaluating.bootstrap import mean_figures
from assistant.evaluating.directions import ANY, Measured, direction_cells
from assistant.evaluating.judged_questions import judged_questions
from assistant.evaluating.judged_run import AskedQuestion, ask_judged
from assistant.evaluating.measures import MEASURES
from assistant.question import read_question
from assistant.which_documents.document_choice import Finds, choose_documents
from assistant.which_documents.shelf import Shelf
from corpus.language import LANGUAGES
from corpus.settings import Settings
from corpus.store import Store
from ingest.build import build
from ingest.splitting import SPLITTER
from tests.benchmarks.corpora import THESIS, built_assistant
from tests.benchmarks.results import say, write_results
from tests.benchmarks.theses import Thesis, draw_theses, write_theses
from tests.benchmarks.thesis_questions import (
    ThesisQuestion,
    about_one,
    asking_back,
    which_theses,
)

SEED = 2
WARMING = 5
"""Questions that are asked before time is taken."""


@dataclass(frozen=True)
class AskedThesisQuestion:
    """A question about made-up theses with what came of it; ``values`` are named by kind."""

    kind: str
    language: str
    question: str
    values: Mapping[str, float]
    milliseconds: float


def main() -> None:
    """Build, ask, and write the results."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--pages", type=int, default=5)
    options = parser.parse_args()
    theses = draw_theses(options.count, SEED)
    results: dict[str, Any] = {
        "data": "corpus/judgments, tests/benchmarks/theses.py",
        "theses": {"count": options.count, "pages": options.pages, "seed": SEED},
        "judged": {},
    }
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        others = built_theses(folder, theses, options.pages)
        for name, versions in (("with_versions", True), ("without_versions", False)):
            here = folder / name
            shutil.copytree(others, here / "data")
            with built_assistant(here, versions=versions) as assistant:
                results["judged"][name] = judged(assistant, name)
                if versions:
                    asked = asked_questions(assistant, theses)
                    results["theses_questions"] = summaries(asked)
                    results["questions"] = [asdict(one) for one in asked]
    say(f"written to {write_results('theses', 'make bench-theses', results).name}")


def built_theses(folder: Path, theses: Sequence[Thesis], pages: int) -> Path:
    """Build the made-up theses; return their data directory."""
    paths = write_theses(folder / "theses", theses, pages)
    with Store.open(Settings(folder / "data"), splitter=SPLITTER, create=True) as store:
        report = build(store, paths)
    if report.failed:
        raise RuntimeError(report.failed[0].problem)
    return folder / "data"


def judged(assistant: Assistant, name: str) -> dict[str, Any]:
    """Return the figures of the judged questions, asked of the thesis and of all theses."""
    found: dict[str, Any] = {}
    for where, scoped in (("scoped", True), ("unscoped", False)):
        asked = ask_judged(assistant, judged_questions(), scoped=scoped)
        found[where] = {
            part: {
                "retrieval": retrieval(of_part(asked, part), part),
                "answers": answers(of_part(asked, part)),
            }
            for part in ("report", "tune", "all")
        }
        for language, row in found[where]["report"]["retrieval"].items():
            shown = "  ".join(f"{m} {row[m]['value']:.3f}" for m in ("R@1", "R@5", "RR@10"))
            say(f"judged {name:<17} {where:<8} report {language:<6} {shown}")
        for language, row in found[where]["report"]["answers"].items():
            shown = "  ".join(f"{key} {figure['value']:.3f}" for key, figure in row.items())
            say(f"judged {name:<17} {where:<8} report {language:<6} {shown}")
    return found


def of_part(asked: Sequence[AskedQuestion], part: str) -> list[AskedQuestion]:
    """Return the questions of one half that have an answer, or of both."""
    return [one for one in asked if one.asked.fact is not None and part in ("all", one.asked.split)]


def retrieval(asked: Sequence[AskedQuestion], part: str) -> dict[str, Any]:
    """Return the measures by the language of the question, over passages in any language."""
    measured = [Measured(one.asked.asked_in, one.asked.cluster, one.values) for one in asked]
    return {
        cell.question_language: {m: figure.to_json() for m, figure in cell.figures.items()}
        for cell in direction_cells(measured, MEASURES, part)
        if cell.passage_language == ANY
    }


def answers(asked: Sequence[AskedQuestion]) -> dict[str, Any]:
    """Return how many answers hold what was judged, ask back, or are silent otherwise."""
    found: dict[str, Any] = {}
    for language in LANGUAGES:
        chosen = [one for one in asked if one.asked.asked_in == language]
        table = [
            (
                float(one.answer.contains),
                float(one.answer.reason == "unclear"),
                float(one.answer.abstained and one.answer.reason != "unclear"),
            )
            for one in chosen
        ]
        figures = mean_figures(table, [one.asked.cluster for one in chosen])
        names = ("contains", "asks_back", "silent")
        found[language] = {n: f.to_json() for n, f in zip(names, figures, strict=True)}
    return found


def asked_questions(
    assistant: Assistant, theses: Sequence[Thesis]
) -> tuple[AskedThesisQuestion, ...]:
    """Ask all questions about the made-up theses."""
    shelf = Shelf(assistant.retriever.retriever)
    which = list(which_theses(theses))
    for question in which[:WARMING]:
        assistant.ask(question.text)
    asked = [
        timed(assistant, question, lambda q, answer: listed(assistant, shelf, q, answer))
        for question in which
    ]
    asked += [timed(assistant, question, asked_back) for question in asking_back()]
    asked += [timed(assistant, question, told_apart) for question in about_one(theses)]
    return tuple(asked)


def timed(
    assistant: Assistant,
    question: ThesisQuestion,
    judge: Callable[[ThesisQuestion, Answer], Mapping[str, float]],
) -> AskedThesisQuestion:
    """Ask a question, and judge the answer."""
    started = perf_counter()
    answer = assistant.ask(question.text)
    taken = round((perf_counter() - started) * 1000, 2)
    values = judge(question, answer)
    return AskedThesisQuestion(question.kind, question.language, question.text, values, taken)


def listed(
    assistant: Assistant, shelf: Shelf, question: ThesisQuestion, answer: Answer
) -> Mapping[str, float]:
    """Judge which theses are shown, and which were found at all.

    The shipped thesis is left out: what it does is not among what is known of the others.
    """
    route = choose_documents(
        assistant.retriever.retriever, shelf, read_question(question.text)
    )  # fmt: skip
    found = [one.summary.document_id for one in route.findings.documents] if isinstance(
        route, Finds) else []  # fmt: skip
    shown = dict.fromkeys(citation.document_id for citation in answer.citations)
    relevant = frozenset(question.relevant)
    if not relevant:
        return {"silent": float(answer.abstained)}
    return {
        **precision_recall("shown", shown, relevant, 10),
        **precision_recall("found", found, relevant, len(relevant)),
    }


def precision_recall(
    name: str, ids: Sequence[str] | Mapping[str, Any], relevant: frozenset[str], most: int
) -> Mapping[str, float]:
    """Return precision and recall of documents; 0 when there are none."""
    others = [one for one in ids if one != THESIS]
    right = sum(one in relevant for one in others)
    return {
        f"{name}_precision": right / len(others) if others else 0.0,
        f"{name}_recall": min(1.0, right / min(most, len(relevant))),
    }


def asked_back(_: ThesisQuestion, answer: Answer) -> Mapping[str, float]:
    """Judge whether an answer asks which thesis is meant."""
    return {"asks_back": float([notice.code for notice in answer.notices] == ["which_document"])}


def told_apart(question: ThesisQuestion, answer: Answer) -> Mapping[str, float]:
    """Judge whether the thesis named is answered from, or asked about, or another is taken."""
    (meant,) = question.relevant
    asks = any(notice.code == "which_document" for notice in answer.notices)
    taken = {evidence.document_id for evidence in answer.evidence} if not asks else set()
    proposed = [evidence.document_id for evidence in answer.evidence[:5]] if asks else []
    return {
        "right": float(taken == {meant}),
        "asks_back": float(asks),
        "proposed": float(meant in proposed or taken == {meant}),
        "wrong": float(bool(taken) and taken != {meant}),
    }


def summaries(asked: Sequence[AskedThesisQuestion]) -> dict[str, Any]:
    """Return the figures of each kind and language, and the time that answers take."""
    made: dict[str, Any] = {}
    for kind in dict.fromkeys(one.kind for one in asked):
        made[kind] = {}
        for language in (*LANGUAGES, "all"):
            chosen = [one for one in asked if one.kind == kind]
            chosen = [one for one in chosen if language in ("all", one.language)]
            names = tuple(chosen[0].values)
            figures = mean_figures(
                [tuple(one.values.values()) for one in chosen], [one.question for one in chosen]
            )
            made[kind][language] = {n: f.to_json() for n, f in zip(names, figures, strict=True)}
        times = [one.milliseconds for one in asked if one.kind == kind]
        made[kind]["milliseconds"] = {
            "median": round(median(times), 1),
            "p95": round(quantiles(times, n=20)[-1], 1),
            "most": max(times),
        }
        shown = "  ".join(f"{n} {f['value']:.3f}" for n, f in made[kind]["all"].items())
        say(f"{kind:<10} n={len(times):<4} {shown}  {made[kind]['milliseconds']}")
    return made


if __name__ == "__main__":
    main()
