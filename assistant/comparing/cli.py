"""The command ``compare``: theses side by side, every cell a quote."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from corpus.commands import DataDir, write_file

__all__ = ["compare"]


class TableForm(StrEnum):
    """The forms that the table can have."""

    MARKDOWN = "md"
    DOCX = "docx"
    JSON = "json"


class PrintedName(StrEnum):
    """The printed styles by name."""

    APA = "apa"
    CHICAGO_NOTES = "chicago-notes"
    CHICAGO_AUTHOR_DATE = "chicago-author-date"
    MLA = "mla"
    HARVARD = "harvard"


def compare(
    document: Annotated[
        list[str] | None,
        typer.Option("--document", metavar="ID", help="A document; repeat it. Default: all."),
    ] = None,
    topic: Annotated[
        str, typer.Option("--topic", metavar="TEXT", help="What they are to be relevant to.")
    ] = "",
    language: Annotated[
        str, typer.Option("--language", metavar="id|en|su", help="Language of the table.")
    ] = "id",
    style: Annotated[
        PrintedName, typer.Option(help="The style of the citations.")
    ] = PrintedName.APA,
    form: Annotated[
        TableForm, typer.Option("--format", help="The form of the table; docx needs --output.")
    ] = TableForm.MARKDOWN,
    output: Annotated[
        Path | None, typer.Option("--output", metavar="FILE", help="Write it here.")
    ] = None,
    data_dir: DataDir = None,
) -> None:
    """Put theses side by side: author, title, year, method, findings and relevance, quoted."""
    import json

    from assistant.session import Assistant
    from corpus.language import parse_language
    from corpus.settings import load_settings
    from corpus.store import Store

    chosen = parse_language(language)
    if form is TableForm.DOCX and output is None:
        raise typer.BadParameter("--format docx needs --output FILE.docx")
    # No language model is needed, so none is opened.
    with Assistant(Store.open(load_settings(data_dir))) as assistant:
        table = assistant.compare(document or None, language=chosen, topic=topic, style=style.value)
    if form is TableForm.DOCX:
        written = table.docx()
    elif form is TableForm.JSON:
        written = f"{json.dumps(table.to_json(), ensure_ascii=False, indent=2)}\n".encode()
    else:
        written = table.markdown().encode()
    if output is None:
        typer.echo(written.decode(), nl=False)
    else:
        write_file(output, written)
