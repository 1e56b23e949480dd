"""A briefing as a PDF: text that can be selected, bookmarks, links to the sources.

fpdf2 writes it with the DejaVu fonts, of which the letters that are used are embedded; they
come with matplotlib, under the Bitstream Vera licence, which lets documents carry them.
This is the home of fpdf2.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from fpdf import FPDF
from fpdf.enums import TableBordersLayout, XPos, YPos
from fpdf.fonts import FontFace

from assistant.briefing.layout import LANGUAGE_TAGS, BriefingLayout, LaidBullet, LaidSource

__all__ = ["pdf_bytes"]

_MARGIN: Final = 20.0
_LINE: Final = 4.6
"""Millimetres from line to line."""
_SIZE: Final = 9.5
_SMALL: Final = 8.2
_INK: Final = (31, 42, 68)
_LINKED: Final = (20, 70, 140)
_DEEPEST: Final = 4
_INDENT: Final = 5.0
_COLUMNS: Final = (12, 22, 66)


def pdf_bytes(layout: BriefingLayout) -> bytes:
    """Return a briefing as the bytes of a PDF."""
    page = _Page(layout)
    page.add_page()
    page.title_block()
    for part in layout.parts:
        page.headed(part.heading, part.level)
        for bullet in part.bullets:
            page.bullet(bullet)
    page.facts()
    if layout.notes:
        page.headed(layout.notes_heading, 0)
        for note in layout.notes:
            page.bullet(note)
    for legend in layout.legends:
        page.small(legend)
    page.sources()
    return bytes(page.output())


class _Page(FPDF):
    """The pages of one briefing."""

    def __init__(self, layout: BriefingLayout) -> None:
        super().__init__(format="A4")
        self._layout = layout
        self._pages = "{nb}"
        _add_fonts(self)
        self.set_margin(_MARGIN)
        self.set_auto_page_break(auto=True, margin=_MARGIN)
        self.set_title(layout.title)
        self.set_subject(layout.kind)
        self.set_keywords(layout.made)
        self.set_author("Sitir")
        self.set_creator("Sitir")
        self.set_lang(LANGUAGE_TAGS[layout.language])
        # Where they lead is set when the sources are written.
        self._links = {source.number: self.add_link(page=1) for source in layout.sources}

    def footer(self) -> None:
        """Write the page's number and how many there are."""
        self.set_y(-_MARGIN / 1.6)
        self.set_font("serif", size=_SMALL)
        told = self._layout.page_of.replace("{page}", str(self.page_no()))
        self.cell(0, _LINE, told.replace("{pages}", self._pages), align="C")

    def title_block(self) -> None:
        """Write title and coverage."""
        self.set_text_color(*_INK)
        self.set_font("serif", "B", 13)
        self._block(self._layout.title, 6)
        self.ln(1.2)
        self.set_text_color(0)
        self.set_font("serif", "I", _SIZE)
        self._block(self._layout.coverage)
        self.ln(1)

    def headed(self, text: str, level: int) -> None:
        """Write a heading, and bookmark it."""
        self.set_font("serif", "B", max(_SIZE, 11 - level))
        if self.will_page_break(4 * _LINE):
            self.add_page()
        self.ln(1.4)
        self.start_section(text, level=min(level, _DEEPEST), strict=False)
        self.set_font("serif", "B", max(_SIZE, 11 - level))
        self.set_text_color(*_INK)
        self._block(text, 5.4)
        self.set_text_color(0)
        self.ln(0.4)

    def bullet(self, bullet: LaidBullet) -> None:
        """Write a bullet with links to its sources."""
        self.set_font("serif", size=_SIZE)
        self.set_x(_MARGIN)
        self.cell(_INDENT, _LINE, "•")
        self.set_left_margin(_MARGIN + _INDENT)
        self.write(_LINE, bullet.text)
        self._numbers(bullet.numbers, bullet.mark)
        self.set_left_margin(_MARGIN)
        self.ln(_LINE + 0.6)

    def small(self, text: str) -> None:
        """Write a small line."""
        self.set_font("serif", size=_SMALL)
        self._block(text)

    def facts(self) -> None:
        """Write the table of key facts."""
        layout = self._layout
        if not layout.facts:
            return
        self.headed(layout.facts_heading, 0)
        self.set_font("serif", size=_SMALL)
        bold = FontFace(emphasis="BOLD")
        with self.table(
            col_widths=_COLUMNS,
            text_align="LEFT",
            line_height=_LINE,
            headings_style=bold,
            borders_layout=TableBordersLayout.HORIZONTAL_LINES,
        ) as table:
            table.row(list(layout.fact_columns))
            for fact in layout.facts:
                row = table.row()
                row.cell(fact.label)
                row.cell(
                    f"{fact.value}[{fact.number}]{fact.mark}", link=self._links.get(fact.number)
                )
                row.cell(fact.context)
        self.ln(1)

    def sources(self) -> None:
        """Write the works, every cited place with its words, and when this was made."""
        layout = self._layout
        if layout.sources:
            self.headed(layout.sources_heading, 0)
            self.set_font("serif", size=_SMALL)
            for text in (*layout.works, layout.sources_intro):
                self._block(text)
                self.ln(1)
            for source in layout.sources:
                self._source(source)
            self.small(layout.matches)
            self.ln(1)
        for remark in layout.remarks:
            self.small(remark)
        self.set_font("serif", "I", _SMALL)
        self._block(layout.made)

    def _source(self, source: LaidSource) -> None:
        self.set_font("serif", "B", _SMALL)
        if self.will_page_break(3 * _LINE):
            self.add_page()
        self.set_link(self._links[source.number], y=self.get_y(), page=self.page_no())
        self._block(f"[{source.number}] {source.place}")
        self.set_left_margin(_MARGIN + _INDENT)
        self.set_x(_MARGIN + _INDENT)
        self.set_font("serif", size=_SMALL)
        self._block(source.quote)
        if source.version:
            self.set_font("serif", "I", _SMALL)
            self._block(f"{source.version_label}: {source.version}")
        if source.rests_on:
            self.set_font("serif", size=_SMALL)
            self._block(source.rests_on)
        self.set_left_margin(_MARGIN)
        self.set_x(_MARGIN)
        self.ln(1.4)

    def _numbers(self, numbers: tuple[int, ...], mark: str) -> None:
        self.set_text_color(*_LINKED)
        for number in numbers:
            told = f"[{number}]"
            if self.get_x() + self.get_string_width(told + mark) > self.w - self.r_margin:
                self.ln(_LINE)
            self.write(_LINE, told, link=self._links.get(number, ""))
        self.set_text_color(0)
        if mark:
            self.write(_LINE, mark)

    def _block(self, text: str, height: float = _LINE) -> None:
        self.multi_cell(0, height, text, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)


def _add_fonts(page: FPDF) -> None:
    import matplotlib as mpl

    folder = Path(mpl.get_data_path()) / "fonts" / "ttf"
    page.add_font("serif", "", folder / "DejaVuSerif.ttf")
    page.add_font("serif", "B", folder / "DejaVuSerif-Bold.ttf")
    page.add_font("serif", "I", folder / "DejaVuSerif-Italic.ttf")
    page.add_font("sans", "", folder / "DejaVuSans.ttf")
    page.set_fallback_fonts(["sans"], exact_match=False)
