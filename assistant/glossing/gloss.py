"""The gloss of a text: what its words mean, one by one, as far as that is known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from assistant.glossing.near_words import NearWords
from assistant.glossing.word_list import Found, WordList, word_list
from assistant.interrogatives import FUNCTION_WORDS
from assistant.text_words import TextWord, text_words
from corpus.encoder import WordEncoder
from corpus.language import Language
from corpus.text import words

__all__ = ["Gloss", "GlossSource", "Glosser"]

GlossSource = Literal["glossary", "encoder"]

LONGEST_TEXT: Final = 20_000
"""Characters that are glossed; what stands behind them has no gloss."""
_LONGEST_PHRASE: Final = 5
_SENTENCE_START: Final = re.compile(r"(?:^|[.!?:\n“\"–•])\s*$")
_APART: Final = re.compile(r"[^\s–-]")
"""What parts two words that might else be a phrase."""


@dataclass(frozen=True, slots=True)
class Gloss:
    """What the word or phrase at ``[start, end)`` of a text means in another language.

    A gloss is a hint and no translation: which sense is meant is not known. ``entry`` is
    what it is told of: ``word`` itself, or the word of the glossary that it is built from
    or that is built from it. From the ``encoder`` come words that are near in meaning.
    """

    start: int
    end: int
    word: str
    glosses: tuple[str, ...]
    source: GlossSource
    entry: str


class Glosser:
    """Glosses texts; for several threads at once."""

    def __init__(self, encoder: WordEncoder) -> None:
        """Gloss by the shipped glossary, and by ``encoder`` where it does not help."""
        self._near = NearWords(encoder)

    def gloss(self, text: str, source: Language, reader: Language) -> tuple[Gloss, ...]:
        """Return the glosses of a text in the order of the text.

        Args:
            text: In one language; only its first 20,000 characters are glossed.
            source: That language.
            reader: The language of the glosses; the same as ``source`` gives none.

        Returns:
            One gloss for each word or phrase that something is known of. Function words
            and names have one only if they stand in the glossary.
        """
        if source == reader:
            return ()
        shown = text[:LONGEST_TEXT]
        entries = word_list(source, reader)
        found: list[Gloss] = []
        unknown: list[TextWord] = []
        for word, gloss in _looked_up(shown, entries):
            if gloss is not None:
                found.append(gloss)
            elif _is_content(word, shown):
                unknown.append(word)
        near = self._near.find([word.folded for word in unknown], reader)
        found += [
            Gloss(word.start, word.end, word.text, near[word.folded], "encoder", word.text)
            for word in unknown
            if word.folded in near and near[word.folded][0] != word.folded
        ]
        return tuple(sorted(found, key=lambda gloss: gloss.start))


def _looked_up(text: str, entries: WordList) -> Iterator[tuple[TextWord, Gloss | None]]:
    """Yield each word that no phrase before it takes in, with its gloss from the glossary."""
    tokens = text_words(text)
    place = 0
    while place < len(tokens):
        word = tokens[place]
        run = _run(text, tokens[place : place + _LONGEST_PHRASE])
        phrase = entries.phrase([one.folded for one in run])
        if phrase is not None:
            length, told = phrase
            yield word, _gloss(text, word.start, run[length - 1].end, told)
            place += length
            continue
        related = None if _is_name(word, text) else entries.related(word.folded)
        yield word, None if related is None else _gloss(text, word.start, word.end, related)
        place += 1


def _run(text: str, tokens: Sequence[TextWord]) -> Sequence[TextWord]:
    """Return the words up to the first mark that parts them."""
    for place, (left, right) in enumerate(pairwise(tokens), start=1):
        if _APART.search(text, left.end, right.start):
            return tokens[:place]
    return tokens


def _gloss(text: str, start: int, end: int, told: Found) -> Gloss:
    shown, entry = text[start:end], told.entry
    if shown.casefold() == entry.casefold() or words(shown) == words(entry):
        entry = shown
    return Gloss(start, end, shown, told.glosses, "glossary", entry)


def _is_content(word: TextWord, text: str) -> bool:
    if word.folded in FUNCTION_WORDS or not word.folded.isalpha():
        return False
    return not _is_name(word, text)


def _is_name(word: TextWord, text: str) -> bool:
    """Tell whether a word is capitalised where no sentence begins."""
    if not word.text[0].isupper():
        return False
    return _SENTENCE_START.search(text[max(0, word.start - 4) : word.start]) is None
