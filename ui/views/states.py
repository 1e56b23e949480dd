"""Which kind of answer it is, told at a glance: the line above it.

Quoted; worded by a model, with how much of it matched; sources that differ; told from a
document's record; silence, and why.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from assistant import Answer
from corpus.language import Language
from ui.markup import element, icon, text
from ui.strings import label

__all__ = ["EXTRACTIVE", "StateLine", "state_kind", "state_line"]

EXTRACTIVE: Final = "extractive"
"""The generator that only quotes."""

StateKind = Literal["abstained", "worded", "differing", "quoted", "record"]
_ICONS: Final[dict[StateKind, str]] = {
    "abstained": "silent",
    "worded": "pen",
    "differing": "differ",
    "quoted": "quote",
    "record": "record",
}


@dataclass(frozen=True, slots=True)
class StateLine:
    """The kind, which is also a class of the style sheet, and the line itself."""

    kind: StateKind
    html: str


def state_kind(answer: Answer) -> StateKind:
    """Return what kind of answer it is; one whose sources differ is that before all."""
    if answer.abstained:
        return "abstained"
    if answer.conflicts:
        return "differing"
    if answer.generator != EXTRACTIVE:
        return "worded"
    return "quoted" if answer.citations else "record"


def state_line(answer: Answer) -> StateLine:
    """Return the line that says what kind of answer it is, in the answer's language."""
    kind = state_kind(answer)
    words = element("span", text(" · ".join(_said(answer, kind))))
    return StateLine(kind, element("p", icon(_ICONS[kind]) + words, class_=f"state {kind}"))


def _said(answer: Answer, kind: StateKind) -> list[str]:
    spoken = answer.language
    if kind == "abstained":
        return [label(answer.abstain_reason or "not_stated", spoken)]
    if kind == "record":
        return [label("state_record", spoken)]
    parts = [label("state_conflict", spoken)] if kind == "differing" else []
    if answer.generator == EXTRACTIVE:
        parts.append(_quotes(answer, spoken))
        return parts
    parts.append(label("state_worded", spoken, kept=len(answer.claims)))
    if answer.rejected.claims:
        parts.append(label("state_removed", spoken, count=answer.rejected.claims))
    parts.append(label("model_named", spoken, name=answer.generator))
    return parts


def _quotes(answer: Answer, spoken: Language) -> str:
    languages = len({citation.language for citation in answer.citations})
    return label(
        "state_quoted",
        spoken,
        quotes=_counted("quotes", len(answer.citations), spoken),
        languages=_counted("languages", languages, spoken),
    )


def _counted(noun: str, count: int, spoken: Language) -> str:
    return label(f"{noun}_{'one' if count == 1 else 'many'}", spoken, count=count)
