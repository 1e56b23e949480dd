"""What the command lines share: the data directory, files written, how faults end a command."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from corpus.errors import SitirError, UnwritableFileError

__all__ = ["DataDir", "run", "write_file"]

DataDir = Annotated[
    Path | None,
    typer.Option(
        "--data-dir",
        metavar="DIR",
        help="Where the corpus is kept. Default: SITIR_DATA_DIR, else the user's data folder.",
        show_default=False,
    ),
]


def write_file(output: Path, content: bytes) -> None:
    """Write a file, put in the place of what had its name only when it is whole.

    Raises:
        UnwritableFileError: It cannot be written.
    """
    unfinished = output.with_name(f"{output.name}.part")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(output)
    except OSError as error:
        raise UnwritableFileError(output, error.strerror or str(error)) from error
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)


def run(app: typer.Typer, name: str) -> None:
    """Run a command line; an expected fault is one line on standard error and exit 1."""
    try:
        app(prog_name=name)
    except SitirError as error:
        typer.echo(f"{name}: {' '.join(str(error).split())}", err=True)
        sys.exit(1)
