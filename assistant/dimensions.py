"""What a number measures: money, an area, an age … as a question asks and as a text says.

*How much did it cost?* is answered by an amount of money and by no other number of the
same sentence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, Literal

from assistant.phrases import phrases
from assistant.values.reading import Value
from corpus.text import fold

__all__ = ["Dimension", "asked_dimension", "told_dimension"]

Dimension = Literal[
    "age", "area", "length", "money", "percent", "storage", "temperature", "volume", "weight"
]

_COST: Final = (
    r"(?:biaya|harga|anggaran|gaji|gajih|upah|honor|ongkos|tarif|dana|waragad|bayaran|pangaos|"
    r"pendapatan|penghasilan|pangasilan|panghasilan|omzet|laba|modal)\w*"
)
_ASKED: Final[Mapping[Dimension, re.Pattern[str]]] = {
    "money": phrases(
        r"""
        <how>\b.{0,30}\b<cost>|<cost>\b.{0,25}\b<how>
        how much\b.{0,40}\b(?:costs?|paid|pay|earn\w*|spent|spend|money)
        how much\b.{0,40}\b(?:budget\w*|salary|fees?|tuition|income|revenue|profit)
        (?:what|how high|how large) (?:is|was|were|are)\b.{0,40}\b(?:price|cost|budget|salary)
        (?:what|how high|how large) (?:is|was|were|are)\b.{0,40}\b(?:prices|costs|fees?|wages?)
        """,
        how="(?:berapa|sabaraha)",
        cost=_COST,
    ),
    "percent": phrases(
        r"""
        (?:berapa|sabaraha) (?:persen|persentase|prosentase)\w*|persentase\w*|(?:what|which) share
        (?:what|which) (?:is the |was the )?(?:percentage|proportion|percent)|how many percent
        """
    ),
    "area": phrases(
        r"""
        (?:se)?berapa luas\w*|luas\w*\b.{0,30}\bberapa|sabaraha lega\w*|lega\w*\b.{0,30}\bsabaraha
        how (?:large|big) (?:is|was|are) the\b.{0,30}\b(?:land|area|city|site|field|region|campus)
        (?:what|which) (?:is the |was the )?area|how many (?:hectares|square)
        """
    ),
    "length": phrases(
        r"""
        (?:se)?berapa (?:tinggi|panjang|jauh|dalam|lebar)\w*|how (?:high|tall|deep|wide|far)
        sabaraha (?:luhur|panjang|jauh|jero|rubak)\w*
        (?:what|which) (?:is the |was the )?(?:height|depth|width|distance|altitude|elevation)
        """
    ),
    "age": phrases(
        r"""
        berapa (?:umur|usia)\w*|(?:umur|usia)\w*\b.{0,30}\bberapa|sabaraha (?:umur|yuswa)\w*
        (?:umur|yuswa)\w*\b.{0,30}\bsabaraha|how old|(?:what|at what) (?:is the |was the )?age
        """
    ),
    "weight": phrases(r"(?:se)?berapa berat\w*|sabaraha beurat\w*|how heavy|how much\b.*\bweigh"),
    "temperature": phrases(r"berapa suhu\w*|sabaraha (?:suhu|hawa)\w*|(?:what|which) temperature"),
    "storage": phrases(
        r"""
        berapa (?:kapasitas|ukuran) (?:penyimpanan|memori|file)\w*|storage capacity
        sabaraha kapasitas (?:panyimpenan|memori)\w*
        """
    ),
    "volume": phrases(
        r"(?:berapa|sabaraha) (?:volume|liter)\w*|how many lit(?:er|re)s",
    ),
}
_UNIT_BEHIND: Final[Mapping[Dimension, re.Pattern[str]]] = {
    "money": re.compile(r"\s*(?:rupiah|dolar|dollars?|euros?|yen|yuan|won|poundsterling)\b"),
    "percent": re.compile(r"\s*(?:%|pers[ea]n\b|percent\b|per cent\b)"),
    "area": re.compile(
        r"\s*(?:ha\b|hektare?\b|hectares?\b|km2\b|m2\b|(?:kilo)?met(?:er|re)s? persegi\b|"
        r"(?:kilo)?meter pasagi\b|km persegi\b|square (?:kilo)?met(?:er|re)s?\b|acres?\b|tumbak\b)"
    ),
    "length": re.compile(
        r"\s*(?:(?:kilo|senti|centi|mili)?met(?:er|re)s?\b|[kcm]?m\b|miles?\b|mdpl\b)"
    ),
    "age": re.compile(r"[\s-]*(?:tahun|taun|years?(?:[ -]old)?)\b"),
    "weight": re.compile(r"\s*(?:kg\b|kilo(?:gram)?s?\b|gram\b|grams\b|ton(?:ne)?s?\b|kuintal\b)"),
    "temperature": re.compile(r"\s*(?:derajat|degrees?|°)"),
    "storage": re.compile(r"\s*(?:[kmgt]b\b|(?:giga|mega|tera|kilo)(?:byte|bita)s?\b)"),
    "volume": re.compile(r"\s*(?:lit(?:er|re)s?\b|m3\b|met(?:er|re)s? kubik\b|cubic\b)"),
}


def asked_dimension(question: str) -> Dimension | None:
    """Return what the number asked for measures, ``None`` when it counts or is not said."""
    folded = fold(question)
    return next((name for name, pattern in _ASKED.items() if pattern.search(folded)), None)


def told_dimension(value: Value, text: str) -> frozenset[Dimension]:
    """Return what a number of ``text`` measures; a length may be part of an area's unit."""
    if value.key.endswith("%"):
        return frozenset({"percent"})
    if value.key[:1].isalpha():
        return frozenset({"money"})
    behind = fold(text[value.end : value.end + 24])
    found = {name for name, pattern in _UNIT_BEHIND.items() if pattern.match(behind)}
    return frozenset(found - {"length"} if "area" in found else found)
