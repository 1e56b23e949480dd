"""Conversations that are kept: opened again, renamed, deleted, and nobody else's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from corpus.catalog import Catalog
from corpus.errors import UnknownConversationError


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    opened = Catalog.open(tmp_path, create=True)
    yield opened
    opened.close()


def talk(catalog: Catalog, visitor: str, *questions: str) -> str:
    conversation = catalog.start_conversation(visitor)
    for question in questions:
        catalog.add_turn(conversation, visitor, question, {"text": f"jawaban {question}"})
    return conversation


def test_a_conversation_is_opened_again(catalog: Catalog, tmp_path: Path) -> None:
    mine = talk(catalog, "me", "Apa itu sister city?", "Sejak kapan?")
    catalog.close()
    again = Catalog.open(tmp_path)
    try:
        summary = again.conversation(mine, "me")
        assert (summary.conversation_id, summary.turns) == (mine, 2)
        assert summary.title == "Apa itu sister city?"
        assert [turn.question for turn in again.turns(mine, "me")][-1] == "Sejak kapan?"
        again.add_turn(mine, "me", "Lalu?", {})
        assert again.conversation(mine, "me").turns == 3
    finally:
        again.close()


def test_a_conversation_is_renamed_in_one_short_line(catalog: Catalog) -> None:
    mine = talk(catalog, "me", "Apa itu sister city?")
    assert catalog.rename_conversation(mine, "me", "  Kota\n kembar ") == "Kota kembar"
    assert catalog.conversation(mine, "me").title == "Kota kembar"
    catalog.add_turn(mine, "me", "Sejak kapan?", {})
    assert catalog.conversation(mine, "me").title == "Kota kembar"
    long = catalog.rename_conversation(mine, "me", "kota " * 1_000)
    assert len(long) <= 80
    assert long.endswith("…")
    assert catalog.rename_conversation(mine, "me", " \n ") == "Apa itu sister city?"


def test_half_a_character_is_kept_as_a_mark(catalog: Catalog) -> None:
    mine = talk(catalog, "me", "Apa \ud800 itu?")
    assert catalog.turns(mine, "me")[0].question == "Apa \ufffd itu?"
    assert catalog.conversation(mine, "me").title == "Apa \ufffd itu?"
    assert catalog.rename_conversation(mine, "me", "Judul \udc00") == "Judul \ufffd"
    catalog.add_feedback(
        "me", "good", conversation_id=mine, turn=0, question="Apa \ud800?", answer_json={}
    )
    assert catalog.feedback(mine, "me")[0].question == "Apa \ufffd?"


def test_a_name_given_before_the_first_question_stays(catalog: Catalog) -> None:
    mine = catalog.start_conversation("me")
    assert catalog.rename_conversation(mine, "me", "") == ""
    catalog.rename_conversation(mine, "me", "Untuk bab dua")
    catalog.add_turn(mine, "me", "Apa itu sister city?", {})
    assert catalog.conversation(mine, "me").title == "Untuk bab dua"


def test_a_deleted_conversation_is_gone_with_its_turns(catalog: Catalog) -> None:
    kept, gone = talk(catalog, "me", "satu"), talk(catalog, "me", "dua", "tiga")
    catalog.delete_conversation(gone, "me")
    assert [summary.conversation_id for summary in catalog.conversations("me")] == [kept]
    with pytest.raises(UnknownConversationError, match="start a new one"):
        catalog.turns(gone, "me")
    with catalog._database.reading() as connection:
        held = connection.exec_driver_sql("SELECT question FROM turns").scalars().all()
    assert held == ["satu"]


def test_conversations_are_listed_by_when_they_were_last_talked_in(catalog: Catalog) -> None:
    first, second = talk(catalog, "me", "satu"), talk(catalog, "me", "dua")
    empty = catalog.start_conversation("me")
    assert listed(catalog) == [empty, second, first]
    turn = catalog.add_turn(first, "me", "tiga", {})
    assert listed(catalog) == [first, empty, second]
    summary = catalog.conversation(first, "me")
    assert summary.last_at == turn.created_at > summary.created_at
    assert catalog.conversation(empty, "me").last_at is None


def listed(catalog: Catalog) -> list[str]:
    return [summary.conversation_id for summary in catalog.conversations("me")]


Attempt = Callable[[Catalog, str, str], object]
ATTEMPTS: dict[str, Attempt] = {
    "open": lambda catalog, conversation, visitor: catalog.conversation(conversation, visitor),
    "read": lambda catalog, conversation, visitor: catalog.turns(conversation, visitor),
    "write": lambda catalog, conversation, visitor: catalog.add_turn(
        conversation, visitor, "?", {}
    ),
    "rename": lambda catalog, conversation, visitor: catalog.rename_conversation(
        conversation, visitor, "hijacked"
    ),
    "delete": lambda catalog, conversation, visitor: catalog.delete_conversation(
        conversation, visitor
    ),
}


@pytest.mark.parametrize("attempt", ATTEMPTS.values(), ids=ATTEMPTS)
def test_e10_anothers_conversation_is_as_unknown_as_none(
    catalog: Catalog, attempt: Attempt
) -> None:
    theirs = talk(catalog, "them", "rahasia")
    before = catalog.conversation(theirs, "them"), catalog.turns(theirs, "them")
    refused = []
    for conversation, visitor in ((theirs, "me"), (theirs, ""), ("none", "me")):
        with pytest.raises(UnknownConversationError) as caught:
            attempt(catalog, conversation, visitor)
        refused.append(str(caught.value).replace(conversation, "ID"))
    assert len(set(refused)) == 1
    assert (catalog.conversation(theirs, "them"), catalog.turns(theirs, "them")) == before
    assert catalog.conversations("me") == ()


def test_the_operator_sees_all_oldest_first(catalog: Catalog) -> None:
    first, second = talk(catalog, "a", "satu"), talk(catalog, "b", "dua")
    third = talk(catalog, "a", "tiga", "empat")
    kept = catalog.kept_conversations()
    assert [(one.visitor_id, one.summary.conversation_id) for one in kept] == [
        ("a", first),
        ("b", second),
        ("a", third),
    ]
    assert [one.summary.turns for one in kept] == [1, 1, 2]
