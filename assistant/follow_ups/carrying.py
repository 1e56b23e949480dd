"""What is carried from turn to turn, and how it is put into a follow-up.

Each turn is kept as it was understood: its own words, and what was carried into them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from assistant.abbreviations import abbreviations
from assistant.follow_ups.antecedents import Antecedent, antecedent_of
from assistant.follow_ups.before import Before
from assistant.follow_ups.follow_up import Reading, is_owned, stem_of
from assistant.follow_ups.frame import Frame
from assistant.follow_ups.fronting import fronted
from assistant.follow_ups.pointing import THEY
from assistant.follow_ups.topic import name_runs, topic_of, without
from assistant.follow_ups.words import INTERROGATIVES
from assistant.interrogatives import FUNCTION_WORDS, AnswerType, answer_types
from assistant.phrases import phrases
from assistant.which_documents.thesis_words import PARTS, PLAIN, THESES
from corpus.text import fold, words

__all__ = ["follow", "of_item", "put_right", "stands_alone"]

LONGEST_CARRIED: Final = 400
"""Characters that are carried over at most."""
WORN: Final = 4
"""Turns that may lean on a topic before a name spoken of since takes its place."""
WORN_IF_RICH: Final = 2
"""The same for a question that says more than one thing itself."""
MOST_DISPLACED: Final = 2
"""Words of a topic, besides its names, that another thing takes the place of."""
MOST_OF_PART: Final = 3
"""Words of a topic at most that is taken to be a part of a thesis: *study limited*."""
_AND: Final = "dan|jeung|sareng|and|sarta|serta"

_THE: Final = phrases(r"the(?= \w+\W*$)")
_ADDS: Final = frozenset(words("yang nu anu"))
"""*Kalau yang akademis?*: what is swapped in only tells of what kind the thing before is."""


def stands_alone(text: str, known: frozenset[str] = frozenset()) -> Frame:
    """Return a turn that took nothing from before; ``known`` are the names used before."""
    return Frame(text.strip(), topic_of(text, known), types=answer_types(text))


def follow(text: str, reading: Reading, before: Before, last: Frame) -> Frame:
    """Return a follow-up with what it leans on.

    Args:
        text: The follow-up as typed.
        reading: How it leans; not ``alone``.
        before: What was said before.
        last: The turn before.
    """
    own, answered = text.strip(), before.answered or last
    if reading.lean == "swap":
        return _swapped(own, reading, before, last)
    if reading.lean == "aside":
        detail = without(topic_of(own), reading.names)
        frame = _leaning(last, own, answer_types(text))
        return replace(frame, carried=(), focus=reading.names, detail=detail)
    found = antecedent_of(own, reading.names, before)
    if found is not None or reading.lean == "points":
        frame = _leaning(answered, own, answer_types(text))
        return _standing_for(found, reading, frame) if found else _pointing(reading, frame)
    return _bare(own, reading, _leaning(last, own, answer_types(text)), last)


def _bare(own: str, reading: Reading, frame: Frame, last: Frame) -> Frame:
    """Return a follow-up that asks something else of the same."""
    if reading.names:
        topic = without(last.topic, name_runs(last.topic))
        detail = "" if reading.asks_of else without(last.detail, name_runs(last.detail))
        carried = _distinct((detail, topic), own)
        return replace(frame, topic=topic, carried=carried, focus=reading.names, detail=detail)
    if whole := fronted(own, last.own if not last.carried else ""):
        return replace(frame, own=whole, carried=(), bare=True)
    return replace(frame, carried=_everything(last, own), bare=True)


def of_item(text: str, item: str, answered: Frame) -> Frame:
    """Return a follow-up about an item of what was listed.

    Args:
        text: The follow-up as typed.
        item: The item as the answer gave it.
        answered: The turn that was answered with the list.
    """
    own = text.strip()
    frame = _leaning(answered, own, answer_types(text) - {"list", "definition"})
    return replace(frame, carried=(item,), detail=item, bare=True, item=True)


def put_right(text: str, reading: Reading, before: Before, last: Frame) -> Frame:
    """Return the question before, put right.

    Args:
        text: What a correction says besides that it is one: *Bandung*, *when it was signed*.
        reading: How that leans.
        before: What was said before.
        last: The turn before.
    """
    if answer_types(text) or set(words(text)) & INTERROGATIVES:
        alone = reading.lean == "alone"
        return stands_alone(text, before.names) if alone else follow(text, reading, before, last)
    if len(reading.names) > 1:
        frame = _leaning(last, text, last.types)
        topic = without(last.topic, name_runs(last.topic))
        told = (without(last.detail, name_runs(last.detail)), topic)
        return replace(frame, topic=topic, carried=_distinct(told, text), focus=reading.names)
    swapped = reading.names[0] if reading.names else text.strip(" ?!.,")
    if not reading.names and len(text.split()) > 1:
        # What is put right by a thing was about another.
        names = last.focus or name_runs(last.text)
        return replace(_leaning(last, text, last.types), carried=_distinct(names, text), topic=text)
    return _swapped(text, replace(reading, lean="swap", swapped=swapped), before, last)


def _standing_for(found: Antecedent, reading: Reading, frame: Frame) -> Frame:
    """Return a follow-up whose pointer stands for something else than the topic."""
    detail = without(topic_of(frame.own), reading.names)
    if found.kind == "own":
        topic = topic_of(f", {found.said[0]}")
        asked = topic_of(frame.own[frame.own.index(found.said[0]) + len(found.said[0]) :])
        return replace(frame, topic=topic, carried=(), focus=(), detail=asked, age=0)
    if found.whole:
        frame = replace(frame, focus=())
    if found.kind == "topic":
        return _pointing(reading, replace(frame, age=0))
    if found.kind != "names":
        topic = found.said[0]
        people = found.kind == "phrase" or THEY.search(fold(frame.own))
        alone = found.whole or reading.names or "definition" in frame.types or not people
        focus = reading.names if alone else frame.focus or name_runs(frame.topic)
        carried = _distinct((topic, *focus), frame.own)
        return replace(frame, topic=topic, carried=carried, focus=focus, detail=detail, age=0)
    topic = without(frame.topic, (*found.others, *found.said) if found.others else ())
    carried = _distinct((*found.said, *(() if found.whole else (topic,))), frame.own)
    return replace(frame, topic=topic, carried=carried, focus=found.said, detail=detail)


def _leaning(frame: Frame, own: str, types: frozenset[AnswerType]) -> Frame:
    return replace(frame, own=own, types=types, age=frame.age + 1, bare=False, item=False)


def _everything(last: Frame, own: str) -> tuple[str, ...]:
    """Return all that the turn before was about; one aside had nothing of the topic."""
    aside = last.focus and last.detail and not last.carried
    return _distinct((last.detail, *last.focus, *(() if aside else (last.topic,))), own)


def _pointing(reading: Reading, frame: Frame) -> Frame:
    """Return a follow-up that has words of its own, leaning on what was spoken of before it."""
    detail = without(topic_of(frame.own), reading.names)
    # After a while what a question says itself tells more than the topic of long ago, and
    # *its vision* is that of whom was named last.
    rich = len(reading.plain) > 1
    held = bool(frame.focus) and not reading.names
    worn = frame.age > (WORN_IF_RICH if rich else WORN) and (rich or held)
    frame = replace(frame, topic=_of_thesis(frame.topic, reading.plain))
    topic = "" if worn else frame.topic
    told = (topic,) if reading.names else (*frame.focus, topic)
    focus = reading.names or frame.focus
    return replace(frame, carried=_distinct(told, frame.own), focus=focus, detail=detail)


def _of_thesis(topic: str, plain: tuple[str, ...]) -> str:
    """Return a topic, without the part of a thesis that another takes the place of.

    Behind *Apa rumusan masalah penelitian ini?*, *Tujuannya?* asks for the aim of the study.
    """
    own = {stem_of(word) for word in plain}
    told = [word for word in words(topic) if word not in FUNCTION_WORDS]
    works = [t for t in topic.split() if {stem_of(word) for word in words(t)} & THESES]
    parts = all(stem_of(word) in PARTS | THESES | PLAIN for word in told)
    parts = parts or (len(told) <= MOST_OF_PART and not name_runs(topic))
    return " ".join(works) if works and parts and own & PARTS else topic


def _swapped(own: str, reading: Reading, before: Before, last: Frame) -> Frame:
    """Return the turn before with what is swapped in the place of what was there.

    Args:
        own: The follow-up.
        reading: What it swaps in.
        before: What was said before.
        last: The turn before.
    """
    new, frame = reading.swapped, _leaning(last, own, last.types)
    old = _taken_place(last.own, new)
    if old and (reading.names or _may_be_name(own, new, before)):
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
        names = _held(last)
        if names:
            carried = _distinct(names, own)
            return replace(frame, carried=carried, topic=", ".join(names), detail=topic_of(new))
    frame = replace(frame, topic=_of_thesis(frame.topic, words(new)))
    return replace(frame, carried=_everything(frame, own), detail=topic_of(new))


def _may_be_name(own: str, new: str, before: Before) -> bool:
    """Tell whether a word without a capital may be a name, typed in haste: *kalau bandung?*."""
    folded = fold(new)
    known = is_owned(folded) or folded in before.common or _ADDS & set(words(own))
    # Who writes capitals would have given a name one.
    hasty = not own[:1].isupper()
    return len(new.split()) == 1 and hasty and not known and not _THE.search(fold(own))


def _held(last: Frame) -> tuple[str, ...]:
    """Return the names that stay when another thing takes the place of what was asked of them.

    *Visi Jakarta* leaves Jakarta; what says more than a word or two of its names stays whole.
    """
    if last.focus and not last.carried:
        return last.focus
    names = name_runs(last.topic)
    plain = set(words(without(last.topic, names))) - FUNCTION_WORDS
    return (*last.focus, *names) if names and len(plain) <= MOST_DISPLACED else ()


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
