"""From paths on a command line to the documents that they stand for.

A folder with a ``thesis.toml`` is one document, named by the folder; any other file is
a document named by its stem; a folder without ``thesis.toml`` stands for the files in
it that have a reader.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from corpus.errors import DocumentError, UnreadableFileError
from corpus.records import Metadata
from ingest.assembly import Source
from ingest.metadata import FILE_NAME, read_manifest
from ingest.outline import slug
from ingest.readers import READERS, RawFile, read_file

__all__ = ["SourcePath", "find_sources", "read_source", "shipped_theses"]


@dataclass(frozen=True, slots=True)
class SourcePath:
    """Where a document comes from: a file, or a folder with a ``thesis.toml``."""

    document_id: str
    path: Path


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
            document_id = slug(name) or f"document-{sha256(name.encode()).hexdigest()[:8]}"
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
    if path.is_dir() and not (path / FILE_NAME).is_file():
        inside = tuple(sorted(p for p in path.iterdir() if p.suffix.lower() in READERS))
        if not inside:
            known = ", ".join(sorted(READERS))
            problems.append(f"cannot read {str(path)!r}: no {FILE_NAME} and no {known} file in it")
        return inside
    if not path.exists():
        problems.append(str(UnreadableFileError(path, "no such file")))
        return ()
    return (path,)


def read_source(source: SourcePath) -> Source:
    """Read the files of a document.

    Raises:
        DocumentError: A file cannot be read or its metadata do not fit.
    """
    if source.path.is_dir():
        manifest = read_manifest(source.path / FILE_NAME)
        files = tuple(read_file(path) for path in manifest.files)
        return Source(source.document_id, manifest.metadata, files, manifest.versions)
    raw = read_file(source.path)
    return Source(source.document_id, Metadata(title=_title(raw, source.path)), (raw,))


def _title(raw: RawFile, path: Path) -> str:
    """Return a Markdown file's only first-level heading, else the file's name in words."""
    headings = re.findall(r"^#[ \t]+(\S.*?)[ \t]*#*$", raw.text, flags=re.MULTILINE)
    if path.suffix.lower() == ".md" and len(headings) == 1:
        return str(headings[0])
    return re.sub(r"[-_\s]+", " ", path.stem).strip() or path.name
