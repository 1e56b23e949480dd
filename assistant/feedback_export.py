"""Feedback as a file for the operator: JSON lines to work with, or a table.

Visitors and their conversations are numbered as they first come, anew in each export; no
id that names a visitor or opens a conversation is in it.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from corpus.catalog import Catalog, KeptFeedback
from corpus.remarks import Feedback

__all__ = ["FeedbackFormat", "export_feedback"]

FeedbackFormat = Literal["csv", "jsonl"]

_COLUMNS: Final = (
    *("visitor", "conversation", "turn", "given_at", "kind", "comment", "question"),
    *("answer", "language", "generator", "abstain_reason", "passages"),
)
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that spreadsheets run."""


@dataclass(frozen=True, slots=True)
class _Numbered:
    """Feedback with the numbers of its visitor and, if it has one, its conversation."""

    visitor: int
    conversation: int | None
    feedback: Feedback


def export_feedback(catalog: Catalog, form: FeedbackFormat) -> Iterator[str]:
    """Yield the text of a file with the feedback of all visitors, oldest first.

    ``jsonl`` holds each answer whole; ``csv`` its text and the passages that it quotes,
    with cells that a spreadsheet would run as formulas made plain by an apostrophe.
    """
    numbered = _numbered(catalog.kept_feedback())
    if form == "jsonl":
        yield from (_line(one) for one in numbered)
        return
    yield _row(_COLUMNS)
    yield from (_row(_cells(one)) for one in numbered)


def _numbered(kept: Iterable[KeptFeedback]) -> Iterator[_Numbered]:
    visitors: dict[str, int] = {}
    conversations: dict[str, int] = {}
    for one in kept:
        visitor = visitors.setdefault(one.visitor_id, len(visitors) + 1)
        opened = one.feedback.conversation_id
        number = opened and conversations.setdefault(opened, len(conversations) + 1)
        yield _Numbered(visitor, number or None, one.feedback)


def _line(one: _Numbered) -> str:
    given = one.feedback
    whole = {
        "visitor": one.visitor,
        "conversation": one.conversation,
        "turn": given.turn + 1,
        "given_at": given.created_at.isoformat(timespec="seconds"),
        "kind": given.kind,
        "comment": given.comment,
        "question": given.question,
        "answer": given.answer_json,
    }
    return json.dumps(whole, ensure_ascii=False) + "\n"


def _cells(one: _Numbered) -> tuple[str, ...]:
    given, answer = one.feedback, one.feedback.answer_json
    quoted = (citation.get("passage_id") for citation in answer.get("citations") or ())
    return (
        str(one.visitor),
        str(one.conversation or ""),
        str(given.turn + 1),
        given.created_at.isoformat(timespec="seconds"),
        given.kind,
        given.comment,
        given.question,
        *(str(answer.get(key) or "") for key in ("text", "language", "generator")),
        str(answer.get("abstain_reason") or ""),
        " ".join(dict.fromkeys(str(passage_id) for passage_id in quoted)),
    )


def _row(cells: Iterable[str]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerow(
        f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in cells
    )
    return written.getvalue()
