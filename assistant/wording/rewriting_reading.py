"""Reading one question from what a language model writes when it is asked for one.

Models think aloud, announce what comes, and wrap it in quotes, fences, labels and JSON.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from assistant.question import read_question

__all__ = ["read_rewriting"]

_THOUGHT: Final = re.compile(
    r"<(think|thinking|thought|reasoning)>.*?(?:</\1>|\Z)", re.IGNORECASE | re.DOTALL
)
_THOUGHT_ENDS: Final = re.compile(
    r".*</(?:think|thinking|thought|reasoning)>", re.IGNORECASE | re.DOTALL
)
"""Some models open their thoughts in the prompt, so that only the end is seen."""
_TAG: Final = re.compile(r"</?[A-Za-z]{1,12}>|\[/?[A-Z]{4}\]|<\|[^|>]{1,30}\|>")
_FENCE: Final = re.compile(r"^\s*(?:```|~~~)")
_BULLET: Final = re.compile(r"^(?:[-*•–>#]+\s+|\(?\d[.)]\s+)+")
_LABEL: Final = re.compile(
    r"^(?:(?:the |my )?(?:stand-?alone |rewritten |follow-?up |revised )*"
    r"(?:question|follow-up|rewrite|rewriting|answer|output)|pertanyaan(?: mandiri)?|"
    r"patarosan|patalékan|tulisan ulang)\s*[:=]\s*",
    re.IGNORECASE,
)
_WRAPPED: Final = "\"'“”„‘’«»`*_ \t"
_FIELDS: Final = frozenset({"question", "rewritten", "rewrite", "text", "output"})
_LONGEST: Final = 4_600


def read_rewriting(said: str) -> str | None:
    """Return the question in what a model said, ``None`` when there is none.

    The first line that ends in a question mark is it, else the first that asks by its words.
    """
    bare = _TAG.sub(" ", _THOUGHT_ENDS.sub("", _THOUGHT.sub(" ", said)))
    lines = [line for line in _lines(bare) if line and not line.endswith(":")]
    for line in lines:
        if line.endswith("?"):
            return line
    first = next(iter(lines), "")
    return first if first and read_question(first).types else None


def _lines(text: str) -> Iterator[str]:
    yield from (_tidy(question) for question in _from_json(text))
    for line in text.splitlines():
        if len(line) <= _LONGEST and not _FENCE.match(line) and not line.lstrip().startswith("{"):
            yield _tidy(line)


def _tidy(line: str) -> str:
    bare = _BULLET.sub("", " ".join(line.split())).strip(_WRAPPED)
    return _LABEL.sub("", bare).strip(_WRAPPED)


def _from_json(text: str) -> Iterator[str]:
    start, end = text.find("{"), text.rfind("}")
    if start < 0 or end < start:
        return
    try:
        given: Any = json.loads(text[start : end + 1], strict=False)
    except (ValueError, RecursionError):
        return
    for name, value in given.items():
        if str(name).lower() in _FIELDS and isinstance(value, str):
            yield value
