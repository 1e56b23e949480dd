"""Follow-ups: a question that leans on the turn before is made to stand alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from assistant.phrases import phrases
from assistant.question import Question, read_question
from corpus.text import fold

__all__ = ["LONGEST_HISTORY", "Understood", "understand"]

LONGEST_HISTORY: Final = 10
"""Earlier turns that are read; those before them are left out, with a notice."""

_LEANS: Final = phrases(
    r"""
    ^\W*(?:dan|lalu|terus|kalau|bagaimana dengan)
    ^\W*(?:sareng|jeung|teras|tuluy|upami|mun|kumaha (?:upami|mun|ari))
    ^\W*(?:and|what about|how about|then|so|but)
    dia|beliau|mereka|tersebut|itu
    eta|anjeunna|aranjeunna|manehna
    it|he|she|they|him|her|them|that|those
    """
)
_FEW_WORDS: Final = 1


@dataclass(frozen=True, slots=True)
class Understood:
    """A question as it will be searched; ``understood_as`` is set when it was rewritten."""

    question: Question
    understood_as: str | None
    history_cut: bool


def understand(text: str, history: Sequence[tuple[str, str]] = ()) -> Understood:
    """Read a question in the light of the turns before it, (question, answer) each.

    A question with few words of its own that leans on what was said is searched together
    with the question before it.
    """
    question = read_question(text)
    recent = history[-LONGEST_HISTORY:]
    cut = len(history) > len(recent)
    leans = len(question.content) <= _FEW_WORDS and (
        not question.content or _LEANS.search(fold(question.text)) is not None
    )
    if not recent or not question.words or not leans:
        return Understood(question, None, cut)
    combined = f"{recent[-1][0].strip()} — {question.text}"
    whole = read_question(combined)
    asked = Question(
        text=whole.text,
        language=question.language if question.content else whole.language,
        types=question.types or whole.types,
        words=whole.words,
        weights=whole.weights,
        names=whole.names,
        abbreviations=whole.abbreviations,
        counted=question.counted or whole.counted,
        cut=question.cut,
    )
    return Understood(asked, combined, cut)
