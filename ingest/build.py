"""Building the corpus: each document is read, assembled, and stored whole or not at all."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from corpus.encoder import load_language_classifier
from corpus.entries import document_entries
from corpus.errors import DocumentError, UnreadableFileError
from corpus.records import Document
from corpus.store import Store
from ingest.assembly import assemble
from ingest.readers import stored_name
from ingest.sources import SourcePath, find_sources, read_source, shipped_theses

__all__ = ["BuildReport", "Outcome", "Progress", "build"]

State = Literal["added", "replaced", "unchanged", "failed"]


class Progress(Protocol):
    """Is told how far a build is."""

    def __call__(self, document_id: str, done: int, total: int) -> None:
        """``done`` of ``total`` searched texts of the document are stored."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source. ``problem`` is set when it failed."""

    document_id: str
    path: Path
    state: State
    sections: int = 0
    passages: int = 0
    versions: int = 0
    languages: tuple[str, ...] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did, source by source."""

    outcomes: tuple[Outcome, ...]

    @property
    def failed(self) -> tuple[Outcome, ...]:
        """The sources that could not be ingested."""
        return tuple(outcome for outcome in self.outcomes if outcome.state == "failed")


def build(
    store: Store, paths: Sequence[Path] = (), progress: Progress | None = None
) -> BuildReport:
    """Ingest ``paths``, or the shipped theses when there are none.

    A source that is held already and has not changed is left alone; a changed one
    replaces its own passages only. One that fails leaves what was held of it.

    Raises:
        DocumentError: The paths do not stand for documents.
        StorageError: The store cannot be written.
    """
    sources = find_sources(paths or shipped_theses())
    return BuildReport(tuple(_ingest(store, source, progress) for source in sources))


def _ingest(store: Store, source: SourcePath, progress: Progress | None) -> Outcome:
    held = store.catalog.content_hash(source.document_id)
    try:
        content = read_source(source)
        if held == content.content_hash:
            return _outcome(source, "unchanged", store.catalog.document(source.document_id))
        if held is not None:
            _require_same_source(source, store.catalog.document(source.document_id))
        document = assemble(content, store.encoder, load_language_classifier().probabilities)
        _require_text(source, document)
    except DocumentError as error:
        return Outcome(source.document_id, source.path, "failed", problem=str(error))
    store.add(document, document_entries(document), progress=_told(progress, source.document_id))
    return _outcome(source, "added" if held is None else "replaced", document)


def _require_same_source(source: SourcePath, held: Document) -> None:
    """Refuse a file that would take the place of another one, whose name is only similar.

    Raises:
        DocumentError: The file's name is another than that of the file that is held.
    """
    if source.path.is_dir() or len(held.files) != 1:
        return
    names = (held.files[0].name, stored_name(source.path))
    if len({unicodedata.normalize("NFC", Path(name).stem).casefold() for name in names}) > 1:
        raise DocumentError(
            f"{str(source.path)!r} would take the place of {held.files[0].name!r}, which is the "
            f"document {source.document_id!r} already: rename the file, or remove that one first"
        )


def _require_text(source: SourcePath, document: Document) -> None:
    if not document.passages:
        raise UnreadableFileError(source.path, "there is no text under its headings")


def _told(progress: Progress | None, document_id: str) -> Callable[[int, int], None] | None:
    if progress is None:
        return None
    return lambda done, total: progress(document_id, done, total)


def _outcome(source: SourcePath, state: State, document: Document) -> Outcome:
    return Outcome(
        document_id=source.document_id,
        path=source.path,
        state=state,
        sections=len(document.sections),
        passages=len(document.passages),
        versions=sum(len(passage.versions) for passage in document.passages),
        languages=tuple(sorted({passage.language for passage in document.passages})),
    )
