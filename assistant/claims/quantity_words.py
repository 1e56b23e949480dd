"""What a number is counted in, and how exactly it is said, in the three languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from assistant.claims.words import Reading
from assistant.phrases import phrases
from assistant.values.reading import Value
from corpus.text import fold

__all__ = ["bound", "limit", "rate_behind", "rates", "unit_before", "unit_behind"]

_UNITS: Final[Mapping[str, str]] = {
    "point": r"poin persen|persen poin|percentage points?|poin persentase|pp|persen point",
    "percent": r"persen|percent|per cent|%",
    "thousand": r"ribu|thousand|rebu",
    "million": r"juta|million",
    "billion": r"miliar|milyar|billion",
    "trillion": r"triliun|trilyun|trillion",
    "rupiah": r"rupiah|rp|idr",
    "dollar": r"dolar|dollars?|usd|us\$|\$",
    "euro": r"euros?|eur|€",
    "yen": r"yen|jpy|¥",
    "pound": r"poundsterling|gbp|£",
    "yuan": r"yuan|renminbi|rmb",
    "won": r"won",
    "kilometre": r"km|kilomet(?:er|re)s?",
    "square kilometre": r"km2|kilomet(?:er|re)s? persegi|km persegi|square kilomet(?:er|re)s?",
    "metre": r"meter|meters|metres?",
    "square metre": r"m2|meter persegi|square met(?:er|re)s?",
    "centimetre": r"cm|sentimeter|centimet(?:er|re)s?|senti",
    "millimetre": r"mm|milimeter|millimet(?:er|re)s?",
    "mile": r"mil|miles?",
    "hectare": r"ha|hektare?|hectares?|hektar",
    "kilogram": r"kg|kilogram|kilograms|kilo",
    "gram": r"gram|grams",
    "ton": r"ton|tons|tonnes?",
    "litre": r"liter|liters?|litres?",
    "degree": r"derajat|degrees?|°c?",
    "second": r"detik|seconds?",
    "minute": r"menit|minutes?",
    "hour": r"jam|hours?",
    "day": r"hari|days?|poe|dinten",
    "week": r"minggu|pekan|weeks?|minggon",
    "month": r"bulan|months?|sasih",
    "year": r"tahun|years?|taun",
    "decade": r"dasawarsa|dekade|decades?",
    "century": r"abad|centur(?:y|ies)",
    "people": r"orang|jiwa|people|persons?|inhabitants|urang|jalma|jalmi|penduduk|residents",
    "country": r"negara|countr(?:y|ies)|nations?|nagara",
    "city": r"kota|cit(?:y|ies)",
    "province": r"provinsi|provinces?|propinsi",
    "village": r"desa|villages?",
    "island": r"pulau|islands?|pulo",
    "school": r"sekolah|schools?|sakola",
    "house": r"rumah(?! tangga| sakit)|houses?|homes?|imah|bumi",
    "teacher": r"guru|teachers?|pangajar",
    "student": r"siswa|murid|mahasiswa|students?|pupils?",
    "child": r"anak|child(?:ren)?|budak|murangkalih",
    "book": r"buku|books?",
    "company": r"perusahaan|compan(?:y|ies)|pausahaan",
    "household": r"rumah tangga|households?|keluarga|famil(?:y|ies)|kulawarga|kk",
    "times": r"kali|times|kali lipat|fold|lipat",
}
_BEHIND: Final = {
    name: re.compile(rf"[\s-]*(?:{pattern})(?![\w%])") for name, pattern in _UNITS.items()
}
_BEFORE: Final = re.compile(r"(?<!\w)(?P<unit>rp|idr|us\$|usd|\$|€|eur|£|gbp|¥|jpy|rmb)\.?\s*$")
_TIMES: Final = ("second", "minute", "hour", "day", "week", "month", "year", "decade")
_RATE: Final = re.compile(
    rf"\b(?:per|setiap|tiap|each|every|an?|unggal|saban)[ -]"
    rf"(?P<time>{'|'.join(_UNITS[name] for name in _TIMES)})(?!\w)"
)
_RATE_REACH: Final = 30
_BOUNDS: Final[Mapping[str, re.Pattern[str]]] = {
    "more": phrases(
        r"lebih dari|lebih|di ?atas|melebihi|more than|over|above|exceed(?:s|ed|ing)?|upwards of"
        r"|leuwih ti|leuwih tina|langkung ti|leuwih"
    ),
    "less": phrases(
        r"kurang dari|di ?bawah|less than|fewer than|under|below|kurang ti|kirang ti|sahandapeun"
    ),
    "least": phrases(
        r"(?:se|paling )(?:sedikit|kurang)(?:nya)?|minimal|paling tidak|at least|a minimum of"
        r"|no (?:less|fewer) than|sahenteuna|saeutikna|pangsaeutikna"
    ),
    "most": phrases(
        r"paling banyak|maksimal|sebanyak banyaknya|at most|up to|a maximum of|no more than"
        r"|panglobana|pangseueurna|pangloba"
    ),
    "almost": phrases(r"hampir|nyaris|mendekati|almost|nearly|close to|ampir|meh|deukeut ka"),
    "about": phrases(
        r"sekitar|kira kira|kurang lebih|lebih kurang|kisaran|berkisar|about|around|approximately"
        r"|roughly|some|circa|sakitar|kurang leuwih|sabudeureun"
    ),
}
_SIGNS: Final[Mapping[str, str]] = {
    ">": "more",
    "<": "less",
    "≥": "least",
    "≤": "most",
    "≧": "least",
    "≦": "most",
    **dict.fromkeys("~≈±∼≃≅", "about"),
}
_MORE_BEHIND: Final = re.compile(r"\s?\+(?!\d)")
_ABOUT_BEHIND: Final = re.compile(r"-?an(?!\w)")
_OF: Final = r"(?:(?:tahun|taun|tanggal|bulan|the|year|kaping)\s)*"
_LIMITS: Final[Mapping[str, re.Pattern[str]]] = {
    "since": re.compile(rf"(?:sejak|semenjak|since|saprak|ti saprak|mulai|starting)\s{_OF}$"),
    "until": re.compile(rf"(?:hingga|sampai|until|till|nepi ka|dugi ka)\s(?:dengan\s)?{_OF}$"),
    "before": re.compile(rf"(?:sebelum|before|sateuacan|samemeh|prior to)\s{_OF}$"),
    "after": re.compile(rf"(?:setelah|sesudah|after|saatos|saparantos|sanggeus|pasca)\s{_OF}$"),
}
"""What bounds a date that stands right behind."""
_REACH: Final = 28
"""Characters before a number in which its bound stands."""
_FILLING: Final = phrases(r"pada|dari|of|a|an|the|angka|jumlah|total|tahun|year|in|to|ka|ti|antara")


def unit_behind(reading: Reading, value: Value) -> tuple[str, ...]:
    """Return what the number is counted in, told by the words right behind it."""
    behind = fold(reading.text[value.end : value.end + 40])
    inside = fold(value.text)
    found = [name for name, pattern in _BEHIND.items() if pattern.match(behind)]
    if "point" in found:
        return ("point",)
    if inside.endswith("%") or re.search(r"(?:persen|percent|per cent)$", inside):
        return ("point",) if re.match(r"[\s-]*(?:poin|points?)\b", behind) else ("percent",)
    return tuple(found)


def rate_behind(reading: Reading, value: Value) -> str:
    """Return the time that a number is a rate of: *per tahun*, *a year*, *unggal bulan*."""
    behind = fold(reading.text[value.end : value.end + _RATE_REACH])
    match = _RATE.search(behind)
    if match is None:
        return ""
    return next(name for name in _TIMES if re.fullmatch(_UNITS[name], match["time"]))


def rates(reading: Reading) -> frozenset[str]:
    """Return the times that a text tells how often something is by: *unggal dinten*."""
    return frozenset(
        name
        for match in _RATE.finditer(fold(reading.text))
        for name in _TIMES
        if re.fullmatch(_UNITS[name], match["time"])
    )


def unit_before(reading: Reading, value: Value) -> tuple[str, ...]:
    """Return the currency that stands before the number."""
    match = _BEFORE.search(fold(reading.text[max(0, value.start - 8) : value.start]))
    if match is None:
        return ()
    sign = re.escape(match["unit"])
    return tuple(name for name, pattern in _UNITS.items() if sign in pattern.split("|"))


def limit(reading: Reading, value: Value) -> str:
    """Return ``since``, ``until``, ``before``, ``after`` or nothing, as said of a date."""
    before = fold(reading.text[max(0, value.start - _REACH) : value.start])
    return next((name for name, pattern in _LIMITS.items() if pattern.search(before)), "")


def bound(reading: Reading, value: Value) -> str:
    """Return ``more``, ``less``, ``least``, ``most``, ``almost``, ``about``, or nothing."""
    text = reading.text
    sign = _SIGNS.get(text[: value.start].rstrip()[-1:], "")
    if sign or _MORE_BEHIND.match(text, value.end):
        return sign or "more"
    if _ABOUT_BEHIND.match(text, value.end):
        return "about"
    before = fold(text[max(0, value.start - _REACH) : value.start]).replace("-", " ")
    best, name = -1, ""
    for kind, pattern in _BOUNDS.items():
        for match in pattern.finditer(before):
            rest = before[match.end() :].split()
            if all(_FILLING.fullmatch(word) for word in rest) and match.end() > best:
                best, name = match.end(), kind
    return name
