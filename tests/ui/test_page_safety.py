"""The page in a real browser, attacked: hostile text, foreign requests, other visitors."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from page_browser import Visits
from page_served import Served
from page_thesis import QUESTIONS
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>window.hit=1</script>",
        "<img src=x onerror='window.hit=1'>",
        "<a href='javascript:window.hit=1'>MoU</a>",
        "<style>*{background:url(https://evil.example/x)}</style>",
        "<img src='https://evil.example/pixel.gif'>",
        "${window.hit=1} {{constructor.constructor('window.hit=1')()}} `${window.hit=1}`",
    ],
)
def test_a8_hostile_text_is_inert_everywhere(visits: Visits, site: Served, hostile: str) -> None:
    site.shelf.title, title = hostile, site.shelf.title
    first, quoted, last = site.shelf.passages
    bad = replace(first, sentences=(replace(first.sentences[0], text=hostile),))
    site.shelf.passages = (bad, quoted, last)
    try:
        one = visits.new()
        one.ask(f"MoU {hostile}")
        one.page.locator(".turn .cite").click()
        expect(one.page.locator("#source mark")).to_be_visible()
        assert hostile in one.page.locator(".turn .question").inner_text()
        assert hostile in one.page.locator("#source").inner_text()
        assert one.page.evaluate("window.hit") is None
    finally:
        site.shelf.title, site.shelf.passages = title, (first, quoted, last)


def test_the_policy_stops_a_script_that_got_in(visits: Visits) -> None:
    one = visits.new()
    one.page.evaluate(
        """() => { document.body.insertAdjacentHTML('beforeend',
             '<img src="data:," onerror="window.hit=1"><iframe srcdoc="x"></iframe>');
           const script = document.createElement('script');
           script.textContent = 'window.hit=1'; document.body.append(script); }"""
    )
    one.page.wait_for_timeout(200)
    assert one.page.evaluate("window.hit") is None
    assert any("Content Security Policy" in words for words in one.complaints)
    one.complaints.clear()


def test_two_visitors_do_not_see_each_other_and_the_cookie_is_out_of_reach(visits: Visits) -> None:
    ani, budi = visits.new(), visits.new()
    ani.ask("MoU canary-ani")
    budi.ask("MoU canary-budi")
    ani.ask("MoU again")
    assert "canary-budi" not in ani.page.locator("body").inner_text()
    assert "canary-ani" not in budi.page.locator("body").inner_text()
    assert "sitir_visitor" not in ani.page.evaluate("document.cookie")
    (cookie,) = [c for c in ani.context.cookies() if c["name"] == "sitir_visitor"]
    assert cookie["httpOnly"]
    assert cookie["sameSite"] == "Lax"


def test_a14_nothing_leaves_the_machine(visits: Visits) -> None:
    one = visits.new("en")
    one.ask(QUESTIONS["en"])
    one.page.locator(".turn .cite").click()
    expect(one.page.locator("#source mark")).to_be_visible()
    one.page.locator('.languages button[data-language="id"]').click()
    expect(one.page.locator("html")).to_have_attribute("lang", "id")
    one.page.wait_for_timeout(500)
    assert one.requests
    assert one.outside() == []
    assert not [url for url in one.requests if re.search(r"/file=|/upload", url)]
