"""Small documents, an encoder without a model, and processes that can be killed."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
from numpy.typing import NDArray

from corpus.errors import EncoderError
from corpus.index import Neighbour
from corpus.records import (
    CitedWork,
    Document,
    Entry,
    Metadata,
    Passage,
    Section,
    Segment,
    Sentence,
    SourceFile,
    Version,
)
from corpus.settings import Settings
from corpus.store import Store
from corpus.text import words

HEADING = "Latar Belakang"
TABLES = ("documents", "files", "sections", "passages", "sentences", "cited_works", "versions")
TABLES += ("entries", "vectors", "postings", "outbox")
PATH = ("PENDAHULUAN", HEADING)


class HashEncoder:
    """Gives each text a vector of its own: only equal texts are near each other."""

    def __init__(self, name: str = "fake", dimension: int = 16, fail_at: int | None = None) -> None:
        self.name = name
        self.digest = hashlib.sha256(f"{name} {dimension}".encode()).hexdigest()
        self.dimension = dimension
        self.fail_at = fail_at
        self.encoded = 0

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.encoded += len(texts)
        if self.fail_at is not None and self.encoded > self.fail_at:
            raise EncoderError(f"encoder {self.name!r} fails as asked")
        return self._vectors(texts)

    def encode_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return self._vectors(texts)

    def _vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        rows = np.empty((len(texts), self.dimension), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            seed = hashlib.shake_256(f"{self.digest} {text}".encode()).digest(4 * self.dimension)
            row[:] = np.frombuffer(seed, dtype="<i4").astype(np.float32)
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def make_document(document_id: str, passages: int = 6, salt: str = "") -> Document:
    """Return a document whose every passage has a text of its own, and a translation."""
    texts = [
        f"Kalimat ke-{number} dari {document_id}{salt} tentang kota. Banjir terjadi di Jakarta."
        for number in range(passages)
    ]
    whole = "\n".join(texts)
    starts = [sum(len(text) + 1 for text in texts[:number]) for number in range(passages)]
    held = tuple(
        _passage(document_id, number, start, text)
        for number, (start, text) in enumerate(zip(starts, texts, strict=True))
    )
    end = len(whole)
    heading = (Version("en", "Background", "project"),)
    return Document(
        document_id=document_id,
        metadata=Metadata(
            title=f"Judul {document_id}",
            title_versions={"en": "Title", "su": "Judul"},
            authors=("A. Penulis", "B. Penulis"),
            held={"en": ("abstract", "Chapter I"), "id": ("abstrak", "BAB I")},
            chapters=(1,),
        ),
        content_hash=hashlib.sha256(whole.encode()).hexdigest(),
        text=whole,
        files=(
            SourceFile("bab-1.txt", 0, "0" * 64, "utf-8", whole, 0, end, (Segment(0, 0, end),)),
        ),
        sections=(Section("1.1", HEADING, 1, 0, "id", "bab-1.txt", PATH, 0, end, heading),),
        passages=held,
    )


def _passage(document_id: str, number: int, start: int, text: str) -> Passage:
    passage_id = f"{document_id}/1.1/{number}"
    middle = text.index(". ") + 1
    spans = ((start, start + middle), (start + middle + 1, start + len(text)))
    sentences = tuple(
        Sentence(
            ordinal,
            first,
            last,
            first,
            last,
            number + 1,
            text[first - start : last - start],
            "prose" if ordinal else "list_item",
            (CitedWork("Situmorang, 2018", "this_sentence"),) if ordinal else (),
        )
        for ordinal, (first, last) in enumerate(spans)
    )
    return Passage(
        passage_id,
        document_id,
        "1.1",
        number,
        HEADING,
        PATH,
        "id",
        "bab-1.txt",
        start,
        start + len(text),
        start,
        start + len(text),
        text,
        sentences,
        passage_id,
        None,
        (Version("en", f"Sentence {number} of {text}", "project", 0),),
        (Version("en", "Background", "project"),),
    )


def entries_of(document: Document) -> tuple[Entry, ...]:
    """Return two entries for each passage: itself and its translation."""
    found: list[Entry] = []
    for passage in document.passages:
        ids = passage.passage_id, passage.document_id
        versions = (passage.passage_id, "id", "source", passage.text)
        translated = (f"{passage.passage_id}@en", "en", "project", passage.versions[0].text)
        for entry_id, language, origin, text in (versions, translated):
            found.append(Entry(entry_id, *ids, language, origin, f"{HEADING}: {text}", words(text)))
    return tuple(found)


def open_store(data_dir: Path, *, create: bool = True, **options: object) -> Store:
    """Open a store with the fake encoder."""
    options = {"encoder": HashEncoder(), **options}
    return Store.open(Settings(data_dir=data_dir), create=create, **options)


def add(store: Store, document_id: str, passages: int = 6, salt: str = "") -> Document:
    """Add a document with its entries and return it."""
    document = make_document(document_id, passages, salt)
    store.add(document, entries_of(document))
    return document


def lost(store: Store, document: Document) -> list[str]:
    """Return the entries that are not the nearest to their own text."""
    held = entries_of(document)
    vectors = HashEncoder().encode_queries([entry.text for entry in held])
    return [
        entry.entry_id
        for entry, vector in zip(held, vectors, strict=True)
        if [near.entry_id for near in store.query_index(vector, 1)[entry.language]]
        != [entry.entry_id]
    ]


def assert_found(store: Store, *documents: str | tuple[str, int, str]) -> None:
    for document in documents:
        args = (document,) if isinstance(document, str) else document
        made = make_document(*args)
        assert store.catalog.document(made.document_id) == made
        assert lost(store, made) == []


def nearest(store: Store, k: int) -> tuple[Neighbour, ...]:
    return store.query_index(HashEncoder().encode_queries(["apa"])[0], k)["id"]


def ask(store: Store, text: str, k: int, **options: list[str]) -> list[str]:
    vector = HashEncoder().encode_queries([text])[0]
    return [near.entry_id for near in store.query_index(vector, k, **options)["id"]]


def count_rows(store: Store) -> dict[str, int]:
    with store.catalog._database.reading() as connection:
        return {
            table: connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()
            for table in TABLES
        }


def uses_index(store: Store) -> bool:
    """Tell whether answers come from the index, not from looking at every vector."""
    return store._nearest._index is not None


def wait_for(condition: Callable[[], bool], seconds: float = 20.0) -> None:
    until = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > until:
            raise TimeoutError("what was waited for did not happen")
        time.sleep(0.005)


class Nursery:
    """A process with everything imported that makes children at once.

    Each child runs one of the functions of ``store_children`` on a data directory and
    writes a line to ``log`` for each change that was acknowledged.
    """

    def __init__(self, log: Path, script: str = "store_children.py") -> None:
        self.log = log
        here = Path(__file__).resolve()
        path = os.pathsep.join([str(here.parent), str(here.parents[2])])
        self._process = subprocess.Popen(
            [sys.executable, str(here.with_name(script)), str(log)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": path, "OPENBLAS_NUM_THREADS": "1"},
        )

    def start(self, action: str, data_dir: Path) -> int:
        """Start a child; return its process id."""
        self.log.write_text("")
        return int(self._ask(f"{action} {data_dir}"))

    def wait(self) -> int:
        """Wait for the child's end; return its status, negative for a signal."""
        return int(self._ask("wait"))

    def lines(self) -> list[str]:
        """Return the whole lines that the child has written."""
        text = self.log.read_text()
        return text[: text.rfind("\n") + 1].splitlines()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait(timeout=20)

    def _ask(self, line: str) -> str:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline().strip()
        if not answer:
            raise RuntimeError(f"the nursery died at {line!r}")
        return answer


@contextmanager
def open_nursery(script: str = "store_children.py") -> Iterator[Nursery]:
    """Yield a nursery whose log is not in pytest's own folder, which only its owner may enter.

    Its children do what is in ``script``, which lies beside this file.
    """
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    with Nursery(folder / "log", script) as made:
        yield made
    shutil.rmtree(folder)
