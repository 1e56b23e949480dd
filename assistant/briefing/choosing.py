"""Choosing what a briefing says: one sentence for each point, then what adds most.

The points that any reader looks for are filled together, so that a long question leaves
room for a conclusion (a multiple-choice knapsack). What room is left goes to sentences by
what they add: their weight, less what has been said already (maximal marginal relevance,
Carbonell and Goldstein, SIGIR 1998), more for a section that is not quoted yet, by the
square root of their length (compare Lin and Bilmes, ACL 2011).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from assistant.briefing.material import Candidate
from assistant.briefing.records import BriefingRole
from assistant.briefing.shortening import Variant
from assistant.briefing.showing import Shown

__all__ = ["ROLE_ORDER", "Pick", "fill", "fit"]

ROLE_ORDER: Final[tuple[BriefingRole, ...]] = (
    *("subject", "background", "question", "purpose", "scope", "theory", "method"),
    *("result", "conclusion", "suggestion", "benefit", "other"),
)
"""The order in which points are read."""
_PRESENT: Final = 3.0
"""What it is worth that a point is made at all."""
_FITTING: Final = 0.5
_KEPT: Final = 1.6
"""What it is worth that all of a sentence is shown; its square root, for what is left first
is worth most."""
_WHOLE: Final = 0.1
_REDUNDANT: Final = 1.2
_NEW_SECTION: Final = 0.35
_SAME: Final = 0.93
"""Two sentences this alike say the same."""
_AT_MOST: Final[Mapping[BriefingRole, int]] = {
    "subject": 1,
    "background": 3,
    "question": 3,
    "purpose": 3,
    "scope": 1,
    "theory": 1,
    "method": 3,
    "result": 4,
    "conclusion": 3,
    "suggestion": 2,
    "benefit": 2,
    "other": 12,
}
"""Bullets of one point."""


@dataclass(frozen=True, slots=True, eq=False)
class Pick:
    """A candidate for a point, as it would be shown; ``score`` is that for the point."""

    candidate: Candidate
    role: BriefingRole
    shown: Shown
    variant: Variant
    score: float

    @property
    def words(self) -> int:
        """How many words it takes."""
        return self.variant.length

    @property
    def worth(self) -> float:
        """What it adds to be picked as the one for its point."""
        kept = _KEPT * math.sqrt(self.variant.kept)
        whole = _WHOLE * self.variant.whole
        return _PRESENT + _FITTING * self.score + kept + whole


def fit(options: Sequence[Sequence[Pick]], costs: Sequence[int], room: int) -> tuple[Pick, ...]:
    """Return at most one pick of each point, together worth most within ``room`` words.

    Args:
        options: The picks for each point, the best known first.
        costs: The words that each point takes besides: its heading.
        room: Words for all.
    """
    best: dict[int, tuple[float, tuple[Pick, ...]]] = {0: (0.0, ())}
    for picks, cost in zip(options, costs, strict=True):
        grown = dict(best)
        for used, (worth, taken) in best.items():
            for pick in picks:
                total = used + cost + pick.words
                if total > room or any(pick.candidate is one.candidate for one in taken):
                    continue
                if total not in grown or grown[total][0] < worth + pick.worth - 1e-9:
                    grown[total] = (worth + pick.worth, (*taken, pick))
        best = grown
    _, taken = max(best.values(), key=lambda held: held[0])
    return taken


def fill(
    taken: Sequence[Pick], pool: Sequence[Pick], headings: Mapping[BriefingRole, int], room: int
) -> tuple[Pick, ...]:
    """Return ``taken`` and what of ``pool`` adds most within ``room`` words.

    Args:
        taken: What is picked already; its words are not counted here.
        pool: Further picks, each whole.
        headings: The words of each point's heading, which its first pick pays for.
        room: Words for what is added.
    """
    chosen = list(taken)
    counts = Counter(pick.role for pick in chosen)
    rest = [pick for pick in pool if not any(_overlap(pick, one) for one in chosen)]
    while True:
        sections = {one.candidate.passage.section for one in chosen}
        best: tuple[float, Pick, int] | None = None
        for pick in rest:
            cost = pick.words + (0 if counts[pick.role] else headings[pick.role])
            if cost > room or counts[pick.role] >= _AT_MOST[pick.role]:
                continue
            near = max((_nearness(pick, one) for one in chosen), default=0.0)
            if near >= _SAME:
                continue
            new = pick.candidate.passage.section not in sections
            gain = pick.score - _REDUNDANT * near + _NEW_SECTION * new
            value = gain / max(1.0, cost) ** 0.5
            if gain > 0 and (best is None or value > best[0]):
                best = (value, pick, cost)
        if best is None:
            return tuple(chosen)
        _, pick, cost = best
        chosen.append(pick)
        counts[pick.role] += 1
        room -= cost
        rest = [one for one in rest if not _overlap(one, pick)]


def _overlap(left: Pick, right: Pick) -> bool:
    """Tell whether two picks share a sentence."""
    mine, theirs = left.candidate, right.candidate
    if mine.passage.passage_id != theirs.passage.passage_id:
        return False
    ordinals = {sentence.ordinal for sentence in mine.sentences}
    return any(sentence.ordinal in ordinals for sentence in theirs.sentences)


def _nearness(left: Pick, right: Pick) -> float:
    return float(left.candidate.vector @ right.candidate.vector)
