"""Make short texts whose language is known, to train the classifier on.

Questions are short, so an example is mostly a cut of two to ten words out of a sentence. What a
question is about does not tell its language, its grammar does: frames ("kumaha carana {}") have
their gaps filled from any of the three languages, and in some cuts words of content are swapped
for their translations while the common words stay.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias, TypeVar

import numpy as np

from corpus.encoder.data import ParallelTable
from corpus.encoder.features import fold_accents
from corpus.language import LANGUAGES, Language

SHARES: Final = {"cut": 0.70, "frame": 0.24, "word": 0.03, "words": 0.03}
"""How often an example is of each kind; ``words`` are some words of a lexicon in a row."""
OWN_LANGUAGE_SHARE: Final = 0.5
"""How often the gap of a frame is filled from the frame's own language for certain."""
LEXICON_SHARE: Final = 0.35
"""How often the gap of a frame is filled from a lexicon."""
SWAPPED_SHARE: Final = 0.15
"""How many cuts have words of content swapped."""
LONG_SHARE: Final = 0.03
UNACCENTED_SHARE: Final = 0.5
"""How many examples lose their accents, as in what people type."""
COMMON_WORDS: Final = 200
"""So many of a language's most frequent words carry its grammar and are never swapped."""

Texts: TypeAlias = dict[Language, list[str]]
_Thing = TypeVar("_Thing")


@dataclass(frozen=True, slots=True)
class Pool:
    """Texts of one kind, and how often one of them is taken."""

    texts: tuple[str, ...]
    share: float


@dataclass(frozen=True, slots=True)
class Material:
    """What the examples of one language are made of.

    Attributes:
        frames: questions and clauses with gaps, each ``{}``.
        sentences: by kind of source.
        words: by lexicon.
        translations: into the other two languages, of single words in lower case.
        common: words that are never swapped.
    """

    frames: tuple[str, ...]
    sentences: tuple[Pool, ...]
    words: tuple[Pool, ...]
    translations: Mapping[str, Sequence[str]]
    common: frozenset[str]


class ExampleDrawer:
    """Draws short texts of a language at random."""

    def __init__(
        self, materials: Mapping[Language, Material], generator: np.random.Generator
    ) -> None:
        """Take what to draw from, for each of the three languages."""
        self._materials = materials
        self._generator = generator

    def draw(self, language: Language, count: int) -> list[str]:
        """Return ``count`` texts of a language."""
        kinds = self._generator.choice(list(SHARES), p=list(SHARES.values()), size=count)
        return [self._example(language, kind) for kind in kinds.tolist()]

    def _example(self, language: Language, kind: str) -> str:
        if kind == "cut":
            most = 40 if self._chance(LONG_SHARE) else 10
            text = self._cut(self._take(self._materials[language].sentences), 2, most)
            text = self._swapped(text, language) if self._chance(SWAPPED_SHARE) else text
        elif kind == "frame":
            text = self._filled(self._pick(self._materials[language].frames), language)
        else:
            text = self._in_a_row(language, *((1, 1) if kind == "word" else (2, 4)))
        return fold_accents(text) if self._chance(UNACCENTED_SHARE) else text

    def _filled(self, frame: str, language: Language) -> str:
        """Fill the gaps of a frame with some words each."""
        before, *parts = frame.split("{}")
        filled = [before]
        for part in parts:
            source = language if self._chance(OWN_LANGUAGE_SHARE) else self._pick(LANGUAGES)
            if self._chance(LEXICON_SHARE):
                filled.append(self._in_a_row(source, 1, 2))
            else:
                filled.append(self._cut(self._take(self._materials[source].sentences), 1, 3))
            filled.append(part)
        return "".join(filled)

    def _swapped(self, text: str, language: Language) -> str:
        """Swap half of the words that have translations and are not common."""
        material = self._materials[language]
        words = text.split()
        for position, word in enumerate(words):
            others = material.translations.get(word.lower())
            if others and word.lower() not in material.common and self._chance(0.5):
                words[position] = self._pick(others)
        return " ".join(words)

    def _in_a_row(self, language: Language, fewest: int, most: int) -> str:
        length = int(self._generator.integers(fewest, most + 1))
        return " ".join(self._take(self._materials[language].words) for _ in range(length))

    def _cut(self, text: str, fewest: int, most: int) -> str:
        """Return some words in a row, from anywhere in a text."""
        words = text.split()
        length = int(self._generator.integers(fewest, most + 1))
        start = int(self._generator.integers(max(len(words) - length, 0) + 1))
        return " ".join(words[start : start + length])

    def _take(self, pools: Sequence[Pool]) -> str:
        """Return a text of one of the pools, by their shares; none if there are none."""
        if not pools:
            return ""
        aim = self._generator.random() * sum(pool.share for pool in pools)
        for pool in pools:
            aim -= pool.share
            if aim < 0:
                break
        return self._pick(pool.texts)

    def _pick(self, things: Sequence[_Thing]) -> _Thing:
        return things[int(self._generator.integers(len(things)))]

    def _chance(self, share: float) -> bool:
        return bool(self._generator.random() < share)


def find_translations(lexicons: Iterable[ParallelTable]) -> dict[Language, dict[str, list[str]]]:
    """Return the translations of each single word, in lower case, into the other languages."""
    found: dict[Language, dict[str, list[str]]] = {
        language: defaultdict(list) for language in LANGUAGES
    }
    for table in lexicons:
        for row in table.rows:
            for language, word in zip(table.languages, row, strict=True):
                if word and " " not in word:
                    others = [other for other in row if other and other is not word]
                    found[language][word.lower()] += others
    return {language: dict(words) for language, words in found.items()}


def common_words(pools: Iterable[Pool]) -> frozenset[str]:
    """Return the most frequent words of some texts, in lower case."""
    counts = Counter(word for pool in pools for text in pool.texts for word in text.lower().split())
    return frozenset(word for word, _ in counts.most_common(COMMON_WORDS))
