"""Dates of a text: days, months, years, their ranges, decades, centuries and times."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Final

from assistant.values.roman import roman_number
from assistant.values.scan import Found, Scan
from assistant.values.words import COUNTED, MONTH_SHORT, MONTHS, TO
from corpus.language import Language

__all__ = ["read_dates"]

_MONTH_NUMBERS: Final = {**MONTH_SHORT, **MONTHS}


def _month(group: str) -> str:
    full, short = "|".join(MONTHS), "|".join(MONTH_SHORT)
    return rf"(?P<{group}>(?:{full})(?![a-z])|(?:{short})(?![a-z])\.?)"


_YEAR: Final = r"(?P<y>1\d{3}|20\d\d)(?!\d|[.,]\d)"
_RANK: Final = r"(?:st|nd|rd|th)?"
_START: Final = r"(?<!\d)(?<!\d[.,/-])"
_BETWEEN: Final = rf"(?:\s?-\s?|{TO})"
_TO_YEAR: Final = r"(?:\s?,?\s{1,3}(?:of\s|tahun\s|taun\s|year\s)?|[-/])"

_ISO: Final = re.compile(
    r"(?<![\w.,/-])(?P<y>1\d{3}|20\d\d)(?P<sep>[-/.])(?P<m>\d\d?)(?P=sep)(?P<d>\d\d?)(?=t\d|(?![\w-]))"
)
_NUMERIC: Final = re.compile(
    r"(?<![\w.,/-])(?P<d>\d\d?)(?P<sep>[-/.])(?P<m>\d\d?)(?P=sep)(?P<y>1\d{3}|20\d\d|\d\d)"
    r"(?![\w/-]|[.,]\d)"
)
_DAY_MONTH: Final = re.compile(
    rf"{_START}(?:(?P<d0>\d\d?){_RANK}{_BETWEEN})?(?P<d>\d\d?){_RANK}"
    rf"(?:\s{{1,3}}(?:of\s{{1,3}}|bulan\s{{1,3}})?|[-/]){_month('m')}(?:{_TO_YEAR}{_YEAR})?"
)
_MONTH_DAY: Final = re.compile(
    rf"(?<![a-z]){_month('m')}\s{{1,3}}(?:the\s)?(?P<d>\d\d?)(?P<rank>{_RANK})(?![\w%]|[.,]\d)"
    rf"(?:{_BETWEEN}(?P<d2>\d\d?){_RANK}(?!\w))?(?:,?\s{{1,3}}{_YEAR})?"
)
_MONTH_YEAR: Final = re.compile(
    rf"(?<![a-z]){_month('m0')}{_BETWEEN}{_month('m')}{_TO_YEAR}{_YEAR}"
    rf"|(?<![a-z]){_month('m1')}{_TO_YEAR}{_YEAR.replace('<y>', '<y1>')}"
)
_MONTH_ALONE: Final = re.compile(rf"(?<![a-z])(?P<m>{'|'.join(MONTHS)})(?![a-z])")
_VERB_TOO: Final = frozenset({"may", "march", "august", "mar", "dec", "sep", "des", "jan"})
_BEFORE_MAY: Final = re.compile(
    r"(?:\b(?:in|on|of|since|by|last|next|until|during|early|late|mid|from|to)[\s-])$"
)
_YEARS: Final = re.compile(
    rf"{_START}(?<![a-z])(?P<a>1\d{{3}}|20\d\d)(?:\s?[-/]\s?|{TO}(?:tahun\s|taun\s|year\s)?)"
    r"(?P<b>1\d{3}|20\d\d|\d\d)(?![\w/-]|[.,]\d)"
    r"|(?<![a-z])(?:between|antara|antawis)\s(?:tahun\s|taun\s|the years?\s)?"
    r"(?P<a1>1\d{3}|20\d\d)\s(?:and|dan|jeung|sareng|sarta|hingga)\s(?:tahun\s|taun\s)?"
    r"(?P<b1>1\d{3}|20\d\d)(?![\w/-]|[.,]\d)"
)
_DECADE: Final = re.compile(
    r"(?P<cue>(?<![a-z])(?:tahun|taun|era|dekade|the|dasawarsa)[\s-])?'?(?<![\d.,/])"
    r"(?P<y>(?:1\d|20)?\d0)(?:'?s|-?an)(?![\w])"
)
_CENTURY: Final = re.compile(
    r"(?<![a-z])abad\s{1,2}(?:k[ea])?[\s-]{0,2}(?P<n>\d\d?|[ivx]{1,5})(?!\w)"
    r"|(?<![\w.,])(?P<n1>\d\d?)(?:st|nd|rd|th)[\s-](?:century|centuries)(?!\w)"
)
_TIME: Final = re.compile(
    r"(?:(?<![a-z])(?P<cue>pukul|jam|tabuh|at)\s{1,2})?(?<![\d:.,])"
    r"(?P<h>[01]?\d|2[0-3])(?P<sep>[.:])(?P<min>[0-5]\d)(?![\d:%]|[.,]\d)"
    r"(?P<pm>\s?p\.?m\.?(?!\w))?"
)
_LONE_YEAR: Final = re.compile(
    r"(?<![\w$])(?<!\d[.,/-])(?P<y>1\d{3}|20\d\d)(?=[a-h]?(?![a-z\d_]|[.,]\d))"
)
_YEAR_CUE: Final = re.compile(
    r"(?:\b(?:tahun|taun|th|thn|year|years|since|sejak|saprak|in|by|until|masehi)\.?[\s-])$"
)
_COUNTED_AHEAD: Final = re.compile(rf"\s{{0,2}}(?:{COUNTED})(?!\w)")
_MONEY_BEHIND: Final = re.compile(r"(?:rp|idr|usd|[$€£¥])\.?\s?$")

_EARLIEST_SURE: Final = 1500
"""A number of four digits below this is a year only where the text says so."""
_THIS_CENTURY: Final = 30
"""A year of two digits up to this is of the years from 2000."""
_MONTHS_A_YEAR: Final = 12
_LONGEST_MONTH: Final = 31
_LATEST_CENTURY: Final = 30


def read_dates(scan: Scan, language: Language | None) -> None:
    """Read the dates of ``scan``.

    Args:
        scan: The text; what is a date in it is masked.
        language: The text's, if known: *April 21* is no day in Indonesian.
    """
    passes: tuple[tuple[re.Pattern[str], Callable[[Scan, re.Match[str]], Found | None]], ...] = (
        (_ISO, _numeric),
        (_NUMERIC, _numeric),
        (_DAY_MONTH, _worded_day),
        (_MONTH_DAY, partial(_month_first, language=language)),
        (_MONTH_YEAR, _month_year),
        (_MONTH_ALONE, _month_alone),
        (_YEARS, _years),
        (_DECADE, _decade),
        (_CENTURY, _century),
        (_TIME, _time),
        (_LONE_YEAR, _lone_year),
    )
    for pattern, read in passes:
        scan.take(pattern, partial(_one, scan, read))


def _one(
    scan: Scan, read: Callable[[Scan, re.Match[str]], Found | None], match: re.Match[str]
) -> tuple[Found, ...] | None:
    found = read(scan, match)
    return None if found is None else (found,)


def _date(key: str, match: re.Match[str], first: str | int = 0) -> Found:
    return Found("date", key, match.start(first), match.end())


def _day_key(year: str | None, month: int, day: str) -> str | None:
    if not 1 <= month <= _MONTHS_A_YEAR or not 1 <= int(day) <= _LONGEST_MONTH:
        return None
    return f"{year or '-'}-{month:02}-{int(day):02}"


def _numeric(_scan: Scan, match: re.Match[str]) -> Found | None:
    year, month, day = match["y"], int(match["m"]), match["d"]
    if len(year) == len("89"):
        if match["sep"] != "/":
            return None
        year = f"{'20' if int(year) <= _THIS_CENTURY else '19'}{year}"
    if month > _MONTHS_A_YEAR:
        month, day = int(day), str(month)
    key = _day_key(year, month, day)
    return None if key is None else _date(key, match)


def _is_month(scan: Scan, match: re.Match[str], group: str) -> bool:
    """Tell whether a month is meant where its name is another word in small letters."""
    name = match[group]
    return name.rstrip(".") not in _VERB_TOO or scan.plain.cased[match.start(group)].isupper()


def _month_of(match: re.Match[str], group: str) -> int:
    return _MONTH_NUMBERS[match[group].rstrip(".")]


def _worded_day(scan: Scan, match: re.Match[str]) -> Found | None:
    if match["y"] is None and not _is_month(scan, match, "m"):
        return None
    month = _month_of(match, "m")
    last = _day_key(match["y"], month, match["d"])
    if last is None or match["d0"] is None:
        return None if last is None else _date(last, match)
    first = _day_key(match["y"], month, match["d0"])
    return None if first is None else _date(f"{first}/{last}", match)


def _month_first(scan: Scan, match: re.Match[str], *, language: Language | None) -> Found | None:
    bare = match["y"] is None and not match["rank"]
    if (bare and language in {"id", "su"}) or not _is_month(scan, match, "m"):
        return None
    month = _month_of(match, "m")
    first = _day_key(match["y"], month, match["d"])
    if first is None or match["d2"] is None:
        return None if first is None else _date(first, match)
    last = _day_key(match["y"], month, match["d2"])
    return None if last is None else _date(f"{first}/{last}", match)


def _month_year(scan: Scan, match: re.Match[str]) -> Found | None:
    if match["m1"] is not None:
        if not _is_month(scan, match, "m1"):
            return None
        return _date(f"{match['y1']}-{_month_of(match, 'm1'):02}", match)
    first, last = (f"{match['y']}-{_month_of(match, group):02}" for group in ("m0", "m"))
    return _date(f"{first}/{last}", match)


def _month_alone(scan: Scan, match: re.Match[str]) -> Found | None:
    name = match["m"]
    if name in _VERB_TOO:
        before = scan.text[max(0, match.start() - 8) : match.start()]
        if not _is_month(scan, match, "m") or not _BEFORE_MAY.search(before):
            return None
    return _date(f"--{MONTHS[name]:02}", match)


def _years(scan: Scan, match: re.Match[str]) -> Found | None:
    group = "a" if match["a"] else "a1"
    first, last = match[group], match["b"] or match["b1"]
    if len(last) == len("18"):
        last = first[:2] + last
    if not first < last or _counts(scan, match.end(), int(first), cued=False):
        return None
    return _date(f"{first}/{last}", match, group)


def _decade(_scan: Scan, match: re.Match[str]) -> Found | None:
    year = match["y"]
    if len(year) == len("90"):
        if match["cue"] is None:
            return None
        year = f"19{year}"
    elif int(year) < _EARLIEST_SURE and match["cue"] is None:
        return None
    return _date(f"{year}s", match, "y")


def _century(_scan: Scan, match: re.Match[str]) -> Found | None:
    told = match["n"] or match["n1"]
    number = int(told) if told.isdigit() else roman_number(told.upper())
    if number is None or not 1 <= number <= _LATEST_CENTURY:
        return None
    return _date(f"c{number}", match)


def _time(_scan: Scan, match: re.Match[str]) -> Found | None:
    if match["sep"] == "." and match["cue"] in {None, "at"} and match["pm"] is None:
        return None
    hour = int(match["h"])
    if match["pm"] and hour < _MONTHS_A_YEAR:
        hour += 12
    return _date(f"T{hour:02}:{match['min']}", match, "h")


def _lone_year(scan: Scan, match: re.Match[str]) -> Found | None:
    behind = scan.text[max(0, match.start() - 8) : match.start()]
    cued = _YEAR_CUE.search(behind) is not None
    if _MONEY_BEHIND.search(behind) or _counts(scan, match.end(), int(match["y"]), cued=cued):
        return None
    return _date(match["y"], match)


def _counts(scan: Scan, end: int, year: int, *, cued: bool) -> bool:
    """Tell whether four digits that could be a year count something."""
    return not cued and (year < _EARLIEST_SURE or _COUNTED_AHEAD.match(scan.text, end) is not None)
