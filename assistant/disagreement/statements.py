"""Sentences that state something of the kind that is asked for, as they are compared."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Final

from assistant.abbreviations import spelled_out
from assistant.claims.cue_kinds import CueKind
from assistant.claims.cues import CUES
from assistant.disagreement.proper_names import ProperName, proper_names
from assistant.disagreement.stated_values import AskedKind, Stated, bare_text, stated
from assistant.interrogatives import FUNCTION_WORDS
from assistant.values.reading import Value, read_values
from corpus.language import Language
from corpus.records import Passage, Sentence
from corpus.text import fold, words

__all__ = ["CLAUSE_END", "Statement", "narrowed", "ranks", "read_statement"]

CLAUSE_END: Final = re.compile(r"[;:()]|,(?=\s)")
_SET_APART: Final[tuple[CueKind, ...]] = (
    "negation",
    "not_all",
    "not_yet",
    "aim",
    "expected",
    "future",
)
_BOTH: Final = frozenset({"kedua", "kadua"})
_RANKED: Final = re.compile(
    r"\b(?:tahap|fase|phase|periode|period|angkatan|gelombang|batch|generasi|sesi|babak|kali|"
    r"putaran|tingkat|bagian|bagean)\W+$"
)


@dataclass(frozen=True)
class Statement:
    """A sentence that states something of the kind asked for.

    ``texts`` are its content words without any values, by language: its own, and those
    of its versions. ``score`` is how well it answers.
    """

    passage: Passage
    sentence: Sentence
    score: float
    stated: tuple[Stated, ...]
    texts: Mapping[Language, tuple[str, ...]]

    @property
    def place(self) -> tuple[str, int]:
        """The passage and the sentence's ordinal in it."""
        return self.passage.passage_id, self.sentence.ordinal

    @cached_property
    def context(self) -> frozenset[str]:
        """The words of the sentence, its headings, and what stands before it in its passage."""
        last = self.sentence.ordinal
        texts = [*self.passage.path, *(s.text for s in self.passage.sentences[: last + 1])]
        texts += [
            version.text
            for version in self.passage.versions
            if version.sentence is not None and version.sentence <= last
        ]
        found = {word for text in texts for word in words(text)}
        return frozenset(found | {name for text in texts for name in spelled_out(text)})

    @cached_property
    def own_words(self) -> frozenset[str]:
        """The words of the sentence itself, in every version."""
        ordinal = self.sentence.ordinal
        texts = [v.text for v in self.passage.versions if v.sentence == ordinal]
        return frozenset(word for text in (self.sentence.text, *texts) for word in words(text))

    @cached_property
    def values(self) -> tuple[Value, ...]:
        """All values of the sentence but the years of works that it cites."""
        return _values(self.sentence.text, self.passage.language)

    @cached_property
    def names(self) -> tuple[ProperName, ...]:
        """The names in the sentence that are not what it states."""
        own = {word for told in self.stated for word in told.names}
        return tuple(
            name
            for name in proper_names(bare_text(self.sentence.text))
            if not own.intersection(name.words)
            and not any(v.start <= name.start < v.end for v in self.values)
        )

    @cached_property
    def name_words(self) -> frozenset[str]:
        """The words of those names."""
        return frozenset(word for name in self.names for word in name.words)

    @cached_property
    def cues(self) -> frozenset[CueKind]:
        """What sets apart the clauses of the things that it states."""
        cues = CUES[self.passage.language]
        clauses = [_clause(self.sentence.text, told) for told in self.stated]
        plain = [_without(cues["none"], " ".join(words(clause))) for clause in clauses]
        return frozenset(
            kind for kind in _SET_APART if any(cues[kind].search(clause) for clause in plain)
        )


def read_statement(
    passage: Passage, sentence: Sentence, score: float, kind: AskedKind
) -> Statement | None:
    """Return what a sentence states of one kind, ``None`` when it states nothing of it."""
    found = stated(sentence.text, passage.language, kind)
    if not found:
        return None
    texts: dict[Language, tuple[str, ...]] = {}
    own = {w for told in found for w in told.names} if kind != "keyword" else set[str]()
    texts[passage.language] = _content(sentence.text, passage.language, frozenset(own))
    for version in passage.versions:
        if version.sentence == sentence.ordinal and version.language not in texts:
            texts[version.language] = _content(version.text, version.language, frozenset(own))
    return Statement(passage, sentence, score, found, texts)


def narrowed(statement: Statement, told: tuple[Stated, ...], clause: str) -> Statement:
    """Return a statement as one of its clauses makes it."""
    language = statement.passage.language
    own = {word for one in told for word in one.names}
    text = _content(clause, language, frozenset(own))
    return replace(statement, stated=told, texts={language: text})


def ranks(text: str, values: Sequence[Value]) -> tuple[Value, ...]:
    """Return the ranks among the values of a text; *kedua* is one behind *tahap* and the like."""
    return tuple(
        value
        for value in values
        if value.ordinal
        and (fold(value.text) not in _BOTH or _RANKED.search(fold(text[: value.start])))
    )


@lru_cache(maxsize=8_192)
def _values(text: str, language: Language) -> tuple[Value, ...]:
    return read_values(bare_text(text), language=language)


@lru_cache(maxsize=16_384)
def _content(text: str, language: Language, without: frozenset[str]) -> tuple[str, ...]:
    """Return the distinct content words of a text that are no part of a value."""
    bare = list(bare_text(text))
    for value in read_values("".join(bare), language=language):
        bare[value.start : value.end] = " " * (value.end - value.start)
    return tuple(
        word
        for word in dict.fromkeys(words("".join(bare)))
        if word not in FUNCTION_WORDS
        and word not in without
        and len(word) > 1
        and not any(char.isdigit() for char in word)
    )


def _clause(text: str, told: Stated) -> str:
    start = max((m.end() for m in CLAUSE_END.finditer(text, 0, told.start)), default=0)
    ahead = CLAUSE_END.search(text, told.end)
    return text[start : ahead.start() if ahead else len(text)]


def _without(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(" ", text)
