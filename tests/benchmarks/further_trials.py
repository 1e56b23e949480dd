"""Statements of kinds that the verifier was not made with, over texts of other subjects.

``claim_trials/passages.tsv`` holds short passages of our own in three languages, and
``claim_trials/claims.tsv`` claims on them that were written by hand. What is made by rule
(``further_alterations``) is made of these passages and of the shipped chapter alike.
Passages and sentences are of one half or the other: ``tune`` to learn from, ``report`` to
measure.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from random import Random

from assistant.records import QuoteVersion
from corpus.language import LANGUAGES, Language
from tests.benchmarks.further_alterations import (
    borrowed_names,
    borrowed_numbers,
    joined,
    misquoted,
    replaced,
    roles,
    rules,
    said_otherwise,
    swapped_numbers,
    turned,
)
from tests.benchmarks.trials import Half, Trial, chapter_rows

FOLDER = Path(__file__).with_name("claim_trials")
FURTHER_ALTERED: Mapping[str, int] = {
    "roles": 12,
    "borrowed names": 10,
    "swapped numbers": 10,
    "borrowed numbers": 10,
    "turned": 4,
    "units": 12,
    "quantities": 12,
    "opposites": 16,
    "aspects": 12,
    "denials": 20,
    "hedges": 14,
    "certainty": 8,
    "other passage": 12,
    "quotes": 16,
}
FURTHER_TRUE: Mapping[str, int] = {"said otherwise": 60, "two in one": 30, "versions": 30}
NEAR = 2
"""Sentences on either side that make a passage of the chapter."""
LONGEST_JOINED = 24
"""Words of a sentence that is made one with another."""


@dataclass(frozen=True, slots=True)
class Text:
    """A passage: each of its sentences in the three languages."""

    name: str
    half: Half
    sentences: tuple[Mapping[Language, str], ...]

    def of(self, language: Language) -> tuple[str, ...]:
        """Return the sentences of one language."""
        return tuple(sentence[language] for sentence in self.sentences)


@lru_cache(maxsize=1)
def own_texts() -> tuple[Text, ...]:
    """Return the passages that were written for these trials."""
    found: dict[tuple[str, Half], list[Mapping[Language, str]]] = {}
    for row in _rows("passages.tsv"):
        half: Half = "report" if row["half"] == "report" else "tune"
        texts = {language: row[language] for language in LANGUAGES}
        found.setdefault((row["passage"], half), []).append(texts)
    return tuple(Text(name, half, tuple(rows)) for (name, half), rows in found.items())


@lru_cache(maxsize=1)
def chapter_texts() -> tuple[Text, ...]:
    """Return runs of sentences of the shipped chapter, every other one for either half."""
    rows = chapter_rows()
    size = 2 * NEAR
    return tuple(
        Text(
            f"chapter {start}",
            "report" if (start // size) % 2 else "tune",
            tuple(row.texts for row in rows[start : start + size]),
        )
        for start in range(0, len(rows) - 1, size)
    )


def hand_trials(half: Half) -> list[Trial]:
    """Return the claims that were written by hand, true and false."""
    texts = {text.name: text for text in own_texts()}
    return [
        _trial(
            row["kind"], texts[row["passage"]], language, source, row["statement"],
            true=row["true"] == "1",
        )
        for row in _rows("claims.tsv")
        for language in LANGUAGES
        for source in LANGUAGES
        if texts[row["passage"]].half == half
        and (row["language"], row["source"]) == (language, source)
    ]  # fmt: skip


def made_false(half: Half, counts: Mapping[str, int] = FURTHER_ALTERED) -> list[Trial]:
    """Return statements that are false by rule, so many of each kind and language at most."""
    random = Random(f"further false {half}")
    return [
        trial
        for language in LANGUAGES
        for kind, count in counts.items()
        for trial in _drawn(random, _false(random, kind, language, half), count)
    ]


def made_true(half: Half, counts: Mapping[str, int] = FURTHER_TRUE) -> list[Trial]:
    """Return statements that are true by rule, so many of each kind and language at most."""
    random = Random(f"further true {half}")
    return [
        trial
        for language in LANGUAGES
        for kind, count in counts.items()
        for trial in _drawn(random, _true(kind, language, half), count)
    ]


def _false(random: Random, kind: str, language: Language, half: Half) -> Iterator[Trial]:
    texts = [text for text in (*own_texts(), *chapter_texts()) if text.half == half]
    for text in texts:
        for sentence in text.of(language):
            if kind == "other passage":
                other = random.choice([one for one in texts if one.name.split()[0] != text.name
                                       and one is not text])  # fmt: skip
                yield _trial(kind, other, language, random.choice(LANGUAGES), sentence, true=False)
                continue
            for changed in _changed(random, kind, sentence, text.of(language), language):
                sources = (language,) if kind == "quotes" else LANGUAGES
                for source in sources:
                    yield _trial(
                        kind, text, language, source, changed, true=False,
                        quote=changed if kind == "quotes" else "",
                    )  # fmt: skip


def _changed(
    random: Random, kind: str, sentence: str, passage: Sequence[str], language: Language
) -> Iterator[str]:
    if (kind, language) in rules():
        return replaced(sentence, rules()[kind, language])
    return {
        "roles": lambda: roles(sentence),
        "borrowed names": lambda: borrowed_names(sentence, passage),
        "swapped numbers": lambda: swapped_numbers(sentence),
        "borrowed numbers": lambda: borrowed_numbers(sentence, passage),
        "turned": lambda: turned(sentence, language),
        "quotes": lambda: misquoted(sentence, passage, random),
    }[kind]()


def _true(kind: str, language: Language, half: Half) -> Iterator[Trial]:
    for text in (*own_texts(), *chapter_texts()):
        if text.half != half:
            continue
        said = text.of(language)
        for place, sentence in enumerate(said):
            statements: list[str] = []
            if kind == "versions":
                statements = [sentence]
            elif kind == "said otherwise":
                statements = list(said_otherwise(sentence, language))
            else:
                statements = [
                    joined(sentence, other, language)
                    for other in said[place + 1 :]
                    if _is_short(sentence) and _is_short(other)
                ]
            for statement in statements:
                for source in LANGUAGES:
                    yield _trial(kind, text, language, source, statement, true=True)


def _passage(sentences: Sequence[str]) -> str:
    """Return sentences as one text; one without a full stop stands on a line of its own."""
    return "".join(one + (" " if one.endswith((".", ":")) else "\n") for one in sentences).strip()


def _is_short(sentence: str) -> bool:
    return len(sentence.split()) <= LONGEST_JOINED and sentence[-1] == "." and "(" not in sentence


def _trial(
    kind: str,
    text: Text,
    language: Language,
    source: Language,
    statement: str,
    *,
    true: bool,
    quote: str = "",
) -> Trial:
    return Trial(
        kind=kind,
        true=true,
        language=language,
        source_language=source,
        statement=statement,
        source=_passage(text.of(source)),
        versions=tuple(
            QuoteVersion(other, _passage(text.of(other)), "project")
            for other in LANGUAGES
            if other != source
        ),
        quote=quote,
    )


def _drawn(random: Random, trials: Iterator[Trial], count: int) -> list[Trial]:
    distinct = list(dict.fromkeys(trials))
    return random.sample(distinct, min(count, len(distinct)))


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
