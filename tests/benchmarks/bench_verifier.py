"""How often the verifier lets a false statement through, and how often it drops a true one.

python -m tests.benchmarks.bench_verifier
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any

from assistant.verification import verify_statement
from assistant.word_similarity import EncodedSimilarity, WordSimilarity
from corpus.encoder import load_bundled
from corpus.language import LANGUAGES
from tests.benchmarks.further_trials import hand_trials, made_false, made_true
from tests.benchmarks.results import RESULTS, say, write_results
from tests.benchmarks.trials import (
    Half,
    Trial,
    altered_trials,
    chapter_rows,
    paraphrase_trials,
    true_trials,
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A trial with what the verifier said, and how long it took."""

    trial: Trial
    supported: bool
    problems: tuple[str, ...]
    milliseconds: float


def main() -> None:
    """Run the trials of one half, print the shares and write what came of each."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--half", choices=("tune", "report"), default="report")
    options.add_argument("--show", action="store_true", help="print the trials that went wrong")
    chosen = options.parse_args()
    half: Half = chosen.half
    rows = chapter_rows()
    similarity = EncodedSimilarity(load_bundled())
    trials = [
        *altered_trials(rows, half),
        *true_trials(rows, half),
        *(trial for trial in paraphrase_trials(rows, half) if not trial.true),
    ]
    further = [*hand_trials(half), *made_false(half), *made_true(half)]
    results: dict[str, Any] = {
        "half": half,
        "target": TARGET,
        "trials": len(trials),
        "further trials": len(further),
    }
    for label, made, with_versions in (
        ("", trials, False),
        ("", trials, True),
        ("further: ", further, False),
        ("further: ", further, True),
    ):
        outcomes = [tried(trial, similarity, with_versions=with_versions) for trial in made]
        name = label + ("with versions of the passage" if with_versions else "the passage alone")
        results[name] = summary(outcomes, name)
        results[f"{name}, wrong"] = [
            {**asdict(one.trial), "versions": (), "problems": one.problems}
            for one in outcomes
            if one.supported != one.trial.true
        ]
        if chosen.show:
            show(outcomes)
    if half == "report":
        (RESULTS / "verifier").mkdir(parents=True, exist_ok=True)
        say(str(write_results("verifier/trials", "make bench-verifier", results)))


TARGET = "none of the altered supported; at most 5 % of the true dropped"


def tried(trial: Trial, similarity: WordSimilarity, *, with_versions: bool) -> Outcome:
    """Verify one trial; a quote must read back besides."""
    sources = trial.sources(with_versions=with_versions)
    started = time.perf_counter()
    if trial.quote:
        supported = trial.quote in trial.source
        return Outcome(trial, supported, () if supported else ("quote",), 0.0)
    verdict = verify_statement(trial.statement, trial.language, sources, similarity)
    taken = (time.perf_counter() - started) * 1e3
    return Outcome(
        trial, verdict.supported, tuple(f"{p.code}: {p.detail}" for p in verdict.problems), taken
    )


def summary(outcomes: Sequence[Outcome], name: str) -> dict[str, Any]:
    """Count by kind and language what was supported of the altered and dropped of the true."""
    say(name)
    counted: dict[str, Any] = {}
    for true, wrong in ((False, "shown as supported"), (True, "dropped")):
        kept = [one for one in outcomes if one.trial.true == true]
        kinds = dict.fromkeys(one.trial.kind for one in kept)
        label = "true" if true else "altered"
        for kind in (*kinds, "all"):
            of_kind = [
                one
                for one in kept
                if kind == one.trial.kind or (kind == "all" and (true or one.trial.kind != EXTRA))
            ]
            cells = {
                language: [
                    one.supported != true for one in of_kind if one.trial.language == language
                ]
                for language in LANGUAGES
            }
            counted[f"{label}: {kind}"] = {
                language: {wrong: sum(cell), "of": len(cell)} for language, cell in cells.items()
            }
            figures = "  ".join(
                f"{language} {sum(cell):>3}/{len(cell):<3}" for language, cell in cells.items()
            )
            say(f"  {label:<8}{kind:<11}{wrong:<19}{figures}")
    timed = sorted(one.milliseconds for one in outcomes if one.milliseconds)
    counted["milliseconds"] = {
        "median": round(median(timed), 2),
        "95 %": round(timed[int(len(timed) * 0.95)], 2),
    }
    say(f"  a statement takes {counted['milliseconds']['median']} ms at the median")
    return counted


EXTRA = "paraphrase"
"""Altered by hand: counted beside the trials, not among them."""


def show(outcomes: Sequence[Outcome]) -> None:
    """Print the trials that went wrong."""
    for one in outcomes:
        if one.supported != one.trial.true:
            trial = one.trial
            say(f"{'TRUE' if trial.true else 'FALSE'} {trial.kind} {trial.language}"
                f"<-{trial.source_language} {one.problems}\n    {trial.statement}")  # fmt: skip


if __name__ == "__main__":
    main()
