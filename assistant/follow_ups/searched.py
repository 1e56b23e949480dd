"""How a follow-up is searched: what its own words weigh, and those it has from before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from assistant.follow_ups.before import Before
from assistant.follow_ups.frame import Frame
from assistant.follow_ups.turns import Turn
from assistant.follow_ups.words import GENERIC, LIGHT, TITLES
from assistant.question import Question, read_question
from corpus.text import words

__all__ = ["added_by", "as_rewritten", "searched", "unmet_words"]

GENERIC_WEIGHT: Final = 0.1
"""What a word weighs in a follow-up that is about nothing of its own, e.g. *year*."""
LENT_WEIGHT: Final = 0.2
"""What a word that is no name weighs when a follow-up only has it from the topic."""


def unmet_words(turn: Turn, is_familiar: Callable[[Question], bool] | None) -> frozenset[str]:
    """Return the words of doing in a follow-up that the corpus has not; none when unknown."""
    if is_familiar is None:
        return frozenset()
    doing = LIGHT & frozenset(words(turn.said))
    return frozenset(word for word in doing if not is_familiar(read_question(word)))


def added_by(turn: Turn, unmet: frozenset[str]) -> Question:
    """Return a question of the words alone that a follow-up adds.

    Those that say little, and those that are ``unmet``, weigh less.
    """
    frame = turn.frame
    swaps = frame.bare and not frame.item
    added = read_question(f"{frame.detail} {turn.said}" if swaps else turn.said)
    return replace(added, weights=_weights(added, light=unmet))


def searched(turn: Turn, before: Before, unmet: frozenset[str]) -> Question:
    """Return the question that is searched for a follow-up."""
    frame = turn.frame
    whole = read_question(frame.text)
    known = (whole.names | (before.names & frozenset(whole.words))) - TITLES
    lent = _lent(frame)
    weights = _weights(whole, lent - known, unmet)
    if before.last is before.answered:
        # A question was answered with these names, so its follow-up need not find them all.
        known -= lent
    return replace(whole, types=frame.types, weights=weights, names=known)


def as_rewritten(rewritten: str, names: frozenset[str]) -> Question:
    """Return the question that is searched for a rewriting; weighed as the rules would."""
    whole = read_question(" ".join(rewritten.split()))
    known = whole.names | (names & frozenset(whole.words))
    return replace(whole, weights=_weights(whole), names=known)


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
