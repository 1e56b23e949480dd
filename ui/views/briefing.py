"""A briefing on the page: its points, each one step from the quote that it rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from assistant import (
    BRIEFING_FORMATS,
    Briefing,
    BriefingLayout,
    LaidBullet,
    LaidFact,
    LaidPart,
)
from corpus.language import Language
from ui.markup import element, icon, text
from ui.strings import label
from ui.views.quotes import Printed, Quoting, cite_button, quote_figure

__all__ = ["BRIEFING_PATH", "briefing_page"]

BRIEFING_PATH: Final = "/sitir/briefing"
_FORMS: Final = {"md": "Markdown", "docx": "Word (DOCX)", "pdf": "PDF"}
_TOP: Final = 3
_DEEPEST: Final = 6


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What all parts of one briefing are shown with."""

    briefing: Briefing
    layout: BriefingLayout
    quoting: Quoting

    @property
    def reader(self) -> Language:
        return self.quoting.reader


def briefing_page(
    briefing: Briefing,
    layout: BriefingLayout,
    parameters: Mapping[str, str],
    printed: Printed,
    page: Language,
) -> str:
    """Return a briefing as the page shows it.

    Args:
        briefing: What is shown.
        layout: The same, laid out.
        parameters: What it was asked by, for the addresses of its files.
        printed: How the sources look in print.
        page: The language of the page, in which the downloads are offered.
    """
    sheet = _Sheet(briefing, layout, Quoting(None, layout.language, printed))
    parts = (
        element("h2", text(layout.title), id="briefing-heading", tabindex=-1, dir="auto"),
        element("p", text(layout.coverage), class_="coverage"),
        _downloads(parameters, page),
        *(_part(part, sheet) for part in layout.parts),
        _facts(sheet),
        _notes(sheet),
        *(element("p", text(line), class_="notice") for line in (*layout.legends, *layout.remarks)),
        element("p", text(layout.matches), class_="aside"),
    )
    return element("div", parts, class_="page briefing", lang=layout.language)


def _downloads(parameters: Mapping[str, str], page: Language) -> str:
    links = (
        element(
            "a",
            icon("file") + element("span", text(_FORMS[form])),
            href=f"{BRIEFING_PATH}?{urlencode({**parameters, 'form': form})}",
            download=True,
            class_="file-button",
            aria_label=label("brief_download_as", page, form=_FORMS[form]),
        )
        for form in BRIEFING_FORMATS
    )
    return element(
        "div", links, class_="row", lang=page, role="group",
        aria_label=label("brief_download", page),
    )  # fmt: skip


def _part(part: LaidPart, sheet: _Sheet) -> str:
    heading = element(
        f"h{min(_TOP + part.level, _DEEPEST)}", text(part.heading), dir="auto", class_="part"
    )
    points = (element("li", _point(one, sheet)) for one in part.bullets)
    return heading + (element("ul", points, class_="points") if part.bullets else "")


def _point(bullet: LaidBullet, sheet: _Sheet) -> str:
    said = element("span", text(bullet.text), lang=bullet.language, dir="auto")
    line = element("p", said + _behind(bullet.numbers, bullet.mark, sheet), class_="point")
    if not bullet.numbers:
        return line
    numbers = ", ".join(str(number) for number in bullet.numbers)
    summary = element(
        "summary",
        text(label("brief_original", sheet.reader)) + icon("down"),
        class_="quiet",
        aria_label=label("brief_original_of", sheet.reader, numbers=numbers),
    )
    quotes = (_quote(number, sheet) for number in bullet.numbers)
    return line + element("details", (summary, *quotes), class_="original")


def _quote(number: int, sheet: _Sheet) -> str:
    figure = quote_figure(sheet.briefing.citation(number), sheet.quoting)
    rests = next((one.rests_on for one in sheet.layout.sources if one.number == number), "")
    return figure + (element("p", text(rests), class_="aside") if rests else "")


def _behind(numbers: Sequence[int], mark: str, sheet: _Sheet) -> str:
    """Return the buttons that open what a point rests on, then its mark."""
    buttons = "".join(cite_button(sheet.briefing.citation(one), sheet.quoting) for one in numbers)
    sign = element("span", text(mark), class_="mark-sign") if mark else ""
    return element("span", buttons + sign, class_="behind") if buttons or sign else ""


def _facts(sheet: _Sheet) -> str:
    layout = sheet.layout
    if not layout.facts:
        return ""
    columns = (element("th", text(one), scope="col") for one in layout.fact_columns)
    table = element(
        "table",
        (
            element("thead", element("tr", columns)),
            element("tbody", (_fact(fact, sheet) for fact in layout.facts)),
        ),
        aria_labelledby="facts-heading",
    )
    heading = element("h3", text(layout.facts_heading), id="facts-heading", class_="part")
    return heading + element(
        "div", table, class_="facts-table", tabindex=0, role="region",
        aria_labelledby="facts-heading",
    )  # fmt: skip


def _fact(fact: LaidFact, sheet: _Sheet) -> str:
    value = element("span", text(fact.value), lang=fact.language, dir="auto")
    context = element("span", text(fact.context), lang=fact.language, dir="auto")
    kind = text(fact.label)
    first = element("th", kind, scope="row") if kind else element("td", "")
    cells = element("td", value + _behind((fact.number,), fact.mark, sheet))
    return element("tr", (first, cells, element("td", context)))


def _notes(sheet: _Sheet) -> str:
    layout = sheet.layout
    if not layout.notes:
        return ""
    lines = (
        element(
            "li",
            element(
                "p",
                element("span", text(note.text), lang=note.language, dir="auto")
                + _behind(note.numbers, note.mark, sheet),
                class_="point",
            ),
        )
        for note in layout.notes
    )
    heading = element("h3", icon("differ") + text(layout.notes_heading), class_="part")
    return heading + element("ul", lines, class_="points differing")
