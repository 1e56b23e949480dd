"""Concepts: the words of the three languages that can stand for each other in a question.

``corpus/thesaurus.tsv`` holds near-synonyms and ``corpus/glossary.tsv`` translations, one
concept a line. An encoder without context knows a word's translations well and its
synonyms badly (*problem* meets *masalah* and misses *kendala*); the lines say it outright.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final

from corpus.errors import EncoderError
from corpus.morphology import SHORTEST_ROOT, word_roots
from corpus.text import fold

__all__ = ["Concepts", "load_concepts"]

THESAURUS_FILE: Final = Path(__file__).with_name("thesaurus.tsv")
GLOSSARY_FILE: Final = Path(__file__).with_name("glossary.tsv")
SEPARATOR: Final = ";"


class Concepts:
    """Which concepts a folded word may express.

    A word is looked up by its possible roots too (*farmers*, *farmer*), and one of which no
    form stands in any line by those of the words that do: *dilaksanakan* by way of
    *pelaksanaan*.
    """

    def __init__(self, lines: Iterator[frozenset[str]]) -> None:
        """Take the lines as concepts; each is the folded words that express one."""
        self._of_word: dict[str, set[int]] = {}
        of_root: dict[str, set[int]] = {}
        for number, line in enumerate(lines):
            for word in line:
                self._of_word.setdefault(word, set()).add(number)
                for root in word_roots(word):
                    of_root.setdefault(root, set()).add(number)
        self._of_root = of_root

    def of(self, word: str) -> frozenset[int]:
        """Return the numbers of the concepts of a folded word; none for an unknown one."""
        long_roots = [root for root in word_roots(word) if len(root) >= SHORTEST_ROOT]
        known = self._gathered(self._of_word, (word, *long_roots))
        return known or self._gathered(self._of_root, long_roots)

    @staticmethod
    def _gathered(places: Mapping[str, set[int]], keys: Iterable[str]) -> frozenset[int]:
        return frozenset(number for key in keys for number in places.get(key, ()))


@lru_cache(maxsize=1)
def load_concepts() -> Concepts:
    """Read the concepts that ship with the package.

    Raises:
        EncoderError: A file cannot be read.
    """
    return Concepts(line for file in (THESAURUS_FILE, GLOSSARY_FILE) for line in _lines(file))


def _lines(path: Path) -> Iterator[frozenset[str]]:
    try:
        header, *lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError, ValueError) as exc:
        raise EncoderError(f"cannot read {str(path)!r}: {exc}; install Sitir again") from exc
    names = header.split("\t")
    for line in lines:
        cells = dict(zip(names, line.split("\t"), strict=False))
        given = (
            fold(word.strip())
            for name, cell in cells.items()
            if name != "topic"
            for word in cell.split(SEPARATOR)
        )
        single = frozenset(word for word in given if word and " " not in word)
        if single:
            yield single
