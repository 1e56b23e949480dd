"""Headings, paragraphs, lists and page breaks; the section tree and its languages."""

from __future__ import annotations

import pytest

from corpus.encoder import load_language_classifier
from ingest.outline import Outline, outline, slug
from ingest.structure import read_blocks


def kinds(raw: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text.text) for block in read_blocks(raw)]


def sections(raw: str) -> tuple[Outline, ...]:
    return outline(read_blocks(raw), "Judul", load_language_classifier().probabilities, set())


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (
            "Kota Tokyo yang\n\nberperan sebagai ibu kota.",
            "Kota Tokyo yang berperan sebagai ibu kota.",
        ),
        ("aktivitas bisnis\n\nnasional juga.", "aktivitas bisnis nasional juga."),
        ("kerja sama dengan\n\nKota Tokyo.", "kerja sama dengan Kota Tokyo."),
        ("baris satu\nbaris dua.", "baris satu baris dua."),
        ("halaman satu\fhalaman dua.", "halaman satu halaman dua."),
    ],
)
def test_cut_paragraphs_are_joined(raw: str, text: str) -> None:
    assert kinds(raw) == [("paragraph", text)]


def test_a_citation_goes_back_to_its_sentence() -> None:
    assert kinds("Pada 24 Mei 1960.\n\n(Situmorang, 2018) Berdasarkan data, ada 47.") == [
        ("paragraph", "Pada 24 Mei 1960. (Situmorang, 2018)"),
        ("paragraph", "Berdasarkan data, ada 47."),
    ]


def test_whole_paragraphs_stay_apart() -> None:
    assert len(kinds("Satu kalimat.\n\nDua kalimat.")) == 2
    assert len(kinds("1990 adalah tahunnya.\n\n2024 juga.")) == 2


@pytest.mark.parametrize(
    ("raw", "items"),
    [
        ("yaitu:\n\n1. satu.\n2. dua.\n\n3. tiga.", ["1. satu.", "2. dua.", "3. tiga."]),
        ("yaitu:\n- 1) satu.\n- 2) dua.", ["- 1) satu.", "- 2) dua."]),
        ("yaitu:\n* satu\n* dua", ["* satu", "* dua"]),
        ("yaitu:\n(a) satu\n(b) dua", ["(a) satu", "(b) dua"]),
        ("yaitu:\n• satu\n• dua", ["• satu", "• dua"]),
        (
            "yaitu:\n1. satu yang\nterpotong baris\n2. dua",
            ["1. satu yang terpotong baris", "2. dua"],
        ),
        (
            "yaitu:\n1. satu yang\n\nterpotong halaman\n2. dua",
            ["1. satu yang terpotong halaman", "2. dua"],
        ),
    ],
)
def test_lists(raw: str, items: list[str]) -> None:
    found = kinds(raw)
    assert found[0] == ("paragraph", "yaitu:")
    assert [text for kind, text in found if kind == "list_item"] == items
    paragraphs = sections(raw)[0].paragraphs
    assert [len(paragraph.blocks) for paragraph in paragraphs] == [1 + len(items)]


def test_the_section_tree_of_a_thesis() -> None:
    raw = (
        "ABSTRAK\n\nIsi abstrak.\n\nBAB I\n\nPENDAHULUAN\n\n1.1 Latar Belakang\n\nIsi satu.\n\n"
        "1.4 Tujuan\n\n1.4.1 Tujuan Penelitian\n\nIsi dua.\n\nBab II Tinjauan Pustaka\n\n"
        "2.1. Teori\n\nIsi tiga.\n\nCHAPTER 3: METHODS\n\nIsi empat.\n\n"
        "DAFTAR PUSTAKA\n\nIsi lima.\n"
    )
    found = sections(raw)
    assert [s.section_id for s in found] == [
        "abstrak",
        "1",
        "1.1",
        "1.4",
        "1.4.1",
        "2",
        "2.1",
        "3",
        "daftar-pustaka",
    ]
    tree = {s.section_id: s.path for s in found}
    assert tree["1"] == ("BAB I PENDAHULUAN",)
    assert tree["1.4.1"] == ("BAB I PENDAHULUAN", "1.4 Tujuan", "1.4.1 Tujuan Penelitian")
    assert tree["2.1"] == ("Bab II Tinjauan Pustaka", "2.1. Teori")
    assert tree["daftar-pustaka"] == ("DAFTAR PUSTAKA",)


def test_markdown_headings() -> None:
    found = sections(
        "# Judul Utama\n\nPembuka.\n\n## Latar\n\nIsi.\n\n### Rinci #\n\nIsi.\n\n## Latar\n\nIsi."
    )
    assert [s.section_id for s in found] == ["judul-utama", "latar", "rinci", "latar-2"]
    assert found[2].path == ("Judul Utama", "Latar", "Rinci")
    assert found[3].path == ("Judul Utama", "Latar")


@pytest.mark.parametrize(
    "line",
    [
        "Bab II membahas teori yang dipakai dalam penelitian ini.",
        "1.1 Latar Belakang ........................ 3",
        "1.1 Latar Belakang . . . . . . . 3",
        "1. Penelitian ini dilakukan untuk mengetahui.",
        "Abstract nouns are many in this text.",
    ],
)
def test_lines_that_are_no_headings(line: str) -> None:
    assert kinds(line)[0][0] != "heading"


def test_text_without_headings_is_one_section() -> None:
    found = sections("Sebuah teks saja. Tanpa judul apa pun.")
    assert [(s.section_id, s.path) for s in found] == [("body", ("Judul",))]


def test_languages_are_told_by_paragraph() -> None:
    raw = (
        "# Campuran\n\nPemerintah daerah memiliki wewenang untuk menjalin kerja sama internasional "
        "dengan kota lain di dunia.\n\nThe city government has the authority to establish "
        "international cooperation with other cities in the world.\n\nPamaréntah daérah gaduh "
        "wewenang pikeun ngajalin gawé bareng internasional sareng kota-kota séjén di dunya."
    )
    assert [p.language for p in sections(raw)[0].paragraphs] == ["id", "en", "su"]


def test_slugs_are_safe() -> None:
    assert slug("../../Tésis Akhir (2024)") == "tesis-akhir-2024"
    assert slug("\u202e../\x00") == ""
    assert len(slug("a" * 300)) == 80
