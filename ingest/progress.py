"""The progress bar of a build, on standard error."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from ingest.watching import Progress

__all__ = ["shown_progress"]


@contextmanager
def shown_progress() -> Iterator[Callable[[Progress], None]]:
    """Show a bar for each document that is encoded; it stays when it is done."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bars

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    bars = Bars(*columns, console=Console(stderr=True))
    tasks: dict[str, TaskID] = {}

    def show(progress: Progress) -> None:
        if progress.step != "encoding" or not progress.done:
            return
        document_id, done, total = progress.document_id, progress.done, progress.total
        if not tasks:  # a bar without a task would leave an empty line
            bars.start()
        if document_id not in tasks:
            tasks[document_id] = bars.add_task(document_id, total=total)
        bars.update(tasks[document_id], completed=done, total=total)

    try:
        yield show
    finally:
        if tasks:
            bars.stop()
