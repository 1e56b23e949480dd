"""A statement as a model wrote it, and reading one from a plain line of text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

__all__ = ["Draft", "read_plain"]

_BULLET: Final = re.compile(r"^\s*(?:[-*•–]\s+|\(?\d{1,2}[.)]\s+|#+\s+|>\s+)*")
_KEY_GROUP: Final = re.compile(
    r"[\[(<]\s*(?:keys?:?\s*)?([A-Z]{4}(?:\s*[,;&/]\s*[A-Z]{4})*)\s*[\])>]"
)
_KEY: Final = re.compile(r"[A-Z]{4}")
_QUOTED: Final = re.compile(r"“([^“”]+)”|„([^„“”]+)[“”]|«([^«»]+)»|\"([^\"]+)\"")
_FIELD: Final = re.compile(
    r"^\W*(?:the )?(?:statement|claim|answer|pernyataan|jawaban|waleran|kalimat)\s*\d*\s*[:=]\s*",
    re.IGNORECASE,
)
_LABEL: Final = re.compile(
    r"[\s,;|(–—-]*\b(?:quote|quotation|kutipan|cutatan|source|sumber|evidence|key)\s*[:=]?\s*$",
    re.IGNORECASE,
)
_SPACES: Final = re.compile(r"\s+")
_FEWEST_WORDS: Final = 3


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement that a model made, unchecked: its text, the keys and quotes it gave."""

    text: str
    keys: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()


def read_plain(line: str) -> Draft | None:
    """Read a line like ``The statement. [KEY] “the sentence copied”``.

    Quotes in front of the first key belong to the statement as well; a line that is
    nothing but a quote with its key states what it quotes. A line without a key is a
    statement that names no evidence, unless it is too short for one or announces others.
    """
    bare = line[_end_of_bullet(line) :].replace("**", "").strip()
    keys = tuple(key for group in _KEY_GROUP.findall(bare) for key in _KEY.findall(group))
    first = _KEY_GROUP.search(bare)
    head = bare if first is None else bare[: first.start()]
    tail = "" if first is None else _KEY_GROUP.sub(" ", bare[first.end() :])
    quotes = (*_quotes(head), *_quotes(tail))
    statement = _tidy(head) or _tidy(_QUOTED.sub(" ", tail))
    if not statement.strip(" .“”\"'") and quotes:
        statement = f"“{quotes[0]}”"
    if keys:
        return Draft(statement, keys, quotes) if statement else None
    if bare.endswith(":"):
        return None
    return Draft(statement, (), quotes) if len(statement.split()) >= _FEWEST_WORDS else None


def _end_of_bullet(line: str) -> int:
    found = _BULLET.match(line)
    return found.end() if found else 0


def _quotes(text: str) -> tuple[str, ...]:
    found = (next(group for group in match.groups() if group) for match in _QUOTED.finditer(text))
    return tuple(quote.strip() for quote in found if quote.strip())


def _tidy(text: str) -> str:
    bare = _SPACES.sub(" ", _FIELD.sub("", text)).strip()
    return _LABEL.sub("", bare).strip(" |–—-:;,")
