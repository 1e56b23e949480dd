"""What was said before a question, as it was understood."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from assistant.follow_ups.frame import Frame
from assistant.follow_ups.silent_answers import is_silent
from assistant.follow_ups.told import Person, Told, read_told
from assistant.follow_ups.topic import common_words, name_runs, named_words
from corpus.text import words

__all__ = ["Before", "spoken"]

MOST_MENTIONS: Final = 12
"""Texts that are searched for what a noun stands for."""
MOST_PERSONS: Final = 2
_SHORTEST_NAME: Final = 2
_NOTHING: Final = Told()


@dataclass(frozen=True, slots=True)
class Before:
    """What was said before.

    ``answered`` is the last turn that was answered, with what the answer ``told``; ``last``
    the last turn, which may be the same. ``names`` are the folded words of names used,
    ``common`` those that answers wrote small;
    ``persons`` who was named last; ``asked`` the questions as they were understood and
    ``quotes`` what answered them, newest first.
    """

    answered: Frame | None = None
    last: Frame | None = None
    names: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    told: Told = _NOTHING
    persons: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()


def spoken(before: Before, question: str, frame: Frame, answer: str) -> Before:
    """Return what was said before once a turn is added.

    Args:
        before: What was said before the turn.
        question: The turn's question as typed.
        frame: The same as it was understood.
        answer: The turn's answer.
    """
    names = before.names | named_words(question) | named_words(answer)
    common = common_words(answer)
    turn = replace(before, last=frame, names=names - common, common=before.common | common)
    if is_silent(answer):
        return turn
    told = read_told(answer)
    items = told.items
    if frame.item:
        items = before.told.items
    elif not items and "list" in frame.types and len(told.quotes) > 1:
        items = told.quotes
    told = replace(told, items=items)
    return replace(
        turn,
        answered=frame,
        told=told,
        persons=_persons(told, frame, before.names | named_words(question)) or before.persons,
        asked=(frame.text, *before.asked)[:MOST_MENTIONS],
        quotes=(*told.quotes, *before.quotes)[:MOST_MENTIONS],
    )


def _persons(told: Told, frame: Frame, places: frozenset[str]) -> tuple[str, ...]:
    """Return who an answer named: of several, those whose title has a name that was asked for."""
    asked = frozenset(
        word for name in (*name_runs(frame.own, places), *frame.focus) for word in words(name)
    )
    meant = [person for person in told.persons if person.of & asked] or list(told.persons)
    names = (_without_place(person, places) for person in meant)
    return tuple(dict.fromkeys(names))[:MOST_PERSONS]


def _without_place(person: Person, places: frozenset[str]) -> str:
    """Return a person's name without the place of a title before it: *Gubernur Jakarta …*."""
    told = person.name.split()
    while len(told) > _SHORTEST_NAME and set(words(told[0])) <= places:
        told = told[1:]
    return " ".join(told)
