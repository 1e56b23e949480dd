"""Numbers in words: *dua puluh satu*, *twenty-one*, *dua puluh hiji*, *kelima*, *third*."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from assistant.values.numbers import UNIT_BEHIND, number_key
from assistant.values.scan import Found, Scan
from assistant.values.words import CURRENCIES, FRACTIONS, MAGNITUDES, NUMBER_WORDS, NumberWord

__all__ = ["read_number_words"]

_TOKEN: Final = re.compile(r"(?<![\w\0])[a-z]+(?:'[a-z]+)?(?!\w)")
_GAP: Final = re.compile(r"\s{1,3}|-")
_LONGEST_GAP: Final = 3
_ONE: Final = frozenset({"one", "satu", "hiji", "kesatu"})
_NO_ONE_BEHIND: Final = frozenset(
    ("salah", "no", "this", "that", "the", "which", "each", "every", "any", "some", "sabaraha")
)
_NO_ONE_AHEAD: Final = frozenset(
    ("of", "another", "another's", "sama", "by", "per", "pun", "s", "hand", "side")
)
_SECONDS: Final = frozenset({"per", "a", "split", "each", "every"})
_POINT: Final = frozenset({"point", "koma"})
_TEN: Final = 10
_HUNDRED: Final = 100
_THOUSAND: Final = 1000


@dataclass(frozen=True, slots=True)
class _Token:
    word: str
    start: int
    end: int


class _Sum:
    """A number that is read word by word."""

    def __init__(self) -> None:
        self.total = 0
        self.current = 0
        self.last = ""
        self.ceiling: int | None = None
        self.ordinal = self.soft = False
        self.words = 0

    @property
    def amount(self) -> int:
        return self.total + self.current

    def add(self, word: NumberWord) -> bool:
        """Take in one more word; tell whether it fits what went before."""
        # *kedua puluh satu* begins with the rank, *twenty-first* ends with it.
        ended = self.ordinal and word.role not in {"belas", "puluh", "likur"}
        if ended and not (self.last == "ten" and word.role == "unit" and not word.ordinal):
            return False
        if not self._fits(word):
            return False
        self.last = _LAST[word.role]
        self.ordinal = self.ordinal or word.ordinal
        self.words += 1
        self.soft = word.soft and self.words == 1
        return True

    def _fits(self, word: NumberWord) -> bool:
        role, amount = word.role, word.amount
        if role == "unit":
            fits = self.last in {"", "ten", "hundred", "thousand"}
            fits = fits and not (amount == 0 and self.last)
        elif role in {"teen", "ten"}:
            fits = self.last in {"", "hundred", "thousand"}
        elif role in {"belas", "likur"}:
            fits = self.last == "unit" and self.current % _TEN > 0
        elif role == "puluh":
            fits, amount = self.last == "unit", (self.current % _TEN) * (_TEN - 1)
        elif role == "hundred":
            fits = self.last in {"", "thousand"}
        else:
            fits = self.last == "" and self.ceiling is None
            if fits:
                self.total, self.ceiling, amount = amount, amount, 0
        if fits:
            self.current += amount
        return fits

    def multiply(self, magnitude: int) -> bool:
        """Take in *hundred* or *thousand* and the like; tell whether it fits."""
        if magnitude == _HUNDRED:
            # Only what is under a hundred counts the hundreds.
            if self.last not in {"unit", "teen"} or self.current >= _HUNDRED:
                return False
            self.current *= _HUNDRED
            self.last = "hundred"
        else:
            fits = self.last in {"unit", "teen", "ten", "hundred"}
            if not fits or not self.current or (self.ceiling and magnitude >= self.ceiling):
                return False
            self.total += self.current * magnitude
            self.current, self.ceiling, self.last = 0, magnitude, "thousand"
        self.soft = False
        self.words += 1
        return True


_LAST: Final = {
    "unit": "unit",
    "teen": "teen",
    "belas": "teen",
    "likur": "teen",
    "ten": "ten",
    "puluh": "ten",
    "hundred": "hundred",
    "thousand": "thousand",
}


def read_number_words(scan: Scan) -> None:
    """Read the numbers in words of ``scan``.

    *One*, *satu* and *hiji* are none in *one of*, *salah satu*, *hiji-hijina* and the like.
    """
    tokens = [_Token(m[0], m.start(), m.end()) for m in _TOKEN.finditer(scan.text)]
    place = 0
    while place < len(tokens):
        place = _read_at(scan, tokens, place)


def _read_at(scan: Scan, tokens: Sequence[_Token], place: int) -> int:
    """Read the number that begins at a token, if one does; return where to go on."""
    token = tokens[place]
    if token.word in FRACTIONS:
        scan.mark(Found("number", FRACTIONS[token.word], token.start, token.end))
        return place + 1
    summed = _Sum()
    after = _whole(scan, tokens, place, summed)
    if after == place:
        return place + 1
    if _is_no_number(scan, tokens, place, after):
        return after
    end = tokens[after - 1].end
    century = _century(scan, tokens, place, after, summed)
    if century is not None:
        scan.mark(century)
        return after
    amount = Decimal(summed.amount)
    after, amount = _with_decimals(scan, tokens, after, amount)
    end = tokens[after - 1].end
    unit = UNIT_BEHIND.match(scan.text, end)
    money = percent = ""
    if unit is not None and not summed.ordinal:
        percent, money = unit["percent"] or "", _money(unit["money"])
        end = max(end, unit.end())
    key = number_key(amount, percent=bool(percent), money=money)
    soft = summed.soft and not percent and not money
    scan.mark(Found("number", key, token.start, end, summed.ordinal, soft))
    return after


def _money(told: str | None) -> str:
    return next((CURRENCIES[w] for w in (told or "").split() if w in CURRENCIES), "")


def _joined(scan: Scan, left: _Token, right: _Token) -> bool:
    gap = scan.text[left.end : right.start]
    return len(gap) <= _LONGEST_GAP and _GAP.fullmatch(gap) is not None


def _whole(scan: Scan, tokens: Sequence[_Token], place: int, summed: _Sum) -> int:
    """Read the words of one number into ``summed``; return the place behind them."""
    here = place
    if tokens[here].word in {"a", "an"}:
        if not _multiplies(scan, tokens, here):
            return place
        summed.current, summed.last = 1, "unit"
        here += 1
    while here < len(tokens) and (here == place or _joined(scan, tokens[here - 1], tokens[here])):
        word = tokens[here].word
        if word in NUMBER_WORDS:
            goes_on = summed.add(NUMBER_WORDS[word])
        elif word in MAGNITUDES:
            goes_on = summed.multiply(int(MAGNITUDES[word]))
        else:
            joins = word == "and" and summed.last in {"hundred", "thousand"}
            goes_on = joins and _goes_on(scan, tokens, here)
        if not goes_on:
            break
        here += 1
    return here if summed.words else place


def _multiplies(scan: Scan, tokens: Sequence[_Token], place: int) -> bool:
    ahead = tokens[place + 1] if place + 1 < len(tokens) else None
    return (
        ahead is not None
        and ahead.word in {"hundred", "thousand", "million", "billion", "trillion"}
        and _joined(scan, tokens[place], ahead)
    )


def _goes_on(scan: Scan, tokens: Sequence[_Token], place: int) -> bool:
    """Tell whether a small number in words stands behind *and*."""
    ahead = tokens[place + 1] if place + 1 < len(tokens) else None
    if ahead is None or not _joined(scan, tokens[place], ahead):
        return False
    found = NUMBER_WORDS.get(ahead.word)
    return found is not None and found.role in {"unit", "teen", "ten"} and not found.soft


def _with_decimals(
    scan: Scan, tokens: Sequence[_Token], after: int, amount: Decimal
) -> tuple[int, Decimal]:
    """Read *koma tiga* or *point three* behind a number."""
    here, digits = after, ""
    if here < len(tokens) and tokens[here].word in _POINT:
        here += 1
        while here < len(tokens) and _joined(scan, tokens[here - 1], tokens[here]):
            found = NUMBER_WORDS.get(tokens[here].word)
            if found is None or found.role != "unit" or found.ordinal or len(digits) > _TEN:
                break
            digits += str(found.amount)
            here += 1
    return (here, amount + Decimal(f"0.{digits}")) if digits else (after, amount)


def _century(
    scan: Scan, tokens: Sequence[_Token], place: int, after: int, summed: _Sum
) -> Found | None:
    if not summed.ordinal:
        return None
    start, end = tokens[place].start, tokens[after - 1].end
    if (
        place
        and tokens[place - 1].word == "abad"
        and _joined(scan, tokens[place - 1], tokens[place])
    ):
        return Found("date", f"c{summed.amount}", tokens[place - 1].start, end)
    if after < len(tokens) and tokens[after].word in {"century", "centuries"}:
        return Found("date", f"c{summed.amount}", start, tokens[after].end)
    return None


def _is_no_number(scan: Scan, tokens: Sequence[_Token], place: int, after: int) -> bool:
    """Tell whether what looks like a number is a pronoun, an article or a reduplication."""
    word = tokens[place].word
    behind = tokens[place - 1].word if place else ""
    ahead = tokens[after].word if after < len(tokens) else ""
    if word == "second":
        return behind in _SECONDS or (place > 0 and scan.text[tokens[place - 1].end] == "\0")
    if after - place > 1 or word not in _ONE:
        return False
    gap = scan.text[tokens[after - 1].end : tokens[after].start].strip() if ahead else ""
    if gap == "-" and ahead.startswith(word):
        return True
    before = scan.text[max(0, tokens[place].start - 2) : tokens[place].start]
    counted = word == "hiji" and "\0" in before
    doubled = before.endswith("-") and behind.startswith(word)
    return counted or doubled or behind in _NO_ONE_BEHIND or ahead in _NO_ONE_AHEAD
