"""Building the corpus: each document is read, assembled, and stored whole or not at all."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from corpus.encoder import load_language_classifier
from corpus.entries import document_entries
from corpus.errors import DocumentError, UnreadableFileError
from corpus.records import Document
from corpus.store import Store
from ingest.assembly import Source, assemble
from ingest.sources import SourcePath, find_sources, read_source, shipped_theses
from ingest.splitting import SPLITTER
from ingest.watching import NOBODY, Cancelled, Watch, Watcher

__all__ = ["BuildReport", "Outcome", "build", "ingest_source"]

State = Literal["added", "replaced", "unchanged", "failed", "cancelled"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source, called ``name``. ``problem`` is set when it failed.

    ``unchanged`` is also a file that is held under another name; then ``document_id`` is
    that document's.
    """

    document_id: str
    path: Path
    state: State
    name: str = ""
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


def build(store: Store, paths: Sequence[Path] = (), watcher: Watcher = NOBODY) -> BuildReport:
    """Ingest ``paths``, or the shipped theses when there are none.

    A source that is held already and has not changed is left alone; a changed one
    replaces its own passages only. One that fails leaves what was held of it, and so does
    one that is cancelled; those behind it are then cancelled too.

    Raises:
        DocumentError: The paths do not stand for documents.
        StorageError: The store cannot be written.
    """
    sources = find_sources(paths or shipped_theses())
    return BuildReport(tuple(ingest_source(store, source, watcher) for source in sources))


def ingest_source(store: Store, source: SourcePath, watcher: Watcher) -> Outcome:
    """Ingest one source, whole or not at all, and return what became of it.

    Raises:
        StorageError: The store cannot be written.
        EncoderError: The encoder cannot be used.
    """
    watch = Watch(source.document_id, source.shown_name, watcher)
    try:
        return _ingest(store, source, watch)
    except DocumentError as error:
        return _without(source, "failed", str(error))
    except Cancelled:
        return _without(source, "cancelled")


def _ingest(store: Store, source: SourcePath, watch: Watch) -> Outcome:
    watch.begin("reading")
    content = read_source(source)
    held = store.catalog.content_hash(source.document_id)
    same = held if held == content.content_hash else None
    known = source.document_id if same else _same_file(store, source, content, held)
    if known is not None:
        return _outcome(source, "unchanged", store.catalog.document(known))
    if held is not None:
        _require_same_source(source, store.catalog.document(source.document_id))
    document = assemble(
        content, store.encoder, watch.over(load_language_classifier().probabilities), watch.begin
    )
    _require_text(source, document)
    entries = document_entries(document)
    watch.begin("encoding", 0, len(entries))
    store.add(document, entries, splitter=SPLITTER, progress=watch.encoded)
    watch.end()
    return _outcome(source, "added" if held is None else "replaced", document)


def _same_file(store: Store, source: SourcePath, content: Source, held: str | None) -> str | None:
    """Return the document that is made of this very file, which has a new name."""
    if held is not None or source.path.is_dir():
        return None
    return next(iter(store.catalog.documents_of_file(content.files[0].sha256)), None)


def _require_same_source(source: SourcePath, held: Document) -> None:
    """Refuse a file that would take the place of another one, whose name is only similar.

    Raises:
        DocumentError: The file's name is another than that of the file that is held.
    """
    if source.path.is_dir() or len(held.files) != 1:
        return
    names = (held.files[0].name, source.shown_name)
    if len({unicodedata.normalize("NFC", Path(name).stem).casefold() for name in names}) > 1:
        raise DocumentError(
            f"{source.shown_name!r} would take the place of {held.files[0].name!r}, which is the "
            f"document {source.document_id!r} already: rename the file, or remove that one first"
        )


def _require_text(source: SourcePath, document: Document) -> None:
    if not document.passages:
        raise UnreadableFileError(source.name or source.path, "there is no text under its headings")


def _without(source: SourcePath, state: State, problem: str = "") -> Outcome:
    return Outcome(source.document_id, source.path, state, source.shown_name, problem=problem)


def _outcome(source: SourcePath, state: State, document: Document) -> Outcome:
    return Outcome(
        document_id=document.document_id,
        path=source.path,
        state=state,
        name=source.shown_name,
        sections=len(document.sections),
        passages=len(document.passages),
        versions=sum(len(passage.versions) for passage in document.passages),
        languages=tuple(sorted({passage.language for passage in document.passages})),
    )
