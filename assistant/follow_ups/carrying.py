"""What is carried from turn to turn, and how it is put into a follow-up.

Each turn is kept as it was understood: its own words, and what was carried into them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from assistant.abbreviations import abbreviations
from assistant.follow_ups.follow_up import Reading
from assistant.follow_ups.fronting import fronted
from assistant.follow_ups.topic import name_runs, topic_of, without
from assistant.interrogatives import FUNCTION_WORDS, AnswerType, answer_types
from corpus.text import words

__all__ = ["Frame", "follow", "stands_alone"]

LONGEST_CARRIED: Final = 400
"""Characters that are carried over at most."""
WORN: Final = 4
"""Turns that may lean on a topic before a name spoken of since takes its place."""
WORN_IF_RICH: Final = 2
"""The same for a question that says more than one thing itself."""
_AND: Final = "dan|jeung|sareng|and|sarta|serta"

_ADDS: Final = frozenset(words("yang nu anu"))
"""*Kalau yang akademis?*: what is swapped in only tells of what kind the thing before is."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A turn as it was understood.

    ``own`` are its own words, ``carried`` what it took from before. What the next turn
    may take: ``topic``, what the last question that stood alone was about; ``focus``, the
    names spoken of since; ``detail``, what the turn itself asked about these; ``age``, how
    many turns have leaned on the topic. ``types`` is what it asks for; ``bare`` tells that
    nothing but the asking is its own.
    """

    own: str
    topic: str
    carried: tuple[str, ...] = ()
    focus: tuple[str, ...] = ()
    detail: str = ""
    age: int = 0
    types: frozenset[AnswerType] = frozenset()
    bare: bool = False

    @property
    def text(self) -> str:
        """The turn made to stand alone."""
        return f"{self.own} ({', '.join(self.carried)})" if self.carried else self.own


def stands_alone(text: str, known: frozenset[str] = frozenset()) -> Frame:
    """Return a turn that took nothing from before; ``known`` are the names used before."""
    return Frame(text.strip(), topic_of(text, known), types=answer_types(text))


def follow(text: str, reading: Reading, answered: Frame, last: Frame) -> Frame:
    """Return a follow-up with what it leans on.

    Args:
        text: The follow-up as typed.
        reading: How it leans; not ``alone``.
        answered: The last turn that was answered.
        last: The turn before, which may be the same.
    """
    own = text.strip()
    if reading.lean == "swap":
        return _swapped(own, reading, last)
    if reading.lean == "aside":
        detail = without(topic_of(own), reading.names)
        frame = _leaning(last, own, answer_types(text))
        return replace(frame, carried=(), focus=reading.names, detail=detail)
    if reading.lean == "points":
        return _pointing(reading, _leaning(answered, own, answer_types(text)))
    frame = _leaning(last, own, answer_types(text))
    if reading.names:
        topic = without(last.topic, name_runs(last.topic))
        detail = "" if reading.asks_of else without(last.detail, name_runs(last.detail))
        carried = _distinct((detail, topic), own)
        return replace(frame, topic=topic, carried=carried, focus=reading.names, detail=detail)
    if whole := fronted(own, last.own if not last.carried else ""):
        return replace(frame, own=whole, carried=(), bare=True)
    return replace(frame, carried=_everything(last, own), bare=True)


def _leaning(frame: Frame, own: str, types: frozenset[AnswerType]) -> Frame:
    return replace(frame, own=own, types=types, age=frame.age + 1, bare=False)


def _everything(last: Frame, own: str) -> tuple[str, ...]:
    return _distinct((last.detail, *last.focus, last.topic), own)


def _pointing(reading: Reading, frame: Frame) -> Frame:
    """Return a follow-up that has words of its own, leaning on what was spoken of before it."""
    detail = without(topic_of(frame.own), reading.names)
    # After a while what a question says itself tells more than the topic of long ago, and
    # *its vision* is that of whom was named last.
    rich = len(reading.plain) > 1
    held = bool(frame.focus) and not reading.names
    worn = frame.age > (WORN_IF_RICH if rich else WORN) and (rich or held)
    topic = "" if worn else frame.topic
    told = (topic,) if reading.names else (*frame.focus, topic)
    focus = reading.names or frame.focus
    return replace(frame, carried=_distinct(told, frame.own), focus=focus, detail=detail)


def _swapped(own: str, reading: Reading, last: Frame) -> Frame:
    """Return the turn before with what is swapped in the place of what was there.

    Args:
        own: The follow-up.
        reading: What it swaps in.
        last: The turn before.
    """
    new, frame = reading.swapped, _leaning(last, own, last.types)
    old = _taken_place(last.own, new)
    if old and (reading.names or len(new.split()) == 1):
        whole = _exchanged(last.own, old, new)
        if not frame.carried:
            return stands_alone(whole)
        carried = _distinct((topic for topic in frame.carried if topic != old), whole)
        return replace(frame, own=whole, carried=carried, focus=(new,))
    if reading.names:
        topic = without(frame.topic, name_runs(frame.topic)[-1:])
        carried = _distinct((frame.detail, topic), own)
        return replace(frame, topic=topic, carried=carried, focus=reading.names)
    if not _ADDS & set(words(own)):
        frame = replace(frame, detail="")
    return replace(frame, carried=_everything(frame, own), detail=topic_of(new))


def _taken_place(text: str, new: str) -> str:
    """Return what in ``text`` is of the kind of ``new`` and may give it its place."""
    if new.isdigit():
        return next((word for word in reversed(words(text)) if word.isdigit()), "")
    short = abbreviations(new)
    names = [name for name in name_runs(text) if bool(abbreviations(name)) == bool(short)]
    others = [name for name in names if name.casefold() != new.casefold()]
    return others[-1] if others else ""


def _exchanged(text: str, old: str, new: str) -> str:
    """Return ``text`` with ``new`` for ``old``; where both stand, they change places."""
    there = re.search(rf"\b{re.escape(new)}\b", text, re.IGNORECASE)
    if there is None:
        return re.sub(rf"\b{re.escape(old)}\b", lambda _: new, text)
    pair = rf"\b(?:{re.escape(old)}|{re.escape(there[0])})\b"
    joined = re.compile(rf"{pair} (?:{_AND}) {pair}")
    if joined.search(text):
        return joined.sub(lambda _: there[0], text)
    return re.sub(pair, lambda match: there[0] if match[0] == old else old, text)


def _distinct(topics: Iterable[str], own: str) -> tuple[str, ...]:
    """Return topics without empty ones and those whose words are said already, cut."""
    said = set(words(own))
    kept: list[str] = []
    length = 0
    for topic in topics:
        fresh = set(words(topic)) - FUNCTION_WORDS
        if not fresh or fresh <= said or length + len(topic) > LONGEST_CARRIED:
            continue
        said |= fresh
        length += len(topic)
        kept.append(topic)
    return tuple(kept)
