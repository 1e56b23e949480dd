"""How far an evaluation is, on standard error."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.progress import Progress as Bars
    from rich.progress import TaskID

__all__ = ["Progress", "shown_progress"]

T = TypeVar("T")


class Progress:
    """Is told how far each part of a run is; this one keeps it to itself."""

    def show(self, part: str, done: int, total: int) -> None:
        """Take note that ``done`` of ``total`` steps of a part are done."""

    def of(self, part: str) -> Callable[[int, int], None]:
        """Return what to call with (done, total) of one part."""
        return lambda done, total: self.show(part, done, total)

    def through(self, part: str, steps: Sequence[T]) -> Iterator[T]:
        """Yield ``steps``, each of which is done when the next is asked for."""
        for done, step in enumerate(steps):
            self.show(part, done, len(steps))
            yield step
        self.show(part, len(steps), len(steps))


class _Bars(Progress):
    def __init__(self, bars: Bars) -> None:
        self._bars = bars
        self._tasks: dict[str, TaskID] = {}

    def show(self, part: str, done: int, total: int) -> None:
        if part not in self._tasks:
            self._tasks[part] = self._bars.add_task(part, total=total)
        self._bars.update(self._tasks[part], completed=done, total=total)


@contextmanager
def shown_progress() -> Iterator[Progress]:
    """Show a bar for each part where there is someone to see it, nothing in a file."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bars

    console = Console(stderr=True)
    if not console.is_terminal:
        yield Progress()
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Bars(*columns, console=console) as bars:
        yield _Bars(bars)
