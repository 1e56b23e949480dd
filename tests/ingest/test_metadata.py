"""``thesis.toml`` and versions files: every problem at once, each with its place."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from corpus.encoder import load_encoder, load_language_classifier
from corpus.errors import DocumentError, MetadataError, UnreadableFileError
from corpus.records import Document
from ingest.assembly import assemble
from ingest.metadata import read_manifest
from ingest.sources import find_sources, read_source, shipped_theses

SOUND = 'title = "Judul"\nfiles = ["a.txt"]\n'
VERSIONS = '[[versions]]\nfile = "v.tsv"\nof = "a.txt"\nlanguage = "id"\norigin = "project"\n'


def folder(tmp_path: Path, toml: str, **files: str | bytes) -> Path:
    made = tmp_path / "naskah"
    made.mkdir()
    for name, text in {"thesis_toml": toml, "a_txt": "Satu. Dua.", **files}.items():
        content = text if isinstance(text, bytes) else text.encode()
        (made / name.replace("_", ".")).write_bytes(content)
    return made


def document(path: Path) -> Document:
    (source,) = find_sources([path])
    probabilities = load_language_classifier().probabilities
    return assemble(read_source(source), load_encoder(), probabilities)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(shipped_theses()[0], tmp_path / "jakarta-tokyo"))


@pytest.mark.parametrize(
    ("toml", "problems"),
    [
        ("files = []", ["'title' must be", "'files' must name"]),
        (SOUND + 'author = "x"', ["unknown key 'author'"]),
        (SOUND + 'authors = "x"', ["'authors' must be a list of texts"]),
        (SOUND + "year = true", ["'year' must be a whole number"]),
        (SOUND + "institution = 1", ["'institution' must be a text"]),
        (SOUND + "place = 1", ["'place' must be a text"]),
        (SOUND + 'degree = "S1"', ["'degree' has 'S1': it must be bachelor, master or doctor"]),
        (SOUND + "degree = false", ["'degree' has False"]),
        (SOUND + 'url = "javascript:alert(1)"', ["'url' has 'javascript:alert(1)'"]),
        (SOUND + 'url = "https://a.id/{x} y"', ["begins with http:// or https://"]),
        (SOUND + "url = 0", ["'url' has 0"]),
        (SOUND + "chapters = [true]", ["'chapters' must be a list of whole numbers"]),
        (SOUND + 'held = "x"', ["'held' must be a table"]),
        (SOUND + 'held = {id = "BAB I"}', ["'held' must have a list of texts for 'id'"]),
        (SOUND + "held = {jp = []}", ["'jp', which is not a language code"]),
        (SOUND + "title_versions = {en = 1}", ["'title_versions' must have a text for 'en'"]),
        (SOUND + 'versions = "v.tsv"', ["'versions' must be written as [[versions]]"]),
        (SOUND + "versions = [1]", ["'versions' must be written as [[versions]]"]),
        (SOUND + '[[versions]]\nfile = "v.tsv"', ["lacks language, of, origin"]),
        (SOUND + VERSIONS.replace('"id"', "1"), ["must have a text for each of"]),
        (
            SOUND + VERSIONS.replace('"id"', '"jp"').replace("project", "someone"),
            ["the language 'jp'", "origin 'someone' must be", "the file 'v.tsv', which is not"],
        ),
        ('title = "J"\nfiles = ["b.txt", "../a.txt"]', ["'b.txt', which is", "'../a.txt', which"]),
        ('title = "J"\nfiles = ["a.txt", "A.TXT"]', ["two of the name 'A.TXT'"]),
        ('title = "J"\nfiles = ["a\\u0000.txt"]', ["which is not in the folder"]),
        (f'title = "J"\nfiles = ["{"a" * 300}.txt"]', ["which is not in the folder"]),
        ("title = ", ["Invalid value"]),
        ('title = "Judul"\nfiles = ["a.txt"]\ntitle = "x"', ["Cannot overwrite a value"]),
    ],
)
def test_what_does_not_fit_is_told_at_once(tmp_path: Path, toml: str, problems: list[str]) -> None:
    path = folder(tmp_path, toml) / "thesis.toml"
    with pytest.raises(MetadataError) as caught:
        read_manifest(path)
    assert str(caught.value).startswith(f"{path}: ")
    for problem in problems:
        assert problem in str(caught.value)


@pytest.mark.parametrize("content", [b'title = "\xe9"', b"\xff\xfe\x00"])
def test_a_manifest_that_is_not_utf_8_is_refused(tmp_path: Path, content: bytes) -> None:
    made = folder(tmp_path, SOUND)
    (made / "thesis.toml").write_bytes(content)
    with pytest.raises(DocumentError, match=r"thesis\.toml"):
        read_manifest(made / "thesis.toml")


def test_a_missing_manifest_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="No such file"):
        read_manifest(tmp_path / "thesis.toml")


@pytest.mark.parametrize(
    "table",
    [
        "id\ten\nSatu.\tOne.\nDua.\tTwo.",
        "\ufeffid\ten\r\nSatu.\tOne.\r\n\r\nDua.\tTwo.\r\n",
        "en\tid\nTwo.\tDua.\n\nOne.\tSatu.\n",
    ],
)
def test_versions_are_read_as_editors_leave_them(tmp_path: Path, table: str) -> None:
    made = document(folder(tmp_path, "\ufeff" + SOUND + VERSIONS, v_tsv=table))
    (passage,) = made.passages
    assert [(v.language, v.text, v.origin, v.sentence) for v in passage.versions] == [
        ("en", "One.", "project", 0),
        ("en", "Two.", "project", 1),
    ]


@pytest.mark.parametrize(
    ("table", "problems"),
    [
        ("", ["v.tsv:1: the header"]),
        ("en\tsu\nOne.\tHiji.", ["v.tsv:1: the header", "'id' among them"]),
        ("id\ten\nSatu.\nDua.\t \nSatu.\tOne.", ["v.tsv:2: 2 filled", "v.tsv:3: 2 filled"]),
        ("id\ten\nSatu.\tOne.\nSatu.\tFirst.", ["v.tsv:3: line 2 has the same 'Satu.'"]),
    ],
)
def test_bad_lines_are_told_at_once(tmp_path: Path, table: str, problems: list[str]) -> None:
    with pytest.raises(MetadataError) as caught:
        document(folder(tmp_path, SOUND + VERSIONS, v_tsv=table))
    for problem in problems:
        assert problem in str(caught.value)
    assert "\n" not in str(caught.value)


def test_rows_of_all_files_that_match_nothing_are_told_at_once(tmp_path: Path) -> None:
    other = VERSIONS.replace("v.tsv", "w.tsv").replace('"a.txt"', '"b.txt"')
    third = VERSIONS.replace("v.tsv", "x.tsv").replace("project", "person:Ani")
    made = folder(
        tmp_path,
        SOUND + VERSIONS + other + third,
        v_tsv="id\ten\nSatu.\tOne.\nTiga.\tThree.",
        w_tsv="id\ten\nSatu.\tOne.",
        x_tsv="id\ten\nEmpat.\tFour.",
    )
    with pytest.raises(MetadataError) as caught:
        document(made)
    for part in (
        "v.tsv: 1 rows match no sentence of 'a.txt': line 3: 'Tiga.'",
        "'of' names 'b.txt', which is no source file",
        "x.tsv: 1 rows match no sentence of 'a.txt': line 2: 'Empat.'",
    ):
        assert part in str(caught.value)


def test_every_row_of_the_shipped_versions_is_used(copy: Path) -> None:
    (versions,) = read_manifest(copy / "thesis.toml").versions
    assert len(versions.rows) == 77
    assert [row.line for row in versions.rows] == list(range(2, 79))
    made = document(copy)
    rendered = {version.text for p in made.passages for version in p.versions}
    headings = " ".join(v.text for s in made.sections for v in s.heading_versions)
    for row in versions.rows:
        for text in row.texts.values():
            assert text in rendered or text in headings


def test_the_shipped_thesis_reads_the_same_without_its_versions(copy: Path) -> None:
    full = document(copy)
    manifest = copy / "thesis.toml"
    toml = manifest.read_text("utf-8")
    manifest.write_text(toml[: toml.index("[[versions]]")], "utf-8")
    bare = document(copy)
    assert bare.text == full.text
    assert [p.sentences for p in bare.passages] == [p.sentences for p in full.passages]
    chapter = [p for p in bare.passages if p.file == "chapter-1.txt"]
    assert chapter
    assert all(p.versions == () for p in chapter)
    assert bare.content_hash != full.content_hash
