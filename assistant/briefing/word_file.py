"""A briefing as a Word document: real headings, footnotes, page numbers, tagged languages.

python-docx writes the document; what it has no interface for, as footnotes, is made of
elements (``word_notes``, ``word_styles``). These modules are its home.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Final

from docx import Document
from docx.oxml import OxmlElement
from docx.shared import Cm, Pt

from assistant.briefing.layout import BriefingLayout, LaidBullet, LaidSource
from assistant.briefing.word_notes import Footnotes
from assistant.briefing.word_styles import DEEPEST, prepare, tag
from corpus.language import Language

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

__all__ = ["word_bytes"]

_WIDTHS: Final = (2.3, 4.2, 9.5)
"""Centimetres of the columns of key facts."""


def word_bytes(layout: BriefingLayout) -> bytes:
    """Return a briefing as the bytes of a ``.docx`` file."""
    document = Document()
    prepare(document, layout)
    notes = Footnotes(layout)
    document.add_paragraph(layout.title, style="Title")
    document.add_paragraph(style="Subtitle").add_run(layout.coverage)
    for part in layout.parts:
        document.add_heading(part.heading, min(DEEPEST, part.level + 1))
        for bullet in part.bullets:
            _bullet(document, bullet, layout, notes)
    _facts(document, layout, notes)
    if layout.notes:
        document.add_heading(layout.notes_heading, 1)
        for note in layout.notes:
            _bullet(document, note, layout, notes)
    for legend in layout.legends:
        document.add_paragraph(legend, style="Caption")
    _sources(document, layout)
    notes.attach(document)
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def _bullet(
    document: WordDocument, bullet: LaidBullet, layout: BriefingLayout, notes: Footnotes
) -> None:
    paragraph = document.add_paragraph(style="List Bullet")
    _say(paragraph, bullet.text, bullet.language, layout)
    for place, number in enumerate(bullet.numbers):
        if place:
            paragraph.add_run(", ").font.superscript = True
        notes.refer(paragraph, number)
    if bullet.mark:
        paragraph.add_run(bullet.mark).font.superscript = True


def _say(paragraph: Paragraph, text: str, language: Language, layout: BriefingLayout) -> Run:
    run = paragraph.add_run(text)
    if language != layout.language:
        tag(run._r.get_or_add_rPr(), language)  # noqa: SLF001 - no interface for w:lang
    return run


def _facts(document: WordDocument, layout: BriefingLayout, notes: Footnotes) -> None:
    if not layout.facts:
        return
    document.add_heading(layout.facts_heading, 1)
    table = document.add_table(rows=1, cols=len(layout.fact_columns), style="Table Grid")
    header = table.rows[0]
    repeated = OxmlElement("w:tblHeader")
    header._tr.get_or_add_trPr().append(repeated)  # noqa: SLF001 - no interface for it
    for cell, text in zip(header.cells, layout.fact_columns, strict=True):
        cell.paragraphs[0].add_run(text).bold = True
    for fact in layout.facts:
        cells = table.add_row().cells
        cells[0].paragraphs[0].add_run(fact.label)
        _say(cells[1].paragraphs[0], fact.value, fact.language, layout)
        notes.refer(cells[1].paragraphs[0], fact.number)
        if fact.mark:
            cells[1].paragraphs[0].add_run(fact.mark).font.superscript = True
        _say(cells[2].paragraphs[0], fact.context, fact.language, layout)
    table.autofit = False
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.space_after = Pt(1)


def _sources(document: WordDocument, layout: BriefingLayout) -> None:
    if layout.sources:
        document.add_heading(layout.sources_heading, 1)
        for text in (*layout.works, layout.sources_intro):
            document.add_paragraph(text)
        for source in layout.sources:
            _source(document, source, layout)
        document.add_paragraph(layout.matches)
    for remark in layout.remarks:
        document.add_paragraph(remark)
    document.add_paragraph(layout.made, style="Caption")


def _source(document: WordDocument, source: LaidSource, layout: BriefingLayout) -> None:
    head = document.add_paragraph()
    head.paragraph_format.keep_with_next = True
    head.paragraph_format.space_after = Pt(2)
    head.add_run(f"[{source.number}] ").bold = True
    head.add_run(source.place).bold = True
    for text, language, label in _told(source, layout):
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.left_indent = Cm(0.8)
        paragraph.paragraph_format.space_after = Pt(4)
        if label:
            paragraph.add_run(f"{label}: ").italic = True
        _say(paragraph, text, language, layout)


def _told(source: LaidSource, layout: BriefingLayout) -> Iterator[tuple[str, Language, str]]:
    yield source.quote, source.language, ""
    if source.version:
        yield source.version, layout.language, source.version_label
    if source.rests_on:
        yield source.rests_on, layout.language, ""
