"""Where a quote stands in a text that has changed.

After the text-quote selector of the Web Annotation Data Model (W3C, 2017): a quote is
looked up with the text that stood around it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from corpus.records import Span

__all__ = ["Anchor", "find_anchor", "make_anchor"]

_AROUND: Final = 64
"""Characters kept on either side of a quote."""
_ENOUGH: Final = 8
"""So much of the text around a short quote must still stand there."""
_LONG: Final = 24
"""A quote of this length is itself wherever it stands alone."""
_MOST_PLACES: Final = 1_000


@dataclass(frozen=True, slots=True)
class Anchor:
    """A quote, where it stood, and the text just before and after it."""

    start: int
    quote: str
    before: str
    after: str


def make_anchor(text: str, span: Span) -> Anchor:
    """Return what finds ``text[span.start:span.end]`` again."""
    return Anchor(
        start=span.start,
        quote=text[span.start : span.end],
        before=text[max(0, span.start - _AROUND) : span.start],
        after=text[span.end : span.end + _AROUND],
    )


def find_anchor(anchor: Anchor, text: str) -> Span | None:
    """Return where the quote stands now, ``None`` when that is not sure.

    Of several places, the one with more of the old surroundings; of equal ones, that which
    it had before.
    """
    places = {start: _agreement(anchor, text, start) for start in _places(anchor.quote, text)}
    if not places:
        return None
    best = max(places.values())
    found = [start for start, agreement in places.items() if agreement == best]
    if len(found) > 1:
        found = [start for start in found if start == anchor.start]
    alone = len(places) == 1 and len(anchor.quote) >= _LONG
    whole = best >= min(_ENOUGH, len(anchor.before) + len(anchor.after))
    if not found or not (alone or whole):
        return None
    return Span(found[0], found[0] + len(anchor.quote))


def _places(quote: str, text: str) -> Iterator[int]:
    start = text.find(quote) if quote else -1
    for _ in range(_MOST_PLACES):
        if start < 0:
            return
        yield start
        start = text.find(quote, start + 1)


def _agreement(anchor: Anchor, text: str, start: int) -> int:
    """Return how many characters around a place are as they were around the quote."""
    end = start + len(anchor.quote)
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    return _shared(anchor.before[::-1], before[::-1]) + _shared(anchor.after, after)


def _shared(one: str, other: str) -> int:
    """Return the length of what two texts begin with alike."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
