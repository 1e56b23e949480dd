"""Character 3-5-grams within words, weighted by TF-IDF, compared by cosine; scikit-learn."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from tests.benchmarks.peers.exchange import ANY, Task
from tests.benchmarks.peers.serving import Searcher, serve


class Ngrams(Searcher):
    packages = ("scikit-learn", "scipy", "numpy")

    def index(self, task: Task) -> None:
        self._ids = [unit.unit_id for unit in task.units]
        self._languages = np.array([unit.passage_language for unit in task.units])
        self._vectorizer = vectorizer()
        self._rows = self._vectorizer.fit_transform([unit.text for unit in task.units])

    def index_sample(self, texts: Sequence[str]) -> bool:
        vectorizer().fit_transform(texts)
        return True

    def rank(self, question: str, limit: int, language: str = ANY) -> Sequence[str]:
        scores = (self._rows @ self._vectorizer.transform([question]).T).toarray()[:, 0]
        if language != ANY:
            scores[self._languages != language] = 0.0
        best = np.argsort(-scores, kind="stable")[:limit]
        return [self._ids[i] for i in best if scores[i] > 0]


def vectorizer() -> TfidfVectorizer:
    return TfidfVectorizer(
        analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, strip_accents="unicode"
    )


if __name__ == "__main__":
    serve(Ngrams, Path(sys.argv[1]), Path(sys.argv[2]))
