"""Concepts: which words may stand for each other."""

from __future__ import annotations

import pytest

from corpus.thesaurus import THESAURUS_FILE, Concepts, load_concepts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("problem", "kendala"),
        ("farmers", "peternak"),
        ("conclusion", "menyimpulkan"),
        ("duit", "money"),
        ("milu", "participate"),
    ],
)
def test_words_of_one_concept_meet(one: str, other: str) -> None:
    concepts = load_concepts()
    assert concepts.of(one) & concepts.of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("qualitative", "quantitative"),
        ("increase", "decrease"),
        ("teacher", "student"),
        ("cause", "effect"),
        ("buy", "sell"),
        ("tujuan", "hasil"),
        ("kakuatan", "kelemahan"),
    ],
)
def test_words_of_different_concepts_do_not(one: str, other: str) -> None:
    concepts = load_concepts()
    assert not concepts.of(one) & concepts.of(other)


def test_a_word_that_stands_nowhere_is_looked_up_by_its_roots() -> None:
    concepts = Concepts(iter([frozenset({"pelaksanaan", "implementation"})]))
    assert concepts.of("dilaksanakan") == concepts.of("implementation") == {0}
    assert concepts.of("xyz") == concepts.of("gajah") == frozenset()


def test_every_line_has_words_in_two_languages() -> None:
    header, *lines = THESAURUS_FILE.read_text(encoding="utf-8").splitlines()
    assert header == "en\tid\tsu"
    assert len(lines) > 1_000
    assert len(set(lines)) == len(lines)
    for line in lines:
        cells = line.split("\t")
        assert len(cells) == 3, line
        assert sum(bool(cell.strip()) for cell in cells) >= 2, line
        assert all(
            word.strip() and " " not in word.strip() for c in cells if c for word in c.split(";")
        )
