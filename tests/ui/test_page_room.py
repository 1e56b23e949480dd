"""The page in a real browser over a stand-in: conversations, library, check and settings."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from page_browser import SIZES, Visits, marked, turn_shown
from page_served import Served
from page_thesis import MOU, QUESTIONS
from playwright.sync_api import Page, expect

from assistant import ModelState
from corpus.language import LANGUAGES, Language
from ui.strings import label

pytestmark = pytest.mark.browser


@pytest.fixture(params=SIZES)
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    return SIZES[request.param]


def show_list(page: Page, size: tuple[int, int]) -> None:
    if size == SIZES["phone"]:
        page.locator("#header .drawer").click()
        expect(page.locator("#conversations .new")).to_be_focused()


@pytest.mark.parametrize("language", LANGUAGES)
def test_conversations_are_listed_reopened_renamed_exported_and_deleted(
    visits: Visits, language: Language, size: tuple[int, int], tmp_path: Path
) -> None:
    one = visits.new(language, size)
    page = one.page
    expect(page.locator("#conversations .hint")).to_have_text(label("conversations_none", language))
    one.ask(QUESTIONS[language])
    one.ask("MoU 2")
    show_list(page, size)
    expect(page.locator("#conversations h3")).to_have_text(label("today", language))
    page.locator("#conversations .new").click()
    expect(page.locator(".welcome h2")).to_have_text(label("welcome_heading", language))
    assert page.locator(".turn").count() == 0

    show_list(page, size)
    page.locator("#conversations .conversation").click()
    expect(page.locator(".turn")).to_have_count(2)
    expect(page.locator(".turn .question").first).to_have_text(QUESTIONS[language])

    show_list(page, size)
    expect(page.locator("#conversations .conversation")).to_have_attribute("aria-current", "true")
    menu = page.locator("#conversations li summary")
    menu.click()
    with page.expect_download() as download:
        page.get_by_role("link", name=label("export_json", language)).click()
    download.value.save_as(tmp_path / "kept.json")
    kept = json.loads((tmp_path / "kept.json").read_text(encoding="utf-8"))
    assert [turn["question"] for turn in kept["turns"]] == [QUESTIONS[language], "MoU 2"]

    if not page.locator("#conversations details[open]").count():
        menu.click()
    page.get_by_role("button", name=label("rename", language)).click()
    name = page.get_by_label(label("rename_label", language))
    expect(name).to_be_focused()
    name.fill("Nota <i>kesepahaman</i>")
    page.keyboard.press("Enter")
    renamed = page.locator("#conversations .conversation")
    expect(renamed).to_have_text("Nota <i>kesepahaman</i>")

    page.locator("#conversations li summary").click()
    page.get_by_role("button", name=label("delete", language), exact=True).first.click()
    expect(page.get_by_text(label("delete_sure", language))).to_be_visible()
    page.locator("#conversations .inline.delete .strong").click()
    expect(page.locator("#conversations .conversation")).to_have_count(0)
    expect(page.locator(".welcome h2")).to_be_attached()


def test_the_tab_comes_back_to_its_conversation_and_a_new_one_begins_anew(visits: Visits) -> None:
    one = visits.new("en")
    one.ask(QUESTIONS["en"])
    one.page.reload()
    expect(one.page.locator(".turn .question")).to_have_text(QUESTIONS["en"])
    one.ask("MoU again")
    expect(one.page.locator(".turn")).to_have_count(2)
    other = one.open()
    expect(other.locator(".welcome h2")).to_be_visible()
    assert other.locator("#conversations .conversation").count() == 1
    other.locator("#conversations summary").click()
    other.locator('#conversations [data-do="delete"]').click()
    other.locator("#conversations .inline.delete .strong").click()
    expect(other.locator("#conversations .conversation")).to_have_count(0)
    one.page.reload()
    expect(one.page.locator(".welcome")).to_be_visible()
    one.ask("MoU anew")
    expect(one.page.locator(".turn")).to_have_count(1)
    expect(turn_shown(one.page).locator(".fault")).to_have_count(0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_is_checked_and_every_finding_opens_its_passage(
    visits: Visits, language: Language, size: tuple[int, int]
) -> None:
    page = visits.new(language, size).page
    page.get_by_role("button", name=label("view_check", language), exact=True).first.click()
    expect(page.locator("#view-check h2")).to_have_text(label("check_heading", language))
    page.set_input_files(
        "#check-file",
        {"name": "a.txt", "mimeType": "text/plain", "buffer": "“Pada 24 Oktober” <b>".encode()},
    )
    expect(page.locator("#check-text")).to_have_value("“Pada 24 Oktober” <b>")
    page.locator("#check-send").click()
    heading = page.locator("#report-heading")
    expect(heading).to_have_text(label("check_report", language))
    expect(heading).to_be_focused()
    finding = page.locator(".findings > li")
    expect(finding.locator(".verdict")).to_have_text(label("verdict_altered", language))
    expect(finding.locator("blockquote")).to_have_text("“Pada 24 Oktober” <b>")
    expect(finding.locator(".changes")).to_contain_text("24 Oktober")
    finding.locator(".open").click()
    expect(page.locator("#source mark")).to_be_in_viewport()
    assert marked(page) == MOU
    page.keyboard.press("Escape")
    page.set_input_files(
        "#check-file", {"name": "a.pdf", "mimeType": "application/pdf", "buffer": b"%PDF"}
    )
    expect(page.locator("#said")).to_have_text(label("check_wrong_file", language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_files_are_added_with_progress_asked_alone_and_removed(
    visits: Visits, site: Served, language: Language, size: tuple[int, int]
) -> None:
    site.library.pause, site.library.steps = 0.1, 5
    page = visits.new(language, size).page
    try:
        page.get_by_role("button", name=label("view_library", language), exact=True).click()
        documents = page.locator(".documents > li")
        expect(documents).to_have_count(1)
        expect(documents.first.locator("dl")).to_contain_text("2026-11-20")
        page.set_input_files("#upload", [
            {"name": "baru.txt", "mimeType": "text/plain", "buffer": b"teks"},
            {"name": "rusak.txt", "mimeType": "text/plain", "buffer": b"gagal"},
            {"name": "foto.png", "mimeType": "image/png", "buffer": b"x"},
        ])  # fmt: skip
        rows = page.locator("#uploads li")
        expect(rows).to_have_count(3)
        expect(rows.first.locator("progress")).to_be_visible()
        page.wait_for_function("document.querySelector('#uploads progress')?.value > 0.35")
        expect(rows.first).to_contain_text(label("upload_added", language, passages=4))
        expect(rows.nth(1)).to_contain_text(label("upload_failed", language))
        expect(rows.nth(1)).to_contain_text("cannot read 'rusak.txt': <no text>")
        expect(rows.nth(2)).to_contain_text(label("upload_wrong_kind", language, kinds=".md, .txt"))
        expect(documents).to_have_count(2)

        page.get_by_label(label("document_choose", language, title="Judul baru")).check()
        page.get_by_role("button", name=label("library_ask", language)).click()
        expect(page.locator("#composer .scope")).to_contain_text("Judul baru")
        page.locator("#question").fill(QUESTIONS[language])
        page.keyboard.press("Enter")
        expect(turn_shown(page).locator(".answer")).to_be_visible()
        assert site.answerer.scopes[-1] == ("baru",)
        page.get_by_role("button", name=label("scope_clear", language)).click()
        expect(page.locator("#composer .scope")).to_be_hidden()

        page.get_by_role("button", name=label("view_library", language), exact=True).click()
        last = page.locator(".documents > li").last
        last.locator("summary").click()
        expect(last).to_contain_text(label("document_sure", language))
        last.locator(".strong.danger").click()
        expect(page.locator(".documents > li")).to_have_count(1)
    finally:
        site.library.pause, site.library.steps = 0.0, 4
        site.shelf.added.clear()


def test_an_upload_is_cancelled_and_leaves_nothing(visits: Visits, site: Served) -> None:
    site.library.pause, site.library.steps = 0.1, 100
    try:
        page = visits.new("en").page
        page.get_by_role("button", name=label("view_library", "en"), exact=True).click()
        page.set_input_files(
            "#upload", {"name": "lama.txt", "mimeType": "text/plain", "buffer": b"teks"}
        )
        row = page.locator("#uploads li")
        expect(row).to_contain_text(label("upload_storing", "en"))
        row.get_by_role("button", name=label("upload_cancel", "en")).click()
        expect(row).to_contain_text(label("upload_cancelled", "en"))
        page.wait_for_timeout(800)
        assert site.library.cancelled == ["lama.txt"]
        assert site.shelf.added == []
    finally:
        site.library.pause, site.library.steps = 0.0, 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_settings_are_chosen_applied_and_kept_in_the_browser(
    visits: Visits, site: Served, language: Language, size: tuple[int, int]
) -> None:
    site.answerer.model = ModelState("ready", "fake:model")
    try:
        one = visits.new(language, size)
        page = one.page
        page.get_by_role("button", name=label("settings", language), exact=True).click()
        dialog = page.locator("#settings-dialog")
        expect(dialog).to_contain_text(label("model_ready", language, name="fake:model"))
        answers: Language = "su" if language != "su" else "en"
        dialog.locator(f'[data-setting="answers"][value="{answers}"]').check(force=True)
        dialog.locator('[data-setting="size"][value="large"]').check(force=True)
        dialog.locator('[data-setting="theme"][value="dark"]').check(force=True)
        dialog.locator('[data-setting="use_model"][value="off"]').check(force=True)
        expect(page.locator("html")).to_have_attribute("data-theme", "dark")
        expect(page.locator("html")).to_have_attribute("data-size", "large")
        page.wait_for_timeout(600)
        page.keyboard.press("Escape")
        expect(dialog).to_be_hidden()
        page.reload()
        expect(page.locator("#question")).to_be_visible()
        expect(page.locator("html")).to_have_attribute("data-theme", "dark")
        one.ask(QUESTIONS[language])
        expect(turn_shown(page)).to_have_attribute("lang", answers)
        expect(turn_shown(page).locator(".state.quoted")).to_be_visible()
        page.get_by_role("button", name=label("settings", language), exact=True).click()
        for name, value in (("answers", answers), ("size", "large"), ("use_model", "off")):
            chosen = page.locator(f'[data-setting="{name}"][value="{value}"]')
            expect(chosen).to_be_checked()
        page.locator('[data-setting="language"][value="su"]').check(force=True)
        expect(page.locator("html")).to_have_attribute("lang", "su")
        expect(page.locator("#settings-dialog")).to_be_visible()
    finally:
        site.answerer.model = ModelState("off")


@pytest.mark.parametrize("dark", [False, True])
def test_one_press_turns_light_to_dark_and_back(visits: Visits, *, dark: bool) -> None:
    page = visits.new("en", dark=dark).page
    paper = "getComputedStyle(document.body).backgroundColor"
    before = page.evaluate(paper)
    button = page.get_by_role("button", name=label("theme_toggle", "en"))
    button.click()
    expect(page.locator("html")).to_have_attribute("data-theme", "light" if dark else "dark")
    assert page.evaluate(paper) != before
    button.click()
    assert page.evaluate(paper) == before


def test_a_view_has_an_address(visits: Visits) -> None:
    page = visits.new("en", address="/?view=check").page
    expect(page.locator("#check-text")).to_be_visible()
    expect(page.locator('#header [data-view="check"]')).to_have_attribute("aria-current", "page")
    expect(page.locator("#question")).to_be_hidden()
