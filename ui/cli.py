"""The installed command ``sitir``: every verb of ``python -m ingest`` and ``assistant``.

``serve`` is ``python -m ui``. What a verb needs is imported by the verb.
"""

from __future__ import annotations

from typing import Annotated

import typer

from assistant.cli import ask, brief, cite, compare, evaluate, export, note, search, verify
from corpus.commands import DataDir, run
from ingest.cli import backup, build, check, remove, restore

__all__ = ["app", "main", "serve"]

INTERRUPTED = 130

app = typer.Typer(
    help="Ask theses in Indonesian, English or Sundanese; every answer quotes word for word.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
for _verb in (
    ask,
    brief,
    search,
    cite,
    compare,
    verify,
    evaluate,
    export,
    build,
    check,
    remove,
    backup,
    restore,
):
    app.command()(_verb)
app.add_typer(note, name="note")


@app.command()
def serve(
    host: Annotated[str, typer.Option(help="The address to serve on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port to serve on.")] = 7860,
    data_dir: DataDir = None,
) -> None:
    """Serve the page until interrupted."""
    from corpus.settings import load_settings
    from ui.server import serve as serve_page

    try:
        serve_page(load_settings(data_dir), host, port)
    except KeyboardInterrupt:
        raise typer.Exit(INTERRUPTED) from None


def main() -> None:
    """Run ``sitir``; an expected fault is one line on standard error and exit 1."""
    run(app, "sitir")
