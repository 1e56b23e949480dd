"""Dates and numbers of a text, the same in all three languages.

``23 Oktober 1989``, ``October 23rd, 1989`` and ``1989-10-23`` have one key, and so have
``17,3%``, ``17.3 percent`` and ``17,3 persén``.
"""

from __future__ import annotations

from assistant.values.dates import read_dates
from assistant.values.number_words import read_number_words
from assistant.values.numbers import read_numbers, read_roman_numbers, skip_non_values
from assistant.values.scan import Scan, Value, ValueKind, plain_text
from corpus.language import Language

__all__ = ["Value", "ValueKind", "read_values"]


def read_values(text: str, *, language: Language | None = None) -> tuple[Value, ...]:
    """Return the dates and numbers of ``text``, in reading order.

    Addresses, section numbers (``1.4.2``), the marks of list items and the digits of
    names (*COVID-19*) are none. Values do not overlap; time is linear in the text.

    Args:
        text: Any text; the spans of the values count its code points.
        language: The text's, if known. It decides what ``1.234`` is: decimals in English,
            else a group of thousands, which is also read where no language is given.
    """
    scan = Scan(plain_text(text))
    skip_non_values(scan)
    read_dates(scan, language)
    read_numbers(scan, language)
    read_number_words(scan)
    read_roman_numbers(scan)
    return scan.values()
