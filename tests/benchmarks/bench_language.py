"""The language of questions: judged ones, ones written for this, and cuts of development texts.

``python -m tests.benchmarks.bench_language [--data DIR]`` writes docs/benchmarks/language.json;
``DIR/dev`` holds the parallel texts of which the cuts are made.
"""

from __future__ import annotations

import argparse
import csv
import re
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from corpus.encoder import load_language_classifier
from corpus.encoder.bitext import word_cuts
from corpus.encoder.bundled import MODEL_FOLDER
from corpus.encoder.classifier import CLASSIFIER_FILE
from corpus.encoder.data import ParallelTable, read_tables
from corpus.encoder.features import fold_accents
from corpus.judgments import load_facts, load_unanswerable
from corpus.language import LANGUAGES, Language
from tests.benchmarks.results import say, write_results

QUESTIONS = Path(__file__).parents[1] / "encoder" / "language_questions.tsv"
REGISTERS = {"flores_dev": "formal", "ntrex": "formal", "nusatranslation": "colloquial"}
CUTS = {"whole": 10**6, "six words": 6, "four words": 4}
TIMED = 200


@dataclass(frozen=True, slots=True)
class Asked:
    """A text and the language it is in.

    ``shared`` says that all of its words stand in its translation too: the very same text
    is right in two languages, and nothing can tell which is meant.
    """

    language: Language
    text: str
    shared: bool = False


def main() -> None:
    """Measure and write the results."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, help="the folder that holds dev/*.tsv")
    data = parser.parse_args().data
    results: dict[str, Any] = {
        "data": "corpus/judgments, tests/encoder/language_questions.tsv"
        + (", development texts" if data else ""),
        "classifier_bytes": (MODEL_FOLDER / CLASSIFIER_FILE).stat().st_size,
        "microseconds": timed([one.text for one in judged("all", mixed=False)]),
    }
    say(f"microseconds a question: {results['microseconds']}")
    results["judged"] = {
        split: {
            "questions": told(f"judged, {split}", judged(split, mixed=False)),
            "mixed": told(f"judged, mixed, {split}", judged(split, mixed=True)),
        }
        for split in ("tune", "report", "all")
    }
    results["written"] = {
        kind: told(f"written, {kind}", written(kind)) for kind in ("question", "mixed", "short")
    }
    tables = read_tables(data / "dev") if data else []
    results["dev"] = {
        table.name: {
            "register": REGISTERS.get(table.name, "colloquial"),
            **{
                name: told(f"{table.name}, {name}", cut_up(table, words), name_wrong=False)
                for name, words in CUTS.items()
            },
        }
        for table in tables
        if len(set(table.languages)) == len(table.languages)
    }
    path = write_results("language", "make bench-language DATA=DIR", results)
    say(f"written to {path.name}")


def told(name: str, asked: Sequence[Asked], *, name_wrong: bool = True) -> dict[str, Any]:
    """Return how often the language is told right, for each language, and say so.

    Args:
        name: what is measured.
        asked: texts with their languages.
        name_wrong: whether the texts told wrongly are listed, not only counted.
    """
    found: dict[str, Any] = {}
    for language in LANGUAGES:
        own = [one for one in asked if one.language == language]
        if not own:
            continue
        wrong = [one for one in own if most_likely(one.text) != language]
        apart = [one for one in own if not one.shared]
        found[language] = {"n": len(own), "accuracy": round(1 - len(wrong) / len(own), 4)}
        if len(apart) < len(own):
            wrong_apart = sum(not one.shared for one in wrong)
            found[language]["not_shared"] = {
                "n": len(apart),
                "accuracy": round(1 - wrong_apart / len(apart), 4),
            }
        if name_wrong:
            found[language]["wrong"] = [
                {"text": one.text, "told": most_likely(one.text)} for one in wrong
            ]
    cells = (f"{language} {row['accuracy']:.4f} (n={row['n']})" for language, row in found.items())
    say(f"{name:30} {'  '.join(cells)}")
    return found


def most_likely(text: str) -> Language:
    """Return the language with the highest probability; ties go to the first."""
    shares: Mapping[Language, float] = load_language_classifier().probabilities(text)
    return max(LANGUAGES, key=lambda language: shares[language])


def judged(split: str, *, mixed: bool) -> list[Asked]:
    """Return the judged questions of a split, or its code-switched ones."""
    facts = [fact for fact in load_facts() if split in ("all", fact.split)]
    if mixed:
        return [Asked(one.language, one.question) for fact in facts for one in fact.mixed]
    answered = [Asked(lang, fact.questions[lang]) for fact in facts for lang in LANGUAGES]
    return answered + [
        Asked(one.language, one.question)
        for one in load_unanswerable()
        if split in ("all", one.split)
    ]


def written(kind: str) -> list[Asked]:
    """Return the questions that were written for this, of one kind."""
    with QUESTIONS.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        found = [(row["language"], row["question"]) for row in rows if row["kind"] == kind]
    return [Asked(lang, text) for lang in LANGUAGES for code, text in found if code == lang]


def cut_up(table: ParallelTable, words: int) -> list[Asked]:
    """Return the texts of a table in cuts of so many words."""
    return [
        Asked(language, cut, shared=any(bare_words(cut) <= other for other in others))
        for row in table.rows
        for place, language in enumerate(table.languages)
        for others in [[bare_words(text) for text in row[:place] + row[place + 1 :]]]
        for cut in full_cuts(row[place], words)
    ]


def full_cuts(text: str, words: int) -> Iterator[str]:
    """Yield the cuts of a text that have so many words, or the text if it is to stay whole."""
    for cut in word_cuts(text, words):
        if text and (words == CUTS["whole"] or len(cut.split()) == words):
            yield cut


def bare_words(text: str) -> frozenset[str]:
    """Return the words of a text, folded, without addresses and tags."""
    kept = re.sub(r"https?://\S+|[@#]\w+|\[[A-Z]+\]", " ", text)
    return frozenset(re.findall(r"[^\W\d_]+", fold_accents(kept.lower())))


def timed(questions: Sequence[str]) -> dict[str, float | int]:
    """Return how many microseconds the language of one question takes."""
    probabilities = load_language_classifier().probabilities
    taken = []
    for question in questions[:TIMED]:
        started = time.perf_counter()
        probabilities(question)
        taken.append((time.perf_counter() - started) * 1e6)
    return {"n": len(taken), "median": round(median(taken), 1), "most": round(max(taken), 1)}


if __name__ == "__main__":
    main()
