"""What a sentence states that could answer: its dates, its numbers with what they count, names.

Two things of one kind that are stated may be comparable, and then may both hold or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final, Literal

from assistant.disagreement.proper_names import ProperName, person_names, place_names
from assistant.interrogatives import FUNCTION_WORDS
from assistant.phrases import phrases
from assistant.question import Question
from assistant.values.agreement import Bound, agree, unit
from assistant.values.reading import Value, read_values
from assistant.values.words import FRACTIONS, MONTHS, NUMBER_WORDS
from assistant.word_similarity import WordSimilarity
from corpus.language import Language
from corpus.text import fold, words

__all__ = [
    "AskedKind",
    "Stated",
    "asked_kind",
    "bare_text",
    "comparable",
    "counts_same",
    "may_both_hold",
    "other_keyword",
    "stated",
]

AskedKind = Literal["date", "number", "name", "place", "keyword"]
"""What is asked for that sources may give differently."""

LEAST_COUNTED: Final = 0.45
"""How near two words must be for numbers of them to be numbers of one thing."""
SAME_SPELLING: Final = 0.8
"""Names that share this much of their spelling are one name."""
WORDS_BEHIND: Final = 3
"""Words that may name what a number counts."""
WORDS_AHEAD: Final = 60
WORDS_BEFORE: Final = 24
"""Characters around a number in which those words, or its bound, are looked for."""

_CITED: Final = re.compile(r"\([^()]*\d{4}[^()]*\)")
_COUNT_END: Final = re.compile(r"[.,;:()]|\d|\s(?:and|dan|jeung|sareng|sarta|serta)\s")
_ASKS_DATE: Final = phrases(
    r"""
    (?:tahun|taun|tanggal|tanggalna|titimangsa) (?:mulai|dimulai|penandatanganan|peresmian|berdiri)
    (?:the )?(?:exact )?(?:date|year|month) (?:of|when|in which|on which)
    since|sejak|saprak|ti iraha
    (?:know|tell me|say|wonder|remember) when
    """
)
_ASKS_TIME: Final = phrases(r"(?:pukul|jam) berapa|(?:tabuh|jam) sabaraha|what time|o'clock")
_ASKS_NUMBER: Final = phrases(
    r"""
    budget|cost|income|salary|wages?|price|population|area|length|height|number of
    anggaran(?:nya)?|biaya(?:nya)?|pendapatan(?:nya)?|gaji(?:nya)?|harga(?:nya)?|luas(?:nya|na)?
    jumlah(?:nya|na)?|panjang(?:nya|na)?|waragad(?:na)?|panghasilan(?:na)?
    """
)
_ASKS_WHETHER: Final = re.compile(r"^\W*(?:punten\W+)?(?:naha|naon leres|benarkah|apakah)\b")
_ASKS_KEYWORDS: Final = phrases(r"kata kunci|key ?words?|kecap (?:konci|galeuh)|kata konci")
_STAFF: Final = frozenset(
    words(
        """
        pegawai karyawan staf staff aparat aparatur pejabat pagawe official officials officer
        officers employee employees worker workers servant servants personnel tenaga pns asn
        """
    )
)
_ANY_PERSON: Final = frozenset(
    words(
        """
        orang people person persons urang jalma jiwa individu individuals buah unit units hiji siki
        """
    )
)
"""Words that count persons or things of any sort."""
_HINTS: Final[Mapping[AskedKind, re.Pattern[str]]] = {
    "date": re.compile(rf"\d|{'|'.join(MONTHS)}|[mp][eé](?:i|bruari)|d[eé]sember|abad|centur"),
    "number": re.compile(rf"\d|(?<![a-z])(?:{'|'.join((*NUMBER_WORDS, *FRACTIONS))})(?![a-z])|réb"),
}
"""Without any of these a sentence holds no such value; to look for it costs less than to read."""
_BOUNDS: Final[tuple[tuple[Bound, re.Pattern[str]], ...]] = (
    (
        "over",
        phrases(
            r"""
            (?:lebih|leuwih|langkung)(?: dari| daripada| ti| ti batan)?|melebihi|di atas|ngaleuwihan
            more than|over|above|at least|no (?:less|fewer) than|exceed(?:s|ed|ing)?
            sedikitnya|paling sedikit|sekurang-kurangnya|setidaknya|minimal|minimum|sahenteuna
            sakurang-kurangna|pangsaeutikna
            """
        ),
    ),
    (
        "under",
        phrases(
            r"""
            kurang (?:dari|ti)|di bawah|sahandapeun|less than|fewer than|under|below|up to|at most
            paling banyak|maksimal|maximum|panglobana|hampir|nearly|almost|ampir|meh
            """
        ),
    ),
    (
        "about",
        phrases(
            r"""
            sekitar|kira-kira|kurang lebih|lebih kurang|kurang leuwih|sakitar|kirang langkung|about
            around|approximately|roughly|some|circa|an estimated|diperkirakan|diperkirakeun
            """
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Stated:
    """Something stated at ``[start, end)`` of a sentence.

    ``value`` is the date or number, ``names`` the folded words of a name or the keywords.
    ``counted`` are the words right behind a number, ``bound`` what is said of it.
    """

    kind: AskedKind
    text: str
    start: int
    end: int
    value: Value | None = None
    names: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    bound: Bound = ""

    @property
    def key(self) -> str:
        """What is the same for equal values."""
        return " ".join(self.names) if self.value is None else self.value.key


def asked_kind(question: Question) -> AskedKind | None:
    """Return what a question asks for that sources may give differently, if anything.

    A question to be answered with *yes* or *no* asks for the kind of what it proposes.
    """
    folded = fold(question.text)
    if _ASKS_KEYWORDS.search(folded):
        return "keyword"
    if _ASKS_TIME.search(folded):
        return None
    of_type: tuple[tuple[str, AskedKind], ...] = (
        ("when", "date"),
        ("how_many", "number"),
        ("how_long", "number"),
        ("who", "name"),
        ("where", "place"),
    )
    for kind, asked in of_type:
        if kind in question.types:
            return asked
    if "yes_no" in question.types or not question.types or _ASKS_WHETHER.search(folded):
        proposed = {v.kind for v in read_values(question.text) if not v.soft and not v.ordinal}
        if "date" in proposed or _ASKS_DATE.search(folded):
            return "date"
        if "number" in proposed or _ASKS_NUMBER.search(folded):
            return "number"
    return "date" if _ASKS_DATE.search(folded) and not question.types else None


def bare_text(text: str) -> str:
    """Return a sentence with the works that it cites blanked out, at its length."""
    return _CITED.sub(lambda cited: " " * len(cited[0]), text)


@lru_cache(maxsize=8_192)
def stated(text: str, language: Language, kind: AskedKind) -> tuple[Stated, ...]:
    """Return what a sentence states of one kind, in order; works that it cites do not count."""
    bare = bare_text(text)
    if kind == "keyword":
        return tuple(_keywords(bare))
    if kind in {"name", "place"}:
        found = person_names(bare) if kind == "name" else place_names(bare)
        return tuple(_of_name(text, name, kind) for name in found)
    if not _HINTS[kind].search(bare.lower()):
        return ()
    values = read_values(bare, language=language)
    if kind == "date":
        dates = (v for v in values if v.kind == "date" and not v.key.startswith("T"))
        return tuple(Stated("date", text[v.start : v.end], v.start, v.end, v) for v in dates)
    return tuple(_number(text, v) for v in values if v.kind == "number" and not v.soft)


def _of_name(text: str, name: ProperName, kind: AskedKind) -> Stated:
    return Stated(kind, text[name.start : name.end], name.start, name.end, names=name.words)


def _number(text: str, value: Value) -> Stated:
    ahead = _COUNT_END.split(text[value.end : value.end + WORDS_AHEAD], maxsplit=1)[0]
    behind = [w for w in words(ahead) if w in _ANY_PERSON or w not in FUNCTION_WORDS]
    before = fold(text[max(0, value.start - WORDS_BEFORE) : value.start]).rstrip()
    bounds: list[Bound] = [bound for bound, words_of in _BOUNDS if _ends_with(before, words_of)]
    counted = tuple(behind[:WORDS_BEHIND])
    shown = text[value.start : value.end]
    return Stated(
        "number", shown, value.start, value.end, value, (), counted, bounds[0] if bounds else ""
    )


def _ends_with(text: str, pattern: re.Pattern[str]) -> bool:
    return any(match.end() == len(text) for match in pattern.finditer(text))


def _keywords(text: str) -> Iterator[Stated]:
    start = text.find(":") + 1
    for item in re.finditer(r"[^,;]+", text[start:]):
        told = item[0].strip(" .")
        if told:
            begin = start + item.start() + item[0].index(told)
            yield Stated("keyword", told, begin, begin + len(told), names=words(told))


def comparable(left: Stated, right: Stated, similarity: WordSimilarity) -> bool:
    """Tell whether two things of one kind that are stated could be set against each other.

    Two names or two dates always can; numbers when they are of one unit and one sort of
    thing, and neither is a rank.
    """
    if left.value is None or right.value is None or left.kind != "number":
        return True
    if left.value.ordinal or right.value.ordinal or unit(left.value) != unit(right.value):
        return False
    return bool(unit(left.value)) or counts_same(left.counted, right.counted, similarity)


def may_both_hold(left: Stated, right: Stated) -> bool:
    """Tell whether two comparable things that are stated do not exclude each other."""
    if left.value is not None and right.value is not None:
        return agree(left.value, right.value, (left.bound, right.bound))
    return _same_name(left.names, right.names)


def other_keyword(
    left: Sequence[Stated], right: Sequence[Stated], similarity: WordSimilarity
) -> Stated | None:
    """Return the first of the right keywords that stands where the left have another.

    It shares a word with one of those, as *Public City* does with *Public Service*, and
    the rest of the one says nothing of the rest of the other: a translation would.
    """
    known, others = {one.names for one in left}, {one.names for one in right}
    for two in right:
        for one in left:
            if two.names in known or one.names in others:
                continue
            mine = [word for word in two.names if word not in one.names]
            rest = [word for word in one.names if word not in two.names]
            shared = len(mine) < len(two.names)
            near = similarity.similarity(mine, rest).max(initial=0.0)
            if shared and mine and rest and near < LEAST_COUNTED:
                return two
    return None


def counts_same(left: Sequence[str], right: Sequence[str], similarity: WordSimilarity) -> bool:
    """Tell whether the words behind two numbers, or of a question, name one sort of thing."""
    if not left or not right:
        return False
    if set(left[:2]) & _STAFF and set(right[:2]) & _STAFF:
        return True
    if left[0] in _ANY_PERSON:
        left = left[1:] or right
    if right[0] in _ANY_PERSON:
        right = right[1:] or left
    near = similarity.similarity(left[:2], right[:2])
    return bool(near.max(initial=0.0) >= LEAST_COUNTED)


def _same_name(left: Sequence[str], right: Sequence[str]) -> bool:
    """Tell whether two names share a word, or are spelt nearly the same."""
    if set(left) & set(right):
        return True
    spelt = SequenceMatcher(None, " ".join(left), " ".join(right), autojunk=False).ratio()
    return spelt >= SAME_SPELLING
