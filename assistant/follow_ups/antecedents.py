"""What a follow-up's pointers stand for, where that is not what the question before was about.

A person pronoun stands for who was named, *both cities* for the two named last, *that
agreement* for the agreement mentioned last, and *it*, behind *which city?*, for what the
answer gave.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from assistant.abbreviations import abbreviations
from assistant.follow_ups.before import Before
from assistant.follow_ups.follow_up import is_owned, stem_of
from assistant.follow_ups.openings import RETURNS
from assistant.follow_ups.pointing import BINDS, BOTH, FORMER, LATTER, PERSON, POINTED, POINTS, THEY
from assistant.follow_ups.terms import LONGEST_TERM, foreign_term
from assistant.follow_ups.topic import name_runs
from assistant.follow_ups.words import EDGES, GENERIC, INTERROGATIVES, OF_PEOPLE
from assistant.interrogatives import FUNCTION_WORDS, AnswerType, answer_types
from assistant.values.words import MONTHS
from assistant.which_documents.thesis_words import PLACES
from corpus.text import fold, words

__all__ = ["Antecedent", "antecedent_of"]

Kind = Literal["names", "own", "phrase", "thing", "topic"]

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
        "standar,standard,standards",
        "metode,metoda,method,approach,pendekatan,pamarekan",
        "masalah,permasalahan,pasualan,problem,problems",
        "solusi,solution,upaya",
        "dokumen,document",
    )
)
"""One thing, as the three languages call it."""
_ANYTHING: Final = frozenset(words("konsep concept istilah term topik topic isu issue jejer"))
"""What any topic may be called."""
_KINDS: Final = (
    frozenset(words("kota city cities town towns")),
    frozenset(words("negara nagara country countries nation nations")),
)
"""What two places may be called, in the three languages."""
_TWO: Final = 2
_RUNS_ON: Final = frozenset(
    words("di dan atau dengan antara dalam of and or between in for antawis jeung sareng lingkup")
)


@dataclass(frozen=True, slots=True)
class Antecedent:
    """What is pointed to, as it was said.

    ``names``: persons or places. ``phrase``: a thing, said at more length before. ``thing``:
    what the answer gave. ``topic``: what the question before was about, after all. ``own``:
    what the follow-up itself names.
    ``others`` are names that are not meant; ``whole`` tells that nothing else is pointed to.
    """

    kind: Kind
    said: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    whole: bool = False


def antecedent_of(text: str, names: Sequence[str], before: Before) -> Antecedent | None:
    """Return what a follow-up points to besides what the question before was about.

    Args:
        text: The follow-up.
        names: Those in it.
        before: What was said before.
    """
    folded = fold(text).strip()
    return (
        _named("" if names else text, folded, before)
        or _returned_to(text.strip(), folded, before)
        or _pointed_phrase(folded, before)
        or _term(text, before)
        or _given(folded, before)
    )


def _named(text: str, folded: str, before: Before) -> Antecedent | None:
    """Return the people or places that a pronoun stands for."""
    if (found := _one_of_two(folded, before)) is not None:
        return found
    two = BOTH.search(folded)
    kind = next((kind for kind in _KINDS if kind & set(words(folded))), frozenset[str]())
    people = before.told.persons and two is not None and not kind
    if people and len(before.persons) > 1:
        return Antecedent("names", before.persons)
    if two is not None and (pair := _pair(before, kind)):
        return Antecedent("names", pair, whole=not POINTS.search(folded))
    if before.persons and _asks_of_people(text, folded):
        return Antecedent("names", before.persons)
    return None


def _asks_of_people(text: str, folded: str) -> bool:
    """Tell whether a follow-up is about people; ``text`` is empty where it names one."""
    if PERSON.search(folded) or OF_PEOPLE & set(words(text)):
        return True
    return THEY.search(folded) is not None and "who" in answer_types(text)


def _returned_to(text: str, folded: str, before: Before) -> Antecedent | None:
    """Return what a question that names its topic in front, *back to X*, is about."""
    found = RETURNS.match(folded)
    if found is None or POINTED.search(found["topic"]) or len(text) != len(folded):
        return None
    told = [stem_of(word) for word in words(found["topic"]) if word not in FUNCTION_WORDS]
    short = abbreviations(text)
    noun = len(told) == 1 and (told[0] in short or told[0] not in before.names)
    said = _said_at_length(told[0], folded, before) if noun else None
    if said is not None:
        # Whom the turns between named has nothing to do with it.
        return replace(said, whole=True)
    return Antecedent("own", (text[found.start("topic") : found.end("topic")],))


def _one_of_two(folded: str, before: Before) -> Antecedent | None:
    """Return which of the two named last *the former* or *the latter* is."""
    latter = LATTER.search(folded) is not None
    pair = _pair(before) if latter or FORMER.search(folded) else ()
    if not pair:
        return None
    former, last = pair
    return Antecedent("names", (last if latter else former,), (former if latter else last,))


def _pair(before: Before, kind: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Return the two names said last, in their order: of one question, of several, of a quote.

    Args:
        before: What was said before.
        kind: What the two are called, e.g. *cities*; they are not what a quote calls otherwise.
    """
    others = {name for quote in before.quotes for name in _places(quote, PLACES - kind)}
    others -= {name for quote in before.quotes for name in _places(quote, kind)}
    known = before.names - frozenset(MONTHS)
    said: tuple[str, ...] = ()
    for text in (*before.asked, *before.quotes):
        fresh = dict.fromkeys(name for name in name_runs(text, known) if name not in said)
        names = tuple(fresh)
        if not said and len(names) > 1:
            said = names[:2]
            break
        said = (*names, *said)[-2:]
        if len(said) > 1:
            break
    return () if len(said) < _TWO or (kind and others & set(said)) else said


def _pointed_phrase(folded: str, before: Before) -> Antecedent | None:
    """Return how the thing that a noun with a pointer stands for was called at more length."""
    for found in POINTED.finditer(folded):
        noun = found[found.lastgroup or 0]
        if set(words(noun)) & (FUNCTION_WORDS | GENERIC | INTERROGATIVES | _ANYTHING):
            continue
        if said := _said_at_length(noun, folded, before):
            return said
    return None


def _said_at_length(noun: str, folded: str, before: Before) -> Antecedent | None:
    """Return how what a noun stands for was called, where that says more than the follow-up."""
    kin = next((kin for kin in _KIN if noun in kin), frozenset((noun,)))
    topic = before.answered.topic if before.answered is not None else ""
    if _place(topic.split(), kin) is not None:
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
        for behind in range(min(first + 2, len(tokens)), first, -1):
            head = " ".join(word for own in told[first:behind] for word in own)
            if head in heads:
                return first, behind
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


def _term(text: str, before: Before) -> Antecedent | None:
    """Return the term in the answer that *what is that?* asks about, where it says no more."""
    last = before.answered
    says_more = set(words(text)) - FUNCTION_WORDS - GENERIC - INTERROGATIVES - EDGES
    if last is None or last is not before.last or says_more or "definition" in last.types:
        return None
    if "definition" not in answer_types(text):
        return None
    said = frozenset(words(last.text))
    quote = before.told.quotes[0] if before.told.quotes else ""
    term = foreign_term(before.told.thing, said) or foreign_term(quote, said)
    return Antecedent("phrase", (term,)) if term else None


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
        fresh = [name for name in _places(quote, PLACES) if not set(words(name)) <= asked]
        leans = points or any(is_owned(word) for word in words(folded))
        return Antecedent("names", (fresh[0],)) if leans and fresh else None
    thing = before.told.thing if points else ""
    if len(thing.split()) > LONGEST_TERM:
        thing = foreign_term(thing, frozenset(words(last.text))) or thing
    return Antecedent("thing", (thing,)) if thing else None


def _places(quote: str, called: frozenset[str]) -> tuple[str, ...]:
    """Return the names in a quote behind a word for what kind of place they are: *Kota …*."""
    tokens = quote.split()
    kinds = {token.strip(",.;") for token in tokens if set(words(token)) & called}
    return tuple(
        name
        for name in name_runs(quote)
        if any(f"{kind} {name}" in quote or f"{kind} of {name}" in quote for kind in kinds)
    )


def _points_at_place(folded: str) -> bool:
    """Tell whether the pointer is that of a place: *kota itu*."""
    found = POINTED.search(folded)
    return found is not None and found[found.lastgroup or 0] in PLACES
