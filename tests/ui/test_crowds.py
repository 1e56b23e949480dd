"""Many visitors at once, without a browser: nothing crosses, nothing hangs (groups A and E)."""

from __future__ import annotations

import asyncio
import gc
import re
import time
import tracemalloc
from collections.abc import Iterator

import httpx
import pytest
from page_clients import BusyError, Client
from page_fakes import fake_room
from page_served import Served, inhabited
from test_asking import ANI, asked, conversation_of

from assistant import ModelState
from ui.handlers.conversing import delete
from ui.sent import Sent

AT_ONCE = 40


@pytest.fixture
def site() -> Iterator[Served]:
    with inhabited() as site:
        yield site


async def test_many_at_once_are_answered_each_with_their_own(site: Served) -> None:
    async def visit(number: int) -> None:
        async with Client(site.base) as client:
            await client.open()
            for turn in range(2):
                said = await client.ask(f"MoU canary-{number}-{turn}-")
                assert re.findall(r"canary-(\d+-\d+)-", said) == [f"{number}-{turn}"]

    await asyncio.gather(*(visit(number) for number in range(AT_ONCE)))
    kept = [[turn.question for turn in kept.turns] for kept in site.shelf.kept.values()]
    assert len(kept) == AT_ONCE
    assert all(len({re.findall(r"canary-(\d+)", q)[0] for q in turns}) == 1 for turns in kept)


async def test_e6_what_is_over_the_queue_is_told_busy_and_health_answers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("ui.app.QUEUE_LENGTH", 4)
    with inhabited() as small:
        small.answerer.model, small.answerer.pause = ModelState("ready", "fake:model"), 0.2

        async def visit(number: int) -> str:
            async with Client(small.base) as client:
                await client.open()
                try:
                    return await client.ask(f"MoU {number}")
                except BusyError:
                    return "busy"

        going = [asyncio.create_task(visit(number)) for number in range(AT_ONCE)]
        await asyncio.sleep(0.5)
        began = time.monotonic()
        async with httpx.AsyncClient() as client:
            assert (await client.get(f"{small.base}/health")).status_code == httpx.codes.OK
        assert time.monotonic() - began < 1
        said = await asyncio.gather(*going)
    assert "busy" in said
    assert any('data-written="true"' in turn for turn in said)
    assert all(turn == "busy" or "MoU" in turn for turn in said)


async def test_e7_who_goes_away_at_the_first_words_leaves_the_workers_free(site: Served) -> None:
    site.answerer.model, site.answerer.pause = ModelState("ready", "fake:model"), 0.4

    async def visit(number: int) -> None:
        async with Client(site.base) as client:
            await client.open()
            await client.join(f"MoU {number}")
            where = f"/gradio_api/queue/data?session_hash={client.session}"
            async with client.http.stream("GET", where) as stream:
                async for line in stream.aiter_lines():
                    if "process_generating" in line:
                        break

    await asyncio.gather(*(visit(number) for number in range(12)))
    site.answerer.model, site.answerer.pause = ModelState("off"), 0.0
    began = time.monotonic()
    async with Client(site.base) as client:
        await client.open()
        assert "MoU last" in await client.ask("MoU last")
    assert time.monotonic() - began < 5


def test_e8_answers_leave_no_memory_behind() -> None:
    room, answerer, _ = fake_room()

    def turns(count: int) -> None:
        for number in range(count):
            visit = asked(room, f"MoU {number}", ANI)
            delete(room, ANI, Sent({"conversation": conversation_of(visit)}))
        answerer.asked.clear()
        answerer.scopes.clear()

    turns(100)
    tracemalloc.start()
    try:
        gc.collect()
        before = tracemalloc.get_traced_memory()[0]
        turns(300)
        gc.collect()
        grown = tracemalloc.get_traced_memory()[0] - before
    finally:
        tracemalloc.stop()
    assert grown < 10_000_000 * 300 / 1000
