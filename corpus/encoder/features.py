"""The features by which the language of a question is told.

Letter n-grams of the words, hashed into a fixed number of buckets (the hashing trick,
Weinberger et al. 2009; n-grams with word edges as in Joulin et al. 2017, fastText). Accents
are folded first, since people type Sundanese without its *é*; a word that does have one adds
itself once more with the accent, which hardly occurs in the other two languages.
"""

import re
import unicodedata
from itertools import pairwise
from typing import Final
from zlib import crc32

BUCKETS: Final = 1 << 16
LONGEST_GRAM: Final = 5
LONGEST_TEXT: Final = 400
"""Only so many code points are looked at: the language shows long before."""

_WORD: Final = re.compile(r"[^\W\d_]+")


def language_features(text: str) -> list[int]:
    """Return the buckets of a text's features, repetitions included.

    A text without letters has none.
    """
    lowered = unicodedata.normalize("NFC", text[:LONGEST_TEXT]).lower()
    features = [f"é{word}" for word in _WORD.findall(lowered) if "é" in word]
    folded = _WORD.findall(fold_accents(lowered))
    for word in folded:
        features.append(f"={word}")
        marked = f"<{word}>"
        for length in range(2, LONGEST_GRAM + 1):
            features += [marked[at : at + length] for at in range(len(marked) - length + 1)]
    features += [f"{left} {right}" for left, right in pairwise(folded)]
    return [crc32(feature.encode()) % BUCKETS for feature in features]


def fold_accents(text: str) -> str:
    """Return the text without its accents."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(mark for mark in decomposed if not unicodedata.combining(mark))
