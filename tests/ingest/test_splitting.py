"""Passages of whole sentences, and parallel texts cut at the same places."""

from __future__ import annotations

import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.records import Sentence, Span
from ingest.alignment import align, common_cuts
from ingest.splitting import Unit, list_units, split_units


def sentence(words: int, paragraph: int = 1, text: str = "") -> Sentence:
    body = text or " ".join(["kata"] * words)
    return Sentence(0, 0, len(body), 0, len(body), paragraph, body)


def units(sizes: list[int]) -> list[Unit]:
    return [Unit((sentence(size),), "id") for size in sizes]


@given(st.lists(st.integers(1, 200), max_size=60))
def test_nothing_is_lost_and_order_is_kept(sizes: list[int]) -> None:
    spans = split_units(units(sizes))
    assert [i for span in spans for i in range(span.start, span.end)] == list(range(len(sizes)))


@given(st.lists(st.integers(5, 40), min_size=12, max_size=60))
def test_passages_have_60_to_120_words_where_sentences_let_them(sizes: list[int]) -> None:
    lengths = [sum(sizes[span.start : span.end]) for span in split_units(units(sizes))]
    assert max(lengths) <= 120
    assert sum(length < 60 for length in lengths) <= 1 + len(lengths) // 4


def test_a_list_stays_with_its_opening_sentence_up_to_250_words() -> None:
    opener = sentence(0, text="tujuannya, yaitu:")
    items = [
        Sentence(0, 0, 1, 0, 1, 1, " ".join(["kata"] * 55), kind="list_item") for _ in range(6)
    ]
    grouped = list_units([sentence(50), opener, *items], "id")
    assert [len(unit.sentences) for unit in grouped] == [1, 5, 2]
    assert grouped[1].words <= 250


def test_a_passage_has_one_language() -> None:
    mixed = [Unit((sentence(20),), "id"), Unit((sentence(20),), "en"), Unit((sentence(20),), "en")]
    assert split_units(mixed) == (Span(0, 1), Span(1, 3))


def test_a_long_section_is_split_quickly() -> None:
    started = time.perf_counter()
    spans = split_units(units([20] * 20_000))
    assert time.perf_counter() - started < 5
    assert sum(span.end - span.start for span in spans) == 20_000


def vectors(names: str) -> np.ndarray:
    return np.eye(26, dtype=np.float32)[[ord(name) - ord("a") for name in names]]


def test_equal_texts_align_one_to_one() -> None:
    beads = align(vectors("abcd"), vectors("abcd"), [50] * 4, [50] * 4)
    assert [(b.left, b.right) for b in beads] == [
        (Span(i, i + 1), Span(i, i + 1)) for i in range(4)
    ]


def test_a_left_out_sentence_has_no_partner() -> None:
    beads = align(vectors("abcd"), vectors("acd"), [50] * 4, [50] * 3)
    assert (Span(1, 2), Span(1, 1)) in [(b.left, b.right) for b in beads]
    assert (Span(3, 4), Span(2, 3)) in [(b.left, b.right) for b in beads]


def test_merged_sentences_are_one_bead() -> None:
    merged = (vectors("b") + vectors("c")) / np.float32(np.sqrt(2))
    right = np.concatenate([vectors("a"), merged, vectors("d")])
    beads = align(vectors("abcd"), right, [50] * 4, [50, 100, 50])
    assert (Span(1, 3), Span(1, 2)) in [(b.left, b.right) for b in beads]


@given(st.text("abcdef", max_size=9), st.text("abcdef", max_size=9))
def test_beads_cover_both_texts(left: str, right: str) -> None:
    beads = align(vectors(left), vectors(right), [40] * len(left), [40] * len(right))
    assert [i for b in beads for i in range(b.left.start, b.left.end)] == list(range(len(left)))
    assert [i for b in beads for i in range(b.right.start, b.right.end)] == list(range(len(right)))


def test_common_cuts_are_shared_by_all() -> None:
    first = align(vectors("abcd"), vectors("abcd"), [50] * 4, [50] * 4)
    merged = (vectors("b") + vectors("c")) / np.float32(np.sqrt(2))
    right = np.concatenate([vectors("a"), merged, vectors("d")])
    second = align(vectors("abcd"), right, [50] * 4, [50, 100, 50])
    assert common_cuts([first, second]) == ((0, 0, 0), (1, 1, 1), (3, 3, 2), (4, 4, 3))


@pytest.mark.parametrize("empty", [[], [0]])
def test_nothing_to_split(empty: list[int]) -> None:
    assert split_units([]) == ()
    assert len(split_units(units(empty))) == len(empty)
