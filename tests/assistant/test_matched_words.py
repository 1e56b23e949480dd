"""The word pairs of a match: what of the question is met by what of the text."""

from __future__ import annotations

import pytest

from assistant import Assistant
from corpus.errors import UnknownPassageError


def pairs(assistant: Assistant, question: str, number: int = 0) -> list[tuple[str, str]]:
    quoted = assistant.ask(question).citations[number]
    found = assistant.matched_words(question, quoted.passage_id, quoted.start, quoted.end)
    text = assistant.store.catalog.canonical_text(quoted.document_id)
    assert all(text[pair.start : pair.end] == pair.text_word for pair in found)
    assert all(quoted.start <= pair.start < pair.end <= quoted.end for pair in found)
    assert [pair.start for pair in found] == sorted(pair.start for pair in found)
    return [(pair.question_word, pair.text_word) for pair in found]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "What problems does Jakarta face, such as floods?",
            [("floods", "banjir"), ("problems", "permasalahan"), ("Jakarta", "Jakarta")],
        ),
        (
            "Who formalised the MoU?",
            [("formalised", "meresmikan"), ("MoU", "Memorandum of Understanding")],
        ),
        (
            "Naon kacindekan panalungtikan ieu?",
            [("kacindekan", "disimpulkan"), ("panalungtikan", "penelitian")],
        ),
        ("Apa manfaat penelitian ini?", [("manfaat", "manfaat"), ("penelitian", "penelitian")]),
        ("Iraha MoU sister city diresmikeun?", [("diresmikeun", "meresmikan")]),
    ],
)
def test_words_meet_across_languages(
    assistant: Assistant, question: str, expected: list[tuple[str, str]]
) -> None:
    found = pairs(assistant, question)
    assert set(expected) <= set(found)


@pytest.mark.parametrize(
    "question", ["Apa tujuan penelitian ini?", "What is the method used in this research?"]
)
def test_only_content_words_are_paired(assistant: Assistant, question: str) -> None:
    asked = {word for word, _ in pairs(assistant, question)}
    assert asked
    assert not asked & {"Apa", "ini", "What", "is", "the", "in", "this"}


def test_a_text_that_has_nothing_of_the_question_has_no_pairs(assistant: Assistant) -> None:
    passage = assistant.store.catalog.section_passages("jakarta-tokyo", "1.1")[0]
    assert assistant.matched_words("Xylophone zzyzx?", passage.passage_id) == ()
    assert assistant.matched_words("Apa itu?", passage.passage_id) == ()
    assert assistant.matched_words("", passage.passage_id) == ()


def test_without_a_span_the_whole_passage_is_looked_at(assistant: Assistant) -> None:
    passage = assistant.store.catalog.section_passages("jakarta-tokyo", "1.1")[0]
    whole = assistant.matched_words("globalisasi dan negara", passage.passage_id)
    assert len(whole) > 2
    first = whole[0]
    cut = assistant.matched_words(
        "globalisasi dan negara", passage.passage_id, first.start, first.end
    )
    assert cut == (first,)
    with pytest.raises(UnknownPassageError):
        assistant.matched_words("apa", "none")
