"""The footnotes of a Word document, after ECMA-376, part 1, 17.11."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml

from assistant.briefing.layout import BriefingLayout, LaidSource

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph

__all__ = ["Footnotes"]

_FOOTNOTES: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


class Footnotes:
    """The footnotes of a document; each place that is cited has one, at its first mention.

    Places are numbered in the order of reading, so that the numbers that Word gives its
    footnotes are those of the list of sources.
    """

    def __init__(self, layout: BriefingLayout) -> None:
        self._layout = layout
        self._places = {source.number: source for source in layout.sources}
        self._root: Any = parse_xml(
            f"<w:footnotes {nsdecls('w')}>"
            '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p>'
            '</w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r>'
            "<w:continuationSeparator/></w:r></w:p></w:footnote></w:footnotes>"
        )
        self._made: set[int] = set()

    def refer(self, paragraph: Paragraph, number: int) -> None:
        """Put a number behind a paragraph: a footnote, or the number of an earlier one."""
        if number in self._made or number not in self._places:
            run = paragraph.add_run(f"{number}")
            run.font.superscript = True
            return
        self._made.add(number)
        run = paragraph.add_run(style="Footnote Reference")
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), str(number))
        run._r.append(reference)  # noqa: SLF001 - python-docx has no interface for it
        self._root.append(self._footnote(self._places[number]))

    def attach(self, document: WordDocument) -> None:
        """Put the footnotes into the package."""
        package = document.part.package
        blob = bytes(serialize_part_xml(self._root))
        part = Part(PackURI("/word/footnotes.xml"), _FOOTNOTES, blob, package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        settings: Any = document.settings.element
        told = parse_xml(
            f"<w:footnotePr {nsdecls('w')}>"
            '<w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        )
        settings.insert_element_before(told, "w:endnotePr", "w:compat", "w:rsids", "m:mathPr")

    def _footnote(self, source: LaidSource) -> Any:  # noqa: ANN401 - an element of lxml
        note = OxmlElement("w:footnote")
        note.set(qn("w:id"), str(source.number))
        paragraph = OxmlElement("w:p")
        properties = OxmlElement("w:pPr")
        style = OxmlElement("w:pStyle")
        style.set(qn("w:val"), "FootnoteText")
        properties.append(style)
        paragraph.append(properties)
        mark = OxmlElement("w:r")
        look = OxmlElement("w:rPr")
        of_mark = OxmlElement("w:rStyle")
        of_mark.set(qn("w:val"), "FootnoteReference")
        look.append(of_mark)
        mark.append(look)
        mark.append(OxmlElement("w:footnoteRef"))
        paragraph.append(mark)
        run = OxmlElement("w:r")
        text = OxmlElement("w:t")
        text.set(qn("xml:space"), "preserve")
        text.text = f" {source.place}"
        run.append(text)
        paragraph.append(run)
        note.append(paragraph)
        return note
