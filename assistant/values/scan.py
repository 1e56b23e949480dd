"""What reading values shares: the record, plain text that keeps its places, and masking.

Values are read in passes, the surest first. Each pass masks what it has read, so that a
later one does not read the year of a date as a number again.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

__all__ = ["MASK", "Found", "PlainText", "Scan", "Value", "ValueKind", "plain_text"]

ValueKind = Literal["date", "number"]

MASK: Final = "\0"
"""Stands for every character that has been read."""
GROUP_SPACE: Final = "\x1f"
"""Stands for the spaces that do not break: they may group digits. Counts as whitespace."""

_READ_AS: Final = {
    MASK: " ",
    **dict.fromkeys("\u00a0\u2007\u2009\u202f", GROUP_SPACE),
    **dict.fromkeys("\u2018\u2019\u02bc\u00b4", "'"),
    "\u066b": ".",
    "\u066c": ",",
    "\u066a": "%",
    "\u2212": "-",
}
_WIDE: Final = range(0xFF01, 0xFFEF)
_DROPPED: Final = frozenset({"Mn", "Me", "Cf"})


@dataclass(frozen=True, slots=True)
class Value:
    """A date or a number of a text, at ``[start, end)``.

    ``key`` is the same for equal values however they are written: dates and their
    intervals as in ISO 8601, as exact as they are said (``1989``, ``1989-10``,
    ``1989-10-23``, ``2014/2018``, ``--10-23`` without a year), decades ``1990s``,
    centuries ``c21``, times ``T10:30``; numbers in plain decimals (``17.3%``,
    ``IDR 5000000``), ``1/3``. ``ordinal``: says a rank, as *ke-21* does. ``soft``: may be
    no number at all, as *kedua* (both), *first*, *hiji* (a); it can bear out an equal
    value and needs nothing to bear it out.
    """

    kind: ValueKind
    key: str
    text: str
    start: int
    end: int
    ordinal: bool = False
    soft: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A value at its place in plain text."""

    kind: ValueKind
    key: str
    start: int
    end: int
    ordinal: bool = False
    soft: bool = False


@dataclass(frozen=True, slots=True)
class PlainText:
    """A text in plain letters, digits and dashes; ``places`` says where each stood in it.

    ``cased`` and ``lower`` have one length, ``places`` one more; invisible characters
    and accents are left out.
    """

    source: str
    cased: str
    lower: str
    places: Sequence[int]

    def value(self, found: Found) -> Value:
        """Return what was found, at its place in the source."""
        start, end = self.places[found.start], self.places[found.end - 1] + 1
        while end < len(self.source) and unicodedata.combining(self.source[end]):
            end += 1
        text = self.source[start:end]
        return Value(found.kind, found.key, text, start, end, found.ordinal, found.soft)


def plain_text(text: str) -> PlainText:
    """Return ``text`` with digits of every script, dashes and letters made plain."""
    if text.isascii():
        cased = text.replace(MASK, " ")
        return PlainText(text, cased, cased.lower(), range(len(text) + 1))
    letters: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        plain = char if "\0" < char < "\x7f" else _plain(char)
        letters.append(plain)
        places.extend([place] * len(plain))
    cased = "".join(letters)
    lower = cased.lower()
    if len(lower) != len(cased):
        lower = "".join(char.lower()[:1] for char in cased)
    return PlainText(text, cased, lower, (*places, len(text)))


def _plain(char: str) -> str:
    """Return what a character beyond ASCII is read as."""
    category = unicodedata.category(char)
    plain = _READ_AS.get(char)
    if plain is None and category == "Nd":
        plain = str(unicodedata.decimal(char))
    elif plain is None and category == "Pd":
        plain = "-"
    elif plain is None and category in _DROPPED:
        plain = ""
    elif plain is None and (category[0] == "L" or category == "Nl" or ord(char) in _WIDE):
        # Of other number characters, superscripts are mostly the marks of footnotes.
        decomposed = unicodedata.normalize("NFKD", char)
        plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return char if plain is None else plain


class Scan:
    """A text under reading: ``text`` is its lower case with what was read masked."""

    def __init__(self, plain: PlainText) -> None:
        """Begin with nothing found."""
        self.plain = plain
        self.text = plain.lower
        self.found: list[Found] = []

    def take(
        self, pattern: re.Pattern[str], read: Callable[[re.Match[str]], Iterable[Found] | None]
    ) -> None:
        """Read every match of ``pattern`` that ``read`` does not turn down with ``None``.

        What is read is masked, also where nothing was found in it.
        """

        def masked(match: re.Match[str]) -> str:
            found = read(match)
            if found is None:
                return match[0]
            self.found.extend(found)
            return MASK * len(match[0])

        self.text = pattern.sub(masked, self.text)

    def mark(self, found: Found) -> None:
        """Add what was found otherwise, without masking it."""
        self.found.append(found)

    def values(self) -> tuple[Value, ...]:
        """Return what was found, in reading order."""
        ordered = sorted(self.found, key=lambda found: (found.start, found.end))
        return tuple(self.plain.value(found) for found in ordered)
