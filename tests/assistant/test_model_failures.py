"""A language model that fails in every way: the answer still comes, and says what happened."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator

import pytest

from corpus.store import Store
from tests.assistant import openai_server as faults
from tests.assistant.model_rig import (
    QUICK,
    STATEMENTS,
    Rig,
    assert_quoted_instead,
    codes,
    rig,
    says,
    wait_until,
)


@pytest.fixture
def model(store: Store) -> Iterator[Rig]:
    with rig(store) as opened:
        opened.server.write = says(STATEMENTS["id"])
        yield opened


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


@pytest.mark.filterwarnings("ignore:A test tried to use socket")
def test_e1_a_name_that_nobody_has(store: Store) -> None:
    with rig(store, url="http://no-such-host.invalid/v1") as model:
        assert assert_quoted_instead(model, "unreachable") < 6


def test_e1_a_refused_connection(store: Store) -> None:
    with rig(store, url=f"http://127.0.0.1:{free_port()}/v1") as model:
        assert assert_quoted_instead(model, "unreachable") < 1


def test_e1_no_secure_connection(model: Rig, store: Store) -> None:
    with rig(store, url=model.server.url.replace("http:", "https:")) as secure:
        assert_quoted_instead(secure, "unreachable")
    assert model.server.asked == []


@pytest.mark.parametrize("status", [400, 401, 403, 404])
def test_e1_a_refusal_is_not_repeated(model: Rig, status: int) -> None:
    model.server.statuses = [status] * 5
    assert_quoted_instead(model, "refused")
    assert len(model.server.asked) == 1


@pytest.mark.parametrize("status", [429, 500, 502, 503])
def test_e1_a_busy_server_is_asked_twice_again(model: Rig, status: int) -> None:
    model.server.statuses = [status] * 5
    assert_quoted_instead(model, "busy")
    assert len(model.server.asked) == 3


@pytest.mark.parametrize("status", [429, 503])
def test_e1_an_answer_after_two_refusals_counts(model: Rig, status: int) -> None:
    model.server.statuses = [status] * 2
    assert model.ask().text == f"{STATEMENTS['id']} [1]"


@pytest.mark.parametrize(
    ("fault", "longest"),
    [
        (faults.silence, QUICK.first_token),
        (faults.silence_after_headers, QUICK.first_token),
        (faults.comments, QUICK.first_token),
        (faults.stall_after_text, QUICK.gap),
        (faults.drip, QUICK.total),
    ],
)
def test_e2_what_falls_silent_or_drips_is_cut(
    model: Rig, fault: Callable[[faults.Reply], None], longest: float
) -> None:
    model.server.write = lambda _: "Perjanjian itu"
    model.server.fault = fault
    assert longest <= assert_quoted_instead(model, "stalled") < longest + 1
    wait_until(lambda: model.server.busy == 0)


@pytest.mark.parametrize("fault", [faults.endless, faults.endless_line])
def test_e2_an_endless_answer_is_cut_and_little_of_it_is_kept(
    model: Rig, fault: Callable[[faults.Reply], None]
) -> None:
    model.server.fault = fault
    assert assert_quoted_instead(model, "malformed") < QUICK.total
    wait_until(lambda: model.server.busy == 0)


@pytest.mark.parametrize(
    "fault",
    [
        faults.stall_after_text,
        faults.cut_after_text,
        faults.error_after_text,
        faults.reset_after_text,
    ],
)
def test_e3_what_passed_before_it_broke_off_stays_marked_incomplete(
    model: Rig, fault: Callable[[faults.Reply], None]
) -> None:
    whole = model.server.write
    model.server.write = lambda asked: whole(asked) + '{"statement": "Perjanjian kerja sama '
    model.server.fault = fault
    answer = model.ask()
    assert answer.text == f"{STATEMENTS['id']} [1]"
    assert answer.incomplete
    assert "broken_off" in codes(answer)
    assert answer.generator == "openai:m"
    assert len(model.server.asked) == 1


def test_e3_an_answer_cut_short_by_its_length_is_incomplete(model: Rig) -> None:
    model.server.finish = "length"
    assert model.ask().incomplete


@pytest.mark.parametrize(
    "fault",
    [
        faults.no_json,
        faults.a_web_page,
        faults.no_events,
        faults.noise,
        faults.compressed,
    ],
)
def test_e4_what_is_no_answer_is_a_failure(
    model: Rig, fault: Callable[[faults.Reply], None]
) -> None:
    model.server.fault = fault
    assert_quoted_instead(model, "malformed")
    assert len(model.server.asked) == 1


@pytest.mark.parametrize("text", ["", "\n \n", "%%% @@@ ...:", "{" * 500, "<think>hm"])
def test_e4_an_answer_that_says_nothing_is_a_failure(model: Rig, text: str) -> None:
    model.server.write = lambda _: text
    assert_quoted_instead(model, "malformed")


def test_e4_repeated_nonsense_opens_the_breaker(model: Rig) -> None:
    model.server.write = lambda _: "...:"
    for _ in range(QUICK.failures):
        assert not model.generator.resting
        model.ask()
    assert model.generator.resting
