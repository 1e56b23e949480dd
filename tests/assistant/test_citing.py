"""Citing what is held: where a quote stands decides what its reference says."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from assistant import STYLES, Assistant, Cite, Reference, Style, open_assistant
from assistant.cli import app
from corpus.errors import CitationError, UnknownPassageError, UnmatchedQuoteError
from corpus.records import Metadata
from corpus.settings import Settings
from corpus.store import Store
from ingest.build import build
from ingest.splitting import SPLITTER

THESIS = """title = "Pengaruh Layanan Kota"
authors = ["Éulis Komariah"]
year = 2020
institution = "Universitas Padjadjaran"
degree = "master"
place = "Bandung"
url = "https://repository.example.ac.id/9"
files = ["bab-1.txt"]
"""
TEXT = """BAB I

PENDAHULUAN

1.1 Latar Belakang

Layanan kota di Bandung berkembang sejak lama. Warga menilai layanan itu cukup baik (Rosidi, 2010).
"""


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """Return an assistant of a thesis whose author, year and institution are known."""
    folder = tmp_path_factory.mktemp("known")
    source = folder / "layanan"
    source.mkdir()
    (source / "thesis.toml").write_text(THESIS, encoding="utf-8")
    (source / "bab-1.txt").write_text(TEXT, encoding="utf-8")
    settings = Settings(data_dir=folder / "data")
    with Store.open(settings, splitter=SPLITTER, create=True) as store:
        assert build(store, [source]).failed == ()
    with open_assistant(settings) as opened:
        yield opened


def in_text(reference: Reference) -> str:
    assert reference.in_text is not None
    return reference.in_text.plain


def test_the_whole_passage_is_cited_with_what_it_rests_on(assistant: Assistant) -> None:
    reference = assistant.cite("jakarta-tokyo/1.1/2", language="en")
    assert in_text(reference) == (
        "(Situmorang, 2018, as cited in IMPLEMENTASI PROGRAM PERTUKARAN TENAGA KERJA, n.d., "
        "Section 1.1, para. 1)"
    )
    assert reference.quoted.text == assistant.store.catalog.passage("jakarta-tokyo/1.1/2").text


def test_the_language_is_the_passages_unless_told(assistant: Assistant) -> None:
    assert "dikutip dalam" in in_text(assistant.cite("jakarta-tokyo/1.1/2"))
    assert assistant.cite("jakarta-tokyo/abstract/1").language == "en"
    assert assistant.cite("jakarta-tokyo/ringkesan/1").language == "su"


def test_a_quote_is_cited_with_what_its_own_sentence_rests_on(assistant: Assistant) -> None:
    passage = assistant.store.catalog.passage("jakarta-tokyo/1.1/2")
    first, second = (" ".join(s.text.split()[:6]) for s in passage.sentences)
    unsure = assistant.cite(passage.passage_id, language="en", quote=f"“{first}”")
    assert in_text(unsure).startswith("(possibly Situmorang, 2018, as cited in")
    assert unsure.quoted.text == first
    sure = assistant.cite(passage.passage_id, language="en", quote=second)
    assert in_text(sure).startswith("(Situmorang, 2018, as cited in")


def test_a_span_is_cited_as_its_quote_is(assistant: Assistant) -> None:
    answer = assistant.ask("Apa metode penelitian ini?")
    for citation in answer.citations:
        reference = assistant.cite(
            citation.passage_id, start=citation.start, end=citation.end, style="harvard"
        )
        assert reference.quoted.text == citation.quote
        assert reference.pinpoint.paragraph == citation.paragraph
        assert reference.cited_works == citation.cited_works
    assert answer.citations


def test_a_projects_version_is_called_a_translation(assistant: Assistant) -> None:
    shown = assistant.cite("jakarta-tokyo/1.2/1", language="en", version="en")
    assert shown.quoted.origin == "project"
    assert shown.quoted.original_language == "id"
    assert in_text(shown).endswith("; unofficial translation from Indonesian by Sitir)")
    quoted = assistant.cite("jakarta-tokyo/1.2/1", language="en", quote=shown.quoted.text)
    assert in_text(quoted) == in_text(shown)
    assert quoted.quoted == shown.quoted
    assert "translation" not in in_text(assistant.cite("jakarta-tokyo/1.2/1", language="en"))


def test_the_authors_version_is_cited_where_the_author_wrote_it(assistant: Assistant) -> None:
    shown = assistant.cite("jakarta-tokyo/abstrak/2", language="en", version="en")
    assert shown.passage_id == "jakarta-tokyo/abstract/2"
    assert shown.quoted.origin == ""
    assert in_text(shown).endswith("n.d., ABSTRACT section, para. 2)")
    text = assistant.store.catalog.canonical_text("jakarta-tokyo")
    assert " ".join(shown.quoted.text.split()) in " ".join(text.split())


def test_a_sundanese_reference_of_a_sundanese_version(assistant: Assistant) -> None:
    shown = assistant.cite("jakarta-tokyo/1.1/2", language="su", version="su", style="mla")
    assert in_text(shown) == (
        "(Situmorang dicutat dina IMPLEMENTASI PROGRAM PERTUKARAN TENAGA KERJA, subbab 1.1; "
        "tarjamahan teu resmi tina basa Indonésia ku Sitir)"
    )


def test_what_a_thesis_toml_says_is_in_the_reference(known: Assistant) -> None:
    reference = known.cite("layanan/1.1/1", language="en", quote="Warga menilai layanan itu")
    assert in_text(reference) == (
        "(Rosidi, 2010, as cited in Komariah, 2020, Section 1.1, para. 1)"
    )
    assert reference.entry.plain == (
        "Komariah, É. (2020). Pengaruh Layanan Kota [Master’s thesis, Universitas Padjadjaran]. "
        "https://repository.example.ac.id/9"
    )
    assert "address = {Bandung}" in known.cite("layanan/1.1/1", style="bibtex").entry.plain


def test_a_record_of_an_older_catalog_lacks_what_was_not_asked_then(known: Assistant) -> None:
    from corpus.catalog.reading import _metadata
    from corpus.catalog.writing import _metadata as stored

    old = Metadata(title="Judul")
    assert not {"degree", "place", "url"} & set(stored(old))
    assert _metadata(stored(old)) == old
    (new,) = known.store.catalog.documents()
    assert _metadata(stored(new.metadata)) == new.metadata
    assert new.metadata.degree == "master"


def test_what_cannot_be_cited_is_refused(assistant: Assistant) -> None:
    with pytest.raises(UnknownPassageError, match="no passage 'x/1/1'"):
        assistant.cite("x/1/1")
    for quote in ("tidak tertulis di sini", "buka", " ", "“”", "."):
        with pytest.raises(UnmatchedQuoteError, match="word for word"):
            assistant.cite("jakarta-tokyo/1.1/2", quote=quote)
    with pytest.raises(CitationError, match=r"\[0, 5\) is not in passage"):
        assistant.cite("jakarta-tokyo/1.1/2", start=0, end=5)
    with pytest.raises(CitationError, match="unknown style 'ieee': use one of apa"):
        assistant.cite("jakarta-tokyo/1.1/2", style="ieee")  # type: ignore[arg-type]


def test_a_version_that_is_not_there_is_refused(known: Assistant) -> None:
    with pytest.raises(CitationError, match="has no version in English"):
        known.cite("layanan/1.1/1", version="en")


def test_the_runnable_gives_the_same(assistant: Assistant) -> None:
    expected = assistant.cite("jakarta-tokyo/1.1/2", style="mla")
    runnable = assistant.references
    assert runnable.invoke(Cite(passage_id="jakarta-tokyo/1.1/2", style="mla")) == expected
    assert runnable.invoke({"passage_id": "jakarta-tokyo/1.1/2", "style": "mla"}) == expected
    many = runnable.batch(["jakarta-tokyo/1.1/2", "jakarta-tokyo/1.2/1"] * 20)
    assert many[0] == assistant.cite("jakarta-tokyo/1.1/2")
    assert many[39] == assistant.cite("jakarta-tokyo/1.2/1")


def test_a_reference_is_json(assistant: Assistant) -> None:
    made = json.loads(json.dumps(assistant.cite("jakarta-tokyo/1.1/2", language="en").to_json()))
    assert made["in_text"]["html"].startswith("(Situmorang, 2018, as cited in <i>IMPLEMENTASI")
    assert made["entry"]["markdown"].startswith("*IMPLEMENTASI")
    assert made["cited_works"] == [{"work": "Situmorang, 2018", "scope": "this_sentence"}]
    assert made["pinpoint"]["section"] == "1.1"


def test_a_quote_stands_before_its_citation_and_above_its_note(assistant: Assistant) -> None:
    quote = "rumusan masalah"
    passage_id = "jakarta-tokyo/1.2/1"
    assert quote in assistant.store.catalog.passage(passage_id).text
    shown = assistant.cite(passage_id, quote=quote).quotation.plain
    assert shown.startswith("“rumusan masalah” (")
    noted = assistant.cite(passage_id, quote=quote, style="chicago-notes").quotation.plain
    assert noted.startswith("“rumusan masalah”\n\n“IMPLEMENTASI")


def cite(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "assistant", "cite", *arguments]
    return subprocess.run(command, capture_output=True, check=False, timeout=120)


@pytest.mark.parametrize("style", STYLES)
def test_the_command_writes_what_the_assistant_gives(
    style: Style, built_data_dir: Path, assistant: Assistant, tmp_path: Path
) -> None:
    output = tmp_path / "reference"
    arguments = ["cite", "jakarta-tokyo/1.1/2", "--style", style, "--output", str(output)]
    done = CliRunner().invoke(app, [*arguments, "--data-dir", str(built_data_dir)])
    assert (done.exit_code, done.output) == (0, "")
    expected = assistant.cite("jakarta-tokyo/1.1/2", style=style).shown()
    assert output.read_bytes().decode() == expected
    assert [path.name for path in tmp_path.iterdir()] == ["reference"]


def test_the_command_prints_what_is_asked(built_data_dir: Path, assistant: Assistant) -> None:
    data = ("--data-dir", str(built_data_dir))
    quote = " ".join(assistant.store.catalog.passage("jakarta-tokyo/1.1/2").text.split()[:5])
    done = cite(
        *("jakarta-tokyo/1.1/2", "--style", "mla", "--language", "su", "--quote", quote),
        *("--blanks", "--format", "html", *data),
    )
    expected = assistant.cite(
        "jakarta-tokyo/1.1/2", style="mla", language="su", quote=quote, blanks=True
    )
    assert done.stdout.decode() == f"{expected.shown('html')}\n"
    assert "<p>([" not in done.stdout.decode()
    assert "<i>IMPLEMENTASI" in done.stdout.decode()
    made = json.loads(cite("jakarta-tokyo/1.1/2", "--format", "json", *data).stdout)
    whole = assistant.cite("jakarta-tokyo/1.1/2").to_json()
    assert made == json.loads(json.dumps(whole))
    assert made["quotation"]["plain"].endswith(made["in_text"]["plain"])
    record = cite("jakarta-tokyo/1.1/2", "--style", "ris", *data)
    assert record.stdout.decode() == assistant.cite("jakarta-tokyo/1.1/2", style="ris").shown()


def test_the_command_refuses_with_one_line(built_data_dir: Path, tmp_path: Path) -> None:
    data = ("--data-dir", str(built_data_dir))
    for arguments, said in (
        (("nope/1/1",), "no passage 'nope/1/1' is held"),
        (("jakarta-tokyo/1.1/2", "--quote", "buka"), "does not say 'buka' word for word"),
        (("jakarta-tokyo/1.1/2", "--output", str(tmp_path / "no" / "x")), "cannot write"),
    ):
        done = cite(*arguments, *data)
        assert done.returncode == 1
        assert done.stdout == b""
        (line,) = done.stderr.decode().splitlines()
        assert said in line
