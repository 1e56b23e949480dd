"""The command ``cite``: a passage as it is cited, in the style that is asked for."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from corpus.commands import DataDir, write_file

__all__ = ["cite"]


class StyleName(StrEnum):
    """The styles by name."""

    APA = "apa"
    CHICAGO_NOTES = "chicago-notes"
    CHICAGO_AUTHOR_DATE = "chicago-author-date"
    MLA = "mla"
    HARVARD = "harvard"
    BIBTEX = "bibtex"
    RIS = "ris"
    CSL_JSON = "csl-json"


class MarkupName(StrEnum):
    """The forms of a reference."""

    PLAIN = "plain"
    MARKDOWN = "md"
    HTML = "html"
    JSON = "json"


def cite(
    passage_id: Annotated[
        str, typer.Argument(help="The passage, as 'search' lists it.", metavar="PASSAGE_ID")
    ],
    style: Annotated[StyleName, typer.Option(help="The style.")] = StyleName.APA,
    language: Annotated[
        str | None,
        typer.Option(
            "--language", metavar="id|en|su", help="Language of the reference; the passage's."
        ),
    ] = None,
    quote: Annotated[
        str | None,
        typer.Option(metavar="TEXT", help="The part that is quoted, or its translation."),
    ] = None,
    blanks: Annotated[
        bool,
        typer.Option("--blanks", help="Show an unknown author, year or page as a blank to fill."),
    ] = False,
    markup: Annotated[
        MarkupName,
        typer.Option("--format", help="How italics are shown; json: every way."),
    ] = MarkupName.PLAIN,
    output: Annotated[
        Path | None, typer.Option("--output", metavar="FILE", help="Write it here.")
    ] = None,
    data_dir: DataDir = None,
) -> None:
    """Cite a passage: the citation in the text, or the note, then the entry of the list."""
    import json

    from assistant.references.citing import cite_passage
    from assistant.references.requests import Cite
    from corpus.catalog import Catalog
    from corpus.language import parse_language
    from corpus.settings import load_settings

    asked = Cite(
        passage_id=passage_id,
        style=style.value,
        language=None if language is None else parse_language(language),
        quote=quote,
        blanks=blanks,
    )
    catalog = Catalog.open(load_settings(data_dir).data_dir)
    try:
        reference = cite_passage(catalog, asked)
    finally:
        catalog.close()
    match markup.value:
        case "json":
            text = f"{json.dumps(reference.to_json(), ensure_ascii=False, indent=2)}\n"
        case "plain" | "md" | "html" as form:
            text = reference.shown(form)
    if output is None:
        typer.echo(text, nl=not text.endswith("\n"))
    else:
        write_file(output, text.encode())
