"""Which lines are headings: chapters, numbers, Markdown; not contents, not sentences."""

from __future__ import annotations

import pytest

from corpus.encoder import load_language_classifier
from ingest.outline import Outline, outline
from ingest.structure import read_blocks

BODY = "Isi bagian ini ditulis di sini."


def sections(raw: str) -> tuple[Outline, ...]:
    return outline(read_blocks(raw), "Judul", load_language_classifier().probabilities, set())


def headings(raw: str) -> list[str]:
    return [block.text.text for block in read_blocks(raw) if block.kind == "heading"]


@pytest.mark.parametrize(
    ("raw", "section_id", "heading"),
    [
        ("BAB I\n\nPENDAHULUAN", "1", "BAB I PENDAHULUAN"),
        ("BAB I\nPENDAHULUAN", "1", "BAB I PENDAHULUAN"),
        ("BAB IV PENUTUP", "4", "BAB IV PENUTUP"),
        ("**BAB XIV**\n\n**PENUTUP**", "14", "BAB XIV PENUTUP"),
        ("Bab II Tinjauan Pustaka", "2", "Bab II Tinjauan Pustaka"),
        (
            "BAB II\nTinjauan Pustaka dan Kerangka Teori",
            "2",
            "BAB II Tinjauan Pustaka dan Kerangka Teori",
        ),
        (
            "BAB II\nTINJAUAN PUSTAKA DAN\nKERANGKA TEORI",
            "2",
            "BAB II TINJAUAN PUSTAKA DAN KERANGKA TEORI",
        ),
        ("CHAPTER 2: METHODS", "2", "CHAPTER 2: METHODS"),
        ("Chapter 3\n\nResults and Discussion", "3", "Chapter 3 Results and Discussion"),
        ("2.1 Teori Hubungan", "2.1", "2.1 Teori Hubungan"),
        ("2.1. Teori Hubungan", "2.1", "2.1. Teori Hubungan"),
        ("1.4.2.1 *Kegunaan* Teoritis", "1.4.2.1", "1.4.2.1 Kegunaan Teoritis"),
        ("KATA PENGANTAR", "kata-pengantar", "KATA PENGANTAR"),
        ("Abstract:", "abstract", "Abstract:"),
        ("### Latar Belakang ###", "latar-belakang", "Latar Belakang"),
        ("## 3. Hasil", "3", "3. Hasil"),
        ("## 3.2 Hasil", "3.2", "3.2 Hasil"),
        ("# C#", "c", "C#"),
        ("Latar Belakang\n==============", "latar-belakang", "Latar Belakang"),
        ("Latar Belakang\n---", "latar-belakang", "Latar Belakang"),
        ("\ufeff1.1 Latar", "1.1", "\ufeff1.1 Latar"),
        ("BAB\u00ad I\u200b", "1", "BAB\u00ad I\u200b"),
    ],
)
def test_headings(raw: str, section_id: str, heading: str) -> None:
    (found,) = sections(f"{raw}\n\n{BODY}")
    assert found.section_id == section_id
    assert found.path == (heading,)
    assert [b.text.text for p in found.paragraphs for b in p.blocks] == [BODY]


@pytest.mark.parametrize(
    "raw",
    [
        "Bab II membahas teori yang dipakai dalam penelitian ini",
        "Bab II Tinjauan Pustaka membahas teori yang\ndipakai dalam penelitian ini.",
        "Teori yang dipakai dalam penelitian ini dijelaskan pada\nBab II Tinjauan Pustaka",
        "Pendapatan kota itu pada akhirnya naik menjadi sebesar\n1.5 Juta rupiah per tahun",
        "1.5 juta orang tinggal di sana",
        "1. Pendahuluan",
        "1958 Hubungan diplomatik",
        "12.05.2020 Jakarta",
        "1.1 Latar Belakang ........ 3",
        "1.1 Latar Belakang . . . . . 3",
        "1.1 Latar Belakang…………3",
        "1.1 Latar Belakang\t3",
        "BAB I PENDAHULUAN ________ 1",
        "ABSTRAK ............ i",
        "#tagar bukan judul",
        "Abstract nouns are many in this text",
        "1.1 Ini kalimat lengkap yang diawali angka.",
        "----------",
    ],
)
def test_lines_that_are_no_headings(raw: str) -> None:
    assert headings(raw) == []


def test_a_table_of_contents_makes_no_sections() -> None:
    raw = (
        "DAFTAR ISI\n\nABSTRAK ........ i\nKATA PENGANTAR ii\nBAB I PENDAHULUAN 1\n"
        "1.1 Latar Belakang 1\n1.2 Rumusan Masalah........ 4\nDAFTAR PUSTAKA 45\n\n"
        "BAB I\nPENDAHULUAN\n\n1.1 Latar Belakang\n\nIsi satu pada tahun 2024\n\n"
        "1.2 Rumusan Masalah\n\nIsi dua."
    )
    found = sections(raw)
    assert [section.section_id for section in found] == ["daftar-isi", "1", "1.1", "1.2"]
    lines = [block.text.text for paragraph in found[0].paragraphs for block in paragraph.blocks]
    assert len(lines) == 6
    assert lines[2:4] == ["BAB I PENDAHULUAN 1", "1.1 Latar Belakang 1"]


def test_headings_need_no_blank_lines() -> None:
    raw = "BAB I\nPENDAHULUAN\n1.1 Latar Belakang\nIsi satu.\n1.2 Rumusan\nIsi dua.\n"
    assert [section.section_id for section in sections(raw)] == ["1", "1.1", "1.2"]


def test_names_that_are_taken_get_a_number() -> None:
    raw = "".join(f"# {name}\n\n{BODY}\n\n" for name in ("Hasil", "hasil", "Hasil 2", "Hasil"))
    assert [section.section_id for section in sections(raw)] == [
        "hasil",
        "hasil-2",
        "hasil-2-2",
        "hasil-3",
    ]


def test_text_before_the_first_heading_is_the_body() -> None:
    found = sections(f"{BODY}\n\n# Satu\n\n{BODY}")
    assert [(section.section_id, section.path) for section in found] == [
        ("body", ("Judul",)),
        ("satu", ("Satu",)),
    ]


def test_a_heading_without_text_speaks_the_language_of_the_text_below() -> None:
    raw = "# Bab\n\n## Method\n\nThis study uses a qualitative approach to the data of the city."
    assert [section.language for section in sections(raw)] == ["en", "en"]


def test_paths_lead_through_the_levels() -> None:
    raw = "# A\n\nx\n\n### B\n\nx\n\n## C\n\nx\n\n### D\n\nx\n\n# E\n\nx"
    assert [section.path for section in sections(raw)] == [
        ("A",),
        ("A", "B"),
        ("A", "C"),
        ("A", "C", "D"),
        ("E",),
    ]
