"""A question as the assistant reads it: its language, its words, what it asks for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from assistant.abbreviations import abbreviations
from assistant.asked_roles import FOUND, asked_roles
from assistant.briefing.records import BriefingRole
from assistant.dimensions import Dimension, asked_dimension
from assistant.interrogatives import (
    FUNCTION_WORDS,
    SELF_WORDS,
    AnswerType,
    answer_types,
    frame_words,
)
from assistant.values.reading import read_values
from corpus.encoder import load_language_classifier
from corpus.language import LANGUAGES, Language
from corpus.text import fold, whole, words

__all__ = ["FUNCTION_WEIGHT", "LONGEST_QUESTION", "Question", "question_language", "read_question"]

LONGEST_QUESTION: Final = 4_000
"""A question is cut at this many characters, with a notice."""

FUNCTION_WEIGHT: Final = 0.1
"""What a word weighs that says little of what is asked."""
_COUNTED_ENGLISH: Final = re.compile(
    r"\bhow many ((?:[a-z'-]+ ){0,3}?[a-z]+)(?=\W*$|[,?]| (?:of|do|does|did|is|are|was|were|has|"
    r"have|had|can|will|would|in|on|at|from|by|with|to|that|who|which)\b)"
)
"""English counts the last word before the verb: *how many partner cities does …*."""
_COUNTED: Final = re.compile(
    r"\b(?:(?:se)?berapa(?: banyak| jumlah)?|sabaraha(?: hiji| loba| seueur)?|jumlah)"
    r" ([a-z]+)"
)
_SECTION: Final = re.compile(
    r"\b(?:(?:sub-?\s?)?bab|bagian|bagean|pasal|sub-?\s?sections?|sections?|sec\.?|paragraph|"
    r"subbagian|subchapter|chapter)\s+(\d{1,2}(?:\.\d{1,2}){1,4})\b"
)
_MOST_WORDS: Final = 200


@dataclass(frozen=True, slots=True)
class Question:
    """A question ready for retrieval.

    ``words`` are its distinct folded words in order and ``weights`` their share before
    their rarity is known: 1 for content, little for function words. ``names`` look like
    proper names or numbers, ``abbreviations`` like abbreviations; ``counted`` is what the
    question asks the number of (*how many cities*), empty when that is not said behind
    the interrogative; ``dimension`` is what a number asked for measures; ``values`` are the
    dates and numbers that it gives itself, as in ``assistant.values``; ``roles`` are the
    parts of a thesis that it asks for (its method), ``sections`` the numbers of those that
    it names (``1.3``). All words are among ``words``, but for names and abbreviations past
    the most that are read.
    """

    text: str
    language: Language
    types: frozenset[AnswerType]
    words: tuple[str, ...]
    weights: tuple[float, ...]
    names: frozenset[str] = frozenset()
    abbreviations: frozenset[str] = frozenset()
    counted: str = ""
    dimension: Dimension | None = None
    values: frozenset[str] = frozenset()
    roles: frozenset[BriefingRole] = frozenset()
    sections: tuple[str, ...] = ()
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
    types = answer_types(kept)
    return Question(
        text=kept,
        language=question_language(kept),
        types=types,
        words=distinct,
        weights=tuple(FUNCTION_WEIGHT if w in light else 1.0 for w in distinct),
        names=_names(kept),
        abbreviations=abbreviations(kept),
        counted=counted if (counted := _counted(kept)) in distinct else "",
        dimension=asked_dimension(kept),
        values=frozenset(value.key for value in read_values(kept)),
        roles=asked_roles(kept) | (FOUND if "result" in types else frozenset()),
        sections=tuple(dict.fromkeys(_SECTION.findall(fold(kept)))),
        cut=len(text.strip()) > LONGEST_QUESTION,
    )


def _counted(text: str) -> str:
    folded = fold(text)
    found = _COUNTED_ENGLISH.search(folded) or _COUNTED.search(folded)
    counted = "" if found is None else found[1].split()[-1]
    return "" if counted in FUNCTION_WORDS else counted


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
