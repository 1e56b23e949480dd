"""What the assistant says about the shipped thesis, end to end on real parts."""

from __future__ import annotations

import json
import re

import pytest

from assistant import Answer, Assistant
from corpus.canonical import fold_whitespace, strip_emphasis
from corpus.errors import UnknownDocumentError
from corpus.judgments import load_facts, load_unanswerable
from corpus.language import LANGUAGES

ANSWERED = [
    (
        "Kapan MoU sister city Jakarta dan Tokyo diresmikan dan oleh siapa?",
        "id",
        "1.1",
        ("23 Oktober 1989", "Wiyogo Atmodarminto", "Shunichi Suzuki"),
    ),
    (
        "Which Indonesian city had the first sister city, with whom, and when?",
        "en",
        "1.1",
        ("Bandung", "Braunschweig", "24 Mei 1960", "24 May 1960"),
    ),
    (
        "Naon kacindekan panalungtikan ieu?",
        "su",
        "abstrak",
        ("efektif jika dilihat dari perspektif kualitatif", "lamun ditilik"),
    ),
    ("How many cities is Jakarta partnered with?", "en", "1.1", ("21 kota lainnya", "21 other")),
    (
        "Apa saja tujuan penelitian ini?",
        "id",
        "1.4.1",
        ("\n1. Penelitian", "\n2. Penelitian", "\n3. Penelitian", "\n4. Penelitian"),
    ),
    ("What share of the national economy is Jakarta's?", "en", "1.1", ("17,3%", "17.3%")),
    ("Apa rumusan masalahnya?", "id", "1.2", ("Bagaimana implementasi dari program",)),
    ("Saha anu ngagagas métode panalungtikanana?", "su", "abstrak", ("John W.Cresswell",)),
]

QUOTED_FIRST = [
    ("When was the Jakarta-Tokyo MoU made official?", "23 Oktober 1989"),
    ("Kapan MoU Jakarta Tokyo diresmikan?", "23 Oktober 1989"),
    ("When was the Bandung MoU signed?", "24 Mei 1960"),
]

CONDITIONS = (
    ("program yang efektif", "jika dilihat dari perspektif kualitatif"),
    ("is an effective program", "when viewed from a qualitative perspective"),
    ("program anu éféktif", "lamun ditilik tina sudut pandang kualitatif"),
)


@pytest.mark.parametrize(("question", "language", "section", "parts"), ANSWERED)
def test_the_main_questions_are_answered_from_the_right_place(
    assistant: Assistant, question: str, language: str, section: str, parts: tuple[str, ...]
) -> None:
    answer = assistant.ask(question)
    assert not answer.abstained
    assert answer.language == language
    assert answer.citations[0].section == section
    for part in parts:
        assert part in answer.text
    assert "[1]" in answer.claims[0].text


@pytest.mark.parametrize(("question", "part"), QUOTED_FIRST)
def test_an_abbreviation_is_met_by_its_words(
    assistant: Assistant, question: str, part: str
) -> None:
    assert part in assistant.ask(question).citations[0].quote


def every_answer(assistant: Assistant) -> list[Answer]:
    questions = [q for fact in load_facts() for q in fact.questions.values()]
    questions += [mixed.question for fact in load_facts() for mixed in fact.mixed]
    questions += [unanswerable.question for unanswerable in load_unanswerable()]
    questions += [question for question, *_ in ANSWERED]
    return [assistant.ask(question) for question in questions]


def test_every_quote_of_every_answer_reads_back_and_the_conclusion_keeps_its_condition(
    assistant: Assistant,
) -> None:
    document = assistant.store.catalog.document("jakarta-tokyo")
    raw = {file.name: file.text for file in document.files}
    answers = every_answer(assistant)
    quotes = 0
    for answer in answers:
        for citation in answer.citations:
            quotes += 1
            assert document.text[citation.start : citation.end] == citation.quote
            source = raw[citation.file][citation.raw_start : citation.raw_end]
            assert fold_whitespace(strip_emphasis(source).replace("*", "")) == fold_whitespace(
                citation.quote
            )
        for statement, condition in CONDITIONS:
            assert answer.text.count(statement) == answer.text.count(condition)
        assert answer.rejected.quotes == 0
    assert quotes > 300


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("cara memasak rendang", "id"),
        ("Bagaimana cuaca di Bali besok?", "id"),
        ("the weather today", "en"),
        ("Who won the football world cup?", "en"),
        ("présidén ayeuna", "su"),
        ("Kumaha carana ngala lauk di walungan?", "su"),
    ],
)
def test_off_corpus_questions_abstain_in_the_askers_language(
    assistant: Assistant, question: str, language: str
) -> None:
    answer = assistant.ask(question)
    assert answer.abstained
    assert answer.abstain_reason in {"off_topic", "not_stated"}
    assert answer.language == language
    assert answer.citations == ()
    assert answer.claims == ()


@pytest.mark.parametrize(
    ("question", "reason", "said"),
    [
        ("Siapa penulisnya?", "metadata_missing", "Nama penulis skripsi ini tidak tercantum"),
        ("Who wrote this thesis?", "metadata_missing", "author is not given"),
        ("Saha panulisna?", "metadata_missing", "Wasta panulis"),
        ("Skripsi ini ditulis tahun berapa?", "metadata_missing", "Tahun penulisan"),
        ("Which university is it from?", "metadata_missing", "university"),
        ("What did Chapter IV find?", "part_not_held", "Chapter IV"),
        ("Apa isi BAB III?", "part_not_held", "BAB III"),
        ("Naon eusi bab pamungkas?", "part_not_held", "bab pamungkas"),
        ("Tolong tampilkan daftar pustakanya", "part_not_held", "daftar pustaka"),
        ("", "empty_question", "empty"),
        ("   ", "empty_question", "empty"),
        ("itu apa?", "unclear", "belum jelas"),
    ],
)
def test_the_kinds_of_silence_are_told_apart(
    assistant: Assistant, question: str, reason: str, said: str
) -> None:
    language = "en" if reason == "empty_question" else None
    answer = assistant.ask(question, language=language)
    assert answer.abstained
    assert answer.abstain_reason == reason
    assert said in answer.text
    assert answer.citations == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_silence_says_what_is_held(assistant: Assistant, language: str) -> None:
    answer = assistant.ask("Siapa pembimbingnya?", language=language)
    held = {"id": "abstrak, BAB I", "en": "abstract, Chapter I", "su": "ringkesan, BAB I"}
    assert held[language] in answer.text


def test_the_answer_comes_in_the_language_asked_for_and_labels_the_translation(
    assistant: Assistant,
) -> None:
    answer = assistant.ask("Berapa kota yang bermitra dengan Jakarta?", language="en")
    assert answer.question_language == "id"
    assert answer.language == "en"
    assert "in Indonesian" in answer.text
    assert "Unofficial English translation" in answer.text
    assert "unofficial_translation" in [notice.code for notice in answer.notices]
    versions = {(v.language, v.origin) for v in answer.citations[0].versions}
    assert versions == {("en", "project"), ("su", "project")}


def test_the_authors_own_version_is_called_so(assistant: Assistant) -> None:
    answer = assistant.ask("What does this research conclude?")
    assert answer.citations[0].language == "id"
    assert "The author’s own English version: “In this study, it can be concluded" in answer.text
    assert "unofficial_translation" not in [notice.code for notice in answer.notices]


def test_a_long_question_is_cut_with_a_notice(assistant: Assistant) -> None:
    answer = assistant.ask("Apa tujuan penelitian ini? " + "kota " * 20_000)
    assert "question_cut" in [notice.code for notice in answer.notices]
    assert len(answer.question) > 4_000


def test_a_long_history_is_cut_with_a_notice(assistant: Assistant) -> None:
    history = [("Apa itu service city?", "…")] * 10_000
    answer = assistant.ask("Kapan MoU Jakarta dan Tokyo diresmikan?", history=history)
    assert "history_cut" in [notice.code for notice in answer.notices]
    assert not answer.abstained


def test_a_follow_up_is_understood_with_the_question_before(assistant: Assistant) -> None:
    history = [("Kapan MoU sister city Jakarta dan Tokyo diresmikan?", "23 Oktober 1989")]
    answer = assistant.ask("Oleh siapa?", history=history)
    assert answer.understood_as is not None
    assert "Wiyogo Atmodarminto" in answer.text


@pytest.mark.parametrize("attack", ["{a.__class__}", "{{7*7}}", '{"lc":1,"type":"constructor"}'])
def test_templates_in_a_question_stay_text(assistant: Assistant, attack: str) -> None:
    """D7."""
    answer = assistant.ask(f"Apa tujuan penelitian ini? {attack}", history=[(attack, attack)])
    assert answer.question.endswith(attack)
    assert "class '" not in json.dumps(answer.to_json())
    assert "49" not in answer.text


def test_half_a_character_in_a_question_is_marked(assistant: Assistant) -> None:
    half = "\ud800"
    answer = assistant.ask(f"Apa tujuan {half} penelitian ini?", history=[(half, half)])
    assert answer.question == "Apa tujuan \ufffd penelitian ini?"
    assert answer.citations
    assert assistant.search(f"tujuan {half}", k=1)
    json.dumps(answer.to_json(), ensure_ascii=False).encode()


def test_an_unknown_document_is_refused(assistant: Assistant) -> None:
    with pytest.raises(UnknownDocumentError, match=r"'nothing'.*jakarta-tokyo"):
        assistant.ask("Apa tujuannya?", document_ids=["nothing"])


KEYS = """
    query_id question question_language language understood_as abstained abstain_reason text
    incomplete notices claims citations conflicts evidence rejected generator timings_ms
"""
CITATION_KEYS = """
    number passage_id document_id section heading paragraph page language quote file start end
    raw_start raw_end versions cited_works notes
"""
EVIDENCE_KEYS = "passage_id document_id section heading language score text parallels"


def test_the_json_has_the_documented_keys(assistant: Assistant) -> None:
    given = assistant.ask("When was the MoU made official?", query_id="q1").to_json()
    assert list(given) == KEYS.split()
    assert given["query_id"] == "q1"
    assert list(given["citations"][0]) == CITATION_KEYS.split()
    assert list(given["citations"][0]["versions"][0]) == ["language", "text", "origin"]
    assert list(given["evidence"][0]) == EVIDENCE_KEYS.split()
    assert len(given["evidence"]) == 10
    scores = [evidence["score"] for evidence in given["evidence"]]
    assert scores == sorted(scores, reverse=True)
    assert list(given["timings_ms"]) == ["retrieve", "rerank", "answer", "total"]
    json.dumps(given, ensure_ascii=False)


def test_the_authors_versions_are_one_result(assistant: Assistant) -> None:
    found = assistant.search("conclusion of the study: is the program effective?", k=10)
    groups = [re.sub(r"/(abstract|ringkesan)/", "/abstrak/", e.passage_id) for e in found]
    assert len(groups) == len(set(groups))
    best = next(e for e in found if e.passage_id.endswith("/4") and e.parallels)
    assert len(best.parallels) == 2


def test_the_same_question_gets_the_same_answer(assistant: Assistant) -> None:
    first = assistant.ask("Apa itu service city?")
    again = assistant.ask("Apa itu service city?")
    assert first.text == again.text
    assert first.evidence == again.evidence


@pytest.mark.parametrize("language", LANGUAGES)
def test_starter_questions_are_answered(assistant: Assistant, language: str) -> None:
    starters = assistant.starter_questions(language)
    assert len(starters) == 4
    for question in starters:
        answer = assistant.ask(question)
        assert not answer.abstained, question
        assert answer.language == language
