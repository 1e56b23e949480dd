"""BM25 on words, by bm25s with its defaults but without a list of English stop words.

Accents are dropped: Sundanese is written with and without them.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import bm25s
import numpy as np

from tests.benchmarks.peers.exchange import ANY, Task
from tests.benchmarks.peers.serving import Searcher, serve


class Words(Searcher):
    packages = ("bm25s", "numpy")

    def index(self, task: Task) -> None:
        self._ids = [unit.unit_id for unit in task.units]
        self._languages = np.array([unit.passage_language for unit in task.units])
        self._index = indexed([unit.text for unit in task.units])

    def index_sample(self, texts: Sequence[str]) -> bool:
        indexed(texts)
        return True

    def rank(self, question: str, limit: int, language: str = ANY) -> Sequence[str]:
        mask = None if language == ANY else (self._languages == language).astype(np.float32)
        found, scores = self._index.retrieve(
            tokens([question]),
            k=min(limit, len(self._ids)),
            show_progress=False,
            weight_mask=mask,
        )
        return [self._ids[i] for i, s in zip(found[0], scores[0], strict=True) if s > 0]


def indexed(texts: Sequence[str]) -> bm25s.BM25:
    index = bm25s.BM25()
    index.index(tokens(texts), show_progress=False)
    return index


def tokens(texts: Sequence[str]) -> list[list[str]]:
    plain = [without_accents(text) for text in texts]
    return bm25s.tokenize(plain, stopwords=None, return_ids=False, show_progress=False)


def without_accents(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(char for char in decomposed if not unicodedata.combining(char))


if __name__ == "__main__":
    serve(Words, Path(sys.argv[1]), Path(sys.argv[2]))
