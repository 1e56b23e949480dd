"""Sentences made shorter by leaving out, for a briefing of a minute.

Nothing is reworded: what is shown is what the text has, with an ellipsis where something
was left out, and the whole sentence is one step away. What may be left out is what opens
the sentence (*Furthermore*, *In this study*), places and partners that the title has named
already, and what is added at the end. Never a
condition, a negation or a reservation; and the verifier still judges what is left
(compare Zajic et al., *Multi-candidate reduction*, IP&M 43(6), 2007).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from assistant.claims.cue_kinds import CueKind
from assistant.claims.cues import CUES
from assistant.interrogatives import FUNCTION_WORDS
from assistant.phrases import phrases
from corpus.language import Language
from corpus.text import fold, words

__all__ = ["ELLIPSIS", "Variant", "variants", "whole"]

ELLIPSIS: Final = "…"
_FEWEST: Final = 6
"""Words that must be left of a sentence."""
_MOST: Final = 24
_WEIGHTY: Final[tuple[CueKind, ...]] = (
    *("condition", "negation", "not_yet", "indirect", "expected", "tentative"),
    *("partly", "only", "aim", "must", "once", "future"),
)
"""What may not be left out: it makes the rest weaker, or turns it round."""
_COUNTING_OFF: Final = re.compile(r":\s+(?=\(?(?:1|a)[.)]\s)")
_ITEMS: Final = re.compile(r"(?<=[;,])\s+(?=\(?(?:\d{1,2}|[a-z])[.)]\s)")
_ASKS: Final = re.compile(r"\?\W*$")
_MARKER: Final = re.compile(r"^\s*(?:[-*•–]\s*)?(?:\(?\d{1,3}[.)]|\(?[a-zA-Z][.)]|[-*•–])\s+")
_OPENING: Final = phrases(
    r"""
    ^(?:selanjutnya|lebih lanjut|selain itu|oleh karena itu|dengan demikian|kesimpulannya|jadi),?
    ^dalam (?:penelitian|skripsi|tesis|studi) ini,?
    ^(?:furthermore|moreover|in addition|therefore|thus|in conclusion),?
    ^in this (?:study|research|thesis|paper),?
    ^(?:salajengna|salian ti eta|ku kituna|kacindekanana),?
    ^dina (?:ieu )?(?:panalungtikan|skripsi)(?: ieu)?,?
    """
)
"""What joins a sentence to those before it. *It can be concluded that* stays: it reserves."""
_GIVEN_OPENERS: Final[Mapping[Language, str]] = {
    "id": r"di lingkup|di lingkungan|dalam lingkup|antara|di|pada|dalam|yang terjalin antara|oleh",
    "en": r"within|between|in the (?:city|scope)|of the (?:city|government)|in|across",
    "su": r"di lingkungan|antawis|antara|di|dina|anu dijalin antawis",
}
"""What opens a place or partners; left out only if the title has all that it names."""
_TAIL_OPENERS: Final[Mapping[Language, str]] = {
    "id": r"khususnya|terutama|sehingga|serta|dengan|melalui|yang mana|di mana|maupun|hingga|baik|"
    r"dan juga|salah satunya|yang|untuk|guna|dalam",
    "en": r"particularly|especially|so that|as well as|with|through|which|where|including|one|"
    r"both|and are|and to|in order to|for",
    "su": r"hususna|utamina|utamana|nepi ka|sarta|kalawan|kalayan|ku cara|ngaliwatan|"
    r"ngalangkungan|boh|salah sahijina|anu|pikeun|kanggo|dina",
}
"""What opens something added at the end, mostly behind a comma."""
_PREDICATE: Final = re.compile(
    r",?\s(?:merupakan|adalah|ialah|is|are|was|were|can|could|does|did|has|have|téh|teh|mangrupa|"
    r"mangrupikeun|nyaéta)\s"
)


@dataclass(frozen=True, slots=True)
class Variant:
    """A sentence as it may be shown; ``kept`` is the share of its new content words left.

    ``whole`` tells that nothing was left out but a list's marker.
    """

    text: str
    kept: float
    whole: bool

    @property
    def length(self) -> int:
        """Its words, as a reader counts them."""
        return len(self.text.split())


def whole(text: str) -> Variant:
    """Return a text as it is, without the marker of the list that it is of."""
    return Variant(_MARKER.sub("", text), 1.0, whole=True)


def variants(text: str, language: Language, known: frozenset[str]) -> tuple[Variant, ...]:
    """Return a text whole and in shorter forms, each of different length, longest first.

    Args:
        text: One or two sentences.
        language: Their language.
        known: Folded words that the reader has just read: those of the title.
    """
    all_of_it = whole(text)
    opened = _without_opening(all_of_it.text)
    content = _new_words(opened, known)  # the frame that opens it says nothing new
    found = {all_of_it.text: all_of_it}
    for base in dict.fromkeys((all_of_it.text, opened)):
        for shorter in _shorter(base, language, known):
            if shorter in found or len(shorter.split()) < _FEWEST:
                continue
            left = content & _new_words(shorter, known)
            kept = len(left) / len(content) if content else 1.0
            found[shorter] = Variant(shorter, kept, whole=False)
    best: dict[int, Variant] = {}
    for variant in found.values():
        known_one = best.get(variant.length)
        if known_one is None or (variant.whole, variant.kept) > (known_one.whole, known_one.kept):
            best[variant.length] = variant
    ordered = sorted(best.values(), key=lambda one: -one.length)
    return tuple(ordered[:_MOST])


def _shorter(text: str, language: Language, known: frozenset[str]) -> Iterator[str]:
    if text.startswith(ELLIPSIS):
        yield text
    bases = [text]
    for base in (text, *_without_given(text, language, known)):
        if base not in bases:
            bases.append(base)
            yield base
    for base in bases:
        yield from _without_tail(base, language)
    yield from _with_one_item(text)


def _without_opening(text: str) -> str:
    """Return a sentence without the frame that it opens with."""
    folded = fold(text)
    match = _OPENING.match(folded)
    if match is None or len(folded) != len(text):
        return text
    rest = text[match.end() :].lstrip(" ,")
    return f"{ELLIPSIS}{rest}" if rest else text


def _without_given(text: str, language: Language, known: frozenset[str]) -> Iterator[str]:
    """Yield the text without phrases of place or partners that the title has named."""
    opener = re.compile(rf"\s(?:{_GIVEN_OPENERS[language]})\s", re.IGNORECASE)
    for match in opener.finditer(text):
        for end in _phrase_ends(text, match.end()):
            told = text[match.end() : end]
            if not _is_known(told, known) or _is_weighty(text[match.start() : end], language):
                continue
            rest = text[end:]
            if not words(rest):
                yield f"{text[: match.start()].rstrip(' ,')}{ELLIPSIS}{_closing(text)}"
            else:
                yield f"{text[: match.start()].rstrip(' ,')} {ELLIPSIS} {rest.lstrip(' ,')}"


def _phrase_ends(text: str, start: int) -> Iterator[int]:
    """Yield where a phrase may end: before a predicate, or at the sentence's end."""
    ends = {match.start() for match in _PREDICATE.finditer(text, start)}
    yield from sorted(ends, reverse=True)
    yield len(text.rstrip(' .?!”"'))


def _without_tail(text: str, language: Language) -> Iterator[str]:
    """Yield the text without what is added at its end."""
    opener = re.compile(
        rf"(?P<comma>,)?\s(?P<word>{_TAIL_OPENERS[language]})(?=\s)"
        r"|(?P<mark>;|,(?=\s(?:and|or|but|dan|atau|serta|tetapi|jeung|sareng|sarta|tapi)\s))(?=\s)",
        re.IGNORECASE,
    )
    asks = _ASKS.search(text) is not None
    for match in opener.finditer(text):
        if asks and match["comma"] is None and language == "en":
            continue  # the verb of an English question may stand behind
        head, tail = text[: match.start()], text[match.start() :]
        if len(head.split()) < _FEWEST or _is_weighty(tail, language) or _is_open(head):
            continue
        yield f"{head.rstrip(' ,;:')}{ELLIPSIS}{_closing(text)}"


def _with_one_item(text: str) -> Iterator[str]:
    """Yield a sentence that counts things off, with one of them only: *…: … (3) floods*."""
    opening = _COUNTING_OFF.search(text)
    if opening is None:
        return
    head = text[: opening.end()]
    items = _ITEMS.split(text[opening.end() :])
    for place, item in enumerate(items):
        before = f"{ELLIPSIS} " if place else ""
        last = place == len(items) - 1
        yield f"{head}{before}{item if last else item.rstrip(';,') + ELLIPSIS}"


def _closing(text: str) -> str:
    """Return what closes a question that was cut: its mark, and its quotation mark."""
    match = _ASKS.search(text)
    return "" if match is None else match[0].strip()


def _is_open(head: str) -> bool:
    """Tell whether a text breaks off behind a word that needs another."""
    last = words(head)[-1:]
    opened = head.count("(") > head.count(")")
    return opened or not last or last[0] in FUNCTION_WORDS or last[0] in _GOVERNORS


_GOVERNORS: Final = frozenset(
    words(
        """
        bertujuan berfokus terkait mengenai tentang berkaitan sesuai memberikan menjadi merupakan
        mengetahui menjelaskan expected able hope hoped aims order find explain provide become is
        are was were adalah yaitu dapat mampu diharapkan dipiharep tiasa bisa mampuh masihan
        janten jadi khususnya terutama satunya hususna utamina utamana sahijina particularly
        especially sababaraha ngeunaan patali kanggo pikeun nyaeta mangrupa serta sarta dan jeung
        sareng and or atau atanapi menggunakan ngagunakeun uses using
        """
    )
)
"""Words that cannot stand last."""


def _is_weighty(text: str, language: Language) -> bool:
    """Tell whether a part holds what makes the rest weaker, or turns it round."""
    plain = " ".join(words(text))
    cues = CUES[language]
    return any(cues[kind].search(plain) for kind in _WEIGHTY)


def _is_known(text: str, known: frozenset[str]) -> bool:
    content = _content(text)
    return bool(content) and content <= known


def _content(text: str) -> frozenset[str]:
    return frozenset(w for w in words(text) if w not in FUNCTION_WORDS and len(w) > 1)


def _new_words(text: str, known: frozenset[str]) -> frozenset[str]:
    """Return what a text says that is not known: its content words, or all if none is new."""
    content = _content(text)
    return (content - known) or content
