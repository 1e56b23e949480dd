"""The features by which the language of a question is told.

Words, pairs of words and the letter n-grams of words, hashed into a fixed number of buckets
(the hashing trick, Weinberger et al. 2009; n-grams with word edges as in Joulin et al. 2017,
fastText), and the first and the last word as such, where question words and particles stand.
Accents are folded first, since people type Sundanese without its *é*; a word that does have
one adds itself once more with the accent, which hardly occurs in the other two languages.
"""

import re
import unicodedata
from itertools import pairwise
from typing import Final
from zlib import crc32

BUCKETS: Final = 1 << 17
LONGEST_GRAM: Final = 5
LONGEST_TEXT: Final = 400
"""Only so many code points are looked at: the language shows long before."""

_WORD: Final = re.compile(r"[^\W\d_]+")
_NO_WORDS: Final = re.compile(r"https?://\S+|www\.\S+|\S+@\S+|[@#]\w+|\[[a-z]+\]")
"""Addresses, names of accounts, tags and placeholders."""
_DRAWN_OUT: Final = re.compile(r"(.)\1{2,}")


def language_features(text: str) -> list[int]:
    """Return the buckets of a text's features, repetitions included.

    A text without letters has none. Addresses and tags do not count unless there is nothing
    else, and a letter repeated more than twice (*bangeeeet*) counts twice.
    """
    lowered = unicodedata.normalize("NFC", text[:LONGEST_TEXT]).lower()
    bare = _DRAWN_OUT.sub(r"\1\1", _NO_WORDS.sub(" ", lowered))
    if _WORD.search(bare) is None:
        bare = lowered
    accented = [word for word in _WORD.findall(bare) if "é" in word]
    features = [f"é{word}" for word in accented] + ["é"] * len(accented)
    words = _WORD.findall(fold_accents(bare))
    for word in words:
        features.append(f"={word}")
        marked = f"<{word}>"
        for length in range(2, LONGEST_GRAM + 1):
            features += [marked[at : at + length] for at in range(len(marked) - length + 1)]
    features += [f"{left} {right}" for left, right in pairwise(words)]
    if words:
        features += [f"^{words[0]}", f"{words[-1]}$"]
    return [crc32(feature.encode()) % BUCKETS for feature in features]


def fold_accents(text: str) -> str:
    """Return the text without its accents."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(mark for mark in decomposed if not unicodedata.combining(mark))
