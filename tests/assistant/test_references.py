"""References in print: what the manuals prescribe, in three languages, and nothing invented."""

import tomllib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt

from assistant.references.names import read_name
from assistant.references.records import (
    PRINTED_STYLES,
    PersonName,
    Pinpoint,
    Quoted,
    Reference,
    Style,
    Work,
)
from assistant.references.refer import refer
from assistant.references.rich_text import RichText, Run
from assistant.references.works import short_title, title_language, work_of
from corpus.language import LANGUAGES, Language
from corpus.records import CitedWork, DocumentSummary, Metadata

DATA = tomllib.loads((Path(__file__).parent / "references.toml").read_text(encoding="utf-8"))
CASES = [
    pytest.param(case, style, id=f"{case['name']}-{style}")
    for case in DATA["case"]
    for style in PRINTED_STYLES
    if style in case
]
SIX = ("no author", "no year", "pinpoint", "as cited in", "another language", "a translation")
PLACE = Pinpoint("1.1", "1.1 Latar Belakang", 2, 2)
ORIGINAL = Quoted("Kerja sama itu dimulai.", "id", "id")


def summary(record: dict[str, Any]) -> DocumentSummary:
    fields = {**record, "authors": tuple(record.get("authors", ()))}
    return DocumentSummary("one", Metadata(**fields), "", datetime.now(UTC), ("id",), 1, 1, 1)


def cited(case: dict[str, Any], style: Style) -> Reference:
    language: Language = case["language"]
    origin = case.get("translation", "")
    place = Pinpoint(
        section=case.get("section", "1.1"),
        heading=case.get("heading", "1.1 Latar Belakang"),
        paragraph=2,
        last_paragraph=case.get("last_paragraph", 2),
        page=case.get("page"),
    )
    return refer(
        work_of(summary(DATA["works"][case["work"]]), language),
        place,
        Quoted("…", language if origin else "id", "id", origin),
        style=style,
        language=language,
        passage_id="one/1.1/1",
        cited_works=[
            *(CitedWork(work, "this_sentence") for work in case.get("cited", ())),
            *(CitedWork(work, "possibly") for work in case.get("possibly_cited", ())),
        ],
        blanks=case.get("blanks", False),
    )


def starred(text: RichText) -> str:
    return "".join(f"*{run.text}*" if run.italic else run.text for run in text.runs)


@pytest.mark.parametrize(("case", "style"), CASES)
def test_a_reference_is_as_written_by_hand_from_the_manual(
    case: dict[str, Any], style: Style
) -> None:
    reference = cited(case, style)
    assert reference.in_text is not None
    made = {"in_text": starred(reference.in_text), "entry": starred(reference.entry)}
    assert case[style]
    assert {part: made[part] for part in case[style]} == case[style]


def test_the_six_cases_are_there_in_five_styles() -> None:
    english = {case["name"]: case for case in DATA["case"] if case["language"] == "en"}
    whole = [
        (name, style)
        for name in SIX
        for style in PRINTED_STYLES
        if {"in_text", "entry"} <= set(english[name][style])
    ]
    assert len(whole) == 30
    assert {case["language"] for case in DATA["case"]} == set(LANGUAGES)


@pytest.mark.parametrize("style", PRINTED_STYLES)
def test_our_styles_are_valid_csl(style: Style) -> None:
    from citeproc import SCHEMA_PATH

    import assistant.references.printed as home

    schema = etree.RelaxNG(etree.parse(SCHEMA_PATH))
    document = etree.parse(str(Path(home.__file__).parent / "styles" / f"{style}.csl"))
    assert schema.validate(document), schema.error_log


@pytest.mark.parametrize("style", PRINTED_STYLES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_authors_own_words_get_nothing_extra(style: Style, language: Language) -> None:
    work = work_of(summary(DATA["works"]["whole"]), language)
    made = [
        refer(
            work, PLACE, replace(ORIGINAL, origin=o), style=style, language=language, passage_id=""
        )
        for o in ("", "author")
    ]
    assert made[0].in_text == made[1].in_text
    assert made[0].in_text is not None
    assert ";" not in made[0].in_text.plain


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Naskah Sunda Kuno", "Naskah Sunda Kuno"),
        ("Pengaruh Media Sosial terhadap Prestasi Belajar Siswa", "Pengaruh Media Sosial"),
        ("The Effect of Social Media on Grades", "The Effect of Social Media"),
        ("Kota Layanan: Sebuah Tinjauan atas Jakarta", "Kota Layanan"),
        ("Satu dua tiga empat lima enam", "Satu dua tiga empat lima"),
        ("Basa Sunda dina Média Sosial Barudak", "Basa Sunda dina Média Sosial"),
    ],
)
def test_a_long_title_is_shortened_where_it_stands_for_an_author(title: str, short: str) -> None:
    assert short_title(title) == short


@pytest.mark.parametrize(
    ("given_name", "name"),
    [
        ("Sukarno", PersonName("Sukarno")),
        ("Siti Nur Wulandari", PersonName("Wulandari", "Siti Nur")),
        ("Wulandari, Siti Nur", PersonName("Wulandari", "Siti Nur")),
        ("Wulandari, S. N.", PersonName("Wulandari", "S. N.")),
        ("Dr. Siti Nur Wulandari, S.IP., M.Si.", PersonName("Wulandari", "Siti Nur")),
        ("Ahmad bin Abdullah", PersonName("Ahmad bin Abdullah")),
        ("Justus M. van der Kroef", PersonName("Kroef", "Justus M.", "van der")),
        ("van der Kroef, Justus M.", PersonName("Kroef", "Justus M.", "van der")),
    ],
)
def test_names_are_read_as_indonesian_lists_order_them(given_name: str, name: PersonName) -> None:
    assert read_name(given_name) == name


@pytest.mark.parametrize(
    ("title", "versions", "language"),
    [
        ("IMPLEMENTASI PROGRAM PERTUKARAN", {"en": "x", "su": "y"}, "id"),
        ("Analisis pencegahan stunting pada balita", {}, "id"),
        ("PALAKSANAAN PROGRAM GAWÉ BABARENGAN PAMARÉNTAH", {}, "su"),
        ("The Effect of Social Media on the Grades of Students", {"id": "z"}, "en"),
    ],
)
def test_the_language_of_a_title_is_told(
    title: str, versions: dict[Language, str], language: Language
) -> None:
    assert title_language(Metadata(title, versions), LANGUAGES) == language


def test_braces_of_a_name_or_a_work_are_no_fields() -> None:
    made = refer(
        work_of(summary({"title": "{works} {0.__class__} {number}"}), "en"),
        PLACE,
        Quoted("…", "en", "id", "person:{language}"),
        style="apa",
        language="en",
        passage_id="",
        cited_works=[CitedWork("{works}, 2018", "possibly")],
    )
    assert made.in_text is not None
    assert made.in_text.plain == (
        "(possibly {works}, 2018, as cited in {works} {0.__class__} {number}, n.d., Section 1.1, "
        "para. 2; unofficial translation from Indonesian by {language})"
    )


def test_a_title_keeps_its_words_and_its_case() -> None:
    title = 'PENGARUH "service city" – dan iPhone'
    for style in PRINTED_STYLES:
        made = refer(
            Work(document_id="x", title=title, language="en"),
            PLACE,
            ORIGINAL,
            style=style,
            language="en",
            passage_id="",
        )
        shown = made.entry.plain.replace("‘service city’", '"service city"')
        assert title in shown, style


HOSTILE = (
    "<script>alert(1)</script>",
    "[x](javascript:alert(1)) ![y](http://evil.example/z.png)",
    "*a* _b_ `c` | d & e <!-- f",
    "a\n\n# b\r\nER  - \u2028c",
    '<span class="nocase">x</span> “y” \ue000z\ue001',
)


@pytest.mark.parametrize("title", HOSTILE)
@pytest.mark.parametrize("style", PRINTED_STYLES)
def test_a_hostile_title_is_text(title: str, style: Style) -> None:
    work = work_of(summary({"title": title, "authors": [title]}), "en")
    made = refer(work, PLACE, ORIGINAL, style=style, language="en", passage_id="")
    html = made.shown("html")
    tags = etree.fromstring(f"<div>{html}</div>").iter()
    assert {element.tag for element in tags} <= {"div", "p", "i"}
    assert not {"\n", "\ue000", "\ue001", "\u2028"} & set(made.entry.plain)
    assert made.in_text is not None
    for part in (made.in_text, made.entry):
        rendered = etree.fromstring(MarkdownIt("commonmark").render(part.markdown))
        assert {element.tag for element in rendered.iter()} <= {"p", "em"}
        assert "".join(rendered.itertext()) == part.plain


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("style", PRINTED_STYLES)
def test_a_hostile_heading_work_or_translator_is_text(text: str, style: Style) -> None:
    made = refer(
        work_of(summary(DATA["works"]["whole"]), "en"),
        Pinpoint("abstrak", text, 1, 1),
        Quoted("…", "en", "id", f"model:{text}"),
        style=style,
        language="en",
        passage_id="",
        cited_works=[CitedWork(f"{text}, 2018", "possibly")],
    )
    assert made.in_text is not None
    tags = etree.fromstring(f"<div>{made.in_text.html}</div>").iter()
    assert {element.tag for element in tags} <= {"div", "i"}
    rendered = etree.fromstring(MarkdownIt("commonmark").render(made.in_text.markdown))
    assert {element.tag for element in rendered.iter()} <= {"p", "em"}
    assert "".join(rendered.itertext()) == made.in_text.plain


@given(st.lists(st.tuples(st.text(st.characters(exclude_categories=("Cs",))), st.booleans())))
def test_markup_of_any_text_keeps_the_text(parts: list[tuple[str, bool]]) -> None:
    rich = RichText(tuple(Run(text, italic) for text, italic in parts))
    printable = "".join(c for c in rich.plain if c.isprintable())
    parsed = etree.HTML(f"<div>{''.join(c for c in rich.html if c.isprintable())}</div>")
    text = "" if parsed is None else "".join(parsed.itertext())
    assert text == printable


@given(
    title=st.text(st.characters(exclude_categories=("Cs", "Cc", "Co")), min_size=1, max_size=60),
    style=st.sampled_from(PRINTED_STYLES),
    language=st.sampled_from(LANGUAGES),
)
def test_any_title_is_cited(title: str, style: Style, language: Language) -> None:
    work = work_of(summary({"title": f"Judul {title}", "title_versions": {"en": "x"}}), language)
    made = refer(work, PLACE, ORIGINAL, style=style, language=language, passage_id="")
    assert made.in_text is not None
    letters = [char for char in work.title if char.isalpha()]
    assert letters == [c for c in made.entry.plain if c.isalpha()][: len(letters)]
