"""Which sentence answers: a conditional logit over what speaks for each.

The weights are fitted by ``make calibrate`` on questions about several theses, each
question a choice among the sentences that were read for it (McFadden, *Conditional logit
analysis of qualitative choice behavior*, 1974).
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from assistant.evidence_types import TYPE_WEIGHTS, is_aim
from assistant.question import Question
from assistant.sentence_signals import SentenceSignals
from corpus.records import Sentence

__all__ = [
    "RANKING_FILE",
    "SIGNALS",
    "likelihoods",
    "load_ranking",
    "ranking_signals",
    "wants_list",
]

RANKING_FILE: Final = Path(__file__).with_name("ranking.json")
LISTED_ROLES: Final = frozenset({"question", "purpose", "benefit", "scope", "suggestion"})
"""Parts of a thesis that are mostly given as a list."""
_FINISHED: Final = re.compile(r"[.?!:;”\"')\]]\W*$")
_TYPES: Final = tuple(sorted(TYPE_WEIGHTS))
SIGNALS: Final = (
    *("headed", "context", "meaning", "passage", "role"),
    *("opens_list", "list_item", "unfinished", "aim_for_result"),
    *(f"tells_{kind}" for kind in _TYPES),
)
"""What speaks for a sentence, in the order of ``ranking_signals``."""


def ranking_signals(
    question: Question, sentence: Sentence, signals: SentenceSignals, passage_score: float
) -> tuple[float, ...]:
    """Return a value for each of ``SIGNALS``, in [0, 1]."""
    listed = wants_list(question)
    text = sentence.text.rstrip()
    return (
        signals.headed,
        signals.context,
        signals.meaning,
        passage_score,
        signals.role,
        float((listed or not question.types) and text.endswith(":")),
        float(listed and sentence.kind == "list_item"),
        float(_FINISHED.search(text) is None),
        float("result" in question.types and is_aim(sentence)),
        *(signals.told.get(kind, 0.0) for kind in _TYPES),
    )


def wants_list(question: Question) -> bool:
    """Tell whether a question asks for several things, or for what is mostly given as a list."""
    return "list" in question.types or bool(question.roles & LISTED_ROLES)


@lru_cache(maxsize=1)
def load_ranking(path: Path = RANKING_FILE) -> NDArray[np.float64]:
    """Return the weights that ship with the package, in the order of ``SIGNALS``."""
    stored: Mapping[str, float] = json.loads(path.read_text(encoding="utf-8"))
    return np.array([stored[name] for name in SIGNALS], dtype=np.float64)


def likelihoods(rows: Sequence[Sequence[float]]) -> tuple[float, ...]:
    """Return how likely each sentence answers, if any of them does: they sum to 1.

    Args:
        rows: The signals of each sentence, see ``ranking_signals``.
    """
    if not rows:
        return ()
    utilities = np.array(rows, dtype=np.float64) @ load_ranking()
    odds = np.exp(utilities - utilities.max())
    return tuple((odds / odds.sum()).tolist())
