"""Fit the model that tells answerable from unanswerable, on the tuning half alone.

``python -m tests.benchmarks.calibrate`` writes assistant/calibration.json; needs
scikit-learn, which sentence-transformers brings along.
"""

from __future__ import annotations

import json
import tempfile
from dataclasses import astuple, fields
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from assistant import Assistant
from assistant.abstention import CALIBRATION_FILE, Features, read_features
from assistant.extractive import score_sentences
from assistant.question import read_question
from corpus.judgments import load_facts, load_unanswerable
from corpus.language import LANGUAGES
from tests.benchmarks.corpora import built_assistant
from tests.benchmarks.results import say

STRENGTH = 3.0
"""The inverse of the regularisation; larger ones do no better in cross-validation."""
KNOWN_BY_RULE = frozenset({"part_not_held", "metadata_missing", "unclear"})


def main() -> None:
    """Fit on ``tune`` and report on both halves."""
    with (
        tempfile.TemporaryDirectory() as folder,
        built_assistant(Path(folder), versions=True) as assistant,
    ):
        halves = {split: samples(assistant, split) for split in ("tune", "report")}
    x, y, languages, distances = halves["tune"]
    model = LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=10_000).fit(x, y)
    probabilities = model.predict_proba(x)[:, 1]
    thresholds = {
        language: best_threshold(
            use(probabilities[chosen], y[chosen], distances[chosen]),
            use(probabilities, y, distances),
        )
        for language in LANGUAGES
        for chosen in (languages == language,)
    }
    met = [field.name for field in fields(Features)].index("met")
    far = x[(y == 0) & (distances == "far"), met]
    near = x[(y == 0) & (distances == "near"), met]
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
    for split, (xs, ys, _, kinds) in halves.items():
        p = model.predict_proba(xs)[:, 1]
        for kind in ("near", "far"):
            chosen = (ys == 1) | (kinds == kind)
            say(f"{split:<7} {kind:<5} AUC {roc_auc_score(ys[chosen], p[chosen]):.3f}")
    say(json.dumps(stored))


def samples(assistant: Assistant, split: str) -> tuple[Any, Any, Any, Any]:
    """Return features, answerable or not, language and distance of each question."""
    asked = [
        (language, question, 1, "")
        for fact in load_facts()
        if fact.split == split
        for language, question in (
            *fact.questions.items(),
            *((mixed.language, mixed.question) for mixed in fact.mixed),
        )
    ]
    asked += [
        (u.language, u.question, 0, u.distance)
        for u in load_unanswerable()
        if u.split == split and u.reason not in KNOWN_BY_RULE
    ]
    rows = [features(assistant, question) for _, question, _, _ in asked]
    return (
        np.array([astuple(row) for row in rows]),
        np.array([answerable for _, _, answerable, _ in asked]),
        np.array([language for language, _, _, _ in asked]),
        np.array([distance for _, _, _, distance in asked]),
    )


def features(assistant: Assistant, text: str) -> Features:
    """Return the features of one question."""
    question = read_question(text)
    core = assistant.retriever.retriever
    found = core.retrieve(question)
    scored = score_sentences(question, core.read(question, found.passages))
    return read_features(core.match(question), scored)


SMOOTHED = 11
"""Neighbouring thresholds that are taken together, so that none sits on an edge."""
CUTS = np.linspace(0.1, 0.9, 81)


def use(probabilities: Any, answerable: Any, distances: Any) -> Any:
    """Return how well each threshold of ``CUTS`` serves askers.

    Silence on what could be answered does the most harm, an answer to what is far off
    nearly as much: each answer is a quote, and can be seen for what it is. Near misses
    count least: their nearest passages are of use.
    """
    far, near = distances == "far", distances == "near"
    answered = [np.mean(probabilities[answerable == 1] >= cut) for cut in CUTS]
    silent_far = [np.mean(probabilities[far] < cut) for cut in CUTS]
    silent_near = [np.mean(probabilities[near] < cut) for cut in CUTS]
    return np.array(answered) + 0.7 * np.array(silent_far) + 0.25 * np.array(silent_near)


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
