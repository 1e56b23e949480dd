"""The password of a page that others can reach."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator

import pytest
from page_fakes import fake_room
from page_http import send
from page_served import served

from ui.login import ATTEMPTS, WINDOW, Login
from ui.routes import OPEN


@pytest.fixture(scope="module")
def guarded() -> Iterator[str]:
    with served(fake_room()[0], password="rahasia sekali") as base:
        yield base


def test_without_the_password_nothing_is_answered(guarded: str) -> None:
    for path in ("/", "/health", "/sitir/page.js", "/theme.css", "/gradio_api/queue/data"):
        reply = send(guarded, path)
        assert reply.status == 401
        assert reply.headers["www-authenticate"].startswith("Basic")
        assert reply.body == b"refused\n"


def test_a11_no_route_answers_without_the_password(guarded: str) -> None:
    routes = {pattern.pattern for table in OPEN.values() for pattern in table}
    asked_for = 0
    for pattern in sorted(routes):
        path = re.sub(r"\(\?:([^|)]*)[^)]*\)\??", r"\1", pattern.replace("\\", ""))
        path = path.replace("[A-Za-z0-9_.-]+", "x").replace("/?", "").replace(")+", "")
        for method in ("GET", "POST", "HEAD"):
            status = send(guarded, path, method, b"").status
            assert status in {401, 403, 404}, (method, path)
            asked_for += status == 401
    assert asked_for >= 2 * 8 + 2


def basic(password: str) -> dict[str, str]:
    return {"authorization": "Basic " + base64.b64encode(f"x:{password}".encode()).decode()}


def test_with_the_password_the_page_is_answered(guarded: str) -> None:
    assert send(guarded, headers=basic("rahasia sekali")).status == 200
    reply = send(guarded, headers={"host": "sitir.example", **basic("rahasia sekali")})
    assert reply.status == 200


def test_a11_wrong_passwords_are_slowed_down() -> None:
    now = [0.0]
    login = Login("right", clock=lambda: now[0])
    wrong, right = basic("wrong")["authorization"], basic("right")["authorization"]
    assert [login.status(wrong, "a") for _ in range(ATTEMPTS)] == [401] * ATTEMPTS
    assert login.status(right, "a") == 429
    assert login.status(right, "b") is None
    now[0] = WINDOW + 1
    assert login.status(right, "a") is None


@pytest.mark.parametrize(
    "header", ["", "Basic", "Basic !!!", "Bearer x", "Basic eA==", "Basic \xff"]
)
def test_what_is_no_password_is_asked_again(header: str) -> None:
    assert Login("right").status(header, "a") == 401
