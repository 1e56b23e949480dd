"""What an answer is told to be, and what its quotes carry: italics, links, notes, feedback."""

import re
from dataclasses import replace
from html import unescape

import pytest
from page_fakes import fake_room
from page_thesis import (
    OFF_CORPUS,
    QUESTIONS,
    document,
    section,
)

from assistant.records import Answer, Conflict, QuoteNote, Rejected
from corpus.language import Language
from corpus.records import Span
from corpus.remarks import FEEDBACK_KINDS
from ui.emphasis import emphasised
from ui.markup import origin_label
from ui.views.thread import ShownTurn, thread


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


def state_of(answer: Answer) -> str:
    found = re.search(
        r'<p class="state [a-z]+">.*?<span>(.*?)</span></p>', shown(ShownTurn(1, "?", answer))
    )
    assert found is not None
    return unescape(found[1])


def test_each_kind_of_answer_is_told_by_the_line_above_it() -> None:
    quoted = answered("en")
    assert state_of(quoted) == "Quoted word for word: 1 quote, 1 language"
    worded = replace(quoted, generator="ollama:x", rejected=Rejected(claims=1))
    assert state_of(worded) == (
        "Worded by a model: 1 of 1 statements match the text · 1 removed · Model: ollama:x"
    )
    differing = replace(quoted, conflicts=(Conflict(("a", "b"), (1,)),))
    assert state_of(differing).startswith("The sources differ · Quoted word for word")
    record = replace(quoted, citations=(), claims=())
    assert state_of(record) == "From the document’s record, not from its text"
    silent = fake_room()[1].answer(OFF_CORPUS["en"])
    assert state_of(silent) == "Outside what the text covers"


def test_a_matching_answer_says_that_matching_does_not_make_it_true() -> None:
    for answer in (answered("en"), replace(answered("en"), generator="ollama:x")):
        assert "matching does not make the text true" in shown(ShownTurn(1, "?", answer))


def test_a_quote_keeps_its_italics_and_can_be_copied_and_linked() -> None:
    spans = emphasised(document(section()))

    class Slanted(Plain):
        def italics(self, *_place: object) -> tuple[Span, ...]:
            return spans

    html = thread([ShownTurn(1, "?", answered("su"))], Slanted(), "su")
    citation = answered("su").citations[0]
    assert "<em>sister city</em>" in html
    assert f'data-place="Judul jakarta-tokyo, {citation.heading}, alinéa 4"' in html
    where = f"/?passage={citation.passage_id}&amp;from={citation.start}&amp;to={citation.end}"
    assert f'href="{where}"' in html
    assert html.count('data-do="copy"') == 3


def test_notes_travel_with_the_quote_signed_and_dated() -> None:
    answer = answered("en")
    note = QuoteNote("He was governor, not speaker.", "Ani", "2026-11-20")
    noted = replace(answer.citations[0], notes=(note,))
    html = shown(ShownTurn(1, "?", replace(answer, citations=(noted,))))
    assert "He was governor, not speaker.</span> — Ani, 2026-11-20" in html


def test_what_a_visitor_said_of_an_answer_is_shown_again() -> None:
    html = shown(ShownTurn(1, "?", answered("en"), feedback="missing"))
    pressed = re.findall(r'data-feedback="(\w+)" aria-pressed="true"', html)
    assert pressed == ["missing"]
    assert re.findall(r'data-feedback="(\w+)"', html) == list(FEEDBACK_KINDS)
    assert "data-feedback" not in shown(ShownTurn(1, "?", answered("en"), written=False))


@pytest.mark.parametrize(
    ("origin", "said"),
    [
        ("author", "the author’s own version, Sundanese"),
        ("project", "unofficial translation by this project, Sundanese"),
        ("model:qwen", "unofficial machine translation (qwen), Sundanese"),
        ("person:Ani", "translation by Ani, Sundanese"),
        ("author:mallory", "translation by mallory, Sundanese"),
        ("elsewhere", "translation by elsewhere, Sundanese"),
    ],
)
def test_a_version_says_whose_words_it_is(origin: str, said: str) -> None:
    assert origin_label(origin, "su", "en") == said
