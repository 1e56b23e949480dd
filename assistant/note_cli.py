"""The commands ``note add``, ``note list`` and ``note remove``: signed notes beside the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

import typer

from corpus.commands import DataDir

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from corpus.catalog import Catalog
    from corpus.records import Passage, Span
    from corpus.remarks import Note

__all__ = ["note"]

note = typer.Typer(
    help="Notes that librarians and authors attach to the text; they travel with its quotes.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)


@note.command()
def add(
    passage_id: Annotated[str, typer.Argument(metavar="PASSAGE_ID", help="The passage noted on.")],
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What is noted.")],
    author: Annotated[
        str, typer.Option("--author", metavar="NAME", help="Who notes it; shown with the note.")
    ],
    quote: Annotated[
        str | None,
        typer.Option(
            "--quote",
            metavar="WORDS",
            help="The words of the passage that the note is on. Default: all of it.",
            show_default=False,
        ),
    ] = None,
    data_dir: DataDir = None,
) -> None:
    """Attach a note to a passage, or to some of its words; also while the page runs."""
    with _opened(data_dir) as catalog:
        passage = catalog.passage(passage_id)
        span = _span(passage, quote)
        words = passage.text[span.start - passage.start : span.end - passage.start]
        made = catalog.add_note(
            passage.document_id, span.start, span.end, words, text=text, author=author
        )
    typer.echo(_told(made))


@note.command("list")
def list_notes(
    document: Annotated[
        str | None,
        typer.Option("--document", metavar="ID", help="Notes on this document only."),
    ] = None,
    data_dir: DataDir = None,
) -> None:
    """List notes in the order of the text, with what they are on."""
    with _opened(data_dir) as catalog:
        if document is not None:
            catalog.canonical_text(document)
        found = catalog.notes() if document is None else catalog.notes(document)
    typer.echo("\n\n".join(map(_told, found)) or "no notes")


@note.command()
def remove(
    note_id: Annotated[str, typer.Argument(metavar="NOTE_ID", help="As listed.")],
    data_dir: DataDir = None,
) -> None:
    """Remove a note from the text that it is on."""
    with _opened(data_dir) as catalog:
        catalog.remove_note(note_id)
    typer.echo(f"removed {note_id}")


def _opened(data_dir: Path | None) -> AbstractContextManager[Catalog]:
    from contextlib import closing

    from corpus.catalog import Catalog
    from corpus.settings import load_settings

    return closing(Catalog.open(load_settings(data_dir).data_dir))


def _span(passage: Passage, quote: str | None) -> Span:
    """Return where the note goes.

    Raises:
        NoteError: The words do not stand in the passage exactly once.
    """
    from corpus.errors import NoteError
    from corpus.records import Span

    if quote is None:
        return Span(passage.start, passage.end)
    found = list(_places(passage.text, quote))
    if len(found) != 1:
        times = f"{len(found)} times" if found else "nowhere"
        raise NoteError(
            f"{quote!r} stands {times} in {passage.passage_id!r}: give words that stand there once"
        )
    start = passage.start + found[0].start()
    return Span(start, start + len(found[0].group()))


def _places(text: str, quote: str) -> Iterator[re.Match[str]]:
    words = quote.split()
    return re.finditer(r"\s+".join(map(re.escape, words)), text) if words else iter(())


def _told(made: Note) -> str:
    where = f"{made.document_id} [{made.start}, {made.end})"
    head = f"{made.note_id}  {where}{'  detached' if made.detached else ''}"
    signed = f"— {made.author}, {made.created_at.date().isoformat()}"
    return f"{head}\n“{made.quote}”\n{made.text} {signed}"
