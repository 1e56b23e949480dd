"""What a sentence tells that could be asked for: persons, places, dates and numbers.

What stands in the question already is no answer to it: *Who helped Siti?* is not
answered by a sentence that names Siti alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from assistant.dimensions import Dimension, told_dimension
from assistant.values.reading import Value, read_values
from corpus.text import fold, words

__all__ = ["Told", "ToldNumber", "read_told", "without_cited_years"]

_PLAIN: Final = 0.6
"""How much two capitalised words tell of a person with nothing beside them that says so."""
_SOMEWHERE: Final = 0.5
"""How much *is located at* tells of a place that is not named."""
_COUNTED_WORDS: Final = 3
_DEFINITE: Final = re.compile(
    r"\b(?:the|these|those|both|its|their|kedua|ieu|eta|éta)\s+$", re.IGNORECASE
)
"""*The two cities* are known already: this counts nothing."""
_CITED_YEAR: Final = re.compile(r"\([^()]*\d{4}[^()]*\)")
_NOT_PERSONS: Final = (
    r"Kota|Kabupaten|Kecamatan|Desa|Kelurahan|Kampung|Provinsi|Negara|Nagara|City|Memorandum|Undang|"
    r"Sister|Service|Public|Smart|Peace|War|Perjanjian|Perjangjian|Berdasarkan|Indonesia|Jakarta|"
    r"Tokyo|Jepang|Jepun|Japan|Bab|Chapter|Program|Perserikatan|Bangsa|Universitas|University|"
    r"Hubungan|International|Ilmu|Sekolah|School|Sakola|Yayasan|Foundation|Dinas|Office|Jalan|Street|"
    r"Gunung|Mount|Sungai|River|Walungan|Laut|Sea|Java|Jawa|Barat|West|East|North|South|Timur|Utara|"
    r"Selatan|Pusat|Museum|Balai|Gedung|Building|Teknik|Bahasa|Basa|Pada|The|This|These|In|On|At|Dina"
)
_NAME: Final = (
    rf"(?!(?:{_NOT_PERSONS})\b)[A-Z][a-z'’]+(?:\s+[A-Z]\.)*"
    rf"(?:\s+(?!(?:{_NOT_PERSONS})\b)(?:van |der |bin |binti |al-)*[A-Z][a-z'’]+)+"
)
_INITIALLED: Final = (
    r"(?:[A-Z]\.\s?)+[A-Z][a-z'’]+(?:\s+[A-Z][a-z'’]+)*|[A-Z][a-z]+\s+[A-Z]\.\s?[A-Z][a-z]+"
)
_PERSON: Final = re.compile(rf"(?:(?<=[^\s.?!“(])\s|^|(?<=[“(]))(?P<name>{_NAME}|{_INITIALLED})")
_BEFORE_PERSON: Final = re.compile(
    r"\b(?:oleh|ku|by|bernama|named|bapak|ibu|pak|bu|mr|mrs|ms|dr|prof|h|hj|kh|ki|nyi|rd|ir|drs|"
    r"(?:wakil )?(?:wali\s?kota|gubernur|bupati|camat|lurah|ketua|kepala|direktur|rektor|menteri|"
    r"presiden)|"
    r"mayor|governor|chair\w*|speaker|head|director|minister|president|leader|pupuhu|kapala|guru|"
    r"teacher|professor|pustakawan|librarian|penulis|peneliti|author|researcher|juru\s\w+|kuncen|"
    r"nyaeta|yaitu|yakni|adalah|was|is)[.,:]?\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_BEHIND_PERSON: Final = re.compile(
    r"^\s*(?:,\s*(?:an?|the|seorang|selaku|sebagai|ketua|kepala|wali|guru|hiji|salaku|who|yang|anu|nu)\b"
    r"|\((?:\d{4}|ketua|head)|\s+(?:selaku|sebagai|salaku)\b)",
    re.IGNORECASE,
)
_PLACED: Final = re.compile(
    r"\b(?:terletak|berlokasi|bertempat|berada|lokasi\w*|tempat\w*|located|situated|held (?:in|at)|"
    r"takes? place|took place|location|site|pernahna|tempatna|aya di|ayana di|perenahna)\b",
    re.IGNORECASE,
)
_PLACE: Final = re.compile(
    r"\b(?:di|ke|ti|dari|in|at|from|of|near|dina|ka)\s+(?:the\s+|sebuah\s+|hiji\s+|jero\s+)?"
    r"(?P<name>(?:(?:kota|kabupaten|kecamatan|desa|kelurahan|kampung|city|district|village)\s+)?"
    r"[A-Z][\w'’-]+(?:\s+(?:of\s+)?[A-Z][\w'’-]+)*)"
)


@dataclass(frozen=True, slots=True)
class ToldNumber:
    """A number that a sentence tells; ``behind`` are the few folded words after it."""

    key: str
    behind: tuple[str, ...]
    dimensions: frozenset[Dimension]


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence tells; persons and places with how sure it is that they are, in [0, 1].

    The keys of ``persons`` and ``places`` are folded names, those of ``dates`` as in
    ``assistant.values``. ``placed`` tells whether it says where something is at all.
    """

    persons: Mapping[str, float]
    places: frozenset[str]
    dates: frozenset[str]
    numbers: tuple[ToldNumber, ...]
    placed: bool = False

    def person(self, asked: frozenset[str]) -> float:
        """Return how surely a person is told who is not among the words ``asked``."""
        return max(
            (sure for name, sure in self.persons.items() if _is_new(name, asked)), default=0.0
        )

    def place(self, asked: frozenset[str]) -> float:
        """Return the same of a place."""
        if any(_is_new(name, asked) for name in self.places):
            return 1.0 if self.placed else _PLAIN
        return _SOMEWHERE if self.placed else 0.0


def read_told(text: str) -> Told:
    """Read what a sentence tells."""
    bare = without_cited_years(text)
    values = read_values(bare)
    numbers = tuple(_numbers(values, bare))
    return Told(
        persons=_persons(bare),
        places=frozenset(fold(match["name"]) for match in _PLACE.finditer(bare)),
        dates=frozenset(value.key for value in values if value.kind == "date"),
        numbers=numbers,
        placed=_PLACED.search(bare) is not None,
    )


def without_cited_years(text: str) -> str:
    """Return ``text`` without the years of the works it cites: they are not its own."""
    return _CITED_YEAR.sub("", text)


def _persons(text: str) -> dict[str, float]:
    found: dict[str, float] = {}
    for match in _PERSON.finditer(text):
        start, end = match.span("name")
        sure = bool(_BEFORE_PERSON.search(text[:start]) or _BEHIND_PERSON.match(text[end:]))
        name = fold(match["name"])
        found[name] = max(found.get(name, 0.0), 1.0 if sure else _PLAIN)
    return found


def _numbers(values: tuple[Value, ...], text: str) -> list[ToldNumber]:
    return [
        ToldNumber(
            value.key,
            words(text[value.end : value.end + 60])[:_COUNTED_WORDS],
            told_dimension(value, text),
        )
        for value in values
        if value.kind == "number"
        and not value.ordinal
        and not value.soft
        and not _DEFINITE.search(text[: value.start])
    ]


def _is_new(name: str, asked: frozenset[str]) -> bool:
    return not {word for word in words(name) if len(word) > 1} <= asked
