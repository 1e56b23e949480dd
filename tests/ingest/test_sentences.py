"""Where sentences end, and which works they cite."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.sentences import cited_works, split_sentences


def parts(text: str) -> list[str]:
    return [text[span.start : span.end] for span in split_sentences(text)]


@pytest.mark.parametrize(
    "whole",
    [
        "Sistem itu berubah. (Situmorang, 2018)",
        "Kota itu tercatat. (Sitinjak et al., 2014)",
        "Sarana yang memadai. (jakarta.go.id)",
        "Menurut Sitinjak et al. Kota itu lain.",
        "Kontribusi sebanyak 17,3% dari 1.000.000 kota.",
        "Metode John W. Cresswell dipakai.",
        "Metode John W.Cresswell dipakai.",
        "Hingga per-tahun 2024 masih berlaku.",
        "program anu éféktif. lamun ditilik tina sudut pandang kualitatif.",
        "Sanggeus legalisasi. tina hubungan anu hadé, suksés.",
        "Lihat hal. 5 dan No. 7 saja.",
        "Menurut Dr. Budi dan Prof. Ani begitu.",
        "Ada beberapa hal: (1) banjir; (2) kebakaran; (3) gempa.",
        "Tanpa titik di akhir",
    ],
)
def test_one_sentence_stays_one(whole: str) -> None:
    assert parts(whole) == [whole]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Satu. Dua! Tiga? Empat…", ["Satu.", "Dua!", "Tiga?", "Empat…"]),
        (
            "Diplomasi. (Mukti, 2013) Salah satu bentuk itu.",
            ["Diplomasi. (Mukti, 2013)", "Salah satu bentuk itu."],
        ),
        ("Pada 1960. 47 kota ikut.", ["Pada 1960.", "47 kota ikut."]),
        ("Katanya “Mari!” Lalu pergi.", ["Katanya “Mari!”", "Lalu pergi."]),
        ("He said no. Then he left.", ["He said no.", "Then he left."]),
        ("Ada beberapa hal. Kota itu satu.", ["Ada beberapa hal.", "Kota itu satu."]),
        ("Buku, jurnal, dll. Kota itu lain.", ["Buku, jurnal, dll.", "Kota itu lain."]),
        ("A. (X, 2001) (Y, 2002) B.", ["A. (X, 2001) (Y, 2002)", "B."]),
    ],
)
def test_sentences_end_where_they_should(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


@given(
    st.lists(
        st.sampled_from(
            ["Kota", "kota", ".", "!", " ", "  ", "(A, 2018)", "dr.", "5", "“", "”", ":", "é", "\n"]
        ),
        max_size=40,
    ).map("".join)
)
def test_no_character_is_lost(text: str) -> None:
    spans = split_sentences(text)
    assert "".join("".join(parts(text)).split()) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(text[s.start : s.end].strip() == text[s.start : s.end] != "" for s in spans)


@pytest.mark.parametrize(
    ("sentence", "works"),
    [
        ("Benar. (Situmorang, 2018)", ["Situmorang, 2018"]),
        ("Benar (Sitinjak et al., 2014).", ["Sitinjak et al., 2014"]),
        ("Dua (Mukti, 2013; Parama, 2021).", ["Mukti, 2013", "Parama, 2021"]),
        ("Menurut Situmorang (2018) begitu.", ["Situmorang, 2018"]),
        ("Memadai. (jakarta.go.id)", ["jakarta.go.id"]),
        ("Memorandum of Understanding (MoU) pada 24 Mei 1960.", []),
        ("Keduanya (1) dan (2) saja.", []),
    ],
)
def test_cited_works(sentence: str, works: list[str]) -> None:
    found = cited_works(sentence)
    assert [cited.work for cited in found] == works
    assert all(cited.scope == "this_sentence" for cited in found)
