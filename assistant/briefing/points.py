"""A briefing by points: the question, the method, the conclusion, the benefit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from assistant.briefing.choosing import ROLE_ORDER, Pick, fill, fit
from assistant.briefing.counting import count_words
from assistant.briefing.material import Candidate, Material
from assistant.briefing.records import BriefingLength, BriefingRole
from assistant.briefing.role_scores import role_score
from assistant.briefing.shortening import variants, whole
from assistant.briefing.showing import Shown, show
from assistant.briefing.strings import say_brief
from corpus.language import Language
from corpus.text import words

__all__ = ["Checks", "heading_costs", "pick_points"]

Checks = Callable[[Pick], bool]
"""Tells whether the verifier passes what a pick shows."""

_QUESTION: Final[tuple[BriefingRole, ...]] = ("question", "purpose", "subject")
_METHOD: Final[tuple[BriefingRole, ...]] = ("method",)
_CONCLUSION: Final[tuple[BriefingRole, ...]] = ("conclusion", "result")
_BENEFIT: Final[tuple[BriefingRole, ...]] = ("benefit", "suggestion")
_MINUTE: Final = (_QUESTION, _METHOD, _CONCLUSION, _BENEFIT)
"""The points that any reader looks for; each with what stands in where there is none."""
_PAGE: Final[tuple[tuple[BriefingRole, ...], ...]] = (
    *(_QUESTION, _METHOD, _CONCLUSION, _BENEFIT),
    *(("result",), ("background",), ("purpose",)),
)
"""The same for a page, which has room for what was found besides, and for what led to it."""
_OPTIONS: Final = 4
"""Sentences considered for a point."""
_IN_LANGUAGE: Final = 1.2
"""What it adds that a sentence can be shown in the asked language."""
_OTHER: Final = 0.5
_LEAST_RELEVANT: Final = 0.35
"""What is added to the points sought is at least this near to the whole, of the nearest."""
_OWN: Final = frozenset({"method", "result", "conclusion"})
"""What a thesis says it did and found is kept, however far from its title."""
_LONGEST: Final[Mapping[BriefingLength, int]] = {"short": 60, "medium": 75, "long": 120}
"""Words of one bullet at most."""


def pick_points(
    material: Material,
    language: Language,
    length: BriefingLength,
    title: str,
    room: int,
    passes: Checks,
) -> tuple[Pick, ...]:
    """Return what a briefing by points says, in reading order.

    Args:
        material: What it is chosen from.
        language: Of the briefing.
        length: A short one may shorten sentences; a medium one gives them whole.
        title: What the reader has read above.
        room: Words for headings and bullets.
        passes: The verifier; what it does not pass is not picked.
    """
    known = frozenset(words(title))
    costs = heading_costs(language)
    shown = {c.order: show(c.passage, c.sentences, language) for c in material.candidates}
    refused: set[tuple[tuple[int, int, int], str]] = set()
    while True:
        options, heads = _options(material, language, known, shown, refused, length)
        taken = fit(options, [costs[role] for role in heads], room)
        failed = [pick for pick in taken if not pick.variant.whole and not passes(pick)]
        if not failed:
            break
        refused |= {(pick.candidate.order, pick.variant.text) for pick in failed}
    room -= sum(pick.words for pick in taken) + sum(costs[r] for r in {p.role for p in taken})
    pool = list(_pool(material, language, shown, length))
    return _in_order(fill(taken, pool, costs, room))


def heading_costs(language: Language) -> dict[BriefingRole, int]:
    """Return how many words the heading of each point has."""
    return {role: count_words(say_brief(role, language)) for role in ROLE_ORDER}


def _options(
    material: Material,
    language: Language,
    known: frozenset[str],
    shown: Mapping[tuple[int, int, int], Shown],
    refused: set[tuple[tuple[int, int, int], str]],
    length: BriefingLength,
) -> tuple[list[list[Pick]], list[BriefingRole]]:
    """Return the picks for each point that is sought, and the point that is then made."""
    options: list[list[Pick]] = []
    roles: list[BriefingRole] = []
    for sought in _MINUTE if length == "short" else _PAGE:
        role, ranked = _ranked(material, sought, language, shown)
        picks: list[Pick] = []
        for candidate, score in ranked[:_OPTIONS]:
            one = shown[candidate.order]
            picks.extend(
                Pick(candidate, role, one, variant, score)
                for variant in variants(one.text, one.language, known)
                if variant.length <= _LONGEST[length]
                and (candidate.order, variant.text) not in refused
            )
        options.append(picks)
        roles.append(role)
    return options, roles


def _ranked(
    material: Material,
    sought: Sequence[BriefingRole],
    language: Language,
    shown: Mapping[tuple[int, int, int], Shown],
) -> tuple[BriefingRole, list[tuple[Candidate, float]]]:
    """Return the first of several points that is made, with who makes it, best first."""
    for role in sought:
        scored = [(c, role_score(c, role)) for c in material.candidates]
        found = [
            (c, score + _IN_LANGUAGE * (shown[c.order].language == language))
            for c, score in scored
            if score > 0
        ]
        if found:
            found.sort(key=lambda pair: (-pair[1], pair[0].order))
            return role, found
    return sought[0], []


def _pool(
    material: Material,
    language: Language,
    shown: Mapping[tuple[int, int, int], Shown],
    length: BriefingLength,
) -> Iterator[Pick]:
    """Yield each sentence whole, for the point that it makes best."""
    least = _LEAST_RELEVANT * max((c.relevance for c in material.candidates), default=0.0)
    for candidate in material.candidates:
        if candidate.relevance < least and not (candidate.cues & _OWN):
            continue
        scores = {role: role_score(candidate, role) for role in ROLE_ORDER[:-1]}
        role = max(scores, key=lambda one: scores[one])
        score = scores[role]
        if score <= 0:
            role, score = "other", _OTHER + candidate.relevance
        one = shown[candidate.order]
        score += _IN_LANGUAGE * (one.language == language)
        variant = whole(one.text)
        if variant.length <= _LONGEST[length]:
            yield Pick(candidate, role, one, variant, score)


def _in_order(picks: Sequence[Pick]) -> tuple[Pick, ...]:
    return tuple(
        sorted(picks, key=lambda pick: (ROLE_ORDER.index(pick.role), pick.candidate.order))
    )
