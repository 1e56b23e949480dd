"""The page, the styles, the language and the footer of a Word document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from assistant.briefing.layout import LANGUAGE_TAGS, BriefingLayout
from corpus.language import Language

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

__all__ = ["DEEPEST", "prepare", "tag"]

_MOST_CHARACTERS: Final = 255
"""What a property of a document may hold, as Word has it."""
_FONT: Final = "Times New Roman"
_INK: Final = RGBColor(0x1F, 0x2A, 0x44)
DEEPEST: Final = 4
_SPACING: Final = (
    *(("Normal", 0, 4), ("Title", 0, 4), ("Subtitle", 0, 4), ("List Bullet", 0, 3)),
    *((f"Heading {level}", 8, 2) for level in range(1, DEEPEST + 1)),
)
"""Points before and after the paragraphs of a style."""


def prepare(document: WordDocument, layout: BriefingLayout) -> None:
    """Set page, styles, language, properties and the footer."""
    _set_page(document)
    _set_styles(document)
    defaults: Any = document.styles.element.find(qn("w:docDefaults"))
    tag(defaults.find(qn("w:rPrDefault")).find(qn("w:rPr")), layout.language)
    about = document.core_properties
    about.title, about.subject = layout.title[:_MOST_CHARACTERS], layout.kind
    about.author, about.language = "Sitir", LANGUAGE_TAGS[layout.language]
    about.comments = layout.made[:_MOST_CHARACTERS]
    _number_pages(document.sections[0].footer.paragraphs[0], layout.page_of)


def _set_page(document: WordDocument) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2.5)


def _set_styles(document: WordDocument) -> None:
    styles = document.styles
    for style in styles:
        if style.type == WD_STYLE_TYPE.PARAGRAPH:
            _set_font(style)
    styles["Normal"].font.size = Pt(10.5)
    styles["Title"].font.size = Pt(15)
    styles["Title"].font.bold = True
    styles["Subtitle"].font.size = Pt(10.5)
    for name, before, after in _SPACING:
        style = styles[name]
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(after)
        style.paragraph_format.line_spacing = 1.0
    for name in ("Title", "Subtitle"):
        for spread in styles[name].element.rPr.findall(qn("w:spacing")):
            styles[name].element.rPr.remove(spread)
    for level in range(1, DEEPEST + 1):
        styles[f"Heading {level}"].font.size = Pt(13 - level)
    styles["Caption"].font.bold = False
    styles["Caption"].font.size = Pt(10)
    reference = styles.add_style("Footnote Reference", WD_STYLE_TYPE.CHARACTER)
    reference.font.superscript = True
    footnote = styles.add_style("Footnote Text", WD_STYLE_TYPE.PARAGRAPH)
    footnote.base_style = styles["Normal"]
    footnote.font.size = Pt(8.5)
    footnote.paragraph_format.space_after = Pt(0)
    _set_font(footnote)


def _set_font(style: Any) -> None:  # noqa: ANN401 - styles of several kinds
    style.font.name = _FONT
    fonts = style.element.rPr.rFonts
    for kind in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(kind), None)
    fonts.set(qn("w:cs"), _FONT)
    style.font.color.rgb = _INK if style.name.startswith(("Title", "Heading")) else None


def _number_pages(paragraph: Paragraph, page_of: str) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    before, _, rest = page_of.partition("{page}")
    between, _, after = rest.partition("{pages}")
    paragraph.add_run(before)
    _field(paragraph.add_run(), "PAGE")
    paragraph.add_run(between)
    _field(paragraph.add_run(), "NUMPAGES")
    paragraph.add_run(after)


def _field(run: Run, code: str) -> None:
    for kind in ("begin", "", "separate", "1", "end"):
        if kind in {"begin", "separate", "end"}:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        elif kind == "1":
            element = OxmlElement("w:t")
            element.text = kind
        else:
            element = OxmlElement("w:instrText")
            element.text = f" {code} "
        run._r.append(element)  # noqa: SLF001 - python-docx has no interface for fields


def tag(properties: Any, language: Language) -> None:  # noqa: ANN401 - an element of lxml
    """Say which language a run, or the whole document, is in."""
    known = properties.find(qn("w:lang"))
    if known is None:
        known = OxmlElement("w:lang")
        properties.append(known)
    known.set(qn("w:val"), LANGUAGE_TAGS[language])
