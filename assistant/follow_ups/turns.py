"""Turns read one after the other, each in the light of those before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.follow_ups.asked_language import asked_language
from assistant.follow_ups.before import Before, spoken
from assistant.follow_ups.carrying import follow, of_item, put_right, stands_alone
from assistant.follow_ups.courtesy import is_courtesy, without_courtesy
from assistant.follow_ups.follow_up import corrected, read_follow_up
from assistant.follow_ups.frame import Frame
from assistant.follow_ups.ordinals import about_the_same, asked_item
from assistant.follow_ups.topic import named_words
from assistant.which_documents.which_reply import completed
from corpus.language import Language
from corpus.text import words

__all__ = ["Turn", "read_history", "read_turn"]


@dataclass(frozen=True, slots=True)
class Turn:
    """A question as it is understood; ``leans`` tells that it took something from before.

    ``said`` is what it says itself, without greeting and the like; ``language`` is set when
    it wants its answer in another.
    """

    frame: Frame
    said: str
    leans: bool
    language: Language | None = None


def read_history(history: Sequence[tuple[str, str]]) -> Before:
    """Return what was said before; ``history`` holds (question, answer) pairs, oldest first."""
    before = Before()
    for place, (question, answer) in enumerate(history):
        if is_courtesy(question):
            continue
        whole = completed(question, history[:place])
        if whole is None:
            frame = read_turn(question, before).frame
        else:
            frame = stands_alone(whole, before.names)
        before = spoken(before, question, frame, answer)
    return before


def read_turn(text: str, before: Before) -> Turn:
    """Return a question as it is understood after what was said before."""
    typed = without_courtesy(text)
    wanted = asked_language(typed) if before.last is not None else None
    if wanted is None or before.last is None:
        return _read(typed, before)
    if not wanted.rest:
        return Turn(replace(before.last, bare=True), "", leans=True, language=wanted.language)
    turn = _read(wanted.rest, before)
    return replace(turn, language=wanted.language) if turn.leans else _read(typed, before)


def _read(text: str, before: Before) -> Turn:
    last = before.last
    if last is None:
        return Turn(stands_alone(text, before.names), text, leans=False)
    if right := corrected(text):
        reading = read_follow_up(right, before.names | named_words(f", {right}"))
        return Turn(put_right(right, reading, before, last), right, leans=True)
    if item := _item(text, before):
        return Turn(of_item(text, item, before.answered or last), "", leans=True)
    reading = read_follow_up(text, before.names)
    counts = _asks_an_item(text)
    if reading.lean == "alone" and counts:
        reading = replace(reading, lean="bare")
    if reading.lean == "alone":
        return Turn(stands_alone(text, before.names), text, leans=False)
    frame = follow(text, reading, before, last)
    return Turn(frame, "" if counts else text, leans=frame.text != text.strip())


def _asks_an_item(text: str) -> bool:
    """Tell whether a question says nothing but the number of an item."""
    asked = asked_item(text)
    return asked is not None and not asked.others


def _item(text: str, before: Before) -> str:
    """Return the item of the last answer that a follow-up asks about, or nothing."""
    items = before.told.items
    asked = asked_item(text) if items and before.answered is not None else None
    if asked is None or before.answered is None or asked.number > len(items):
        return ""
    said = frozenset(words(before.answered.text))
    if asked.others != {asked.counted} and not about_the_same(asked.others, said):
        return ""
    return items[asked.number - 1] if asked.number > 0 else items[-1]
