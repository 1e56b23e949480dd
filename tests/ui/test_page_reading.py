"""The page in a real browser over a stand-in: reading, citing and noting the source."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from page_browser import SIZES, Visit, Visits, marked
from page_served import Served
from page_thesis import MOU, MOU_EN, MOU_SU, QUESTIONS, TITLE, section
from playwright.sync_api import expect

from corpus.language import LANGUAGES, Language
from ui.strings import label

pytestmark = pytest.mark.browser

COPYING = """() => {
  window.copied = [];
  navigator.clipboard.write = async (items) => {
    const entry = {};
    for (const type of items[0].types) entry[type] = await (await items[0].getType(type)).text();
    window.copied.push(entry);
  };
}"""


@pytest.fixture(params=SIZES)
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    return SIZES[request.param]


def opened(visits: Visits, language: Language, size: tuple[int, int] = SIZES["wide"]) -> Visit:
    one = visits.new(language, size)
    one.ask(QUESTIONS[language])
    one.page.locator("#live .cite").click()
    expect(one.page.locator("#source mark").first).to_be_visible()
    return one


@pytest.mark.parametrize("language", LANGUAGES)
def test_versions_are_a_tab_away_and_the_rest_is_glossed(
    visits: Visits, language: Language, size: tuple[int, int]
) -> None:
    page = opened(visits, language, size).page
    other: Language = "en" if language != "en" else "su"
    words = {"en": MOU_EN, "su": MOU_SU}[other]
    page.locator(f'#source [data-tab="{other}"]').click()
    expect(page.locator("#source mark")).to_have_text(words)
    expect(page.locator(f'#source [data-tab="{other}"]')).to_be_focused()
    expect(page.locator("#source")).to_contain_text(label("gloss_said", language))
    assert page.locator("#source mark").evaluate("e => e.parentElement.lang") == other
    word = page.locator("#source .word").first
    word.hover()
    expect(page.locator("#gloss")).to_have_text({"en": "city", "su": "dayeuh"}[other])
    page.keyboard.press("Escape")
    expect(page.locator("#gloss")).to_have_count(0)
    expect(page.locator("#source aside")).to_be_visible()
    page.locator('#source [data-tab="id"]').click()
    expect(page.locator("#source mark")).to_contain_text(MOU[:30])


def test_glosses_and_tabs_are_reached_by_keyboard(visits: Visits) -> None:
    page = opened(visits, "en").page
    page.locator('#source [data-tab="id"]').focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator('#source [data-tab="en"]')).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator('#source [aria-selected="true"]')).to_have_attribute("data-tab", "en")
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.word')"):
            break
    words = page.locator("#source .word")
    expect(words.first).to_be_focused()
    expect(page.locator("#gloss")).to_have_text("city")
    page.keyboard.press("ArrowRight")
    expect(words.nth(1)).to_be_focused()
    assert words.nth(1).get_attribute("aria-describedby") == "gloss"


@pytest.mark.parametrize("language", ["en", "su"])
def test_the_words_that_met_have_a_legend(visits: Visits, language: Language) -> None:
    page = opened(visits, language).page
    asked = {"en": "formalised", "su": "diresmikeun"}[language]
    expect(page.locator("#source .legend")).to_contain_text(label("matched", language))
    expect(page.locator("#source .legend li")).to_have_text(f"{asked} ↔ meresmikan")
    expect(page.locator("#source mark .pair")).to_have_text("meresmikan")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_quote_is_copied_with_its_place_and_its_italics(
    visits: Visits, language: Language
) -> None:
    page = opened(visits, language).page
    page.evaluate(COPYING)
    for where in ("#live .quote", "#source .facts"):
        page.locator(f"{where} .copying summary").click()
        page.locator(where).get_by_role("button", name=label("copy_quote", language)).click()
        expect(page.locator("#said")).to_have_text(label("copied", language))
    place = f"{TITLE}, 1.1 Latar Belakang, {label('paragraph', language, number=4)}"
    for copied in page.evaluate("window.copied"):
        assert copied["text/plain"] == f"“{MOU}” ({place})"
        assert "<em>sister city</em>" in copied["text/html"]
    page.locator("#live .copying summary").click()
    page.locator("#live").get_by_role(
        "button", name=label("copy_words", language), exact=True
    ).click()
    page.wait_for_function("window.copied.length === 3")
    assert page.evaluate("window.copied[2]['text/plain']") == f"“{MOU}”"


def test_copying_works_where_the_clipboard_is_not_given(visits: Visits) -> None:
    page = opened(visits, "en").page
    page.evaluate("""() => {
      Object.defineProperty(navigator, 'clipboard', {value: undefined});
      document.addEventListener('copy', (event) => setTimeout(() => {
        window.copied = event.clipboardData.getData('text/plain');
      }));
    }""")
    page.locator("#live .link").click()
    expect(page.locator("#said")).to_have_text(label("link_copied", "en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_link_opens_the_page_at_the_passage(
    visits: Visits, language: Language, size: tuple[int, int]
) -> None:
    one = opened(visits, "id")
    address = one.page.locator("#source .link").get_attribute("href")
    assert address is not None
    assert urlsplit(address).path == "/"
    reader = visits.new(language, size, address)
    expect(reader.page.locator("#source mark")).to_be_in_viewport()
    assert marked(reader.page) == MOU
    expect(reader.page.locator("html")).to_have_attribute("lang", language)


def test_the_sections_before_and_after_are_a_press_away(visits: Visits, site: Served) -> None:
    page = opened(visits, "en").page
    after = page.locator("#source .neighbour")
    expect(after).to_have_text("Section after: 1.2 Rumusan Masalah")
    after.click()
    expect(page.locator("#source .fault")).to_contain_text(label("source_missing", "en"))
    assert site.shelf.section_passages("jakarta-tokyo", "1.2") == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_note_is_written_travels_and_is_removed(
    visits: Visits, site: Served, language: Language
) -> None:
    page = opened(visits, language).page
    try:
        page.locator("#source .adding summary").click()
        page.get_by_label(label("note_text", language), exact=True).fill("Beliau <b>gubernur</b>.")
        page.get_by_label(label("note_author", language), exact=True).fill("Ani")
        page.get_by_role("button", name=label("note_save", language)).click()
        note = page.locator("#source .text-notes li")
        expect(note).to_contain_text("Beliau <b>gubernur</b>.")
        expect(note).to_contain_text("Ani, 2026-11-20")
        expect(page.locator("#source .noted").first).to_be_visible()
        assert marked(page) == MOU
        note.locator("summary").click()
        note.get_by_role("button", name=label("delete", language)).click()
        expect(page.locator("#source .text-notes")).to_have_count(0)
        assert site.shelf.written == []
    finally:
        site.shelf.written.clear()


def test_the_switch_changes_an_open_source_and_keeps_the_answers_language(visits: Visits) -> None:
    one = opened(visits, "en")
    page = one.page
    expect(page.locator("#source .facts")).to_contain_text("paragraph 4")
    page.locator('.languages button[data-language="su"]').click()
    expect(page.locator("#source .facts")).to_contain_text("alinéa 4")
    expect(page.locator("#source .note .version p").first).to_have_text(MOU_EN)
    expect(page.locator(".turn")).to_have_attribute("lang", "en")


def test_on_a_phone_the_source_slides_over_and_what_is_behind_rests(visits: Visits) -> None:
    page = opened(visits, "su", SIZES["phone"]).page
    box = page.locator("#source").bounding_box()
    assert box is not None
    assert box["width"] == 390
    assert page.locator("#view-ask").evaluate("element => element.inert")
    page.locator("#source .close").click()
    expect(page.locator("#source")).to_be_hidden()
    assert not page.locator("#view-ask").evaluate("element => element.inert")
    expect(page.locator("#live .cite")).to_be_focused()
    assert section()[1].text == MOU
