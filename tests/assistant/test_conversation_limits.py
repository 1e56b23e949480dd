"""What a follow-up may not do: be answered from carried words, invent, or take for ever."""

from __future__ import annotations

from collections.abc import Sequence
from time import perf_counter

import pytest

from assistant import Assistant
from assistant.conversation import LONGEST_HISTORY, LONGEST_REWRITE, understand

MOU = "Kapan MoU sister city Jakarta dan Tokyo diresmikan?"
ANSWER = (
    "Menurut naskah (1.1 Latar Belakang): “Pada tanggal 23 Oktober 1989, Gubernur Jakarta Wiyogo "
    "Atmodarminto bersama dengan Ketua DPR Tokyo Shunichi Suzuki meresmikan perjanjian.” [1]"
)
TOPIC = "MoU sister city Jakarta dan Tokyo diresmikan"


class FakeRewriter:
    """Gives one answer and remembers what it was asked."""

    def __init__(self, answer: str | None) -> None:
        self.answer = answer
        self.asked: list[tuple[str, Sequence[tuple[str, str]]]] = []

    def rewrite(self, text: str, history: Sequence[tuple[str, str]]) -> str | None:
        self.asked.append((text, history))
        return self.answer


def test_a_rewriter_is_used_for_what_leans_and_only_for_that() -> None:
    rewriter = FakeRewriter("Who made the Jakarta and Tokyo MoU official?\n")
    history = [(MOU, ANSWER)]
    asked = understand("By whom?", history, rewriter)
    assert asked.understood_as == "Who made the Jakarta and Tokyo MoU official?"
    assert asked.question.language == "en"
    assert rewriter.asked == [("By whom?", history)]
    assert understand("Apa itu service city?", history, rewriter).understood_as is None
    assert len(rewriter.asked) == 1


@pytest.mark.parametrize(
    "answer",
    [
        None,
        "",
        "Who signed the Jakarta and Osaka MoU?",
        "Who signed the Jakarta and Tokyo MoU in 1995?",
        "Who signed it? " + "city " * LONGEST_REWRITE,
    ],
)
def test_a_rewriting_that_cannot_be_trusted_is_not_used(answer: str | None) -> None:
    asked = understand("Lalu siapa gubernurnya?", [(MOU, ANSWER)], FakeRewriter(answer))
    assert asked.understood_as == f"Lalu siapa gubernurnya? ({TOPIC})"


def test_a_rewriting_keeps_the_names_of_the_follow_up() -> None:
    rewriter = FakeRewriter("Apa jabatan gubernur Jakarta?")
    asked = understand("Lalu apa jabatan Suzuki waktu itu?", [(MOU, ANSWER)], rewriter)
    assert asked.understood_as == f"Lalu apa jabatan Suzuki waktu itu? ({TOPIC})"


OFF_CORPUS = [
    "And who won the World Cup?",
    "And the weather today?",
    "Lalu harga emas berapa?",
    "Terus resep rendangnya apa?",
    "What is its favourite food?",
    "Siapa presidennya?",
    "Saha juara piala duniana?",
    "And its football team?",
    "What about quantum physics?",
    "kalau sepak bola?",
    "Does it taste good?",
    "How do I install it on Windows?",
    "Jeung harga cabé ayeuna sabaraha?",
    "What about Paris?",
    "mun Surabaya?",
]


@pytest.mark.parametrize("follow_up", OFF_CORPUS)
def test_d4_an_off_corpus_follow_up_of_a_good_question_abstains(
    assistant: Assistant, follow_up: str
) -> None:
    for good in (MOU, "What is a service city?"):
        before = assistant.ask(good)
        assert not before.abstained
        answer = assistant.ask(follow_up, history=[(good, before.text)])
        assert answer.abstained
        assert answer.citations == ()
        assert answer.language == understand(follow_up, [(good, before.text)]).question.language


def test_d4_nothing_is_carried_past_an_off_corpus_follow_up(assistant: Assistant) -> None:
    history = [(MOU, assistant.ask(MOU).text)]
    for follow_up in ("Siapa presidennya?", "Kapan?"):
        answer = assistant.ask(follow_up, history=history)
        assert answer.abstained, answer.understood_as
        history.append((follow_up, answer.text))


def test_d10_a_history_of_any_size_is_read_in_bounded_time() -> None:
    history = [("dan itu kapan? " * 7_000, "Jakarta Tokyo " * 7_000)] * 10_000
    started = perf_counter()
    asked = understand("And when?", history)
    assert perf_counter() - started < 2.0
    assert asked.history_cut
    assert asked.understood_as is None or len(asked.understood_as) < 1_000
    exact = understand("And when?", [(MOU, ANSWER)] * LONGEST_HISTORY)
    assert not exact.history_cut
