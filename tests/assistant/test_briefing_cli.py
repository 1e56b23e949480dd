"""The command ``brief``: what it writes, where to, and how it refuses."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader

from tests.test_cli import python, refused

BRIEF = ("-m", "assistant", "brief")


def briefed(*arguments: str, data_dir: Path) -> str:
    done = python(*BRIEF, *arguments, "--data-dir", str(data_dir))
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout


def test_it_writes_markdown_to_standard_output(built_data_dir: Path) -> None:
    text = briefed("--language", "su", data_dir=built_data_dir)
    assert text.startswith("# Palaksanaan Program Pertukeuran Tanaga Gawé")
    assert "\n*Diaos: ringkesan sareng BAB I, sadaya 11 bagian;" in text
    assert "\n**Kacindekan:** “" in text


def test_every_option_is_obeyed(built_data_dir: Path) -> None:
    text = briefed(
        *("--document", "jakarta-tokyo", "--section", "1.4", "--language", "en"),
        *("--length", "medium", "--format", "md"),
        data_dir=built_data_dir,
    )
    assert "*Read: 1.4 Objectives and Uses of the Research, sections: 5 of 11" in text
    topic = briefed("--topic", "smart city", "--language", "id", data_dir=built_data_dir)
    assert topic.startswith("# smart city\n\n*Dokumen yang dicari: 1;")


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_it_writes_files(built_data_dir: Path, tmp_path: Path, form: str) -> None:
    file = tmp_path / f"briefing.{form}"
    told = briefed("--format", form, "--output", str(file), data_dir=built_data_dir)
    assert told == ""
    data = file.read_bytes()
    title = "IMPLEMENTASI PROGRAM PERTUKARAN TENAGA KERJA"
    if form == "docx":
        assert Document(BytesIO(data)).paragraphs[0].text.startswith(title)
    else:
        assert title in PdfReader(BytesIO(data)).pages[0].extract_text()
    assert [path.name for path in tmp_path.iterdir()] == [file.name]


def test_what_cannot_be_briefed_is_refused_in_one_line(
    built_data_dir: Path, tmp_path: Path
) -> None:
    data = ("--data-dir", str(built_data_dir))
    line = refused("brief", "--section", "7", *data)
    assert line.startswith(
        "sitir: no section '7' in the document 'jakarta-tokyo'; it has: abstrak,"
    )
    assert refused("brief", "--document", "x", *data) == (
        "sitir: no document 'x' is held; held: jakarta-tokyo"
    )
    assert "give one of the two" in refused("brief", "--section", "1", "--topic", "kota", *data)
    missing = str(tmp_path / "no" / "folder.pdf")
    assert f"cannot write {missing!r}" in refused("brief", "--output", missing, *data)
    assert "unknown language 'fr'" in refused("brief", "--language", "fr", *data)
