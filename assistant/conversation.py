"""Follow-ups: a question that leans on the turns before it is made to stand alone.

What was asked before is read as it was understood: the same rules are folded over the
history, so that a follow-up of a follow-up still knows what is spoken of.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol

from assistant.follow_ups.before import Before, spoken
from assistant.follow_ups.carrying import follow, of_item, put_right, stands_alone
from assistant.follow_ups.courtesy import is_courtesy, without_courtesy
from assistant.follow_ups.faithful import LONGEST_REWRITE, is_faithful
from assistant.follow_ups.follow_up import asked_language, corrected, read_follow_up
from assistant.follow_ups.frame import Frame
from assistant.follow_ups.ordinals import about_the_same, asked_item
from assistant.follow_ups.topic import named_words
from assistant.follow_ups.words import GENERIC, LIGHT, TITLES
from assistant.question import (
    FUNCTION_WEIGHT,
    LONGEST_QUESTION,
    Question,
    question_language,
    read_question,
)
from assistant.which_documents.which_reply import completed
from corpus.encoder import load_language_classifier
from corpus.language import Language
from corpus.text import words

__all__ = ["LONGEST_HISTORY", "LONGEST_REWRITE", "Rewriter", "Understood", "understand"]

LONGEST_HISTORY: Final = 10
"""Earlier turns that are read; those before them are left out, with a notice."""
LONGEST_ANSWER: Final = 4_000
"""Characters that are read of each earlier answer; of a question ``LONGEST_QUESTION``."""
SURE: Final = 0.55
"""The probability from which the language of a follow-up is taken as told."""
GENERIC_WEIGHT: Final = 0.1
"""What a word weighs in a follow-up that is about nothing of its own, e.g. *year*."""
LENT_WEIGHT: Final = 0.2
"""What a word that is no name weighs when a follow-up only has it from the topic."""


class Rewriter(Protocol):
    """Who makes a follow-up stand alone, e.g. a language model."""

    def rewrite(self, text: str, history: Sequence[tuple[str, str]]) -> str | None:
        """Return the follow-up as a question of its own, ``None`` when that cannot be done.

        Args:
            text: The follow-up.
            history: The turns before, (question, answer) each, oldest first, cut short.
        """


@dataclass(frozen=True, slots=True)
class Understood:
    """A question as it will be searched; ``understood_as`` is set when it was rewritten.

    ``history_cut``: earlier turns were left out.
    """

    question: Question
    understood_as: str | None
    history_cut: bool


def understand(
    text: str,
    history: Sequence[tuple[str, str]] = (),
    rewriter: Rewriter | None = None,
    is_familiar: Callable[[Question], bool] | None = None,
) -> Understood:
    """Read a question in the light of the turns before it.

    A question that stands alone is left as it is. One that leans is searched with the
    topic and the names of the last answered turn, as ``carrying`` puts them together.

    Args:
        text: The question as typed.
        history: The turns before, (question, answer) each, oldest first.
        rewriter: Makes a question that leans stand alone; what it returns is used when
            it still asks the same and names nothing that was not said, else the rules are.
            It is not asked when nothing but another language is wanted.
        is_familiar: Tells whether the corpus knows the words that a question adds to
            what was said; one of which it does not is left as it is.
    """
    own = read_question(text)
    recent = [
        (question[:LONGEST_QUESTION], answer[:LONGEST_ANSWER])
        for question, answer in history[-LONGEST_HISTORY:]
    ]
    cut = len(history) > len(recent)
    if is_courtesy(own.text):
        return Understood(_asking_nothing(own), None, cut)
    if not recent or not own.words:
        return Understood(own, None, cut)
    typed, before = without_courtesy(own.text), _folded(recent)
    frame = _read(typed, before)
    unmet = _unmet(typed, is_familiar)
    if frame.text == typed:
        return Understood(own, None, cut)
    if is_familiar is not None and not is_familiar(_added(frame, typed, unmet)):
        return Understood(own, None, cut)
    wanted = asked_language(typed)
    language = wanted or _language(own, recent)
    asked = replace(_asked(frame, before, unmet), language=language, cut=own.cut)
    rewritten = None
    if rewriter is not None and wanted is None:
        rewritten = rewriter.rewrite(own.text, recent)
    if rewritten is not None and is_faithful(rewritten, own, recent):
        made = _as_rewritten(rewritten, before.names)
        return Understood(replace(made, language=language, cut=own.cut), made.text, cut)
    return Understood(asked, frame.text, cut)


def _asking_nothing(own: Question) -> Question:
    """Return a greeting or thanks as a question whose words are about nothing."""
    return replace(own, weights=(FUNCTION_WEIGHT,) * len(own.words), names=frozenset())


def _folded(history: Sequence[tuple[str, str]]) -> Before:
    before = Before()
    for place, (question, answer) in enumerate(history):
        if is_courtesy(question):
            continue
        whole = completed(question, history[:place])
        if whole is None:
            frame = _read(without_courtesy(question), before)
        else:
            frame = stands_alone(whole, before.names)
        before = spoken(before, question, frame, answer)
    return before


def _read(text: str, before: Before) -> Frame:
    """Return a question as it is understood after what was said before."""
    last = before.last
    if last is None:
        return stands_alone(text, before.names)
    if asked_language(text) is not None:
        return replace(last, bare=True)
    if right := corrected(text):
        names = before.names | named_words(f", {right}")
        return put_right(right, read_follow_up(right, names), before, last)
    if item := _item(text, before):
        return of_item(text, item, before.answered or last)
    reading = read_follow_up(text, before.names)
    if reading.lean == "alone":
        return stands_alone(text, before.names)
    return follow(text, reading, before, last)


def _item(text: str, before: Before) -> str:
    """Return the item of the last answer that a follow-up asks about, or nothing."""
    items = before.told.items
    asked = asked_item(text) if items and before.answered is not None else None
    if asked is None or before.answered is None or asked.number > len(items):
        return ""
    if not about_the_same(asked.others, frozenset(words(before.answered.text))):
        return ""
    return items[asked.number - 1] if asked.number > 0 else items[-1]


def _unmet(typed: str, is_familiar: Callable[[Question], bool] | None) -> frozenset[str]:
    """Return the words of doing in a follow-up that the corpus has not."""
    if is_familiar is None:
        return frozenset()
    return frozenset(w for w in words(typed) if w in LIGHT and not is_familiar(read_question(w)))


def _added(frame: Frame, typed: str, unmet: frozenset[str]) -> Question:
    """Return a question of the words alone that a follow-up adds.

    Those that say little, and those that are ``unmet``, weigh less.
    """
    nothing = frame.item or asked_language(typed) is not None
    said = "" if nothing else corrected(typed) or typed
    detail = "" if frame.item else frame.detail
    added = read_question(f"{detail} {said}" if frame.bare else said)
    return replace(added, weights=_weights(added, light=unmet))


def _asked(frame: Frame, before: Before, unmet: frozenset[str]) -> Question:
    """Return the question that is searched."""
    whole = read_question(frame.text)
    known = (whole.names | (before.names & frozenset(whole.words))) - TITLES
    lent = _lent(frame)
    weights = _weights(whole, lent - known, unmet)
    if before.last is before.answered:
        # A question was answered with these names, so its follow-up need not find them all.
        known -= lent
    return replace(whole, types=frame.types, weights=weights, names=known)


def _lent(frame: Frame) -> frozenset[str]:
    """Return the words of the topic that a follow-up has besides what it is about itself.

    That are its own words, the names spoken of last and, where it only asks, what was asked
    before. One that has nothing of this is about its topic.
    """
    told = (frame.own, *frame.focus, frame.detail if frame.bare else "")
    asks = frame.detail if frame.bare else frame.own
    if not read_question(asks).content:
        return frozenset()
    return frozenset(words(" ".join(frame.carried))) - frozenset(words(" ".join(told)))


def _as_rewritten(rewritten: str, names: frozenset[str]) -> Question:
    """Return the question that is searched; weighed as the rules would."""
    whole = read_question(" ".join(rewritten.split()))
    known = whole.names | (names & frozenset(whole.words))
    return replace(whole, weights=_weights(whole), names=known)


def _weights(
    question: Question,
    lent: frozenset[str] = frozenset(),
    light: frozenset[str] = frozenset(),
) -> tuple[float, ...]:
    """Return the weights of a question's words.

    Args:
        question: The question.
        lent: Those that it has from before.
        light: Those that say little besides ``GENERIC``.
    """
    most = dict.fromkeys(lent, LENT_WEIGHT) | dict.fromkeys(GENERIC | light, GENERIC_WEIGHT)
    return tuple(
        min(weight, most.get(word, weight))
        for word, weight in zip(question.words, question.weights, strict=True)
    )


def _language(own: Question, history: Sequence[tuple[str, str]]) -> Language:
    """Return a follow-up's language, that of the turn before when a word or two cannot tell."""
    shares = load_language_classifier().probabilities(own.text)
    return own.language if max(shares.values()) >= SURE else question_language(history[-1][0])
