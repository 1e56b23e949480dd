"""Text for search: what is not seen does not count, and spellings meet."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.text import fold, ngrams, visible, words

TEXT = "Pamaréntah Kota Jakarta, 17,3% tina ékonomi – kota-kota séjén."


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_normal_forms_have_the_same_words(form: str) -> None:
    assert words(unicodedata.normalize(form, TEXT)) == words(TEXT)


@pytest.mark.parametrize(
    "unseen", ["\u00ad", "\u200b", "\u200d", "\ufeff", "\u2066", "\u202e", "\ufe0f", "\U000e0041"]
)
def test_what_is_not_seen_does_not_part_words(unseen: str) -> None:
    """B10, B11."""
    assert words(unseen.join(TEXT)) == words(TEXT)
    assert visible(unseen.join(TEXT)) == TEXT


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("interna- sional", ("internasional",)),
        ("sis-\ntem kota", ("sistem", "kota")),
        ("kota-\nkota", ("kota", "kota")),
        ("kota- kotanya", ("kota", "kotanya")),
        ("pre- and post-war", ("pre", "and", "post", "war")),
        ("antar- dan intranegara", ("antar", "dan", "intranegara")),
        ("lintas – batas", ("lintas", "batas")),
        ("lintas - batas", ("lintas", "batas")),
        ("1958- kota", ("1958", "kota")),
    ],
)
def test_a_word_hyphenated_at_the_end_of_a_line_is_one(
    text: str, expected: tuple[str, ...]
) -> None:
    assert words(text) == expected


@given(st.text())
def test_folding_is_done_once_for_all(text: str) -> None:
    once = fold(text)
    assert fold(once) == once
    assert all(word == fold(word) for word in words(text))


def test_n_grams_have_marked_edges() -> None:
    assert ngrams("ab") == {"<ab", "ab>", "<ab>"}
    assert ngrams("") == frozenset()


@pytest.mark.parametrize("text", ["A" * 300_000, "a- " * 100_000, "a-" * 150_000])
def test_odd_text_takes_no_longer(text: str) -> None:
    started = time.perf_counter()
    assert words(text)
    assert time.perf_counter() - started < 2
