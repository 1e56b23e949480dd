"""Where sentences end, and which works they cite."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.sentences import cited_works, split_sentences


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
        "Menurut Sitinjak et al. (2014), Kota Jakarta berubah.",
        "Menurut Sitinjak dkk. (2014) Kota Jakarta berubah.",
        "Benar. (Situmorang, 2018), Kota Jakarta juga.",
        "Buku, jurnal, dll. yang terkait.",
        "Ia bertanya “Apa itu?” kepada mereka.",
        "“Bagaimana implementasi program itu, dan mengapa?”",
        "kapentingan kotana masing-masing .",
        "Kota itu … lalu berubah.",
        "Kota itu ... lalu berubah.",
        "Pada pukul 17.30 WIB rapat dimulai.",
        "Lihat www.jakarta.go.id untuk itu.",
        "1. Penelitian ini dilakukan.",
        "kabeh éféktif.\u200b lamun ditilik.",
    ],
)
def test_one_sentence_stays_one(whole: str) -> None:
    assert parts(whole) == [whole]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kota satu.\u200b Kota dua.\u00ad Kota tiga.",
            ["Kota satu.\u200b", "Kota dua.\u00ad", "Kota tiga."],
        ),
        ("Kota . . . Tokyo.", ["Kota . . .", "Tokyo."]),
        (
            "Ia lahir. (Pada tahun 1990 ia pergi.) Lalu kembali.",
            ["Ia lahir.", "(Pada tahun 1990 ia pergi.)", "Lalu kembali."],
        ),
        ("Ikut orang lain, dkk. Kota itu ramai.", ["Ikut orang lain, dkk.", "Kota itu ramai."]),
        ("Vitamin C. (Mukti, 2013) Lalu kota.", ["Vitamin C. (Mukti, 2013)", "Lalu kota."]),
        ("Kota itu ramai. (2) Kota lain sepi.", ["Kota itu ramai.", "(2) Kota lain sepi."]),
        ("Sungguh?! Ya.", ["Sungguh?!", "Ya."]),
        ("“Sudah selesai.” Kota itu ramai.", ["“Sudah selesai.”", "Kota itu ramai."]),
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
        ("Sejak lama (24 Mei 1960) dan (April 1958).", []),
        ("Sejak lama (sejak 1958) dan (pada tahun 1990).", []),
        ("Di sana (Jakarta, April 1958).", []),
        ("Masa itu (Orde Baru, 1966–1998).", []),
        ("Pada Mei (1960) dan (2018).", []),
        ("Benar (Situmorang 2018).", ["Situmorang 2018"]),
        ("Benar (Situmorang, 2018: 45).", ["Situmorang, 2018: 45"]),
        ("Benar (Situmorang, 2018, hlm. 4).", ["Situmorang, 2018, hlm. 4"]),
        ("Menurut Situmorang (2018, hlm. 4) begitu.", ["Situmorang, 2018"]),
        ("Menurut Sitinjak et al. (2014) begitu.", ["Sitinjak et al., 2014"]),
        ("Menurut Pe\u0301rez (2014) begitu.", ["P\u00e9rez, 2014"]),
        ("Benar. (Mu\u00adkti, 20\u200b13)", ["Mukti, 2013"]),
        ("Benar (UU No. 37 Tahun 1999).", ["UU No. 37 Tahun 1999"]),
        ("Dua (Parama, 2021; Mukti, 2013).", ["Parama, 2021", "Mukti, 2013"]),
        ("Benar (www.kemlu.go.id, diakses 2020).", ["www.kemlu.go.id, diakses 2020"]),
        ("Ulang (Mukti, 2013) lagi (Mukti, 2013).", ["Mukti, 2013"]),
    ],
)
def test_cited_works(sentence: str, works: list[str]) -> None:
    found = cited_works(sentence)
    assert [cited.work for cited in found] == works
    assert all(cited.scope == "this_sentence" for cited in found)


@pytest.mark.parametrize(
    "text",
    [
        "Ya. " * 75_000,
        "a. " * 100_000,
        "." * 300_000 + "x",
        ".”" * 150_000 + "x",
        "(2001, " * 50_000,
        "(" + "id." * 100_000,
        "A" * 300_000,
        "Kota. " + "(" * 300_000,
        "Kota." + " " * 300_000 + "x",
    ],
)
def test_odd_paragraphs_take_no_longer(text: str) -> None:
    started = time.perf_counter()
    spans = split_sentences(text)
    joined = "".join(text[s.start : s.end] for s in spans)
    assert "".join(joined.split()) == "".join(text.split())
    cited_works(text)
    assert time.perf_counter() - started < 4
