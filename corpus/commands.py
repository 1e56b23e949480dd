"""What the command lines share: the data directory option, and how faults end a command."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from corpus.errors import SitirError

__all__ = ["DataDir", "run"]

DataDir = Annotated[
    Path | None,
    typer.Option(
        "--data-dir",
        metavar="DIR",
        help="Where the corpus is kept. Default: SITIR_DATA_DIR, else the user's data folder.",
        show_default=False,
    ),
]


def run(app: typer.Typer, name: str) -> None:
    """Run a command line; an expected fault is one line on standard error and exit 1."""
    try:
        app(prog_name=name)
    except SitirError as error:
        typer.echo(f"{name}: {' '.join(str(error).split())}", err=True)
        sys.exit(1)
