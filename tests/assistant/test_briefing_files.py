"""Briefings as files: opened again, all their text is there, and nothing in it acts."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from docx import Document
from markdown_it import MarkdownIt
from pypdf import PdfReader
from pypdf.generic import Destination

from assistant import Assistant, Briefing, export_briefing, open_assistant
from assistant.briefing.layout import BriefingLayout, lay_out_briefing
from corpus.language import LANGUAGES, Language
from corpus.settings import Settings
from corpus.store import Store
from ingest.build import build
from ingest.splitting import SPLITTER

Brief = Callable[[Language], Briefing]
DAY = date(2026, 5, 17)
HOSTILE = Path(__file__).with_name("hostile_thesis.md")
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def brief(assistant: Assistant) -> Brief:
    @cache
    def made(language: Language) -> Briefing:
        return assistant.brief(language=language, length="medium")

    return made


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Briefing]:
    folder = tmp_path_factory.mktemp("hostile")
    settings = Settings(folder / "data")
    with Store.open(settings, splitter=SPLITTER, create=True) as store:
        assert build(store, [HOSTILE]).failed == ()
    with open_assistant(settings) as opened:
        yield opened.brief(language="en", length="medium")


def texts_of(layout: BriefingLayout) -> list[str]:
    """Return all texts of a layout, from top to bottom."""
    found = [layout.title, layout.coverage]
    for part in layout.parts:
        found += [part.heading, *(bullet.text for bullet in part.bullets)]
    if layout.facts:
        found += [layout.facts_heading, *layout.fact_columns]
        for fact in layout.facts:
            found += [text for text in (fact.label, fact.value, fact.context) if text]
    if layout.notes:
        found += [layout.notes_heading, *(note.text for note in layout.notes)]
    found += [*layout.legends, layout.sources_heading, *layout.works, layout.sources_intro]
    for source in layout.sources:
        found += [f"[{source.number}] {source.place}", source.quote]
        found += [text for text in (source.version, source.rests_on) if text]
    return [*found, layout.matches, layout.made]


def in_order(texts: list[str], read: str) -> list[str]:
    """Return the texts that do not stand in ``read``, each behind the one before."""
    missing = []
    place = 0
    for text in texts:
        found = read.find(text, place)
        if found < 0:
            missing.append(text)
        else:
            place = found + len(text)
    return missing


def docx_text(data: bytes) -> str:
    """Return the text of a Word document's body, in order, its footnotes left out."""
    document = Document(BytesIO(data))
    found = []
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            found += [cell.text for row in block.rows for cell in row.cells]
        else:
            found.append(block.text)
    return "\n".join(found)


def pdf_text(data: bytes) -> str:
    """Return the text of a PDF's pages as one line, page numbers left out."""
    pages = [page.extract_text() for page in PdfReader(BytesIO(data)).pages]
    kept = [line for page in pages for line in page.splitlines() if not PAGE_NUMBER.match(line)]
    return joined(" ".join(kept))


PAGE_NUMBER = re.compile(r"^\s*(?:Page|Halaman|Kaca) \d+ (?:of|dari|tina) \d+\s*$")


def joined(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_document_gives_all_its_text_back(brief: Brief, language: Language) -> None:
    made = brief(language)
    data = export_briefing(made, "docx", DAY)
    layout = lay_out_briefing(made, DAY)
    assert in_order(texts_of(layout), docx_text(data)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_document_has_headings_footnotes_and_page_numbers(
    brief: Brief, language: Language
) -> None:
    made = brief(language)
    data = export_briefing(made, "docx", DAY)
    document = Document(BytesIO(data))
    styles = [p.style.name for p in document.paragraphs]
    assert styles[:3] == ["Title", "Subtitle", "Heading 1"]
    assert styles.count("Heading 1") == len(made.parts) + 3
    assert document.core_properties.title == made.title
    tags = {"id": "id-ID", "en": "en-GB", "su": "su-ID"}
    assert document.core_properties.language == tags[language]
    package = zipfile.ZipFile(BytesIO(data))
    notes = ET.fromstring(package.read("word/footnotes.xml"))
    by_id = {
        note.get(f"{WORD}id"): "".join(t.text or "" for t in note.iter(f"{WORD}t")).strip()
        for note in notes
    }
    body = ET.fromstring(package.read("word/document.xml"))
    referred = [note.get(f"{WORD}id") for note in body.iter(f"{WORD}footnoteReference")]
    # Word numbers footnotes as they come: that must be the numbers of the list of sources.
    assert referred == [str(c.number) for c in made.citations]
    for source in lay_out_briefing(made, DAY).sources:
        assert by_id[str(source.number)] == source.place
    footer = package.read("word/footer1.xml").decode("utf-8")
    assert " PAGE " in footer
    assert " NUMPAGES " in footer
    languages = {tag.get(f"{WORD}val") for tag in body.iter(f"{WORD}lang")}
    assert languages == {tags[c.language] for c in made.citations} - {tags[language]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pdf_gives_its_text_back_in_order(brief: Brief, language: Language) -> None:
    made = brief(language)
    data = export_briefing(made, "pdf", DAY)
    wanted = [joined(text) for text in texts_of(lay_out_briefing(made, DAY))]
    assert in_order(wanted, pdf_text(data)) == []


def test_all_letters_of_the_languages_survive_in_a_pdf(brief: Brief) -> None:
    text = pdf_text(export_briefing(brief("su"), "pdf", DAY))
    for letters in ("Gawé", "éféktif", "“Kumaha", "service", "…", "”"):
        assert letters in text
    data = Document(BytesIO(export_briefing(brief("su"), "docx", DAY)))
    assert "Gawé" in data.paragraphs[0].text


def test_a_pdf_has_bookmarks_metadata_links_and_embedded_fonts(brief: Brief) -> None:
    made = brief("id")
    reader = PdfReader(BytesIO(export_briefing(made, "pdf", DAY)))
    marks = [mark for mark in reader.outline if isinstance(mark, Destination)]
    assert [mark.title for mark in marks[: len(made.parts)]] == [p.heading for p in made.parts]
    assert reader.metadata is not None
    assert reader.metadata.title == made.title
    assert "2026-05-17" in reader.metadata["/Keywords"]
    assert reader.trailer["/Root"]["/Lang"] == "id-ID"
    fonts = reader.pages[0]["/Resources"]["/Font"].values()
    for font in fonts:
        described = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert "/FontFile2" in described.get_object()
    links = [a.get_object() for a in reader.pages[0]["/Annots"]]
    assert len(links) >= len(made.bullets)
    assert all("/Dest" in link and "/A" not in link for link in links)
    numbers = [f"Halaman {n} dari {len(reader.pages)}" for n in range(1, len(reader.pages) + 1)]
    for told, page in zip(numbers, reader.pages, strict=True):
        assert told in page.extract_text()


def test_markdown_shows_its_text_and_nothing_in_it_is_markup(hostile: Briefing) -> None:
    text = export_briefing(hostile, "md", DAY).decode("utf-8")
    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    tokens = parser.parse(text)
    inner = [child for token in tokens for child in token.children or ()]
    kinds = {token.type for token in (*tokens, *inner)}
    assert not kinds & {"link_open", "image", "html_block", "html_inline", "code_inline", "fence"}
    shown = "\n".join(
        "".join(c.content for c in t.children or ()) for t in tokens if t.type == "inline"
    )
    assert "<script>alert(1)</script>" in shown
    assert "https://evil.example/c" in shown
    # Readers that make links of bare addresses must find none.
    assert not re.search(r"://|www\.|\w@\w", text)


def test_a_hostile_thesis_acts_in_no_file(hostile: Briefing) -> None:
    assert "<script>" in hostile.title
    package = zipfile.ZipFile(BytesIO(export_briefing(hostile, "docx", DAY)))
    relations = [
        package.read(name).decode("utf-8") for name in package.namelist() if name.endswith(".rels")
    ]
    assert not any("External" in text for text in relations)
    body = package.read("word/document.xml").decode("utf-8")
    assert "hyperlink" not in body.casefold().replace("=hyperlink", "")
    assert "&lt;script&gt;" in body
    reader = PdfReader(BytesIO(export_briefing(hostile, "pdf", DAY)))
    for page in reader.pages:
        for annotation in page.get("/Annots", ()):
            assert "/A" not in annotation.get_object()
    raw = export_briefing(hostile, "pdf", DAY)
    assert not any(acting in raw for acting in (b"/URI", b"/JavaScript", b"/JS", b"/Launch"))
    assert "\u202e" not in pdf_text(export_briefing(hostile, "pdf", DAY))


def test_the_same_briefing_makes_the_same_markdown(brief: Brief) -> None:
    assert export_briefing(brief("en"), "md", DAY) == export_briefing(brief("en"), "md", DAY)
    assert b"2026-05-17" in export_briefing(brief("en"), "md", DAY)


def test_a_briefing_has_a_json_form(assistant: Assistant) -> None:
    made = assistant.brief(language="en", length="medium")
    told = json.loads(json.dumps(made.to_json()))
    assert told["parts"][0]["bullets"][0]["citations"] == [1]
    assert told["coverage"]["sections"] == 11
    assert told["citations"][0]["quote"] == made.citations[0].quote
