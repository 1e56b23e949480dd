"""A reply to the question which thesis is meant, put together with the question before."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from assistant.question import read_question
from assistant.strings import STRINGS
from corpus.text import fold, words

__all__ = ["completed"]

_LINE: Final = re.compile(r"^(?P<number>\d+)\. (?P<title>.+)$", re.MULTILINE)
_NUMBERED: Final = re.compile(
    r"\W*(?:(?:yang|nu|anu|the|nomor|nomer|no|number|pilih|choose)\W+)*(?P<number>\w+)"
    r"(?: (?:one|saja|aja|wae|bae))?\W*"
)
_INTERROGATIVES: Final = frozenset(
    words(
        """
        apa apakah siapa kapan berapa bagaimana mengapa kenapa adakah
        what who when where why how which whose is are does did
        naon saha iraha sabaraha kumaha naha
        """
    )
)
_NUMBERS: Final[Mapping[str, int]] = {
    **dict.fromkeys(("1", "satu", "pertama", "kesatu", "hiji", "kahiji", "one", "first"), 1),
    **dict.fromkeys(("2", "dua", "kedua", "kadua", "two", "second"), 2),
    **dict.fromkeys(("3", "tiga", "ketiga", "tilu", "katilu", "three", "third"), 3),
    **dict.fromkeys(("4", "empat", "keempat", "opat", "kaopat", "four", "fourth"), 4),
    **dict.fromkeys(("5", "lima", "kelima", "kalima", "five", "fifth"), 5),
}


def completed(reply: str, history: Sequence[tuple[str, str]]) -> str | None:
    """Return the question that a reply completes, ``None`` when it completes none.

    It does when the turn before asked which thesis is meant and it asks nothing itself.
    """
    if not history or not reply.strip():
        return None
    question, answer = history[-1]
    if not answer.startswith(tuple(STRINGS["which_thesis"].values())):
        return None
    if read_question(reply).types or _INTERROGATIVES & frozenset(words(reply)):
        return None
    return f"{question.strip()} — “{_title(reply, answer) or reply.strip()}”"


def _title(reply: str, answer: str) -> str | None:
    """Return the title that a reply names by its number."""
    found = _NUMBERED.fullmatch(fold(reply))
    number = _NUMBERS.get(found["number"]) if found is not None else None
    titles = {int(line["number"]): line["title"] for line in _LINE.finditer(answer)}
    return titles.get(number) if number is not None else None
