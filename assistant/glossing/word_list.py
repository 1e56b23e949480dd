"""The glossary turned into a list to look words up in, for one pair of languages.

Keys are folded words, several for a phrase; what is told is written as in the glossary.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Final

from corpus.glossary import Concept, read_concepts
from corpus.language import Language
from corpus.morphology import word_roots
from corpus.text import words

__all__ = ["Found", "WordList", "word_list"]

_ASIDE: Final = re.compile(r"\s*\([^)]*\)")
"""What tells senses apart in the glossary: *office (place)*."""
_ARTICLES: Final = frozenset({"a", "an", "the", "to"})
_MOST: Final = 4
_LONGEST_PHRASE: Final = 5
_SURE_ROOT: Final = 6
"""A word of so many letters is no other word's root by accident: *serta* is not *peserta*'s."""


@dataclass(frozen=True, slots=True)
class _Sense:
    """A line of the glossary under one of its words, the ``place``-th of its synonyms."""

    place: int
    form: str
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What the glossary says of a word: the entry that it is found under, and its glosses."""

    entry: str
    glosses: tuple[str, ...]


class WordList:
    """What the glossary says of the words of one language in another."""

    def __init__(self, concepts: Sequence[Concept], source: Language, reader: Language) -> None:
        """Index ``concepts`` by the words of ``source``."""
        self._entries: dict[tuple[str, ...], Found] = {}
        senses: dict[tuple[str, ...], list[_Sense]] = {}
        for concept in concepts:
            told = _forms(concept, reader)
            for place, form in enumerate(_forms(concept, source)):
                for key in _keys(form, source):
                    senses.setdefault(key, []).append(_Sense(place, form, told))
        for key, found in senses.items():
            ranked = sorted(found, key=lambda sense: sense.place)
            entry = _ASIDE.sub("", ranked[0].form).split()[-len(key) :]
            self._entries[key] = Found(" ".join(entry), _distinct(_in_turn(ranked))[:_MOST])

    @cached_property
    def _built_from(self) -> dict[str, list[str]]:
        """The entries that may be built from a root, by the root."""
        found: dict[str, list[str]] = {}
        for word in self.words():
            for root in word_roots(word):
                found.setdefault(root, []).append(word)
        return found

    def phrase(self, folded: Sequence[str]) -> tuple[int, Found] | None:
        """Return how many of the words, taken from the first, are an entry, and what it says."""
        for length in range(min(_LONGEST_PHRASE, len(folded)), 0, -1):
            found = self._entries.get(tuple(folded[:length]))
            if found is not None:
                return length, found
        return None

    def words(self) -> tuple[str, ...]:
        """Return the single words that are entries, folded, in the glossary's order."""
        return tuple(key[0] for key in self._entries if len(key) == 1)

    def written(self, word: str) -> str:
        """Return a folded word as the glossary writes it, itself if it is no entry."""
        found = self._entries.get((word,))
        return word if found is None else found.entry

    def related(self, word: str) -> Found | None:
        """Return what is said of the entry that a word is built from, or that is built from it.

        Names are no such entries: *melanda* has nothing to do with *Belanda*.
        """
        for root in sorted(word_roots(word), key=lambda root: (-len(root), root)):
            found = self._entries.get((root,))
            if found is not None and found.entry[0].islower():
                return found
        built = self._built_from.get(word, ()) if len(word) >= _SURE_ROOT else ()
        return self._entries[min(built, key=lambda entry: (len(entry), entry)),] if built else None


@cache
def word_list(source: Language, reader: Language) -> WordList:
    """Return the shipped glossary from one language to another, made when first asked for."""
    return WordList(_concepts(), source, reader)


@cache
def _concepts() -> tuple[Concept, ...]:
    return read_concepts()


def _forms(concept: Concept, language: Language) -> tuple[str, ...]:
    if language == "su":
        return tuple(dict.fromkeys((*concept.su, *concept.polite)))
    return concept.en if language == "en" else concept.id


def _keys(form: str, language: Language) -> tuple[tuple[str, ...], ...]:
    """Return what a form is found under: *to develop* also without its *to*."""
    key = words(_ASIDE.sub("", form))
    if language == "en" and len(key) > 1 and key[0] in _ARTICLES:
        return (key, key[1:])
    return (key,) if key else ()


def _distinct(glosses: Iterable[str]) -> tuple[str, ...]:
    """Return glosses once each; *one* and *one (item)* are one."""
    found: dict[str, str] = {}
    for gloss in glosses:
        plain = _ASIDE.sub("", gloss)
        found[plain] = plain if plain in found else gloss
    return tuple(found.values())


def _in_turn(senses: Sequence[_Sense]) -> Iterator[str]:
    """Yield the first gloss of each sense, then the second of each, and so on."""
    longest = max(len(sense.told) for sense in senses)
    for place in range(longest):
        yield from (sense.told[place] for sense in senses if place < len(sense.told))
