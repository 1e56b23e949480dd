"""The command ``export``: what visitors left, as a file for the operator."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from corpus.commands import DataDir

if TYPE_CHECKING:
    from corpus.catalog import Catalog
    from corpus.language import Language

__all__ = ["export"]


class What(StrEnum):
    """What can be exported."""

    CONVERSATIONS = "conversations"
    FEEDBACK = "feedback"


class Form(StrEnum):
    """The forms that it can have."""

    MARKDOWN = "md"
    JSON = "json"
    JSON_LINES = "jsonl"
    CSV = "csv"


_FORMS: Final = {
    What.CONVERSATIONS: (Form.MARKDOWN, Form.JSON),
    What.FEEDBACK: (Form.JSON_LINES, Form.CSV),
}
"""The forms of each thing, the usual one first."""


def export(
    what: Annotated[What, typer.Argument(help="What to export.")],
    output: Annotated[
        Path | None,
        typer.Option("--output", metavar="FILE", help="Write it here, for you alone to read."),
    ] = None,
    form: Annotated[
        Form | None,
        typer.Option(
            "--format",
            help="md (the default) or json for conversations; jsonl (the default) or csv for "
            "feedback.",
            show_default=False,
        ),
    ] = None,
    language: Annotated[
        str,
        typer.Option(
            "--language", metavar="id|en|su", help="Language of the headings of conversations."
        ),
    ] = "en",
    data_dir: DataDir = None,
) -> None:
    """Export the conversations or the feedback of all visitors, numbered and not named."""
    from corpus.catalog import Catalog
    from corpus.language import parse_language
    from corpus.settings import load_settings

    chosen = parse_language(language)
    known = _FORMS[what]
    form = form or known[0]
    if form not in known:
        raise typer.BadParameter(f"{what} come as {' or '.join(known)}", param_hint="--format")
    catalog = Catalog.open(load_settings(data_dir).data_dir)
    try:
        parts = _parts(what, catalog, form, chosen)
        if output is None:
            for part in parts:
                typer.echo(part, nl=False)
        else:
            _write(parts, output)
    finally:
        catalog.close()


def _parts(what: What, catalog: Catalog, form: Form, language: Language) -> Iterator[str]:
    match what:
        case What.CONVERSATIONS:
            from assistant.conversation_export import export_all

            return export_all(catalog, "json" if form is Form.JSON else "md", language)
        case What.FEEDBACK:
            from assistant.feedback_export import export_feedback

            return export_feedback(catalog, "csv" if form is Form.CSV else "jsonl")


def _write(parts: Iterable[str], output: Path) -> None:
    """Write a new file that only its owner may read, and put it in place when it is whole.

    Raises:
        UnreadableFileError: It cannot be written.
    """
    from corpus.errors import UnreadableFileError

    unfinished = output.with_name(f"{output.name}.part")
    try:
        unfinished.unlink(missing_ok=True)
        descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(descriptor, "w", encoding="utf-8") as file:  # noqa: PTH123 - a descriptor
            file.writelines(parts)
        unfinished.replace(output)
    except OSError as error:
        raise UnreadableFileError(output, error.strerror or str(error)) from error
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
