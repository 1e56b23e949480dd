"""Models that are left alone after failures, and readers who leave."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, aclosing
from dataclasses import replace

import pytest
from langchain_core.messages import HumanMessage

from assistant.wording.breaker import Breaker
from assistant.wording.failures import ModelFailure
from corpus.store import Store
from tests.assistant import openai_server as faults
from tests.assistant.model_rig import (
    QUESTIONS,
    QUICK,
    STATEMENTS,
    Rig,
    assert_quoted_instead,
    rig,
    says,
    wait_until,
)

PATIENT = replace(QUICK, failures=100, cool_down=60.0)


@pytest.fixture
def model(store: Store) -> Iterator[Rig]:
    with rig(store) as opened:
        opened.server.write = says(STATEMENTS["id"])
        yield opened


def test_e5_the_breaker_opens_answers_come_at_once_and_a_trial_closes_it(model: Rig) -> None:
    model.server.statuses = [500] * 3 * QUICK.failures
    for _ in range(QUICK.failures):
        assert_quoted_instead(model, "busy")
    asked = len(model.server.asked)
    assert assert_quoted_instead(model, "resting") < 0.5
    assert len(model.server.asked) == asked
    time.sleep(QUICK.cool_down)
    assert assert_quoted_instead(model, "resting") < 0.5  # and starts the trial
    wait_until(lambda: not model.generator.resting)
    assert model.ask().generator == "openai:m"


def test_e5_a_trial_that_fails_keeps_it_open(store: Store) -> None:
    with rig(store) as model:
        model.server.statuses = [401] * 3
        model.ask()
        assert model.generator.resting
        time.sleep(QUICK.cool_down)
        model.ask()
        wait_until(lambda: len(model.server.asked) == 2)
        model.ask()
        assert model.generator.resting
        assert len(model.server.asked) == 2


def test_e5_of_many_at_once_one_tries_it() -> None:
    now = [0.0]
    breaker = Breaker(2, 10.0, clock=lambda: now[0])
    for _ in range(2):
        assert breaker.decide() == "call"
        breaker.failed(ModelFailure("busy", ""))
    assert breaker.decide() == "skip"
    now[0] = 10.0
    assert [breaker.decide() for _ in range(3)] == ["trial", "skip", "skip"]
    breaker.failed(ModelFailure("busy", ""))
    assert breaker.decide() == "skip"
    now[0] = 20.0
    assert breaker.decide() == "trial"
    breaker.succeeded()
    assert breaker.decide() == "call"


@pytest.mark.parametrize(
    ("failure", "opens"),
    [
        (ModelFailure("unreachable", ""), True),
        (ModelFailure("stalled", ""), True),
        (ModelFailure("stalled", "", partial=True), False),
        (ModelFailure("refused", "", status=401), True),
        (ModelFailure("refused", "", status=400), False),
        (ModelFailure("busy", "", status=503), False),
        (ModelFailure("malformed", ""), False),
    ],
)
def test_e5_what_shows_that_nobody_is_there_opens_it_at_once(
    failure: ModelFailure, opens: bool
) -> None:
    breaker = Breaker(3, 10.0)
    breaker.failed(failure)
    assert breaker.is_open is opens


def test_e5_a_dead_model_costs_the_first_question_its_connect_time_and_the_next_nothing(
    store: Store,
) -> None:
    with ExitStack() as stack:
        full = stack.enter_context(socket.create_server(("127.0.0.1", 0), backlog=1))
        for _ in range(8):  # a full backlog drops who knocks
            knocking = stack.enter_context(socket.socket())
            knocking.settimeout(0)
            knocking.connect_ex(full.getsockname())
        model = stack.enter_context(
            rig(store, PATIENT, url=f"http://127.0.0.1:{full.getsockname()[1]}/v1")
        )
        assert PATIENT.connect <= assert_quoted_instead(model, "unreachable") < 1.5
        assert all(assert_quoted_instead(model, "resting") < 0.5 for _ in range(3))


def test_e7_five_hundred_readers_leave_at_the_first_token_and_all_is_free(store: Store) -> None:
    calm = replace(PATIENT, connect=60.0, first_token=60.0, gap=60.0, total=120.0, beat=60.0)
    with rig(store, calm) as model:
        model.server.pause = 0.05
        model.server.write = lambda _: "Perjanjian " * 500
        threads = threading.active_count()

        def leave() -> None:
            for _ in range(10):
                pieces = model.generator.stream([HumanMessage("Kapan?")])
                assert next(pieces)
                pieces.close()

        readers = [threading.Thread(target=leave) for _ in range(50)]
        for reader in readers:
            reader.start()
        for reader in readers:
            reader.join()
        wait_until(lambda: model.server.busy == 0, 5.0)
        assert len(model.server.asked) == 500
        wait_until(lambda: threading.active_count() <= threads + 2, 5.0)
        model.server.pause = 0.0
        model.server.write = says(STATEMENTS["id"])
        assert model.ask().generator == "openai:m"


def test_e7_a_reader_can_leave_while_the_model_is_silent(store: Store) -> None:
    slow = replace(PATIENT, first_token=60.0, total=120.0)
    with rig(store, slow) as model:
        model.server.fault = faults.silence
        parts = model.assistant.stream(QUESTIONS["id"])
        assert not next(parts).done
        wait_until(lambda: model.server.busy == 1)
        started = time.perf_counter()
        parts.close()
        wait_until(lambda: model.server.busy == 0, 2.0)
        assert time.perf_counter() - started < 2
        assert not model.generator.resting


async def test_e7_an_asynchronous_reader_can_leave_too(store: Store) -> None:
    slow = replace(PATIENT, first_token=60.0, total=120.0)
    with rig(store, slow) as model:
        model.server.fault = faults.silence
        async with aclosing(model.assistant.chain.astream(QUESTIONS["id"])) as answers:
            async for answer in answers:
                assert answer.incomplete
                break
        await asyncio.to_thread(wait_until, lambda: model.server.busy == 0)
