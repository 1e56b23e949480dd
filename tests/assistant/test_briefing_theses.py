"""Briefings of made-up theses in three languages: limits, points, shares, and time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from time import process_time

import pytest

from assistant import Assistant, Briefing, open_assistant
from corpus.errors import BriefingError
from corpus.language import LANGUAGES, Language
from corpus.settings import Settings
from corpus.store import Store
from ingest.build import build
from ingest.splitting import SPLITTER
from tests.assistant.library import Library
from tests.benchmarks.bench_briefing import POINTS, counted_words
from tests.benchmarks.theses import Thesis, draw_theses, write_theses

PAGES = 300


@pytest.fixture(scope="module")
def thick(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Assistant, Thesis]]:
    """Return an assistant of one thesis of 300 pages."""
    folder: Path = tmp_path_factory.mktemp("thick")
    theses = draw_theses(1, 7)
    settings = Settings(folder / "data")
    with Store.open(settings, splitter=SPLITTER, create=True) as store:
        assert build(store, write_theses(folder / "theses", theses, PAGES)).failed == ()
    with open_assistant(settings) as opened:
        yield opened, theses[0]


def brief(library: Library, thesis: Thesis, language: Language, length: str) -> Briefing:
    return library.assistant.brief(
        document_ids=[thesis.document_id],
        language=language,
        length=length,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_thesis_breaks_the_limits_and_all_make_the_points(
    library: Library, language: Language
) -> None:
    for thesis in library.theses:
        made = brief(library, thesis, language, "short")
        assert counted_words(made) <= made.words <= 120
        roles = [bullet.role for bullet in made.bullets]
        assert [point for point in POINTS if point not in roles] == []
        assert made.coverage.sections_read == made.coverage.sections > 10
        text = library.assistant.store.catalog.canonical_text(thesis.document_id)
        assert all(text[c.start : c.end] == c.quote for c in made.citations)
    for thesis in library.theses[:3]:
        made = brief(library, thesis, language, "medium")
        assert counted_words(made) <= made.words <= 400


def test_what_a_thesis_did_and_found_is_told(library: Library) -> None:
    for thesis in library.theses:
        made = brief(library, thesis, thesis.language, "medium")
        text = " ".join(bullet.text for bullet in made.bullets)
        assert thesis.method.names[thesis.language] in text
        assert thesis.place.names[thesis.language] in text
        assert str(thesis.studied) in text


def test_what_has_no_version_is_quoted_as_it_stands_and_marked(library: Library) -> None:
    thesis = next(t for t in library.theses if t.language == "id" and len(t.abstracts) == 1)
    made = brief(library, thesis, "en", "short")
    assert {bullet.language for bullet in made.bullets} == {"id"}
    assert {bullet.mark("en") for bullet in made.bullets} == {"†"}
    assert [notice.text for notice in made.notices] == ["†No English version"]


def test_a_topic_gives_every_document_its_share(library: Library) -> None:
    made = library.assistant.brief(topic="metode kualitatif", language="id", length="medium")
    assert len(made.document_ids) >= 3
    assert [part.document_id for part in made.parts] == list(made.document_ids)
    sizes = [sum(len(bullet.text.split()) for bullet in part.bullets) for part in made.parts]
    assert min(sizes) > 0
    assert max(sizes) <= 400 // len(sizes) + 60
    assert made.words <= 400
    assert counted_words(made) <= made.words
    scoped = library.assistant.brief(
        topic="metode kualitatif", document_ids=[made.document_ids[-1]], language="id"
    )
    assert scoped.document_ids == made.document_ids[-1:]


DISPUTED = """# Dampak pasar malam di Kota Bandung

## ABSTRAK

Penelitian ini menggunakan metode kualitatif dengan wawancara. Dapat disimpulkan bahwa pasar malam \
di Kota Bandung yang diresmikan pada tanggal 3 Maret 2012 berpengaruh positif terhadap pedagang.

## BAB I PENDAHULUAN

### 1.1 Latar Belakang

Pasar malam di Kota Bandung diresmikan pada tanggal 9 Mei 2013 oleh pemerintah kota.

### 1.2 Rumusan Masalah

Bagaimana dampak pasar malam terhadap pedagang di Kota Bandung?
"""


def test_a_short_briefing_shows_no_date_that_the_text_disputes_without_saying_so(
    tmp_path: Path,
) -> None:
    file = tmp_path / "pasar.md"
    file.write_text(DISPUTED, encoding="utf-8")
    settings = Settings(tmp_path / "data")
    with Store.open(settings, splitter=SPLITTER, create=True) as store:
        assert build(store, [file]).failed == ()
    with open_assistant(settings) as opened:
        made = opened.brief()
    assert "3 Maret 2012" in next(b.text for b in made.bullets if b.role == "conclusion")
    (note,) = made.notes
    assert "“9 Mei 2013”; “3 Maret 2012”" in note.text
    assert counted_words(made) <= made.words <= 120


def test_of_several_documents_one_must_be_named(library: Library) -> None:
    with pytest.raises(BriefingError, match=r"17 documents are meant \(.*jakarta-tokyo.*\): name"):
        library.assistant.brief()


def test_a_thesis_of_300_pages_is_briefed_in_no_time(thick: tuple[Assistant, Thesis]) -> None:
    assistant, thesis = thick
    words = len(assistant.store.catalog.canonical_text(thesis.document_id).split())
    assert words > 200 * PAGES
    assistant.brief()  # the encoder and the patterns are loaded once
    took: list[float] = []
    for language in LANGUAGES:
        started = process_time()
        made = assistant.brief(language=language)
        took.append(process_time() - started)
        assert made.words <= 120
        assert made.coverage.sections_read == made.coverage.sections > 80
    assert min(took) < 0.3


def test_a_long_briefing_of_300_pages_holds_every_section(
    thick: tuple[Assistant, Thesis],
) -> None:
    assistant, thesis = thick
    made = assistant.brief(length="long")
    held = {
        s.section_id
        for s in assistant.store.catalog.sections(thesis.document_id)
        if s.end > s.start
    }
    quoted = {citation.section for citation in made.citations}
    assert held - quoted <= {"abstract", "ringkesan", "abstrak"}
    assert all(len(part.bullets) <= 2 for part in made.parts)


LIBRARIES = """# Village Libraries and Reading Habits in Garut Regency

## ABSTRACT

Reading habits among children in rural Garut remain low. A survey of 212 children and interviews \
with 14 librarians were carried out between March and June 2021. The study concludes that regular \
opening hours matter more than the size of the collection, provided that a librarian is present.

## CHAPTER I INTRODUCTION

### 1.1 Statement of the Problem

This study addresses the gap between the number of libraries and the reading habits of children.

### 1.2 Significance of the Study

The results are expected to help village heads decide on opening hours.
"""


def test_a_thesis_of_other_habits_is_read_by_its_words(tmp_path: Path) -> None:
    file = tmp_path / "libraries.md"
    file.write_text(LIBRARIES, encoding="utf-8")
    settings = Settings(tmp_path / "data")
    with Store.open(settings, splitter=SPLITTER, create=True) as store:
        assert build(store, [file]).failed == ()
    with open_assistant(settings) as opened:
        made = opened.brief(language="en")
    told = {bullet.role: bullet.text for bullet in made.bullets}
    assert told["question"].startswith("This study addresses the gap")
    assert told["method"].startswith("A survey of 212 children")
    assert told["conclusion"].endswith("provided that a librarian is present.")
    assert told["benefit"].startswith("The results are expected")
    assert told["background"].startswith("Reading habits")
