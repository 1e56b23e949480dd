"""From paths to documents: which, by what name, and under what title."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.errors import DocumentError
from corpus.settings import Settings
from corpus.store import Store
from ingest.build import BuildReport, build
from ingest.sources import find_sources, read_source
from ingest.splitting import SPLITTER

TITLE = "DIPLOMASI KOTA JAKARTA\nDAN KOTA TOKYO PADA 1989"
JOINED = TITLE.replace("\n", " ")
TEXT = "Kota Bandung bekerja sama dengan Kota Braunschweig sejak tahun 1960.\n"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    settings = Settings(data_dir=tmp_path / "data")
    with Store.open(settings, splitter=SPLITTER, create=True) as opened:
        yield opened


def write(path: Path, text: str = TEXT) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def states(report: BuildReport) -> dict[str, str]:
    return {outcome.document_id: outcome.state for outcome in report.outcomes}


def ids(*paths: Path) -> list[str]:
    return [source.document_id for source in find_sources(paths)]


def test_one_path_twice_is_one_document(tmp_path: Path) -> None:
    path = write(tmp_path / "satu.txt")
    (tmp_path / "x").mkdir()
    assert ids(path, path, tmp_path / "x" / ".." / "satu.txt") == ["satu"]


def test_a_folder_holds_documents_of_both_kinds(tmp_path: Path) -> None:
    write(tmp_path / "rak" / "b.txt")
    write(tmp_path / "rak" / ".sembunyi.txt")
    write(tmp_path / "rak" / "gambar.png")
    write(tmp_path / "rak" / "kosong" / "c.txt")
    write(tmp_path / "rak" / "naskah" / "thesis.toml", 'title = "N"\nfiles = ["a.txt"]')
    write(tmp_path / "rak" / "naskah" / "a.txt")
    assert ids(tmp_path / "rak") == ["b", "naskah"]


def test_the_working_folder_has_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "naskah" / "thesis.toml", 'title = "N"\nfiles = ["a.txt"]')
    monkeypatch.chdir(tmp_path / "naskah")
    assert ids(Path()) == ["naskah"]
    assert ids(Path("..") / "naskah") == ["naskah"]


@pytest.mark.parametrize("name", ["a" * 300 + ".txt", "x/" * 3000 + "a.txt", "a\x00b.txt"])
def test_paths_that_cannot_be_are_refused(tmp_path: Path, name: str) -> None:
    """B7."""
    with pytest.raises(DocumentError, match=r"^cannot read "):
        find_sources([tmp_path / name])


def test_a_name_is_shown_escaped(tmp_path: Path) -> None:
    """B7."""
    with pytest.raises(DocumentError) as caught:
        find_sources([tmp_path / "\u202etxt.exe\n.txt"])
    assert "\\u202etxt.exe\\n.txt" in str(caught.value)
    assert "\u202e" not in str(caught.value)


def test_a_name_in_another_encoding_is_kept_as_far_as_it_can_be(
    store: Store, tmp_path: Path
) -> None:
    """B7."""
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/laporan \xe9.txt"))
    write(path)
    assert states(build(store, [path])) == {"laporan": "added"}
    document = store.catalog.document("laporan")
    assert document.files[0].name == r"laporan \xe9.txt"
    write(path, TEXT + "Itu saja.")
    assert states(build(store, [path])) == {"laporan": "replaced"}


def test_a_similar_name_takes_no_other_document_s_place(store: Store, tmp_path: Path) -> None:
    build(store, [write(tmp_path / "Laporan 1.txt")])
    held = store.catalog.document("laporan-1")
    report = build(store, [write(tmp_path / "Laporan (1).txt", "Lain sama sekali.")])
    assert states(report) == {"laporan-1": "failed"}
    assert "would take the place of 'Laporan 1.txt'" in report.failed[0].problem
    assert store.catalog.document("laporan-1") == held


@pytest.mark.parametrize("name", ["laporan 1.txt", "Laporan 1.md", "y/Laporan 1.txt"])
def test_the_same_stem_replaces(store: Store, tmp_path: Path, name: str) -> None:
    build(store, [write(tmp_path / "x" / "Laporan 1.txt")])
    assert states(build(store, [write(tmp_path / name, "Lain sama sekali.")])) == {
        "laporan-1": "replaced"
    }
    assert store.catalog.canonical_text("laporan-1") == "Lain sama sekali."


def test_the_same_file_under_the_same_name_elsewhere_is_unchanged(
    store: Store, tmp_path: Path
) -> None:
    build(store, [write(tmp_path / "x" / "satu.txt")])
    assert states(build(store, [write(tmp_path / "y" / "satu.txt")])) == {"satu": "unchanged"}


@pytest.mark.parametrize(
    ("name", "text", "title"),
    [
        ("laporan_akhir-2024.txt", TEXT, "laporan akhir 2024"),
        ("\u202etipu\u200b.txt", TEXT, "tipu"),
        ("a.md", f"# **Judul** *Utama* #\n\n{TEXT}", "Judul Utama"),
        ("a.md", f"Judul\n=====\n\n{TEXT}", "Judul"),
        ("a.md", f"# Satu\n\n{TEXT}\n# Dua\n\n{TEXT}", "a"),
        ("a.md", f"## Satu\n\n{TEXT}", "a"),
        ("a.txt", f"# Satu\n\n{TEXT}", "a"),
        ("---.txt", TEXT, "---.txt"),
        ("a.txt", f"\n{TITLE}\n\n**SKRIPSI**\n\nOleh\nAni\n\n{TEXT}", JOINED),
        ("a.txt", f"UNIVERSITAS X\n{TITLE}\n\nTesis\n\n{TEXT}", JOINED),
        ("a.txt", f"SKRIPSI\n\n{TITLE}\n\nDiajukan untuk\n\n{TEXT}", JOINED),
        ("a.txt", f"UNIVERSITAS X\n\nMaster's Thesis\n{TITLE}\nBy\nAni\n{TEXT}", JOINED),
        (
            "a.txt",
            f"Judul Skripsi : \u201cKota Kembar di Jawa\u201d\n{TEXT}",
            "Kota Kembar di Jawa",
        ),
        ("a.md", f'---\ntitle: "Kota Kembar di Jawa"\n---\n{TEXT}', "Kota Kembar di Jawa"),
        ("a.txt", f"{TEXT}\nSKRIPSI\n\n{TEXT}", "a"),
        ("a.txt", f"SKRIPSI\n\nABSTRAK\n\n{TEXT}", "a"),
        ("a.txt", f"Judul: apa?\nKami menulis judul: yang panjang sekali.\n{TEXT}", "a"),
    ],
)
def test_titles(tmp_path: Path, name: str, text: str, title: str) -> None:
    (source,) = find_sources([write(tmp_path / name, text)])
    assert read_source(source).metadata.title == title
