"""A language model that does not make a follow-up stand alone: the rules do, and soon."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace

import pytest

from assistant import Answer
from assistant.wording.rewriting import ModelRewriter
from corpus.store import Store
from tests.assistant import openai_server as faults
from tests.assistant.model_rig import QUICK, STATEMENTS, Rig, codes, rig, says, wait_until
from tests.assistant.test_model_rewriting import (
    BY_WHOM,
    HISTORY,
    REWRITTEN,
    assert_by_rule,
    rewrites,
    rewritings,
)


def ask(model: Rig) -> tuple[Answer, float]:
    started = time.perf_counter()
    answer = model.assistant.ask(BY_WHOM, history=HISTORY)
    return answer, time.perf_counter() - started


@pytest.mark.parametrize("text", ["", "\n \n", "%%% @@@ ...:", "{" * 500, "<think>hm", "ok"])
def test_e4_an_answer_without_a_question_leaves_it_to_the_rules(model: Rig, text: str) -> None:
    model.server.write = rewrites(text)
    answer, took = ask(model)
    assert_by_rule(answer)
    assert took < 1
    assert not model.generator.resting


@pytest.mark.parametrize(
    "fault", [faults.no_json, faults.a_web_page, faults.no_events, faults.noise, faults.endless]
)
def test_e4_garbage_leaves_it_to_the_rules(
    model: Rig, fault: Callable[[faults.Reply], None]
) -> None:
    model.server.fault = fault
    answer, took = ask(model)
    assert_by_rule(answer)
    assert "model_failed" in codes(answer)
    assert took < 2
    wait_until(lambda: model.server.busy == 0)


@pytest.mark.parametrize("status", [400, 401, 404, 429, 500, 503])
def test_e1_a_refusal_is_not_repeated_for_a_rewriting(model: Rig, status: int) -> None:
    model.server.statuses = [status]
    model.server.write = rewrites(REWRITTEN)
    assert_by_rule(ask(model)[0])
    assert len(rewritings(model)) == 1


@pytest.mark.parametrize("fault", [faults.silence, faults.comments, faults.drip])
def test_e2_a_model_that_is_too_slow_for_it_is_left_alone_with_it_and_still_words_answers(
    store: Store, fault: Callable[[faults.Reply], None]
) -> None:
    with rig(store, replace(QUICK, first_token=0.4, total=0.8)) as model:
        rewriter = ModelRewriter(model.generator)
        model.server.fault = fault
        started = time.perf_counter()
        assert rewriter.rewrite(BY_WHOM, HISTORY) is None
        assert time.perf_counter() - started < 1.5
        wait_until(lambda: model.server.busy == 0)
        started = time.perf_counter()
        assert rewriter.rewrite(BY_WHOM, HISTORY) is None
        assert time.perf_counter() - started < 0.1
        assert len(model.server.asked) == 1
        model.server.fault = None
        model.server.write = says(STATEMENTS["id"])
        assert model.ask().generator == "openai:m"


def test_e2_the_time_for_it_is_short_whatever_answers_may_take(store: Store) -> None:
    with rig(store, replace(QUICK, connect=5.0, first_token=60.0, gap=60.0, total=600.0)) as model:
        model.server.fault = faults.silence
        started = time.perf_counter()
        assert ModelRewriter(model.generator).rewrite(BY_WHOM, HISTORY) is None
        assert 5.0 < time.perf_counter() - started < 6.0


def test_e2_after_a_rest_it_is_asked_again(model: Rig) -> None:
    rewriter = ModelRewriter(model.generator, rest=0.2)
    model.server.write = rewrites(REWRITTEN)
    model.server.statuses = [500]
    assert rewriter.rewrite(BY_WHOM, HISTORY) is None
    assert rewriter.rewrite(BY_WHOM, HISTORY) is None
    time.sleep(0.25)
    assert rewriter.rewrite(BY_WHOM, HISTORY) == REWRITTEN
    assert rewriter.rewrite(BY_WHOM, HISTORY) == REWRITTEN
    assert len(model.server.asked) == 3


def test_what_comes_behind_the_question_is_not_waited_for(model: Rig) -> None:
    model.server.write = rewrites(f"{REWRITTEN}\n\n{'Explanation. ' * 200}")
    model.server.pause = 0.02
    assert ModelRewriter(model.generator).rewrite(BY_WHOM, HISTORY) == REWRITTEN
    wait_until(lambda: model.server.busy == 0)
    assert model.server.gone == 1


def test_e5_a_dead_model_costs_a_follow_up_its_connect_time_once_and_then_nothing(
    store: Store,
) -> None:
    dead = replace(QUICK, connect=1.0, first_token=30.0, total=120.0, cool_down=60.0)
    with ExitStack() as stack:
        full = stack.enter_context(socket.create_server(("127.0.0.1", 0), backlog=1))
        for _ in range(8):  # a full backlog drops who knocks
            knocking = stack.enter_context(socket.socket())
            knocking.settimeout(0)
            knocking.connect_ex(full.getsockname())
        url = f"http://127.0.0.1:{full.getsockname()[1]}/v1"
        model = stack.enter_context(rig(store, dead, url=url))
        answer, took = ask(model)
        assert_by_rule(answer)
        assert "model_failed" in codes(answer)
        assert dead.connect <= took < dead.connect + 1  # not again for the wording
        assert model.generator.resting
        for _ in range(3):
            answer, took = ask(model)
            assert_by_rule(answer)
            assert took < 0.5


def test_e5_a_model_that_rests_is_not_asked_for_rewritings(model: Rig) -> None:
    model.server.statuses = [401]
    model.ask()
    assert model.generator.resting
    model.server.write = rewrites(REWRITTEN)
    assert_by_rule(ask(model)[0])
    assert rewritings(model) == []
