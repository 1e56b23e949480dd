"""What the thesis is called, and is about, is told from its record."""

import pytest

from assistant import Assistant
from assistant.which_documents.thesis_record import asked_field


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("Apa judul skripsi ini?", "PERTUKARAN"),
        ("Skripsi ini tentang apa?", "PERTUKARAN"),
        ("Skripsi ini membahas apa?", "PERTUKARAN"),
        ("What is the title of this thesis?", "Exchange"),
        ("What is this thesis about?", "Exchange"),
        ("Naon judul ieu skripsi?", "Pertukeuran"),
        ("Ieu skripsi téh ngeunaan naon?", "Pertukeuran"),
    ],
)
def test_the_title_is_told(assistant: Assistant, question: str, word: str) -> None:
    answer = assistant.ask(question)
    assert not answer.abstained
    assert word in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Apa tema kerja sama Jakarta Tokyo?",
        "What is the programme about?",
        "Program ieu ngeunaan naon?",
        "Apa tujuan penelitian ini?",
    ],
)
def test_what_something_else_is_about_is_not(question: str) -> None:
    assert asked_field(question) is None
