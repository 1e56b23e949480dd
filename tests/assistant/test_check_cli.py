"""``verify`` on the command line: files in, a report out, one line for an expected fault."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.checking.file import read_given
from assistant.checking.lines import plain_json, report_lines
from assistant.session import Assistant
from corpus.errors import UnreadableFileError

PARAGRAPH = "Ia menulis “berhasil menjalin kerja sama dengan 27 kota lainnya di dunia” (1.1).\n"
REFUSED = [
    ("teks.docx", b"x", r"reads \.md and \.txt files, not '\.docx'"),
    ("teks", b"x", r"not ''"),
    ("kosong.txt", b" \n\t", "it is empty"),
    ("bom.txt", b"\xef\xbb\xbf", "it is empty"),
    ("lama.txt", b"kota \xe9fektif", "not UTF-8: byte 0xe9 at position 5"),
    ("biner.md", b"kota\x00dua", r"control character U\+0000 at position 4"),
    ("panjang.txt", b"kota " * 40_001, "200,005 characters, more than 200,000"),
    ("besar.txt", b"k" * 900_000, "more than 800,004 bytes"),
]


def verify(*arguments: str, text: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "assistant", "verify", *arguments],
        input=text,
        capture_output=True,
        check=False,
        timeout=120,
    )


@pytest.mark.parametrize(("name", "data", "problem"), REFUSED)
def test_a_file_that_cannot_be_read_says_why(
    tmp_path: Path, name: str, data: bytes, problem: str
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(UnreadableFileError, match=problem):
        read_given(tmp_path / name)


def test_no_file_and_a_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="no such file"):
        read_given(tmp_path / "none.txt")
    (tmp_path / "folder.txt").mkdir()
    with pytest.raises(UnreadableFileError, match="it is not a file"):
        read_given(tmp_path / "folder.txt")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_files_are_read(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "teks.TXT"
    file.write_bytes(PARAGRAPH.encode(encoding))
    assert read_given(file) == PARAGRAPH


def test_standard_input_is_reported_in_the_language_asked_for(built_data_dir: Path) -> None:
    place = ("--data-dir", str(built_data_dir))
    done = verify("-", "--language", "en", *place, text=PARAGRAPH.encode())
    assert done.returncode == 0, done.stderr
    said = done.stdout.decode()
    assert "1. [quote] This quote differs from the text." in said
    assert "given “27”; the text: “21”" in said
    assert "jakarta-tokyo/1.1/5" in said


def test_json_is_the_report(built_data_dir: Path, tmp_path: Path) -> None:
    (tmp_path / "teks.md").write_text(PARAGRAPH, encoding="utf-8")
    done = verify(str(tmp_path / "teks.md"), "--json", "--data-dir", str(built_data_dir))
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert list(report)[:4] == ["language", "text_language", "length", "findings"]
    (finding,) = report["findings"]
    assert finding["verdict"] == "altered"
    assert PARAGRAPH[finding["start"] : finding["end"]] == finding["text"]
    assert finding["citations"][0]["passage_id"] == "jakarta-tokyo/1.1/5"
    assert report["counts"]["altered"] == 1


def test_an_expected_fault_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "teks.pdf").write_bytes(b"%PDF-1.7")
    done = verify(str(tmp_path / "teks.pdf"), "--data-dir", str(tmp_path))
    assert (done.returncode, done.stdout) == (1, b"")
    (line,) = done.stderr.decode().strip().splitlines()
    assert line.startswith("python -m assistant: cannot read ")
    assert "'.pdf'" in line


def test_what_steers_a_terminal_is_not_printed(assistant: Assistant) -> None:
    text = "“berhasil \x1b[31mmenjalin\x07 kerja\x9b1m sama \u202edengan 27 kota lainnya”"
    report = assistant.check(text)
    printed = report_lines(report)
    assert not {char for char in printed if char < " " and char != "\n"}
    assert not set(printed) & {"\x7f", "\x9b", "\u202e"}
    escaped = plain_json(json.dumps(report.to_json(), ensure_ascii=False))
    assert not set(escaped) & {"\x1b", "\x9b", "\u202e"}
    assert json.loads(escaped) == json.loads(json.dumps(report.to_json()))
