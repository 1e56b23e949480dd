"""A question as the assistant reads it: its language, its words, what it asks for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from assistant.abbreviations import abbreviations
from assistant.interrogatives import (
    FUNCTION_WORDS,
    SELF_WORDS,
    AnswerType,
    answer_types,
    frame_words,
)
from corpus.encoder import load_language_classifier
from corpus.language import LANGUAGES, Language
from corpus.text import fold, whole, words

__all__ = ["FUNCTION_WEIGHT", "LONGEST_QUESTION", "Question", "question_language", "read_question"]

LONGEST_QUESTION: Final = 4_000
"""A question is cut at this many characters, with a notice."""

FUNCTION_WEIGHT: Final = 0.1
"""What a word weighs that says little of what is asked."""
_COUNTED: Final = re.compile(
    r"\b(?:how many|(?:se)?berapa(?: banyak| jumlah)?|sabaraha(?: hiji| loba| seueur)?|jumlah)"
    r" ([a-z]+)"
)
_MOST_WORDS: Final = 200


@dataclass(frozen=True, slots=True)
class Question:
    """A question ready for retrieval.

    ``words`` are its distinct folded words in order and ``weights`` their share before
    their rarity is known: 1 for content, little for function words. ``names`` look like
    proper names or numbers, ``abbreviations`` like abbreviations; ``counted`` is what the
    question asks the number of (*how many cities*), empty when that is not said behind
    the interrogative. All are among ``words``, but for names and abbreviations past the
    most that are read.
    """

    text: str
    language: Language
    types: frozenset[AnswerType]
    words: tuple[str, ...]
    weights: tuple[float, ...]
    names: frozenset[str] = frozenset()
    abbreviations: frozenset[str] = frozenset()
    counted: str = ""
    cut: bool = False

    @property
    def content(self) -> tuple[str, ...]:
        """The words that are neither function words nor bare numbers."""
        return tuple(
            word
            for word, weight in zip(self.words, self.weights, strict=True)
            if weight > FUNCTION_WEIGHT and not word.isdigit()
        )


def read_question(text: str) -> Question:
    """Read a question as it was typed."""
    kept = whole(text).strip()[:LONGEST_QUESTION]
    distinct = tuple(dict.fromkeys(words(kept)))[:_MOST_WORDS]
    framed = FUNCTION_WORDS | frame_words(kept)
    # What is nothing but a frame (*What are the findings?*) is about its own words.
    light = framed if set(distinct) - framed else FUNCTION_WORDS | SELF_WORDS
    return Question(
        text=kept,
        language=question_language(kept),
        types=answer_types(kept),
        words=distinct,
        weights=tuple(FUNCTION_WEIGHT if w in light else 1.0 for w in distinct),
        names=_names(kept),
        abbreviations=abbreviations(kept),
        counted=counted if (counted := _counted(kept)) in distinct else "",
        cut=len(text.strip()) > LONGEST_QUESTION,
    )


def _counted(text: str) -> str:
    found = _COUNTED.search(fold(text))
    return found[1] if found is not None and found[1] not in FUNCTION_WORDS else ""


def _names(text: str) -> frozenset[str]:
    """Return the folded words that are capitalised within a sentence, or hold a digit."""
    inside = re.findall(r"(?<=[\w,;:)”\"]\s)[^\W\d_][\w'’-]*", text)
    capitalised = [word for word in inside if word[0].isupper()]
    numbers = [word for word in words(text) if any(char.isdigit() for char in word)]
    return frozenset(part for word in capitalised for part in words(word)) | frozenset(numbers)


def question_language(text: str) -> Language:
    """Return the language of a question; ties go to the first of ``LANGUAGES``."""
    probabilities = load_language_classifier().probabilities(text)
    return max(LANGUAGES, key=lambda language: probabilities[language])
