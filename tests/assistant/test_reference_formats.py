"""References for programs: read back by independent parsers, whatever a record holds."""

import json
from typing import Any

import bibtexparser
import pytest
import rispy
from bibtexparser.library import Library
from bibtexparser.middlewares import (
    LatexDecodingMiddleware,
    SeparateCoAuthors,
    SplitNameParts,
)
from citeproc.source.json import CiteProcJSON
from hypothesis import given
from hypothesis import strategies as st

from assistant.references.bibtex import bibtex_key
from assistant.references.names import read_name
from assistant.references.records import MACHINE_STYLES, Pinpoint, Quoted, Style, Work
from assistant.references.refer import refer
from assistant.references.works import one_line
from corpus.records import CitedWork

WHOLE = Work(
    document_id="naskah-kuna",
    title="Naskah Sunda Kuna – “Éksprési” 50% & _service_ #1 {kota} $x$ ~^\\",
    language="su",
    translated_title="Old Sundanese manuscripts",
    authors=tuple(map(read_name, ("Éulis Nur Komariah", "Kusnadi", "Ahmad bin Abdullah"))),
    year=2019,
    institution="Universitas Padjadjaran & Teman",
    degree="doctor",
    place="Bandung",
    url="https://repository.example.ac.id/a_b%20c?d=1&e=2#f",
)
HOSTILE = (
    "{\\input{/etc/passwd}}",
    "}} @article{evil, title = {x}",
    "x\nER  - \nTY  - BOOK\r\nTI  - evil",
    "x\u2028ER  - \x0bTY  - BOOK\x85AU  - evil\x1c",
    "<script>alert(1)</script>",
    '"], "id": "evil',
    "@comment{x} % y \\ {",
    "\\end{document}",
)


def made(work: Work, style: Style) -> str:
    return refer(
        work,
        Pinpoint("1.1", "1.1 Latar Belakang", 2, 3),
        Quoted("…", "en", "su", "project"),
        style=style,
        language="en",
        passage_id=f"{work.document_id}/1.1/2",
        cited_works=[CitedWork("Situmorang, 2018", "possibly")],
    ).entry.plain


def bibtex(text: str) -> Library:
    library = bibtexparser.parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    assert library.failed_blocks == []
    return library


def bibtex_fields(text: str) -> dict[str, str]:
    library = bibtex(text)
    (entry,) = library.entries
    assert len(library.blocks) == 1
    return {"": entry.entry_type, "key": entry.key} | {f.key: f.value for f in entry.fields}


def unbraced(value: str) -> str:
    """Return a field without the braces that keep its case."""
    return value.replace("{", "").replace("}", "")


def ris(text: str) -> dict[str, Any]:
    (record,) = rispy.loads(text)
    return dict(record)


def csl(text: str) -> dict[str, Any]:
    """Return the item that a citation processor has loaded; what it does not know it warns of."""
    (item,) = json.loads(text)
    (loaded,) = CiteProcJSON([item]).values()
    assert set(loaded) == {name.replace("-", "_") for name in item} - {"id"} | {"key"}
    assert str(loaded.title) == item["title"]
    return dict(item)


def test_bibtex_is_read_back() -> None:
    text = made(WHOLE, "bibtex")
    assert text.isascii()
    found = bibtex_fields(text)
    assert found[""] == "phdthesis"
    assert found["key"] == "naskah-kuna"
    assert found["author"].replace("{", "").replace("}", "") == (
        "Komariah, Éulis Nur and Kusnadi and Ahmad bin Abdullah"
    )
    assert found["year"] == "2019"
    assert found["school"] == "Universitas Padjadjaran & Teman"
    assert found["address"] == "Bandung"
    assert found["language"] == "Sundanese"
    assert "section 1.1, paras. 2–3; based on possibly Situmorang, 2018" in found["annote"]
    assert "unofficial translation from Sundanese by Sitir" in found["annote"]
    # The parser knows another circumflex.
    assert unbraced(found["title"]).replace("ˆ", "^") == unbraced(WHOLE.title)


def test_bibtex_escapes_what_latex_reads() -> None:
    lines = made(WHOLE, "bibtex").splitlines()
    assert lines[:3] == [
        "@phdthesis{naskah-kuna,",
        "  author = {Komariah, {\\'E}ulis Nur and Kusnadi and {Ahmad bin Abdullah}},",
        (
            "  title = {{Naskah Sunda Kuna {\\textendash} {\\textquotedblleft}{\\'E}kspr{\\'e}si"
            "{\\textquotedblright} 50{\\%} {\\&} {\\_}service{\\_} {\\#}1 {\\textbraceleft}"
            "kota{\\textbraceright} {\\$}x{\\$} {\\textasciitilde}"
            "{\\textasciicircum}{\\textbackslash}}},"
        ),
    ]
    assert "  url = {https://repository.example.ac.id/a_b%20c?d=1&e=2#f}," in lines


def test_bibtex_writes_an_accent_of_its_own_as_one_of_its_letter() -> None:
    work = Work(document_id="x", title="E\u0301kspre\u0301si", language="su")
    assert "title = {{{\\'E}kspr{\\'e}si}}" in made(work, "bibtex")


@pytest.mark.parametrize(
    ("degree", "institution", "kind"),
    [
        ("doctor", "Universitas", "phdthesis"),
        ("master", "Universitas", "mastersthesis"),
        ("bachelor", "Universitas", "mastersthesis"),
        ("bachelor", "", "misc"),
        ("", "", "misc"),
    ],
)
def test_bibtex_has_a_type_for_each_degree(degree: Any, institution: str, kind: str) -> None:
    work = Work(
        document_id="x", title="Judul", language="id", degree=degree, institution=institution
    )
    found = bibtex_fields(made(work, "bibtex"))
    assert found[""] == kind
    assert {"author", "year"} & set(found) == set()
    assert found["howpublished" if kind == "misc" else "type"] in {
        "Thesis",
        "Undergraduate thesis",
        "Master’s thesis",
        "Doctoral dissertation",
    }


@given(st.lists(st.text("aB ,.-and{}\\'é\u0301\u200b", min_size=1, max_size=20), max_size=5))
def test_bibtex_keeps_the_number_of_authors(names: list[str]) -> None:
    authors = tuple(
        read_name(one_line(name)) for name in [*names, "Hukum and Adat"] if one_line(name)
    )
    work = Work(document_id="x", title="Judul", language="id", authors=authors)
    library = bibtexparser.parse_string(
        made(work, "bibtex"), append_middleware=[SeparateCoAuthors(), SplitNameParts()]
    )
    assert library.failed_blocks == []
    (entry,) = library.entries
    assert len(entry["author"]) == len(authors)


@pytest.mark.parametrize(
    ("document_id", "key"),
    [("naskah kuna", "naskah-kuna"), ("a,b}{c", "a-b-c"), ("日本", "thesis")],
)
def test_a_bibtex_key_is_made_of_letters_digits_and_hyphens(document_id: str, key: str) -> None:
    assert bibtex_key(Work(document_id=document_id, title="x", language="id")) == key


def test_ris_is_read_back() -> None:
    text = made(WHOLE, "ris")
    assert text.startswith("TY  - THES\r\n")
    assert text.endswith("\r\nER  - \r\n")
    assert ris(text) == {
        "type_of_reference": "THES",
        "id": "naskah-kuna",
        "authors": ["Komariah, Éulis Nur", "Kusnadi", "Ahmad bin Abdullah"],
        "title": WHOLE.title,
        "translated_title": "Old Sundanese manuscripts",
        "year": "2019",
        "publisher": "Universitas Padjadjaran & Teman",
        "place_published": "Bandung",
        "type_of_work": "Doctoral dissertation",
        "language": "su",
        "urls": ["https://repository.example.ac.id/a_b%20c?d=1&e=2#f"],
        "notes": [
            (
                "naskah-kuna/1.1/2; section 1.1, paras. 2–3; based on possibly Situmorang, 2018; "
                "unofficial translation from Sundanese by Sitir"
            )
        ],
    }


def test_csl_json_is_read_back() -> None:
    found = csl(made(WHOLE, "csl-json"))
    assert found["author"] == [
        {"family": "Komariah", "given": "Éulis Nur"},
        {"family": "Kusnadi"},
        {"literal": "Ahmad bin Abdullah"},
    ]
    assert found["issued"] == {"date-parts": [[2019]]}
    assert (found["id"], found["type"], found["title"]) == ("naskah-kuna", "thesis", WHOLE.title)
    assert found["genre"] == "Doctoral dissertation"
    assert found["publisher-place"] == "Bandung"


def test_what_is_not_known_is_left_out_for_programs() -> None:
    bare = Work(document_id="bare", title="Judul", language="id")
    assert not {"author", "year", "school", "url"} & set(bibtex_fields(made(bare, "bibtex")))
    assert not {"authors", "year", "publisher", "urls"} & set(ris(made(bare, "ris")))
    assert not {"author", "issued", "publisher", "URL"} & set(csl(made(bare, "csl-json")))


@pytest.mark.parametrize("style", MACHINE_STYLES)
@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_record_is_one_inert_entry(text: str, style: Style) -> None:
    shown = one_line(text)
    work = Work(
        document_id=text,
        title=shown,
        language="id",
        authors=(read_name(shown),),
        institution=shown,
        place=shown,
    )
    entry = made(work, style)
    if style == "bibtex":
        found = bibtex_fields(entry)
        assert found[""] == "mastersthesis"
        assert "\\input" not in entry
        assert "\\end" not in entry
        assert "@" not in entry.replace("{@}", "")[1:]
    elif style == "ris":
        record = ris(entry)
        assert record["type_of_reference"] == "THES"
        assert record["title"] == shown
    else:
        assert csl(entry)["title"] == shown


@given(st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=40))
def test_any_title_reads_back(title: str) -> None:
    shown = one_line(f"Judul {title} x")
    work = Work(document_id="one", title=shown, language="id")
    assert ris(made(work, "ris"))["title"] == shown
    assert csl(made(work, "csl-json"))["title"] == shown
    entry = made(work, "bibtex")
    (parsed,) = bibtexparser.parse_string(entry).entries
    assert parsed.key == "one"
    assert [field.key for field in parsed.fields][-1] == "annote"
    assert entry.count("{") == entry.count("}")
