"""Feedback and notes: kept, replaced, nobody else's, and never lost."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from store_fakes import add, entries_of, make_document, open_store

from corpus.anchoring import find_anchor, make_anchor
from corpus.catalog import Catalog
from corpus.errors import (
    NoteError,
    UnknownConversationError,
    UnknownDocumentError,
    UnknownNoteError,
)
from corpus.records import Document, Span
from corpus.remarks import FEEDBACK_KINDS
from corpus.store import Store, restore

ANSWER = {"text": "“Kutipan.” [1]", "citations": [{"number": 1, "passage_id": "a/1.1/0"}]}


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    with closing(Catalog.open(tmp_path, create=True)) as opened:
        yield opened


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "data") as opened:
        yield opened


def talk(catalog: Catalog, visitor: str) -> str:
    conversation = catalog.start_conversation(visitor)
    for question in ("Apa?", "Siapa?"):
        catalog.add_turn(conversation, visitor, question, ANSWER)
    return conversation


def judge(catalog: Catalog, visitor: str, where: str | None, turn: int = 0, **said: str) -> None:
    given = {"kind": "good", "comment": ""} | said
    catalog.add_feedback(
        visitor,
        given["kind"],  # type: ignore[arg-type]
        conversation_id=where,
        turn=turn,
        question="Apa?",
        answer_json=ANSWER,
        comment=given["comment"],
    )


@pytest.mark.parametrize("kind", FEEDBACK_KINDS)
def test_feedback_comes_back_as_it_was_given(catalog: Catalog, kind: str) -> None:
    mine = talk(catalog, "me")
    judge(catalog, "me", mine, 1, kind=kind, comment="Halaman\u202e salah\x00,\n lihat BAB I")
    (given,) = catalog.feedback(mine, "me")
    assert (given.conversation_id, given.turn, given.kind) == (mine, 1, kind)
    assert given.comment == "Halaman salah, lihat BAB I"
    assert (given.question, given.answer_json) == ("Apa?", ANSWER)
    assert given.created_at.utcoffset() is not None


def test_feedback_said_again_replaces_and_others_stay(catalog: Catalog) -> None:
    mine, theirs = talk(catalog, "me"), talk(catalog, "them")
    for where, visitor in ((mine, "me"), (None, "me"), (None, "them"), (theirs, "them")):
        judge(catalog, visitor, where, 0, kind="good")
    judge(catalog, "me", mine, 1, kind="missing")
    judge(catalog, "me", mine, 0, kind="wrong_quote")
    judge(catalog, "me", None, 0, kind="not_helpful")
    assert [(one.turn, one.kind) for one in catalog.feedback(mine, "me")] == [
        (0, "wrong_quote"),
        (1, "missing"),
    ]
    kept = [(one.visitor_id, one.feedback.kind) for one in catalog.kept_feedback()]
    assert kept == [
        ("them", "good"),
        ("them", "good"),
        ("me", "missing"),
        ("me", "wrong_quote"),
        ("me", "not_helpful"),
    ]


def test_e10_feedback_on_anothers_conversation_is_refused(catalog: Catalog) -> None:
    theirs = talk(catalog, "them")
    with pytest.raises(UnknownConversationError):
        judge(catalog, "me", theirs)
    with pytest.raises(UnknownConversationError):
        catalog.feedback(theirs, "me")
    assert catalog.kept_feedback() == ()


def test_feedback_goes_with_its_conversation(catalog: Catalog) -> None:
    gone, kept = talk(catalog, "me"), talk(catalog, "me")
    judge(catalog, "me", gone)
    judge(catalog, "me", kept)
    catalog.delete_conversation(gone, "me")
    assert [one.feedback.conversation_id for one in catalog.kept_feedback()] == [kept]


def test_feedback_of_an_unknown_kind_is_refused(catalog: Catalog) -> None:
    with pytest.raises(ValueError, match="'fine'"):
        judge(catalog, "me", None, kind="fine")
    assert catalog.kept_feedback() == ()


def note(store: Store, document: Document, words: str, text: str = "Bukan begitu.") -> str:
    start = document.text.index(words)
    made = store.catalog.add_note(
        document.document_id, start, start + len(words), words, text=text, author="Pustakawan"
    )
    return made.note_id


def put_text(store: Store, text: str) -> Document:
    """Put a document of one passage whose text is ``text`` in the place of ``a``."""
    made = make_document("a", 1)
    passage = replace(made.passages[0], text=text, start=0, end=len(text), sentences=())
    document = replace(made, text=text, passages=(passage,), content_hash=text)
    store.add(document, entries_of(document))
    return document


def test_a_note_comes_back_signed_and_dated(store: Store) -> None:
    document = add(store, "a")
    mine = note(store, document, "Banjir terjadi", "  Bukan\n\u202ebanjir\x07, rob. ")
    (kept,) = store.catalog.notes("a")
    assert (kept.note_id, kept.quote, kept.author) == (mine, "Banjir terjadi", "Pustakawan")
    assert document.text[kept.start : kept.end] == kept.quote
    assert kept.text == "Bukan banjir, rob."
    assert kept.created_at.utcoffset() is not None
    assert not kept.detached
    assert store.catalog.canonical_text("a") == document.text
    assert store.catalog.notes("none") == ()
    store.catalog.remove_note(mine)
    assert store.catalog.notes() == ()
    with pytest.raises(UnknownNoteError, match="note list"):
        store.catalog.remove_note(mine)


@pytest.mark.parametrize(
    ("changes", "error", "said"),
    [
        ({"document_id": "none"}, UnknownDocumentError, "held: a"),
        ({"quote": "Bandung"}, NoteError, "does not stand"),
        ({"quote": "", "end": 0}, NoteError, "does not stand"),
        ({"text": " \u200b\n"}, NoteError, "the note is empty"),
        ({"author": ""}, NoteError, "author's name is empty"),
        ({"text": "x" * 2_001}, NoteError, "2,001 characters"),
        ({"author": "x" * 101}, NoteError, "101 characters"),
    ],
)
def test_a_note_that_cannot_be_attached_is_refused(
    store: Store, changes: dict[str, object], error: type[Exception], said: str
) -> None:
    document = add(store, "a")
    given = {"document_id": "a", "start": 0, "end": 7, "quote": document.text[:7]}
    with pytest.raises(error, match=said):
        store.catalog.add_note(**(given | {"text": "t", "author": "a"} | changes))  # type: ignore[arg-type]
    assert store.catalog.notes() == ()


FIRST = "Kerja sama dimulai pada April 1958. Ali Sadikin adalah ketua DPRD waktu itu. Lalu selesai."


def test_a_note_finds_its_quote_in_a_replaced_document(store: Store) -> None:
    note(store, put_text(store, FIRST), "Ali Sadikin adalah ketua DPRD")
    moved = put_text(store, f"Sebuah bab baru yang panjang. {FIRST}")
    (kept,) = store.catalog.notes("a")
    assert not kept.detached
    assert moved.text[kept.start : kept.end] == kept.quote == "Ali Sadikin adalah ketua DPRD"


def test_a_note_whose_quote_is_gone_waits_detached_and_comes_back(store: Store) -> None:
    note(store, put_text(store, FIRST), "Ali Sadikin adalah ketua DPRD")
    put_text(store, FIRST.replace("ketua DPRD", "gubernur"))
    (kept,) = store.catalog.notes("a")
    assert kept.detached
    assert kept.quote == "Ali Sadikin adalah ketua DPRD"
    back = put_text(store, f"Dulu. {FIRST}")
    (again,) = store.catalog.notes("a")
    assert (again.note_id, again.detached) == (kept.note_id, False)
    assert back.text[again.start : again.end] == kept.quote


def test_a_note_outlives_its_document(store: Store) -> None:
    document = add(store, "a")
    note(store, document, "Banjir terjadi")
    store.remove("a")
    (kept,) = store.catalog.notes()
    assert kept.detached
    add(store, "a")
    (again,) = store.catalog.notes("a")
    assert again == replace(kept, detached=False)


def test_a_backup_holds_feedback_and_notes(store: Store, tmp_path: Path) -> None:
    document = add(store, "a")
    note(store, document, "Banjir terjadi")
    judge(store.catalog, "me", talk(store.catalog, "me"))
    store.backup(tmp_path / "copy")
    restore(tmp_path / "copy", tmp_path / "other")
    with closing(Catalog.open(tmp_path / "other")) as other:
        assert other.notes() == store.catalog.notes() != ()
        assert other.kept_feedback() == store.catalog.kept_feedback() != ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("satu kota dua kota tiga", 5),  # unchanged
        ("nol satu kota dua kota tiga", 9),  # moved, with what stood around it
        ("satu kota dua desa. Jakarta adalah kota tiga", 5),  # of two, the one with more around it
        ("bukan kota", None),  # one short word alone is no sure place
        ("satu desa dua desa tiga", None),
        ("", None),
    ],
)
def test_a_quote_is_found_by_what_stands_around_it(text: str, found: int | None) -> None:
    anchor = make_anchor("satu kota dua kota tiga", Span(5, 9))
    span = find_anchor(anchor, text)
    assert (span and span.start) == found
    assert span is None or text[span.start : span.end] == "kota"


def test_of_places_that_look_alike_the_old_one_is_meant_or_none() -> None:
    twice = "x kota y " * 40
    anchor = make_anchor(twice, Span(182, 186))
    assert find_anchor(anchor, twice) == Span(182, 186)
    assert find_anchor(anchor, f"zz{twice}") is None
