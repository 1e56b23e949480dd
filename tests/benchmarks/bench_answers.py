"""Extractive answers and silence on the judged questions, per language and half.

``python -m tests.benchmarks.bench_answers`` writes docs/benchmarks/answers.json.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import mean, median
from typing import Any

from assistant import Answer, Assistant
from assistant.evaluating.evaluation import contains_answer, relevant_groups
from corpus.judgments import load_facts, load_unanswerable
from corpus.language import LANGUAGES
from tests.benchmarks.corpora import THESIS, built_assistant
from tests.benchmarks.results import say, write_results


def main() -> None:
    """Measure and write the results."""
    with (
        tempfile.TemporaryDirectory() as folder,
        built_assistant(Path(folder), versions=True) as assistant,
    ):
        facts = answered(assistant)
        silences = silent(assistant)
    table = {
        split: {
            language: row(
                [f for f in facts if f["split"] == split and f["language"] == language],
                [s for s in silences if s["split"] == split and s["language"] == language],
            )
            for language in LANGUAGES
        }
        for split in ("tune", "report")
    }
    for split, by_language in table.items():
        for language, values in by_language.items():
            shown = "  ".join(f"{name} {value}" for name, value in values.items())
            say(f"{split:<7} {language}  {shown}")
    results = {"data": "corpus/judgments", "table": table, "facts": facts, "silences": silences}
    path = write_results("answers", "make bench-answers", results)
    say(f"written to {path.name}")


def answered(assistant: Assistant) -> list[dict[str, Any]]:
    """Ask every fact in every language."""
    document = assistant.store.catalog.document(THESIS)
    group = {passage.passage_id: passage.group for passage in document.passages}
    rows: list[dict[str, Any]] = []
    for fact in load_facts():
        relevant = relevant_groups(fact, document)
        for language in LANGUAGES:
            answer = assistant.ask(fact.questions[language])
            right = [group[c.passage_id] in relevant for c in answer.citations]
            rows.append(
                {
                    "fact_id": fact.fact_id,
                    "kind": fact.kind,
                    "split": fact.split,
                    "language": language,
                    "abstained": answer.abstained,
                    "contains": contains_answer(answer, fact, language),
                    "cited_right": mean(right) if right else 0.0,
                    "cites_judged": any(right),
                    "words": sum(len(c.quote.split()) for c in answer.citations),
                    "language_right": answer.language == language,
                    "quotes_read_back": read_back(answer, document.text),
                }
            )
    return rows


def silent(assistant: Assistant) -> list[dict[str, Any]]:
    """Ask every question that the thesis does not answer."""
    return [
        {
            "query_id": u.query_id,
            "split": u.split,
            "language": u.language,
            "distance": u.distance,
            "reason": u.reason,
            "abstained": answer.abstained,
            "said": answer.abstain_reason,
        }
        for u in load_unanswerable()
        for answer in (assistant.ask(u.question),)
    ]


def read_back(answer: Answer, text: str) -> bool:
    """Tell whether every quote stands in the canonical text at its place."""
    return all(text[c.start : c.end] == c.quote for c in answer.citations)


def row(facts: Sequence[dict[str, Any]], silences: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return the figures of one language and half."""
    spoken = [f for f in facts if not f["abstained"]]
    far = [s for s in silences if s["distance"] == "far"]
    near = [s for s in silences if s["distance"] == "near"]
    kept = [s for s in silences if s["abstained"]]
    return {
        "n": len(facts),
        "contains": rounded(f["contains"] for f in facts),
        "cited_right": rounded(f["cited_right"] for f in spoken),
        "cites_judged": rounded(f["cites_judged"] for f in facts),
        "answered": rounded(not f["abstained"] for f in facts),
        "median_words": median(f["words"] for f in spoken),
        "language_right": rounded(f["language_right"] for f in facts),
        "quotes_read_back": rounded(f["quotes_read_back"] for f in facts),
        "far_abstained": rounded(s["abstained"] for s in far),
        "near_abstained": rounded(s["abstained"] for s in near),
        "reason_right": rounded(s["said"] == s["reason"] for s in kept),
    }


def rounded(values: Any) -> float:
    """Return the mean of numbers or truth values to three places."""
    return round(float(mean([float(value) for value in values])), 3)


if __name__ == "__main__":
    main()
