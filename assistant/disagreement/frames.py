"""Framing: what sources give differently, as a sentence that a reader sees."""

from __future__ import annotations

from assistant.records import Conflict
from assistant.strings import say
from corpus.language import Language

__all__ = ["frame_conflict"]


def frame_conflict(conflict: Conflict, language: Language) -> str:
    """Return that the sources differ, with each value and the number of its citation."""
    pairs = zip(conflict.values, conflict.citations, strict=True)
    told = [say("value_cited", language, value=value, number=number) for value, number in pairs]
    return say("sources_differ", language, values="; ".join(told))
