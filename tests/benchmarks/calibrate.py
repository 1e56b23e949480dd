"""Fit the model that tells answerable from unanswerable; see ``assistant.abstention``.

``python -m tests.benchmarks.calibrate`` writes assistant/calibration.json and prints how
the model does on each thesis when it is fitted on the others. It needs scikit-learn, which
sentence-transformers brings along.
"""

from __future__ import annotations

import json
from dataclasses import astuple, dataclass, fields
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from assistant import Assistant
from assistant.abstention import CALIBRATION_FILE, Features, read_features
from assistant.extractive import score_sentences
from assistant.question import read_question
from corpus.language import LANGUAGES
from tests.benchmarks.calibration_questions import theses
from tests.benchmarks.results import say

STRENGTH = 0.3
"""The inverse of the regularisation, for features at unit variance."""


@dataclass(frozen=True, slots=True)
class Sample:
    """Questions as arrays of one row each: features, answerable or not, and what they are."""

    x: Any
    y: Any
    languages: Any
    kinds: Any
    theses: Any

    def where(self, chosen: Any) -> Sample:
        """Return the rows that are ``chosen``."""
        return Sample(*(getattr(self, field.name)[chosen] for field in fields(self)))


def main() -> None:
    """Fit on all, report each thesis left out."""
    sample = samples()
    held_out = np.zeros(len(sample.y))
    for name in sorted(set(sample.theses)):
        chosen = sample.theses == name
        model = fitted(sample.where(~chosen))
        held_out[chosen] = model.predict_proba(sample.x[chosen])[:, 1]
        say(f"{name:<14} {shown(sample.where(chosen), held_out[chosen])}")
    model = fitted(sample)
    thresholds = {
        language: best_threshold(use(held_out[chosen], sample.where(chosen)), use(held_out, sample))
        for language in LANGUAGES
        for chosen in (sample.languages == language,)
    }
    met = [field.name for field in fields(Features)].index("met")
    far = sample.x[(sample.y == 0) & (sample.kinds == "far"), met]
    near = sample.x[(sample.y == 0) & (sample.kinds == "near"), met]
    stored: dict[str, Any] = {
        "weights": {
            field.name: round(float(weight), 4)
            for field, weight in zip(fields(Features), model.coef_[0], strict=True)
        },
        "bias": round(float(model.intercept_[0]), 4),
        "thresholds": thresholds,
        "off_topic": best_cut(far, near),
    }
    CALIBRATION_FILE.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")
    say(json.dumps(stored))


def fitted(sample: Sample) -> Any:
    """Fit at unit variance, and give the weights for features as they are."""
    mean, deviation = sample.x.mean(axis=0), sample.x.std(axis=0) + 1e-9
    model = LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=10_000)
    model.fit((sample.x - mean) / deviation, sample.y)
    model.coef_ = model.coef_ / deviation
    model.intercept_ = model.intercept_ - model.coef_[0] @ mean
    return model


def samples() -> Sample:
    """Return the features of all questions."""
    rows = [
        (astuple(features(thesis.assistant, q.text)), q.answerable, q.language, q.kind, thesis.name)
        for thesis in theses()
        for q in thesis.questions
    ]
    x, y, *rest = zip(*rows, strict=True)
    return Sample(np.array(x), np.array(y, dtype=int), *(np.array(values) for values in rest))


def features(assistant: Assistant, text: str) -> Features:
    """Return the features of one question."""
    question = read_question(text)
    core = assistant.retriever.retriever
    found = core.retrieve(question)
    scored = score_sentences(question, core.read(question, found.passages))
    return read_features(core.match(question), scored)


def shown(sample: Sample, probabilities: Any) -> str:
    """Return how well the probabilities tell the unanswerable ones."""
    parts = [f"n={len(sample.y)}"]
    for kind in ("near", "far"):
        chosen = (sample.y == 1) | (sample.kinds == kind)
        auc = roc_auc_score(sample.y[chosen], probabilities[chosen])
        parts.append(f"{kind} AUC {auc:.3f}")
    return "  ".join(parts)


SMOOTHED = 11
"""Neighbouring thresholds that are taken together, so that none sits on an edge."""
CUTS = np.linspace(0.1, 0.9, 81)


def use(probabilities: Any, sample: Sample) -> Any:
    """Return how well each threshold of ``CUTS`` serves askers.

    Silence on what could be answered does the most harm, an answer to what is far off
    nearly as much: each answer is a quote, and can be seen for what it is. Near misses
    count least: their nearest passages are of use.
    """
    answered = [np.mean(probabilities[sample.y == 1] >= cut) for cut in CUTS]
    silent_far = [np.mean(probabilities[sample.kinds == "far"] < cut) for cut in CUTS]
    silent_near = [np.mean(probabilities[sample.kinds == "near"] < cut) for cut in CUTS]
    return np.array(answered) + 0.7 * np.array(silent_far) + 0.3 * np.array(silent_near)


def best_threshold(language: Any, everything: Any) -> float:
    """Return the best threshold of a language.

    Most of what counts is how it does on all questions: a language alone has few.
    """
    both = np.convolve(language + 3.0 * everything, np.ones(SMOOTHED) / SMOOTHED, mode="valid")
    centres = CUTS[SMOOTHED // 2 : len(CUTS) - SMOOTHED // 2]
    return round(float(np.median(centres[np.isclose(both, max(both))])), 3)


def best_cut(far: Any, near: Any) -> float:
    """Return the value under which a question is taken to be far off."""
    cuts = np.linspace(0.3, 0.95, 66)
    scores = [np.mean(far < cut) + np.mean(near >= cut) for cut in cuts]
    return round(float(np.median(cuts[np.isclose(scores, max(scores))])), 3)


if __name__ == "__main__":
    main()
