"""Retrieval of the judged facts: R@1, R@5, RR@10 and Success@1 per question language.

``python -m tests.benchmarks.bench_retrieval`` writes docs/benchmarks/retrieval.json.
Given with the project's translation ingested as versions, and without.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from assistant import Assistant
from assistant.evaluation import recall, reciprocal_rank, relevant_groups
from corpus.judgments import Fact, load_facts
from corpus.language import LANGUAGES
from tests.benchmarks.corpora import THESIS, built_assistant
from tests.benchmarks.results import say, write_results

RESAMPLES = 2_000


def main() -> None:
    """Measure both corpora and write the results."""
    results: dict[str, Any] = {"data": "corpus/judgments/jakarta-tokyo.facts.jsonl", "runs": {}}
    for name, versions in (("with_versions", True), ("without_versions", False)):
        with tempfile.TemporaryDirectory() as folder:
            assistant = built_assistant(Path(folder), versions=versions)
            with assistant:
                results["runs"][name] = measured(assistant)
        for split, by_language in results["runs"][name]["splits"].items():
            for language, row in by_language.items():
                say(
                    f"{name:<17} {split:<7} {language:<6} n={row['n']}  "
                    f"R@1 {row['R@1']['mean']:.3f}  "
                    f"R@5 {row['R@5']['mean']:.3f} {row['R@5']['interval']}  "
                    f"RR@10 {row['RR@10']['mean']:.3f}"
                )
    path = write_results("retrieval", "make bench-retrieval", results)
    say(f"written to {path.name}")


def measured(assistant: Assistant) -> dict[str, Any]:
    """Return the measures of every question, and their means per split and language."""
    document = assistant.store.catalog.document(THESIS)
    group = {passage.passage_id: passage.group for passage in document.passages}
    rows: list[dict[str, Any]] = []
    for fact in load_facts():
        relevant = relevant_groups(fact, document)
        for language, question in asked(fact):
            ranked = [group[e.passage_id] for e in assistant.search(question, k=10)]
            rows.append(
                {
                    "fact_id": fact.fact_id,
                    "kind": fact.kind,
                    "split": fact.split,
                    "language": language,
                    "R@1": recall(ranked, relevant, 1),
                    "R@5": recall(ranked, relevant, 5),
                    "RR@10": reciprocal_rank(ranked, relevant),
                    "Success@1": float(bool(ranked) and ranked[0] in relevant),
                }
            )
    splits = {
        split: {
            language: summary(
                [r for r in rows if r["language"] == language and split in ("all", r["split"])]
            )
            for language in (*LANGUAGES, "mixed")
        }
        for split in ("tune", "report", "all")
    }
    return {"splits": splits, "questions": rows}


def asked(fact: Fact) -> list[tuple[str, str]]:
    """Return the questions of a fact with their language; code-switched ones are ``mixed``."""
    plain = [(language, fact.questions[language]) for language in LANGUAGES]
    return plain + [("mixed", mixed.question) for mixed in fact.mixed]


def summary(rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return the mean of each measure with its n and a bootstrap interval of 95 %."""
    made: dict[str, Any] = {"n": len(rows)}
    random = np.random.default_rng(0)
    for measure in ("R@1", "R@5", "RR@10", "Success@1"):
        values = np.array([row[measure] for row in rows])
        means = random.choice(values, (RESAMPLES, len(values))).mean(axis=1)
        made[measure] = {
            "mean": round(float(values.mean()), 4),
            "interval": [round(float(q), 3) for q in np.quantile(means, (0.025, 0.975))],
        }
    return made


if __name__ == "__main__":
    main()
