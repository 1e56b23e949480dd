"""The brief view without a browser: its form, its handler, the briefing as HTML, its files."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from page_fakes import FakeLibrary, FakeShelf
from page_http import send
from page_served import served

from assistant import STYLES, Assistant, Briefing, lay_out_briefing
from corpus.errors import CitationError, UnknownPassageError
from corpus.language import LANGUAGES, Language
from ui.briefings import Briefings
from ui.emphasis import Emphases
from ui.handlers.briefing import BriefWish, brief, show_brief_form
from ui.handlers.citing import Copied, copied_reference
from ui.handlers.preferring import prefer
from ui.room import Room
from ui.sent import Sent
from ui.strings import label
from ui.views.brief_form import brief_form
from ui.views.briefing import briefing_page
from ui.views.copying import copy_menu
from ui.visit import Preferences, Visit

MARKUP = '<img src=x onerror="alert(1)">'
PRINTED = Emphases().of(FakeShelf())
PASSAGE = "jakarta-tokyo/1.1/1"


@pytest.fixture(scope="module")
def room(assistant: Assistant) -> Room:
    return Room(assistant, assistant.store.catalog, FakeLibrary(FakeShelf()))


@pytest.fixture(scope="module")
def made(assistant: Assistant) -> Briefing:
    return assistant.brief(language="en", length="medium")


def page_of(briefing: Briefing) -> str:
    layout = lay_out_briefing(briefing, date(2026, 11, 27))
    return briefing_page(briefing, layout, {"length": "medium"}, PRINTED, "en")


def visitor(language: Language, **preferred: Any) -> Visit:
    return Visit("v", Preferences(language, **preferred), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_offers_lengths_sections_and_a_topic(room: Room, language: Language) -> None:
    html = show_brief_form(room, visitor(language), Sent()).brief or ""
    for key in ("length_short", "length_medium", "length_long", "scope_topic", "brief_send"):
        assert label(key, language) in html
    assert re.search(r'<option value="1\.4\.1">[^<]*1\.4\.1 Tujuan Penelitian', html)
    assert '<input type="hidden" id="brief-document" value="jakarta-tokyo">' in html


def test_another_page_language_keeps_the_document(room: Room) -> None:
    own = replace(room, shelf=FakeShelf(added=["dua"]))
    html = prefer(own, visitor("en"), Sent({"language": "su", "briefed": "dua"})).brief or ""
    assert '<option value="dua" selected>' in html
    assert label("brief_heading", "su") in html


def test_a_document_is_chosen_where_several_are_held() -> None:
    shelf = FakeShelf(added=["dua"])
    html = brief_form(shelf.documents(), "dua", (), "en")
    assert re.findall(r'<option value="([^"]+)"( selected)?>', html) == [
        ("jakarta-tokyo", ""),
        ("dua", " selected"),
    ]
    assert label("library_empty", "en") in brief_form((), "", (), "en")


def test_what_a_browser_sends_is_read_with_doubt() -> None:
    sent = Sent({"length": "endless", "document": ["x"], "section": 3, "topic": " "})
    assert BriefWish.of(sent, "su") == BriefWish("", "", "", "short", "su")
    both = Sent({"document": "a", "section": "1", "topic": "kota", "length": "long"})
    assert BriefWish.of(both, "id") == BriefWish("", "", "kota", "long", "id")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_briefing_opens_what_it_rests_on(room: Room, language: Language) -> None:
    shown = brief(room, visitor(language), Sent({"document": "jakarta-tokyo"}))
    html = shown.briefing or ""
    whole = room.answerer.brief(document_ids=["jakarta-tokyo"], language=language)
    assert whole.bullets
    for bullet in whole.bullets:
        for number in bullet.citations:
            cited = whole.citation(number)
            place = (
                f'data-kind="passage" data-passage="{cited.passage_id}" '
                f'data-from="{cited.start}" data-to="{cited.end}"'
            )
            assert place in html
    assert label("brief_original", language) in html
    assert shown.said == label("brief_done", language, count=len(whole.bullets))
    assert f'<div class="page briefing" lang="{language}">' in html


def test_the_answers_language_is_that_of_the_briefing(room: Room) -> None:
    shown = brief(room, visitor("id", answers="su"), Sent({"document": "jakarta-tokyo"}))
    assert 'class="page briefing" lang="su"' in (shown.briefing or "")


def test_what_cannot_be_briefed_is_said_in_a_line(room: Room) -> None:
    missing = brief(room, visitor("en"), Sent({"scope": "topic", "topic": "  "}))
    assert label("brief_topic_missing", "en") in (missing.briefing or "")
    unknown = brief(room, visitor("su"), Sent({"document": "<b>"}))
    assert label("expected_error", "su") in (unknown.briefing or "")
    assert "<b>" not in (unknown.briefing or "")


def test_a_briefing_shows_facts_differences_marks_and_downloads(made: Briefing) -> None:
    html = page_of(made)
    for form in ("md", "docx", "pdf"):
        assert f'href="/sitir/briefing?length=medium&amp;form={form}"' in html
    assert '<th scope="row">When</th>' in html
    assert "20 Januari 1958" in html
    assert '<span class="mark-sign">*</span>' in html
    assert "Unofficial translation" in html


def test_nothing_that_stands_in_a_thesis_is_markup(made: Briefing) -> None:
    parts = tuple(
        replace(
            part,
            heading=MARKUP,
            bullets=tuple(replace(bullet, text=MARKUP) for bullet in part.bullets),
        )
        for part in made.parts
    )
    facts = tuple(replace(fact, value=MARKUP, context=MARKUP) for fact in made.key_facts)
    notes = tuple(replace(note, text=MARKUP) for note in made.notes)
    cited = tuple(replace(one, quote=MARKUP, heading=MARKUP) for one in made.citations)
    html = page_of(
        replace(made, title=MARKUP, parts=parts, key_facts=facts, notes=notes, citations=cited)
    )
    assert "<img" not in html
    assert html.count("&lt;img") > len(made.bullets)


def test_a_worded_briefing_is_given_as_it_was_shown(room: Room, made: Briefing) -> None:
    own = replace(room, briefings=Briefings())
    wish = BriefWish.of(Sent({"document": "jakarta-tokyo"}), "en")
    assert wish.granted_in(own).title == wish.shown_in(own).title
    worded = replace(made, title="As worded", generator="fake:model")
    held = frozenset((one.document_id, one.content_hash) for one in own.shelf.documents())
    own.briefings.keep((wish, held), worded)
    assert wish.shown_in(own).title == "As worded"
    plain = BriefWish.of(Sent({"document": "jakarta-tokyo"}), "en", use_model=False)
    assert plain.shown_in(own).title != "As worded"
    own.briefings.keep((plain, held), made)
    assert own.briefings.kept((plain, held)) is None


# References


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reference_is_copied_in_each_style(room: Room, style: str, language: Language) -> None:
    sent = Sent({"passage": PASSAGE, "style": style, "language": language})
    copied = copied_reference(room, sent)
    assert "IMPLEMENTASI PROGRAM PERTUKARAN" in copied.entry.upper()
    assert copied.behind.strip()
    assert "“" not in copied.behind[:2]
    printed = style not in {"bibtex", "ris", "csl-json"}
    assert bool(copied.entry_html) == printed
    assert copied.behind.startswith("\n\n") == (style == "chicago-notes" or not printed)


def test_what_is_not_known_is_a_visible_blank_and_titles_are_in_italics(room: Room) -> None:
    copied = copied_reference(room, Sent({"passage": PASSAGE, "language": "en"}))
    assert "as cited in [author?], [year?], p. [page?], Section 1.1" in copied.behind
    assert "<i>" in copied.entry_html
    assert copied != Copied("", "", "", "")


def test_a_part_is_cited_and_a_version_as_a_translation(room: Room) -> None:
    passage = room.shelf.passage(PASSAGE)
    first = passage.sentences[0]
    span = {"from": str(first.start), "to": str(first.end + 100_000)}
    sent = Sent({"passage": PASSAGE, "language": "en", **span})
    assert copied_reference(room, sent).behind.strip()
    translated = copied_reference(room, Sent({**sent.values, "version": "en"}))
    assert "translation" in translated.behind.lower()
    with pytest.raises(CitationError):
        copied_reference(room, Sent({"passage": PASSAGE, "from": "99999999", "to": "1"}))
    with pytest.raises(UnknownPassageError):
        copied_reference(room, Sent({"passage": "no/such/1"}))


def test_the_style_is_kept_with_the_preferences(room: Room) -> None:
    shown = prefer(room, visitor("en"), Sent({"style": "mla"}))
    assert shown.preferences is not None
    assert shown.preferences.style == "mla"
    assert 'data-style="mla" data-style-name="MLA 9"' in (shown.header or "")
    assert Preferences.of(shown.preferences.to_json()).style == "mla"
    assert Preferences.of({"style": "vancouver"}).style == "apa"


def test_the_copy_menu_offers_references(made: Briefing) -> None:
    html = copy_menu(made.citations[0], "Judul", "su")
    assert html.count('data-do="refer"') == 2
    assert f'data-passage="{made.citations[0].passage_id}"' in html
    assert 'data-language="su"' in html


# Files


@pytest.fixture(scope="module")
def base(room: Room) -> Iterator[str]:
    with served(room) as address:
        yield address


def test_files_are_given_as_attachments_in_their_language(base: str) -> None:
    asked = f"{base}/sitir/briefing?document=jakarta-tokyo&language=su"
    path = asked.removeprefix(base)
    text = send(base, f"{path}&form=md")
    assert text.status == 200
    assert text.headers["content-disposition"].startswith("attachment; filename*=UTF-8''")
    assert text.headers["content-disposition"].endswith(".md")
    assert "Diaos:" in text.body.decode()
    word = send(base, f"{path}&form=docx")
    assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(word.body)).namelist()
    assert send(base, f"{path}&form=pdf").body.startswith(b"%PDF-")


@pytest.mark.parametrize(
    "path",
    [
        "/sitir/briefing?document=jakarta-tokyo&form=exe",
        "/sitir/briefing?document=none&form=md",
        "/sitir/briefing?document=jakarta-tokyo&section=9.9&form=md",
        "/sitir/reference?passage=none",
        "/sitir/reference?passage=jakarta-tokyo/1.1/1&from=5&to=99999999",
        "/sitir/reference",
    ],
)
def test_what_is_not_held_is_not_found(base: str, path: str) -> None:
    reply = send(base, path)
    assert reply.status == 404
    assert reply.body.count(b"\n") == 1
