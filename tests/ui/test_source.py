"""The source: the section whole, the quote marked, read in other languages, noted."""

import re
from dataclasses import replace
from html import unescape

import pytest
from page_fakes import FakeShelf, fake_room
from page_thesis import AFTER, BEFORE, MOU, MOU_EN, MOU_SU, OFF_CORPUS, QUESTIONS, section
from test_asking import ANI, asked, conversation_of

from corpus.errors import NoteError
from corpus.language import LANGUAGES, Language
from corpus.records import Span
from ui.handlers.opening import open_source
from ui.handlers.remarking import add_note, remove_note
from ui.room import Room
from ui.sent import Sent
from ui.strings import label
from ui.views.marking import Annotation, annotated
from ui.visit import Visit


def text_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def bare(html: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", html))


def marks(html: str) -> list[str]:
    return [bare(words) for words in re.findall(r"<mark>(.*?)</mark>", html)]


def opened(
    page: Language = "en",
    asker: Language = "en",
    room: tuple[Room, object, FakeShelf] | None = None,
    **more: object,
) -> str:
    """Ask in one language and open the source in another."""
    there = (room or fake_room())[0]
    conversation = conversation_of(asked(there, QUESTIONS[asker]))
    sent = {"kind": "citation", "turn": 1, "number": 1, "conversation": conversation, "serial": 3}
    return open_source(there, Visit(ANI.visitor_id, language=page), Sent({**sent, **more}))


def test_the_whole_section_stands_there_with_the_quote_marked_once() -> None:
    html = opened()
    assert marks(html) == [MOU]
    body = text_of(html)
    assert all(sentence in body for sentence in (*BEFORE, *AFTER))
    assert 'data-serial="3"' in html


def test_a_span_of_a_passage_opens_by_its_address_and_reads_back() -> None:
    passages = section()
    whole = passages[1]
    part = "Gubernur Jakarta Wiyogo Atmodarminto"
    start = whole.start + whole.text.index(part)
    sent = {"kind": "passage", "passage": whole.passage_id, "serial": 1}
    span = {**sent, "from": start, "to": start + len(part)}
    html = open_source(fake_room()[0], ANI, Sent(span))
    assert marks(html) == [part]
    assert whole.text in bare(html)
    assert marks(open_source(fake_room()[0], ANI, Sent(sent))) == [MOU]
    outside = {**sent, "from": 0, "to": 10**6}
    assert marks(open_source(fake_room()[0], ANI, Sent(outside))) == [MOU]


def test_a_quoted_list_is_marked_item_by_item_and_reads_back() -> None:
    passages = section()
    sent = Sent({"kind": "passage", "passage": passages[2].passage_id})
    html = open_source(fake_room()[0], ANI, sent)
    assert len(marks(html)) == 3
    assert " ".join(marks(html)) == passages[2].text
    assert html.count('<p class="list_item">') == 2


def test_text_that_changed_since_is_shown_unmarked_and_said() -> None:
    there = fake_room()
    conversation = conversation_of(asked(there[0], QUESTIONS["en"]))
    first, second, third = there[2].passages
    there[2].passages = (first, replace(second, text=second.text.replace("1989", "1999")), third)
    sent = {"kind": "citation", "turn": 1, "number": 1, "conversation": conversation}
    html = open_source(there[0], replace(ANI, language="en"), Sent(sent))
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
        "su": ("alinéa 4", "Indonésia", "kanggo kalimah ieu", "panginten", "luyu jeung naskah"),
    }[page]
    for words in ("BAB I PENDAHULUAN", "1.1 Latar Belakang", "Parama, 2021", *expected):
        assert words in said, words


def test_the_version_beside_the_quote_is_the_askers_not_the_pages() -> None:
    html = opened(page="su", asker="en")
    assert MOU_EN in html
    assert "tarjamahan henteu resmi ti proyék ieu, Inggris" in html
    assert MOU_EN not in opened(page="en", asker="id")


def test_the_text_and_the_labels_carry_their_languages() -> None:
    html = opened(page="su")
    assert '<aside aria-labelledby="source-heading" lang="su"' in html
    assert '<div class="section" lang="id"' in html
    assert f'<p lang="en" dir="auto">{MOU_EN}</p>' in html


def test_italics_of_the_file_are_kept() -> None:
    assert "<em>sister city</em>" in opened()


@pytest.mark.parametrize(("tab", "words"), [("en", MOU_EN), ("su", MOU_SU)])
def test_a_tab_gives_the_versions_with_their_origin_and_glosses_the_rest(
    tab: Language, words: str
) -> None:
    html = opened(page="en", asker="id", tab=tab)
    assert marks(html) == [words]
    assert 'aria-selected="true" aria-controls="source-text" tabindex="0">' in html
    assert "The source remains the original." in html
    assert "A gloss word by word, not a translation" in html
    meant = {"en": "city", "su": "dayeuh"}[tab]
    assert f'class="word" tabindex="-1" data-gloss="{meant}">Kota</span>' in html
    assert f'<span lang="{tab}"><mark>' in html
    assert '<span class="unversioned" lang="id">' in html


def test_the_words_that_met_are_marked_in_the_quote_with_a_legend() -> None:
    html = opened(asker="en")
    assert '<span class="pair pair-0" title="formalised">meresmikan</span>' in html
    assert "formalised ↔" in text_of(html)
    assert 'class="legend"' not in opened(asker="id")


def test_the_next_section_is_a_press_away_and_opens_by_itself() -> None:
    html = opened()
    assert 'data-kind="section" data-document="jakarta-tokyo" data-section="1.2"' in html
    assert "Section after: 1.2 Rumusan Masalah" in html
    assert "Section before" not in html
    there = fake_room()[0]
    alone = Sent({"kind": "section", "document": "jakarta-tokyo", "section": "1.1"})
    html = open_source(there, ANI, alone)
    assert marks(html) == []
    assert MOU in bare(html)


def test_a_near_passage_opens() -> None:
    room, _, _ = fake_room()
    conversation = conversation_of(asked(room, OFF_CORPUS["id"]))
    sent = {"kind": "evidence", "turn": 1, "number": 3, "conversation": conversation}
    html = open_source(room, ANI, Sent(sent))
    assert "pusat ekonomi" in html
    assert 'class="matches"' not in html


@pytest.mark.parametrize(
    "sent",
    [
        {"kind": "citation", "turn": 2, "number": 1},
        {"kind": "citation", "turn": 1, "number": 2},
        {"kind": "evidence", "turn": 1, "number": 11},
        {"kind": "citation", "turn": 0, "number": 1},
        {"kind": "citation", "turn": "1", "number": 1},
        {"kind": "citation", "turn": -1, "number": 1},
        {"kind": ["citation"], "turn": 1, "number": 1},
        {"kind": "section", "document": "jakarta-tokyo", "section": "9"},
        {"kind": "file", "turn": 1, "number": 1},
        {},
    ],
)
def test_a_pointer_to_nothing_says_so(sent: dict[str, object]) -> None:
    room, _, _ = fake_room()
    conversation = conversation_of(asked(room, QUESTIONS["en"]))
    whole = Sent({**sent, "conversation": conversation, "serial": 4})
    html = open_source(room, replace(ANI, language="en"), whole)
    assert "This source cannot be opened." in html
    assert 'data-serial="4"' in html
    assert 'aria-label="Close the source"' in html


def test_an_unknown_passage_is_named() -> None:
    sent = Sent({"kind": "passage", "passage": "<x>/1/1"})
    html = open_source(fake_room()[0], ANI, sent)
    assert "&lt;x&gt;/1/1" in html


def test_a_note_is_attached_signed_and_dated_and_removed_again() -> None:
    there = fake_room()
    room, _, shelf = there
    opened(room=there)
    conversation = next(iter(shelf.kept))
    place = {"kind": "citation", "turn": 1, "number": 1, "conversation": conversation}
    whole = section()[1]
    span = {"document": "jakarta-tokyo", "start": whole.start, "end": whole.end}
    given = {"text": "Beliau <b>gubernur</b>.", "author": "Ani"}
    html = add_note(room, replace(ANI, language="en"), Sent({**place, **span, **given})).source
    assert html is not None
    (note,) = shelf.written
    assert note.quote == MOU
    assert "Beliau &lt;b&gt;gubernur&lt;/b&gt;." in html
    assert "Ani, 2026-11-20" in html
    assert 'class="noted"' in html
    assert marks(html) == [MOU]
    gone = remove_note(room, ANI, Sent({**place, "note": note.note_id})).source
    assert gone is not None
    assert shelf.written == []
    assert "Ani, 2026" not in gone


def test_a_note_that_cannot_be_kept_is_said_above_the_source() -> None:
    there = fake_room()
    opened(room=there)
    place = {"kind": "passage", "passage": section()[1].passage_id}
    span = {"document": "jakarta-tokyo", "start": 300, "end": 310, "text": "", "author": ""}
    html = add_note(there[0], replace(ANI, language="en"), Sent({**place, **span})).source
    assert html is not None
    assert str(NoteError("the note is empty: say something")) in bare(html)
    assert MOU in bare(html)


def test_overlapping_annotations_cut_the_text_and_lose_none_of_it() -> None:
    words = "Kota & Tokyo dan Jakarta"
    notes = [
        Annotation(Span(10, 22), "quote"),
        Annotation(Span(17, 40), "italic"),
        Annotation(Span(10, 14), "gloss", "city"),
        Annotation(Span(12, 30), "note", number=1),
    ]
    html = annotated(words, 10, notes)
    assert bare(html) == words
    assert marks(html) == [words[:12]]
    assert re.findall(r"<em>(.*?)</em>", html) is not None
    assert "".join(re.findall(r"<em>(.*?)</em>", html)) != ""
    assert bare("".join(re.findall(r'<span class="word".*?</span></span>|$', html))) in words


def test_every_label_of_the_source_is_in_the_pages_language() -> None:
    for page in LANGUAGES:
        html = opened(page=page, asker="id")
        assert label("copy_quote", page) in html
        assert label("note_add", page) in html
