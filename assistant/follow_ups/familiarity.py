"""Whether the corpus knows what a follow-up adds to what was said before.

Carried words are about the corpus whatever the follow-up is about: *and the weather?*
after a good question would be answered from them. So what a follow-up says itself must be
met by the corpus, or it is read as it stands, and met with silence.
"""

from __future__ import annotations

from typing import Final

from assistant.abstention import read_features
from assistant.question import Question
from assistant.retriever import Retriever

__all__ = ["LEAST_FAMILIAR", "is_familiar"]

LEAST_FAMILIAR: Final = 0.65
"""The share of a follow-up's own words, by weight, that the corpus meets at least.

It was set on follow-ups of good questions: of 23 about other things 21 lie below, of 22
that the shipped thesis answers one does.
"""


def is_familiar(reader: Retriever, own: Question) -> bool:
    """Tell whether the corpus meets what a follow-up says itself; to say nothing is fine."""
    return not own.content or read_features(reader.match(own), ()).met >= LEAST_FAMILIAR
