"""Who asks for the whole in short gets the points of a briefing, quoted."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.question import read_question
from assistant.summary_answer import asks_summary


@pytest.mark.parametrize(
    ("question", "language", "lead"),
    [
        ("Summarise the thesis", "en", "Read: "),
        ("Give me a short summary, please: I have a meeting", "en", "Read: "),
        ("Ringkas skripsi ini", "id", "Dibaca: "),
        ("Punten, pasihan abdi ringkesan skripsi ieu", "su", ""),
    ],
)
def test_the_whole_in_short(assistant: Assistant, question: str, language: str, lead: str) -> None:
    answer = assistant.ask(question)
    assert answer.language == language
    assert answer.notices[0].code == "coverage"
    assert answer.notices[0].text.startswith(lead)
    quotes = " ".join(citation.quote for citation in answer.citations)
    assert "kualitatif" in quotes
    assert "merupakan program yang efektif jika dilihat" in quotes
    assert [citation.number for citation in answer.citations] == [
        number for claim in answer.claims for number in claim.citations
    ]
    text = assistant.store.catalog.canonical_text("jakarta-tokyo")
    assert all(text[c.start : c.end] == c.quote for c in answer.citations)


@pytest.mark.parametrize(
    "question",
    [
        "What is the summary of the peace treaty?",
        "Ringkas sejarah hubungan Indonesia dan Jepang",
        "Kapan MoU diresmikan?",
        "Which main points does the agreement cover?",
    ],
)
def test_who_asks_for_something_in_particular_does_not_ask_for_the_whole(question: str) -> None:
    assert not asks_summary(read_question(question))
