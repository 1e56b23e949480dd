"""Who asks for results is given what was found, not what was aimed at or hoped for."""

import pytest

from assistant import Assistant
from assistant.evidence_types import holds, is_aim
from assistant.interrogatives import answer_types
from corpus.records import Sentence


@pytest.mark.parametrize(
    "question",
    [
        "Apa hasil penelitian ini?",
        "Apa kesimpulan skripsi ini?",
        "Hasilnya apa?",
        "What did the study conclude?",
        "What is the conclusion of this research?",
        "Ringkasna naon hasil panalungtikan ieu?",
        "Naon kacindekan panalungtikan ieu?",
    ],
)
def test_a_result_is_not_an_aim(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert not answer.abstained
    assert "disimpulkan" in answer.citations[0].quote
    assert "perspektif kualitatif" in answer.citations[0].quote
    assert all("tujuan" not in citation.quote.casefold() for citation in answer.citations)


@pytest.mark.parametrize(
    "question", ["Apa tujuan penelitian ini?", "What are the aims?", "Naon tujuanana?"]
)
def test_who_asks_for_aims_asks_for_no_result(question: str) -> None:
    assert "result" not in answer_types(question)


@pytest.mark.parametrize(
    ("text", "aim", "result"),
    [
        ("Penelitian ini bertujuan untuk mengetahui dampaknya.", True, False),
        ("The programme is expected to save water.", True, False),
        ("Program ieu dipiharep tiasa ngirit cai.", True, False),
        ("Hasil penelitian menunjukkan bahwa air berkurang.", False, True),
        ("It was found that less water is used.", False, True),
        ("Tiasa dicindekkeun yén caina ngirangan.", False, True),
        ("Air dipakai setiap hari.", False, False),
    ],
)
def test_aims_and_results_are_told_apart(text: str, aim: bool, result: bool) -> None:
    sentence = Sentence(0, 0, len(text), 0, len(text), 1, text)
    assert is_aim(sentence) is aim
    assert holds(sentence, "result") is result
