"""Numbers in digits: grouped and with decimals in either way, percent, magnitudes, money."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from typing import Final

from assistant.values.roman import roman_number
from assistant.values.scan import GROUP_SPACE, Found, Scan
from assistant.values.words import CURRENCIES, MAGNITUDES, TO
from corpus.language import Language

__all__ = ["UNIT_BEHIND", "number_key", "read_numbers", "read_roman_numbers", "skip_non_values"]

_NOT_VALUES: Final = re.compile(
    r"(?:https?://|www\.|doi\.org/)[^\s\"<>]+"
    r"|(?<![\w.])10\.\d{4,9}/[^\s\"<>]+"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"
    r"|(?<![\w.-])[a-z][\w-]{0,63}(?:\.[\w-]{1,63}){0,6}\.(?:go\.id|ac\.id|co\.id|com|org|net|id|jp)"
    r"(?![\w.]\w)(?:/[^\s\"<>]*)?"
)
"""Addresses."""
_CODES: Final = re.compile(
    r"(?<![\w-])\d+(?:-\d+){2,}(?![\w-])|(?<![\w.])\+\d[\d\s-]{6,20}\d(?!\w)"
)
"""Telephone and book numbers; read after the dates that look alike."""
_MARKS: Final = re.compile(
    r"\(\d\d?\)|\[\d{1,3}(?:[,-]\s?\d{1,3})*\]"
    r"|(?m:^)[\s-]{0,3}\d\d?[.)](?=\s)|(?<=[;:]\s)\d\d?\)(?=\s)"
)
"""What numbers the items of a list, or a citation."""

_DIGITS: Final = rf"\d{{1,3}}(?:{GROUP_SPACE}\d{{3}})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)*"
_MAGNITUDE: Final = "|".join(sorted(MAGNITUDES, key=len, reverse=True))
_MONEY: Final = (
    r"rupiah?|rupia|(?:u\.?s\.?\s)?dollars?(?:\s(?:as|amerika(?:\sserikat)?|us))?|"
    r"dolar(?:\s(?:as|amerika(?:\sserikat)?))?|yen|euros?|usd|idr|jpy|eur"
)
_UNIT: Final = (
    rf"(?:[\s-]{{0,2}}(?P<hundreds>ratus|hundred)(?=[\s-](?:{_MAGNITUDE})(?![a-z])))?"
    rf"(?:[\s-]{{0,2}}(?P<mag>{_MAGNITUDE})(?![a-z]))?(?:[\s-]{{0,2}}(?:"
    rf"(?P<percent>%|(?:persen|percent|per\scent|prosen|pct)(?![a-z]))|(?P<money>{_MONEY})(?![a-z])))?"
)
UNIT_BEHIND: Final = re.compile(_UNIT)
"""A magnitude and a percent sign or a currency behind a number; may be empty."""
_NUMBER: Final = re.compile(
    r"(?:(?<![a-z])(?P<cur>us\$|au\$|s\$|a\$|rp\.?|idr|usd|jpy|eur|gbp|sgd|aud|[$¥€£])\s{0,2}"
    r"|(?<![\w.,])(?P<rank>k[ea]-?)|(?<![\w])(?P<minus>minus\s|(?<![\d%)]\s)(?<=[\s(])-))?"
    rf"(?<!\d)(?<!\d[.,])(?:(?P<low>{_DIGITS})(?P<lowpercent>\s?%)?(?:\s?-\s?|{TO}))?"
    rf"(?P<n>{_DIGITS})(?:(?P<nth>st|nd|rd|th)(?![a-z])|{_UNIT})"
)
_FRACTION: Final = re.compile(r"(?<![\w/.,])(?P<a>[1-9])/(?P<b>[2-9]|10)(?![\w/]|[.,]\d)")
_ROMAN: Final = re.compile(
    r"(?P<cue>(?<![a-z])(?:bab|chapter|pasal|article|bagian|part|volume|vol\.|jilid|lampiran|"
    r"appendix|ayat|ke|ka|tahap|fase|phase|tingkat|level|kelas|golongan|edisi|seri|bagean)[\s-]|"
    r"(?<=[a-z])\s)(?P<n>[ivxlc]{1,7})(?![\w'’-])"
)
_WORD_BEFORE: Final = re.compile(r"([^\W\d_]+)-$")
_MAY_JOIN: Final = re.compile(
    r"(?:per|abad|tahun|taun|tgl|pra|pre|pasca|post|era|mid|sub|non|se|sa|ke|ka|antara|early|late|"
    r"awal|akhir|nomor|no|minus|rp|usd|idr)",
    re.IGNORECASE,
)
"""Words that a hyphen joins to a number that stays one: *per-2024*; *COVID-19* is a name."""
_NOT_COUNTS: Final = frozenset("dgkp")
"""Letters behind a digit that make a name of it: *3D*, *5G*."""
_SURE_ROMAN: Final = re.compile(r"[IVX]{2,}")
_GROUP: Final = 3
_EXACT_DIGITS: Final = 15
"""Longer amounts are not multiplied, which would round them."""
_YEAR_DIGITS: Final = 4


def skip_non_values(scan: Scan) -> None:
    """Mask addresses, whose digits are no values."""
    scan.take(_NOT_VALUES, lambda _match: ())


def read_numbers(scan: Scan, language: Language | None) -> None:
    """Read the numbers in digits of ``scan``, but for section numbers and marks of lists.

    Args:
        scan: The text; what is a number in it is masked.
        language: The text's, if known: ``1.234`` has decimals in English alone. By default
            three digits behind one separator are a group of thousands.
    """
    scan.take(_CODES, lambda _match: ())
    scan.take(_MARKS, lambda _match: ())
    scan.take(_FRACTION, _fraction)
    scan.take(_NUMBER, partial(_number, scan, language))


def read_roman_numbers(scan: Scan) -> None:
    """Read the Roman numerals in capitals behind a word that they number, e.g. ``BAB IV``."""

    def read(match: re.Match[str]) -> tuple[Found, ...] | None:
        start = match.start("n")
        written = scan.plain.cased[start : match.end()]
        amount = roman_number(written)
        sure = match["cue"].strip() or _SURE_ROMAN.fullmatch(written)
        if amount is None or not written.isupper() or not sure:
            return None
        return (Found("number", str(amount), start, match.end(), ordinal=True),)

    scan.take(_ROMAN, read)


def number_key(amount: Decimal, *, percent: bool = False, money: str = "") -> str:
    """Return the key of a number, equal for ``17.30`` and ``17.3``."""
    plain = f"{amount:f}"
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return f"{money} {plain}" if money else f"{plain}%" if percent else plain


def _fraction(match: re.Match[str]) -> tuple[Found, ...] | None:
    part, whole = int(match["a"]), int(match["b"])
    if part >= whole:
        return None
    ends = part * 1_000 % whole == 0  # thirds have no decimals that end
    key = number_key(Decimal(part) / whole) if ends else f"{part}/{whole}"
    return (Found("number", key, match.start(), match.end()),)


def _number(
    scan: Scan, language: Language | None, match: re.Match[str]
) -> tuple[Found, ...] | None:
    ordinal = match["rank"] is not None or match["nth"] is not None
    if _is_name(scan, match):
        return None
    found = tuple(_amounts(match, language, ordinal=ordinal))
    return found if len(found) == 1 + (match["low"] is not None) else None


def _amounts(match: re.Match[str], language: Language | None, *, ordinal: bool) -> Iterator[Found]:
    """Yield the ends of a range, or the one number, where they can be read."""
    money = match["cur"] or match["money"]
    code = _currency(money) if money else ""
    magnitude = MAGNITUDES[match["mag"]] if match["mag"] else Decimal(1)
    magnitude *= MAGNITUDES[match["hundreds"]] if match["hundreds"] else 1
    whole_start = match.start("cur") if match["cur"] else -1
    for group in ("low", "n"):
        told = match[group]
        if told is None:
            continue
        amount = _parsed(told, language)
        if amount is None:
            continue
        if len(told) <= _EXACT_DIGITS:
            amount *= magnitude
        if match["minus"]:
            amount = -amount
        key = number_key(amount, percent=match["percent"] is not None, money=code)
        first = match.start(group)
        if match["low"] is None:
            start = whole_start if whole_start >= 0 else match.start()
            yield Found("number", key, start, match.end(), ordinal)
        else:
            end = match.end(group) if group == "low" else match.end()
            yield Found("number", key, first, end, ordinal)


def _currency(told: str) -> str:
    name = told.rstrip(".").split()
    for word in reversed(name):
        if word in CURRENCIES:
            return CURRENCIES[word]
    return "USD"


def _parsed(told: str, language: Language | None) -> Decimal | None:
    """Return the amount that digits with separators write, ``None`` for a section number."""
    plain = told.replace(GROUP_SPACE, "")
    marks = [char for char in plain if char in ".,"]
    if not marks:
        return Decimal(plain)
    if len(set(marks)) == 1:
        return _one_mark(plain, marks[0], len(marks), language)
    point = plain[max(plain.rfind("."), plain.rfind(","))]
    whole, _, rest = plain.rpartition(point)
    if point in whole:
        return None
    groups = whole.split("," if point == "." else ".")
    if not _are_groups(groups):
        return None
    return Decimal(f"{''.join(groups)}.{rest}")


def _one_mark(plain: str, mark: str, count: int, language: Language | None) -> Decimal | None:
    groups = plain.split(mark)
    if count > 1:
        return Decimal("".join(groups)) if _are_groups(groups) else None
    whole, rest = groups
    if len(whole) == len(rest) == _YEAR_DIGITS:
        return None
    points = "." if language == "en" else "," if language is not None else ""
    if _are_groups(groups) and mark != points:
        return Decimal(whole + rest)
    return Decimal(f"{whole}.{rest}")


def _are_groups(groups: list[str]) -> bool:
    return (
        1 <= len(groups[0]) <= _GROUP
        and groups[0][0] != "0"
        and all(len(group) == _GROUP for group in groups[1:])
    )


def _is_name(scan: Scan, match: re.Match[str]) -> bool:
    """Tell whether the digits belong to a name: *G20*, *COVID-19*, *5G*."""
    start, end = match.start(), match.end()
    cased = scan.plain.cased
    if match["cur"] is None and start:
        before = cased[start - 1]
        if before.isalpha() or before == "_":
            return True
        joined = _WORD_BEFORE.search(cased[max(0, start - 24) : start]) if before == "-" else None
        if joined is not None and _MAY_JOIN.fullmatch(joined[1]) is None:
            return True
    behind = cased[end : end + 2]
    if not behind[:1].isalpha() or match["mag"] or match["percent"] or match["money"]:
        return False
    return behind[0].isupper() or (behind[0] in _NOT_COUNTS and not behind[1:].isalpha())
