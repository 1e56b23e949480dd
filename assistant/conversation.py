"""Follow-ups: a question that leans on the turns before it is made to stand alone.

What was asked before is read as it was understood: the same rules are folded over the
history, so that a follow-up of a follow-up still knows what is spoken of.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol

from assistant.follow_ups.courtesy import is_courtesy
from assistant.follow_ups.faithful import LONGEST_REWRITE, is_faithful
from assistant.follow_ups.searched import added_by, as_rewritten, searched, unmet_words
from assistant.follow_ups.turns import read_history, read_turn
from assistant.question import (
    FUNCTION_WEIGHT,
    LONGEST_QUESTION,
    Question,
    question_language,
    read_question,
)
from corpus.encoder import load_language_classifier
from corpus.language import Language

__all__ = ["LONGEST_HISTORY", "LONGEST_REWRITE", "Rewriter", "Understood", "understand"]

LONGEST_HISTORY: Final = 10
"""Earlier turns that are read; those before them are left out, with a notice."""
LONGEST_ANSWER: Final = 4_000
"""Characters that are read of each earlier answer; of a question ``LONGEST_QUESTION``."""
SURE: Final = 0.55
"""The probability from which the language of a follow-up is taken as told."""


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
    before = read_history(recent)
    turn = read_turn(own.text, before)
    unmet = unmet_words(turn, is_familiar) if turn.leans else frozenset()
    if not turn.leans or (is_familiar is not None and not is_familiar(added_by(turn, unmet))):
        return Understood(own, None, cut)
    language = turn.language or _language(own, recent)
    rewritten = None
    if rewriter is not None and turn.language is None:
        rewritten = rewriter.rewrite(own.text, recent)
    if rewritten is not None and is_faithful(rewritten, own, recent):
        made = as_rewritten(rewritten, before.names)
        return Understood(replace(made, language=language, cut=own.cut), made.text, cut)
    asked = replace(searched(turn, before, unmet), language=language, cut=own.cut)
    return Understood(asked, turn.frame.text, cut)


def _asking_nothing(own: Question) -> Question:
    """Return a greeting or thanks as a question whose words are about nothing."""
    return replace(own, weights=(FUNCTION_WEIGHT,) * len(own.words), names=frozenset())


def _language(own: Question, history: Sequence[tuple[str, str]]) -> Language:
    """Return a follow-up's language, that of the turn before when a word or two cannot tell."""
    shares = load_language_classifier().probabilities(own.text)
    return own.language if max(shares.values()) >= SURE else question_language(history[-1][0])
