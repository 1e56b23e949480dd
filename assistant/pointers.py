"""Sentences that point back: *Hal ini …*, *Which then …*, *Hal éta …*.

Such a sentence cannot be quoted alone: what it points to is in the sentence before it.
"""

from __future__ import annotations

import re
from typing import Final

from corpus.text import fold

__all__ = ["opens_with_pointer"]

_SELF: Final = r"penelitian|skripsi|tesis|karya|studi|research|study|thesis|paper|panalungtikan"
_POINTER: Final = re.compile(
    # Indonesian
    r"(?:(?:akan tetapi|namun|oleh sebab|oleh karena|berangkat dari|berdasarkan(?: pada)?|melalui|"
    r"dengan|selain|atas dasar|dari|dalam|pada|untuk|lebih lanjut|kemudian),?\s+)?"
    rf"(?:hal|kondisi|keadaan|situasi|materi|program|upaya|konsep|kegiatan|(?!(?:{_SELF})\b)\w+)\s+"
    r"(?:ini|itu|tersebut)\b"
    r"|(?:ini|itu|tersebut|yang kemudian|yang mana|karena itu|oleh karena itu|oleh sebab itu|"
    r"selain itu|dengan demikian|sebaliknya|keduanya|mereka|ia)\b"
    # English
    r"|(?:this|that|these|those)\b(?!\s+(?:research|study|thesis|paper|chapter)\b)"
    r"|(?:which|it|they|he|she|such|therefore|thus|however|in addition|because of (?:this|that|the "
    r"establishment of this)|the latter|the former)\b"
    # Sundanese
    rf"|(?:(?:sabab|ku|dumasar kana|tina|salian ti)\s+)?(?!(?:{_SELF})\b)\w+(?:\s+\w+)?\s+(?:eta|ieu)\b"
    rf"(?!\s+(?:{_SELF})\b)"
    r"|(?:eta|ieu)\s+(?!(?:panalungtikan|skripsi)\b)\w+|(?:anu saterusna|anu saterasna|ku kituna|"
    r"ku sabab kitu|salian ti eta|aranjeunna|manehna|anjeunna)\b"
)


def opens_with_pointer(sentence: str) -> bool:
    """Tell whether a sentence opens by pointing to the one before it."""
    return _POINTER.match(fold(sentence).lstrip("“\"'(- ")) is not None
