"""What a follow-up's pointers stand for, where that is not what the question before was about.

A person pronoun stands for who was named, *both cities* for the two named last, *that
agreement* for the agreement mentioned last, and *it*, behind *which city?*, for what the
answer gave.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from assistant.follow_ups.before import Before
from assistant.follow_ups.follow_up import is_owned
from assistant.follow_ups.terms import LONGEST_TERM, foreign_term
from assistant.follow_ups.topic import name_runs
from assistant.follow_ups.words import (
    BINDS,
    BOTH,
    EDGES,
    FORMER,
    GENERIC,
    INTERROGATIVES,
    LATTER,
    OF_PEOPLE,
    PERSON,
    POINTED,
    POINTS,
)
from assistant.interrogatives import FUNCTION_WORDS, AnswerType, answer_types
from assistant.values.words import MONTHS
from assistant.which_documents.thesis_words import PLACES
from corpus.text import fold, words

__all__ = ["Antecedent", "antecedent_of"]

Kind = Literal["names", "phrase", "thing", "topic"]

_TOPIC_ANSWERED: Final[frozenset[AnswerType]] = frozenset(
    ("when", "how_many", "how", "how_long", "why", "yes_no", "definition", "result", "list")
)
"""What is answered by a detail of what was asked about, which stays what is spoken of."""
_WHAT: Final = frozenset(words("apa naon what which mana"))
_LONGEST_PHRASE: Final = 8
_KIN: Final = tuple(
    frozenset(line.split(","))
    for line in (
        "program,programme,programs,programmes,proyek,project",
        "perjanjian,perjangjian,agreement,kesepakatan,kasapukan,pasatujuan,persetujuan,treaty",
        "kerja sama,kerjasama,gawe bareng,cooperation,partnership,kemitraan",
        "konsep,concept",
        "standar,standard,standards",
        "metode,metoda,method,approach,pendekatan,pamarekan",
        "masalah,permasalahan,pasualan,problem,problems",
        "solusi,solution,upaya",
        "dokumen,document",
    )
)
"""One thing, as the three languages call it."""
_RUNS_ON: Final = frozenset(
    words("di dan atau dengan antara dalam of and or between in for antawis jeung sareng lingkup")
)


@dataclass(frozen=True, slots=True)
class Antecedent:
    """What is pointed to, as it was said.

    ``names``: persons or places. ``phrase``: a thing, said at more length before. ``thing``:
    what the answer gave. ``topic``: what the question before was about, after all.
    ``others`` are names that are not meant.
    """

    kind: Kind
    said: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def antecedent_of(text: str, before: Before) -> Antecedent | None:
    """Return what a follow-up points to besides what the question before was about."""
    folded = fold(text).strip()
    if (found := _one_of_two(folded, before)) is not None:
        return found
    if BOTH.search(folded) and (pair := _pair(before)):
        return Antecedent("names", pair)
    owned = any(word in OF_PEOPLE for word in words(text))
    if before.persons and (PERSON.search(folded) or (owned and _asked_who(before))):
        return Antecedent("names", before.persons)
    if (found := _pointed_phrase(folded, before)) is not None:
        return found
    if "definition" in answer_types(text) and (term := _term(text, before)):
        return Antecedent("phrase", (term,))
    return _given(folded, before)


def _asked_who(before: Before) -> bool:
    return before.answered is not None and "who" in before.answered.types


def _one_of_two(folded: str, before: Before) -> Antecedent | None:
    """Return which of the two named last *the former* or *the latter* is."""
    latter = LATTER.search(folded) is not None
    pair = _pair(before) if latter or FORMER.search(folded) else ()
    if not pair:
        return None
    former, last = pair
    return Antecedent("names", (last if latter else former,), (former if latter else last,))


def _pair(before: Before) -> tuple[str, ...]:
    """Return the two names said last in one question or quote, in their order."""
    for said in (*before.asked, *before.quotes):
        names = tuple(dict.fromkeys(name_runs(said, before.names - frozenset(MONTHS))))
        if len(names) > 1:
            return names[:2]
    return ()


def _pointed_phrase(folded: str, before: Before) -> Antecedent | None:
    """Return how the thing that a noun with a pointer stands for was called at more length."""
    for found in POINTED.finditer(folded):
        noun = found[found.lastgroup or 0]
        if set(words(noun)) & (FUNCTION_WORDS | GENERIC | INTERROGATIVES):
            continue
        kin = next((kin for kin in _KIN if noun in kin), frozenset((noun,)))
        spoken = before.answered.topic if before.answered is not None else ""
        if _place(spoken.split(), kin) is not None:
            return Antecedent("topic")
        for said in (*before.asked, *before.quotes):
            phrase = _headed(said.split(), kin)
            if not set(words(phrase)) <= set(words(folded)):
                return Antecedent("phrase", (phrase,))
    return None


def _place(tokens: Sequence[str], heads: frozenset[str], start: int = 0) -> tuple[int, int] | None:
    """Return where one of ``heads`` next begins and ends in ``tokens``."""
    told = [words(token) for token in tokens]
    for first in range(start, len(tokens)):
        for length in (2, 1):
            head = " ".join(word for own in told[first : first + length] for word in own)
            if head in heads:
                return first, first + length
    return None


def _headed(tokens: Sequence[str], heads: frozenset[str]) -> str:
    """Return the first phrase of ``tokens`` that opens with one of ``heads`` and says more."""
    found = _place(tokens, heads)
    while found is not None:
        start, behind = found
        end = _end(tokens, behind)
        if end > behind:
            return " ".join(tokens[start:end]).strip(" ,.;:?!()“”\"'")
        found = _place(tokens, heads, behind)
    return ""


def _end(tokens: Sequence[str], start: int) -> int:
    """Return where a phrase that goes on at ``start`` ends: at a mark or a word like *yang*."""
    if tokens[start - 1][-1] in ",.;:?!)":
        return start
    end = last = start
    while end < len(tokens) and end - start < _LONGEST_PHRASE:
        own = set(words(tokens[end]))
        idle = not own or own <= FUNCTION_WORDS | INTERROGATIVES
        if idle and not (own and own <= _RUNS_ON):
            break
        end += 1
        if not idle:
            last = end
        if tokens[end - 1][-1] in ",.;:?!)":
            break
    return last


def _term(text: str, before: Before) -> str:
    """Return the term in the answer that *what is that?* asks about, where it says no more."""
    last = before.answered
    says_more = set(words(text)) - FUNCTION_WORDS - GENERIC - INTERROGATIVES - EDGES
    if last is None or last is not before.last or says_more or "definition" in last.types:
        return ""
    said = frozenset(words(last.text))
    quote = before.told.quotes[0] if before.told.quotes else ""
    return foreign_term(before.told.thing, said) or foreign_term(quote, said)


def _given(folded: str, before: Before) -> Antecedent | None:
    """Return what the answer gave where the question asked which thing, person or place."""
    last = before.answered
    if last is None or last is not before.last or last.types & _TOPIC_ANSWERED:
        return None
    points = POINTS.search(folded) is not None or BINDS.search(folded) is not None
    points = points and not _points_at_place(folded)
    if "who" in last.types:
        return Antecedent("names", before.persons) if points and before.told.persons else None
    if not _WHAT & set(words(last.own)):
        return None
    if "where" in last.types:
        asked = set(words(last.text))
        quote = before.told.quotes[0] if before.told.quotes else ""
        fresh = [name for name in name_runs(quote) if not set(words(name)) <= asked]
        leans = points or any(is_owned(word) for word in words(folded))
        return Antecedent("names", (fresh[0],)) if leans and fresh else None
    thing = before.told.thing if points else ""
    if len(thing.split()) > LONGEST_TERM:
        thing = foreign_term(thing, frozenset(words(last.text))) or thing
    return Antecedent("thing", (thing,)) if thing else None


def _points_at_place(folded: str) -> bool:
    """Tell whether the pointer is that of a place: *kota itu*."""
    found = POINTED.search(folded)
    return found is not None and found[found.lastgroup or 0] in PLACES
