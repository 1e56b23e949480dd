"""Honest silence: whether to answer, and which kind of *not* it is.

A question is answered when what was found makes an answer likely: a logistic model over
a few features, its weights fitted on the tuning half of the judgments by
``make calibrate``, one threshold for each language of the question.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Final

from assistant.evidence_types import tells_of_a_day
from assistant.extractive import MOST_PICKS, ScoredSentence
from assistant.interrogatives import asks_of_today
from assistant.matching import WordMatch
from assistant.question import FUNCTION_WEIGHT, Question
from assistant.records import AbstainReason
from assistant.sentence_signals import NO_SIGNALS
from corpus.language import Language

__all__ = ["Calibration", "Features", "load_calibration", "read_features", "silence"]

LEAST_ALIKE: Final = 0.75
"""The share of letter n-grams that a name and a word of the corpus have in common at least."""
MOST_UNTOLD: Final = 0.5
"""Who asks for a number is not answered without one."""
_RELATED_NAMES: Final = 2
CALIBRATION_FILE: Final = Path(__file__).with_name("calibration.json")


@dataclass(frozen=True, slots=True)
class Features:
    """What speaks for an answer, or against one, each in [0, 1].

    Of the best sentence: ``passage``, the score of its passage; ``passage_covered``, how
    well the question's content words are met there, by their weight, and
    ``passage_least``, the least met of them; ``typed``, the share of what is asked for
    that the sentence tells; ``untold_number``, that a number is asked for and neither it
    nor the two next best tell it; ``role``, that it is of the part of a thesis that is
    asked for. Of the corpus: ``met``, how well the content words are met anywhere;
    ``unknown_names``, the share of the question's names and numbers that it does not hold.
    ``brevity``: one over one more than the number of content words, since a word or two
    are soon met by chance.

    What kind of question it is does not count (*how many*, *whether*): that tells of who
    asks, not of what is held.
    """

    passage: float
    passage_covered: float
    passage_least: float
    typed: float
    untold_number: float
    role: float
    met: float
    unknown_names: float
    brevity: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """The fitted model: one weight for each feature, a bias, thresholds per language.

    ``off_topic`` is the ``met`` value under which an unanswered question is taken to be
    about something else.
    """

    weights: tuple[float, ...]
    bias: float
    thresholds: Mapping[Language, float]
    off_topic: float

    def probability(self, features: Features) -> float:
        """Return how likely the corpus answers, in [0, 1]."""
        total = sum(w * x for w, x in zip(self.weights, astuple(features), strict=True))
        return 1.0 / (1.0 + math.exp(-(total + self.bias)))


@lru_cache(maxsize=1)
def load_calibration(path: Path = CALIBRATION_FILE) -> Calibration:
    """Read the calibration that ships with the package."""
    stored = json.loads(path.read_text(encoding="utf-8"))
    names = [field.name for field in fields(Features)]
    return Calibration(
        weights=tuple(float(stored["weights"][name]) for name in names),
        bias=float(stored["bias"]),
        thresholds=stored["thresholds"],
        off_topic=float(stored["off_topic"]),
    )


def read_features(match: WordMatch, scored: Sequence[ScoredSentence]) -> Features:
    """Return the features of a question with its scored sentences, best first."""
    question = match.question
    content = [row for row, weight in enumerate(question.weights) if weight > FUNCTION_WEIGHT]
    weights = match.weights[content]
    best_met = match.similarity[content].max(axis=1, initial=0.0)
    names = [row for row in content if question.words[row] in question.names]
    unknown = [row for row in names if not _is_known(match, row)]
    best = scored[0] if scored and not _is_outdated(question, scored[0]) else None
    signals = best.signals if best else NO_SIGNALS
    told = [one.signals.told.get("how_many", 0.0) for one in scored[:MOST_PICKS]]
    untold = 1.0 - max(told, default=0.0) if "how_many" in question.types else 0.0
    return Features(
        passage=best.passage_score if best else 0.0,
        passage_covered=signals.passage_covered,
        passage_least=signals.passage_least,
        typed=signals.typed,
        untold_number=untold,
        role=signals.role,
        met=float(weights @ best_met / max(float(weights.sum()), 1e-9)),
        unknown_names=len(unknown) / len(names) if names else 0.0,
        brevity=1 / (1 + len(content)),
    )


def _is_known(match: WordMatch, row: int) -> bool:
    """Tell whether the corpus holds a name, or one but little different: *Indonesian*."""
    if row in match.known_names:
        return True
    near = float(match.spelling[row].max(initial=0.0))
    return match.question.words[row].isalpha() and near >= LEAST_ALIKE


def _is_outdated(question: Question, answer: ScoredSentence) -> bool:
    """Tell whether a sentence is dated and the question is about today."""
    return asks_of_today(question.text) and tells_of_a_day(answer.sentence)


def silence(features: Features, language: Language, *, names_held: int = 0) -> AbstainReason | None:
    """Return why not to answer, ``None`` when an answer is likely.

    Args:
        features: What speaks for an answer.
        language: Of the question.
        names_held: How many names of the question the corpus holds. One may be a chance
            (*the World Cup in Japan*); with two, and no other, it is about what is held.
    """
    calibration = load_calibration()
    likely = calibration.probability(features) >= calibration.thresholds[language]
    if likely and features.untold_number <= MOST_UNTOLD:
        return None
    if names_held >= _RELATED_NAMES and not features.unknown_names:
        return "not_stated"
    return "off_topic" if features.met < calibration.off_topic else "not_stated"
