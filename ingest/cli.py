"""The command line of ingestion: ``build``, ``check``, ``remove``, ``backup``, ``restore``.

What a command needs is imported by the command, so that ``--help`` is quick.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corpus.commands import DataDir

if TYPE_CHECKING:
    from ingest.build import BuildReport

__all__ = ["app", "backup", "build", "check", "remove", "restore"]

app = typer.Typer(
    help="Build and keep the corpus.", no_args_is_help=True, pretty_exceptions_enable=False
)


@app.command()
def build(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATH ...]",
            help="Files, or folders with a thesis.toml. Default: the theses that Sitir ships.",
            show_default=False,
        ),
    ] = None,
    rebuild: Annotated[
        bool,
        typer.Option("--rebuild", help="Make the index anew, with the encoder of the settings."),
    ] = False,
    data_dir: DataDir = None,
) -> None:
    """Read, split, embed and store documents; what has not changed is left alone."""
    from corpus.settings import load_settings
    from corpus.store import Store
    from ingest.build import build as build_documents
    from ingest.progress import shown_progress
    from ingest.splitting import SPLITTER
    from ingest.watching import Progress, Watcher

    settings = load_settings(data_dir)
    with (
        Store.open(settings, splitter=SPLITTER, create=True, mismatch_ok=rebuild) as store,
        shown_progress() as progress,
    ):
        if rebuild:
            store.rebuild(
                reencode=True,
                progress=lambda done, total: progress(
                    Progress("index", "index", "encoding", done, total)
                ),
            )
        report = build_documents(store, paths or (), Watcher(progress))
    _print_report(report, settings.data_dir)
    if report.failed:
        raise typer.Exit(1)


@app.command()
def check(data_dir: DataDir = None) -> None:
    """Look every passage up by its own text; repair the index if one is not found."""
    from corpus.settings import load_settings
    from corpus.store import Store

    with Store.open(load_settings(data_dir)) as store:
        report = store.check()
    typer.echo(
        f"{report.documents} documents, {report.passages} passages, {report.entries} searched texts"
    )
    for line in report.repaired:
        typer.echo(f"repaired: {line}")
    for line in report.damage:
        typer.echo(f"damaged: {line}", err=True)
    if report.damage:
        raise typer.Exit(1)
    typer.echo("sound")


@app.command()
def remove(
    document_id: Annotated[str, typer.Argument(metavar="DOCUMENT_ID", help="Its id.")],
    data_dir: DataDir = None,
) -> None:
    """Remove a document and all that was made of it."""
    from corpus.settings import load_settings
    from corpus.store import Store

    with Store.open(load_settings(data_dir)) as store:
        store.remove(document_id)
    typer.echo(f"removed {document_id}")


@app.command()
def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where the copy goes.")],
    data_dir: DataDir = None,
) -> None:
    """Copy all that is kept to one file, also while the page runs."""
    from corpus.settings import load_settings
    from corpus.store import Store

    with Store.open(load_settings(data_dir)) as store:
        store.backup(file)
    typer.echo(f"backed up to {file}")


@app.command()
def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A copy that backup made.")],
    data_dir: DataDir = None,
) -> None:
    """Put a backup in the place of what is kept now."""
    from corpus.keeping import restore as restore_copy
    from corpus.settings import load_settings

    settings = load_settings(data_dir)
    restore_copy(file, settings.data_dir)
    typer.echo(f"restored {file} to {settings.data_dir}")


def _print_report(report: BuildReport, data_dir: Path) -> None:
    for outcome in report.outcomes:
        if outcome.state == "failed":
            typer.echo(f"failed     {outcome.document_id}: {outcome.problem}", err=True)
            continue
        typer.echo(
            f"{outcome.state:<10} {outcome.document_id}: {outcome.sections} sections, "
            f"{outcome.passages} passages, {outcome.versions} versions of sentences, "
            f"languages {', '.join(outcome.languages)}"
        )
    typer.echo(f"corpus in {data_dir}")
