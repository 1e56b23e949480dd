"""Checking what a language model states: only what the evidence bears out is shown.

A claim passes when it names evidence by keys that were given out, every quote in it reads
back from that evidence, and ``verify_statement`` finds nothing wrong with it. That it
passes means that it matches the text, never that it is true.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from assistant.citations import cite
from assistant.records import Citation
from assistant.verification import SourceText, verify_statement
from assistant.word_similarity import WordSimilarity
from assistant.wording.claim_support import NamedPassage, name_passage, offered_support
from assistant.wording.plain_claims import Draft
from assistant.wording.prompting import KeyedPassage
from corpus.encoder import load_language_classifier
from corpus.language import LANGUAGES, Language
from corpus.text import visible

__all__ = ["CheckedClaim", "ClaimChecker", "Dropped"]

_LONGEST_CLAIM: Final = 600
_MOST_KEYS: Final = 4
_MARKS: Final = re.compile(r"\s*\[\d+(?:\s*,\s*\d+)*\]|\s*\[[A-Z]{4}(?:\s*,\s*[A-Z]{4})*\]")
_ADDRESS: Final = re.compile(r"\w+://\S+|\b[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}\b|\S+@\S+")
_MARKUP: Final = re.compile(r"<\s*[a-zA-Z/!]|\]\s*\(|!\[")
_PURE_QUOTE: Final = re.compile(r"^[“\"«„][^“”\"«»]+[”\"»]\W*$")
_SURE: Final = 0.9
_FEWEST_WORDS: Final = 5


@dataclass(frozen=True, slots=True)
class CheckedClaim:
    """A statement that passed, with what it is shown with.

    ``text`` is empty when the model gave nothing but a quote; then the frame that quotes
    have is the statement.
    """

    text: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Dropped:
    """A statement that did not pass, why, and how many of its quotes do not read back."""

    reason: str
    quotes: int = 0


class ClaimChecker:
    """Checks the claims of one answer."""

    def __init__(
        self,
        evidence: Sequence[KeyedPassage],
        language: Language,
        similarity: WordSimilarity,
        *,
        addresses: bool = True,
    ) -> None:
        """Check against ``evidence``, for an answer in ``language``.

        ``addresses`` tells whether a claim may hold a link, which a document could smuggle
        in: only when one was asked for, and then only one that stands in the evidence.
        """
        self._addresses = addresses
        self._passages = {keyed.key: keyed.passage for keyed in evidence}
        self._language = language
        self._similarity = similarity

    def check(self, draft: Draft) -> CheckedClaim | Dropped:
        """Return the claim as it may be shown, or why it may not."""
        keys = tuple(dict.fromkeys(draft.keys))
        if not keys or len(keys) > _MOST_KEYS or any(key not in self._passages for key in keys):
            return Dropped("key")
        named: list[NamedPassage] = []
        standing: set[str] = set()
        for key in keys:
            one, read_back = name_passage(self._passages[key], draft.quotes)
            named.append(one)
            standing |= read_back
        astray = len(set(draft.quotes) - standing)
        if astray:
            return Dropped("quote", astray)
        # A mark of direction would show digits in another order than they were checked in.
        text = visible(_MARKS.sub("", draft.text)).strip()
        if self._is_no_statement(text, named):
            return Dropped("form")
        if _PURE_QUOTE.match(text):
            return self._quoted(named)
        if self._is_in_another_language(text):
            return Dropped("language")
        return self._borne_out(text, named)

    def _borne_out(self, text: str, named: Sequence[NamedPassage]) -> CheckedClaim | Dropped:
        problems: tuple[str, ...] = ()
        for quotations in offered_support(text, named, self._similarity):
            citations = cite(quotations)
            sources = [SourceText(c.language, c.quote, c.versions) for c in citations]
            verdict = verify_statement(text, self._language, sources, self._similarity)
            if verdict.supported:
                return CheckedClaim(text, citations)
            problems = tuple(problem.code for problem in verdict.problems)
        return Dropped(", ".join(problems))

    def _quoted(self, named: Sequence[NamedPassage]) -> CheckedClaim | Dropped:
        """Return a claim that is nothing but a quote."""
        first = next((one for one in named if one.quoted), None)
        if first is None:
            return Dropped("quote", 1)
        return CheckedClaim("", cite(next(offered_support("", [first], self._similarity))))

    def _is_no_statement(self, text: str, named: Sequence[NamedPassage]) -> bool:
        if not text or len(text) > _LONGEST_CLAIM or _MARKUP.search(text):
            return True
        if any(key in text for key in self._passages):
            return True
        sources = "\n".join(one.passage.text for one in named).casefold()
        found = [match[0].casefold() for match in _ADDRESS.finditer(text)]
        return any(address not in sources for address in found) or (
            bool(found) and not self._addresses
        )

    def _is_in_another_language(self, text: str) -> bool:
        if len(text.split()) < _FEWEST_WORDS:
            return False
        probabilities = load_language_classifier().probabilities(text)
        likeliest = max(LANGUAGES, key=lambda language: probabilities[language])
        return likeliest != self._language and probabilities[likeliest] >= _SURE
