"""The pairs of words that made a match: a word of the question, a word of the text."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from assistant.abbreviations import spelled_places
from assistant.glossing.word_list import word_list
from assistant.interrogatives import FUNCTION_WORDS
from assistant.question import Question, read_question
from assistant.text_words import text_words
from assistant.word_similarity import SAME_ROOT, WordSimilarity
from corpus.language import Language
from corpus.text import words

__all__ = ["WordPair", "matched_words"]

_LEAST: Final = 0.45
"""How near two words must be to be shown as one another's; a match may rest on less."""
_BEHIND: Final = 0.1
"""How much less near than the best another word of the text may be and be marked too."""


@dataclass(frozen=True, slots=True)
class WordPair:
    """A word of a question with the word that meets it, at ``[start, end)`` of the text.

    The offsets count in the document's canonical text.
    """

    question_word: str
    start: int
    end: int
    text_word: str


def matched_words(
    question: str, text: str, start: int, language: Language, similarity: WordSimilarity
) -> tuple[WordPair, ...]:
    """Return which words of a text meet which content words of a question.

    Args:
        question: As it was asked or understood.
        text: The text in its own language.
        start: Where ``text`` begins in its document.
        language: The language of ``text``.
        similarity: How near words are in meaning.

    Returns:
        At most one pair for each word of the text, in its order. A word of the question
        may be met several times, or not at all.
    """
    asked = read_question(question)
    content = _content(asked)
    tokens = [word for word in text_words(text) if word.folded not in FUNCTION_WORDS]
    if not content or not tokens:
        return ()
    folded = tuple(dict.fromkeys(word.folded for word in tokens))
    near = similarity.similarity(content, folded)
    near = np.maximum(near, _told(asked.language, content, language, folded, similarity))
    near[near < np.maximum(near.max(axis=1, keepdims=True) - _BEHIND, _LEAST)] = 0.0
    rows = {word: int(near[:, column].argmax()) for column, word in enumerate(folded)}
    met = {
        word: content[row] for column, (word, row) in enumerate(rows.items()) if near[row, column]
    }
    typed = {word.folded: word.text for word in reversed(text_words(asked.text))}
    pairs = [
        WordPair(typed[met[token.folded]], start + token.start, start + token.end, token.text)
        for token in tokens
        if token.folded in met
    ]
    pairs += _spelled_out(asked, set(met.values()), text, start, pairs)
    return tuple(sorted(pairs, key=lambda pair: pair.start))


def _content(question: Question) -> tuple[str, ...]:
    typed = {word.folded for word in text_words(question.text)}
    return tuple(w for w in question.words if w in typed and w not in FUNCTION_WORDS)


def _spelled_out(
    question: Question, met: AbstractSet[str], text: str, start: int, pairs: Sequence[WordPair]
) -> list[WordPair]:
    """Return the abbreviations that no word meets with the words that they are short for."""
    found: list[WordPair] = []
    seen: set[str] = set()
    for word in text_words(question.text):
        if word.folded not in question.abbreviations - met - seen:
            continue
        seen.add(word.folded)
        for span in spelled_places(text, word.folded)[:1]:
            place = start + span.start, start + span.end
            pair = WordPair(word.text, *place, text[span.start : span.end])
            if not any(one.start < pair.end and pair.start < one.end for one in pairs):
                found.append(pair)
    return found


def _told(
    source: Language,
    asked: Sequence[str],
    language: Language,
    text: Sequence[str],
    similarity: WordSimilarity,
) -> NDArray[np.float32]:
    """Return which pairs the glossary knows, shape (asked, text), up to words of one root."""
    told = np.zeros((len(asked), len(text)), dtype=np.float32)
    if source == language:
        return told
    entries = word_list(source, language)
    for row, word in enumerate(asked):
        phrase = entries.phrase([word])
        found = entries.related(word) if phrase is None else phrase[1]
        glosses = [words(gloss) for gloss in found.glosses] if found else []
        known = [gloss[0] for gloss in glosses if len(gloss) == 1]
        if known:
            near = similarity.similarity(known, text).max(axis=0)
            told[row] = np.where(near >= SAME_ROOT, SAME_ROOT, 0.0)
    return told
