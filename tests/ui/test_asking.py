"""Asking: an answer shown as it grows, kept when it is whole, stopped when that is wanted."""

import json
import logging
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from page_answers import WORDED
from page_fakes import fake_room
from page_thesis import MOU, OFF_CORPUS, QUESTIONS

from assistant import ModelState
from corpus.errors import UnbuiltError
from corpus.language import LANGUAGES, Language
from ui.handlers.asking import ask, stop
from ui.handlers.conversing import opened
from ui.handlers.turns import answer_from_json
from ui.room import Room
from ui.sent import Sent
from ui.shown import Shown
from ui.visit import Preferences, Visit, choose_language

ANI, BUDI = Visit("a" * 32), Visit("b" * 32)
WRITES = ModelState("ready", "fake:model")


def steps(room: Room, question: str, visit: Visit = ANI, **more: Any) -> Iterator[Shown]:
    return ask(room, visit, Sent({"question": question, "asking": "1", **more}))


def asked(room: Room, question: str, visit: Visit = ANI, **more: Any) -> Shown:
    return list(steps(room, question, visit, **more))[-1]


def conversation_of(shown: Shown) -> str:
    assert shown.live is not None
    return shown.live.partition('data-conversation="')[2].partition('"')[0]


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


def test_a_quoted_answer_comes_at_once_is_kept_and_lists_its_conversation() -> None:
    room, _, shelf = fake_room()
    (only,) = steps(room, QUESTIONS["en"])
    assert only.live is not None
    assert "sister city</em>" in only.live
    assert only.said == "Answer 1: 1 quoted."
    assert only.thread is None
    conversation = conversation_of(only)
    assert [turn.question for turn in shelf.turns(conversation, ANI.visitor_id)] == [
        QUESTIONS["en"]
    ]
    assert only.conversations is not None
    assert QUESTIONS["en"][:30] in only.conversations


def test_a_follow_up_brings_its_history_and_only_its_own_turn_is_sent() -> None:
    room, answerer, shelf = fake_room()
    conversation = conversation_of(asked(room, QUESTIONS["id"]))
    second = asked(room, "Dan siapa MoU?", conversation=conversation)
    assert conversation_of(second) == conversation
    assert len(shelf.kept) == 1
    question, history = answerer.asked[-1]
    assert question == "Dan siapa MoU?"
    assert history[0][0] == QUESTIONS["id"]
    assert MOU in history[0][1]
    assert second.live is not None
    assert 'data-turn="2"' in second.live
    assert QUESTIONS["id"] not in second.live
    assert second.conversations is None


def test_an_edited_question_is_asked_as_after_the_turns_before_it() -> None:
    room, answerer, _ = fake_room()
    conversation = conversation_of(asked(room, "MoU satu"))
    for question in ("MoU dua", "MoU tiga"):
        asked(room, question, conversation=conversation)
    again = asked(room, "MoU dua, diubah", conversation=conversation, before=2)
    assert [question for question, _ in answerer.asked[-1][1]] == ["MoU satu"]
    assert again.live is not None
    assert 'data-turn="4"' in again.live


def test_the_question_is_kept_to_the_chosen_documents() -> None:
    room, answerer, _ = fake_room()
    asked(room, "MoU", documents=["jakarta-tokyo"])
    asked(room, "MoU")
    assert answerer.scopes == [("jakarta-tokyo",), None]


def test_answers_come_in_the_language_that_the_visitor_prefers() -> None:
    room, _, _ = fake_room()
    visit = replace(ANI, preferences=Preferences(answers="su"))
    shown = asked(room, QUESTIONS["en"], visit)
    assert shown.said == "Waleran 1: 1 cutatan."


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_models_answer_grows_claim_by_claim(language: Language) -> None:
    room, answerer, _ = fake_room()
    answerer.model, answerer.pause = WRITES, 0.12
    shown = list(steps(room, QUESTIONS[language]))
    assert len(shown) == 3
    first, second, last = (one.live or "" for one in shown)
    assert WORDED[language][0] not in first
    assert WORDED[language][0] in second
    assert WORDED[language][1] not in second
    assert 'data-written="false"' in second
    assert WORDED[language][1] in last
    assert 'data-written="true"' in last
    assert [one.said for one in shown[:2]] == [None, None]
    assert shown[2].said is not None


def test_a_model_is_left_out_when_the_visitor_does_not_want_it() -> None:
    room, answerer, _ = fake_room()
    answerer.model = WRITES
    visit = replace(ANI, preferences=Preferences(use_model=False))
    shown = asked(room, QUESTIONS["en"], visit)
    assert shown.live is not None
    assert "Quoted word for word" in shown.live


def test_a_stopped_answer_ends_the_models_work_and_keeps_what_was_written() -> None:
    room, answerer, shelf = fake_room()
    answerer.model, answerer.pause = WRITES, 0.12
    going = steps(room, QUESTIONS["en"])
    next(going)
    shown = next(going)
    assert shown.live is not None
    assert WORDED["en"][0] in shown.live
    assert len(room.stops) == 1
    stop(room, BUDI, Sent({"asking": "1"}))
    stop(room, ANI, Sent({"asking": "2"}))
    stop(room, ANI, Sent({"asking": "1"}))
    last = list(going)[-1]
    assert last.live is not None
    assert answerer.closed == 1
    assert len(room.stops) == 0
    kept = shelf.turns(conversation_of(last), ANI.visitor_id)
    assert WORDED["en"][0] in kept[0].answer_json["text"]


def test_an_answer_stopped_before_its_first_sentence_is_not_kept() -> None:
    room, answerer, shelf = fake_room()
    answerer.model, answerer.pause = WRITES, 0.01
    going = steps(room, QUESTIONS["en"])
    next(going)
    answerer.pause = 0.2
    stop(room, ANI, Sent({"asking": "1"}))
    shown = next(going)
    assert shown.live is not None
    assert "Stopped, as you asked." in shown.live
    assert WORDED["en"][1] not in shown.live
    assert list(going) == []
    assert all(WORDED["en"][1] not in turn.answer_json["text"]
               for kept in shelf.kept.values() for turn in kept.turns)  # fmt: skip


@pytest.mark.parametrize("blank", ["", "  ", "\n\t"])
def test_a_blank_question_changes_nothing(blank: str) -> None:
    room, answerer, shelf = fake_room()
    assert list(steps(room, blank)) == []
    assert not answerer.asked
    assert not shelf.kept


def test_an_expected_fault_is_a_readable_line(tmp_path_factory: pytest.TempPathFactory) -> None:
    room, answerer, shelf = fake_room()
    answerer.fails_with = UnbuiltError(tmp_path_factory.mktemp("empty"))
    last = asked(room, QUESTIONS["id"])
    assert last.live is not None
    assert "Permintaan ini tidak dapat dipenuhi:" in last.live
    assert "python -m ingest build" in last.live
    assert not shelf.kept


def test_an_unexpected_fault_is_logged_and_not_shown(caplog: pytest.LogCaptureFixture) -> None:
    room, answerer, _ = fake_room()
    answerer.fails_with = ZeroDivisionError("secret detail")
    with caplog.at_level(logging.ERROR, logger="ui.handlers.turns"):
        last = asked(room, QUESTIONS["id"])
    assert last.live is not None
    assert "Maaf, terjadi kesalahan." in last.live
    assert "secret detail" not in last.live
    assert caplog.records[0].exc_info is not None


def test_a_kept_answer_reads_back_the_same() -> None:
    _, answerer, _ = fake_room()
    for question in (*QUESTIONS.values(), *OFF_CORPUS.values(), "MoU!", "MoU kapan?"):
        answer = answerer.answer(question)
        assert answer_from_json(json.loads(json.dumps(answer.to_json()))) == answer


@pytest.mark.parametrize("kept", [{}, {"claims": 1}, {"notices": [{"x": 1}]}])
def test_a_kept_answer_that_is_none_is_refused(kept: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="validation error"):
        answer_from_json(kept)


def test_a9_two_visitors_and_a_thousand_turns_do_not_cross() -> None:
    room, _, shelf = fake_room()
    conversations = {ANI: "", BUDI: ""}
    for number in range(500):
        for visit, own in list(conversations.items()):
            shown = asked(room, f"canary-{visit.visitor_id[0]}-{number}-", visit, conversation=own)
            conversations[visit] = conversation_of(shown)
            other = BUDI if visit == ANI else ANI
            if number % 50 == 0:
                whole = opened(room, visit, conversations[visit]) + (shown.live or "")
                assert f"canary-{visit.visitor_id[0]}-{number}-" in whole
                assert f"canary-{other.visitor_id[0]}-" not in whole
    for visit, own in conversations.items():
        kept = shelf.turns(own, visit.visitor_id)
        letter = visit.visitor_id[0]
        assert [turn.question for turn in kept] == [f"canary-{letter}-{n}-" for n in range(500)]


@pytest.mark.parametrize(
    "kept",
    [None, [], "x", {"language": "xx", "answers": 3, "size": {}, "theme": [], "use_model": "no"}],
)
def test_preferences_that_are_none_are_the_defaults(kept: object) -> None:
    assert Preferences.of(kept) == Preferences()


def test_preferences_read_back() -> None:
    chosen = Preferences("su", "en", use_model=False, size="large", theme="dark")
    assert Preferences.of(json.loads(json.dumps(chosen.to_json()))) == chosen
