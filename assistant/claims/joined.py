"""Statements that say two things at once, taken apart: *it was signed in 1974 and began in 1976*.

Each half must be borne out by itself. The second is read with the subject of the first,
unless it brings its own; what governs both halves, as a condition does, forbids to part them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from assistant.claims.directed import is_tied
from assistant.claims.words import Reading
from corpus.text import fold

__all__ = ["Halves", "halves_of"]

_JOINT: Final = re.compile(
    r"(?P<comma>[,;]\s+)?(?<!\w)(?:dan|serta|and|sareng|sarta|jeung|tetapi|tapi|namun|but|nanging"
    r"|sedangkan|sementara|sedengkeun|whereas|while)\s+(?:juga |also |oge |ogé )?"
    r"|;\s+"
)
_POINTS: Final = re.compile(r"(?:it|they|he|she|ia|mereka|hal itu|anjeunna|aranjeunna)\s+(?=\w)")
_GOVERNS: Final = frozenset({"condition", "reported"})
"""What bears on all that follows."""
_GOVERNS_CLOSELY: Final = frozenset(
    {"aim", "expected", "future", "negation", "not_yet", "possible", "tentative", "not_only"}
)
"""What bears on all that follows up to a comma."""
_FEWEST: Final = 2
"""Words that carry meaning, or numbers, in each half."""


@dataclass(frozen=True, slots=True)
class Halves:
    """The two halves of a statement.

    ``second`` is as it stands, ``completed`` with the subject of the first.
    """

    first: str
    second: str
    completed: str


def halves_of(reading: Reading) -> Iterator[Halves]:
    """Yield the ways to take a statement apart, the last joint first."""
    text = reading.text
    folded = fold(text)
    if len(folded) != len(text):
        folded = text.lower()
    for match in reversed(list(_JOINT.finditer(folded))):
        first, second = text[: match.start()].rstrip(" ,;"), text[match.end() :].strip()
        if _weight(reading, 0, match.start()) < _FEWEST:
            continue
        if _weight(reading, match.end(), len(text)) < _FEWEST:
            continue
        comma = bool(match["comma"]) or match[0].startswith(";")
        if _is_governed(reading, match.start(), comma=comma):
            continue
        subject = _subject(reading)
        bare = _POINTS.sub("", second, count=1) if _POINTS.match(fold(second)) else second
        yield Halves(first, second, f"{subject} {bare}" if subject else bare)


def _weight(reading: Reading, start: int, end: int) -> int:
    """Return how many words that carry meaning and values a stretch holds."""
    places = {at for at in reading.at(start, end) if reading.tokens[at].content}
    return len(places) + sum(start <= v.start < end for v in reading.values)


def _is_governed(reading: Reading, end: int, *, comma: bool) -> bool:
    kinds = {cue.kind for cue in reading.cues if reading.tokens[cue.last].end <= end}
    if kinds & _GOVERNS or (not comma and kinds & _GOVERNS_CLOSELY):
        return True
    return is_tied(reading, end, comma=comma)


def _subject(reading: Reading) -> str:
    """Return the words that a statement begins with, through its first noun or name."""
    first = last = None
    for place, token in enumerate(reading.tokens):
        if last is None:
            if token.content:
                first = last = place
        elif token.capital and token.clause == reading.tokens[last].clause:
            last = place
        elif token.word not in ("of", "the", "di"):
            break
    if first is None or last is None:
        return ""
    return reading.text[reading.tokens[first].start : reading.tokens[last].end]
