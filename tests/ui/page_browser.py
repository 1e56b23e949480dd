"""A real browser for the tests of the page, and visitors that notice everything."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Locator,
    Page,
    Request,
    expect,
    sync_playwright,
)
from playwright.sync_api import Error as PlaywrightError

from corpus.language import Language

SIZES = {"wide": (1280, 800), "phone": (390, 844)}
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
HOW_TO_GET_ONE = (
    "no Chromium for the browser tests: 'python -m playwright install chromium' or "
    "'apt-get install chromium', or name one in SITIR_CHROMIUM"
)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Yield a headless Chromium; without one, fail in CI and skip elsewhere."""
    found = os.environ.get("SITIR_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        try:
            started = playwright.chromium.launch(executable_path=found, args=FLAGS)
        except PlaywrightError as error:
            if os.environ.get("CI", "").lower() in {"1", "true"}:
                pytest.fail(f"{HOW_TO_GET_ONE}\n{error}")
            pytest.skip(HOW_TO_GET_ONE)
        yield started
        started.close()


class Visit:
    """One visitor's browser; notes every request, complaint and error."""

    def __init__(self, context: BrowserContext, base: str, address: str = "/") -> None:
        self.base = base
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.context = context
        self.page = self.open(address)

    def open(self, address: str = "/") -> Page:
        page = self.context.new_page()
        page.on("request", self._requested)
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.goto(self.base + address)
        expect(page.locator("#question")).to_be_attached()
        return page

    def ask(self, question: str) -> None:
        self.page.locator("#question").fill(question)
        self.page.keyboard.press("Enter")
        turn = self.page.locator('#live .turn[data-written="true"]').filter(has_text=question)
        expect(turn.locator(".answer, .fault").first).to_be_visible()

    def outside(self) -> list[str]:
        own = urlsplit(self.base).netloc
        return [
            url
            for url in self.requests
            if urlsplit(url).scheme not in {"data", "blob"} and urlsplit(url).netloc != own
        ]

    def _requested(self, request: Request) -> None:
        self.requests.append(request.url)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(message.text)


class Visits:
    """The visitors of one test."""

    def __init__(self, browser: Browser, base: str) -> None:
        self._browser = browser
        self._base = base
        self.made: list[Visit] = []

    def new(
        self,
        language: Language = "id",
        size: tuple[int, int] = SIZES["wide"],
        address: str = "/",
        *,
        dark: bool = False,
    ) -> Visit:
        """Open ``address`` as somebody new, whose browser prefers ``language``."""
        context = self._browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            locale=f"{language}-ID",
            color_scheme="dark" if dark else "light",
        )
        context.set_default_timeout(10_000)
        self.made.append(Visit(context, self._base, address))
        return self.made[-1]


@contextmanager
def visiting(browser: Browser, base: str) -> Iterator[Visits]:
    """Yield visits; at the end nobody may have complained or gone out."""
    visits = Visits(browser, base)
    yield visits
    for one in visits.made:
        complaints, outside = one.complaints, one.outside()
        one.context.close()
        assert complaints == []
        assert outside == []


def folded(text: str) -> str:
    """Fold whitespace."""
    return " ".join(text.split())


def marked(page: Page) -> str:
    """Return what is marked in the source panel."""
    return folded(" ".join(page.locator("#source mark").all_text_contents()))


def turn_shown(page: Page) -> Locator:
    """Return the turn that was asked last."""
    return page.locator("#live .turn")
