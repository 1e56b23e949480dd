"""The page in a real browser over a stand-in: asking, and what answers look like."""

from __future__ import annotations

import pytest
from page_browser import SIZES, Visits, folded, marked, visiting
from page_fakes import fake_room
from page_served import Served, served
from page_thesis import (
    MOU,
    MOU_EN,
    MOU_SU,
    OFF_CORPUS,
    QUESTIONS,
    section,
)
from playwright.sync_api import Browser, expect

from corpus.errors import SitirError
from corpus.language import LANGUAGES, Language
from ui.strings import label

pytestmark = pytest.mark.browser


@pytest.fixture(params=SIZES)
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    return SIZES[request.param]


@pytest.mark.parametrize("language", LANGUAGES)
def test_ask_open_a_citation_and_read_the_marked_quote(
    visits: Visits, site: Served, language: Language, size: tuple[int, int]
) -> None:
    one = visits.new(language, size)
    page = one.page
    assert page.locator("html").get_attribute("lang") == language
    one.ask(QUESTIONS[language])
    quote = page.locator('.turn blockquote[lang="id"] .quoted-words')
    assert folded(quote.inner_text()) == section()[1].text == MOU
    beside = {"id": [], "en": [MOU_EN], "su": [MOU_SU]}[language]
    assert page.locator(".turn .version p:first-child").all_inner_texts() == beside

    page.locator(".turn .cite").click()
    mark = page.locator("#source mark")
    expect(mark).to_be_in_viewport()
    assert marked(page) == section()[1].text
    head = page.locator("#source .head").inner_text()
    for words in ("1.1 Latar Belakang", "BAB I PENDAHULUAN", site.shelf.title,
                  label("paragraph", language, number=4)):  # fmt: skip
        assert words in head
    assert page.locator("#source .section").get_attribute("lang") == "id"
    assert page.locator("#source .note .version p:first-child").all_inner_texts() == beside
    works = page.locator("#source .works").inner_text()
    assert label("this_sentence", language) in works
    assert label("possibly", language) in works

    page.locator("#source .close").click()
    expect(page.locator("#source")).to_be_hidden()
    expect(page.locator(".turn .cite")).to_be_focused()


@pytest.mark.parametrize(("key", "size"), [("Enter", "wide"), ("Space", "phone")])
def test_a_citation_opens_and_closes_by_keyboard(visits: Visits, size: str, key: str) -> None:
    one = visits.new("su", SIZES[size])
    page = one.page
    one.ask(QUESTIONS["su"])
    cite = page.locator(".turn .cite")
    for _ in range(20):
        page.keyboard.press("Shift+Tab")
        if cite.evaluate("element => element === document.activeElement"):
            break
    expect(cite).to_be_focused()
    assert cite.evaluate("element => getComputedStyle(element).outlineStyle") == "solid"
    page.keyboard.press(key)
    expect(page.locator("#source-heading")).to_be_focused()
    assert marked(page) == MOU
    page.keyboard.press("Escape")
    expect(page.locator("#source")).to_be_hidden()
    expect(cite).to_be_focused()
    page.keyboard.press(key)
    expect(page.locator("#source mark")).to_be_visible()


@pytest.mark.parametrize(("language", "size"), [("id", "wide"), ("en", "phone"), ("su", "wide")])
def test_silence_looks_different_and_its_nearest_passage_opens(
    visits: Visits, language: Language, size: str
) -> None:
    one = visits.new(language, SIZES[size])
    one.ask(OFF_CORPUS[language])
    page = one.page
    expect(page.locator(".abstained .state")).to_have_text(label("off_topic", language))
    assert page.locator("blockquote").count() == 0
    page.locator(".nearest .open").first.click()
    expect(page.locator("#source mark")).to_be_visible()
    assert marked(page) == section()[0].text
    expect(page.locator("#source .matches")).to_have_count(0)


def test_the_switch_changes_every_label_and_is_remembered(visits: Visits) -> None:
    one = visits.new("en")
    page = one.page
    for language in ("su", "id", "en", "su"):
        page.locator(f'.languages button[data-language="{language}"]').click()
        expect(page.locator("html")).to_have_attribute("lang", language)
        expect(page.locator('[data-view="library"]')).to_have_text(label("view_library", language))
        expect(page.locator("#send")).to_contain_text(label("send", language))
        expect(page.locator(".welcome h2")).to_have_text(label("welcome_heading", language))
        expect(page.locator(".starters button").first).to_have_text(QUESTIONS[language])
        box = page.get_by_role("textbox", name=label("question_label", language))
        expect(box).to_have_attribute("placeholder", label("question_placeholder", language))
    page.reload()
    expect(page.locator("html")).to_have_attribute("lang", "su")
    expect(page.locator("#send")).to_contain_text(label("send", "su"))


def test_the_switch_changes_an_open_source_and_keeps_the_answers_language(visits: Visits) -> None:
    one = visits.new("en")
    one.ask(QUESTIONS["en"])
    page = one.page
    page.locator(".turn .cite").click()
    expect(page.locator("#source .facts")).to_contain_text("paragraph 4")
    page.locator('.languages button[data-language="su"]').click()
    expect(page.locator("#source .facts")).to_contain_text("alinéa 4")
    expect(page.locator("#source .note .version p:first-child")).to_have_text(MOU_EN)
    expect(page.locator(".turn")).to_have_attribute("lang", "en")


def test_a_starter_gives_a_quoted_answer_with_one_click(
    visits: Visits, size: tuple[int, int]
) -> None:
    page = visits.new("en", size).page
    page.locator(".starters button").first.click()
    expect(page.locator(".turn blockquote")).to_be_visible()
    expect(page.locator(".starters")).to_have_count(0)


def test_each_answer_is_announced_once(visits: Visits) -> None:
    one = visits.new("en")
    page = one.page
    page.evaluate(
        """() => {
          window.said = [];
          const note = () => {
            for (const live of document.querySelectorAll('[aria-live="polite"]')) {
              const words = live.textContent.trim();
              if (words && window.said.at(-1) !== words) window.said.push(words);
            }
          };
          new MutationObserver(note).observe(
            document.body, {subtree: true, childList: true, characterData: true});
        }"""
    )
    one.ask(QUESTIONS["en"])
    expect(page.locator("#announcement")).to_have_text("Answer 1: 1 quoted.")
    one.ask(OFF_CORPUS["en"])
    expect(page.locator("#announcement")).to_have_text("Answer 2: Outside what the text covers.")
    assert page.evaluate("window.said") == [
        "Answer 1: 1 quoted.",
        "Answer 2: Outside what the text covers.",
    ]


def test_faults_are_lines_in_the_pages_language(
    visits: Visits, site: Served, caplog: pytest.LogCaptureFixture
) -> None:
    one = visits.new("su")
    try:
        site.answerer.fails_with = SitirError("no corpus is built: run 'sitir build'")
        one.ask("MoU 1")
        expect(one.page.locator("#live .fault")).to_contain_text(label("expected_error", "su"))
        expect(one.page.locator("#live .fault")).to_contain_text("run 'sitir build'")
        site.answerer.fails_with = ZeroDivisionError("secret")
        one.ask("MoU 2")
        expect(one.page.locator("#live .fault")).to_have_text(label("unexpected_error", "su"))
        assert any(record.exc_info for record in caplog.records)
    finally:
        site.answerer.fails_with = None


def test_on_a_phone_nothing_is_wider_than_the_screen(visits: Visits) -> None:
    one = visits.new("su", SIZES["phone"])
    page = one.page
    wide = "document.documentElement.scrollWidth > window.innerWidth"
    assert not page.evaluate(wide)
    one.ask(f"MoU {'panjang' * 60}")
    assert not page.evaluate(wide)
    page.locator(".turn .cite").click()
    expect(page.locator("#source mark")).to_be_visible()
    assert not page.evaluate(wide)
    assert page.locator("#view-ask").evaluate("element => element.inert")
    page.keyboard.press("Escape")
    assert not page.locator("#view-ask").evaluate("element => element.inert")


def test_e6_a_full_queue_is_said_and_the_question_is_kept(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.app.QUEUE_LENGTH", 0)
    with served(fake_room()[0]) as base, visiting(browser, base) as visits:
        one = visits.new("su")
        box = one.page.locator("#question")
        box.fill("MoU?")
        one.page.keyboard.press("Enter")
        expect(one.page.get_by_text(label("busy", "su"))).to_be_visible()
        expect(box).to_have_value("MoU?")
        assert any("429" in words for words in one.complaints)
        one.complaints.clear()
