"""Set the floors of the verifier on the half of the trials that nothing is reported on.

    python -m tests.benchmarks.calibrate_verifier [--data DIR]

A floor must keep out all statements but one in two hundred that are given another passage
than their own; of the floors that do, those are looked at that drop the fewest true ones,
and the middle of them is taken. With ``--data`` the made trials are
joined by news sentences (``DIR/dev/flores_dev.tsv``), whose translations are freer.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from assistant import verification
from assistant.claims.coverage import FLOORS_FILE, Floors, coverage_problems
from assistant.claims.words import plain, read
from assistant.word_similarity import EncodedSimilarity
from corpus.encoder import load_bundled
from tests.benchmarks.results import RESULTS, say, write_results
from tests.benchmarks.trials import (
    Row,
    Trial,
    altered_trials,
    chapter_rows,
    paraphrase_trials,
    true_trials,
)

COVERED = [round(0.3 + 0.02 * step, 2) for step in range(33)]
UNMET = [round(0.04 * step, 2) for step in range(1, 9)]
"""A third of the words at most: what is left unmet may be what is wrong."""
WRONG = 0.005
"""The share of statements with another's passage that a floor may let in."""
MANY = 400


@dataclass(frozen=True, slots=True)
class Best:
    """A trial with what its best unit covers; ``else_wrong`` for any other reason."""

    true: bool
    same: bool
    covered: float
    unmet: float
    else_wrong: bool


def main() -> None:
    """Choose the floors, print what they cost and store them."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path)
    data: Path | None = options.parse_args().data
    trials = made(chapter_rows(), hand=False)
    if data is not None:
        trials += made(news_rows(data), hand=False)
    similarity = EncodedSimilarity(load_bundled())
    seen = [best for trial in trials for best in measured(trial, similarity)]
    chosen: dict[str, Floors] = {}
    for name, same in (("across", False), ("same", True)):
        kept = [one for one in seen if one.same == same]
        chosen[name], table = choose(kept)
        say(f"{name}: {chosen[name]}, true dropped {dropped(kept, chosen[name]):.3f}, "
            f"wrong let in {let_in(kept, chosen[name]):.4f} "
            f"of {len(kept)} trials")  # fmt: skip
        say("\n".join(table))
    stored = {
        name: {"least_covered": one.least_covered, "most_unmet": one.most_unmet}
        for name, one in chosen.items()
    }
    FLOORS_FILE.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")
    (RESULTS / "verifier").mkdir(parents=True, exist_ok=True)
    write_results("verifier/calibration", "make calibrate-verifier", {"floors": stored})


def made(rows: Sequence[Row], *, hand: bool = True) -> list[Trial]:
    """Return true trials and such with another's passage, of the half for tuning."""
    languages = tuple(rows[0].texts)
    return [
        *altered_trials(rows, "tune", {"keys": MANY}, languages),
        *true_trials(rows, "tune", {"own": MANY, "version": MANY, "shortened": MANY}, languages),
        *(paraphrase_trials(rows, "tune") if hand else ()),
    ]


def news_rows(data: Path) -> tuple[Row, ...]:
    """Return the news sentences in their three languages."""
    with (data / "dev" / "flores_dev.tsv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return tuple(
        Row(place, texts, texts)
        for place, row in enumerate(rows)
        for texts in [{"id": row["ind"], "en": row["eng"], "su": row["sun"]}]
    )


def measured(trial: Trial, similarity: EncodedSimilarity) -> list[Best]:
    """Return what the units of a trial cover, that of the best."""
    units = [unit for source in trial.sources(with_versions=False)
             for unit in verification.source_units(source.text, source.language)]  # fmt: skip
    statement = read(plain(trial.statement), trial.language)
    found: list[Best] = []
    for aligned, unit in verification._candidates(statement, units, similarity):
        problems = verification._problems(aligned, unit, similarity)
        others = [one for one in problems if one not in coverage_problems(aligned)]
        places = max(1, len(aligned.weighed))
        found.append(
            Best(
                true=trial.true,
                same=aligned.same_language,
                covered=aligned.coverage,
                unmet=len(aligned.unmet()) / places,
                else_wrong=bool(others),
            )
        )
    found.sort(key=lambda one: (one.else_wrong, -one.covered))
    return found[:1]


def passes(one: Best, floors: Floors) -> bool:
    """Tell whether the floors alone let a trial in."""
    return one.covered >= floors.least_covered and one.unmet <= floors.most_unmet


def dropped(seen: Sequence[Best], floors: Floors) -> float:
    """Return the share of true trials that the floors drop."""
    true = [one for one in seen if one.true]
    return sum(not passes(one, floors) for one in true) / max(1, len(true))


def let_in(seen: Sequence[Best], floors: Floors) -> float:
    """Return the share of false trials that the floors let in; across languages, and all else."""
    false = [one for one in seen if not one.true]
    let = [one for one in false if passes(one, floors) and (one.same or not one.else_wrong)]
    return len(let) / max(1, len(false))


def choose(seen: Sequence[Best]) -> tuple[Floors, list[str]]:
    """Return the middle of the floors that let in as good as none and drop the fewest true."""
    safe = [
        floors
        for floors in (Floors(*pair) for pair in product(COVERED, UNMET))
        if let_in(seen, floors) <= WRONG
    ]
    least = min(dropped(seen, floors) for floors in safe)
    near = [floors for floors in safe if dropped(seen, floors) <= least + TOLERANCE]
    table = [
        f"  covered {floors.least_covered} unmet {floors.most_unmet}: "
        f"dropped {dropped(seen, floors):.3f} let in {let_in(seen, floors):.4f}"
        for floors in near[:: max(1, len(near) // 8)]
    ]
    unmet = sorted(floors.most_unmet for floors in near)[len(near) // 2]
    covered = sorted(one.least_covered for one in near if one.most_unmet == unmet)
    return Floors(covered[len(covered) // 2], unmet), table


TOLERANCE = 0.005


if __name__ == "__main__":
    main()
