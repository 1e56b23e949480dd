"""A comparison as a DOCX file: one landscape table with real headings and page numbers."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Final

from assistant.comparing.records import Cell, Comparison
from assistant.comparing.wording import column_names, held_lines, said, version_label
from assistant.references.rich_text import RichText
from corpus.language import Language

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.shared import Length
    from docx.table import _Cell, _Row
    from docx.text.paragraph import Paragraph

__all__ = ["as_docx"]

_WIDTHS: Final = (1.0, 2.8, 4.2, 1.9, 4.7, 5.0, 5.6)
"""Of the columns, in centimetres: A4 on its side between its margins."""
_HANGING: Final = 28
"""How far the lines of an entry behind its first stand in, in points."""
_SMALL: Final = 8
_BODY: Final = 9


def as_docx(comparison: Comparison) -> bytes:
    """Return a comparison as the bytes of a DOCX file."""
    document = _blank()
    language = comparison.language
    document.core_properties.title = said("heading", language)
    document.core_properties.language = language
    document.add_heading(_legal(said("heading", language)), level=1)
    _fill_table(document, comparison)
    document.add_paragraph(said("about", language)).paragraph_format.space_before = _points(8)
    for line in held_lines(comparison):
        document.add_paragraph(_legal(line))
    document.add_heading(said("references", language), level=2)
    for entry in comparison.entries:
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.left_indent = _points(_HANGING)
        paragraph.paragraph_format.first_line_indent = _points(-_HANGING)
        _write(paragraph, entry)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _blank() -> Document:
    """Return an empty document on its side, with page numbers, without a named author."""
    import docx
    from docx.enum.section import WD_ORIENT
    from docx.shared import Cm

    document = docx.Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin = section.bottom_margin = Cm(2)
    document.styles["Normal"].font.size = _points(_BODY)
    document.core_properties.author = "Sitir"
    document.core_properties.comments = ""
    _number_pages(section.footer.paragraphs[0])
    return document


def _fill_table(document: Document, comparison: Comparison) -> None:
    from docx.shared import Cm

    names = column_names(comparison)
    table = document.add_table(rows=1, cols=len(names), style="Table Grid")
    table.autofit = False
    for cell, name in zip(table.rows[0].cells, names, strict=True):
        cell.paragraphs[0].add_run(_legal(name)).bold = True
    _mark(table.rows[0], "w:tblHeader")
    for number, row in enumerate(comparison.rows, start=1):
        line = table.add_row()
        line.cells[0].text = str(number)
        for target, cell in zip(line.cells[1:], row.cells, strict=True):
            _write_cell(target, cell, comparison.language)
    # Word reads the width of each cell, LibreOffice that of the column.
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)


def _write_cell(target: _Cell, cell: Cell, language: Language) -> None:
    paragraph = target.paragraphs[0]
    if cell.quote is None:
        paragraph.add_run(_legal(cell.text or cell.missing))
        if cell.passage_id:
            _small(target.add_paragraph(), cell.passage_id)
        return
    quote = cell.quote
    paragraph.add_run(_legal(f"“{quote.quote}” "))
    _write(paragraph, quote.in_text)
    if quote.version is not None:
        label = version_label(quote.version, language)
        target.add_paragraph(_legal(f"{label}: “{quote.version.text}”"))
    _small(target.add_paragraph(), quote.passage_id)


def _write(paragraph: Paragraph, text: RichText) -> None:
    for run in text.runs:
        paragraph.add_run(_legal(run.text)).italic = run.italic or None


def _small(paragraph: Paragraph, text: str) -> None:
    paragraph.add_run(_legal(text)).font.size = _points(_SMALL)


def _number_pages(paragraph: Paragraph) -> None:
    """Put the number of the page into a paragraph, as a field that the reader's program fills."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for kind, content in (("begin", ""), ("", " PAGE "), ("end", "")):
        run = paragraph.add_run()
        if kind:
            _element(run.element, "w:fldChar", {"w:fldCharType": kind})
        else:
            _element(run.element, "w:instrText", {"xml:space": "preserve"}).text = content


def _mark(row: _Row, name: str) -> None:
    """Set a property of a table's row that has no value."""
    _element(row._tr.get_or_add_trPr(), name, {})  # noqa: SLF001 - there is no public way


def _element(parent: BaseOxmlElement, name: str, values: dict[str, str]) -> BaseOxmlElement:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(name)
    for key, value in values.items():
        made.set(qn(key), value)
    parent.append(made)
    return made


def _points(size: float) -> Length:
    from docx.shared import Pt

    return Pt(size)


def _legal(text: str) -> str:
    """Return a text without the characters that XML cannot hold."""
    return "".join(
        c
        for c in text
        if c in "\t\n" or (c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff")
    )
