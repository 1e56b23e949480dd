"""A long briefing: section by section, each with its most telling sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from assistant.briefing.assembling import Numbering, as_bullet
from assistant.briefing.choosing import ROLE_ORDER, Pick
from assistant.briefing.coverage import heading_in
from assistant.briefing.material import Candidate, Material
from assistant.briefing.records import BriefingPart, BriefingRole
from assistant.briefing.role_scores import role_score
from assistant.briefing.shortening import whole
from assistant.briefing.showing import show
from corpus.language import Language
from corpus.records import Section

__all__ = ["section_parts"]

_WORDS_A_BULLET: Final = 140
"""Words of a section for each of its bullets."""
_MOST_BULLETS: Final = 4
_MANY_SECTIONS: Final = 40
"""From here on a section has two bullets at most."""
_SAME: Final = 0.9
_ROLES: Final = ROLE_ORDER[:-1]
_WEIGHT: Final = 0.35
"""What the point that a sentence makes counts beside its relevance."""


def section_parts(
    material: Material, language: Language, numbering: Numbering, words_of: Callable[[Section], int]
) -> tuple[BriefingPart, ...]:
    """Return a part for each section in scope, in order; of versions, one for all.

    Args:
        material: All sentences of the scope.
        language: Of headings and bullets, where there are versions.
        numbering: Numbers what is quoted.
        words_of: How many words a section has.
    """
    scope = material.scope
    by_section: dict[str, list[Candidate]] = {}
    for candidate in material.candidates:
        by_section.setdefault(candidate.passage.section, []).append(candidate)
    most = _MOST_BULLETS if len(scope.with_text) < _MANY_SECTIONS else _MOST_BULLETS // 2
    lowest = min(section.level for section in scope.sections)
    parts: list[BriefingPart] = []
    for section in scope.sections:
        count = min(most, 1 + words_of(section) // _WORDS_A_BULLET)
        picks = _best(by_section.get(section.section_id, ()), language, count)
        parts.append(
            BriefingPart(
                heading=heading_in(section, language),
                document_id=scope.document_id,
                bullets=tuple(as_bullet(pick, numbering) for pick in picks),
                section=section.section_id,
                level=section.level - lowest,
            )
        )
    return _shown(parts)


def _best(candidates: Sequence[Candidate], language: Language, count: int) -> list[Pick]:
    ranked = sorted(candidates, key=lambda c: (-_weight(c), c.order))
    chosen: list[Candidate] = []
    for candidate in ranked:
        if len(chosen) == count:
            break
        if all(float(candidate.vector @ one.vector) < _SAME for one in chosen):
            chosen.append(candidate)
    chosen.sort(key=lambda c: c.order)
    return [_pick(candidate, language) for candidate in chosen]


def _weight(candidate: Candidate) -> float:
    best = max(role_score(candidate, role) for role in _ROLES)
    return candidate.relevance + _WEIGHT * best


def _pick(candidate: Candidate, language: Language) -> Pick:
    shown = show(candidate.passage, candidate.sentences, language)
    scores: dict[BriefingRole, float] = {role: role_score(candidate, role) for role in _ROLES}
    role = max(scores, key=lambda one: scores[one])
    made = role if scores[role] > 0 else "other"
    return Pick(candidate, made, shown, whole(shown.text), scores[role])


def _shown(parts: Sequence[BriefingPart]) -> tuple[BriefingPart, ...]:
    """Return the parts that say something, and those above them."""
    kept: list[BriefingPart] = []
    for place, part in enumerate(parts):
        if part.bullets or any(below.bullets for below in _below(parts[place + 1 :], part.level)):
            kept.append(part)
    return tuple(kept)


def _below(parts: Sequence[BriefingPart], level: int) -> Iterator[BriefingPart]:
    for part in parts:
        if part.level <= level:
            return
        yield part
