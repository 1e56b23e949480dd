"""Whether two values can both be true of one thing: ``1989`` and ``23 Oktober 1989`` can."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import Final, Literal

from assistant.values.scan import Value
from assistant.values.words import MAGNITUDES

__all__ = ["Bound", "agree", "amount", "unit"]

Bound = Literal["", "about", "over", "under"]
"""What is said of a number beside it: *about*, *more than* or *at least*, *up to*."""

ABOUT: Final = Decimal("0.06")
"""How far, as a share, two numbers may lie apart of which one is said to be about right; more
where that one is round."""

_PRINTED: Final = re.compile(r"\d[\d.,]*")
_DECIMALS: Final = re.compile(r"[.,](\d+)$")
_GROUP: Final = 3
_MAGNITUDE: Final = re.compile(
    rf"(?<![a-z])(?:{'|'.join(sorted(MAGNITUDES, key=len, reverse=True))})(?![a-z])"
)


def agree(left: Value, right: Value, bounds: tuple[Bound, Bound] = ("", "")) -> bool:
    """Tell whether two values can both be right.

    Of dates and intervals one must lie within the other. Numbers must be equal as far as
    the less exact of them is told (``17%`` and ``17.3%``, ``1,2 juta`` and ``1.234.567``).
    Values that cannot be compared, as a percentage with a plain number, agree.

    Args:
        left: A value.
        right: Another.
        bounds: What is said of each of them, if numbers.
    """
    if left.kind != right.kind or left.key == right.key:
        return True
    if left.kind == "date":
        return _dates_agree(left.key, right.key)
    return unit(left) != unit(right) or _numbers_agree(left, right, bounds)


def unit(value: Value) -> str:
    """Return what a number counts in: ``%``, a currency, or nothing."""
    if value.key.endswith("%"):
        return "%"
    return value.key.partition(" ")[0] if " " in value.key else ""


def amount(value: Value) -> Decimal | None:
    """Return a number's amount, ``None`` for a date."""
    if value.kind == "date":
        return None
    plain = value.key.rpartition(" ")[2].rstrip("%")
    try:
        part, _, whole = plain.partition("/")
        return Decimal(part) / Decimal(whole) if whole else Decimal(part)
    except InvalidOperation:
        return None


def _numbers_agree(left: Value, right: Value, bounds: tuple[Bound, Bound]) -> bool:
    first, second = amount(left), amount(right)
    if first is None or second is None:
        return False
    if "over" in bounds or "under" in bounds:
        return _within(first, bounds[0], second) and _within(second, bounds[1], first)
    apart = abs(first - second)
    if "about" in bounds:
        told = first if bounds[0] == "about" else second
        return apart <= max(ABOUT * max(abs(first), abs(second)), _roundness(told) / 2)
    steps = [_step(left), _step(right)]
    # Beside a decimal fraction a whole number is a measure that was rounded.
    if (first % 1 == 0) is not (second % 1 == 0) and max(first, second) > 1:
        steps.append(Decimal(1))
    return apart * 2 <= max(steps)


def _roundness(told: Decimal) -> Decimal:
    """Return what the last figure of a number that is not nought stands for: 10 for 40."""
    exponent = told.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(0)


def _within(one: Decimal, bound: Bound, other: Decimal) -> bool:
    if bound == "over":
        return other >= one
    return bound != "under" or other <= one


def _step(value: Value) -> Decimal:
    """Return how much the last figure that is told stands for; 0 for a plain count."""
    text = value.text.lower()
    printed = _PRINTED.search(text)
    if printed is None:
        return Decimal(0)
    found = _DECIMALS.search(printed[0])
    decimals = len(found[1]) if found is not None and len(found[1]) != _GROUP else 0
    magnitude = Decimal(1)
    for word in _MAGNITUDE.findall(text):
        magnitude *= MAGNITUDES[word]
    if magnitude == 1 and not decimals and unit(value) != "%":
        return Decimal(0)
    return magnitude.scaleb(-decimals)


def _dates_agree(left: str, right: str) -> bool:
    if left.startswith("T") or right.startswith("T"):
        # A time of day and a date tell different things.
        return not (left.startswith("T") and right.startswith("T"))
    if left.startswith("--") or right.startswith("--"):
        return _yearless(left, right)
    (first, last), (begin, end) = _interval(left), _interval(right)
    return (first <= begin and end <= last) or (begin <= first and last <= end)


def _yearless(left: str, right: str) -> bool:
    """Compare the months and days of dates of which one has no year."""
    if "/" in left or "/" in right:
        return True
    told = zip(_after_year(left), _after_year(right), strict=False)
    return all(one == other for one, other in told)


def _after_year(key: str) -> list[str]:
    rest = key[2:] if key.startswith("--") else key[5:]
    return rest.split("-") if rest else []


def _interval(key: str) -> tuple[str, str]:
    """Return the first and the last day of a date or an interval, as they sort."""
    first, _, last = key.partition("/")
    return _day(first, "00"), _day(last or first, "99")


def _day(key: str, filler: str) -> str:
    if key.startswith("c"):
        century = int(key[1:])
        key = f"{(century - 1) * 100:04}" if filler == "00" else f"{century * 100:04}"
    elif key.endswith("s"):
        key = key[:-1] if filler == "00" else f"{key[:3]}9"
    return key + f"-{filler}" * (2 - key.count("-"))
