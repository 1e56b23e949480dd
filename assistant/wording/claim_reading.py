"""Reading statements from what a language model writes, while it is still writing.

Models are asked for a line of JSON, or a plain line, for each statement. They also wrap
them in code fences, lists and outer objects, think aloud, and chat around them. What can be
read as a statement is read; the rest is passed over. Whether it is true to the text is not
judged here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from assistant.wording.plain_claims import Draft, read_plain
from assistant.wording.prompting import NOTHING

__all__ = ["ClaimReader"]

_LONGEST_ENTRY: Final = 4_000
"""Characters in which an object of JSON must close and a line must end, or it is left out."""
_THOUGHT: Final = re.compile(r"<(think|thinking|thought|reasoning)>", re.IGNORECASE)
_LONGEST_TAG: Final = 13
_STRAY: Final = re.compile(
    r"^\s*(?:(?:```|~~~).*|[\[\]{},\s]*|</?(?:think|thinking|thought|reasoning)>)\s*$",
    re.IGNORECASE,
)
"""Lines that frame statements: fences, the brackets of a list, a thought's leftover tag."""
_OPENS: Final = re.compile(r"^\s*(?:[-*]\s+)?[\[,\s]*\{")
_TEXTS: Final = ("statement", "claim", "text", "sentence", "answer")
_KEYS: Final = ("keys", "key", "sources", "source", "evidence", "citations", "citation")
_QUOTES: Final = ("quotes", "quote", "quotation")


class ClaimReader:
    """Takes a model's text piece by piece and gives the statements that are complete."""

    def __init__(self) -> None:
        self._thoughts = _Thoughts()
        self._line = ""
        self._object = ""
        self.said_nothing = False
        """Whether the model says that the evidence does not answer."""

    def feed(self, text: str) -> Iterator[Draft]:
        """Yield the statements that ``text`` completes."""
        *ended, self._line = (self._line + self._thoughts.without(text)).split("\n")
        for line in ended:
            yield from self._read(line)
        if len(self._line) > _LONGEST_ENTRY:
            self._line = ""

    def close(self) -> Iterator[Draft]:
        """Yield what is complete now that nothing more comes."""
        yield from self._read(self._line + self._thoughts.rest())
        self._line = self._object = ""

    def _read(self, line: str) -> Iterator[Draft]:
        if self._object or _OPENS.match(line):
            self._object += "\n" + line
            if "}" in line:
                found, self._object = _take_objects(self._object)
                yield from found
            if len(self._object) > _LONGEST_ENTRY:
                self._object = ""
        elif line.strip(" .[]*`") == NOTHING:
            self.said_nothing = True
        elif not _STRAY.match(line):
            draft = read_plain(line)
            if draft is not None:
                yield draft


class _Thoughts:
    """Takes away what stands between thinking tags, which may come in halves."""

    def __init__(self) -> None:
        self._held = ""
        self._until = ""

    def without(self, text: str) -> str:
        self._held += text
        kept: list[str] = []
        while True:
            if self._until:
                end = self._held.lower().find(self._until)
                if end < 0:
                    self._held = self._held[-_LONGEST_TAG:]
                    return "".join(kept)
                self._held = self._held[end + len(self._until) :]
                self._until = ""
            opening = _THOUGHT.search(self._held)
            if opening is None:
                break
            kept.append(self._held[: opening.start()])
            self._until = f"</{opening[1].lower()}>"
            self._held = self._held[opening.end() :]
        half = self._held.rfind("<", max(0, len(self._held) - _LONGEST_TAG))
        end = len(self._held) if half < 0 else half
        kept.append(self._held[:end])
        self._held = self._held[end:]
        return "".join(kept)

    def rest(self) -> str:
        return "" if self._until else self._held


def _take_objects(text: str) -> tuple[list[Draft], str]:
    """Take the statements out of the objects that are complete; return what is still open."""
    found: list[Draft] = []
    opened: list[int] = []
    place, in_string = 0, False
    while place < len(text):
        char = text[place]
        if in_string:
            place += char == "\\"
            in_string = char != '"'
        elif char == '"':
            in_string = bool(opened)
        elif char == "{":
            opened.append(place)
        elif char == "}" and opened:
            start = opened.pop()
            draft = _statement(text[start : place + 1])
            if draft is not None:
                found.append(draft)
                text = text[:start] + text[place + 1 :]
                place = start - 1
        place += 1
    return found, text[opened[0] :] if opened else ""


def _statement(text: str) -> Draft | None:
    """Return the statement that an object makes, if it is one."""
    try:
        given = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None
    stated = next((given[n] for n in _TEXTS if isinstance(given.get(n), str)), "")
    if not stated.strip():
        return None
    return Draft(
        " ".join(stated.split()),
        tuple(key.strip("[]<>() ") for key in _strings(given, _KEYS)),
        tuple(quote.strip() for quote in _strings(given, _QUOTES) if quote.strip()),
    )


def _strings(given: Any, names: tuple[str, ...]) -> Iterator[str]:  # noqa: ANN401 - as parsed
    """Yield the strings under any of ``names``, also in lists and inner objects."""
    if not isinstance(given, dict):
        return
    for name, value in given.items():
        inner = value if isinstance(value, list) else [value]
        yield from (item for item in inner if name in names and isinstance(item, str))
        for item in inner:
            yield from _strings(item, names)
