"""Canonical text: only marks and whitespace go, and every character finds its way back."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.canonical import MappedText, fold_whitespace, raw_span, strip_emphasis
from corpus.errors import SitirError
from corpus.records import Span
from corpus.text import fold, ngrams, words

pieces = st.lists(
    st.sampled_from(
        [
            *("*", "**", "_", " ", "  ", "\t", "\n", "\r\n", "\f", "kota", "é", "e\u0301", "5"),
            *("\u00ad", "\u200b", ".", ",", "–", "“", "a_b", "Jakarta"),
        ]
    ),
    max_size=40,
).map("".join)


@given(pieces)
def test_only_marks_and_whitespace_are_lost(raw: str) -> None:
    cleaned = MappedText.of(raw).cleaned()
    assert re.sub(r"[*_\s]", "", cleaned.text) == re.sub(r"[*_\s]", "", raw)
    assert cleaned.text == fold_whitespace(cleaned.text)
    assert cleaned.text == fold_whitespace(strip_emphasis(raw))


@given(pieces, st.integers(0, 1000))
def test_every_character_finds_its_way_back(raw: str, at: int) -> None:
    cleaned = MappedText.of(raw).cleaned()
    segments = cleaned.segments(at)
    assert sum(segment.length for segment in segments) == len(cleaned.text)
    for place, char in enumerate(cleaned.text):
        span = raw_span(segments, at + place, at + place + 1)
        there = raw[span.start : span.end]
        assert there == char or (char == " " and there.isspace())


@given(pieces)
def test_a_span_reads_back_from_the_raw_text(raw: str) -> None:
    cleaned = MappedText.of(raw).cleaned()
    if not cleaned.text:
        return
    span = raw_span(cleaned.segments(0), 0, len(cleaned.text))
    there = re.sub(r"[*_\s]", "", raw[span.start : span.end])
    assert there == re.sub(r"[*_\s]", "", cleaned.text)


@pytest.mark.parametrize(
    ("raw", "canonical"),
    [
        ("kerja sama *sister city* antara", "kerja sama sister city antara"),
        ("*service city* nya", "service city nya"),
        ("judul **“MENJADI *SERVICE CITY*”**", "judul “MENJADI SERVICE CITY”"),
        ("***tebal***", "tebal"),
        ("_miring_ dan __tebal__", "miring dan tebal"),
        ("ko*t\U000e0041\U000e007fa* \U000e0020", "ko*ta*"),
        ("*\U000e0041kota*", "kota"),
        ("5 * 3 * 2", "5 * 3 * 2"),
        ("nama_berkas_panjang", "nama_berkas_panjang"),
        ("2*3*4", "2*3*4"),
        ("satu * saja", "satu * saja"),
        ("a*b*c", "a*b*c"),
        ("2**3*4", "2**3*4"),
        ("2**3**4", "2**3**4"),
        ("f(*args, **options)", "f(*args, **options)"),
        ("(*p < 0,05; **p < 0,01)", "(*p < 0,05; **p < 0,01)"),
        ("*) catatan kaki", "*) catatan kaki"),
        ("*miring* dan *tak tertutup", "miring dan *tak tertutup"),
        ("**tebal** dan **tak tertutup", "tebal dan **tak tertutup"),
        ("**bold *nested* text**", "bold nested text"),
        ("**tebal *di ujung***", "tebal di ujung"),
        ("***di awal* tebal**", "di awal tebal"),
        ("**dua\nbaris** dan _dua\nbaris_", "dua baris dan dua baris"),
        ("*dua\n\nparagraf*", "*dua paragraf*"),
        ("\\*bintang*", "\\*bintang*"),
        ("e\u0301*x*", "e\u0301*x*"),
        ("________", "________"),
        ("lintas – batas", "lintas – batas"),
        ("a\r\nb\tc\fd", "a b c d"),
        ("  pinggir  ", "pinggir"),
        ("", ""),
    ],
)
def test_emphasis_goes_and_nothing_else(raw: str, canonical: str) -> None:
    assert MappedText.of(raw).cleaned().text == canonical


def test_a_place_outside_of_the_file_is_refused() -> None:
    segments = MappedText.of("abc").segments(10)
    assert raw_span(segments, 11, 13).start == 1
    for start, end in ((0, 5), (12, 14), (11, 11)):
        with pytest.raises(SitirError, match=r"offset|no text"):
            raw_span(segments, start, end)


@pytest.mark.parametrize(
    "raw", ["**a " * 75_000, "*a " * 100_000, "_a " * 100_000, "*" * 300_000, "*a\n" * 100_000]
)
def test_open_marks_by_the_thousand_take_no_longer(raw: str) -> None:
    started = time.perf_counter()
    assert "".join(MappedText.of(raw).cleaned().text.split()) == "".join(raw.split())
    assert time.perf_counter() - started < 3


def test_a_text_is_gathered_from_spans() -> None:
    text = MappedText.gather("kota *besar* dan kecil", [Span(0, 12), Span(16, 22)]).cleaned()
    assert text.text == "kota besar kecil"
    assert [text.text[i] for i in (5, 10, 11)] == ["b", " ", "k"]
    assert [text.offsets[i] for i in (5, 10, 11)] == [6, 16, 17]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ÉFÉKTIF", "efektif"),
        ("e\u0301fe\u0301ktif", "éféktif"),
        ("ko\u00adta", "kota"),
        ("ko\u200bta", "kota"),
        ("kota–kota", "kota-kota"),
        ("do’a", "do'a"),
    ],
)
def test_folding_brings_spellings_together(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_words_keep_numbers_and_drop_possessives() -> None:
    assert words("Jakarta's 17,3% (1.000) kota-kota, W.Cresswell!") == (
        "jakarta",
        "17,3%",
        "1.000",
        "kota",
        "kota",
        "w",
        "cresswell",
    )
    assert "<ko" in ngrams("kota")
    assert "ota>" in ngrams("kota")
