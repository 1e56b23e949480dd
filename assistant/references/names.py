"""Names of authors, as a thesis gives them, in the parts that styles put in order.

Indonesian and Sundanese names mostly have no family name. In the reference lists of
Indonesian universities the last word stands first all the same (*Siti Nur Wulandari* →
*Wulandari, S. N.*), a name of one word stays as it is (*Sukarno*), and so does one with a
patronymic (*Ahmad bin Abdullah*). A name with a comma is taken as turned round already;
academic degrees are no part of a name.
"""

from __future__ import annotations

import re
from typing import Final

from assistant.references.records import PersonName

__all__ = ["read_name"]

_PATRONYMIC: Final = frozenset({"anak", "bin", "binti", "binte", "ibn"})
_PARTICLES: Final = frozenset(
    {"al", "da", "de", "del", "den", "der", "di", "dos", "du", "la", "le", "ten", "ter", "van"}
    | {"von"}
)
_BEFORE: Final = re.compile(r"^(?:(?:Prof|Dr|Drs|Dra|Ir)\.\s*)+", re.IGNORECASE)
_DEGREE: Final = re.compile(
    r"(?:[A-Z][A-Za-z]{0,4}\.\s?)+(?:[A-Z][A-Za-z]{0,6}\.?)?|MA|MBA|MSc|PhD"
)


def read_name(text: str) -> PersonName:
    """Return a name in its parts."""
    whole = _BEFORE.sub("", " ".join(text.split()))
    parts = [part.strip() for part in whole.split(",") if part.strip()]
    # *Wulandari, S. N.* is a name turned round, *Siti Wulandari, S.IP.* one with a degree.
    while len(parts) > 1 and " " in parts[0] and _DEGREE.fullmatch(parts[-1]):
        parts.pop()
    while len(parts) > 2 and _DEGREE.fullmatch(parts[-1]):  # noqa: PLR2004 - family, given, degree
        parts.pop()
    if not parts:
        return PersonName(whole)
    if len(parts) > 1:
        particle, family = _split_particle(parts[0].split())
        return PersonName(family, " ".join(parts[1:]), particle)
    return _in_reading_order(parts[0].split())


def _in_reading_order(words: list[str]) -> PersonName:
    if len(words) == 1 or any(word.lower() in _PATRONYMIC for word in words):
        return PersonName(" ".join(words))
    first = len(words) - 1
    while first > 1 and words[first - 1].lower() in _PARTICLES and words[first - 1].islower():
        first -= 1
    particle, family = _split_particle(words[first:])
    return PersonName(family, " ".join(words[:first]), particle)


def _split_particle(words: list[str]) -> tuple[str, str]:
    first = 0
    while first < len(words) - 1 and words[first].islower() and words[first] in _PARTICLES:
        first += 1
    return " ".join(words[:first]), " ".join(words[first:])
