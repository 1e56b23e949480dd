"""Whether what stands on either side of *because*, *after* or *than* stands there too.

A cause is no effect, and *A is higher than B* is not *B is higher than A*, though both hold
the same words. What a statement puts on one side must be what its source puts there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from assistant.claims.coverage import MET, Alignment
from assistant.claims.verdicts import Problem
from assistant.claims.words import Reading
from assistant.phrases import phrases

__all__ = ["direction_problems", "is_tied"]

Kind = Literal["cause", "time", "than", "instead"]

_TABLES: Final[Sequence[tuple[Kind, bool, str]]] = (
    (
        "cause",
        True,
        r"""
        (?<!oleh )karena(?! itu)(?: adanya)?|akibat(?: dari)?(?= )|lantaran|dikarenakan(?: oleh)?
        disebabkan(?: oleh)?|berkat|sebab(?! itu)|imbas
        because(?: of)?|caused by|due to|owing to|thanks to|as a result of|results? from
        resulted from|brought about by
        kumargi(?: ayana)?|margi(?! kitu)|kusabab|lantaran|balukar(?: tina)?|disababkeun(?: ku)?
        sabab(?! kitu)|alatan|berkat
        """,
    ),
    (
        "cause",
        False,
        r"""
        menyebabkan|mengakibatkan|menimbulkan|sehingga|berdampak(?: pada)?|berakibat(?: pada)?
        memicu|membuat|karena itu|oleh karena itu
        cause|causes|caused(?! by)|causing|leads? to|led to|leading to|results? in|resulted in
        brings? about|brought about(?! by)|so that|therefore|thus|as a consequence|made possible
        means? that
        nyababkeun|ngabalukarkeun|nimbulkeun|ku kituna|ngajantenkeun|ngajadikeun|matak|ku sabab kitu
        """,
    ),
    (
        "time",
        True,
        r"""
        setelah|sesudah|pasca|seusai|usai|after|following|once(?= the)|saparantos|sanggeus|saatos
        sabada
        """,
    ),
    ("time", False, r"sebelum|before|prior to|sateuacan|samemeh|sateuacanna|samemehna"),
    (
        "than",
        False,
        r"""
        daripada|ketimbang|tibatan|batan|than
        dibanding(?:kan)?(?: dengan)?|dibandingkeun(?: jeung)?
        """,
    ),
    (
        "instead",
        False,
        r"""
        bukan(?:nya)?|(?<!but )not(?= to| the| by| in| a| for| from)
        rather than|instead of|sanes|lain
        """,
    ),
)
"""Each kind of tie: whether what follows comes first (the cause, the earlier), and its words."""
_PATTERNS: Final = tuple((kind, follows, phrases(table)) for kind, follows, table in _TABLES)
_CAUSAL_WORDS: Final = r"""
    as|since|through|so|hence|made|makes?|making|impacts?|effects?|affect(?:s|ed)?|influence\w*
    enabl\w+|allow\w*|this is what|why|therefore|given|follow\w*
    dampak|pengaruh\w*|berpengaruh|memengaruhi|mempengaruhi|maka|menjadikan|memungkinkan|hasil
    alasan|faktor|penyebab\w*|karenanya|itulah|berdasarkan
    mangaruhan|pangaruh\w*|nepi ka|dugi ka|alesan|hasil
"""
_CAUSAL: Final = phrases(_CAUSAL_WORDS)
"""What may be said for *because* in other words."""
_CAUSAL_ABROAD: Final = phrases(
    _CAUSAL_WORDS
    + r"""
    for|by|help\w*|from|with|jadi|dengan|melalui|agar|oleh|dari|ku|ngalangkungan|janten|supados
    sangkan|tina
    """
)
"""The same in another language, where words of grammar may stand for it."""
_WEAK: Final = frozenset(
    {
        *("membuat", "sehingga", "berkat", "ngajantenkeun", "ngajadikeun", "ku", "so", "thus"),
        *("therefore", "thanks", "means", "mean", "made"),
    }
)
_ENDS: Final = frozenset(
    {
        *("tetapi", "namun", "sedangkan", "sementara", "but", "whereas", "while", "nanging"),
        *("tapi", "sedengkeun"),
    }
)
_CLEARLY: Final = 0.6
_FEWEST: Final = 1


@dataclass(frozen=True, slots=True)
class _Tie:
    """Two sides that a word ties: of a cause, the cause is ``first``.

    A ``weak`` tie says hardly more than that the one comes with the other.
    """

    kind: Kind
    first: tuple[int, ...]
    second: tuple[int, ...]
    said: tuple[int, int]
    weak: bool = False


def direction_problems(aligned: Alignment) -> Iterator[Problem]:
    """Yield the ties of a statement whose sides the unit has the other way round."""
    theirs = _ties(aligned.unit)
    for tie in _ties(aligned.statement):
        if tie.weak and not aligned.same_language:
            continue
        same = [other for other in theirs if other.kind == tie.kind]
        if not same:
            causal = _CAUSAL if aligned.same_language else _CAUSAL_ABROAD
            told = " ".join(aligned.unit.words)
            if tie.kind == "cause" and not tie.weak and not causal.search(told):
                yield Problem("relation", _said(aligned, tie))
            continue
        if all(
            _straight(aligned, tie, other) <= -_CLEARLY
            or (tie.kind in ("than", "instead") and _crossed(aligned, tie, other))
            for other in same
        ):
            yield Problem("relation", _said(aligned, tie))


def _said(aligned: Alignment, tie: _Tie) -> str:
    tokens = aligned.statement.tokens
    return aligned.statement.text[tokens[tie.said[0]].start : tokens[tie.said[1]].end]


def is_tied(reading: Reading, end: int, *, comma: bool) -> bool:
    """Tell whether a tie before ``end`` may bear on what follows; a comma frees it of some."""
    kinds = ("cause",) if comma else ("cause", "time", "than", "instead")
    return any(
        tie.kind in kinds and reading.tokens[tie.said[1]].end <= end for tie in _ties(reading)
    )


def _straight(aligned: Alignment, tie: _Tie, other: _Tie) -> float:
    """Return how much better the sides are met by the like side than by the other one."""
    return _leaning(aligned, tie.first, other.first, other.second) + _leaning(
        aligned, tie.second, other.second, other.first
    )


def _crossed(aligned: Alignment, tie: _Tie, other: _Tie) -> bool:
    """Tell whether a word of either side stands on the other one there."""
    return all(
        any(_leaning(aligned, (place,), like, unlike) <= -_CLEARLY for place in places)
        for places, like, unlike in (
            (tie.first, other.first, other.second),
            (tie.second, other.second, other.first),
        )
    )


def _leaning(
    aligned: Alignment, places: Sequence[int], like: Sequence[int], unlike: Sequence[int]
) -> float:
    if not places:
        return 0.0
    return sum(_best(aligned, place, like) - _best(aligned, place, unlike) for place in places)


def _best(aligned: Alignment, place: int, others: Sequence[int]) -> float:
    best = float(aligned.near[place, list(others)].max(initial=0.0)) if others else 0.0
    return best if best >= MET else 0.0


@lru_cache(maxsize=4_096)
def _ties(reading: Reading) -> tuple[_Tie, ...]:
    words = reading.words
    starts, position = {}, 0
    for place, word in enumerate(words):
        starts[position] = place
        position += len(word) + 1
    line = " ".join(words)
    found: list[_Tie] = []
    taken: set[int] = set()
    matches = [
        (match.start(), -match.end(), kind, follows, match)
        for kind, follows, pattern in _PATTERNS
        for match in pattern.finditer(line)
        if match.start() in starts
    ]
    for _, _, kind, follows, match in sorted(matches, key=lambda one: one[:2]):
        first = starts[match.start()]
        last = first + match[0].count(" ")
        if first in taken:
            continue
        taken.update(range(first, last + 1))
        tie = _tie(reading, kind, first, last, follows=follows)
        if tie is not None:
            found.append(tie)
    return tuple(found)


def _tie(reading: Reading, kind: Kind, first: int, last: int, *, follows: bool) -> _Tie | None:
    sentence = reading.tokens[first].sentence
    left = _run(reading, range(first - 1, -1, -1), sentence)
    right = _run(reading, range(last + 1, len(reading.tokens)), sentence)
    if not left:
        # *Because of B, A*: the clause ends at a comma, and the rest is the other side.
        clause = reading.tokens[last].clause
        here = tuple(at for at in right if reading.tokens[at].clause == clause)
        left, right = tuple(at for at in right if at not in here), here
    if len(left) < _FEWEST or len(right) < _FEWEST:
        return None
    one, other = (right, left) if follows else (left, right)
    weak = reading.tokens[first].word in _WEAK
    return _Tie(kind, one, other, (first, last), weak)


def _run(reading: Reading, places: range, sentence: int) -> tuple[int, ...]:
    """Return the words that carry meaning up to the end of the sentence or a contrast."""
    found: list[int] = []
    for place in places:
        token = reading.tokens[place]
        if token.sentence != sentence or token.word in _ENDS:
            break
        if token.content and not token.word[0].isdigit():
            found.append(place)
    return tuple(found)
