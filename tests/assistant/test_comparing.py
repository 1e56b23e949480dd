"""Theses side by side: every cell is a quote that reads back, or says why it is empty."""

import json
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest
from lxml import etree
from markdown_it import MarkdownIt

from assistant import Assistant, Comparison, open_assistant
from assistant.comparing.records import COLUMNS, Cell
from assistant.comparing.strings import STRINGS
from corpus.errors import UnknownDocumentError
from corpus.language import LANGUAGES, Language
from corpus.settings import Settings
from corpus.store import Store
from ingest.build import build
from ingest.splitting import SPLITTER
from tests.assistant.library import Library
from tests.assistant.model_rig import Rig
from tests.benchmarks.thesis_facts import EFFECTS

SILENT = """BAB I

PENDAHULUAN

1.1 Latar Belakang

Pasar ikan | di pesisir utara <b>ramai</b> sejak pagi. Perahu *datang* sebelum matahari terbit.
"""


@pytest.fixture(scope="module")
def table(library: Library) -> Comparison:
    return library.assistant.compare(language="id")


@pytest.fixture(scope="module")
def silent(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """Return an assistant of a text that has no author, year, method, finding or use."""
    folder = tmp_path_factory.mktemp("silent")
    (folder / "pasar.txt").write_text(SILENT, encoding="utf-8")
    settings = Settings(data_dir=folder / "data")
    with Store.open(settings, splitter=SPLITTER, create=True) as store:
        assert build(store, [folder / "pasar.txt"]).failed == ()
    with open_assistant(settings) as opened:
        yield opened


def cell(table: Comparison, document_id: str, column: str) -> Cell:
    (row,) = [row for row in table.rows if row.document_id == document_id]
    return row.cells[[*COLUMNS].index(column)]  # type: ignore[arg-type]


def test_every_quote_reads_back_and_every_cell_says_something(
    table: Comparison, library: Library
) -> None:
    catalog = library.assistant.store.catalog
    assert len(table.rows) == len(library.theses) + 1
    for row in table.rows:
        assert len(row.cells) == len(COLUMNS)
        for found in row.cells:
            assert [bool(found.text), found.quote is not None, bool(found.missing)].count(True) == 1
            if found.quote is not None:
                text = catalog.canonical_text(row.document_id)
                assert text[found.quote.start : found.quote.end] == found.quote.quote
                assert found.quote.passage_id.startswith(f"{row.document_id}/")


def test_methods_findings_and_uses_are_this_thesiss_own(
    table: Comparison, library: Library
) -> None:
    catalog = library.assistant.store.catalog
    for thesis in library.theses:
        method = cell(table, thesis.document_id, "method").quote
        assert method is not None
        assert thesis.method.names[method.language].lower() in method.quote.lower()
        findings = cell(table, thesis.document_id, "findings").quote
        assert findings is not None
        concluded = any(word in findings.quote for word in ("impulkan", "onclu", "cindek"))
        assert concluded or EFFECTS[thesis.effect][findings.language] in findings.quote
        relevance = cell(table, thesis.document_id, "relevance").quote
        assert relevance is not None
        heading = catalog.passage(relevance.passage_id).heading.lower()
        assert re.search("manfaat|benefit|significance|mangpaat", heading)


def test_author_title_and_year_are_the_records(table: Comparison, library: Library) -> None:
    for thesis in library.theses:
        (summary,) = [
            one
            for one in library.assistant.store.catalog.documents()
            if one.document_id == thesis.document_id
        ]
        known = summary.metadata
        assert cell(table, thesis.document_id, "author").text == "; ".join(known.authors)
        assert cell(table, thesis.document_id, "title").text.startswith(known.title)
        year = cell(table, thesis.document_id, "year")
        assert year.text == ("" if known.year is None else str(known.year))
        assert bool(year.missing) == (known.year is None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_shipped_thesis_in_three_languages(assistant: Assistant, language: Language) -> None:
    table = assistant.compare(language=language)
    (row,) = table.rows
    author, title, year, method, findings, relevance = row.cells
    assert author.missing == year.missing == STRINGS["not_recorded"][language]
    assert title.passage_id == "jakarta-tokyo/1.1/18"
    for found, words in (
        (method, "pendekatan kualitatif"),
        (findings, "dapat disimpulkan bahwa"),
        (relevance, "Secara praktis temuan"),
    ):
        assert found.quote is not None
        assert words in found.quote.quote
        assert (found.quote.version is None) == (language == "id")
    assert method.quote is not None
    if method.quote.version is not None:
        assert method.quote.version.origin == "author"
    assert row.held


def test_a_topic_is_what_relevance_is_asked_about(assistant: Assistant) -> None:
    table = assistant.compare(language="en", topic="Kapan kerja sama sister city dimulai?")
    (row,) = table.rows
    assert row.cells[-1].quote is not None
    assert "sister city" in row.cells[-1].quote.quote
    assert "Relevance to: Kapan kerja sama sister city dimulai?" in table.markdown()
    nowhere = assistant.compare(language="en", topic="Bagaimana cara memasak rendang?")
    assert nowhere.rows[0].cells[-1].missing == "[not found in the text that is held]"


def test_a_language_model_has_no_part_in_it(model: Rig) -> None:
    expected = model.assistant.compare(language="en")
    assert expected.rows[0].cells[3].quote is not None
    assert model.server.asked == []


def test_what_is_not_held_is_blank_and_marked(silent: Assistant) -> None:
    table = silent.compare(language="id")
    (row,) = table.rows
    assert [found.missing for found in row.cells if not found.text] == [
        *["[tidak tercantum]"] * 2,
        *["[tidak ditemukan dalam naskah yang tersimpan]"] * 3,
    ]


def test_documents_keep_the_order_asked_and_the_list_that_of_letters(library: Library) -> None:
    ids = [thesis.document_id for thesis in library.theses][:3][::-1]
    table = library.assistant.compare([*ids, ids[0]], language="en", style="harvard")
    assert [row.document_id for row in table.rows] == ids
    entries = [entry.plain.casefold() for entry in table.entries]
    assert entries == sorted(entries)
    with pytest.raises(UnknownDocumentError):
        library.assistant.compare(["nope"])


def test_markdown_is_one_table_and_a_list(table: Comparison) -> None:
    rendered = MarkdownIt("commonmark").enable("table").render(table.markdown())
    tree = etree.HTML(rendered)
    assert len(tree.findall(".//table")) == 1
    rows = tree.findall(".//tbody/tr")
    assert len(rows) == len(table.rows)
    assert {len(row.findall("td")) for row in rows} == {len(COLUMNS) + 1}
    shown = " ".join("".join(tree.itertext()).split())
    for row in table.rows:
        assert " ".join(row.entry.plain.split()) in shown
        for found in row.cells:
            if found.quote is not None:
                assert " ".join(found.quote.quote.split()) in shown


def test_a_cell_cannot_leave_its_place(silent: Assistant) -> None:
    table = silent.compare(language="id", topic="Pasar ikan di pesisir utara ramai sejak pagi?")
    (row,) = table.rows
    hostile = replace(row, cells=(Cell("a | b\n\n# c <script>x</script>"), *row.cells[1:]))
    made = replace(table, rows=(hostile,))
    assert row.cells[-1].quote is not None
    rendered = MarkdownIt("commonmark").enable("table").render(made.markdown())
    assert "<script" not in rendered
    assert "<b>" not in rendered
    (line,) = etree.HTML(rendered).findall(".//tbody/tr")
    assert len(line.findall("td")) == 7
    assert "| di pesisir" in "".join(line.itertext())


def test_docx_opens_with_its_table_headings_and_page_numbers(table: Comparison) -> None:
    written = table.docx()
    document = docx.Document(BytesIO(written))
    assert document.core_properties.title == "Penelitian terdahulu"
    assert document.core_properties.language == "id"
    headings = [p.text for p in document.paragraphs if p.style and p.style.name.startswith("Head")]
    assert headings == ["Penelitian terdahulu", "Daftar pustaka"]
    (found,) = document.tables
    assert [c.text for c in found.rows[0].cells] == [
        STRINGS[key]["id"] for key in ("number", *COLUMNS)
    ]
    assert len(found.rows) == len(table.rows) + 1
    text = "\n".join(c.text for row in found.rows for c in row.cells)
    for row in table.rows:
        for one in row.cells:
            shown = one.text or one.missing if one.quote is None else one.quote.quote
            assert shown in text
    paragraphs = [p.text for p in document.paragraphs]
    assert [entry.plain for entry in table.entries] == paragraphs[-len(table.rows) :]
    italic = "".join(r.text for p in document.paragraphs for r in p.runs if r.italic)
    assert table.rows[0].cells[1].text in italic
    with zipfile.ZipFile(BytesIO(written)) as parts:
        assert b"PAGE" in parts.read("word/footer1.xml")
        assert b"tblHeader" in parts.read("word/document.xml")


def test_docx_holds_what_xml_cannot(silent: Assistant) -> None:
    table = silent.compare(language="id")
    (row,) = table.rows
    odd = replace(row, cells=(Cell("a\x00b\x0cc\ufffe<&>"), *row.cells[1:]))
    document = docx.Document(BytesIO(replace(table, rows=(odd,)).docx()))
    assert document.tables[0].rows[1].cells[1].text == "abc<&>"


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_reads_the_docx(assistant: Assistant, tmp_path: Path) -> None:
    (tmp_path / "table.docx").write_bytes(assistant.compare(language="su").docx())
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
    subprocess.run(
        [*command, "--convert-to", "txt:Text", "--outdir", str(tmp_path), "table.docx"],
        cwd=tmp_path,
        capture_output=True,
        check=True,
        timeout=120,
    )
    text = (tmp_path / "table.txt").read_text(encoding="utf-8-sig")
    assert "Rélévansi" in text
    assert "dina basa Sunda: “Salajengna, ieu panalungtikan ngagunakeun métode" in text


def compare(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "assistant", "compare", *arguments]
    return subprocess.run(command, capture_output=True, check=False, encoding="utf-8", timeout=120)


def test_the_command_writes_what_the_assistant_gives(
    built_data_dir: Path, assistant: Assistant, tmp_path: Path
) -> None:
    data = ("--data-dir", str(built_data_dir))
    expected = assistant.compare(language="en")
    assert compare("--language", "en", *data).stdout == expected.markdown()
    made = json.loads(compare("--language", "en", "--format", "json", *data).stdout)
    assert made == json.loads(json.dumps(expected.to_json()))
    output = tmp_path / "table.docx"
    done = compare("--format", "docx", "--output", str(output), *data)
    assert (done.returncode, done.stdout) == (0, "")
    assert len(docx.Document(str(output)).tables) == 1
    refused = compare("--format", "docx", *data)
    assert refused.returncode == 2
    assert "needs --output" in refused.stderr
    assert compare("--document", "nope", *data).returncode == 1
