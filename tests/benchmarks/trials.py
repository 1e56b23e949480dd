"""Statements that a passage bears out and statements that it does not, made from real text.

Every sentence of the shipped chapter stands in three languages. A true claim is a sentence
as it stands, its version in another language, a part of it, or a paraphrase written by hand
(``trial_paraphrases.tsv``). An altered one is a sentence, or its version, with something
changed that makes it false, or one that is given another passage than its own.

Sentences of even and odd number are kept apart: ``tune`` is to set floors with, ``report``
to measure.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Literal

from assistant.records import QuoteVersion
from assistant.verification import SourceText
from corpus.language import LANGUAGES, Language
from tests.benchmarks.alterations import ALTERED, shortened

CHAPTER = Path(__file__).parents[2] / "corpus/theses/jakarta-tokyo/chapter-1.versions.tsv"
PARAPHRASES = Path(__file__).with_name("trial_paraphrases.tsv")

Half = Literal["tune", "report"]
ALTERED_PER_LANGUAGE: Mapping[str, int] = {
    "digits": 18,
    "names": 18,
    "negations": 18,
    "hedges": 18,
    "keys": 14,
    "quotes": 14,
}
TRUE_PER_LANGUAGE: Mapping[str, int] = {
    "own": 25,
    "version": 45,
    "shortened": 20,
    "paraphrase": 10,
}
FEWEST_WORDS = 8
MARKER = re.compile(r"^(?:- )?\d+[.)] ")
FAR = 4
"""Sentences between a statement and the passage that it is wrongly given."""


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence in its languages, where it stands, and as it stands, an item with its mark."""

    place: int
    texts: Mapping[Language, str]
    lines: Mapping[Language, str]


@dataclass(frozen=True, slots=True)
class Trial:
    """A statement with the passage it is said to rest on.

    ``quote`` is what it quotes, for trials of quotes; ``versions`` are the passage in the
    other languages.
    """

    kind: str
    true: bool
    language: Language
    source_language: Language
    statement: str
    source: str
    versions: tuple[QuoteVersion, ...] = ()
    quote: str = ""

    def sources(self, *, with_versions: bool) -> tuple[SourceText, ...]:
        """Return the passage, as it was uploaded or with its versions."""
        versions = self.versions if with_versions else ()
        return (SourceText(self.source_language, self.source, versions),)


def chapter_rows() -> tuple[Row, ...]:
    """Return the sentences of the shipped chapter."""
    with CHAPTER.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return tuple(
        Row(
            place,
            {language: MARKER.sub("", row[language]) for language in LANGUAGES},
            {language: row[language] for language in LANGUAGES},
        )
        for place, row in enumerate(rows)
        if len(row["id"].split()) >= FEWEST_WORDS
    )


def of_half(rows: Sequence[Row], half: Half) -> list[Row]:
    """Return every second sentence."""
    return [row for row in rows if row.place % 2 == (half == "report")]


def altered_trials(
    rows: Sequence[Row],
    half: Half,
    counts: Mapping[str, int] = ALTERED_PER_LANGUAGE,
    languages: Sequence[Language] = LANGUAGES,
) -> list[Trial]:
    """Return false claims, so many of each kind in each language, at most."""
    random = Random(f"altered {half}")
    return [
        trial
        for language in languages
        for kind, count in counts.items()
        for trial in _drawn(random, list(_altered(random, rows, half, kind, language)), count)
    ]


def true_trials(
    rows: Sequence[Row],
    half: Half,
    counts: Mapping[str, int] = TRUE_PER_LANGUAGE,
    languages: Sequence[Language] = LANGUAGES,
) -> list[Trial]:
    """Return true claims, so many of each kind in each language, at most."""
    random = Random(f"true {half}")
    makers = {
        "own": lambda language: [_trial("own", row, rows, language) for row in of_half(rows, half)],
        "version": lambda language: [
            _trial("version", row, rows, language, source_language=other)
            for row in of_half(rows, half)
            for other in languages
            if other != language
        ],
        "shortened": lambda language: [
            _trial("shortened", row, rows, language, statement=part, source_language=other)
            for row in of_half(rows, half)
            for part in shortened(row.texts[language], language)
            for other in languages
        ],
        "paraphrase": lambda language: [
            trial
            for trial in paraphrase_trials(rows, half)
            if trial.true and trial.language == language
        ],
    }
    return [
        trial
        for language in languages
        for kind, count in counts.items()
        for trial in _drawn(random, makers[kind](language), count)
    ]


def paraphrase_trials(rows: Sequence[Row], half: Half) -> list[Trial]:
    """Return the claims that were written by hand, true and false."""
    with PARAPHRASES.open(encoding="utf-8", newline="") as lines:
        written = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    by_place = {row.place: row for row in rows}
    return [
        _trial(
            "paraphrase",
            by_place[int(line["sentence"])],
            rows,
            language,
            statement=line["statement"],
            true=line["true"] == "1",
            source_language=source,
        )
        for line in written
        for language in LANGUAGES
        for source in LANGUAGES
        if line["half"] == half and line["language"] == language and line["source"] == source
    ]


def _altered(
    random: Random, rows: Sequence[Row], half: Half, kind: str, language: Language
) -> Iterator[Trial]:
    languages = tuple(rows[0].texts)
    for row in of_half(rows, half):
        for source in languages:
            text = row.texts[language]
            if kind == "keys":
                far = [one for one in rows if abs(one.place - row.place) >= FAR]
                yield _trial(
                    kind, random.choice(far), rows, language,
                    statement=text, true=False, source_language=source,
                )  # fmt: skip
                continue
            for changed in ALTERED[kind](text, language, random):
                yield _trial(
                    kind, row, rows, language, statement=changed, true=False,
                    source_language=language if kind == "quotes" else source,
                    quote=changed if kind == "quotes" else "",
                )  # fmt: skip


def _trial(
    kind: str,
    row: Row,
    rows: Sequence[Row],
    language: Language,
    *,
    statement: str | None = None,
    true: bool = True,
    source_language: Language | None = None,
    quote: str = "",
) -> Trial:
    source = source_language or language
    passage = [one for one in rows if abs(one.place - row.place) <= 1]
    return Trial(
        kind=kind,
        true=true,
        language=language,
        source_language=source,
        statement=row.texts[language] if statement is None else statement,
        source=_joined(passage, source),
        versions=tuple(
            QuoteVersion(other, _joined(passage, other), "project")
            for other in row.texts
            if other != source
        ),
        quote=quote,
    )


def _joined(passage: Sequence[Row], language: Language) -> str:
    """Return sentences as one text, each item of a list on a line of its own."""
    return "".join(
        ("\n" if MARKER.match(row.lines[language]) else " ") + row.lines[language]
        for row in passage
    ).strip()


def _drawn(random: Random, trials: Sequence[Trial], count: int) -> list[Trial]:
    distinct = list(dict.fromkeys(trials))
    return random.sample(distinct, min(count, len(distinct)))
