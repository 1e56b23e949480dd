"""A batch of questions: lines of JSON in, one answer for each line out, in order."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from assistant.records import Answer, Notice
from assistant.session import Assistant
from assistant.strings import say
from corpus.errors import SitirError, UnreadableFileError
from corpus.language import Language

__all__ = ["answer_batch"]


def answer_batch(
    assistant: Assistant,
    source: Path,
    target: Path,
    language: Language | None = None,
    document_ids: Sequence[str] | None = None,
) -> int:
    """Answer every line of ``source`` into ``target``; return how many were written.

    A line is ``{"query_id", "question", "history"?: [[question, answer], …]}``. A line
    that cannot be read gives an answer that says so in a notice, never an end. Blank
    lines are passed over.

    Raises:
        UnreadableFileError: ``source`` cannot be read or ``target`` not written.
        UnknownDocumentError: A document in ``document_ids`` is not held.
    """
    written = 0
    try:
        with (
            source.open(encoding="utf-8", errors="replace") as lines,
            target.open("w", encoding="utf-8") as answers,
        ):
            for number, line in _filled(lines):
                answer = _answer(assistant, number, line, language, document_ids)
                answers.write(json.dumps(answer.to_json(), ensure_ascii=False) + "\n")
                written += 1
    except OSError as error:
        path = error.filename or source
        raise UnreadableFileError(path, error.strerror or str(error)) from error
    return written


def _filled(lines: Iterator[str]) -> Iterator[tuple[int, str]]:
    return ((number, line) for number, line in enumerate(lines, start=1) if line.strip())


def _answer(
    assistant: Assistant,
    number: int,
    line: str,
    language: Language | None,
    document_ids: Sequence[str] | None,
) -> Answer:
    try:
        given = _parsed(line)
    except (ValueError, TypeError) as error:
        return _unreadable(assistant, number, str(error), language)
    query_id = given.get("query_id")
    history = [(str(turn[0]), str(turn[1])) for turn in given.get("history") or ()]
    try:
        return assistant.ask(
            given["question"],
            language=language,
            document_ids=document_ids,
            history=history,
            query_id=None if query_id is None else str(query_id),
        )
    except SitirError as error:
        unread = _unreadable(assistant, number, str(error), language)
        return replace(unread, query_id=None if query_id is None else str(query_id))


def _parsed(line: str) -> dict[str, Any]:
    given = json.loads(line)
    if not isinstance(given, dict):
        raise TypeError("it is not a JSON object")
    if not isinstance(given.get("question"), str):
        raise TypeError("'question' is missing or no text")
    history = given.get("history") or []
    if not isinstance(history, list) or not all(
        isinstance(turn, list | tuple) and len(turn) == 2  # noqa: PLR2004 - a pair
        for turn in history
    ):
        raise TypeError("'history' must be a list of [question, answer] pairs")
    return given


def _unreadable(
    assistant: Assistant, number: int, problem: str, language: Language | None
) -> Answer:
    answer = assistant.ask("", language=language)
    text = say("bad_line", answer.language, line=number, problem=problem)
    return replace(answer, notices=(Notice("bad_line", text),))
