"""The shipped thesis as it is ingested: nothing lost, every sentence with its versions."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from assistant import Assistant
from corpus.canonical import fold_whitespace, raw_span, strip_emphasis
from corpus.records import Document, Passage, Sentence
from ingest.sources import shipped_theses

SHA256 = {
    "abstract.txt": "9c51a0526e75f74aedd311bea1956c76b45b76502d47c4e4e92a79679802883e",
    "chapter-1.txt": "fc8c58c64a5ac5c424c4c1d0e0b6fa4b5d60f8dac648e36a5e1945fa2d0ea544",
}
SECTIONS = [
    *("abstrak", "abstract", "ringkesan", "1", "1.1", "1.2", "1.3", "1.4", "1.4.1", "1.4.2"),
    *("1.4.2.1", "1.4.2.2", "1.4.2.3"),
]


@pytest.fixture(scope="module")
def document(assistant: Assistant) -> Document:
    return assistant.store.catalog.document("jakarta-tokyo")


def plain(raw: str) -> str:
    return fold_whitespace(strip_emphasis(raw).replace("*", ""))


def test_the_sources_are_kept_byte_for_byte() -> None:
    folder = next(path for path in shipped_theses() if path.name == "jakarta-tokyo")
    for name, expected in SHA256.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == expected


def test_canonical_text_is_the_file_without_marks(document: Document) -> None:
    for file in document.files:
        share = document.text[file.start : file.end]
        assert fold_whitespace(share) == plain(file.text)


def test_every_passage_and_sentence_reads_back_from_the_raw_file(document: Document) -> None:
    files = {file.name: file for file in document.files}
    spans: list[tuple[Passage, Passage | Sentence]] = []
    for passage in document.passages:
        spans += [(passage, passage), *((passage, s) for s in passage.sentences)]
    assert len(spans) > 120
    for passage, part in spans:
        file = files[passage.file]
        assert document.text[part.start : part.end] == part.text
        assert plain(file.text[part.raw_start : part.raw_end]) == fold_whitespace(part.text)
        back = raw_span(file.segments, part.start, part.end)
        assert (back.start, back.end) == (part.raw_start, part.raw_end)


def test_the_section_tree(document: Document) -> None:
    assert [section.section_id for section in document.sections] == SECTIONS
    deepest = document.sections[-1]
    assert [heading.split(" ")[0] for heading in deepest.path] == ["BAB", "1.4", "1.4.2", "1.4.2.3"]
    languages = {section.section_id: section.language for section in document.sections}
    assert languages["abstract"] == "en"
    assert languages["ringkesan"] == "su"
    assert {languages[name] for name in SECTIONS[3:]} == {"id"}


def test_passages_keep_to_their_size_and_lists_stay_whole(document: Document) -> None:
    for passage in document.passages:
        words = len(passage.text.split())
        is_list = any(sentence.kind == "list_item" for sentence in passage.sentences)
        assert words <= (250 if is_list else 120)
    objectives = next(p for p in document.passages if "beberapa tujuan" in p.text)
    assert [s.text[:2] for s in objectives.sentences[1:]] == ["1.", "2.", "3.", "4."]


def test_the_abstracts_are_versions_of_each_other(document: Document) -> None:
    of = {
        name: [p for p in document.passages if p.section == name]
        for name in ("abstrak", "abstract", "ringkesan")
    }
    assert len(of["abstrak"]) == len(of["abstract"]) == len(of["ringkesan"])
    for trio in zip(*of.values(), strict=True):
        assert len({passage.group for passage in trio}) == 1
        assert len({len(passage.sentences) for passage in trio}) == 1
        for passage in trio:
            for sentence in passage.sentences:
                versions = [v for v in passage.versions if v.sentence == sentence.ordinal]
                assert {v.origin for v in versions} == {"author"}
                assert len(versions) == 2
                for version in versions:
                    assert document.text[version.start : version.end] == version.text


def test_the_conclusion_keeps_its_condition_in_every_language(document: Document) -> None:
    conditions = {
        "merupakan program yang efektif": "jika dilihat dari perspektif kualitatif",
        "is an effective program": "when viewed from a qualitative perspective",
        "mangrupa program anu éféktif": "lamun ditilik tina sudut pandang kualitatif",
    }
    for statement, condition in conditions.items():
        found = [s for p in document.passages for s in p.sentences if statement in s.text]
        assert len(found) == 1
        assert condition in found[0].text


def test_chapter_1_is_readable_in_three_languages(document: Document) -> None:
    chapter = [p for p in document.passages if p.file == "chapter-1.txt"]
    for passage in chapter:
        for sentence in passage.sentences:
            versions = [v for v in passage.versions if v.sentence == sentence.ordinal]
            assert [(v.language, v.origin) for v in versions] == [
                ("en", "project"),
                ("su", "project"),
            ]
        assert {v.language for v in passage.heading_versions} == {"en", "su"}


def test_cited_works_and_how_far_they_reach(document: Document) -> None:
    def cited(part: str) -> list[tuple[str, str]]:
        sentence = next(s for p in document.passages for s in p.sentences if part in s.text)
        return [(work.work, work.scope) for work in sentence.cited_works]

    assert cited("17,3%") == [("jakarta.go.id", "possibly")]
    assert cited("mobilitas penduduk") == [("jakarta.go.id", "this_sentence")]
    assert cited("24 Mei 1960") == [("Situmorang, 2018", "this_sentence")]
    assert cited("47 kota") == [("Sitinjak et al., 2014", "this_sentence")]
    assert cited("23 Oktober 1989") == [("Parama, 2021", "this_sentence")]
    assert cited("Negara Indonesia dan Jepang memiliki sejarah") == []


def test_author_year_and_institution_are_not_known(document: Document) -> None:
    assert document.metadata.authors == ()
    assert document.metadata.year is None
    assert document.metadata.institution == ""
    assert document.metadata.chapters == (1,)
    assert document.metadata.title in document.text


def test_the_folder_of_the_theses_is_where_the_package_says() -> None:
    assert all((path / "thesis.toml").is_file() for path in shipped_theses())
    assert all(isinstance(path, Path) for path in shipped_theses())
