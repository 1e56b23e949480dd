"""The question before with another interrogative: *Kapan X diresmikan?*, then *Di mana?*.

This is how people would say it, where the two are of one language and the question opens
with what it asks by; elsewhere a follow-up is given its topic in brackets.
"""

from __future__ import annotations

from typing import Final

from assistant.follow_ups.openings import CONNECTS
from assistant.follow_ups.words import EDGES, INTERROGATIVES
from assistant.question import question_language
from corpus.text import fold, words

__all__ = ["fronted"]

_AUXILIARIES: Final = frozenset(words("is are was were do does did has have had can could will"))
_ENGLISH: Final = frozenset(words("when where why how"))
_FRONTS: Final = frozenset(
    words(
        """
        kapan dimana mana di ke dari siapa oleh dengan mengapa kenapa bagaimana sejak
        iraha saha ku jeung sareng ti ka kunaon naha kumaha dina
        tahun taun tanggal berapa sabaraha
        """
    )
)
"""Of what the asking may consist: *oleh siapa*, *di mana*, *taun sabaraha*."""
_BARE_FRONTS: Final = frozenset((word,) for word in words("siapa saha berapa sabaraha di ke ka"))
"""What needs another word before it can open a question that was asked otherwise."""
_WHO: Final = frozenset(words("siapa saha who apa naon what which"))


def fronted(asking: str, before: str) -> str:
    """Return ``before`` as ``asking`` asks it, empty where that cannot be said.

    Args:
        asking: A follow-up that only asks.
        before: The question before, empty when it does not stand alone as it was typed.
    """
    if not before:
        return ""
    opening = CONNECTS.match(fold(asking).strip())
    behind = fold(asking).strip() if opening is None else fold(asking).strip()[opening.end() :]
    front = words(behind)
    tokens = before.split()
    asked = 0
    while asked < len(tokens) and set(words(tokens[asked])) <= INTERROGATIVES | EDGES:
        asked += 1
    lead = {word for token in tokens[:asked] for word in words(token)}
    rest = tokens[asked:]
    if not front or not rest or not lead or lead & _WHO or not set(front) & INTERROGATIVES:
        return ""
    language = question_language(before)
    if language != question_language(asking):
        return ""
    fits = set(front) <= _FRONTS and front not in _BARE_FRONTS
    if language == "en":
        fits = len(front) == 1 and set(front) <= _ENGLISH
        fits = fits and set(words(rest[0])) <= _AUXILIARIES
    if not fits or any(set(words(token)) & INTERROGATIVES for token in rest):
        return ""
    said = " ".join(front)
    return f"{said[0].upper()}{said[1:]} {' '.join(rest)}"
