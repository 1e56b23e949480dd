"""Conversations as files: Markdown to read, JSON to work with.

A visitor's own export holds that conversation alone. The operator's holds all that is
kept, and tells visitors apart without naming them: they are numbered as they first come,
anew in each export, and neither their ids nor those of their conversations, which open
them, are in it. What people typed is in it: whoever is given the file reads that.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Literal

from assistant.export_strings import STRINGS
from corpus.catalog import Catalog
from corpus.errors import UnknownConversationError
from corpus.language import Language
from corpus.records import ConversationSummary, Turn

__all__ = ["ExportFormat", "export_all", "export_conversation"]

ExportFormat = Literal["json", "md"]

_MARKS: Final = re.compile(r"([\\`*_\[\]<>#|~])")
_OPENING_MARK: Final = re.compile(r"^(\s*)([-+=])", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Exported:
    """A conversation to be written; ``visitor`` is 0 in a visitor's own export."""

    summary: ConversationSummary
    turns: Sequence[Turn]
    visitor: int = 0


def export_conversation(
    summary: ConversationSummary, turns: Sequence[Turn], form: ExportFormat, language: Language
) -> str:
    """Return one conversation as the text of a file.

    Args:
        summary: The conversation as a list shows it.
        turns: All of its turns, oldest first.
        form: ``md`` or ``json``.
        language: Of the headings; questions and answers stay as they were.
    """
    exported = _Exported(summary, turns)
    return _json(exported) + "\n" if form == "json" else _markdown(exported, language)


def export_all(catalog: Catalog, form: ExportFormat, language: Language) -> Iterator[str]:
    """Yield the text of a file with the conversations of all visitors, oldest first.

    One conversation is read at a time; one that is deleted meanwhile is left out.
    """
    visitors: dict[str, int] = {}
    written = 0
    yield "[" if form == "json" else ""
    for kept in catalog.kept_conversations():
        visitor = visitors.setdefault(kept.visitor_id, len(visitors) + 1)
        try:
            turns = catalog.turns(kept.summary.conversation_id, kept.visitor_id)
        except UnknownConversationError:
            continue
        exported = _Exported(kept.summary, turns, visitor)
        if form == "json":
            yield f"{',' if written else ''}\n{_json(exported)}"
        else:
            yield ("\n---\n\n" if written else "") + _markdown(exported, language)
        written += 1
    if form == "json":
        yield "\n]\n" if written else "]\n"
    elif not written:
        yield f"{STRINGS['none'][language]}\n"


def _json(exported: _Exported) -> str:
    summary = exported.summary
    whole: dict[str, Any] = {"visitor": exported.visitor} if exported.visitor else {}
    whole |= {
        "title": summary.title,
        "created_at": _time(summary.created_at),
        "turns": [
            {
                "asked_at": _time(turn.created_at),
                "question": turn.question,
                "answer": turn.answer_json,
            }
            for turn in exported.turns
        ],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _markdown(exported: _Exported, language: Language) -> str:
    summary = exported.summary
    title = summary.title or STRINGS["untitled"][language]
    time = summary.created_at.strftime("%Y-%m-%d %H:%M")
    about = STRINGS["started"][language].format(time=time, count=len(exported.turns))
    if exported.visitor:
        about = f"{STRINGS['visitor'][language].format(number=exported.visitor)}. {about}"
    parts = [f"# {_plain(title)}", f"{about}."]
    for turn in exported.turns:
        parts += _turn(turn, language)
    if any(turn.answer_json.get("citations") for turn in exported.turns):
        parts.append(f"{STRINGS['matches'][language]}")
    return "\n\n".join(parts) + "\n"


def _turn(turn: Turn, language: Language) -> Iterator[str]:
    """Yield the paragraphs of one turn."""
    answer: Mapping[str, Any] = turn.answer_json
    yield f"## {turn.ordinal + 1}. {STRINGS['asked'][language]}"
    yield _plain(turn.question)
    if understood := answer.get("understood_as"):
        told = STRINGS["understood"][language].format(question="{question}")
        yield told.replace("{question}", _plain(str(understood)))
    yield f"### {STRINGS['answered'][language]}"
    yield _plain(str(answer.get("text", "")))
    notices = [str(notice.get("text", "")) for notice in answer.get("notices") or ()]
    yield from (f"({_plain(notice)})" for notice in notices)
    if citations := answer.get("citations"):
        yield f"{STRINGS['sources'][language]}:"
        yield "\n".join(_source(citation) for citation in citations)


def _source(citation: Mapping[str, Any]) -> str:
    place = (citation.get("document_id"), citation.get("heading"), citation.get("passage_id"))
    told = " · ".join(_plain(str(part)) for part in place if part)
    notes = (
        f"\n  - {_plain(str(note.get('text')))} — {_plain(str(note.get('author')))}, "
        f"{_plain(str(note.get('date')))}"
        for note in citation.get("notes") or ()
    )
    return f"- \\[{citation.get('number')}\\] {told}{''.join(notes)}"


def _plain(text: str) -> str:
    """Return text that Markdown shows as it is: nothing in it is a link, a tag or a heading."""
    escaped = _MARKS.sub(r"\\\1", text.replace("&", "&amp;").strip())
    return _OPENING_MARK.sub(r"\1\\\2", escaped)


def _time(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
