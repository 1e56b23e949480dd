"""From paths on a command line to the documents that they stand for.

A folder with a ``thesis.toml`` is one document, named by the folder; any other file is
a document named by its stem; a folder without ``thesis.toml`` stands for the files in
it that have a reader and the folders in it that have a ``thesis.toml``.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from corpus.errors import DocumentError, UnreadableFileError
from corpus.records import Metadata
from ingest.assembly import Source
from ingest.metadata import FILE_NAME, read_manifest
from ingest.outline import slug
from ingest.readers import READERS, read_file, stored_name
from ingest.titles import title_of

__all__ = ["SourcePath", "document_id_of", "find_sources", "read_source", "shipped_theses"]


@dataclass(frozen=True, slots=True)
class SourcePath:
    """Where a document comes from: a file, or a folder with a ``thesis.toml``.

    ``name`` is the file's own name where its path has another, as an uploaded file's.
    """

    document_id: str
    path: Path
    name: str = ""

    @property
    def shown_name(self) -> str:
        """The name of the file or folder."""
        return self.name or stored_name(self.path)


def document_id_of(stem: str) -> str:
    """Return the id of the document that a name without its ending stands for."""
    digest = sha256(os.fsencode(stem)).hexdigest()
    return slug(stem) or f"document-{digest[:8]}"


def shipped_theses() -> tuple[Path, ...]:
    """Return the folders of the theses that Sitir ships."""
    import corpus

    folder = Path(corpus.__file__).parent / "theses"
    return tuple(sorted(path for path in folder.iterdir() if (path / FILE_NAME).is_file()))


def find_sources(paths: Sequence[Path]) -> tuple[SourcePath, ...]:
    """Return the documents that ``paths`` stand for, in order.

    Raises:
        DocumentError: A path does not exist, a folder holds nothing readable, or two
            paths would be one document; all problems are named at once.
    """
    found: dict[str, Path] = {}
    problems: list[str] = []
    for path in paths:
        for candidate in _candidates(path, problems):
            name = candidate.name if candidate.is_dir() else candidate.stem
            document_id = document_id_of(name)
            if found.setdefault(document_id, candidate).resolve() != candidate.resolve():
                problems.append(
                    f"{str(found[document_id])!r} and {str(candidate)!r} would both be the "
                    f"document {document_id!r}: rename one"
                )
    if problems:
        raise DocumentError("; ".join(problems))
    return tuple(SourcePath(document_id, path) for document_id, path in found.items())


def _candidates(path: Path, problems: list[str]) -> tuple[Path, ...]:
    path = path.resolve() if path.name in {"", ".", ".."} else path
    try:
        if path.is_dir() and not (path / FILE_NAME).is_file():
            inside = tuple(sorted(p for p in path.iterdir() if _is_source(p)))
            if not inside:
                known = ", ".join(sorted(READERS))
                problem = f"no {FILE_NAME} and no {known} file in it"
                problems.append(str(UnreadableFileError(path, problem)))
            return inside
        if path.exists():
            return (path,)
        problems.append(str(UnreadableFileError(path, "no such file")))
    except OSError as error:
        problems.append(str(UnreadableFileError(path, error.strerror or str(error))))
    return ()


def _is_source(path: Path) -> bool:
    """Tell whether what lies in a folder is a document: hidden files are none."""
    if path.is_dir():
        return (path / FILE_NAME).is_file()
    return path.suffix.lower() in READERS and not path.name.startswith(".")


def read_source(source: SourcePath) -> Source:
    """Read the files of a document.

    Raises:
        DocumentError: A file cannot be read or its metadata do not fit.
    """
    if source.path.is_dir():
        manifest = read_manifest(source.path / FILE_NAME)
        files = tuple(read_file(path) for path in manifest.files)
        return Source(source.document_id, manifest.metadata, files, manifest.versions)
    raw = read_file(source.path, source.name)
    return Source(source.document_id, Metadata(title=title_of(raw)), (raw,))
