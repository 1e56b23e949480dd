"""Numbering what a briefing cites anew, in the order of reading."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from assistant.briefing.assembling import Numbering
from assistant.briefing.records import Briefing, BriefingPart, BriefNote, Bullet, KeyFact

__all__ = ["renumber"]


def renumber(made: Briefing, without: Collection[int] = ()) -> Briefing:
    """Return a briefing with its citations numbered from 1 as they are read.

    Args:
        made: The briefing.
        without: Numbers of citations that must go, with all that rests on them.
    """
    numbering = Numbering()

    def stands(numbers: Sequence[int]) -> bool:
        return not any(number in without for number in numbers)

    def anew(numbers: Sequence[int]) -> tuple[int, ...]:
        found = [numbering.number(made.citation(number)) for number in numbers]
        return tuple(dict.fromkeys(found))

    def bullets(part: BriefingPart) -> tuple[Bullet, ...]:
        kept = [bullet for bullet in part.bullets if stands(bullet.citations)]
        return tuple(replace(bullet, citations=anew(bullet.citations)) for bullet in kept)

    parts = tuple(replace(part, bullets=bullets(part)) for part in made.parts)
    facts: tuple[KeyFact, ...] = tuple(
        replace(fact, citation=anew([fact.citation])[0])
        for fact in made.key_facts
        if stands([fact.citation])
    )
    notes: tuple[BriefNote, ...] = tuple(
        replace(note, citations=anew(note.citations))
        for note in made.notes
        if stands(note.citations)
    )
    pairs = zip(parts, made.parts, strict=True)
    return replace(
        made,
        parts=tuple(part for part, before in pairs if part.bullets or not before.bullets),
        key_facts=facts,
        notes=notes,
        citations=tuple(numbering.citations),
    )
