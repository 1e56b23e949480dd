"""Roots of Indonesian and Sundanese words, as far as their affixes show them.

Both languages build words from a root with prefixes, suffixes and a nasal that may
replace the root's first letter: *disimpulkan*, *menyimpulkan* and *kesimpulan* share
*simpul*; *dicindekkeun*, *nyindekkeun* and *kacindekan* share *cindek*. Without a
dictionary the root is not certain, so a word has several possible ones; two words are
related when they have one in common.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

__all__ = ["roots", "word_roots"]

SHORTEST_ROOT: Final = 4

_PREFIXES: Final = (
    *("di", "ke", "ka", "se", "sa", "ber", "ter", "per", "pe", "pa", "pi", "ba", "ti", "me"),
    *("mem", "men", "meng", "menge", "pem", "pen", "peng", "penge", "pang", "pam", "pan", "nga"),
    *("barang", "silih", "kapi", "pra"),
)
_NASALS: Final = (
    *(("meny", "s"), ("peny", "s"), ("mem", "p"), ("pem", "p"), ("men", "t"), ("pen", "t")),
    *(("meng", "k"), ("peng", "k"), ("ny", "c"), ("ny", "s"), ("ng", "k"), ("ng", ""), ("n", "t")),
    *(("m", "p"), ("m", "b"), ("pany", "c"), ("pany", "s"), ("pang", "k"), ("pan", "t")),
    ("pam", "p"),
)
_SUFFIXES: Final = ("kan", "an", "i", "nya", "lah", "kah", "pun", "keun", "na", "eun", "ana", "ing")
_STRIPPED_TWICE: Final = 2
_ENGLISH_ENDINGS: Final = (
    *(("ies", "y"), ("ied", "y"), ("sses", "ss"), ("es", ""), ("s", ""), ("ed", ""), ("ed", "e")),
    *(("ing", ""), ("ing", "e"), ("ly", "")),
)


@lru_cache(maxsize=65_536)
def roots(word: str) -> frozenset[str]:
    """Return the possible roots of a folded word, itself among them.

    None but the word itself is shorter than four letters; a word with a digit has only
    itself.
    """
    if not word.isalpha() or len(word) < SHORTEST_ROOT:
        return frozenset({word})
    found = {word}
    fresh = {word}
    for _ in range(_STRIPPED_TWICE):
        fresh = {form for known in fresh for form in _without_suffix(known)} - found
        found |= fresh
    fresh = set(found)
    for _ in range(_STRIPPED_TWICE):
        fresh = {form for known in fresh for form in _without_prefix(known)} - found
        found |= fresh
    return frozenset(found)


@lru_cache(maxsize=65_536)
def word_roots(word: str) -> frozenset[str]:
    """Return the possible roots of a folded word of any of the three languages."""
    found = set(roots(word))
    if word.isalpha():
        found.update(
            word[: -len(ending)] + restored
            for ending, restored in _ENGLISH_ENDINGS
            if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_ROOT - 1
        )
    return frozenset(found)


def _without_suffix(word: str) -> list[str]:
    return [
        word[: -len(suffix)]
        for suffix in _SUFFIXES
        if word.endswith(suffix) and _is_root(word, suffix)
    ]


def _without_prefix(word: str) -> list[str]:
    plain = [
        word[len(prefix) :]
        for prefix in _PREFIXES
        if word.startswith(prefix) and _is_root(word, prefix)
    ]
    restored = [
        first + word[len(nasal) :]
        for nasal, first in _NASALS
        if word.startswith(nasal) and word[len(nasal) : len(nasal) + 1] in tuple("aiueo")
    ]
    return plain + [form for form in restored if len(form) >= SHORTEST_ROOT]


def _is_root(word: str, affix: str) -> bool:
    return len(word) - len(affix) >= SHORTEST_ROOT
