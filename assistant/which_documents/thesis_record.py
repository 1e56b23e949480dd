"""Questions about the thesis as a book: who wrote it, when, where, which chapter.

The sources rarely say; the document's record may. What neither says is missing, and
which kind of missing it is can be told without any search.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import Final, Literal

from assistant.phrases import phrases
from assistant.strings import say, title_in
from corpus.language import Language
from corpus.records import Metadata
from corpus.text import fold

__all__ = [
    "PartName",
    "RecordField",
    "asked_chapters",
    "asked_field",
    "asked_part",
    "chapter_label",
    "labelled",
    "record_line",
    "recorded",
]

LAST_CHAPTER: Final = 99
"""Stands for the last chapter, whatever its number."""

RecordField = Literal["author", "year", "institution", "people", "title", "other"]
PartName = Literal["bibliography", "appendix"]

_WORK: Final = (
    r"(?:skripsi|tesis|disertasi|naskah|karya|thesis|dissertation|paper|study|work|document|"
    r"research)"
)
_FIELDS: Final[Mapping[RecordField, re.Pattern[str]]] = {
    "author": phrases(
        r"""
        (?:siapa|siapakah|saha).{0,25} (?:penulis|pengarang|penyusun)(?:nya)?
        (?:siapa|siapakah|saha).{0,25} (?:panulis|pangarang)(?:na)?
        (?:penulis|pengarang|penyusun)(?:nya)?.{0,30} (?:siapa|saha)
        (?:panulis|pangarang)(?:na)?.{0,30} (?:siapa|saha)
        (?:siapa|saha).{0,20} (?:menulis|menyusun|mengarang).{0,25} (?:<work>|ini)
        (?:siapa|saha).{0,20} (?:nulis|nyerat|nyusun|ngarang).{0,25} (?:<work>|ieu)
        (?:nama|wasta|ngaran|jenengan).{0,12} (?:penulis|peneliti|panulis|panalungtik|mahasiswa)\w*
        (?:ditulis|diserat|disusun|dikarang) (?:oleh|ku) (?:siapa|saha)
        who (?:is|are|was|were) the (?:author|writer|researcher|student)s?
        who (?:wrote|authored|penned).{0,25} <work>
        (?:author|writer|researcher)'?s? name
        name of the (?:author|writer|researcher|student)
        author of (?:this|the) <work>
        """,
        work=_WORK,
    ),
    "year": phrases(
        r"""
        <when>.{0,20}<work>.{0,25} (?:di)?tulis
        <when>.{0,20}<work>.{0,25} terbit
        <when>.{0,20}<work>.{0,25} di\w+
        <when>.{0,20}<work>.{0,25} selesai
        <when>.{0,20}<work>.{0,25} rengse
        <work>.{0,30} di\w+.{0,25} <when>
        <work>.{0,30} terbit.{0,25} <when>
        <work>.{0,30} (?:selesai|rengse).{0,25} <when>
        tahun terbit|taun medal
        publication (?:year|date)|year of (?:publication|writing)
        (?:when|what year|which year).{0,12} <work>.{0,20} \w+(?:en|ed)
        """,
        when="(?:tahun berapa|kapan|iraha|taun sabaraha)",
        work=_WORK,
    ),
    "institution": phrases(
        r"""
        <school>.{0,25} (?:mana|apa|nama)
        <school>.{0,25} (?:naon|wasta)
        (?:nama|di|dari).{0,10} (?:universitas|kampus|perguruan tinggi)(?:nya)?
        (?:wasta|ngaran|di|ti).{0,10} (?:universitas|kampus|paguron luhur)(?:na)?
        (?:which|what|name of the) (?:university|college|institution|faculty|campus|school)
        """,
        school="(?:universitas|kampus|perguruan tinggi|paguron luhur|fakultas|program studi|prodi)",
    ),
    "people": phrases(
        r"""
        (?:pembimbing|penguji|promotor)\w*
        (?:pangaping|panguji)\w*
        supervis(?:or|ors|ed)|advis[eo]rs?|examiners?
        """
    ),
    "title": phrases(
        r"""
        (?:apa|naon|apakah) judul(?:na|nya)?(?: <this>)?\W*$
        judul(?:na|nya)? <this>|judul(?:na|nya)? (?:apa|naon)
        title of (?:this|the) <work>|(?:this|the) <work>'?s title|what is (?:the|its) title
        what is (?:this|the) <work> about|what does (?:this|the) <work> (?:discuss|study|deal with)
        what is (?:the )?(?:topic|subject|theme) of (?:this|the) <work>
        <this>(?: teh)? <about> (?:apa|naon)(?:kah)?\W*$
        (?:apa|naon) (?:yang|anu|nu) (?:di)?(?:bahas|dibahas|kupas) (?:dalam|dina|ku|oleh) <this>
        (?:apa|naon) (?:topik|tema|pokok bahasan|jejer)(?:na|nya)?(?: <this>)?\W*$
        """,
        work=_WORK,
        this=rf"(?:dari |tina )?(?:(?:ini|ieu) )?{_WORK}(?: (?:ini|ieu|itu|eta|tersebut))?",
        about="(?:tentang|mengenai|membahas|soal|perihal|ngeunaan|ngabahas|perkawis)",
    ),
    "other": phrases(
        r"""
        (?:berapa|sabaraha|how many).{0,12} (?:halaman|kaca|lembar|pages)\w*
        jumlah halaman|page count|nim|nomor induk|isbn|doi|student (?:id|number)
        sidang(?:na|nya)?|disidangkan|defen[cs]e|defended|dipertahankan|ujian skripsi
        """
    ),
}
_CHAPTER: Final = phrases(
    r"""
    (?:bab|chapters?)\s+(?P<number>[ivx]+|\d{1,2}|satu|dua|tiga|empat|lima|enam|pertama)
    (?:bab|chapters?)\s+(?P<named>kesatu|kedua|ketiga|keempat|kelima|keenam)
    bab\s+(?P<sundanese>hiji|tilu|opat|genep|kahiji|kadua|katilu|kaopat|kalima|kagenep)
    chapters?\s+(?P<english>one|two|three|four|five|six)
    (?P<ordinal>first|second|third|fourth|fifth|sixth|last|final)\s+chapter
    bab\s+(?P<last>terakhir|pamungkas|panutup|penutup)
    """
)
_NUMBERS: Final[Mapping[str, int]] = {
    **dict.fromkeys(("satu", "one", "hiji", "kesatu", "kahiji", "pertama", "first", "i"), 1),
    **dict.fromkeys(("dua", "two", "kedua", "kadua", "second", "ii"), 2),
    **dict.fromkeys(("tiga", "three", "tilu", "ketiga", "katilu", "third", "iii"), 3),
    **dict.fromkeys(("empat", "four", "opat", "keempat", "kaopat", "fourth", "iv"), 4),
    **dict.fromkeys(("lima", "five", "kelima", "kalima", "fifth", "v"), 5),
    **dict.fromkeys(("enam", "six", "genep", "keenam", "kagenep", "sixth", "vi"), 6),
    **dict.fromkeys(("terakhir", "pamungkas", "panutup", "penutup", "last", "final"), LAST_CHAPTER),
}
_PARTS: Final[Mapping[PartName, re.Pattern[str]]] = {
    "bibliography": phrases(
        r"""
        da[fp]tar pustaka(?:nya|na)?|bibliografi(?:nya|na)?
        bibliograph\w+|reference list|list of references|works cited list
        """
    ),
    "appendix": phrases(
        r"""
        lampiran(?:nya|ana|na)?
        appendix|appendices|annex(?:es)?
        """
    ),
}


_LABELS: Final[Mapping[RecordField, re.Pattern[str]]] = {
    "author": re.compile(
        r"\b(?:penulis|pengarang|penyusun|panulis|author|(?:disusun|ditulis|diserat) (?:oleh|ku)|"
        r"written by)\s*:",
        re.IGNORECASE,
    ),
    "year": re.compile(r"\b(?:tahun(?: terbit)?|taun|year)\s*:\s*\d{4}", re.IGNORECASE),
    "institution": re.compile(
        r"\b(?:Universitas|University|Institut\w*|Politeknik|UNIVERSIT\w+)\b"
    ),
    "people": re.compile(
        r"\b(?:pembimbing|penguji|pangaping|panguji|supervisors?|advisors?|examiners?)\b[^.\n]{0,12}:",
        re.IGNORECASE,
    ),
    "title": re.compile(r"(?!)"),
    "other": re.compile(r"\b(?:halaman|kaca|pages|nim|isbn|doi)\s*:", re.IGNORECASE),
}
"""What a line that gives a detail of the book looks like; see ``labelled``."""


def asked_field(question: str) -> RecordField | None:
    """Return which detail of the thesis itself a question asks for, if any."""
    folded = fold(question)
    return next((name for name, pattern in _FIELDS.items() if pattern.search(folded)), None)


def recorded(field: RecordField, metadata: Metadata, language: Language) -> str:
    """Return what the document's record says of ``field``, empty when it does not."""
    if field == "title":
        return title_in(metadata, language)
    if field == "author":
        return ", ".join(metadata.authors)
    if field == "year":
        return "" if metadata.year is None else str(metadata.year)
    return metadata.institution if field == "institution" else ""


def record_line(metadata: Metadata) -> str:
    """Return author, year and institution in one line, as far as they are recorded."""
    year = "" if metadata.year is None else str(metadata.year)
    return ", ".join(part for part in (*metadata.authors, year, metadata.institution) if part)


def labelled(field: RecordField, text: str) -> bool:
    """Tell whether a document's text has a line that seems to give ``field``."""
    return _LABELS[field].search(text) is not None


def asked_chapters(question: str) -> tuple[int, ...]:
    """Return the numbers of the chapters that a question names, see ``LAST_CHAPTER``."""
    found: list[int] = []
    for match in _CHAPTER.finditer(fold(question)):
        word = str(match[match.lastgroup or 0])
        found.append(_chapter_number(word))
    return tuple(dict.fromkeys(found))


def asked_part(question: str) -> PartName | None:
    """Return the unnumbered part at the book's end that a question names, if any."""
    folded = fold(question)
    return next((name for name, pattern in _PARTS.items() if pattern.search(folded)), None)


def chapter_label(number: int, language: Language) -> str:
    """Return what a reader calls a chapter, e.g. ``BAB IV``."""
    if number == LAST_CHAPTER:
        return say("last_chapter", language)
    units = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return say("chapter", language, number="X" * (number // 10) + units[number % 10])


def _chapter_number(word: str) -> int:
    if word.isdigit():
        return int(word)
    if word in _NUMBERS:
        return _NUMBERS[word]
    values = [{"i": 1, "v": 5, "x": 10}[char] for char in word]
    return sum(-a if a < b else a for a, b in pairwise([*values, 0]))
