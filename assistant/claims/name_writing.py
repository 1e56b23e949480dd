"""How names are written: capitals, forms and spellings that differ between the languages."""

from __future__ import annotations

import csv
import re
from functools import lru_cache
from importlib.resources import files
from typing import Final

from assistant.claims.coverage import Alignment
from assistant.claims.name_forms import FORMS, forms_from
from assistant.claims.words import Reading
from corpus.morphology import word_roots
from corpus.text import words as folded_words

__all__ = [
    "has_form",
    "has_word",
    "in_title",
    "in_value",
    "is_name",
    "name_forms_at",
    "ordinary_words",
    "same_name",
    "stand_apart",
]

_LONGEST_ABBREVIATION: Final = 3
_SPELT: Final = (
    *(("ph", "f"), ("th", "t"), ("kh", "k"), ("ch", "k"), ("c", "k"), ("q", "k"), ("x", "ks")),
    *(("y", "i"), ("v", "f"), ("ou", "u"), ("oe", "u"), ("z", "s")),
)
_TWICE: Final = re.compile(r"(.)\1+")
_ENDING: Final = re.compile(r"(?:ians?|eans?|ans?|ese|ia|iks?|ika|ikal|ns?|s|a|e|i|is|us|um)$")
_SHORTEST_STEM: Final = 4
_SIGN: Final = 4
"""Fewer capitals are an abbreviation."""


def in_title(reading: Reading, place: int) -> bool:
    """Tell whether a token stands among words all in capitals, so that they say nothing."""
    around = reading.tokens[max(0, place - 1) : place + 2]
    signs = [token for token in around if token.raw.isupper() and len(token.raw) >= _SIGN]
    return reading.tokens[place] in signs and len(signs) > 1


def is_name(reading: Reading, place: int) -> bool:
    """Tell whether a token is written as a name: a capital that opens no sentence."""
    token = reading.tokens[place]
    if not token.capital or not token.content or token.word[0].isdigit():
        return False
    if name_forms_at(reading, place):
        return True
    if in_title(reading, place):
        return any(
            other.word == token.word and is_name(reading, at)
            for at, other in enumerate(reading.tokens)
            if not other.raw.isupper()
        )
    return not token.opens and token.word not in ordinary_words()


def stand_apart(reading: Reading, first: str, second: str) -> bool:
    """Tell whether two words belong to two other names: *Shunichi S.*, *Wiyogo A.*."""
    firsts = [at for at, word in enumerate(reading.words) if word == first]
    seconds = [at for at, word in enumerate(reading.words) if word == second]
    if not firsts or not seconds or any(at + 1 in seconds or at + 2 in seconds for at in firsts):
        return False
    return all(_joined(reading, at, at + 1) for at in firsts) and all(
        _joined(reading, at - 1, at) for at in seconds
    )


def _joined(reading: Reading, place: int, following: int) -> bool:
    if place < 0 or following >= len(reading.tokens):
        return False
    both = (place, following)
    return reading.tokens[place].clause == reading.tokens[following].clause and all(
        is_name(reading, at) for at in both
    )


def name_forms_at(reading: Reading, place: int) -> tuple[tuple[int, int], ...]:
    """Return (group, tokens) of the forms of names at a place; *as* is no *AS*."""
    return tuple(
        (group, taken)
        for group, taken in forms_from(reading.words, place)
        if any(
            token.raw.isupper() or (token.capital and len(token.raw) > _LONGEST_ABBREVIATION)
            for token in reading.tokens[place : place + taken]
        )
        or (taken == 1 and reading.tokens[place].raw in ("May", "Mei", "Uni"))
    )


def has_form(reading: Reading, group: int) -> bool:
    """Tell whether a text holds a name in any of its forms."""
    words = reading.words
    return any(
        words[at : at + len(form)] == form
        and (len(form[0]) > _LONGEST_ABBREVIATION or reading.tokens[at].capital)
        for form in FORMS[group]
        for at, word in enumerate(words)
        if word == form[0]
    )


def has_word(reading: Reading, word: str, *, abroad: bool) -> bool:
    """Tell whether a word stands in a text, or one of its root, or its cognate abroad."""
    roots = word_roots(word)
    if any(word == other or roots & word_roots(other) for other in reading.words):
        return True
    return abroad and any(_spelling(word) == _spelling(other) for other in reading.words)


def same_name(aligned: Alignment, place: int, other: int) -> bool:
    """Tell whether a token of a statement and one of its source name the same."""
    statement, unit = aligned.statement, aligned.unit
    if statement.tokens[place].word == unit.tokens[other].word:
        return True
    groups = {group for group, _ in name_forms_at(statement, place)}
    if any(group in groups for group, _ in name_forms_at(unit, other)):
        return True
    words = statement.tokens[place].word, unit.tokens[other].word
    return not aligned.same_language and _spelling(words[0]) == _spelling(words[1])


@lru_cache(maxsize=16_384)
def _spelling(word: str) -> str:
    """Return what *Caspian* and *Kaspia*, *Olympics* and *Olimpik* have in common."""
    for written, common in _SPELT:
        word = word.replace(written, common)
    word = _TWICE.sub(r"\1", word)
    stem = _ENDING.sub("", word)
    return stem if len(stem) >= _SHORTEST_STEM else word


def in_value(reading: Reading, place: int) -> bool:
    """Tell whether a token belongs to a date or a number."""
    token = reading.tokens[place]
    return any(value.start < token.end and value.end > token.start for value in reading.values)


@lru_cache(maxsize=1)
def ordinary_words() -> frozenset[str]:
    """Return the words of the glossary that are written small somewhere in it."""
    text = files("corpus").joinpath("glossary.tsv").read_text(encoding="utf-8")
    rows = csv.reader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return frozenset(
        folded
        for row in rows
        for cell in row[:4]
        for word in cell.replace(";", " ").split()
        if word[0].islower()
        for folded in folded_words(word)
    )
