"""What the browser tests share: the browser, a page over the stand-in, visits to it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from page_browser import Visits, chromium, visiting
from page_served import Served, inhabited
from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def site() -> Iterator[Served]:
    with inhabited() as site:
        yield site


@pytest.fixture
def visits(browser: Browser, site: Served) -> Iterator[Visits]:
    with visiting(browser, site.base) as made:
        yield made
