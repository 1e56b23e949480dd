"""Ask an index for every entry by its own vector: ``python -m corpus.index_check DATA_DIR``.

Runs in a process of its own, since a damaged index may end the process that reads it.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import numpy as np

from corpus.catalog import Catalog, EntryVectors
from corpus.errors import SitirError, StorageError
from corpus.index import Index, Neighbour
from corpus.language import LANGUAGES, Language

__all__ = ["check_in_child", "find_faults", "index_folder", "main"]

SAME: Final = 0.99999
"""The least similarity of a vector to itself, after rounding."""

NEIGHBOURS: Final = 5
SHOWN: Final = 20
START_SECONDS: Final = 60.0
SECONDS_PER_ENTRY: Final = 0.02


def index_folder(data_dir: Path, index_name: str) -> Path:
    """Return the folder of the index of that name."""
    return data_dir / "index" / index_name


def check_in_child(data_dir: Path, entries: int) -> tuple[str, ...]:
    """Check the current index in another process; return what is wrong, line by line.

    A child that dies or hangs is a fault of the index like any other. No other process
    may change the index meanwhile.
    """
    root = str(Path(__file__).resolve().parent.parent)
    path = os.pathsep.join(filter(None, [root, os.environ.get("PYTHONPATH", "")]))
    limit = START_SECONDS + SECONDS_PER_ENTRY * entries
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-P", "-m", "corpus.index_check", str(data_dir.absolute())],
            capture_output=True,
            text=True,
            timeout=limit,
            check=False,
            env={**os.environ, "PYTHONPATH": path},
        )
    except subprocess.TimeoutExpired:
        return (f"index: no answer in {limit:.0f} seconds",)
    except OSError as error:
        return (f"index: cannot be checked: {error}",)
    if done.returncode != 0:
        last = done.stderr.strip().splitlines()[-1:]
        return (f"index: reading it ends the process ({done.returncode}) {' '.join(last)}".strip(),)
    return tuple(json.loads(done.stdout))


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the faults of the index in a data directory to standard output, as JSON."""
    parser = argparse.ArgumentParser(prog="corpus.index_check", description=__doc__)
    parser.add_argument("data_dir", type=Path, metavar="DATA_DIR")
    data_dir = parser.parse_args(arguments).data_dir
    try:
        catalog = Catalog.open(data_dir)
        try:
            faults = _faults_of(catalog)
        finally:
            catalog.close()
    except SitirError as error:
        faults = (f"index: {error}",)
    sys.stdout.write(json.dumps(faults[:SHOWN]) + "\n")
    return 0


def _faults_of(catalog: Catalog) -> tuple[str, ...]:
    state = catalog.state()
    if state.statement is None or not state.index_name:
        return ("index: there is none",)
    index = Index.open(index_folder(catalog.data_dir, state.index_name), state.statement)
    try:
        return tuple(find_faults(catalog, index, state.statement.digest))
    finally:
        index.close()


def find_faults(catalog: Catalog, index: Index, digest: str) -> Iterator[str]:
    """Yield what the index has wrong; entries with pending work are left out.

    Raises:
        StorageError: The index, or the catalog, cannot be read.
    """
    pending = frozenset(place.entry_id for place in catalog.pending(sys.maxsize))
    for language in LANGUAGES:
        held = frozenset(catalog.entry_ids(language)) - pending
        there = frozenset(index.ids(language)) - pending
        yield from (f"index: {entry_id!r} is missing" for entry_id in sorted(held - there))
        yield from (f"index: {entry_id!r} is not held" for entry_id in sorted(there - held))
        for part in catalog.vectors(digest, language):
            yield from _lost(index, language, part, held & there)


def _lost(
    index: Index, language: Language, part: EntryVectors, wanted: frozenset[str]
) -> Iterator[str]:
    lengths = np.linalg.norm(part.vectors, axis=1)
    rows = [
        row
        for row, entry_id in enumerate(part.entry_ids)
        if entry_id in wanted and lengths[row] > 0
    ]
    answers = index.query_many(part.vectors[rows], language, NEIGHBOURS) if rows else ()
    for row, answer in zip(rows, answers, strict=True):
        if not _holds(answer, part.entry_ids[row]):
            yield f"index: {part.entry_ids[row]!r} is not found by its own vector"


def _holds(answer: Sequence[Neighbour], entry_id: str) -> bool:
    same = [near for near in answer if near.similarity >= SAME]
    # With as many equal texts as were asked for, this one may be among those left out.
    return len(same) == NEIGHBOURS or any(near.entry_id == entry_id for near in same)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except StorageError as fault:
        sys.exit(str(fault))
