"""What the verifier says of a statement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Problem", "ProblemCode", "Verdict"]

ProblemCode = Literal[
    "aim",
    "certainty",
    "condition",
    "hedge",
    "name",
    "negation",
    "number",
    "opposite",
    "relation",
    "reported",
    "uncovered",
]
"""Why a statement is not supported.

``number`` and ``name``: one that its source lacks, or says of something else;
``uncovered``: words that nothing in the source bears out; ``negation``: denied where the
source affirms, or the other way round; ``hedge``, ``condition``, ``aim`` and ``reported``:
the source only expects it, ties it to a condition, aims at it or reports it from another
work; ``certainty``: more certain, or of more, than the source says; ``opposite``: rises
where the source falls; ``relation``: who does it and to whom is the other way round.
"""


@dataclass(frozen=True, slots=True)
class Problem:
    """One reason why a statement is not supported; ``detail`` is the words it lies in."""

    code: ProblemCode
    detail: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found wrong with a statement; nothing, when it is supported."""

    problems: tuple[Problem, ...]

    @property
    def supported(self) -> bool:
        """Whether the sources bear the statement out."""
        return not self.problems
