"""References to an item of what was listed: *the second one*, *nomor dua*, *nu kadua*."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from assistant.follow_ups.pointing import BINDS, POINTS
from assistant.follow_ups.words import GENERIC, INTERROGATIVES
from assistant.interrogatives import FUNCTION_WORDS
from assistant.which_documents.thesis_words import PLACES
from corpus.morphology import roots
from corpus.text import fold, words

__all__ = ["LAST", "ItemAsked", "about_the_same", "asked_item"]

LAST: Final = -1
"""Stands for the last item, whatever its number."""

_ORDINALS: Final[Mapping[str, int]] = {
    **dict.fromkeys(words("pertama kesatu kahiji mimiti first 1st"), 1),
    **dict.fromkeys(words("kedua kadua second 2nd"), 2),
    **dict.fromkeys(words("ketiga katilu third 3rd"), 3),
    **dict.fromkeys(words("keempat kaopat fourth 4th"), 4),
    **dict.fromkeys(words("kelima kalima fifth 5th"), 5),
    **dict.fromkeys(words("keenam kagenep sixth 6th"), 6),
    **dict.fromkeys(words("terakhir panungtung panungtungan pamungkas last final"), LAST),
}
_CARDINALS: Final[Mapping[str, int]] = {
    **dict.fromkeys(words("satu hiji one"), 1),
    **dict.fromkeys(words("dua two"), 2),
    **dict.fromkeys(words("tiga tilu three"), 3),
    **dict.fromkeys(words("empat opat four"), 4),
    **dict.fromkeys(words("lima five"), 5),
    **dict.fromkeys(words("enam genep six"), 6),
}
_COUNTERS: Final = frozenset(words("nomor nomer no number point poin butir item ke ka"))
_LINKS: Final = frozenset(words("yang nu anu the"))
_NO_ITEM_BEHIND: Final = frozenset(
    words("kali time times year years week month tahun taun minggu bulan")
)
_IDLE: Final = frozenset(
    words("item items point points poin butir jelaskeun elaborate contoh contohnya contona maksud")
)


@dataclass(frozen=True, slots=True)
class ItemAsked:
    """An item that a follow-up asks about: its number, 1 the first, or ``LAST``.

    ``others`` are the folded words that the follow-up says besides: what the items are
    (*tujuan kedua*), or nothing; ``counted`` is the one behind the ordinal (*second field*).
    """

    number: int
    others: frozenset[str]
    counted: str = ""


def asked_item(text: str) -> ItemAsked | None:
    """Return which item of a list a follow-up asks about, ``None`` when about none."""
    told = words(text)
    for place, number in _numbers(told):
        behind = told[place + 1] if place + 1 < len(told) else ""
        before = told[place - 1] if place else ""
        if behind in _NO_ITEM_BEHIND or (behind in PLACES and before not in _LINKS):
            continue
        idle = FUNCTION_WORDS | GENERIC | INTERROGATIVES | _COUNTERS | _IDLE | _pointers(text)
        rest = (word for at, word in enumerate(told) if at != place and word not in idle)
        return ItemAsked(number, frozenset(rest), behind)
    return None


def _pointers(text: str) -> frozenset[str]:
    folded = fold(text)
    found = (match[0] for pattern in (POINTS, BINDS) for match in pattern.finditer(folded))
    return frozenset(word for phrase in found for word in words(phrase))


def _numbers(told: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Yield the places of the words that may number an item, with their numbers."""
    for place, word in enumerate(told):
        if word in _ORDINALS:
            yield place, _ORDINALS[word]
        elif place and told[place - 1] in _COUNTERS:
            # *No one* counts nothing, *no 1* does.
            spelled = 0 if told[place - 1] == "no" else _CARDINALS.get(word, 0)
            number = int(word) if word.isdigit() else spelled
            if number:
                yield place, number


def about_the_same(others: frozenset[str], said: frozenset[str]) -> bool:
    """Tell whether all of ``others`` were said before, in some form."""
    known = {root for word in said for root in roots(word)}
    return all(roots(word) & known for word in others)
