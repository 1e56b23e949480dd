"""The command ``verify``: a text that somebody wrote, checked against the corpus."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from corpus.commands import DataDir

__all__ = ["verify"]


def verify(
    file: Annotated[
        Path, typer.Argument(help="The text, .txt or .md; - reads standard input.", metavar="FILE")
    ],
    language: Annotated[
        str | None,
        typer.Option("--language", metavar="id|en|su", help="Language of what is reported."),
    ] = None,
    document: Annotated[
        list[str] | None,
        typer.Option("--document", metavar="ID", help="Compare with this document only."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    data_dir: DataDir = None,
) -> None:
    """Check the quotes, numbers and statements of a text against the corpus."""
    import json

    from assistant.checking.file import read_given
    from assistant.checking.lines import plain_json, report_lines
    from assistant.session import Assistant
    from corpus.language import parse_language
    from corpus.settings import load_settings
    from corpus.store import Store

    chosen = None if language is None else parse_language(language)
    text = read_given(file)
    # No language model is needed, so none is opened.
    with Assistant(Store.open(load_settings(data_dir))) as assistant:
        report = assistant.check(text, language=chosen, document_ids=document or None)
    if as_json:
        typer.echo(plain_json(json.dumps(report.to_json(), ensure_ascii=False, indent=2)))
    else:
        typer.echo(report_lines(report))
