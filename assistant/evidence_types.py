"""Whether the words of a sentence are of the type that a question asks for.

Persons, places, dates and numbers are read in ``told``; what defines a term can only be
told together with the question's words; see ``sentence_signals``.

A question's interrogative stands for a word of its own in the match: *siapa* is met by
a person's name, *kapan* by a date. How much each type weighs, against an average
content word of the question, was set on the tuning half of the judgments.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from assistant.interrogatives import AnswerType
from assistant.told import without_cited_years
from corpus.records import Sentence

__all__ = [
    "DEFINING",
    "TYPE_WEIGHTS",
    "holds",
    "is_aim",
    "is_keyword_line",
    "tells_of_a_day",
]

TYPE_WEIGHTS: Final[Mapping[AnswerType, float]] = {
    "website": 3.0,
    "when": 2.0,
    "who": 1.5,
    "how_long": 2.0,
    "how_many": 4.0,
    "result": 2.0,
    "why": 0.4,
    "list": 0.5,
    "definition": 1.4,
    "where": 0.3,
    "how": 0.2,
}

DEFINING: Final = re.compile(
    r"\b(?:merupakan|adalah|ialah|yaitu|yakni|disebut|is|are|means|refers? to|nyaeta|mangrupa|"
    r"mangrupikeun|hartina|nyaeta)\b"
)
"""What stands between a term and its definition, in folded text."""

_KEYWORDS: Final = re.compile(
    r"\W*(?:kata kunci|key ?words?|kecap (?:konci|galeuh))\b", re.IGNORECASE
)
_AIM: Final = re.compile(
    r"\b(?:(?:ber)?tujuan\w*|dimaksudkan|diharapkan|harapan\w*|untuk mengetahui|agar dapat|"
    r"aim(?:s|ed)?|purposes?|objectives?|expected|hope[sd]?|intended|in order to|"
    r"dipiharep|diharepkeun|diharapkeun|pikeun mikanyaho|kanggo uninga|supados terang)\b",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_LASTING: Final = re.compile(
    r"\b(?:saat ini|sekarang|kini|dewasa ini|hingga|sampai|masih|sejak|ayeuna|kiwari|nepi ka|"
    r"(?:ti )?saprak|k[eé]n[eé]h|now|still|today|since|until|current(?:ly)?)\b",
    re.IGNORECASE,
)
_PATTERNS: Final[Mapping[AnswerType, re.Pattern[str]]] = {
    "website": re.compile(
        r"\b[\w-]+(?:\.[\w-]+)*\.(?:go\.id|ac\.id|co\.id|id|com|org|net|gov|edu|jp)\b"
    ),
    "how_long": re.compile(
        r"\b(?:jangka (?:panjang|pendek|menengah|waktu)|selama|salila|seterusnya|salawasna|"
        r"(?:long|short|medium)[ -]term|for (?:\w+ ){0,3}(?:days|weeks|months|years)|"
        r"\d+ (?:hari|poe|poé|minggu|bulan|tahun|taun|days?|weeks?|months?|years?)|lila|lama)\b",
        re.IGNORECASE,
    ),
    "result": re.compile(
        r"\b(?:disimpulkan|menyimpulkan|kesimpulan|simpulan|terbukti|ditemukan|menemukan|"
        r"menunjukkan|memperlihatkan|hasil (?:penelitian|analisis|studi)|conclu(?:de[sd]?|sions?)|"
        r"(?:found|shows?|showed|reveals?|revealed|indicates?|indicated) that|proved|"
        r"results? (?:shows?|showed|indicates?)|kacindekan|dicindekkeun|kapanggih|nuduhkeun|"
        r"némbongkeun|kabuktian)\b",
        re.IGNORECASE,
    ),
    "why": re.compile(
        r"\b(?:karena|sebab|akibat|berkat|sehingga|because|due to|owing to|thanks to|sabab|"
        r"lantaran|kusabab|alatan|ku kituna|margi)\b",
        re.IGNORECASE,
    ),
    "list": re.compile(r":$|\(1\)|;|(?:,[^,]+){3,}"),
    "how": re.compile(
        r"\b(?:melalui|dengan|through|by means of|by|ngaliwatan|ku cara|kalawan|via)\b",
        re.IGNORECASE,
    ),
}


def holds(sentence: Sentence, kind: AnswerType) -> bool:
    """Tell whether ``sentence`` holds what an answer of type ``kind`` must hold."""
    pattern = _PATTERNS.get(kind)
    if pattern is None:
        return False
    if kind == "result" and is_aim(sentence):
        return False
    return pattern.search(without_cited_years(sentence.text)) is not None


def tells_of_a_day(sentence: Sentence) -> bool:
    """Tell whether a sentence is dated and says nothing of what has lasted since."""
    bare = without_cited_years(sentence.text)
    return _YEAR.search(bare) is not None and _LASTING.search(bare) is None


def is_aim(sentence: Sentence) -> bool:
    """Tell whether a sentence says what is aimed at or hoped for, which is no result."""
    return _AIM.search(sentence.text) is not None


def is_keyword_line(sentence: Sentence) -> bool:
    """Tell whether a sentence is an abstract's line of keywords, which states nothing."""
    return _KEYWORDS.match(sentence.text) is not None
