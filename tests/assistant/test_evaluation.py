"""The measures, against values worked out by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant import Assistant
from assistant.evaluating.evaluation import (
    EvaluationError,
    contains_answer,
    recall,
    reciprocal_rank,
    relevant_groups,
)
from assistant.evaluating.judged_questions import judged_questions, relevant_by_language
from corpus.judgments import load_facts, load_unanswerable
from corpus.language import LANGUAGES


def test_measures_on_a_hand_example() -> None:
    ranked = ["a", "b", "c", "d", "e", "f"]
    assert recall(ranked, {"b", "f"}, 5) == 0.5
    assert recall(ranked, {"b", "f"}, 6) == 1.0
    assert recall(ranked, {"z"}, 5) == 0.0
    assert reciprocal_rank(ranked, {"c", "e"}) == pytest.approx(1 / 3)
    assert reciprocal_rank(ranked, {"z"}) == 0.0
    assert reciprocal_rank([], {"z"}) == 0.0
    with pytest.raises(ValueError, match="at least one"):
        recall(ranked, set(), 5)


def test_every_gold_quote_stands_in_the_document(assistant: Assistant) -> None:
    document = assistant.store.catalog.document("jakarta-tokyo")
    for fact in load_facts():
        assert relevant_groups(fact, document)


def test_the_judgments_are_as_many_as_promised() -> None:
    facts = load_facts()
    assert len(facts) >= 60
    assert sum(len(fact.mixed) for fact in facts) >= 20
    assert {fact.split for fact in facts} == {"tune", "report"}
    for language in LANGUAGES:
        asked = [u for u in load_unanswerable() if u.language == language]
        assert len(asked) >= 40


def test_an_answer_contains_all_items_in_any_form(assistant: Assistant) -> None:
    fact = next(f for f in load_facts() if f.fact_id == "agreement-date-and-people")
    answer = assistant.ask("Kapan MoU sister city Jakarta dan Tokyo diresmikan dan oleh siapa?")
    assert contains_answer(answer, fact, "id")
    assert not contains_answer(assistant.ask("cara memasak rendang"), fact, "id")


def test_every_judged_question_is_asked_once() -> None:
    questions = judged_questions()
    facts, unanswerable = load_facts(), load_unanswerable()
    assert len({question.query_id for question in questions}) == len(questions)
    assert len(questions) == sum(3 + len(fact.mixed) for fact in facts) + len(unanswerable)
    for language in LANGUAGES:
        asked = [question for question in questions if question.asked_in == language]
        assert sum(question.fact is not None for question in asked) == len(facts)
    mixed = [question for question in questions if question.asked_in == "mixed"]
    assert len(mixed) >= 20
    assert {question.language for question in mixed} <= set(LANGUAGES)
    # The same question in three languages is drawn together in the bootstrap.
    clusters = {question.cluster for question in questions if question.fact is None}
    assert len(clusters) == len(unanswerable) / 3


def test_what_is_relevant_in_a_language_has_a_passage_in_it(assistant: Assistant) -> None:
    document = assistant.store.catalog.document("jakarta-tokyo")
    relevant = relevant_by_language(document)
    assert relevant.keys() == {fact.fact_id for fact in load_facts()}
    spoken = {(passage.group, passage.language) for passage in document.passages}
    partly = 0
    for by_language in relevant.values():
        assert by_language["any"]
        for language in LANGUAGES:
            expected = tuple(g for g in by_language["any"] if (g, language) in spoken)
            assert by_language.get(language, ()) == expected
            partly += not expected
    assert partly > 50  # chapter 1 is in Indonesian alone


def test_another_text_under_that_name_is_told(assistant: Assistant) -> None:
    document = assistant.store.catalog.document("jakarta-tokyo")
    other = replace(document, text=document.text.upper())
    with pytest.raises(EvaluationError, match=r"not the text that is judged.*; and \d+ more"):
        relevant_by_language(other)
