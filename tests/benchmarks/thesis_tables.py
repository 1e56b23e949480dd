"""The words that made-up theses are made of: tables beside this module, read once."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from corpus.language import LANGUAGES, Language

FOLDER = Path(__file__).with_name("thesis_words")

Texts = Mapping[Language, str]
"""One text in each language."""


@dataclass(frozen=True)
class Topic:
    """What a thesis is about; ``aspects`` holds four for each language, in one order."""

    name: str
    field: str
    subject: Texts
    people: Texts
    factor: Texts
    aspects: Mapping[Language, tuple[str, ...]]


@dataclass(frozen=True)
class Term:
    """A method, a technique or an analysis, with the approaches that it goes with."""

    name: str
    approaches: tuple[str, ...]
    fields: tuple[str, ...]
    names: Texts


@dataclass(frozen=True)
class Place:
    """Where a thesis was written about; ``bare`` is the name alone."""

    bare: str
    names: Texts


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a table."""
    with (FOLDER / f"{name}.tsv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def texts(row: Mapping[str, str]) -> Texts:
    """Return the columns of a row that are named by a language."""
    return {language: row[language] for language in LANGUAGES}


@cache
def topics() -> tuple[Topic, ...]:
    """Return all topics."""
    found: dict[str, dict[Language, dict[str, str]]] = defaultdict(dict)
    for row in rows("topics"):
        for language in LANGUAGES:
            if row["language"] == language:
                found[row["topic"]][language] = row
    return tuple(
        Topic(
            name=name,
            field=by_language["id"]["field"],
            subject={one: by_language[one]["subject"] for one in LANGUAGES},
            people={one: by_language[one]["people"] for one in LANGUAGES},
            factor={one: by_language[one]["factor"] for one in LANGUAGES},
            aspects={one: tuple(by_language[one]["aspects"].split("; ")) for one in LANGUAGES},
        )
        for name, by_language in found.items()
    )


@cache
def terms(kind: str) -> tuple[Term, ...]:
    """Return the terms of one kind: ``method``, ``technique`` or ``analysis``."""
    return tuple(
        Term(row["key"], tuple(row["approach"].split()), tuple(row["fields"].split()), texts(row))
        for row in rows("methods")
        if row["kind"] == kind
    )


@cache
def places() -> tuple[Place, ...]:
    """Return all places."""
    prefixes = ("Kabupaten ", "Kota ")
    return tuple(
        Place(row["id"].removeprefix(prefixes[0]).removeprefix(prefixes[1]), texts(row))
        for row in rows("places")
    )


@cache
def sentences() -> Mapping[str, tuple[Texts, ...]]:
    """Return the sentences of each role, with slots in braces."""
    found: dict[str, list[Texts]] = defaultdict(list)
    for row in rows("sentences"):
        found[row["role"]].append(texts(row))
    return {role: tuple(lines) for role, lines in found.items()}


@cache
def headings() -> Mapping[str, Texts]:
    """Return the headings by their number; a chapter's two lines are parted by a slash."""
    return {row["number"]: texts(row) for row in rows("headings")}
