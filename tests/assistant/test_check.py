"""A text that somebody wrote, checked: quotes, numbers and statements, in three languages."""

from __future__ import annotations

import pytest

from assistant import Assistant, CheckReport, Finding

THROUGH_A_PAGE_BREAK = (
    "Kota Jakarta maupun Kota Tokyo yang berperan sebagai ibu kota negara serta kedua kota besar"
)
OVER_TWO_SENTENCES = (
    "dengan Kota Tokyo, Jepang. Negara Indonesia dan Jepang secara resmi menjalin hubungan"
)
EXACT = [
    ("id", "Kota Jakarta masih menjadi kota yang melakukan penerapan kerja sama *sister city*"),
    ("en", "an effective program when viewed from a qualitative perspective"),
    ("su", "Kadua nagara sacara resmi ngamimitian interaksina dina April 1958"),
    ("id", THROUGH_A_PAGE_BREAK),
    ("id", OVER_TWO_SENTENCES),
    ("id", "lintas – batas yang terus mengalami peningkatan"),
]
ALTERED = [
    ("berhasil menjalin kerja sama dengan 27 kota lainnya", ("replaced", "27", "21")),
    ("berhasil menjalin kerja sama dengan kota lainnya di dunia", ("left_out", "", "21")),
    (
        "Gubernur Jakarta Ali Atmodarminto bersama dengan Ketua DPR Tokyo",
        ("replaced", "Ali", "Wiyogo"),
    ),
    ("The two countries have officially began their interaction", ("added", "have", "")),
    (
        "intensitas interaksi lintas-batas yang terus mengalami",
        ("replaced", "lintas-batas", "lintas – batas"),
    ),
    (
        "Kadua bangsa sacara resmi ngamimitian interaksina dina April 1958",
        ("replaced", "bangsa", "nagara"),
    ),
]
MARKS = ["“{}”", '"{}"', "«{}»", "„{}“", "‘{}’", "'{}'", "”{}”"]
MISATTRIBUTED = [
    ("Dalam bagian 1.2 tertulis “{}”.", "bagian 1.2"),
    ("“{}” (BAB I, 1.4.2).", "1.4.2"),
    ("In the abstract we read “{}”.", "abstract"),
    ("Menurut Situmorang (2018), “{}”.", "Situmorang, 2018"),
    ("“{}” (Mukti, 2013).", "Mukti, 2013"),
    ("Dina bab II kaserat “{}”.", "bab II"),
    ("Section 1.1, paragraph 2 says “{}”.", "paragraph 2"),
]
ATTRIBUTED = [
    "Dalam bagian 1.1 tertulis “{}”.",
    "“{}” (BAB I, 1.1).",
    "Menurut Parama (2021), “{}”.",
    "“{}” (Parama, 2021).",
    "Chapter one says “{}”.",
    "Dina bab I, paragraf 4, kaserat “{}”.",
    "Keohane (1984) menulis “{}”.",
    "“{}” tertulis di sana, dan bagian 1.2 berisi rumusan masalahnya.",
]
FROM_1989 = "Pada tanggal 23 Oktober 1989, Gubernur Jakarta Wiyogo Atmodarminto"


def findings(report: CheckReport, kind: str) -> list[Finding]:
    return [finding for finding in report.findings if finding.kind == kind]


def quote(assistant: Assistant, text: str) -> Finding:
    (found,) = findings(assistant.check(text), "quote")
    return found


@pytest.mark.parametrize(("language", "text"), EXACT)
def test_a_quote_that_stands_so_is_exact(assistant: Assistant, language: str, text: str) -> None:
    found = quote(assistant, f"“{text}”")
    assert found.verdict == "exact"
    assert found.differences == ()
    assert {citation.language for citation in found.citations} == {language}
    assert " ".join(c.quote for c in found.citations) == text.replace("*", "")


@pytest.mark.parametrize(("text", "difference"), ALTERED)
def test_a_changed_quote_is_altered_in_just_those_words(
    assistant: Assistant, text: str, difference: tuple[str, str, str]
) -> None:
    found = quote(assistant, f"“{text}”")
    assert found.verdict == "altered"
    assert [(d.operation, d.given, d.original) for d in found.differences] == [difference]
    assert found.citations[0].quote


@pytest.mark.parametrize("marks", MARKS)
def test_marks_of_every_style_quote(assistant: Assistant, marks: str) -> None:
    text = f"Penulis menyebut {marks.format('kerja sama kemitraan *sister city* antara')} itu."
    found = quote(assistant, text)
    assert found.verdict == "exact"
    assert text[found.start : found.end] == "kerja sama kemitraan *sister city* antara"
    assert found.text == "kerja sama kemitraan sister city antara"


@pytest.mark.parametrize("inner", ["“{}”", "'{}'", "‘{}’", '"{}"'])
def test_a_quote_in_a_quote_belongs_to_it(assistant: Assistant, inner: str) -> None:
    inside = inner.format("Menyejajarkan Jakarta dengan kota dunia")
    found = quote(assistant, f"“Dengan visi {inside}, menegaskan bahwa Kota Jakarta membuka diri”")
    assert found.verdict == "exact"


def test_composed_and_decomposed_letters_are_the_same(assistant: Assistant) -> None:
    found = quote(
        assistant, "“mangrupa program anu e\u0301fe\u0301ktif. lamun ditilik tina\u200b sudut”"
    )
    assert found.verdict == "exact"


@pytest.mark.parametrize(("frame", "claimed"), MISATTRIBUTED)
def test_a_quote_that_stands_elsewhere_is_misattributed(
    assistant: Assistant, frame: str, claimed: str
) -> None:
    found = quote(assistant, frame.format(FROM_1989))
    assert found.verdict == "misattributed"
    assert found.claimed == claimed
    assert found.stands_in.startswith("1.1 Latar Belakang")
    assert claimed in found.said


@pytest.mark.parametrize("frame", ATTRIBUTED)
def test_a_quote_with_the_right_source_or_none_is_exact(assistant: Assistant, frame: str) -> None:
    found = quote(assistant, frame.format(FROM_1989))
    assert found.verdict == "exact"
    assert found.claimed == ""


def test_each_quote_of_a_sentence_has_its_own_source(assistant: Assistant) -> None:
    text = (
        "“April 1958, melalui penandatanganan Perjanjian Perdamaian” (abstrak) dan "
        f"“{FROM_1989}” (1.3)."
    )
    verdicts = [found.verdict for found in findings(assistant.check(text), "quote")]
    assert verdicts == ["exact", "misattributed"]


def test_a_chapter_that_is_not_held_is_said_to_be_so(assistant: Assistant) -> None:
    found = quote(assistant, f"“{FROM_1989}” (BAB IV).")
    assert found.verdict == "misattributed"
    assert [remark.code for remark in found.remarks] == ["part_not_held"]
    assert "BAB IV" in found.remarks[0].text


def test_a_translation_is_told_from_the_original(assistant: Assistant) -> None:
    report = assistant.check(
        "“Jakarta has succeeded in establishing cooperation with 21 other cities in the world”"
    )
    found = report.findings[0]
    assert found.verdict == "exact"
    assert found.translation is not None
    assert found.translation.origin == "project"
    assert "unofficial" in found.said
    assert "unofficial_translation" in [notice.code for notice in report.notices]
    assert found.citations[0].language == "id"
    assert "21 kota lainnya" in found.citations[0].quote


def test_parts_between_ellipses_stand_in_order(assistant: Assistant) -> None:
    first, second = "sejarah panjang di masa lampau", "terbukanya peluang – peluang kerja sama"
    for gap in ("…", "...", "[…]", "[...]"):
        found = quote(assistant, f"“{first} {gap} {second}”")
        assert found.verdict == "exact", gap
        assert [citation.quote for citation in found.citations] == [first, second]
    turned = quote(assistant, f"“{second} … {first}”")
    assert turned.verdict == "altered"
    assert [remark.code for remark in turned.remarks] == ["order"]


def test_a_quote_that_withholds_a_condition_is_told_how_it_goes_on(assistant: Assistant) -> None:
    found = quote(assistant, "The study calls it “an effective program”.")
    assert found.verdict == "exact"
    assert [remark.code for remark in found.remarks] == ["goes_on"]
    assert "when viewed from a qualitative perspective" in found.remarks[0].text


def test_a_quote_from_nowhere_is_unsupported_or_off_the_corpus(assistant: Assistant) -> None:
    about = quote(assistant, "“kerja sama sister city Jakarta dan Tokyo menaikkan upah buruh”")
    assert about.verdict == "unsupported"
    off = quote(assistant, "“rendang dimasak dengan santan dan cabai sampai kering”")
    assert off.verdict == "off_corpus"
    assert about.citations == off.citations == ()


def test_a_word_or_two_in_marks_are_a_term(assistant: Assistant) -> None:
    report = assistant.check("Istilah “service city” dan 'sister city' dipakai.")
    assert findings(report, "quote") == []


def test_a_block_quote_is_read_with_the_line_that_names_its_source(assistant: Assistant) -> None:
    lines = THROUGH_A_PAGE_BREAK.replace(" berperan", "\n> berperan")
    text = f"> {lines}\n> — BAB I, {{}}\n"
    right, wrong = quote(assistant, text.format("1.1")), quote(assistant, text.format("1.3"))
    assert (right.verdict, wrong.verdict) == ("exact", "misattributed")
    assert text[right.start : right.end].replace("\n> ", " ") == THROUGH_A_PAGE_BREAK


def test_the_title_of_the_record_may_be_quoted_in_any_case(assistant: Assistant) -> None:
    found = quote(
        assistant,
        "Skripsi “Implementation of the labor exchange program within the scope of the Jakarta "
        "City and Tokyo City governments in the development of Jakarta City into a service city”",
    )
    assert found.verdict == "exact"
    assert "jakarta-tokyo" in found.said
