"""Follow-ups: a question that leans on the turns before it is made to stand alone.

What was asked before is read as it was understood: the same rules are folded over the
history, so that a follow-up of a follow-up still knows what is spoken of.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol

from assistant.follow_ups.carrying import Frame, follow, stands_alone
from assistant.follow_ups.faithful import LONGEST_REWRITE, is_faithful
from assistant.follow_ups.follow_up import asked_language, read_follow_up
from assistant.follow_ups.silent_answers import is_silent
from assistant.follow_ups.topic import common_words, named_words
from assistant.follow_ups.words import GENERIC, TITLES
from assistant.question import LONGEST_QUESTION, Question, question_language, read_question
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


@dataclass(frozen=True, slots=True)
class _Before:
    """What was said before: the last turn, the last that was answered, and names used."""

    answered: Frame | None = None
    last: Frame | None = None
    names: frozenset[str] = frozenset()


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
    if not recent or not own.words:
        return Understood(own, None, cut)
    before = _folded(recent)
    frame = _read(own.text, before)
    if frame.text == own.text or (is_familiar is not None and not is_familiar(_added(frame, own))):
        return Understood(own, None, cut)
    wanted = asked_language(own.text)
    language = wanted or _language(own, recent)
    asked = replace(_asked(frame, before), language=language, cut=own.cut)
    rewritten = None
    if rewriter is not None and wanted is None:
        rewritten = rewriter.rewrite(own.text, recent)
    if rewritten is not None and is_faithful(rewritten, own, recent):
        made = _as_rewritten(rewritten, before.names)
        return Understood(replace(made, language=language, cut=own.cut), made.text, cut)
    return Understood(asked, frame.text, cut)


def _folded(history: Sequence[tuple[str, str]]) -> _Before:
    before = _Before()
    for place, (question, answer) in enumerate(history):
        whole = completed(question, history[:place])
        frame = _read(question, before) if whole is None else stands_alone(whole, before.names)
        before = _Before(
            before.answered if is_silent(answer) else frame,
            frame,
            (before.names | named_words(question) | named_words(answer)) - common_words(answer),
        )
    return before


def _read(text: str, before: _Before) -> Frame:
    """Return a question as it is understood after what was said before."""
    last = before.last
    if last is None:
        return stands_alone(text, before.names)
    if asked_language(text) is not None:
        return replace(last, bare=True)
    reading = read_follow_up(text, before.names)
    if reading.lean == "alone":
        return stands_alone(text, before.names)
    return follow(text, reading, before.answered or last, last)


def _added(frame: Frame, own: Question) -> Question:
    """Return a question of the words alone that a follow-up adds, those that say little less."""
    said = "" if asked_language(own.text) is not None else own.text
    added = read_question(f"{frame.detail} {said}" if frame.bare else said)
    return replace(added, weights=_weights(added))


def _asked(frame: Frame, before: _Before) -> Question:
    """Return the question that is searched."""
    whole = read_question(frame.text)
    known = (whole.names | (before.names & frozenset(whole.words))) - TITLES
    lent = _lent(frame)
    weights = _weights(whole, lent - known)
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


def _weights(question: Question, lent: frozenset[str] = frozenset()) -> tuple[float, ...]:
    """Return the weights of a question's words; ``lent`` are those it has from before."""
    light = dict.fromkeys(lent, LENT_WEIGHT) | dict.fromkeys(GENERIC, GENERIC_WEIGHT)
    return tuple(
        min(weight, light.get(word, weight))
        for word, weight in zip(question.words, question.weights, strict=True)
    )


def _language(own: Question, history: Sequence[tuple[str, str]]) -> Language:
    """Return a follow-up's language, that of the turn before when a word or two cannot tell."""
    shares = load_language_classifier().probabilities(own.text)
    return own.language if max(shares.values()) >= SURE else question_language(history[-1][0])
