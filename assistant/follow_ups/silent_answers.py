"""Telling an answer that abstained from its text alone, as a history gives it."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from assistant.strings import STRINGS

__all__ = ["is_silent"]

_SILENCES: Final = (
    "not_stated",
    "off_topic",
    "unclear",
    "part_not_held",
    "empty_index",
    "empty_question",
    "no_document",
    "which_thesis",
)


@cache
def _openings() -> tuple[str, ...]:
    """Return how the texts of silences begin, up to what is filled in."""
    keys = [*_SILENCES, *(key for key in STRINGS if key.startswith("missing_"))]
    return tuple(text.partition("{")[0] for key in keys for text in STRINGS[key].values())


def is_silent(answer: str) -> bool:
    """Tell whether the text of an answer says that there is none, in any language."""
    text = answer.strip()
    if text.startswith(_openings()):
        return True
    before, after = _frames()
    if not text.startswith(before):
        return False
    return any(text[end.end() :].startswith(_openings()) for end in after.finditer(text))


@cache
def _frames() -> tuple[tuple[str, ...], re.Pattern[str]]:
    """Return how an answer begins that names the document it is about, and what ends that."""
    frames = [text.partition("{text}")[0] for text in STRINGS["of_thesis"].values()]
    ends = "|".join({re.escape(frame.partition("{title}")[2]): "" for frame in frames})
    return tuple(frame.partition("{title}")[0] for frame in frames), re.compile(ends)
