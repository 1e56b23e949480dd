"""The measures, against values worked out by hand."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.evaluation import contains_answer, recall, reciprocal_rank, relevant_groups
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
