"""Documents that come and go while the page is served."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from corpus.store import Store
from ingest import Outcome, Progress, Upload, UploadLimits, add_files, readable_suffixes

__all__ = ["Library", "StoreLibrary"]


class Library(Protocol):
    """Takes files in and documents out."""

    @property
    def suffixes(self) -> Sequence[str]:
        """The endings of the files that can be read, in lower case."""

    @property
    def most_bytes(self) -> int:
        """How large a file may be."""

    def add(
        self,
        path: Path,
        name: str,
        progress: Callable[[Progress], None],
        cancelled: Callable[[], bool],
    ) -> Outcome:
        """Ingest the file at ``path``, which its sender calls ``name``."""

    def remove(self, document_id: str) -> None:
        """Remove a document."""


class StoreLibrary:
    """The library of a store."""

    def __init__(self, store: Store, limits: UploadLimits) -> None:
        self._store = store
        self._limits = limits

    @property
    def suffixes(self) -> tuple[str, ...]:
        """See ``Library``."""
        return readable_suffixes()

    @property
    def most_bytes(self) -> int:
        """See ``Library``."""
        return self._limits.most_bytes

    def add(
        self,
        path: Path,
        name: str,
        progress: Callable[[Progress], None],
        cancelled: Callable[[], bool],
    ) -> Outcome:
        """Ingest a file; what is wrong with it is in the outcome."""
        report = add_files(
            self._store,
            [Upload(path, name)],
            progress=progress,
            cancelled=cancelled,
            limits=self._limits,
        )
        return report.outcomes[0]

    def remove(self, document_id: str) -> None:
        """Remove a document.

        Raises:
            UnknownDocumentError: None of that id is held.
            WriterBusyError: Another process is writing.
        """
        self._store.remove(document_id)
