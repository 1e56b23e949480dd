"""The page for everybody: axe-core finds nothing serious, and the keyboard reaches all."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from page_browser import SIZES, Visit, Visits, turn_shown
from page_served import Served
from page_thesis import OFF_CORPUS, QUESTIONS
from playwright.sync_api import Page, expect

from assistant import ModelState
from corpus.language import Language
from ui.strings import label

pytestmark = pytest.mark.browser

GRAVE = {"serious", "critical"}


def grave(page: Page) -> list[str]:
    """Return what axe-core finds grave, each with the first place."""
    # What fades or slides in would be measured half seen.
    page.evaluate("document.getAnimations().forEach((moving) => moving.cancel())")
    found = Axe().run(page).response["violations"]
    return [
        f"{one['id']}: {one['nodes'][0]['html'][:160]} {one['nodes'][0].get('failureSummary', '')}"
        for one in found
        if one["impact"] in GRAVE
    ]


def welcome(one: Visit) -> None:
    expect(one.page.locator(".welcome")).to_be_visible()


def answered(one: Visit) -> None:
    one.ask(QUESTIONS["en"])


def silent(one: Visit) -> None:
    one.ask(OFF_CORPUS["en"])


def differing(one: Visit) -> None:
    one.ask("MoU kapan?")


def reading(one: Visit) -> None:
    answered(one)
    one.page.locator("#live .cite").first.click()
    expect(one.page.locator("#source mark")).to_be_visible()
    one.page.locator("#source .adding summary").click()
    one.page.locator("#source .copying summary").click()


def glossing(one: Visit) -> None:
    answered(one)
    one.page.locator("#live .cite").first.click()
    one.page.locator('#source [data-tab="su"]').click()
    expect(one.page.locator("#source .word").first).to_be_visible()
    one.page.locator("#source .word").first.focus()


def library(one: Visit) -> None:
    one.page.locator('#header [data-view="library"]').click()
    expect(one.page.locator(".documents li")).to_be_visible()
    one.page.locator(".documents summary").click()
    one.page.set_input_files(
        "#upload", {"name": "foto.png", "mimeType": "image/png", "buffer": b"x"}
    )
    expect(one.page.locator("#uploads li")).to_be_visible()


def checked(one: Visit) -> None:
    one.page.locator('#header [data-view="check"]').click()
    one.page.locator("#check-text").fill("Pada 24 Oktober")
    one.page.locator("#check-send").click()
    expect(one.page.locator(".findings li").first).to_be_visible()


def settings(one: Visit) -> None:
    one.page.locator('#header [data-do="settings"]').click()
    expect(one.page.locator("#settings-dialog")).to_be_visible()


def listed(one: Visit) -> None:
    answered(one)
    if one.page.locator("#header .drawer").is_visible():
        one.page.locator("#header .drawer").click()
    one.page.locator("#conversations summary").first.click()
    one.page.locator('#conversations [data-do="rename"]').first.click()


STATES: tuple[Callable[[Visit], None], ...] = (
    welcome, answered, silent, differing, reading, glossing, library, checked, settings, listed,
)  # fmt: skip


@pytest.mark.parametrize(("size", "dark"), [("wide", False), ("phone", True)])
def test_axe_finds_nothing_serious_in_any_state(
    visits: Visits, site: Served, size: str, *, dark: bool
) -> None:
    site.answerer.model = ModelState("ready", "fake:model")
    found = {}
    try:
        one = visits.new("en", SIZES[size], dark=dark)
        for state in STATES:
            one.page.evaluate("sessionStorage.clear()")
            one.page.goto(one.base)
            expect(one.page.locator("#question")).to_be_attached()
            state(one)
            found[state.__name__] = grave(one.page)
    finally:
        site.answerer.model = ModelState("off")
    assert {name: lines for name, lines in found.items() if lines} == {}


def tab_to(page: Page, wanted: str, most: int = 60, key: str = "Tab") -> None:
    """Press Tab until what is wanted has the focus; it must be seen to have it."""
    for _ in range(most):
        page.keyboard.press(key)
        if page.evaluate("(wanted) => document.activeElement.matches(wanted)", wanted):
            break
    assert page.evaluate("(wanted) => document.activeElement.matches(wanted)", wanted), wanted
    seen = page.evaluate("""() => {
      const shown = [document.activeElement, document.activeElement.closest('label, .typing')];
      return shown.some((part) => part && getComputedStyle(part).outlineStyle !== 'none');
    }""")
    assert seen, wanted


@pytest.mark.parametrize("language", ["id", "su"])
def test_everything_is_done_by_keyboard(visits: Visits, site: Served, language: Language) -> None:
    page = visits.new(language).page
    tab_to(page, ".starters button")
    page.keyboard.press("Enter")
    expect(turn_shown(page).locator(".cite")).to_be_visible()
    tab_to(page, "#live .cite")
    page.keyboard.press("Enter")
    expect(page.locator("#source-heading")).to_be_focused()
    for wanted in ("#source .copying summary", "#source .link", "#source [role=tab]",
                   "#source .body", "#source .adding summary"):  # fmt: skip
        tab_to(page, wanted)
    page.keyboard.press("Escape")
    expect(page.locator("#live .cite")).to_be_focused()
    for wanted in ("#live .copying summary", "#live .link", "[data-do=retry]", "[data-do=edit]",
                   "[data-feedback=missing]", "#question"):  # fmt: skip
        tab_to(page, wanted)
    tab_to(page, "#conversations li summary", key="Shift+Tab")
    page.keyboard.press("Enter")
    tab_to(page, "[data-do=rename]")
    page.keyboard.press("Escape")
    expect(page.locator("#conversations li summary")).to_be_focused()
    tab_to(page, "[data-do=settings]", key="Shift+Tab")
    page.keyboard.press("Enter")
    tab_to(page, "[data-setting=size]")
    page.keyboard.press("ArrowRight")
    expect(page.locator("html")).to_have_attribute("data-size", "large")
    page.keyboard.press("Escape")
    expect(page.locator("#settings-dialog")).to_be_hidden()
    tab_to(page, '#header [data-view="library"]', key="Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".documents li")).to_be_visible()
    for wanted in ("[data-scope]", ".documents .open", ".documents summary", "#upload"):
        tab_to(page, wanted)
    assert site.shelf.kept


def test_a_visitor_who_wants_no_motion_gets_none(visits: Visits) -> None:
    one = visits.new("en")
    one.page.emulate_media(reduced_motion="reduce")
    one.ask(QUESTIONS["en"])
    assert one.page.evaluate("document.getAnimations().length") == 0
    expect(one.page.locator("#announcement")).to_have_text(
        label("announce_answer", "en", turn=1, count=1)
    )
