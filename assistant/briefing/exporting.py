"""A briefing as a file: Markdown, a Word document, or a PDF."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Final, Literal

from assistant.briefing.layout import lay_out_briefing
from assistant.briefing.records import Briefing
from corpus.errors import BriefingError

__all__ = ["BRIEFING_FORMATS", "BriefingFormat", "export_briefing"]

BriefingFormat = Literal["md", "docx", "pdf"]

BRIEFING_FORMATS: Final[dict[BriefingFormat, str]] = {
    "md": "text/markdown",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}
"""The formats with their media types; a format is its file's suffix too."""


def export_briefing(briefing: Briefing, form: BriefingFormat, made_on: date | None = None) -> bytes:
    """Return a briefing as the bytes of a file.

    Args:
        briefing: What is exported.
        form: ``md`` (UTF-8), ``docx`` or ``pdf``.
        made_on: The day that stands in it; by default today's, in UTC.

    Raises:
        BriefingError: The format is unknown.
    """
    if form not in BRIEFING_FORMATS:
        known = ", ".join(BRIEFING_FORMATS)
        raise BriefingError(f"unknown format {form!r}: use one of {known}")
    layout = lay_out_briefing(briefing, made_on or datetime.now(UTC).date())
    if form == "docx":
        from assistant.briefing.word_file import word_bytes

        return word_bytes(layout)
    if form == "pdf":
        from assistant.briefing.pdf_file import pdf_bytes

        return pdf_bytes(layout)
    from assistant.briefing.markdown_file import markdown_text

    return markdown_text(layout).encode("utf-8")
