"""What a question is about: its words without those that ask, and the names in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from assistant.abbreviations import abbreviations
from assistant.follow_ups.words import EDGES, INTERROGATIVES, TITLES
from assistant.interrogatives import FUNCTION_WORDS
from corpus.text import words

__all__ = ["LONGEST_TOPIC", "common_words", "name_runs", "named_words", "topic_of", "without"]

KEPT: Final = 256
"""Texts whose words are kept: a history is read again with each turn."""
LONGEST_TOPIC: Final = 160
"""A topic is cut at this many characters, at the end of a word."""

_NAME: Final = re.compile(r"[^\W\d_][\w'’-]*")
_STARTS: Final = re.compile(r"(?:^|[.!?:\n“\"(]\s*)$")
_MARKS: Final = "?!.,;:()“”\"'’"
_IDLE: Final = frozenset(words("do does did saja aja wae bae"))
"""*What problems does Jakarta face?* is about *problems Jakarta face*."""
_POSSESSIVE: Final = re.compile(r"['’]s$")
_JOINED: Final = frozenset(words("dan jeung sareng and antara between dengan with serta"))


@lru_cache(maxsize=KEPT)
def named_words(text: str) -> frozenset[str]:
    """Return the folded words of ``text`` that are capitalised within a sentence."""
    found = {
        match[0]
        for match in _NAME.finditer(text)
        if match[0][0].isupper()
        and not _STARTS.search(text[max(0, match.start() - 3) : match.start()])
    }
    return _folded(found) - FUNCTION_WORDS


@lru_cache(maxsize=KEPT)
def common_words(text: str) -> frozenset[str]:
    """Return the folded words of ``text`` that stand in it in small letters, thus are no names."""
    return _folded({word for word in _NAME.findall(text) if word[0].islower()})


def _folded(found: set[str]) -> frozenset[str]:
    return frozenset(words(", ".join(found)))


def name_runs(text: str, known: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Return the names in ``text`` as they are typed, each a run of words, in order.

    Args:
        text: What may hold names.
        known: Folded words that are names, however they are typed.
    """
    inside = (named_words(text) | known) - TITLES - abbreviations(text) - FUNCTION_WORDS
    runs: list[str] = []
    goes_on = False
    for token in text.split():
        bare = _POSSESSIVE.sub("", token.strip(_MARKS))
        told = words(bare)
        is_name = bool(told) and inside.issuperset(told) and not told[0][0].isdigit()
        if is_name and goes_on:
            runs[-1] = f"{runs[-1]} {bare}"
        elif is_name:
            runs.append(bare)
        goes_on = is_name and token[-1] not in ",;"
    return tuple(runs)


def topic_of(text: str, known: frozenset[str] = frozenset()) -> str:
    """Return what ``text`` asks about: it without words that ask and idle edges.

    Args:
        text: A question.
        known: Folded words that are names: they keep their capital at its beginning.
    """
    tokens = [
        token.strip('?!.;:“”"')
        for token in text.split()
        if not set(words(token)) or not set(words(token)) <= INTERROGATIVES | _IDLE
    ]
    kept = _trimmed(tokens)
    if kept and text.lstrip().startswith(kept[0]) and not set(words(kept[0])) <= known:
        kept[0] = kept[0].lower() if kept[0].istitle() else kept[0]
    whole = " ".join(kept)
    if len(whole) > LONGEST_TOPIC:
        whole = whole[:LONGEST_TOPIC].rsplit(" ", 1)[0]
    return whole.strip(" ,;:-–—")


def _trimmed(tokens: list[str]) -> list[str]:
    idle = FUNCTION_WORDS | EDGES | INTERROGATIVES
    first, last = 0, len(tokens)
    while first < last and set(words(tokens[first])) <= idle:
        first += 1
    while last > first and set(words(tokens[last - 1])) <= idle:
        last -= 1
    return tokens[first:last]


def without(text: str, names: Iterable[str]) -> str:
    """Return a topic without some names, and without what joined them."""
    gone = {word for name in names for word in words(name)}
    told = [(token, frozenset(words(token))) for token in text.split()]
    out = [bool(own) and own <= gone for _, own in told]
    kept = [
        token
        for place, (token, own) in enumerate(told)
        if not out[place]
        and not (own and own <= _JOINED and any(out[max(0, place - 1) : place + 2]))
    ]
    return " ".join(_trimmed(kept)).strip(" ,;:-–—")
