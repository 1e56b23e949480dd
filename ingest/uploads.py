"""Files that readers bring: each is ingested for itself, and none stops the others."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from corpus.errors import SitirError, UnreadableFileError
from corpus.store import Store
from corpus.text import printable
from ingest.build import BuildReport, Outcome, ingest_source
from ingest.readers import MAX_BYTES
from ingest.sources import SourcePath, document_id_of
from ingest.watching import Progress, Watcher

__all__ = ["Upload", "UploadLimits", "add_files"]

_LOG = logging.getLogger(__name__)
_SEPARATORS: Final = re.compile(r"[/\\]")
_LONGEST_NAME: Final = 120


@dataclass(frozen=True, slots=True)
class Upload:
    """A file at ``path`` that its sender calls ``name``; neither is trusted."""

    path: Path
    name: str


@dataclass(frozen=True, slots=True)
class UploadLimits:
    """What one file may take: its size in bytes, and the time until it is stored."""

    most_bytes: int = MAX_BYTES
    seconds: float = 600.0


def add_files(
    store: Store,
    uploads: Sequence[Upload],
    *,
    progress: Callable[[Progress], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
    limits: UploadLimits | None = None,
) -> BuildReport:
    """Ingest files one after the other, each whole or not at all.

    A document is named by its file's name without folders, control characters and
    direction marks. Like in ``build``, one of the same name is replaced, and a file that
    is held already is left alone, whatever it is called.

    Args:
        store: Where they go; questions are answered meanwhile, from what was held before.
        uploads: The files.
        progress: Told of each step.
        cancelled: Asked between steps and batches; once it says so, the document at work
            leaves nothing behind, and those behind it are not begun.
        limits: What one file may take.

    Returns:
        What became of each file, in order. It never raises for what is wrong with one:
        its outcome has the reason, in one line.
    """
    bounds = limits or UploadLimits()
    watcher = Watcher(progress, cancelled, bounds.seconds)
    outcomes: list[Outcome] = []
    for upload in uploads:
        earlier = [one for one in outcomes if one.state in {"added", "replaced"}]
        outcomes.append(_add(store, upload, watcher, bounds, earlier))
    return BuildReport(tuple(outcomes))


def _add(
    store: Store,
    upload: Upload,
    watcher: Watcher,
    limits: UploadLimits,
    earlier: Sequence[Outcome],
) -> Outcome:
    name = _file_name(upload.name)
    source = SourcePath(document_id_of(Path(name).stem), upload.path, name)
    try:
        _require_fit(source, limits, earlier)
        return ingest_source(store, source, watcher)
    except SitirError as error:
        problem = str(error)
    except Exception as error:  # noqa: BLE001 - a reader's bug stops no other file
        _LOG.exception("the file %r could not be ingested", name)
        problem = f"cannot read {name!r}: an unexpected fault ({type(error).__name__}), see the log"
    line = " ".join(problem.split())
    return Outcome(source.document_id, upload.path, "failed", name, problem=line)


def _require_fit(source: SourcePath, limits: UploadLimits, earlier: Sequence[Outcome]) -> None:
    """Refuse a file that is too large, or that another of the same upload stands for.

    Raises:
        UnreadableFileError: It is.
    """
    try:
        size = source.path.stat().st_size
    except OSError as error:
        raise UnreadableFileError(source.name, error.strerror or str(error)) from error
    if size > limits.most_bytes:
        problem = f"{size:,} bytes are more than {limits.most_bytes:,}"
        raise UnreadableFileError(source.name, problem)
    twin = next((one for one in earlier if one.document_id == source.document_id), None)
    if twin is not None and twin.path.read_bytes() != source.path.read_bytes():
        raise UnreadableFileError(
            source.name, f"{twin.name!r} was uploaded with it and has the same name: rename one"
        )


def _file_name(given: str) -> str:
    """Return a name without folders and what cannot be seen, its ending kept."""
    last = printable(_SEPARATORS.split(given.replace("\0", ""))[-1])
    name = Path(last.strip() or "document")
    return f"{name.stem[:_LONGEST_NAME]}{name.suffix}"
