"""The brief view and references in a real browser, over the shipped thesis."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from page_browser import SIZES, Visits, folded, marked, visiting
from page_fakes import FakeLibrary, FakeShelf
from page_served import served
from playwright.sync_api import Browser, Page, expect
from test_page_access import grave, tab_to
from test_page_reading import COPYING

from assistant import Assistant
from corpus.language import LANGUAGES, Language
from ui.room import Room
from ui.strings import label

pytestmark = pytest.mark.browser

FILES: dict[Language, tuple[str, bytes]] = {
    "id": ("Markdown", b"# "),
    "en": ("Word (DOCX)", b"PK"),
    "su": ("PDF", b"%PDF"),
}


@pytest.fixture(scope="module")
def site(assistant: Assistant) -> Iterator[str]:
    with served(Room(assistant, assistant.store.catalog, FakeLibrary(FakeShelf()))) as base:
        yield base


@pytest.fixture
def visits(browser: Browser, site: str) -> Iterator[Visits]:
    with visiting(browser, site) as made:
        yield made


def briefed(page: Page, language: Language) -> None:
    page.get_by_role("button", name=label("view_brief", language), exact=True).click()
    page.locator("#brief-send").click()
    expect(page.locator("#briefing-heading")).to_be_focused()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_briefing_is_read_to_its_quotes_and_downloaded(
    visits: Visits, assistant: Assistant, language: Language, size: str, tmp_path: Path
) -> None:
    page = visits.new(language, SIZES[size], dark=size == "phone").page
    briefed(page, language)
    whole = assistant.brief(document_ids=["jakarta-tokyo"], language=language)
    expect(page.locator(".coverage")).to_have_text(whole.coverage.text)
    points = page.locator(".briefing .points:not(.differing) > li")
    expect(points).to_have_count(len(whole.bullets))
    bullet = whole.bullets[0]
    cited = whole.citation(bullet.citations[0])
    point = points.first
    expect(point.locator(".quoted-words").first).to_be_hidden()
    point.locator(".original > summary").click()
    expect(point.locator(".quoted-words").first).to_have_text(cited.quote)
    assert grave(page) == []
    width = page.evaluate("document.querySelector('#view-brief').scrollWidth")
    assert width <= SIZES[size][0]

    point.locator(".point .cite").first.click()
    expect(page.locator("#source mark").first).to_be_in_viewport()
    assert marked(page) == folded(cited.quote)
    page.keyboard.press("Escape")
    expect(point.locator(".point .cite").first).to_be_focused()

    name, start = FILES[language]
    with page.expect_download() as download:
        page.get_by_role("link", name=label("brief_download_as", language, form=name)).click()
    download.value.save_as(tmp_path / "file")
    assert (tmp_path / "file").read_bytes().startswith(start)


def test_a_section_a_topic_and_another_language(visits: Visits) -> None:
    page = visits.new("en", address="/?view=brief").page
    page.get_by_text(label("scope_section", "en"), exact=True).click()
    page.locator("#brief-section").select_option("1.4")
    page.locator("#brief-send").click()
    expect(page.locator(".coverage")).to_contain_text("1.4")
    assert grave(page) == []
    page.get_by_text(label("scope_topic", "en"), exact=True).click()
    expect(page.locator("#brief-section")).to_be_hidden()
    page.locator("#brief-send").click()
    expect(page.locator("#briefing .fault")).to_have_text(label("brief_topic_missing", "en"))
    page.locator("#brief-topic").fill("sister city")
    page.keyboard.press("Enter")
    expect(page.locator(".coverage")).to_contain_text("“sister city”")
    page.locator('#header [data-language="su"]').click()
    expect(page.locator(".briefing")).to_have_attribute("lang", "su")
    expect(page.locator("#view-brief h2").first).to_have_text(label("brief_heading", "su"))
    expect(page.locator("#brief-topic")).to_have_value("sister city")


def test_another_document_brings_its_sections_and_stays_chosen(
    browser: Browser, assistant: Assistant
) -> None:
    shelf = FakeShelf(added=["dua"])
    room = Room(assistant, shelf, FakeLibrary(shelf))
    with served(room) as base, visiting(browser, base) as made:
        page = made.new("en", address="/?view=brief").page
        page.get_by_text(label("scope_section", "en"), exact=True).click()
        expect(page.locator("#brief-section option")).to_have_count(2)
        page.locator("#brief-document").focus()
        page.locator("#brief-document").select_option("dua")
        expect(page.locator("#brief-section option")).to_have_count(0)
        expect(page.locator("#brief-document")).to_be_focused()
        page.locator('#header [data-language="su"]').click()
        expect(page.locator("#brief-send")).to_have_text(label("brief_send", "su"))
        expect(page.locator("#brief-document")).to_have_value("dua")
        expect(page.locator('[name="brief-scope"][value="section"]')).to_be_checked()


def test_a_briefing_is_asked_for_and_read_by_keyboard(visits: Visits) -> None:
    page = visits.new("id", address="/?view=brief").page
    expect(page.locator("#brief-send")).to_be_visible()
    tab_to(page, '[name="brief-scope"]')
    page.keyboard.press("ArrowRight")
    tab_to(page, "#brief-section")
    tab_to(page, '[name="brief-length"]')
    page.keyboard.press("ArrowRight")
    tab_to(page, "#brief-send")
    page.keyboard.press("Enter")
    expect(page.locator("#briefing-heading")).to_be_focused()
    for wanted in (".briefing a[download]", ".point .cite", ".original > summary"):
        tab_to(page, wanted)
    page.keyboard.press("Enter")
    tab_to(page, ".original .copying summary")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reference_is_copied_in_the_style_that_was_chosen(
    visits: Visits, assistant: Assistant, language: Language
) -> None:
    page = visits.new(language).page
    page.evaluate(COPYING)
    briefed(page, language)
    whole = assistant.brief(document_ids=["jakarta-tokyo"], language=language)
    cited = whole.citation(whole.bullets[0].citations[0])
    page.locator(".original > summary").first.click()
    quote = page.locator(".original .quote").first
    for count, style in ((1, "apa"), (3, "chicago-notes")):
        if style != "apa":
            page.get_by_role("button", name=label("settings", language), exact=True).click()
            page.locator(f'[data-setting="style"][value="{style}"]').check(force=True)
            expect(page.locator("#header header")).to_have_attribute("data-style", style)
            page.keyboard.press("Escape")
        reference = assistant.cite(
            cited.passage_id,
            style="apa" if style == "apa" else "chicago-notes",
            language=language,
            start=cited.start,
            end=cited.end,
            blanks=True,
        )
        for number, key in enumerate(("cite_quote", "cite_entry")):
            quote.locator(".copying summary").click()
            name = label(f"style_{style}", language)
            line = quote.get_by_role("button", name=f"{label(key, language)} {name}")
            line.click()
            expect(page.locator("#said")).to_have_text(label("cited_as", language, style=name))
            page.wait_for_function(f"window.copied.length === {count + number}")
        first, second = page.evaluate(f"window.copied.slice({count - 1})")
        assert first["text/plain"] == reference.quotation.plain
        assert re.search(r"<em>(service|sister) city</em>", first["text/html"])
        assert second["text/plain"] == reference.entry.plain
        assert second["text/html"] == reference.entry.html
        assert ("<i>" in second["text/html"]) == (style == "apa")
    page.wait_for_timeout(600)
    page.reload()
    expect(page.locator("#header header")).to_have_attribute("data-style", "chicago-notes")


def test_a_reference_that_cannot_be_made_is_said(visits: Visits) -> None:
    one = visits.new("en")
    page = one.page
    briefed(page, "en")
    page.locator(".original > summary").first.click()
    page.evaluate("document.querySelector('.original .copying').dataset.passage = 'none'")
    page.locator(".original .copying summary").first.click()
    page.locator('.original [data-refer="entry"]').first.click()
    expect(page.locator("#said")).to_have_text(label("cite_failed", "en"))
    one.complaints.clear()  # the browser notes the 404 that was provoked
