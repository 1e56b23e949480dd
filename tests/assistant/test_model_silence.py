"""Where the answer is silence, a record or a question back, no model is asked."""

from __future__ import annotations

import pytest

from assistant import Assistant
from corpus.language import LANGUAGES, Language
from tests.assistant.library import Library
from tests.assistant.model_rig import QUESTIONS, STATEMENTS, Rig, codes, rig


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("Siapa pemenang Piala Dunia 2022?", None),
        ("Siapa penulis skripsi ini?", "metadata_missing"),
        ("Apa isi BAB IV?", "part_not_held"),
        ("", "empty_question"),
        ("Apa?", None),
    ],
)
def test_d4_the_model_is_not_asked_where_the_answer_is_silence(
    model: Rig, question: str, reason: str | None
) -> None:
    model.server.write = lambda _: "Argentina menang."
    answer = model.assistant.ask(question)
    assert answer.abstained
    assert reason in {None, answer.abstain_reason}
    assert model.server.asked == []
    parts = list(model.assistant.stream(question))
    assert [part.done for part in parts] == [True]
    assert model.server.asked == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_d4_a_follow_up_off_the_corpus_is_silence_too(model: Rig, language: Language) -> None:
    off: dict[Language, str] = {
        "id": "Siapa pemenang Piala Dunia 2022 di Qatar?",
        "en": "Who won the 2022 World Cup in Qatar?",
        "su": "Saha nu juara Piala Dunya 2022 di Qatar?",
    }
    model.server.write = lambda _: "Argentina."
    history = [(QUESTIONS[language], STATEMENTS[language])]
    answer = model.assistant.ask(off[language], history=history)
    assert answer.abstained
    assert answer.citations == ()
    assert answer.language == language
    assert model.server.asked == []


def test_d4_the_model_may_say_that_the_evidence_does_not_answer(model: Rig) -> None:
    model.server.write = lambda _: "NONE"
    answer = model.ask()
    assert answer.generator == "extractive"
    assert answer.rejected.claims == 0
    assert "nothing_left" in codes(answer)
    assert not model.generator.resting


def test_what_is_told_from_a_record_or_asks_back_needs_no_model(library: Library) -> None:
    thesis = next(t for t in library.theses if not t.plain and t.language == "id")
    meant = f"{thesis.topic.subject['id']} di {thesis.place.names['id']}"
    with rig(library.assistant.store) as model:
        listed = model.assistant.ask("Skripsi apa saja yang ditulis pada tahun 2019?")
        recorded = model.assistant.ask(f"Siapa penulis skripsi tentang {meant}?")
        which = model.assistant.ask("Apa rumusan masalah skripsi ini?")
    assert thesis.author in recorded.text
    assert codes(which) == ["which_document"]
    for answer in (listed, recorded, which):
        assert answer.generator == "extractive"
    assert model.server.asked == []


def test_by_default_no_model_is_there(assistant: Assistant) -> None:
    answer = assistant.ask(QUESTIONS["id"])
    assert assistant.generator is None
    assert answer.generator == "extractive"
    assert [part.answer.text for part in assistant.stream(QUESTIONS["id"])] == [answer.text]
