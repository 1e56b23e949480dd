"""The words of values in the three languages, folded: months, numbers, magnitudes, money."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

__all__ = [
    "COUNTED",
    "CURRENCIES",
    "FRACTIONS",
    "MAGNITUDES",
    "MONTHS",
    "MONTH_SHORT",
    "NUMBER_WORDS",
    "TO",
    "NumberWord",
]

_MONTH_NAMES: Final = """
    january januari|february februari pebruari|march maret|april|may mei|june juni|july juli
    |august agustus|september|october oktober|november nopember|december desember
"""
_MONTH_ABBREVIATIONS: Final = (
    "jan|feb peb|mar mrt|apr|may mei|jun|jul|aug ags agu agt agust|sep sept|oct okt|nov nop|dec des"
)


def _months(table: str) -> dict[str, int]:
    return {
        name: number for number, names in enumerate(table.split("|"), 1) for name in names.split()
    }


MONTHS: Final[Mapping[str, int]] = _months(_MONTH_NAMES)
MONTH_SHORT: Final[Mapping[str, int]] = _months(_MONTH_ABBREVIATIONS)

TO: Final = (
    r"\s{1,2}(?:sampai|sampe|hingga|s/d|s\.d\.?|to|until|till|through|nepi|dugi|tepi)"
    r"(?:\s(?:dengan|ka|kana))?\s{1,2}"
)
"""What stands between the ends of a range, as a pattern."""

COUNTED: Final = (
    r"orang|jiwa|peserta|pegawai|karyawan|aparat|responden|siswa|mahasiswa|penduduk|warga|rumah|"
    r"keluarga|kk|unit|buah|kali|hari|jam|menit|bulan|km|kilometer|meter|m2|hektar|hektare|ha|kg|"
    r"ton|liter|kota|negara|desa|dokumen|halaman|people|persons?|participants?|officials?|"
    r"employees?|workers?|respondents?|students?|residents?|inhabitants|households?|families|"
    r"units?|times|days|hours|minutes|months|metres|meters|kilomet(?:er|re)s|hectares|tons|"
    r"tonnes|cities|countries|villages|documents|pages|urang|jalma|murid|pagawe|padumuk|imah|"
    r"poe|nagara|rebu|ribu|ratus|juta|thousand|million|billion|miliar|milyar|triliun|%|persen|"
    r"percent|per cent|rupiah|dollars?|dolar|yen|staff|staf|tenaga"
)
"""What makes a number of four digits before it a count, not a year."""

MAGNITUDES: Final[Mapping[str, Decimal]] = {
    name: Decimal(10) ** power
    for power, names in (
        (2, "ratus hundred"),
        (3, "ribu rb rebu thousand"),
        (6, "juta jt million mn"),
        (9, "miliar milyar milliar billion bn"),
        (12, "triliun trilyun trillion tn"),
    )
    for name in names.split()
}

CURRENCIES: Final[Mapping[str, str]] = {
    name: code
    for code, names in (
        ("IDR", "rp idr rupiah rupia"),
        ("USD", "us$ usd $ dollar dollars dolar"),
        ("JPY", "jpy ¥ yen"),
        ("EUR", "eur € euro euros"),
        ("GBP", "gbp £"),
        ("SGD", "sgd s$"),
        ("AUD", "aud a$ au$"),
    )
    for name in names.split()
}

FRACTIONS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("half", "setengah", "satengah", "separuh", "saparo", "sapalih"), "0.5"),
    **dict.fromkeys(("sepertiga", "sapertilu"), "1/3"),
    **dict.fromkeys(("seperempat", "saparapat"), "0.25"),
}

NumberRole = Literal["unit", "teen", "ten", "hundred", "thousand", "belas", "puluh", "likur"]


@dataclass(frozen=True, slots=True)
class NumberWord:
    """One word of a number: its part in it and what it adds; ``ordinal`` for a rank."""

    role: NumberRole
    amount: int
    ordinal: bool = False
    soft: bool = False


_UNITS: Final = (
    "zero nol enol",
    "one satu hiji",
    "two dua",
    "three tiga tilu",
    "four empat opat",
    "five lima",
    "six enam genep",
    "seven tujuh",
    "eight delapan dalapan",
    "nine sembilan salapan",
)
_TEENS: Final = (
    "ten sepuluh sapuluh",
    "eleven sebelas sabelas",
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_RANKS: Final = (
    *("third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"),
    *("twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth"),
    *("eighteenth", "nineteenth"),
)
_MALAY: Final = ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_SUNDA: Final = ("hiji", "dua", "tilu", "opat", "lima", "genep", "tujuh", "dalapan", "salapan")


BOTH: Final = 2
"""Up to here a rank of one word may mean something else: *kedua*, *both*."""


def _named(names: Sequence[str], word: NumberWord) -> dict[str, NumberWord]:
    return dict.fromkeys(names, word)


def _counts() -> dict[str, NumberWord]:
    table: dict[str, NumberWord] = {}
    for amount, names in enumerate(_UNITS):
        table |= _named(names.split(), NumberWord("unit", amount))
    for amount, names in enumerate(_TEENS, 10):
        table |= _named(names.split(), NumberWord("teen", amount))
    for amount, name in enumerate(_TENS, 2):
        table[name] = NumberWord("ten", amount * 10)
    for prefix in ("se", "sa"):
        table[f"{prefix}ratus"] = NumberWord("hundred", 100)
        for name, magnitude in MAGNITUDES.items():
            if name.isalpha() and magnitude > table[f"{prefix}ratus"].amount:
                table[prefix + name] = NumberWord("thousand", int(magnitude))
    both = NumberWord("unit", BOTH, soft=True)
    table |= _named(("both", "keduanya", "kaduana", "duanana", "twice"), both)
    table |= _named(("dozen", "selusin", "salosin"), NumberWord("teen", 12))
    table["hiji"] = NumberWord("unit", 1, soft=True)
    return table


def _ranks() -> dict[str, NumberWord]:
    table: dict[str, NumberWord] = {}
    for amount, name in enumerate(_TENS, 2):
        rank = name.removesuffix("y") + "ieth"
        table[rank] = NumberWord("ten", amount * 10, ordinal=True)
    for amount, name in enumerate(_RANKS, 3):
        role: NumberRole = "unit" if amount < len(_UNITS) else "teen"
        table[name] = NumberWord(role, amount, ordinal=True)
    for prefix, units in (("ke", _MALAY), ("ka", _SUNDA)):
        for amount, name in enumerate(units, 1):
            soft = amount <= BOTH
            table[prefix + name] = NumberWord("unit", amount, ordinal=True, soft=soft)
    table |= _named(("kesepuluh", "kasapuluh"), NumberWord("teen", 10, ordinal=True))
    table |= _named(("kesebelas", "kasabelas"), NumberWord("teen", 11, ordinal=True))
    first = NumberWord("unit", 1, ordinal=True, soft=True)
    table |= _named(("first", "pertama", "kahiji", "munggaran"), first)
    table["second"] = NumberWord("unit", 2, ordinal=True)
    return table


NUMBER_WORDS: Final[Mapping[str, NumberWord]] = {
    **_counts(),
    **_ranks(),
    "belas": NumberWord("belas", 10),
    "puluh": NumberWord("puluh", 10),
    "likur": NumberWord("likur", 20),
}
