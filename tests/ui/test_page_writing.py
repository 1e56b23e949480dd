"""The page in a real browser over a stand-in: answers that grow, stop, change; feedback."""

from __future__ import annotations

import pytest
from page_answers import WORDED
from page_browser import SIZES, Visits, turn_shown
from page_served import Served
from page_thesis import (
    QUESTIONS,
)
from playwright.sync_api import expect

from assistant import ModelState
from corpus.language import LANGUAGES, Language
from ui.strings import label

pytestmark = pytest.mark.browser


def test_a_models_answer_grows_and_is_told_apart(visits: Visits, site: Served) -> None:
    site.answerer.model, site.answerer.pause = ModelState("ready", "fake:model"), 1.5
    try:
        one = visits.new("en")
        page = one.page
        page.locator("#question").fill(QUESTIONS["en"])
        page.keyboard.press("Enter")
        turn = turn_shown(page)
        expect(turn.get_by_text(WORDED["en"][0])).to_be_visible()
        expect(turn.get_by_text(label("writing", "en"))).to_be_visible()
        assert turn.get_by_text(WORDED["en"][1]).count() == 0
        expect(page.locator("#stop")).to_be_visible()
        expect(page.locator("#send")).to_be_hidden()
        expect(turn.get_by_text(WORDED["en"][1])).to_be_visible()
        expect(turn.locator(".state.worded")).to_contain_text(
            "2 of 2 statements match the text · 1 removed"
        )
        expect(turn.locator(".matches")).to_have_text(label("matches", "en"))
        expect(page.locator("#send")).to_be_visible()
    finally:
        site.answerer.model, site.answerer.pause = ModelState("off"), 0.0


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_answer_is_stopped_and_asked_again(
    visits: Visits, site: Served, language: Language
) -> None:
    site.answerer.model, site.answerer.pause = ModelState("ready", "fake:model"), 0.8
    try:
        page = visits.new(language, SIZES["phone" if language == "su" else "wide"]).page
        page.locator("#question").fill(QUESTIONS[language])
        page.keyboard.press("Enter")
        expect(turn_shown(page)).to_be_visible()
        page.locator("#stop").click()
        expect(turn_shown(page)).to_have_attribute("data-written", "true")
        expect(turn_shown(page).get_by_text(label("stopped", language))).to_be_visible()
        expect(page.locator("#stop")).to_be_hidden()
        site.answerer.pause = 0.0
        turn_shown(page).get_by_role("button", name=label("retry", language)).click()
        expect(turn_shown(page).get_by_text(WORDED[language][1])).to_be_visible()
        assert site.answerer.asked[-1][0] == QUESTIONS[language]
        assert page.locator(".turn").count() == 2
    finally:
        site.answerer.model, site.answerer.pause = ModelState("off"), 0.0


def test_a_question_is_edited_and_asked_as_if_it_had_been_so(visits: Visits, site: Served) -> None:
    one = visits.new("en")
    page = one.page
    one.ask("MoU first")
    one.ask("MoU secnod")
    turn_shown(page).get_by_role("button", name=label("edit", "en")).click()
    box = page.locator("#question")
    expect(box).to_be_focused()
    expect(box).to_have_value("MoU secnod")
    box.fill("MoU second")
    page.keyboard.press("Enter")
    expect(page.locator(".turn")).to_have_count(3)
    expect(turn_shown(page).locator(".question")).to_have_text("MoU second")
    assert [question for question, _ in site.answerer.asked[-1][1]] == ["MoU first"]
    one.ask("MoU third")
    assert len(site.answerer.asked[-1][1]) == 3


def test_sources_that_differ_are_told_first(visits: Visits) -> None:
    one = visits.new("id")
    one.ask("MoU kapan?")
    expect(turn_shown(one.page).locator(".state.differing")).to_contain_text(
        label("state_conflict", "id")
    )
    expect(turn_shown(one.page).locator(".conflict")).to_contain_text(
        "April 1958 ≠ 20 Januari 1958"
    )


def test_shift_enter_makes_a_line_and_a_draft_survives_the_switch(visits: Visits) -> None:
    page = visits.new("en").page
    page.locator("#question").click()
    page.keyboard.type("one")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("two")
    expect(page.locator("#question")).to_have_value("one\ntwo")
    page.locator('.languages button[data-language="su"]').click()
    expect(page.locator("#send")).to_contain_text(label("send", "su"))
    expect(page.locator("#question")).to_have_value("one\ntwo")
    assert page.locator(".turn").count() == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_feedback_is_kept_and_said_once(visits: Visits, site: Served, language: Language) -> None:
    one = visits.new(language)
    one.ask(QUESTIONS[language])
    button = turn_shown(one.page).get_by_role("button", name=label("wrong_quote", language))
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(one.page.locator("#announcement")).to_have_text(label("feedback_kept", language))
    kept = [given for kept in site.shelf.kept.values() for given in kept.feedback.values()]
    assert kept[-1].kind == "wrong_quote"
    assert kept[-1].question == QUESTIONS[language]
