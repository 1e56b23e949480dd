"""A visitor's conversations: listed by age, opened again, renamed, deleted; nobody else's."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from page_fakes import FakeShelf, fake_room
from page_thesis import MOU, QUESTIONS
from test_asking import ANI, BUDI, asked, conversation_of

from corpus.language import LANGUAGES, Language
from corpus.records import ConversationSummary
from ui.handlers.conversing import begin, delete, opened, rename, reopen
from ui.handlers.opening import open_source
from ui.handlers.preferring import arrive, prefer
from ui.handlers.remarking import give_feedback
from ui.sent import Sent
from ui.shown import REGIONS, Shown
from ui.strings import label
from ui.views.conversations import conversation_list
from ui.visit import Preferences

NOW = datetime(2026, 11, 26, 1, 0, tzinfo=UTC)


def summaries(*ages: float) -> list[ConversationSummary]:
    return [
        ConversationSummary(f"c{n}", f"Title {n}", NOW - timedelta(hours=age), 1)
        for n, age in enumerate(ages)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_conversations_are_listed_by_age(language: Language) -> None:
    kept = summaries(0.5, 2, 100, 400)
    html = conversation_list(kept, "c2", language, now=NOW)
    said = re.findall(r"<h3>(.*?)</h3>", html)
    assert said == [label(key, language) for key in ("today", "last_week", "earlier_days")]
    assert html.index("Title 0") < html.index(said[1]) < html.index("Title 1")
    assert re.findall(r'data-conversation="(c\d)" aria-current="true"', html) == ["c2"]


def test_today_is_the_visitors_own_day() -> None:
    kept = summaries(2)
    assert label("last_week", "en") in conversation_list(kept, "", "en", now=NOW)
    assert label("today", "en") in conversation_list(kept, "", "en", now=NOW, offset=7 * 60)


def test_only_the_newest_are_listed_and_the_others_counted() -> None:
    html = conversation_list(summaries(*range(105)), "", "en", now=NOW)
    assert html.count('data-do="conversation"') == 100
    assert "Older ones not shown: 5" in html


def test_hostile_titles_and_ids_stay_in_their_place() -> None:
    hostile = '"><script>x</script>'
    html = conversation_list(
        [ConversationSummary(hostile, hostile, NOW, 1)], hostile, "id", now=NOW
    )
    assert "<script" not in html


def test_an_opened_conversation_is_as_it_was_kept() -> None:
    room, _, _ = fake_room()
    first = asked(room, QUESTIONS["id"])
    conversation = conversation_of(first)
    asked(room, "Dan siapa MoU?", conversation=conversation)
    again = reopen(room, ANI, Sent({"conversation": conversation}))
    assert again.thread is not None
    assert re.findall(r'<article[^>]*data-turn="(\d)"', again.thread) == ["1", "2"]
    assert again.live == ""
    assert again.source == ""
    new = begin(room, ANI, Sent())
    assert new.thread is not None
    assert label("welcome_heading", "id") in new.thread


def test_a_conversation_is_renamed_and_deleted() -> None:
    room, _, shelf = fake_room()
    conversation = conversation_of(asked(room, QUESTIONS["id"]))
    named = rename(
        room, ANI, Sent({"conversation": conversation, "title": "Nota", "open": conversation})
    )
    assert named.conversations is not None
    assert "Nota" in named.conversations
    gone = delete(room, ANI, Sent({"conversation": conversation, "open": "another"}))
    assert gone.thread is None
    assert not shelf.kept
    conversation = conversation_of(asked(room, QUESTIONS["id"]))
    gone = delete(room, ANI, Sent({"conversation": conversation, "open": conversation}))
    assert gone.thread is not None
    assert label("welcome_heading", "id") in gone.thread


def test_e10_another_visitors_conversation_is_not_found() -> None:
    room, _, shelf = fake_room()
    conversation = conversation_of(asked(room, QUESTIONS["id"]))
    sent = Sent(
        {"conversation": conversation, "kind": "citation", "turn": 1, "number": 1, "title": "x"}
    )
    source = open_source(room, BUDI, sent)
    thread = opened(room, BUDI, conversation)
    live = asked(room, QUESTIONS["id"], BUDI, conversation=conversation).live
    for html in (source, thread, live):
        assert html is not None
        assert MOU[:40] not in html
        assert "no conversation" in html
    for handler in (rename, delete):
        assert handler(room, BUDI, sent).said is not None
    assert give_feedback(room, BUDI, Sent({**sent.values, "kind": "good"})).said
    kept = shelf.kept[conversation]
    assert kept.summary.title == QUESTIONS["id"]
    assert len(kept.turns) == 1
    assert not kept.feedback


@pytest.mark.parametrize("language", LANGUAGES)
def test_arriving_shows_the_page_in_the_visitors_language(language: Language) -> None:
    room, _, _ = fake_room()
    shown = arrive(room, replace(ANI, language=language), Sent())
    for html in (shown.header, shown.thread, shown.composer, shown.check, shown.settings):
        assert html is not None
        assert f'lang="{language}"' in html
    assert shown.conversations is not None
    assert shown.thread is not None
    assert QUESTIONS[language] in shown.thread


def test_a_tab_whose_conversation_was_deleted_elsewhere_begins_anew() -> None:
    room, _, _ = fake_room()
    conversation = conversation_of(asked(room, QUESTIONS["id"]))
    own = arrive(room, ANI, Sent({"conversation": conversation})).thread
    assert own is not None
    assert QUESTIONS["id"] in own
    for visit, known in ((BUDI, conversation), (ANI, "gone")):
        thread = arrive(room, visit, Sent({"conversation": known})).thread
        assert thread is not None
        assert label("welcome_heading", "id") in thread


def test_a_chosen_language_shows_everything_anew_and_other_choices_do_not() -> None:
    room, _, _ = fake_room()
    conversation = conversation_of(asked(room, QUESTIONS["en"]))
    shown = prefer(room, ANI, Sent({"language": "su", "conversation": conversation}))
    assert shown.preferences == Preferences(language="su")
    assert shown.thread is not None
    assert 'lang="en" data-turn="1"' in shown.thread
    assert shown.composer is not None
    assert label("send", "su") in shown.composer
    sized = prefer(room, ANI, Sent({"size": "largest", "theme": "dark"}))
    assert sized.preferences == Preferences(size="largest", theme="dark")
    assert sized.thread is None
    assert sized.header is not None
    assert 'data-size="largest" data-theme="dark"' in sized.header


def test_feedback_is_kept_with_its_answer_and_shown_when_the_conversation_is_opened() -> None:
    room, _, shelf = fake_room()
    conversation = conversation_of(asked(room, QUESTIONS["en"]))
    sent = {"conversation": conversation, "turn": 1}
    assert give_feedback(room, ANI, Sent({**sent, "kind": "splendid"})).said is None
    assert give_feedback(room, ANI, Sent({**sent, "turn": 9, "kind": "good"})).said is None
    said = give_feedback(room, ANI, Sent({**sent, "kind": "wrong_quote"}))
    assert said.said == label("feedback_kept", "id")
    (kept,) = shelf.feedback(conversation, ANI.visitor_id)
    assert (kept.kind, kept.turn, kept.question) == ("wrong_quote", 0, QUESTIONS["en"])
    assert kept.answer_json["citations"][0]["quote"] == MOU
    html = opened(room, ANI, conversation)
    assert 'data-feedback="wrong_quote" aria-pressed="true"' in html


def test_the_welcome_stands_where_the_starters_cannot_be_told() -> None:
    class Broken(FakeShelf):
        def documents(self) -> tuple[()]:
            raise ZeroDivisionError

    room, _, _ = fake_room()
    html = opened(replace(room, shelf=Broken()), ANI, "")
    assert label("unexpected_error", "id") in html


def test_what_is_said_is_text_whatever_is_in_it() -> None:
    shown = Shown(said="<img src=x onerror=alert(1)>")
    assert shown.announcement == "&lt;img src=x onerror=alert(1)&gt;"
    assert Shown().announcement is None
    assert "announcement" in REGIONS
