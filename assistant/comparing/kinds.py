"""Whether a quote is of the kind that a column asks for, and of this research, not of another."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from assistant.comparing.records import Column
from assistant.evidence_types import holds, is_aim
from corpus.records import Passage, Sentence
from corpus.text import fold

__all__ = ["fits", "is_headed"]

# All but the last are for folded text: without case and accents.
_METHOD: Final = re.compile(
    r"\b(?:metod\w*|method\w*|pendekatan|approach\w*|pamarekan|teknik|techniques?|desain|design|"
    r"analisis|analysis|analisa|survei|survey|research|penelitian tindakan|panalungtikan)\b"
)
_USE: Final = re.compile(
    r"\b(?:\w*manfaat\w*|kegunaan|berguna|dipakai|diharapkan|sumbang\w*|kontribusi|benefi\w*|"
    r"useful|uses?|used|expected|hoped|contribut\w*|mangpaat\w*|kagunaan|dipake|dipiharep)\b"
)
_OF_USE: Final = re.compile(
    r"\b(?:manfaat|kegunaan|benefits?|significance|uses?|contributions?|mangpaat|kagunaan)\b"
)
_HEADINGS: Final[Mapping[Column, re.Pattern[str]]] = {
    "method": re.compile(r"\b(?:metode|metodologi|methods?|methodology)\b"),
    "findings": re.compile(r"\b(?:kesimpulan|simpulan|conclusions?|kacindekan)\b"),
    "relevance": _OF_USE,
}
_SELF: Final = re.compile(
    r"\b(?:penelitian|studi|skripsi|tesis|temuan|hasil|this (?:research|study|thesis)|findings|"
    r"results|panalungtikan|timuan)\b"
)
_EARLIER: Final = re.compile(
    r"\b(?:terdahulu|sebelumnya|previous|earlier|prior|related|saencanna|samemehna|sateuacanna|"
    r"pustaka|literature|teori|theory|theoretical|tiori)\b"
)
"""In a heading over what others did."""
_ANOTHERS: Final = re.compile(
    r"\b[A-Z][\w'’-]+(?:\s+(?:et al\.|dkk\.|spk\.)|\s+(?:dan|and|jeung|sareng|&)\s+[A-Z][\w'’-]+)?"
    r"\s+\((?:1[89]|20)\d\d"
)
"""An author with a year, of whom a sentence tells: *Rahayu (2007) memakai …*"""


def fits(column: Column, passage: Passage, sentences: Sequence[Sentence]) -> bool:
    """Tell whether sentences of a passage are what a column asks for."""
    if any(_EARLIER.search(fold(heading)) for heading in passage.path):
        return False
    if any(_ANOTHERS.search(sentence.text) for sentence in sentences):
        return False
    return _KINDS[column](passage, sentences)


def is_headed(column: Column, passage: Passage) -> bool:
    """Tell whether a passage stands under a heading that promises what a column asks for."""
    return _HEADINGS[column].search(fold(passage.heading)) is not None


def _names_a_method(_passage: Passage, sentences: Sequence[Sentence]) -> bool:
    named = any(_METHOD.search(fold(sentence.text)) for sentence in sentences)
    return named and not any(is_aim(sentence) for sentence in sentences)


def _states_a_finding(passage: Passage, sentences: Sequence[Sentence]) -> bool:
    """Tell whether sentences say what was found, neither sought nor hoped nor another's."""
    if is_headed("relevance", passage):
        return False
    own = not any(w.scope == "this_sentence" for s in sentences for w in s.cited_works)
    found = any(holds(sentence, "result") for sentence in sentences)
    return own and found and not any(is_aim(sentence) for sentence in sentences)


def _speaks_of_use(passage: Passage, sentences: Sequence[Sentence]) -> bool:
    texts = [fold(sentence.text) for sentence in sentences]
    said = any(_USE.search(text) and _SELF.search(text) for text in texts)
    return said or is_headed("relevance", passage)


_KINDS: Final[Mapping[Column, Callable[[Passage, Sequence[Sentence]], bool]]] = {
    "method": _names_a_method,
    "findings": _states_a_finding,
    "relevance": _speaks_of_use,
}
