"""The sentences of a source that may bear a statement out, alone or two together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from assistant.claims.words import Reading, plain, read
from assistant.pointers import opens_with_pointer
from corpus.language import Language
from corpus.sentences import split_sentences
from corpus.text import fold

__all__ = ["Unit", "bare", "marker_of", "source_sentences", "source_units"]

_ITEM: Final = re.compile(r"(?:[-*+•–]\s*)?\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s|[-*+•–]\s")
_NUMBERED: Final = re.compile(r"(?:[-*+•–]\s*)?\(?(?P<number>\d{1,3})[.)]\s")
_CLAUSE: Final = 4
_MOST_SENTENCES: Final = 600
"""A source is read to here: no passage is so long."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence, or two that stand side by side.

    ``parts`` are the places of its sentences in the source, ``governing`` the tokens of
    what opens a list, up to its colon; ``context`` is what names may
    be taken from: the unit, and the text around it where it points back; ``marker`` is
    the number of a list's item; ``lists`` tells that the first sentence opens a list.
    """

    reading: Reading
    parts: tuple[int, ...]
    governing: int
    context: tuple[Reading, ...]
    marker: str = ""
    lists: bool = False


@lru_cache(maxsize=512)
def source_units(text: str, language: Language) -> tuple[Unit, ...]:
    """Return the units of a source, single sentences first.

    An item of a list comes with the sentence that opens the list, which it depends on.
    """
    sentences = tuple(_sentences(text))[:_MOST_SENTENCES]
    openers = _openers(sentences)
    whole = tuple(read(sentence, language) for sentence in sentences)
    singles = [
        _unit(sentences, whole, (place,) if opener is None else (opener, place), language)
        for place, opener in enumerate(openers)
    ]
    pairs = [
        _unit(sentences, whole, (place, place + 1), language)
        for place in range(len(sentences) - 1)
        if openers[place + 1] is None
    ]
    return (*singles, *pairs, *_lists(sentences, whole, openers, language))


def _behind_colon(reading: Reading) -> int:
    """Return how many tokens stand before a colon that a clause follows, else 0."""
    at = reading.text.find(": ")
    before = sum(token.end <= at for token in reading.tokens)
    return before if len(reading.tokens) - before >= _CLAUSE else 0


@lru_cache(maxsize=512)
def source_sentences(text: str) -> frozenset[str]:
    """Return the sentences of a source, each as it is compared word for word."""
    return frozenset(
        bare(form)
        for sentence in _sentences(text)
        for form in (sentence, _ITEM.sub("", sentence, 1))
    )


def bare(sentence: str) -> str:
    """Return a sentence without case, accents and the marks around it."""
    return fold(sentence).strip(" .!?…\"'“”")


def marker_of(sentence: str) -> str:
    """Return the number that an item of a list begins with, if it does."""
    match = _NUMBERED.match(sentence)
    return "" if match is None else match["number"]


def _sentences(text: str) -> Iterator[str]:
    for line in text.splitlines():
        shown = plain(line)
        for span in split_sentences(shown):
            yield shown[span.start : span.end]


def _openers(sentences: Sequence[str]) -> list[int | None]:
    """Return for each sentence the place of the one that opens its list, if it is an item."""
    found: list[int | None] = []
    opener: int | None = None
    for place, sentence in enumerate(sentences):
        item = opener is not None and _ITEM.match(sentence) is not None
        found.append(opener if item else None)
        if sentence.endswith(":"):
            opener = place
        elif not item:
            opener = None
    return found


def _lists(
    sentences: Sequence[str],
    whole: Sequence[Reading],
    openers: Sequence[int | None],
    language: Language,
) -> list[Unit]:
    """Return each list as one unit, for a statement that sums it up."""
    members: dict[int, list[int]] = {}
    for place, opener in enumerate(openers):
        if opener is not None:
            members.setdefault(opener, [opener]).append(place)
    return [
        _unit(sentences, whole, tuple(parts), language)
        for parts in members.values()
        if len(parts) > 2  # noqa: PLR2004 - an opener with one item is a unit already
    ]


def _unit(
    sentences: Sequence[str],
    whole: Sequence[Reading],
    parts: tuple[int, ...],
    language: Language,
) -> Unit:
    text = " ".join(sentences[place] for place in parts)
    reading = whole[parts[0]] if len(parts) == 1 else read(text, language)
    opens_list = len(parts) > 1 and sentences[parts[0]].endswith(":")
    points = opens_with_pointer(sentences[parts[0]])
    before = tuple(whole[: parts[0]]) if points else ()
    return Unit(
        reading=reading,
        parts=parts,
        governing=len(whole[parts[0]].tokens) if opens_list else _behind_colon(reading),
        context=(reading, *before),
        marker=marker_of(sentences[parts[-1]]),
        lists=opens_list,
    )
