"""The conversation as HTML: what is shown, in whose language, and that nothing escapes."""

import re
from dataclasses import replace
from html import unescape

import pytest
from page_fakes import fake_room
from page_thesis import (
    FRAMES,
    MOU,
    MOU_EN,
    MOU_SU,
    OFF_CORPUS,
    QUESTIONS,
    TITLE,
    VERSION_FRAMES,
    section,
)

from assistant.records import Answer, Claim, Conflict, Notice, QuoteNote, QuoteVersion
from corpus.language import LANGUAGES, Language
from corpus.records import Metadata, Span
from ui.strings import label
from ui.views.header import header
from ui.views.reading import Reading
from ui.views.source import Opened, source_panel
from ui.views.thread import Fault, ShownTurn, announcement, thread, welcome
from ui.visit import Preferences

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "<a href='javascript:alert(1)'>x</a>",
    "<style>body{background:url(https://evil.example/x)}</style>",
    "<img src='https://evil.example/pixel.gif'>",
    "</blockquote></article><iframe src=//evil.example>",
    "{{constructor.constructor('alert(1)')()}} ${alert(1)} {a.__class__}",
)
OWN_TAGS = frozenset(
    (
        "header",
        "h1",
        "h2",
        "h3",
        "p",
        "div",
        "button",
        "section",
        "article",
        "figure",
        "figcaption",
        "blockquote",
        "ul",
        "li",
        "span",
        "aside",
        "mark",
        "em",
        "a",
        "details",
        "summary",
        "form",
        "label",
        "input",
        "textarea",
        "nav",
    )
)


def answered(language: Language) -> Answer:
    return fake_room()[1].answer(QUESTIONS[language])


class Plain:
    """A shelf whose documents have no italics."""

    def italics(self, *_place: object) -> tuple[Span, ...]:
        return ()

    def title(self, document_id: str) -> str:
        return f"Judul {document_id}"


def shown(*turns: ShownTurn, page: Language = "id") -> str:
    return thread(turns, Plain(), page)


def tags(html: str) -> set[str]:
    return set(re.findall(r"<([a-zA-Z][a-zA-Z0-9]*)", html))


def attributes(html: str) -> set[str]:
    return set(re.findall(r'\s([a-z-]+)="', html))


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_answer_quotes_word_for_word_in_the_language_of_the_quote(language: Language) -> None:
    html = shown(ShownTurn(1, QUESTIONS[language], answered(language)))
    quote = re.search(r'<blockquote lang="id"[^>]*><p class="quoted-words">(.*?)</p>', html)
    assert quote is not None
    assert unescape(quote[1]) == MOU
    assert html.count(MOU) == 1
    assert f'<p class="claim">{FRAMES[language]}</p>' in html
    assert f'<article class="turn" lang="{language}"' in html


def test_the_version_in_the_askers_language_is_labelled_and_others_are_not_shown() -> None:
    english = shown(ShownTurn(1, "?", answered("en")))
    assert english.count(MOU_EN) == 1
    assert VERSION_FRAMES["en"] not in english
    assert MOU_SU not in english
    assert "unofficial translation by this project, English" in english
    assert 'class="version"' not in shown(ShownTurn(1, "?", answered("id")))


def test_the_authors_own_version_goes_before_a_translation() -> None:
    answer = answered("en")
    own = QuoteVersion("en", "In the author's words.", "author")
    both = replace(answer.citations[0], versions=(*answer.citations[0].versions, own))
    html = shown(ShownTurn(1, "?", replace(answer, citations=(both,))))
    assert "In the author&#x27;s words." in html
    assert "unofficial" not in html.partition("figcaption")[2].partition("</figure>")[0]


def test_a_number_carries_its_turn_and_its_place_for_a_screen_reader() -> None:
    html = shown(ShownTurn(3, "?", answered("en")))
    button = re.search(r'<button type="button" class="cite"[^>]*>1</button>', html)
    assert button is not None
    assert 'data-turn="3" data-kind="citation" data-number="1"' in button[0]
    assert 'aria-label="Open source 1: 1.1 Latar Belakang, paragraph 4"' in button[0]


def test_a_second_claim_on_the_same_quote_repeats_the_number_not_the_quote() -> None:
    answer = answered("en")
    twice = replace(answer, claims=(*answer.claims, Claim("Suzuki signed it [1].", (1,))))
    html = shown(ShownTurn(1, "?", twice))
    assert html.count("<blockquote") == 1
    assert html.count('class="cite"') == 2
    assert '<p class="claim">Suzuki signed it.<button' in html


def test_a_citation_that_no_claim_names_is_still_shown() -> None:
    html = shown(ShownTurn(1, "?", replace(answered("en"), claims=())))
    assert html.count("<blockquote") == 1


def test_a_claim_that_names_an_unknown_number_keeps_its_mark() -> None:
    html = shown(ShownTurn(1, "?", replace(answered("en"), claims=(Claim("See [7].", (7,)),))))
    assert "See [7]." in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_silence_looks_different_and_shows_the_nearest(language: Language) -> None:
    answer = fake_room()[1].answer(OFF_CORPUS[language])
    html = shown(ShownTurn(1, OFF_CORPUS[language], answer))
    assert 'class="answer abstained"' in html
    assert "<blockquote" not in html
    assert 'class="cite"' not in html
    assert html.count('data-kind="evidence"') == 3
    assert all(item.text in unescape(html) for item in answer.evidence[:3])
    assert 'class="matches"' not in html


def test_notices_and_conflicts_are_said() -> None:
    answer = replace(
        answered("en"),
        notices=(Notice("question_cut", "The question was cut."),),
        conflicts=(Conflict(("April 1958", "20 Januari 1958"), (1, 9)),),
        understood_as="When was it?",
        incomplete=True,
    )
    html = shown(ShownTurn(1, "?", answer))
    for words in (
        "The question was cut.",
        "The sources differ: April 1958 ≠ 20 Januari 1958",
        "Understood as: When was it?",
        "This answer was cut off",
        "matching does not make the text true",
    ):
        assert words in html, words


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a8_markup_in_questions_answers_titles_and_passages_is_inert(hostile: str) -> None:
    answer = answered("en")
    citation = replace(
        answer.citations[0],
        quote=hostile,
        heading=hostile,
        document_id=hostile,
        versions=(QuoteVersion("en", hostile, f"person:{hostile}"),),
        notes=(QuoteNote(hostile, hostile, hostile),),
    )
    answer = replace(
        answer,
        text=hostile,
        understood_as=hostile,
        notices=(Notice("x", hostile),),
        claims=(Claim(hostile, (1,)),),
        citations=(citation,),
        conflicts=(Conflict((hostile,), (1,)),),
        generator=hostile,
    )
    silent = replace(answer, abstained=True, abstain_reason="unclear")
    _, _, shelf = fake_room()
    shelf.title = hostile
    passages = tuple(
        replace(
            item,
            heading=hostile,
            path=(hostile, hostile),
            text=hostile,
            sentences=(replace(item.sentences[0], text=hostile),),
        )
        for item in section()
    )
    opened = Opened(
        reading=Reading(passages, Span(passages[0].start, passages[0].end)),
        title=hostile,
        document_id=hostile,
        heading=hostile,
        citation=citation,
        trouble=hostile,
    )
    pages = (
        shown(
            ShownTurn(1, hostile, answer, conversation_id=hostile),
            ShownTurn(2, hostile, silent),
            ShownTurn(3, hostile),
        ),
        shown(ShownTurn(1, hostile, fault=Fault("expected_error", hostile))),
        welcome(shelf.documents(), (hostile,), "su"),
        source_panel(opened, fake_room()[1].gloss, "id", 1),
    )
    for html in pages:
        assert tags(html) <= OWN_TAGS
        assert not [name for name in attributes(html) if name.startswith("on")]
        assert not {"src", "style", "srcdoc"} & attributes(html)
        assert all(href.startswith("/?passage=") for href in re.findall(r' href="([^"]*)"', html))
        assert "<script" not in html


def test_an_expected_fault_is_one_line_in_the_pages_language() -> None:
    html = shown(ShownTurn(1, "?", fault=Fault("expected_error", "no corpus is built")), page="su")
    assert "Pamundut ieu henteu tiasa dicumponan:" in html
    assert '<span lang="en">no corpus is built</span>' in html


def test_the_welcome_says_what_is_held_in_the_pages_language() -> None:
    held = fake_room()[2].documents()
    assert "Yang tersimpan: abstrak, BAB I" in welcome(held, (), "id")
    assert "Anu disimpen: ringkesan, BAB I" in welcome(held, (), "su")
    rendered = replace(
        held[0], metadata=replace(held[0].metadata, title_versions={"en": "In English"})
    )
    english = welcome((rendered,), ("What?",), "en")
    assert "In English (unofficial translation by this project, English)" in english
    assert TITLE in english
    assert 'data-do="starter" lang="en">What?</button>' in english
    assert "In English" not in welcome((rendered,), (), "su")
    assert "No text is held yet." in welcome((), (), "en")
    bare = replace(held[0], metadata=Metadata(title="A"))
    assert "What is held" not in welcome((bare,), (), "en")
    assert "and 3 more in the Library" in welcome((bare,) * 7, (), "en")


def test_only_the_last_turns_stand_on_the_page() -> None:
    turns = [ShownTurn(number, f"q{number}") for number in range(1, 41)]
    html = shown(*turns, page="en")
    assert "Earlier questions not shown: 10" in html
    assert ">q10<" not in html
    assert ">q11<" in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_header_switches_between_three_languages_and_views(language: Language) -> None:
    html = header(Preferences(theme="dark", size="large"), language)
    pressed = re.findall(r'data-language="(..)" aria-pressed="true"', html)
    assert pressed == [language]
    assert f'data-page-language="{language}"' in html
    assert 'data-size="large" data-theme="dark"' in html
    assert [label(f"view_{name}", language) in html for name in ("ask", "library", "check")]


def test_one_line_is_announced_for_each_answer() -> None:
    answerer = fake_room()[1]
    assert announcement(ShownTurn(2, "?", answered("su")), "id") == "Waleran 2: 1 cutatan."
    silent = answerer.answer(OFF_CORPUS["en"])
    assert (
        announcement(ShownTurn(1, "?", silent), "id") == "Answer 1: Outside what the text covers."
    )
    assert announcement(ShownTurn(1, "?"), "id") == ""
    assert announcement(ShownTurn(1, "?", fault=Fault("unexpected_error")), "en").startswith(
        "Something"
    )
