"""Which part of a thesis a question asks for, and what is of that part."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.asked_roles import asked_roles, plays_role
from assistant.question import read_question


@pytest.mark.parametrize(
    ("question", "role"),
    [
        ("What is the research question?", "question"),
        ("Apa saja rumusan masalah dalam skripsi ini?", "question"),
        ("Naon waé rumusan masalah dina ieu skripsi?", "question"),
        ("Apa tujuan penelitian ini?", "purpose"),
        ("What is the aim of this thesis?", "purpose"),
        ("Apa manfaat penelitian ini?", "benefit"),
        ("Naon mangpaatna panalungtikan ieu?", "benefit"),
        ("How was the research carried out?", "method"),
        ("Métode naon anu dianggo?", "method"),
        ("What are the limits of the study?", "scope"),
    ],
)
def test_the_part_asked_for(question: str, role: str) -> None:
    assert asked_roles(question) == {role}


@pytest.mark.parametrize(
    "question",
    ["Kapan MoU diresmikan?", "How many cities?", "Saha gubernurna?", "Apa manfaat hutan?"],
)
def test_most_questions_ask_for_no_part(question: str) -> None:
    assert asked_roles(question) == frozenset()


def test_what_stands_in_the_section_and_says_so_plays_the_role(assistant: Assistant) -> None:
    document = assistant.store.catalog.document("jakarta-tokyo")
    asked = asked_roles("Apa manfaat penelitian ini?")
    by_section = {
        passage.section: max(plays_role(passage, s, asked) for s in passage.sentences)
        for passage in document.passages
    }
    assert by_section["1.4.2.2"] == 1.0
    assert by_section["1.2"] == 0.0


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("What is the research question?", "Bagaimana implementasi dari program"),
        ("Apa rumusan masalahnya?", "Bagaimana implementasi dari program"),
        ("What is the conclusion of this thesis?", "dapat disimpulkan bahwa implementasi"),
        ("Apa manfaat penelitian ini?", "Secara praktis temuan"),
        ("What problems does Jakarta face?", "kemacetan kendaraan, polusi udara"),
    ],
)
def test_parts_of_the_shipped_thesis_are_quoted(
    assistant: Assistant, question: str, said: str
) -> None:
    assert any(said in citation.quote for citation in assistant.ask(question).citations)


@pytest.mark.parametrize(
    "question",
    [
        "What is the capital of Germany?",
        "Who is the mayor of Bandung?",
        "Berapa jumlah penduduk Jakarta?",
        "What is the programme's budget?",
    ],
)
def test_what_is_only_touched_on_is_not_answered(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.abstain_reason == "not_stated"
    assert answer.citations == ()


def test_a_section_that_is_named_by_its_number_is_quoted(assistant: Assistant) -> None:
    assert read_question("What does section 1.3 say?").sections == ("1.3",)
    assert read_question("Apa isi subbab 1.4.2?").sections == ("1.4.2",)
    assert read_question("It grew by 1.3 percent").sections == ()
    answer = assistant.ask("What does section 1.3 say?")
    assert {citation.section for citation in answer.citations} == {"1.3"}
