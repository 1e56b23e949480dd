"""How well a sentence makes a point that a reader looks for, as its question or its method."""

from __future__ import annotations

import re
from typing import Final

from assistant.briefing.material import Candidate
from assistant.briefing.records import BriefingRole
from assistant.briefing.role_cues import is_hoped_for, speaks_of_itself
from assistant.told import without_cited_years

__all__ = ["role_score"]

_RELEVANCE: Final = 0.9
_IN_ABSTRACT: Final = 0.45
"""What it adds that the author says it in the abstract, for what abstracts sum up."""
_SUMMED_UP: Final = frozenset({"purpose", "method", "result", "conclusion"})
_FIGURE: Final = 0.15
_SECOND_SENTENCE: Final = 0.2
_CITED: Final = 0.5
"""What a work that is cited takes from a finding, which is then another's."""
_ELSEWHERE: Final = 1.2
"""What it takes that the section's own heading names another point."""
_NEUTRAL: Final = frozenset({"abstract", "background"})
"""Sections in which any point may be made."""
_STATED: Final = 0.4
"""What it takes that a problem is stated, not asked."""
_LEAST: Final = 0.9
"""A sentence that scores less does not make the point."""
_DIGIT: Final = re.compile(r"\d")
_ASKS: Final = re.compile(r"\?\W*$")
_NEEDS_CUE: Final = frozenset({"subject", "result", "conclusion", "suggestion"})
_OF_STUDY: Final = frozenset({"purpose", "method", "result", "conclusion", "suggestion", "benefit"})
"""What must be said of the study itself where no heading says that it is."""
_FIGURED: Final = frozenset({"method", "result", "conclusion", "background"})


def role_score(candidate: Candidate, role: BriefingRole) -> float:
    """Return how well a candidate makes a point, 0 when it does not, about 3 at most.

    A section's own heading counts as much as the words of the sentence; a heading above
    it counts less. A finding that cites another work is less likely the thesis's own.
    """
    cued = role in candidate.cues
    headed = role in candidate.section_roles
    if role == "background" and "abstract" in candidate.section_roles:
        headed = not candidate.cues  # what an abstract says before it comes to the study
    if not _may_make(candidate, role, cued=cued, headed=headed):
        return 0.0
    score = float(cued) + (1.0 if candidate.own_heading else 0.5) * headed
    score += _RELEVANCE * candidate.relevance
    if cued and role in _SUMMED_UP and "abstract" in candidate.section_roles:
        score += _IN_ABSTRACT
    bare = without_cited_years(candidate.sentence.text)
    score += _FIGURE * (role in _FIGURED and _DIGIT.search(bare) is not None)
    score -= _SECOND_SENTENCE * (len(candidate.sentences) > 1)
    score -= _STATED * (role == "question" and not _asks(candidate))
    score -= _CITED * (role in {"result", "conclusion"} and candidate.rests_on_others)
    if candidate.own_heading and not headed and not _NEUTRAL & set(candidate.section_roles):
        score -= _ELSEWHERE
    if role == "theory" or (cued and not headed and candidate.section_roles == ("theory",)):
        score -= _CITED
    return score if score >= _LEAST else 0.0


def _may_make(candidate: Candidate, role: BriefingRole, *, cued: bool, headed: bool) -> bool:
    """Tell whether a candidate can make a point at all."""
    if not (cued or headed):
        return False
    if role == "question" and not _asks(candidate):
        return candidate.own_heading and speaks_of_itself(candidate.sentence)
    if headed and not cued and role in _NEEDS_CUE and not candidate.own_heading:
        return False
    if role in {"result", "conclusion"} and is_hoped_for(candidate.sentence):
        return False
    return headed or role not in _OF_STUDY or _is_of_study(candidate, role)


def _asks(candidate: Candidate) -> bool:
    return _ASKS.search(candidate.sentence.text) is not None


def _is_of_study(candidate: Candidate, role: BriefingRole) -> bool:
    """Tell whether a sentence under another heading makes a point of the study itself."""
    if candidate.rests_on_others or (role == "benefit" and not is_hoped_for(candidate.sentence)):
        return False
    return "abstract" in candidate.section_roles or speaks_of_itself(candidate.sentence)
