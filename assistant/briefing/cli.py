"""The command ``brief``: a document, a section or a topic in a minute, a page, or by section."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from corpus.commands import DataDir, write_file
from corpus.errors import BriefingError

__all__ = ["brief"]


class Length(StrEnum):
    """How long a briefing is."""

    SHORT = "short"
    MEDIUM = "medium"
    LONG = "long"


class Format(StrEnum):
    """The form of its file."""

    MARKDOWN = "md"
    WORD = "docx"
    PDF = "pdf"


DocumentOption = Annotated[
    list[str] | None,
    typer.Option("--document", metavar="ID", help="Brief this document; see also --topic."),
]
SectionOption = Annotated[
    str | None,
    typer.Option("--section", metavar="1.4", help="Only this section, with all below it."),
]
TopicOption = Annotated[
    str | None,
    typer.Option("--topic", metavar="TEXT", help="A topic across all documents, or those named."),
]
LanguageOption = Annotated[
    str | None, typer.Option("--language", metavar="id|en|su", help="Language of the briefing.")
]
LengthOption = Annotated[
    Length, typer.Option("--length", help="A minute, a page, or section by section.")
]
FormatOption = Annotated[Format, typer.Option("--format", help="The form of it.")]
OutputOption = Annotated[
    Path | None, typer.Option("--output", metavar="FILE", help="Write it to this file.")
]


def brief(
    document: DocumentOption = None,
    section: SectionOption = None,
    topic: TopicOption = None,
    language: LanguageOption = None,
    length: LengthOption = Length.SHORT,
    form: FormatOption = Format.MARKDOWN,
    output: OutputOption = None,
    data_dir: DataDir = None,
) -> None:
    """Sum up a document, a section or a topic in quotes, each with its place."""
    from assistant.briefing.exporting import export_briefing
    from assistant.session import open_assistant
    from corpus.language import parse_language
    from corpus.settings import load_settings

    chosen = None if language is None else parse_language(language)
    with open_assistant(load_settings(data_dir)) as assistant:
        briefing = assistant.brief(
            document_ids=document or None,
            section=section,
            topic=topic,
            language=chosen,
            length=length.value,
        )
    data = export_briefing(briefing, form.value)
    if output is not None:
        write_file(output, data)
    elif form is not Format.MARKDOWN and sys.stdout.isatty():
        raise BriefingError(f"--format {form.value} is no text for a terminal: give --output FILE")
    else:
        typer.echo(data, nl=False)
