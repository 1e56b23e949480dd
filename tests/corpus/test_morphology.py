"""Roots of words, and the folded words of text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.morphology import roots


@pytest.mark.parametrize(
    "related",
    [
        ("kacindekan", "dicindekkeun", "nyindekkeun"),
        ("kesimpulannya", "disimpulkan", "menyimpulkan"),
        ("penulis", "menulis", "ditulis", "tulisan"),
        ("peresmian", "diresmikan", "meresmikan"),
        ("pangaweruh", "kaweruh"),
        ("kagunaan", "gunana"),
        ("pengembangan", "berkembang", "dikembangkan"),
        ("ngarojong", "rojongan", "dirojong"),
    ],
)
def test_words_of_one_root_have_one_in_common(related: tuple[str, ...]) -> None:
    assert frozenset.intersection(*(roots(word) for word in related))


@pytest.mark.parametrize(
    ("one", "other"),
    [("negara", "penduduk"), ("kota", "kotak"), ("program", "progres"), ("banjir", "hanjuang")],
)
def test_words_of_different_roots_have_none(one: str, other: str) -> None:
    assert not roots(one) & roots(other)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz0123456789", min_size=1, max_size=30))
def test_a_word_is_a_root_of_itself_and_short_roots_are_not_made(word: str) -> None:
    found = roots(word)
    assert word in found
    assert all(root == word or len(root) >= 4 for root in found)


@pytest.mark.parametrize("word", ["1989", "b2", "17,3%", "di"])
def test_numbers_and_short_words_have_only_themselves(word: str) -> None:
    assert roots(word) == {word}
