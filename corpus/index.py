"""The index: nearest vectors, by Chroma. The only module that knows Chroma.

One collection for each language, so that each has its share of candidates. What is kept
here can always be made again from the catalog.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Self

import numpy as np
from numpy.typing import NDArray

from corpus.errors import StorageError
from corpus.language import LANGUAGES, Language
from corpus.statement import IndexStatement

if TYPE_CHECKING:
    from chromadb.api.client import Client
    from chromadb.api.models.Collection import Collection

__all__ = ["Index", "IndexFaultError", "Neighbour"]

DATABASE_NAME: Final = "chroma.sqlite3"
HNSW: Final = {
    "space": "cosine",
    "ef_construction": 200,
    "ef_search": 200,
    "max_neighbors": 24,
    # Each batch goes to the files of the graph at once: what waits in Chroma's queue is
    # put into the graph anew whenever it is opened (900 vectors: 0.2 seconds).
    "batch_size": 2,
    "sync_threshold": 2,
}
SPELLINGS: Final = 500
"""How many indexes a process may have open; a path may be some thousands of characters."""


class IndexFaultError(StorageError):
    """The index cannot be opened or does not answer; the catalog can make it again."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An entry near a vector; ``similarity`` is the cosine, from -1 to 1."""

    entry_id: str
    similarity: float


class Index:
    """One Chroma database in a folder of its own.

    Several threads may query at once. A process sees its own changes, not those that
    another makes after this was opened: close it and open it again for those.
    """

    def __init__(self, folder: Path, client: Client, collections: dict[str, Collection]) -> None:
        self.folder = folder
        self._client: Client | None = client
        self._collections = collections
        self._idle = threading.Condition()
        self._users = 0

    @classmethod
    def create(cls, folder: Path, statement: IndexStatement) -> Self:
        """Make an empty index in a folder that does not exist yet.

        Raises:
            StorageError: The folder cannot be made, or the database in it.
        """
        try:
            folder.mkdir(parents=True)
        except OSError as error:
            raise StorageError(f"cannot make the index {str(folder)!r}: {error}") from error
        return cls._open(folder, statement)

    @classmethod
    def open(cls, folder: Path, statement: IndexStatement) -> Self:
        """Open the index in ``folder``, which must have been made as ``statement`` says.

        Raises:
            IndexFaultError: There is none, or it cannot be read.
            IndexMismatchError: It was made another way.
        """
        if not (folder / DATABASE_NAME).is_file():
            raise IndexFaultError(f"there is no index in {str(folder)!r}")
        return cls._open(folder, None).require(statement)

    @classmethod
    def _open(cls, folder: Path, made: IndexStatement | None) -> Self:
        with _translated(folder):
            client = _connect(folder)
            try:
                collections = {name: _collection(client, name, made) for name in LANGUAGES}
            except BaseException:
                client.close()
                raise
            return cls(folder, client, {str(name): held for name, held in collections.items()})

    def require(self, statement: IndexStatement) -> Self:
        """Return the index if it was made as ``statement`` says, else close it and raise.

        Raises:
            IndexMismatchError: It was made another way.
            IndexFaultError: It does not say how it was made.
        """
        try:
            for language in LANGUAGES:
                self._statement(language).require(statement)
        except BaseException:
            self.close()
            raise
        return self

    def _statement(self, language: Language) -> IndexStatement:
        found = IndexStatement.from_mapping(self._collections[language].metadata or {})
        if found is None:
            raise IndexFaultError(f"the index {str(self.folder)!r} does not say how it was made")
        return found

    def upsert(
        self, language: Language, entry_ids: Sequence[str], vectors: NDArray[np.float32]
    ) -> None:
        """Put entries of one language in, new or changed; row ``i`` is entry ``i``'s vector.

        Raises:
            IndexFaultError: It failed, perhaps in the middle; doing it again does no harm.
        """
        with self._using() as client:
            size = client.get_max_batch_size()
            for start in range(0, len(entry_ids), size):
                part = slice(start, start + size)
                self._collections[language].upsert(
                    ids=list(entry_ids[part]),
                    embeddings=np.ascontiguousarray(vectors[part], dtype=np.float32),
                )

    def delete(self, language: Language, entry_ids: Sequence[str]) -> None:
        """Take entries of one language out; those that are not there do not matter.

        Raises:
            IndexFaultError: It failed, perhaps in the middle; doing it again does no harm.
        """
        with self._using() as client:
            size = client.get_max_batch_size()
            for start in range(0, len(entry_ids), size):
                self._collections[language].delete(ids=list(entry_ids[start : start + size]))

    def query(
        self, vector: NDArray[np.float32], language: Language, k: int
    ) -> tuple[Neighbour, ...]:
        """Return the ``k`` (from 1) entries of a language nearest to ``vector``, nearest first.

        Fewer when there are fewer. Ties are in the order of their ids. There is no
        filter: an approximate index finds too little behind one (``ExactScan`` does).

        Raises:
            IndexFaultError: The index does not answer.
        """
        return self.query_many(vector[np.newaxis], language, k)[0]

    def query_many(
        self, vectors: NDArray[np.float32], language: Language, k: int
    ) -> tuple[tuple[Neighbour, ...], ...]:
        """Return what ``query`` does for each row of ``vectors``, shape (n, dimension)."""
        with self._using():
            found = self._collections[language].query(
                query_embeddings=np.ascontiguousarray(vectors, dtype=np.float32),
                n_results=k,
                include=["distances"],
            )
        distances = found["distances"] or []
        return tuple(
            _neighbours(ids, row) for ids, row in zip(found["ids"], distances, strict=True)
        )

    def count(self, language: Language) -> int:
        """Return how many entries of a language are in.

        Raises:
            IndexFaultError: The index does not answer.
        """
        with self._using():
            return self._collections[language].count()

    def ids(self, language: Language) -> tuple[str, ...]:
        """Return the ids of all entries of a language, sorted.

        Raises:
            IndexFaultError: The index does not answer.
        """
        with self._using():
            return tuple(sorted(self._collections[language].get(include=[])["ids"]))

    def close(self) -> None:
        """Wait for running queries, then free all: files, memory, and what was cached.

        Opened again, the index shows what other processes wrote in the meantime.
        """
        with self._idle:
            self._idle.wait_for(lambda: self._users == 0)
            client, self._client = self._client, None
            self._collections = {}
        if client is not None:
            with _translated(self.folder):
                client.close()

    @contextmanager
    def _using(self) -> Iterator[Client]:
        with self._idle:
            client = self._client
            if client is None:
                raise IndexFaultError(f"the index {str(self.folder)!r} is closed")
            self._users += 1
        try:
            with _translated(self.folder):
                yield client
        finally:
            with self._idle:
                self._users -= 1
                self._idle.notify_all()


def _neighbours(ids: Sequence[str], distances: Sequence[float]) -> tuple[Neighbour, ...]:
    similarities = (min(1.0, 1.0 - far) for far in distances)
    found = (Neighbour(*pair) for pair in zip(ids, similarities, strict=True))
    return tuple(sorted(found, key=lambda near: (-near.similarity, near.entry_id)))


_spellings = count()


def _connect(folder: Path) -> Client:
    import chromadb
    from chromadb.api.client import Client
    from chromadb.api.shared_system_client import SharedSystemClient
    from chromadb.config import Settings

    # Chroma shares one system among all clients of a path, and with it what that system
    # has read: a spelling of its own gives each index a system of its own.
    spelling = str(folder.absolute()) + "/." * (1 + next(_spellings) % SPELLINGS)
    make_settings: Any = Settings
    settings = make_settings(
        _env_file=None,
        anonymized_telemetry=False,
        chroma_api_impl="chromadb.api.rust.RustBindingsAPI",
        chroma_otel_collection_endpoint="",
        allow_reset=False,
    )
    try:
        client = chromadb.PersistentClient(spelling, settings=settings)
    except BaseException:
        # A system that fails to start stays behind, to be found by the next of its name.
        SharedSystemClient._identifier_to_system.pop(spelling, None)  # noqa: SLF001
        raise
    if not isinstance(client, Client):
        raise TypeError(f"chromadb gave a client that cannot be closed: {type(client)}")
    return client


def _collection(client: Client, language: str, made: IndexStatement | None) -> Collection:
    name = f"entries-{language}"
    if made is None:
        return client.get_collection(name, embedding_function=None)
    hnsw: Any = HNSW
    return client.create_collection(
        name,
        embedding_function=None,
        metadata=dict(made.to_mapping()),
        configuration={"hnsw": hnsw},
    )


@contextmanager
def _translated(folder: Path) -> Iterator[None]:
    """Turn whatever Chroma raises into our own error; its own tree is not complete."""
    try:
        yield
    except (StorageError, MemoryError, AssertionError):
        raise
    except Exception as error:
        raise _fault(folder, error) from error
    except BaseException as error:
        # What panics in Rust arrives outside of the tree of exceptions.
        if type(error).__name__ != "PanicException":
            raise
        raise _fault(folder, error) from error


def _fault(folder: Path, error: BaseException) -> IndexFaultError:
    return IndexFaultError(f"the index {str(folder)!r} fails: {type(error).__name__}: {error}")
