"""Whether a question leans on what was said before, and how.

A question that names what it is about stands alone, whatever came before it. The others
lean in one of three ways, or come aside; see ``Lean``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from assistant.follow_ups.openings import (
    CONNECTS,
    CORRECTS,
    ENDS_SWAP,
    HOW_ABOUT,
    OPENS_SWAP,
    PREPOSES,
)
from assistant.follow_ups.pointing import BINDS, BOTH, INCLUDED, POINTS, STARTS_INSIDE
from assistant.follow_ups.topic import name_runs
from assistant.follow_ups.words import (
    BOOK_PARTS,
    GENERIC,
    INTERROGATIVES,
    LIGHT,
    NO_ENDING,
    OF_PEOPLE,
)
from assistant.interrogatives import FUNCTION_WORDS, AnswerType, answer_types
from assistant.which_documents.thesis_record import asked_chapters, asked_field, asked_part
from assistant.which_documents.thesis_words import PLACES, THESES
from corpus.text import fold, words

__all__ = ["Lean", "Reading", "corrected", "is_owned", "read_follow_up", "stem_of"]

Lean = Literal["alone", "aside", "bare", "points", "swap"]
"""``alone``: it stands alone. ``aside``: it does, within the same topic (*and what was Suzuki's
position?*). ``bare``: it asks something else of the same (*and when?*).
``points``: it has words of its own, and one that stands for something before (*how long
did it last?*). ``swap``: it puts another thing in the place of one before (*what about
Osaka?*)."""

_OWN: Final = frozenset(("its", "their", "his", "her"))
_DONE: Final = frozenset(("melakukannya", "ngalakukeunana"))
_LINKS: Final = frozenset(("yang", "nu", "anu", "the"))
_ONE: Final = frozenset(("one", "ones"))
_TOPIC_MARKS: Final = frozenset(("itu", "eta"))
_MOST_OF_BOTH: Final = 4
_MOST_BEFORE: Final = 2
_MOST_POINTING: Final = 5
_MOST_OWNED: Final = 3
_MOST_CONNECTED: Final = 2
_MOST_FRAGMENT: Final = 3
_MOST_SWAPPED: Final = 4
_SHORTEST: Final = 2
_MOST_OF_DOING: Final = 5
_DOES: Final = re.compile(
    r"(?:di|me(?:m|n|ng|ny)|ber|ter|nga|ng|ny|na)[a-z]{4,}|[a-z]{2,}ed|(?:per|pang|ka)[a-z]{3,}"
    r"(?:keun|kan)"
)
"""Words that look like verbs, so that alone they say nothing of what they are done to."""
_OF_WHAT: Final[frozenset[AnswerType]] = frozenset(("when", "why", "how", "how_many", "how_long"))
"""What is not asked of a name alone: *when Tokyo?* is about more than Tokyo."""
_KINDS: Final = PLACES | frozenset(words("tahun taun tanggal orang jalma urang year date person"))
_SHORTEST_OWNED: Final = 5
_ENDINGS: Final = ("nya", "nyalah", "nyakah", "na")


@dataclass(frozen=True, slots=True)
class Reading:
    """How a question leans; ``swapped`` is what takes another's place, as it was typed.

    ``names`` are the names in it, as they were typed; ``asks_of`` tells that it says what
    kind of thing it asks for (*which city*); ``plain`` are the words, folded, that it says
    besides.
    """

    lean: Lean
    names: tuple[str, ...] = ()
    swapped: str = ""
    asks_of: bool = False
    plain: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question with what tells how it leans.

    ``content`` are its folded words that are about something, names included.
    """

    text: str
    folded: str
    distinct: tuple[str, ...]
    content: tuple[str, ...]
    names: tuple[str, ...]
    connects: bool
    asks: bool

    @property
    def plain(self) -> tuple[str, ...]:
        """The content words that are no names."""
        return tuple(word for word in self.content if word not in self.named)

    @property
    def named(self) -> frozenset[str]:
        """The words of its names."""
        return frozenset(word for name in self.names for word in words(name))


def read_follow_up(text: str, known: frozenset[str] = frozenset()) -> Reading:
    """Return how a question leans on the turns before it.

    Args:
        text: The question as typed.
        known: The folded words of names in the turns before.
    """
    asked = _asked(text, known)
    if not asked.distinct or _of_the_book(asked):
        return Reading("alone", asked.names)
    swapped = _swapped(asked)
    if swapped:
        alone = (swapped,) if len(asked.distinct) == 1 else ()
        return Reading("swap", asked.names or alone, swapped)
    inside = asked.connects or STARTS_INSIDE.match(asked.folded) is not None
    of_more = _OF_WHAT & answer_types(text) and not _stands_for(asked)
    if not asked.plain and (not asked.names or inside or of_more):
        return Reading("bare", asked.names, asks_of=bool(_KINDS & set(asked.distinct)))
    if _points(asked):
        return Reading("points", asked.names, plain=asked.plain)
    aside = asked.connects and asked.names and asked.named <= known
    aside = aside and len(asked.plain) <= _MOST_CONNECTED
    return Reading("aside" if aside else "alone", asked.names)


def corrected(text: str) -> str:
    """Return what a follow-up puts right, as typed: *No, I meant Bandung*; else nothing."""
    folded = fold(text)
    found = CORRECTS.match(folded) if len(folded) == len(text) else None
    left = text[found.end() :].strip(" ,.;:!-") if found is not None else ""
    idle = FUNCTION_WORDS | GENERIC | INTERROGATIVES
    return left if set(words(left)) - idle else ""


def _asked(text: str, known: frozenset[str]) -> _Asked:
    folded = fold(text).strip()
    distinct = tuple(dict.fromkeys(words(text)))
    return _Asked(
        text=text,
        folded=folded,
        distinct=distinct,
        content=tuple(w for w in distinct if w not in FUNCTION_WORDS and w not in GENERIC),
        names=name_runs(text, known),
        connects=CONNECTS.match(folded) is not None,
        asks=bool(answer_types(_behind(folded))) or bool(INTERROGATIVES & set(distinct)),
    )


def _behind(folded: str) -> str:
    found = CONNECTS.match(folded)
    return folded if found is None else folded[found.end() :].strip(" ,")


def _of_the_book(asked: _Asked) -> bool:
    """Tell whether it asks about the thesis itself, which needs no turn before."""
    text = asked.text
    if asked_field(text) or asked_part(text) or asked_chapters(text):
        return True
    if _stands_for(asked) and not THESES & set(asked.distinct):
        return False
    return any(stem_of(word) in THESES | BOOK_PARTS for word in asked.content)


def stem_of(word: str) -> str:
    """Return a folded word without the ending that says *its*."""
    for ending in ("nya", "ana", "na"):
        if word not in NO_ENDING and word.endswith(ending):
            return word.removesuffix(ending)
    return word


def _swapped(asked: _Asked) -> str:
    """Return what is put in the place of something before, nothing when nothing is."""
    opening = OPENS_SWAP.match(asked.folded)
    ends = asked.names and ENDS_SWAP.match(asked.folded) is not None
    if opening is None and not ends:
        whole = asked.text.strip(" ?!.,")
        owned = any(is_owned(word) for word in asked.distinct)
        is_name = asked.names or (whole[:1].isupper() and not owned)
        is_name = is_name and len(asked.distinct) == 1
        return whole if is_name and not asked.asks else ""
    rest = asked.folded if opening is None else asked.folded[opening.end() :]
    while (ending := HOW_ABOUT.search(rest)) is not None:
        rest = rest[: ending.start()]
    left = words(rest)
    about = [w for w in left if (w in asked.content or w.isdigit()) and w not in _ONE]
    asks = bool(answer_types(rest)) or bool(INTERROGATIVES & set(left))
    if asks or not 1 <= len(about) <= _MOST_SWAPPED:
        return ""
    if asked.names and set(about) <= asked.named:
        return asked.names[-1]
    if POINTS.search(rest) or _OWN & set(left):
        return ""
    described = opening is not None and _LINKS & set(words(opening[0]))
    typed = _as_typed(asked.text, set(left))
    return f"{words(opening[0])[-1]} {typed}" if opening is not None and described else typed


def _as_typed(text: str, kept: set[str]) -> str:
    """Return the part of ``text`` from its first to its last word that is content of ``kept``."""
    tokens = text.split()
    told = [
        place
        for place, token in enumerate(tokens)
        if any(word in kept and word not in FUNCTION_WORDS for word in words(token))
    ]
    return " ".join(tokens[told[0] : told[-1] + 1]).strip(" ?!.,;:") if told else ""


def _points(asked: _Asked) -> bool:
    count = len(asked.content)
    if _stands_for(asked):
        return count <= _MOST_POINTING
    owned = any(is_owned(word) for word in asked.content) or _DONE & set(asked.distinct)
    if owned and not PREPOSES.match(asked.folded):
        return count <= _MOST_OWNED
    if asked.connects and not asked.names:
        return count <= _MOST_CONNECTED
    return _lacks_object(asked)


def _lacks_object(asked: _Asked) -> bool:
    """Tell whether a question that points to nothing says too little to be whole."""
    doing = LIGHT - OF_PEOPLE if asked.names else LIGHT
    if asked.plain and set(asked.plain) <= doing and asked.asks:
        return True
    count = len(asked.content)
    if STARTS_INSIDE.match(asked.folded) and not asked.names:
        return count <= _MOST_FRAGMENT
    if asked.names or count != 1 or not asked.asks:
        return False
    return len(asked.distinct) <= _SHORTEST or _only_does(asked)


def _only_does(asked: _Asked) -> bool:
    """Tell whether a question says what is done and to nothing: *what was signed?*."""
    told = len(asked.distinct) <= _MOST_OF_DOING and "definition" not in answer_types(asked.text)
    return told and all(_DOES.fullmatch(word) for word in asked.plain)


def _stands_for(asked: _Asked) -> bool:
    """Tell whether a word of a question stands for something that the question has not."""
    for found in POINTS.finditer(asked.folded):
        before = words(asked.folded[: found.start()])
        if not (before and found[0] in _TOPIC_MARKS and before[-1] in asked.named):
            return True
    if BOTH.search(asked.folded) and not asked.names and len(asked.plain) <= _MOST_OF_BOTH:
        return True
    if INCLUDED.search(asked.folded) and asked.names:
        return True
    for found in BINDS.finditer(asked.folded):
        stood = set(words(asked.folded[: found.start()])) & set(asked.content)
        if len(stood) < _MOST_BEFORE and not stood & asked.named:
            return True
    return False


def is_owned(word: str) -> bool:
    """Tell whether a word says *its*: ``pihaknya``, ``pihakna``."""
    if word in NO_ENDING or len(word) < _SHORTEST_OWNED:
        return False
    if word.startswith("sa") and not word.endswith("nya"):
        return False  # *sagramna*, for each gram
    return word.endswith(_ENDINGS)
