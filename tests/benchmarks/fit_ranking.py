"""Fit which sentence answers, see ``assistant.sentence_ranking``.

``python -m tests.benchmarks.fit_ranking`` writes assistant/ranking.json and prints how
often the best sentence is a right one, for each thesis by weights fitted on the others.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
from scipy.optimize import minimize

from assistant import Assistant
from assistant.extractive import READ_PASSAGES, Quotation, quoted_reading, whole_quotations
from assistant.pointers import passage_before
from assistant.question import read_question
from assistant.sentence_ranking import RANKING_FILE, SIGNALS, ranking_signals
from corpus.records import Span
from tests.benchmarks.calibration_questions import CalibrationQuestion, theses
from tests.benchmarks.results import say

STRENGTH = 0.2
"""Of the ridge penalty; stronger ones do worse on theses that were left out."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A question's sentences as a choice: their signals and which of them answer."""

    thesis: str
    kind: str
    signals: Any
    right: Any


def main() -> None:
    """Fit on all, report each thesis left out."""
    choices = [
        choice
        for thesis in theses()
        for question in thesis.questions
        if question.answerable
        for choice in [as_choice(thesis.assistant, question)]
        if choice is not None
    ]
    names = sorted({choice.thesis for choice in choices})
    for left_out in names:
        weights = fit([choice for choice in choices if choice.thesis != left_out])
        say(f"{left_out:<14} {shown([c for c in choices if c.thesis == left_out], weights)}")
    weights = fit(choices)
    stored = {name: round(float(weight), 3) for name, weight in zip(SIGNALS, weights, strict=True)}
    RANKING_FILE.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")
    say(json.dumps(stored))


def as_choice(assistant: Assistant, asked: CalibrationQuestion) -> Choice | None:
    """Return the sentences read for a question; ``None`` when nothing was found."""
    core = assistant.retriever.retriever
    question = read_question(asked.text)
    before = partial(passage_before, assistant.store.catalog)
    signals: list[tuple[float, ...]] = []
    right: list[bool] = []
    for group in core.read(question, core.retrieve(question).passages)[:READ_PASSAGES]:
        reading = quoted_reading(group)
        for sentence, of in zip(reading.passage.sentences, reading.sentences.signals, strict=True):
            signals.append(ranking_signals(question, sentence, of, reading.score))
            quoted = whole_quotations(reading.passage, sentence, question, before)
            right.append(any(meets(one, asked.places) for one in quoted))
    if not signals:
        return None
    return Choice(asked.thesis, asked.kind, np.array(signals), np.array(right))


def meets(quotation: Quotation, places: Sequence[Span]) -> bool:
    """Tell whether any sentence that would be quoted overlaps a place where the answer stands."""
    return any(
        sentence.start < place.end and place.start < sentence.end
        for sentence in quotation.sentences
        for place in places
    )


def fit(choices: Sequence[Choice]) -> Any:
    """Return the weights under which the right sentences are likeliest."""
    usable = [choice for choice in choices if choice.right.any()]

    def loss(weights: Any) -> tuple[float, Any]:
        total, gradient = STRENGTH * weights @ weights, 2.0 * STRENGTH * weights
        for choice in usable:
            utilities = choice.signals @ weights
            odds = np.exp(utilities - utilities.max())
            odds /= odds.sum()
            likely = odds * choice.right
            total -= np.log(likely.sum() + 1e-12)
            gradient += choice.signals.T @ (odds - likely / max(likely.sum(), 1e-12))
        return total, gradient

    return minimize(loss, np.zeros(len(SIGNALS)), jac=True, method="L-BFGS-B").x


def shown(choices: Sequence[Choice], weights: Any) -> str:
    """Return how often a right sentence is among the best one, two and three."""
    best = []
    for choice in choices:
        order = np.argsort(-(choice.signals @ weights), kind="stable")
        best.append([choice.right[order[:depth]].any() for depth in (1, 2, 3)])
    values = np.mean(best, axis=0)
    return f"n={len(choices)}  " + "  ".join(
        f"in {depth} {value:.3f}" for depth, value in zip((1, 2, 3), values, strict=True)
    )


if __name__ == "__main__":
    main()
