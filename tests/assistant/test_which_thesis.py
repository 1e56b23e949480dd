"""Which thesis is meant: what a question says of it, and what is asked back."""

from __future__ import annotations

import re

import pytest

from assistant.question import read_question
from assistant.strings import STRINGS
from assistant.which_documents.which_reply import completed
from assistant.which_documents.which_thesis import read_reference
from corpus.language import LANGUAGES
from tests.assistant.library import Library, documents_of
from tests.benchmarks.thesis_questions import about_one, asking_back

# Reading the question


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Skripsi mana yang memakai metode kualitatif?", "metode kualitatif"),
        ("Permisi, mau tanya, tesis apa saja yang membahas banjir ya?", "banjir"),
        ("Apakah ada skripsi tentang perawat?", "perawat"),
        ("Mohon sebutkan penelitian mengenai irigasi di Garut.", "irigasi garut"),
        ("Penelitian mana yang pakai studi kasus?", "studi kasus"),
        ("Which theses use a qualitative method?", "qualitative method"),
        ("What research discusses floods?", "floods"),
        ("Could you please list the theses about coffee?", "coffee"),
        ("Are there any studies on batik, please?", "batik"),
        ("Skripsi naon waé nu ngagunakeun métode kualitatif?", "metode kualitatif"),
        ("Punten, aya skripsi perkawis caah?", "caah"),
        ("Panalungtikan mana nu medar batik?", "batik"),
        ("thesis mana yang pakai qualitative method?", "qualitative method"),
    ],
)
def test_a_question_for_theses_is_known_with_what_they_are_to_meet(
    question: str, words: str
) -> None:
    reference = read_reference(read_question(question))
    assert reference is not None
    assert reference.kind == "many"
    assert reference.about.words == tuple(words.split())


@pytest.mark.parametrize(
    "question",
    [
        "Metode penelitian apa yang dipakai?",
        "What research method is used?",
        "Naon tujuan skripsi ngeunaan batik?",
        "Apa hasil penelitian terdahulu?",
        "Sebutkan tujuan penelitian ini",
        "Which document did Jakarta and Tokyo sign?",
        "Dokumen apa yang ditandatangani Jakarta dan Tokyo?",
    ],
)
def test_a_question_that_only_mentions_a_thesis_does_not_ask_for_theses(question: str) -> None:
    reference = read_reference(read_question(question))
    assert reference is None or reference.kind == "one"


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Apa tujuan skripsi ini?", ""),
        ("Rumusan masalahna naon?", ""),
        ("What does the author suggest?", ""),
        ("Apa kata skripsi ini tentang banjir?", "banjir"),
        ("Naon kasang tukang panalungtikan ngeunaan batik di Garut?", "batik garut"),
        ("Which method does this study on coffee use?", "coffee"),
    ],
)
def test_a_question_that_points_to_a_thesis_is_known_with_what_it_names(
    question: str, words: str
) -> None:
    reference = read_reference(read_question(question))
    assert reference is not None
    assert reference.kind == "one"
    assert reference.about.words == tuple(words.split())


@pytest.mark.parametrize(
    "question",
    [
        "Who formalised the MoU?",
        "Kapan Bandung bermitra dengan Braunschweig?",
        "Naon ari sister city?",
    ],
)
def test_most_questions_do_not_refer_to_a_thesis(question: str) -> None:
    assert read_reference(read_question(question)) is None


# Asking back


def test_it_asks_which_thesis_is_meant(library: Library) -> None:
    for question in asking_back():
        answer = library.assistant.ask(question.text)
        assert answer.abstain_reason == "unclear", question.text
        assert answer.abstained
        assert answer.citations == ()
        assert answer.language == question.language
        first, *titles, more = answer.text.split("\n")
        assert first == STRINGS["which_thesis"][question.language]
        assert len(titles) == 5
        assert all(re.match(r"[1-5]\. \w", title) for title in titles)
        assert str(len(library.theses) + 1 - 5) in more
        assert [notice.code for notice in answer.notices] == ["which_document"]
        shown = [evidence.document_id for evidence in answer.evidence]
        assert len(shown) == len(set(shown))


def test_candidates_are_of_the_scope_and_titled_in_the_language_of_the_answer(
    library: Library,
) -> None:
    trilingual = next(t for t in library.theses if len(t.abstracts) == 3)
    scope = (trilingual.document_id, "jakarta-tokyo")
    for language in LANGUAGES:
        answer = library.assistant.ask("Apa tujuan penelitian ini?", language=language,
                                       document_ids=scope)  # fmt: skip
        assert answer.abstain_reason == "unclear"
        assert trilingual.titles[language] in answer.text
        assert len(answer.text.split("\n")) == 3
        assert all(document_id in answer.notices[0].text for document_id in scope)
        assert {evidence.document_id for evidence in answer.evidence} == set(scope)


def test_one_document_in_scope_is_not_asked_about(library: Library) -> None:
    thesis = library.theses[0]
    answer = library.assistant.ask("Siapa penulisnya?", document_ids=[thesis.document_id])
    assert thesis.author in answer.text
    answer = library.assistant.ask("Apa rumusan masalahnya?", document_ids=["jakarta-tokyo"])
    assert documents_of(answer) == ["jakarta-tokyo"]


def test_what_a_question_names_tells_which_thesis_is_meant(library: Library) -> None:
    answered = 0
    for question in about_one(library.theses):
        answer = library.assistant.ask(question.text)
        (meant,) = question.relevant
        if answer.abstain_reason == "unclear":
            assert meant in [evidence.document_id for evidence in answer.evidence]
            continue
        answered += 1
        assert set(documents_of(answer)) <= {meant}, question.text
        if not answer.abstained:
            thesis = library.thesis(meant)
            assert any(title in answer.text for title in thesis.titles.values()), answer.text
    assert answered >= 0.75 * len(library.theses)


def test_the_author_of_the_thesis_named_is_told_with_its_title(library: Library) -> None:
    thesis = next(t for t in library.theses if not t.plain and t.language == "id")
    question = (
        f"Siapa penulis skripsi tentang {thesis.topic.subject['id']} di {thesis.place.names['id']}?"
    )
    answer = library.assistant.ask(question)
    assert thesis.title in answer.text
    assert thesis.author in answer.text


def test_what_no_thesis_speaks_of_is_not_asked_back_for(library: Library) -> None:
    answer = library.assistant.ask("Apakah skripsi ini membahas fotosintesis?")
    assert answer.abstained
    assert answer.abstain_reason in {"off_topic", "not_stated"}


def test_a_question_that_points_to_none_is_answered_from_all(library: Library) -> None:
    answer = library.assistant.ask("Which Indonesian city was partnered with Braunschweig?")
    assert documents_of(answer) == ["jakarta-tokyo"]
    assert "24 Mei 1960" in answer.text


# With what was said before


def test_the_thesis_of_the_last_answer_is_meant(library: Library) -> None:
    before = "Which Indonesian city was partnered with Braunschweig?"
    turns = [(before, library.assistant.ask(before).text)]
    answer = library.assistant.ask("Apa rumusan masalah skripsi ini?", history=turns)
    assert documents_of(answer) == ["jakarta-tokyo"]
    turns.append(("Siapa penulis skripsi ini?", "Skripsi mana yang dimaksud?\n1. A\n2. B"))
    assert library.assistant.ask("Apa tujuan skripsi ini?", history=turns).abstained


@pytest.mark.parametrize("reply", ["{title}", "yang nomor 2", "2", "the second one", "nu kadua"])
def test_a_reply_tells_which_thesis_is_meant(library: Library, reply: str) -> None:
    question = "Siapa penulis skripsi ini?"
    asked = library.assistant.ask(question)
    title = asked.text.split("\n")[2].removeprefix("2. ")
    thesis = next(t for t in library.theses if title in t.titles.values())
    answer = library.assistant.ask(reply.format(title=title), history=[(question, asked.text)])
    assert answer.understood_as == f"{question} — “{title}”"
    assert not answer.abstained
    assert thesis.author in answer.text


def test_a_new_question_is_no_reply(library: Library) -> None:
    asked = library.assistant.ask("Siapa penulis skripsi ini?").text
    answer = library.assistant.ask(
        "Kapan Bandung bermitra dengan Braunschweig?",
        history=[("Siapa penulis skripsi ini?", asked)],
    )
    assert answer.understood_as is None
    assert "24 Mei 1960" in answer.text
    for question in ("Apa tujuan skripsi tentang batik?", "What is the aim?", "Naon hasilna?"):
        assert completed(question, [("Siapa penulisnya?", asked)]) is None
    assert completed("Tokyo", [("Siapa penulisnya?", "Menurut naskah: …")]) is None
    assert completed("Tokyo", []) is None
