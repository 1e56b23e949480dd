"""Headings, paragraphs, lists and page breaks; the section tree and its languages."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.canonical import fold_whitespace
from corpus.encoder import load_language_classifier
from corpus.text import visible
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
        ("halaman satu\n\fhalaman dua.", "halaman satu halaman dua."),
        ("kerja sama *sister\n\ncity* itu.", "kerja sama sister city itu."),
        (
            "kota yang\n\n(Situmorang, 2018) sebutkan itu.",
            "kota yang (Situmorang, 2018) sebutkan itu.",
        ),
        (
            "interaksi yang terjadi itu bersifat lintas\n– batas negara.",
            "interaksi yang terjadi itu bersifat lintas – batas negara.",
        ),
        (
            "Jumlah kota yang tercatat sampai sekarang sebanyak\n47. Itu banyak.",
            "Jumlah kota yang tercatat sampai sekarang sebanyak 47. Itu banyak.",
        ),
    ],
)
def test_cut_paragraphs_are_joined(raw: str, text: str) -> None:
    assert kinds(raw) == [("paragraph", text)]


def test_a_citation_goes_back_to_its_sentence() -> None:
    assert kinds("Pada 24 Mei 1960.\n\n(Situmorang, 2018) Berdasarkan data, ada 47.") == [
        ("paragraph", "Pada 24 Mei 1960. (Situmorang, 2018)"),
        ("paragraph", "Berdasarkan data, ada 47."),
    ]


@pytest.mark.parametrize(
    ("raw", "texts"),
    [
        ("*(A, 2018)* Lalu kota.", ["Awal. (A, 2018)", "Lalu kota."]),
        ("(A, 2018). Lalu kota.", ["Awal. (A, 2018).", "Lalu kota."]),
        ("(A, 2018)", ["Awal. (A, 2018)"]),
        ("(A, 2018) menyatakan hal itu.", ["Awal.", "(A, 2018) menyatakan hal itu."]),
        ("(Pada tahun 1990) Lalu kota.", ["Awal.", "(Pada tahun 1990) Lalu kota."]),
    ],
)
def test_what_a_paragraph_opens_with(raw: str, texts: list[str]) -> None:
    assert [text for _, text in kinds(f"Awal.\n\n{raw}")] == texts


@pytest.mark.parametrize(
    "raw",
    [
        "Satu kalimat.\n\nDua kalimat.",
        "1990 adalah tahunnya.\n\n2024 juga.",
        "Satu kalimat.\n\u200b\nDua kalimat.",
        "Tabel 1\n\nKota Tokyo.",
        "kelas A\n\nKota Tokyo.",
    ],
)
def test_whole_paragraphs_stay_apart(raw: str) -> None:
    assert [kind for kind, _ in kinds(raw)] == ["paragraph", "paragraph"]


@pytest.mark.parametrize(
    ("raw", "items"),
    [
        ("yaitu:\n\n1. satu.\n2. dua.\n\n3. tiga.", ["1. satu.", "2. dua.", "3. tiga."]),
        ("yaitu:\n- 1) satu.\n- 2) dua.", ["- 1) satu.", "- 2) dua."]),
        ("yaitu:\n* satu\n* dua", ["* satu", "* dua"]),
        ("yaitu:\n(a) satu\n(b) dua", ["(a) satu", "(b) dua"]),
        ("yaitu:\n• satu\n• dua", ["• satu", "• dua"]),
        ("yaitu:\n- satu\n- dua", ["- satu", "- dua"]),
        ("yaitu:\n– satu\n– dua", ["– satu", "– dua"]),
        ("yaitu:\n1) satu\n2) dua", ["1) satu", "2) dua"]),
        ("yaitu:\na. satu\nb. dua", ["a. satu", "b. dua"]),
        ("yaitu:\ni. satu\nii. dua\niii. tiga", ["i. satu", "ii. dua", "iii. tiga"]),
        ("yaitu:\n\u200b1. satu\n2. dua", ["\u200b1. satu", "2. dua"]),
        ("yaitu:\n  1. satu\n  2. dua", ["1. satu", "2. dua"]),
        ("yaitu:\n1. satu.\n\n\n2. dua.", ["1. satu.", "2. dua."]),
        (
            "yaitu:\n1. kerja sama internasional yang bersifat lintas\n– batas\n2. dua",
            ["1. kerja sama internasional yang bersifat lintas – batas", "2. dua"],
        ),
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


@pytest.mark.parametrize(
    "raw",
    [
        "1958. Tahun itu penting.",
        "(2018) menyatakan hal itu.",
        "-5 derajat",
        "*miring* di awal",
        "W. Cresswell menulis.",
        "12.5 persen",
    ],
)
def test_what_is_no_item_of_a_list(raw: str) -> None:
    assert [kind for kind, _ in kinds(raw)] == ["paragraph"]


pieces = st.lists(
    st.sampled_from(
        [
            *("*", "**", "***", "_", " ", "\t", "\n", "\n\n", "\r\n", "\r\n\r\n", "\f", "\u2028"),
            *("# ", "## ", "1. ", "- ", "– ", "(a) ", "kota", "Kota", "yang", "é", "e\u0301", "."),
            *(":", "(Mukti, 2013)", "BAB I", "1.1 Latar", "ABSTRAK", "DAFTAR ISI", "....", "12"),
            *("\u00ad", "\u200b", "\ufeff", "“", "”", "5 * 3", "a*b*c", "===", "---"),
        ]
    ),
    max_size=40,
).map("".join)


def bare(text: str) -> str:
    """Return what is seen of ``text`` without whitespace and all that may be a mark."""
    return re.sub(r"[\s*_#=-]", "", visible(text))


@given(pieces)
@settings(deadline=None)
def test_only_marks_and_whitespace_are_lost(raw: str) -> None:
    blocks = read_blocks(raw)
    assert bare("".join(block.text.text for block in blocks)) == bare(raw)
    offsets = [place for block in blocks for place in block.text.offsets]
    assert offsets == sorted(set(offsets))
    for block in blocks:
        assert block.text.text == fold_whitespace(block.text.text) != ""
        for char, place in zip(block.text.text, block.text.offsets, strict=True):
            assert raw[place] == char or (char == " " and raw[place].isspace())


@given(pieces, st.sampled_from(["\u00ad", "\u200b", "\u2060"]))
@settings(deadline=None)
def test_what_is_not_seen_changes_no_structure(raw: str, unseen: str) -> None:
    """B10."""
    plain = raw.replace("\u00ad", "").replace("\u200b", "").replace("\ufeff", "")
    hidden = re.sub(r"(?<=[a-zA-Z])(?=[a-z])", unseen, plain)
    found = [(kind, visible(text)) for kind, text in kinds(hidden)]
    assert found == kinds(plain)


@pytest.mark.parametrize(
    "raw",
    [
        "\n\n".join(["kota jakarta bekerja sama dengan kota tokyo yang"] * 10_000),
        "# a\n" * 20_000,
        "# a" + " " * 200_000 + "b",
        "# a" + " #" * 100_000 + "b",
        "\n" * 100_000 + "a",
        "(2001, " * 50_000,
        "(" + "id." * 100_000,
        "1. a\n" * 30_000,
    ],
)
def test_odd_files_take_no_longer(raw: str) -> None:
    started = time.perf_counter()
    sections(raw)
    assert time.perf_counter() - started < 5


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
