"""Two figures from a real browser: the first paint, and an answer's first sentence."""

from __future__ import annotations

from statistics import median
from typing import Any

from playwright.sync_api import Browser, expect

from tests.ui.page_browser import chromium

RUNS = 10
QUESTION = "Kapan MoU sister city Jakarta dan Tokyo diresmikan dan oleh siapa?"
WATCHING = """() => {
  document.addEventListener('keydown', () => { window.began = performance.now(); }, true);
  new MutationObserver(() => {
    if (!window.took && document.querySelector('#live .quoted-words')) {
      window.took = performance.now() - window.began;
    }
  }).observe(document.body, {childList: true, subtree: true});
}"""


def measure_paint(base: str) -> dict[str, Any]:
    """Return medians and maxima over so many fresh visitors, in milliseconds."""
    with chromium() as browser:
        one_run(browser, base)
        runs = [one_run(browser, base) for _ in range(RUNS)]
    paint, ready, sentence = zip(*runs, strict=True)
    return {
        "runs": RUNS,
        "first_paint_ms": told(paint),
        "first_view_ms": told(ready),
        "first_sentence_ms": told(sentence),
    }


def told(values: tuple[float, ...]) -> dict[str, int]:
    """Return median and maximum."""
    return {"median": round(median(values)), "max": round(max(values))}


def one_run(browser: Browser, base: str) -> tuple[float, float, float]:
    """Return when the page painted, when it could be asked, and how long an answer took."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="id-ID")
    try:
        page = context.new_page()
        page.goto(base)
        expect(page.locator("#question")).to_be_visible()
        ready = float(page.evaluate("performance.now()"))
        paint = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
        painted = float(page.evaluate(paint))
        page.evaluate(WATCHING)
        page.locator("#question").fill(QUESTION)
        page.keyboard.press("Enter")
        expect(page.locator("#live .quoted-words").first).to_be_visible()
        return painted, ready, float(page.evaluate("window.took"))
    finally:
        context.close()
