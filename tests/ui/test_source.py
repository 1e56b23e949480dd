"""The source panel: the section whole, the quote marked, its note beside it."""

import re
from dataclasses import replace
from html import unescape

import pytest
from page_fakes import AFTER, BEFORE, MOU_EN, citation_of, section

from corpus.language import LANGUAGES, Language
from ui.source import passage_panel, quote_panel, trouble_panel


def text_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def marks(html: str) -> list[str]:
    return [unescape(words) for words in re.findall(r"<mark>(.*?)</mark>", html)]


def opened(page: Language = "en", asker: Language = "en", number: int = 1) -> str:
    passages = section()
    citation = citation_of(passages[number])
    return quote_panel(citation, passages, "A title", asker=asker, page=page, serial=3)


def test_the_whole_section_stands_there_with_the_quote_marked_once() -> None:
    html = opened()
    assert marks(html) == [section()[1].text]
    body = text_of(html)
    assert all(sentence in body for sentence in (*BEFORE, *AFTER))
    assert 'data-serial="3"' in html


def test_a_quote_of_part_of_a_sentence_marks_that_part_only() -> None:
    passages = section()
    whole = passages[1]
    part = "Gubernur Jakarta Wiyogo Atmodarminto"
    start = whole.start + whole.text.index(part)
    citation = replace(citation_of(whole), quote=part, start=start, end=start + len(part))
    html = quote_panel(citation, passages, "", asker="id", page="id", serial=1)
    assert marks(html) == [part]
    assert whole.text in unescape(re.sub("</?mark>", "", html))


def test_a_quoted_list_is_marked_item_by_item_and_reads_back() -> None:
    html = opened(number=2)
    assert len(marks(html)) == 3
    assert " ".join(marks(html)) == section()[2].text
    assert html.count('<p class="list_item">') == 2


def test_text_that_changed_since_is_shown_unmarked_and_said() -> None:
    passages = section()
    citation = replace(citation_of(passages[1]), quote="Something else altogether")
    html = quote_panel(citation, passages, "", asker="en", page="en", serial=1)
    assert marks(html) == []
    assert "The text has changed since it was quoted" in html
    assert 'class="matches"' not in html


@pytest.mark.parametrize("page", LANGUAGES)
def test_it_names_the_place_the_language_and_the_works(page: Language) -> None:
    said = text_of(opened(page))
    expected = {
        "id": (
            "paragraf 4",
            "Indonesia",
            "untuk kalimat ini",
            "mungkin juga",
            "cocok dengan naskah",
        ),
        "en": (
            "paragraph 4",
            "Indonesian",
            "for this sentence",
            "possibly",
            "Quotes match the text",
        ),
        "su": ("alinéa 4", "Indonésia", "pikeun ieu kalimah", "panginten", "luyu jeung naskah"),
    }[page]
    for words in ("A title", "BAB I PENDAHULUAN", "1.1 Latar Belakang", "Parama, 2021", *expected):
        assert words in said, words


def test_the_version_is_the_askers_not_the_pages() -> None:
    html = opened(page="su", asker="en")
    assert MOU_EN in html
    assert "tarjamahan teu resmi ti proyék ieu, Inggris" in html
    assert MOU_EN not in opened(page="en", asker="id")


def test_the_text_and_the_labels_carry_their_languages() -> None:
    html = opened(page="su")
    assert '<aside aria-labelledby="source-heading" lang="su"' in html
    assert '<div class="section" lang="id"' in html
    assert f'<p lang="en" dir="auto">{MOU_EN}</p>' in html


def test_a_near_passage_opens_unmarked() -> None:
    passages = section()
    html = passage_panel(passages[0], passages, "T", page="id", serial=2)
    assert marks(html) == []
    assert BEFORE[1] in html


def test_trouble_is_one_line_that_can_be_closed() -> None:
    html = trouble_panel("Line", "<detail>", page="en", serial=1)
    assert "&lt;detail&gt;" in html
    assert 'aria-label="Close the source"' in html
