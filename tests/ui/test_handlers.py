"""What happens when somebody uses the page."""

import json
import logging
from dataclasses import replace

import pytest
from page_fakes import MOU, OFF_CORPUS, QUESTIONS, fake_room

from corpus.errors import UnbuiltError
from corpus.language import LANGUAGES, Language
from ui.handlers import Asked, ask, choose_language, show, starters
from ui.opening import Pointer, open_source
from ui.room import Room
from ui.turns import answer_from_json

ANI, BUDI = "a" * 32, "b" * 32


def asked(room: Room, question: str, conversation: str | None = None, visitor: str = ANI) -> Asked:
    return list(ask(room, question, conversation, visitor, "id"))[-1]


@pytest.mark.parametrize(
    ("preferred", "accepted", "expected"),
    [
        ("su", "en", "su"),
        ("", "en-US,en;q=0.9", "en"),
        ("", "nl, su;q=0.5, en;q=0.4", "su"),
        ("", "in-ID", "id"),
        ("", "", "id"),
        ("xx", "de", "id"),
        (None, "SU-Latn-ID", "su"),
        ({"x": 1}, "en", "en"),
    ],
)
def test_the_page_speaks_the_visitors_language(
    preferred: object, accepted: str, expected: Language
) -> None:
    assert choose_language(preferred, accepted) == expected


def test_asking_shows_the_question_then_the_answer_and_keeps_it() -> None:
    room, _, shelf = fake_room()
    first, last = ask(room, QUESTIONS["en"], None, ANI, "su")
    assert "Nuju milarian dina naskah…" in first.html
    assert first.announcement == ""
    assert MOU in last.html
    assert last.announcement == "Answer 1: 1 quoted."
    assert last.conversation_id is not None
    assert [turn.question for turn in shelf.turns(last.conversation_id, ANI)] == [QUESTIONS["en"]]


def test_a_follow_up_brings_its_history_and_stays_in_its_conversation() -> None:
    room, answerer, shelf = fake_room()
    first = asked(room, QUESTIONS["id"])
    second = asked(room, "Dan siapa MoU?", first.conversation_id)
    assert second.conversation_id == first.conversation_id
    assert len(shelf.kept) == 1
    question, history = answerer.asked[-1]
    assert question == "Dan siapa MoU?"
    assert history[0][0] == QUESTIONS["id"]
    assert MOU in history[0][1]
    assert 'data-turn="2"' in second.html


@pytest.mark.parametrize("blank", ["", "  ", "\n\t"])
def test_a_blank_question_changes_nothing(blank: str) -> None:
    room, answerer, shelf = fake_room()
    (only,) = ask(room, blank, None, ANI, "id")
    assert "Apa yang ingin Anda ketahui?" in only.html
    assert not answerer.asked
    assert not shelf.kept


def test_an_expected_fault_is_a_readable_line(tmp_path_factory: pytest.TempPathFactory) -> None:
    room, answerer, _ = fake_room()
    answerer.fails_with = UnbuiltError(tmp_path_factory.mktemp("empty"))
    last = asked(room, QUESTIONS["id"])
    assert "Permintaan ini tidak dapat dipenuhi:" in last.html
    assert "python -m ingest build" in last.html
    assert last.conversation_id is None


def test_an_unexpected_fault_is_logged_and_not_shown(caplog: pytest.LogCaptureFixture) -> None:
    room, answerer, _ = fake_room()
    answerer.fails_with = ZeroDivisionError("secret detail")
    with caplog.at_level(logging.ERROR, logger="ui.turns"):
        last = asked(room, QUESTIONS["id"])
    assert "Maaf, terjadi kesalahan." in last.html
    assert "secret detail" not in last.html
    assert caplog.records[0].exc_info is not None


def test_a_kept_answer_reads_back_the_same() -> None:
    _, answerer, _ = fake_room()
    for question in (*QUESTIONS.values(), *OFF_CORPUS.values(), "MoU!"):
        answer = answerer.ask(question)
        assert answer_from_json(json.loads(json.dumps(answer.to_json()))) == answer


@pytest.mark.parametrize("kept", [{}, {"claims": 1}, {"notices": [{"x": 1}]}])
def test_a_kept_answer_that_is_none_is_refused(kept: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="validation error"):
        answer_from_json(kept)


def test_a_number_opens_its_source() -> None:
    room, _, _ = fake_room()
    conversation = asked(room, QUESTIONS["id"]).conversation_id
    html = open_source(room, Pointer(1, "citation", 1, 5), conversation, ANI, "id")
    assert f"<mark>{MOU}</mark>" in html
    assert 'data-serial="5"' in html


def test_a_near_passage_opens() -> None:
    room, _, _ = fake_room()
    conversation = asked(room, OFF_CORPUS["id"]).conversation_id
    html = open_source(room, Pointer(1, "evidence", 3, 1), conversation, ANI, "id")
    assert "<mark>" not in html
    assert "pusat ekonomi" in html


def test_e10_another_visitors_conversation_is_not_found() -> None:
    room, _, _ = fake_room()
    conversation = asked(room, QUESTIONS["id"]).conversation_id
    pointer = Pointer(1, "citation", 1, 1)
    for html in (
        open_source(room, pointer, conversation, BUDI, "id"),
        show(room, conversation, BUDI, "id"),
        asked(room, QUESTIONS["id"], conversation, BUDI).html,
    ):
        assert MOU not in html
        assert "no conversation" in html


@pytest.mark.parametrize(
    ("turn", "kind", "number"),
    [(2, "citation", 1), (1, "citation", 2), (1, "evidence", 11), (0, "citation", 1)],
)
def test_a_pointer_to_nothing_says_so(turn: int, kind: str, number: int) -> None:
    room, _, _ = fake_room()
    conversation = asked(room, QUESTIONS["en"]).conversation_id
    html = open_source(room, Pointer(turn, kind, number, 4), conversation, ANI, "en")
    assert "This source cannot be opened." in html
    assert 'data-serial="4"' in html


@pytest.mark.parametrize(
    "sent",
    [
        None,
        [],
        {},
        {"turn": 1, "kind": "file", "number": 1, "serial": 1},
        {"turn": "1", "kind": "citation", "number": 1, "serial": 1},
        {"turn": -1, "kind": "citation", "number": 1, "serial": 1},
        {"turn": 1, "kind": ["citation"], "number": 1, "serial": 1},
        {"turn": 2**60, "kind": "citation", "number": 1, "serial": 1},
    ],
)
def test_what_is_no_pointer_opens_nothing(sent: object) -> None:
    assert Pointer.of(sent) is None
    assert "cannot be opened" in open_source(fake_room()[0], None, None, ANI, "en")


def test_a_pointer_reads_back() -> None:
    sent = {"turn": 1, "kind": "citation", "number": 2, "serial": 3, "more": "x"}
    assert Pointer.of(sent) == Pointer(1, "citation", 2, 3)


def test_starters_are_asked_of_the_corpus_and_missing_without_it() -> None:
    room, _, _ = fake_room()
    for language in LANGUAGES:
        assert starters(room, language)[0] == QUESTIONS[language]

    class Unbuilt:
        def starter_questions(self, language: Language) -> tuple[str, ...]:
            raise UnbuiltError(language)

    assert starters(replace(room, answerer=Unbuilt()), "id") == ()


def test_a9_two_visitors_and_a_thousand_turns_do_not_cross() -> None:
    room, _, shelf = fake_room()
    conversations: dict[str, str | None] = {ANI: None, BUDI: None}
    for number in range(500):
        for visitor, own in list(conversations.items()):
            steps = list(ask(room, f"canary-{visitor[0]}-{number}-", own, visitor, "id"))
            conversations[visitor] = steps[-1].conversation_id
            other = BUDI if visitor == ANI else ANI
            if number % 50 == 0:
                assert f"canary-{other[0]}-" not in steps[-1].html
    for visitor, own in conversations.items():
        assert own is not None
        kept = shelf.turns(own, visitor)
        assert [turn.question for turn in kept] == [f"canary-{visitor[0]}-{n}-" for n in range(500)]
