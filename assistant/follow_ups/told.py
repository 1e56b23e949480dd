"""What an answer told, read from its text as a history gives it.

A follow-up may be about the answer rather than the question: about a person that it names
(*beliau*), the thing that it gives (*apa itu?*), or an item of its list (*the second one*).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from assistant.abbreviations import abbreviations
from assistant.follow_ups.words import TITLES
from assistant.interrogatives import FUNCTION_WORDS
from assistant.phrases import phrases
from assistant.wording.orders import carries_order
from corpus.text import fold, words

__all__ = ["Told", "read_told"]

MOST_QUOTES: Final = 3
"""Quotes of an answer that are read: what leads it is what is spoken of."""
LONGEST_ITEM: Final = 240
"""Characters of an item that are carried at most."""
LONGEST_THING: Final = 12
"""Words of the thing that an answer gives that are carried at most."""

_QUOTE: Final = re.compile(r"“(?P<quote>.*)”(?: ?\[\d+\])+", re.DOTALL)
_NUMBERS: Final = re.compile(r"(?: ?\[\d+\])+")
_MARKER: Final = re.compile(
    r"(?:^|(?<=\s))(?:[-•*]\s+)?(?:\((?P<round>\d{1,2})\)|(?P<plain>\d{1,2})[.)])\s+", re.MULTILINE
)
_SERIES: Final = re.compile(
    r"\b(?:seperti|yaitu|antara lain|meliputi|mencakup|berupa|terdiri (?:dari|atas)|sapertos|"
    r"saperti|nyaeta|nyaéta|ngawengku|such as|including|namely|include|includes|cover|covers)\b"
    r"(?: seperti)?:?\s+(?P<rest>[^.;:]+)",
    re.IGNORECASE,
)
_LAST_ITEM: Final = re.compile(
    r",?\s+(?:dan|serta|hingga|atau|maupun|and|or|jeung|sareng|sarta|dugi ka)\s+", re.IGNORECASE
)
_FIRST_WORD: Final = re.compile(
    r"^(?:dan|serta|hingga|and|or|jeung|sareng|sarta|dugi ka)\s+", re.IGNORECASE
)
_COPULA: Final = re.compile(
    r"\b(?:adalah|ialah|yaitu|yakni|merupakan|berupa|nyaeta|nyaéta|mangrupa|disebut|dikhususkan "
    r"untuk|is|are|was|were|namely|called)\b(?: (?:melalui|ngalangkungan|berupa|through))?\s+",
    re.IGNORECASE,
)
_THING_ENDS: Final = re.compile(
    r"[.;:,(]|\s(?:yang|nu|anu|which|that|seperti|sapertos|saperti|such as|di ?mana)\s"
)
_TITLE: Final = phrases(
    r"""
    gubernur|governor|gupernur|ketua|pupuhu|chair(?:man|woman|person)?|speaker|presiden|president
    wali ?kota|mayor|menteri|mentri|minister|profesor|professor|prof|dr|bupati|regent|sekretaris
    secretary|direktur|director|kepala|head|raja|king|kaisar|emperor|mr|mrs|ms|bapak|ibu
    """
)
_BY: Final = re.compile(r"\b(?:oleh|ku|by)\s+$", re.IGNORECASE)
_RUN: Final = re.compile(r"[A-Z][\w.'’-]*(?:\s+(?:[A-Z][\w.'’-]*|bin|binti|van|de|al))*")
_SHORTEST_NAME: Final = 2


@dataclass(frozen=True, slots=True)
class Told:
    """What an answer told.

    ``quotes`` are the leading quotes; ``items`` those of a list, in order; ``persons`` the
    people named in the first quote, each with the name of the place or body that their
    title is of; ``thing`` what the first quote says that something is, empty when it does
    not.
    """

    quotes: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    persons: tuple[Person, ...] = ()
    thing: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """A person as an answer names them; ``of`` holds the folded words of their title."""

    name: str
    of: frozenset[str] = frozenset()


@lru_cache(maxsize=256)
def read_told(answer: str) -> Told:
    """Return what the text of an answer told."""
    quotes = _quotes(answer)
    if not quotes:
        return Told()
    return Told(quotes, _items(quotes), _persons(quotes[0]), _thing(quotes[0]))


def _quotes(answer: str) -> tuple[str, ...]:
    found: list[str] = []
    for paragraph in answer.split("\n\n"):
        quote = _QUOTE.search(paragraph)
        if quote is not None:
            found.append(quote["quote"].strip())
        elif _NUMBERS.search(paragraph):
            # A statement that a language model worded.
            found.append(_NUMBERS.sub("", paragraph).strip())
        if len(found) == MOST_QUOTES:
            break
    # What a document orders a model to do is no part of anyone's question.
    return tuple(quote for quote in found if not carries_order(quote))


def _items(quotes: tuple[str, ...]) -> tuple[str, ...]:
    """Return the items of the list in a quote: numbered ones, else those of a series."""
    for quote in quotes:
        marks = list(_MARKER.finditer(quote))
        numbers = [int(mark["round"] or mark["plain"]) for mark in marks]
        if len(marks) > 1 and numbers == list(range(1, len(marks) + 1)):
            ends = [*(mark.start() for mark in marks[1:]), len(quote)]
            texts = (quote[mark.end() : end] for mark, end in zip(marks, ends, strict=True))
            return tuple(_cut(text) for text in texts)
    for quote in quotes:
        for series in _SERIES.finditer(quote):
            rest = series["rest"]
            if "," not in rest:
                continue
            parts = [part for piece in rest.split(",") for part in _LAST_ITEM.split(piece)]
            return tuple(_cut(_FIRST_WORD.sub("", part.strip())) for part in parts if part.strip())
    return ()


def _cut(item: str) -> str:
    """Return an item without marks at its edges, cut at the end of a word."""
    whole = " ".join(item.split()).strip(" ;,.“”")
    return whole if len(whole) <= LONGEST_ITEM else whole[:LONGEST_ITEM].rsplit(" ", 1)[0]


def _persons(quote: str) -> tuple[Person, ...]:
    """Return who is named behind a title, or as who does what is told."""
    found: list[Person] = []
    for run in _RUN.finditer(quote):
        tokens = run[0].split()
        titles = [place for place, token in enumerate(tokens) if _TITLE.fullmatch(_bare(token))]
        if not titles and not _BY.search(quote[max(0, run.start() - 8) : run.start()]):
            continue
        behind = tokens[titles[-1] + 1 :] if titles else tokens
        short = abbreviations(" ".join(behind) + " a")
        told = [token for token in behind if not set(words(token)) <= short]
        common = TITLES & {word for token in told for word in words(token)}
        if len(told) < _SHORTEST_NAME or common:
            continue
        of = frozenset(word for token in behind for word in words(token))
        found.append(Person(" ".join(told).strip(" ,.;:"), of))
    return tuple(found)


def _bare(token: str) -> str:
    return fold(token).strip(".,;:")


def _thing(quote: str) -> str:
    """Return what stands behind the last word that says *is*, up to a mark."""
    copulas = list(_COPULA.finditer(quote))
    if not copulas:
        return ""
    behind = _THING_ENDS.split(quote[copulas[-1].end() :])[0]
    told = behind.split()[:LONGEST_THING]
    if told and set(words(told[0])) <= FUNCTION_WORDS:
        return ""
    return " ".join(told).strip(" ,“”") if len(told) > 1 else ""
