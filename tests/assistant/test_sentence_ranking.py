"""Which sentence answers: signals, weights, and lists that are told in sentences."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import Assistant
from assistant.pointers import counts_off
from assistant.sentence_ranking import SIGNALS, likelihoods, load_ranking

ROWS = st.lists(st.lists(st.floats(0, 1), min_size=len(SIGNALS), max_size=len(SIGNALS)), max_size=6)


@given(ROWS)
def test_likelihoods_sum_to_one_and_do_not_depend_on_the_order(rows: list[list[float]]) -> None:
    found = likelihoods(rows)
    assert len(found) == len(rows)
    assert not rows or math.isclose(sum(found), 1.0)
    turned = likelihoods(rows[::-1])
    assert all(math.isclose(a, b, abs_tol=1e-12) for a, b in zip(found, turned[::-1], strict=True))


def test_what_speaks_for_a_sentence_weighs_for_it() -> None:
    weights = dict(zip(SIGNALS, load_ranking(), strict=True))
    assert all(weights[name] > 0 for name in ("headed", "context", "meaning", "passage", "role"))
    assert all(weights[name] > 0 for name in SIGNALS if name.startswith("tells_"))
    assert weights["unfinished"] < 0


@pytest.mark.parametrize(
    ("sentence", "counts"),
    [
        ("Instrumen kedua adalah angket.", True),
        ("Pertama, sekolah ini merupakan satu-satunya.", True),
        ("The second path is a change of purpose.", True),
        ("Kadua, barudakna leuwih wanoh.", True),
        ("Data dikumpulkan melalui tiga instrumen.", False),
        ("Secondary sources were read.", False),
    ],
)
def test_sentences_that_count_off(sentence: str, counts: bool) -> None:
    assert counts_off(sentence) is counts


def test_a_date_in_the_question_is_no_answer_to_when(assistant: Assistant) -> None:
    answer = assistant.ask("How many cities is Jakarta partnered with?")
    assert any("21 kota" in citation.quote for citation in answer.citations)
