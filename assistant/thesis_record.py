"""Questions about the thesis as a book: who wrote it, when, where, which chapter.

The sources rarely say; the document's record may. What neither says is missing, and
which kind of missing it is can be told without any search.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, Literal

from assistant.strings import say
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
    "recorded",
]

LAST_CHAPTER: Final = 99
"""Stands for the last chapter, whatever its number."""

RecordField = Literal["author", "year", "institution", "people", "other"]
PartName = Literal["bibliography", "appendix"]

_WORK: Final = (
    r"(?:skripsi|tesis|disertasi|karya (?:tulis|ilmiah)|naskah|dokumen|penelitian|panalungtikan|"
    r"thesis|theses|paper|study|dissertation|document|work|research|ieu|ini|nya)"
)
_FIELDS: Final[Mapping[RecordField, re.Pattern[str]]] = {
    "author": re.compile(
        rf"\b(?:siapa(?:kah)?|saha)\b.{{0,25}}\b(?:penulis(?:nya|na)?|pengarang(?:nya)?|penyusun(?:nya)?|"
        rf"panulis(?:na)?|pangarang(?:na)?)\b"
        rf"|\b(?:penulis(?:nya)?|pengarang(?:nya)?|penyusun(?:nya)?|panulis(?:na)?)\b.{{0,30}}\b(?:siapa|saha)\b"
        rf"|\b(?:siapa|saha)\b.{{0,20}}\b(?:menulis|nulis|nyerat|nyusun|menyusun|mengarang|ngarang)\b.{{0,25}}\b{_WORK}\b"
        rf"|\b(?:nama|wasta|ngaran|jenengan)\b.{{0,12}}\b(?:penulis|peneliti|panulis|panalungtik|mahasiswa)"
        rf"|\b(?:ditulis|diserat|disusun|dikarang) (?:oleh|ku) (?:siapa|saha)\b"
        rf"|\bwho (?:is|are|was|were) the (?:author|writer|researcher|student)"
        rf"|\bwho (?:wrote|authored|penned)\b.{{0,25}}\b{_WORK}\b"
        rf"|\b(?:name of the|the) (?:author|writer|researcher)(?:'s)? name\b"
        rf"|\b(?:author|writer|researcher)'?s? name\b|\bname of the (?:author|writer|researcher|student)\b"
        rf"|\bauthor of (?:this|the) {_WORK}\b"
    ),
    "year": re.compile(
        rf"\b(?:tahun (?:berapa|terbit)|kapan|iraha|taun sabaraha)\b.{{0,20}}\b{_WORK}\b.{{0,25}}\b(?:ditulis|"
        rf"terbit|diterbitkan|dibuat|disusun|selesai|diserat|ditulis|didamel|rengse)"
        rf"|\b{_WORK}\b.{{0,15}}\b(?:ditulis|terbit|diterbitkan|dibuat|disusun|diserat|didamel|dijieun|rengse|selesai)\b.{{0,25}}"
        rf"\b(?:tahun (?:berapa)|kapan|iraha|taun sabaraha)\b"
        rf"|\b(?:tahun terbit|taun medal|publication (?:year|date)|year of (?:publication|writing))\b"
        rf"|\b(?:when|what year|which year|in what year)\b.{{0,12}}\b(?:thesis|paper|dissertation|study)\b.{{0,20}}"
        rf"\b(?:written|published|completed|finished|submitted|defended)"
    ),
    "institution": re.compile(
        r"\b(?:universitas|kampus|perguruan tinggi|paguron luhur|fakultas|fakultas|program studi|prodi)\b"
        r".{0,25}\b(?:mana|apa|naon|nama|wasta)\b"
        r"|\b(?:nama|wasta|di|ti|dari)\b.{0,10}\b(?:universitas|kampus|perguruan tinggi|paguron luhur)(?:nya|na)?\b"
        r"|\b(?:which|what|name of the|at which|from which) (?:university|college|institution|faculty|campus|school)\b"
    ),
    "people": re.compile(
        r"\b(?:pembimbing|penguji|promotor|supervis\w+|advis[eo]r\w*|examiners?|pangaping|panguji|"
        r"dosen pembimbing|dewan penguji)"
    ),
    "other": re.compile(
        rf"\b(?:berapa|sabaraha|how many)\b.{{0,12}}\b(?:halaman|kaca|lembar|pages)\b"
        rf"|\b(?:jumlah halaman|page count|nim|nomor induk|isbn|doi|student (?:id|number))\b"
        rf"|\b(?:sidang|disidangkan|defen[cs]e|defended|dipertahankan|ujian skripsi)\b"
    ),
}
_CHAPTER: Final = re.compile(
    r"\b(?:bab|chapters?)\s+(?P<number>[ivx]+|\d{1,2}|satu|dua|tiga|empat|lima|enam|one|two|three|four|"
    r"five|six|hiji|tilu|opat|genep|kesatu|kedua|ketiga|keempat|kelima|kahiji|kadua|katilu|kaopat|kalima|"
    r"pertama)\b|\b(?P<ordinal>first|second|third|fourth|fifth|sixth|last|final)\s+chapter\b"
    r"|\bbab\s+(?P<last>terakhir|pamungkas|panutup|penutup)\b"
)
_NUMBERS: Final[Mapping[str, int]] = {
    **dict.fromkeys(("satu", "one", "hiji", "kesatu", "kahiji", "pertama", "first", "i"), 1),
    **dict.fromkeys(("dua", "two", "kedua", "kadua", "second", "ii"), 2),
    **dict.fromkeys(("tiga", "three", "tilu", "ketiga", "katilu", "third", "iii"), 3),
    **dict.fromkeys(("empat", "four", "opat", "keempat", "kaopat", "fourth", "iv"), 4),
    **dict.fromkeys(("lima", "five", "kelima", "kalima", "fifth", "v"), 5),
    **dict.fromkeys(("enam", "six", "genep", "sixth", "vi"), 6),
    **dict.fromkeys(("terakhir", "pamungkas", "panutup", "penutup", "last", "final"), LAST_CHAPTER),
}
_PARTS: Final[Mapping[PartName, re.Pattern[str]]] = {
    "bibliography": re.compile(
        r"\b(?:da[fp]tar pustaka(?:nya|na)?|bibliograph\w+|reference list|list of references|"
        r"works cited list|bibliografi)\b"
    ),
    "appendix": re.compile(r"\b(?:lampiran(?:nya|ana)?|appendix|appendices|annex(?:es)?)\b"),
}


def asked_field(question: str) -> RecordField | None:
    """Return which detail of the thesis itself a question asks for, if any."""
    folded = fold(question)
    return next((name for name, pattern in _FIELDS.items() if pattern.search(folded)), None)


def recorded(field: RecordField, metadata: Metadata) -> str:
    """Return what the document's record says of ``field``, empty when it does not."""
    if field == "author":
        return ", ".join(metadata.authors)
    if field == "year":
        return "" if metadata.year is None else str(metadata.year)
    return metadata.institution if field == "institution" else ""


def asked_chapters(question: str) -> tuple[int, ...]:
    """Return the numbers of the chapters that a question names, see ``LAST_CHAPTER``."""
    found: list[int] = []
    for match in _CHAPTER.finditer(fold(question)):
        word = match["number"] or match["ordinal"] or match["last"]
        found.append(int(word) if word.isdigit() else _NUMBERS.get(word, _roman(word)))
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


def _roman(word: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10}[char] for char in word]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
