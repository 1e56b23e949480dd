"""Sitir itself as one of the systems compared, in a process of its own."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from assistant.question import read_question
from assistant.retriever import Retriever
from corpus.encoder import load_bundled, load_language_classifier
from corpus.language import parse_language
from tests.benchmarks.corpora import built_assistant
from tests.benchmarks.judged_task import DEEPEST
from tests.benchmarks.peers.exchange import ANY, Task
from tests.benchmarks.peers.serving import Searcher, folder_bytes, serve


class Sitir(Searcher):
    """Reads the thesis itself; what it ranks are groups, each as one of its passages."""

    packages = ("chromadb", "model2vec", "numpy")

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._encoder = load_bundled()
        load_language_classifier()

    def index(self, task: Task) -> None:
        store = built_assistant(self._folder, versions=task.versions).store
        self._retriever = Retriever(store)

    def rank(self, question: str, limit: int, language: str = ANY) -> Sequence[str]:
        found = self._retriever.retrieve(
            read_question(question),
            k=min(limit, DEEPEST),
            languages=None if language == ANY else (parse_language(language),),
        )
        return [scored.passage.passage_id for scored in found.passages]

    def encode(self, question: str) -> bool:
        self._encoder.encode_queries([question])
        return True

    def disk(self) -> int:
        return folder_bytes(self._folder / "data")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        serve(lambda: Sitir(Path(temporary)), Path(sys.argv[1]), Path(sys.argv[2]))
