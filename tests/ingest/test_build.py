"""Building: unchanged files are left alone, bad ones fail alone, odd ones are told apart."""

from __future__ import annotations

import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.errors import DocumentError, MetadataError, UnreadableFileError
from corpus.settings import Settings
from corpus.store import Store
from ingest.build import BuildReport, build
from ingest.metadata import read_manifest
from ingest.readers import MAX_BYTES, read_file
from ingest.sources import find_sources, shipped_theses
from ingest.splitting import SPLITTER

TEXT = (
    "# Kerja Sama Kota\n\n## Latar\n\nKota Bandung bekerja sama dengan Kota Braunschweig sejak "
    "tahun 1960.\n\n## Tujuan\n\nPenelitian ini bertujuan menjelaskan prosesnya.\n"
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    settings = Settings(data_dir=tmp_path / "data")
    with Store.open(settings, splitter=SPLITTER, create=True) as opened:
        yield opened


def write(path: Path, text: str | bytes = TEXT) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def states(report: BuildReport) -> dict[str, str]:
    return {outcome.document_id: outcome.state for outcome in report.outcomes}


def test_a_second_build_does_nothing(store: Store, tmp_path: Path) -> None:
    paths = [write(tmp_path / "satu.md"), write(tmp_path / "dua.md", TEXT.replace("1960", "1970"))]
    assert states(build(store, paths)) == {"satu": "added", "dua": "added"}
    generation = store.catalog.generation()
    assert states(build(store, paths)) == {"satu": "unchanged", "dua": "unchanged"}
    assert store.catalog.generation() == generation


def test_a_changed_file_replaces_its_own_passages_only(store: Store, tmp_path: Path) -> None:
    other = write(tmp_path / "dua.md", TEXT + "Ini salinan.\n")
    one = write(tmp_path / "satu.md", TEXT + "Ini asli.\n")
    build(store, [one, other])
    before = store.catalog.document("dua")
    write(one, TEXT.replace("Braunschweig", "Suwon"))
    assert states(build(store, [one, other])) == {"satu": "replaced", "dua": "unchanged"}
    assert store.catalog.document("dua") == before
    assert "Suwon" in store.catalog.canonical_text("satu")
    assert "Braunschweig" not in store.catalog.canonical_text("satu")
    ids = [p.passage_id for p in store.catalog.document_passages("satu")]
    assert ids == [p.passage_id.replace("dua", "satu") for p in before.passages]


def test_b12_a_renamed_copy_is_one_copy(store: Store, tmp_path: Path) -> None:
    report = build(store, [write(tmp_path / "satu.md"), write(tmp_path / "salinan.md")])
    assert [(o.document_id, o.state, o.name) for o in report.outcomes] == [
        ("satu", "added", "satu.md"),
        ("satu", "unchanged", "salinan.md"),
    ]
    assert [d.document_id for d in store.catalog.documents()] == ["satu"]
    changed = write(tmp_path / "salinan.md", TEXT + "Kini lain.\n")
    assert states(build(store, [changed])) == {"salinan": "added"}
    assert states(build(store, [write(changed)])) == {"salinan": "replaced"}


def test_a_bad_file_fails_alone_and_keeps_what_was_held(store: Store, tmp_path: Path) -> None:
    good, bad = write(tmp_path / "satu.md"), write(tmp_path / "dua.md", TEXT + "Dua.\n")
    build(store, [bad])
    write(bad, b"\xff\xfe\x00")
    report = build(store, [bad, good])
    assert states(report) == {"dua": "failed", "satu": "added"}
    assert "dua.md" in report.failed[0].problem
    assert "Braunschweig" in store.catalog.canonical_text("dua")


def test_a_document_without_versions_works_the_same(store: Store, tmp_path: Path) -> None:
    build(store, [write(tmp_path / "satu.md")])
    document = store.catalog.document("satu")
    assert document.metadata.title == "Kerja Sama Kota"
    assert document.metadata.chapters is None
    assert all(passage.versions == () for passage in document.passages)


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("kosong.txt", b"", "it is empty"),
        ("spasi.txt", b" \n\t\n", "it is empty"),
        ("gambar.txt", b"\x89PNG\r\n\x1a\n\x00", "it is a picture"),
        ("berkas.txt", b"%PDF-1.7 ...", "it is a PDF"),
        ("word.md", b"PK\x03\x04....", "ZIP archive"),
        ("tanda.txt", b"*** --- ...\n", "it is empty"),
        ("tak-tampak.txt", "\u200b\ufeff\u00ad".encode(), "it is empty"),
        ("bom.txt", "\ufeff".encode(), "it is empty"),
        ("nul.txt", b"kota\x00kota", "binary"),
        ("utf16-tanpa-bom.txt", "kota".encode("utf-16-le"), "UTF-16 without a byte order mark"),
        ("layar.txt", b"kota \x1b[31mmerah", "binary .byte 0x1b at position 5"),
        ("nul16.txt", "ko\x00ta".encode("utf-16"), "control character U.0000 at position 2"),
        ("latin.txt", "éféktif".encode("cp1252"), "not UTF-8: byte 0xe9 at position 0"),
        ("campur.txt", "éféktif ".encode() + b"\xe9", "not UTF-8"),
        ("utf16.txt", "\ufeffkota".encode("utf-16-le")[:-1], "not UTF-16"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(
    tmp_path: Path, name: str, content: bytes, problem: str
) -> None:
    with pytest.raises(UnreadableFileError, match=problem) as caught:
        read_file(write(tmp_path / name, content))
    assert name in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    assert read_file(write(tmp_path / "a.txt", "éféktif – kota".encode(encoding))).text == (
        "éféktif – kota"
    )


def test_files_that_are_missing_folders_unknown_or_too_large(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="no such file"):
        read_file(tmp_path / "tiada.txt")
    (tmp_path / "folder.txt").mkdir()
    with pytest.raises(UnreadableFileError, match="not a file"):
        read_file(tmp_path / "folder.txt")
    with pytest.raises(
        UnreadableFileError, match=r"no reader for '\.xyz' files; known: \.md, \.txt"
    ):
        read_file(write(tmp_path / "a.xyz"))
    large = tmp_path / "besar.txt"
    with large.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(UnreadableFileError, match="are more than"):
        read_file(large)


def test_b9_a_very_long_line_is_read_whole(store: Store, tmp_path: Path) -> None:
    line = "Kota Jakarta bekerja sama dengan Kota Tokyo. " * 5_000
    build(store, [write(tmp_path / "panjang.txt", line)])
    assert store.catalog.canonical_text("panjang") == line.strip()


@pytest.mark.parametrize(
    ("name", "document_id"),
    [
        ("Tésis Akhir (2).txt", "tesis-akhir-2"),
        ("\u202etxt.sisket.txt", "txt-sisket"),
        ("a" * 200 + ".txt", "a" * 80),
        ("..weird...txt", "weird"),
    ],
)
def test_odd_names_become_safe_ids(
    store: Store, tmp_path: Path, name: str, document_id: str
) -> None:
    """B7."""
    assert states(build(store, [write(tmp_path / name)])) == {document_id: "added"}


def test_names_of_no_latin_letters_get_an_id_of_their_own(tmp_path: Path) -> None:
    one, other = find_sources([write(tmp_path / "東京.txt"), write(tmp_path / "日本.txt")])
    assert one.document_id != other.document_id
    assert one.document_id.startswith("document-")


def test_composed_and_decomposed_letters_are_found_by_the_same_words(
    store: Store, tmp_path: Path
) -> None:
    """B10."""
    text = "Programna éféktif pisan kanggo kota."
    for name, form in (("nfc", "NFC"), ("nfd", "NFD")):
        build(store, [write(tmp_path / f"{name}.txt", unicodedata.normalize(form, text))])
    first, second = (
        [e.words for e in store.catalog.entries([f"{name}/body/1"]).values()]
        for name in ("nfc", "nfd")
    )
    assert [w[-5:] for w in first] == [w[-5:] for w in second]


def test_all_bad_paths_are_named_at_once(tmp_path: Path) -> None:
    (tmp_path / "kosong").mkdir()
    twins = [write(tmp_path / "x" / "Satu.txt"), write(tmp_path / "y" / "satu.md")]
    with pytest.raises(DocumentError) as caught:
        find_sources([tmp_path / "tiada.txt", tmp_path / "kosong", *twins])
    message = str(caught.value)
    assert "tiada.txt" in message
    assert "no thesis.toml and no .md, .txt file in it" in message
    assert "would both be the document 'satu'" in message


def test_a_folder_stands_for_the_files_in_it(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "c.pdf"):
        write(tmp_path / "rak" / name)
    assert [s.document_id for s in find_sources([tmp_path / "rak"])] == ["a", "b"]


def test_all_faults_of_a_manifest_are_named_at_once(tmp_path: Path) -> None:
    path = write(
        tmp_path / "thesis.toml",
        'title = ""\nauthor = "x"\nfiles = [1]\nyear = "2020"\n[held]\njp = ["a"]\n'
        '[[versions]]\nfile = "v.tsv"\nof = "a.txt"\nlanguage = "id"\norigin = "someone"\n',
    )
    with pytest.raises(MetadataError) as caught:
        read_manifest(path)
    for part in ("'author'", "'title'", "'files'", "'year'", "'jp'", "'someone'"):
        assert part in str(caught.value)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (("id\ten\tsu", "id\ten\tjp"), r":1: the header must be language codes"),
        (
            ("Fenomena dalam", "Fenomena lain"),
            r"1 rows match no sentence .* line 5: 'Fenomena lain",
        ),
        (("BAB I\tCHAPTER I\t", "BAB I\t\t"), r":2: 3 filled cells are needed"),
    ],
)
def test_versions_that_do_not_fit_are_refused_with_their_line(
    store: Store, tmp_path: Path, change: tuple[str, str], problem: str
) -> None:
    folder = tmp_path / "jakarta-tokyo"
    shutil.copytree(shipped_theses()[0], folder)
    versions = folder / "chapter-1.versions.tsv"
    versions.write_text(versions.read_text("utf-8").replace(*change, 1), "utf-8")
    report = build(store, [folder])
    assert states(report) == {"jakarta-tokyo": "failed"}
    with pytest.raises(MetadataError, match=problem):
        raise MetadataError(report.failed[0].problem)


def test_a_file_of_headings_only_is_refused(store: Store, tmp_path: Path) -> None:
    report = build(store, [write(tmp_path / "satu.md", "# Judul\n\n## Latar\n")])
    assert states(report) == {"satu": "failed"}
    assert "there is no text under its headings" in report.failed[0].problem
    assert store.catalog.documents() == ()


def test_twice_in_one_batch_is_one_copy(store: Store, tmp_path: Path) -> None:
    path = write(tmp_path / "satu.md")
    assert states(build(store, [path, path])) == {"satu": "added"}


def test_one_folder_fails_alone(store: Store, tmp_path: Path) -> None:
    bad = write(tmp_path / "naskah" / "thesis.toml", "title =").parent
    good = write(tmp_path / "satu.md")
    assert states(build(store, [bad, good])) == {"naskah": "failed", "satu": "added"}


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "ingest", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_command_shows_progress_and_a_report(tmp_path: Path) -> None:
    data = str(tmp_path / "data")
    good, bad = write(tmp_path / "satu.md"), write(tmp_path / "dua.txt", b"")
    first = run("build", str(good), "--data-dir", data)
    assert first.returncode == 0
    assert "added" in first.stdout
    assert "satu: 3 sections, 2 passages" in first.stdout
    assert "2/2" in first.stderr
    second = run("build", str(good), str(bad), "--data-dir", data)
    assert second.returncode == 1
    assert "unchanged  satu" in second.stdout
    assert "failed     dua: cannot read" in second.stderr
    assert "Traceback" not in second.stderr


def test_a_fault_is_one_line_and_no_traceback(tmp_path: Path) -> None:
    data = str(tmp_path / "data")
    for name in ("tiada.txt", "a" * 300 + ".txt", "\u202etiada.txt"):
        found = run("build", str(tmp_path / name), "--data-dir", data)
        assert found.returncode == 1
        assert found.stdout == ""
        assert found.stderr.startswith("python -m ingest: cannot read ")
        assert found.stderr.count("\n") == 1
        assert found.stderr.isascii()
