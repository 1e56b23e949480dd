"""The library, the check and the settings as HTML: in three languages, and inert."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest
from page_fakes import fake_room
from test_asking import ANI
from test_thread import HOSTILE, attributes, tags

from assistant import ModelState
from corpus.errors import SitirError
from corpus.language import LANGUAGES, Language
from ui.handlers.checking import check
from ui.handlers.shelving import remove_document, show_library
from ui.sent import Sent
from ui.strings import label
from ui.views.check import check_report
from ui.views.library import library
from ui.views.settings import settings
from ui.visit import Preferences

KINDS = (".md", ".txt")


def text_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_library_tells_what_is_held_of_each_document(language: Language) -> None:
    room, _, shelf = fake_room()
    shelf.added.append("baru")
    html = show_library(room, replace(ANI, language=language), Sent()).library
    assert html is not None
    said = text_of(html)
    for key in ("document_languages", "document_sections", "document_passages", "document_added"):
        assert label(key, language) in said
    assert "2026-11-20" in said
    assert re.findall(r'data-scope="([^"]+)"', html) == ["jakarta-tokyo", "baru"]
    assert label("upload_hint", language, kinds=".md, .txt", most=2) in said
    assert label("library_empty", language) in library((), KINDS, 1_000_000, language)


def test_a_document_is_removed_and_what_cannot_be_is_said() -> None:
    room, _, shelf = fake_room()
    shelf.added.append("baru")
    visit = replace(ANI, language="en")
    gone = remove_document(room, visit, Sent({"document": "baru"}))
    assert gone.said == "Removed: Judul baru"
    assert shelf.added == []
    again = remove_document(room, visit, Sent({"document": "baru"}))
    assert again.said is not None
    assert "no document 'baru' is held" in again.said


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a8_titles_and_texts_are_inert_in_the_library_and_the_check(hostile: str) -> None:
    room, answerer, shelf = fake_room()
    shelf.title = hostile
    listed = show_library(room, ANI, Sent()).library
    report = check_report(answerer.check(hostile), hostile)
    for html in (listed, report):
        assert html is not None
        assert "script" not in tags(html)
        assert not [name for name in attributes(html) if name.startswith("on")]
        assert not {"src", "style", "srcdoc"} & attributes(html)
        assert all(href.startswith("#") for href in re.findall(r' href="([^"]*)"', html))
        assert hostile in unescape(re.sub(r"<[^>]+>", "", html))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_is_in_the_pages_language_and_keeps_the_given_text(language: Language) -> None:
    room, _, _ = fake_room()
    given = "“Pada 24 Oktober”\n\nbaris kedua"
    shown = check(room, replace(ANI, language=language), Sent({"text": given}))
    assert shown.report is not None
    assert f"1 {label('verdict_altered', language)}" in text_of(shown.report)
    assert shown.said == label("check_done", language, count=1)
    marked = re.search(r'class="found altered"[^>]*>(.*?)<sup>', shown.report, re.DOTALL)
    assert marked is not None
    assert unescape(marked[1]) == given
    assert check(room, ANI, Sent({"text": "  "})).report == ""


def test_a_text_that_cannot_be_checked_says_why() -> None:
    room, answerer, _ = fake_room()
    answerer.fails_with = SitirError("the text is too long")
    shown = check(room, replace(ANI, language="en"), Sent({"text": "x"}))
    assert shown.report is not None
    assert "This could not be done: the text is too long" in text_of(shown.report)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("status", ["off", "ready", "resting", "looking"])
def test_the_settings_tell_the_models_state(language: Language, status: str) -> None:
    state = ModelState(status, "ollama:x")  # type: ignore[arg-type]
    html = settings(Preferences(use_model=False), state, language)
    assert label(f"model_{status}", language, name="ollama:x") in text_of(html)
    chosen = re.findall(r'value="(\w*)" checked data-setting="(\w+)"', html)
    expected = [(language, "language"), ("", "answers"), ("off", "use_model"),
                ("apa", "style"), ("medium", "size"), ("system", "theme")]  # fmt: skip
    assert chosen == [one for one in expected if status != "off" or one[1] != "use_model"]
