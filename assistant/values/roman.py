"""Roman numerals."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["roman_number"]

_ROMAN: Final = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_LETTERS: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def roman_number(text: str) -> int | None:
    """Return the number that ``text`` writes in capitals, ``None`` where it writes none."""
    if not text or _ROMAN.fullmatch(text) is None:
        return None
    amounts = [_LETTERS[letter] for letter in text]
    following = [*amounts[1:], 0]
    return sum(
        -amount if amount < after else amount
        for amount, after in zip(amounts, following, strict=True)
    )
