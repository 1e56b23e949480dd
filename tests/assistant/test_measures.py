"""The measures against ir_measures, the intervals against SciPy."""

from __future__ import annotations

import random
from pathlib import Path

import ir_measures
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import bootstrap
from sklearn.metrics import f1_score, precision_score, recall_score, roc_auc_score

from assistant.evaluating.bootstrap import auc_figure, mean_figures, ratio_figure
from assistant.evaluating.directions import ANY, Measured, direction_cells
from assistant.evaluating.evaluation import EvaluationError
from assistant.evaluating.measures import MEASURES, ndcg, ranking_values, success
from assistant.evaluating.temporary_corpus import Found
from assistant.evaluating.triple import GivenQuery, TripleFiles
from assistant.evaluating.triple_run import AskedQuery, TripleRun, write_run

NAMED = [ir_measures.parse_measure(name) for name in MEASURES]
PASSAGES = [f"p{number}" for number in range(30)]


def golden(ranked: list[str], grades: dict[str, int]) -> dict[str, float]:
    """Return what ir_measures makes of one ranking."""
    qrels = [ir_measures.Qrel("q", passage, grade) for passage, grade in grades.items()]
    run = [ir_measures.ScoredDoc("q", passage, -rank) for rank, passage in enumerate(ranked)]
    return {str(m.measure): m.value for m in ir_measures.iter_calc(NAMED, qrels, run)}


@settings(max_examples=60, deadline=None)
@given(
    ranked=st.lists(st.sampled_from(PASSAGES), min_size=1, max_size=25, unique=True),
    grades=st.dictionaries(st.sampled_from(PASSAGES), st.integers(-1, 3), min_size=1),
)
def test_measures_are_those_of_ir_measures(ranked: list[str], grades: dict[str, int]) -> None:
    mine = dict(zip(MEASURES, ranking_values(ranked, grades), strict=True))
    assert mine == pytest.approx(golden(ranked, grades))


def test_measures_by_hand() -> None:
    assert ndcg(["x", "a", "b"], {"a": 3, "b": 1}) == pytest.approx(
        (3 / np.log2(3) + 1 / 2) / (3 + 1 / np.log2(3))
    )
    assert ndcg(["a"], {}) == 0.0
    assert success(["x", "a"], {"a"}) == 0.0
    assert success(["x", "a"], {"a"}, 2) == 1.0
    assert ranking_values([], {"a": 1}) == (0.0,) * 5
    assert ranking_values(["a"], {"a": 0}) == (0.0,) * 5


def run_of(
    queries: dict[str, list[tuple[str, float]]], grades: dict[str, dict[str, int]]
) -> TripleRun:
    """Return a run as if these passages had been found, with these scores."""
    asked = tuple(
        AskedQuery(
            GivenQuery(query_id, "?", "id"),
            {ANY: tuple(Found(*pair) for pair in found)},
            {ANY: ranking_values([passage for passage, _ in found], grades[query_id])},
        )
        for query_id, found in queries.items()
    )
    measured = [Measured("id", one.query.query_id, one.values) for one in asked]
    cells = direction_cells(measured, MEASURES)
    return TripleRun(TripleFiles("", "", ""), 30, ("id",), 0, 0, 0, 0, 0, asked, cells)


def test_a_run_file_has_the_same_measures_whatever_scores_are_equal(tmp_path: Path) -> None:
    chance = random.Random(7)
    grades = {
        f"q{n}": {passage: chance.randint(0, 2) for passage in chance.sample(PASSAGES, 8)}
        for n in range(40)
    }
    queries = {}
    for query_id in grades:
        scores = sorted((chance.choice([0.5, 0.25, 0.1]) for _ in range(20)), reverse=True)
        queries[query_id] = list(zip(chance.sample(PASSAGES, 20), scores, strict=True))
    queries["q0"] = []
    made = run_of(queries, grades)
    path = tmp_path / "run.txt"
    write_run(path, made)
    qrels = [
        ir_measures.Qrel(query_id, passage, grade)
        for query_id, judged in grades.items()
        for passage, grade in judged.items()
    ]
    outside = ir_measures.calc_aggregate(NAMED, qrels, ir_measures.read_trec_run(str(path)))
    (mine,) = [c for c in made.cells if c.question_language == "id"]
    for measure in NAMED:
        figure = mine.figures[str(measure)]
        assert figure.n == 40
        assert figure.value == pytest.approx(outside[measure], abs=1e-6)
        assert 0 < outside[measure] < 1


def test_a_run_cannot_hold_an_id_with_a_space(tmp_path: Path) -> None:
    made = run_of({"q": [("a b", 0.5)]}, {"q": {"a b": 1}})
    with pytest.raises(EvaluationError, match="'a b' has a space"):
        write_run(tmp_path / "run.txt", made)
    good = run_of({"q": [("a", 0.5)]}, {"q": {"a": 1}})
    with pytest.raises(EvaluationError, match=r"cannot write .*: Is a directory"):
        write_run(tmp_path, good)


def test_an_interval_is_that_of_scipy() -> None:
    values = np.random.default_rng(3).beta(4, 2, 120)
    (figure,) = mean_figures([[v] for v in values], [f"{n}" for n in range(120)])
    other = bootstrap(
        (values,), np.mean, n_resamples=20_000, method="percentile", rng=np.random.default_rng(4)
    ).confidence_interval
    assert figure.value == pytest.approx(values.mean(), abs=1e-6)
    assert figure.n == 120
    assert figure.low == pytest.approx(other.low, abs=0.004)
    assert figure.high == pytest.approx(other.high, abs=0.004)


def test_the_same_values_have_the_same_interval_and_columns_do_not_matter() -> None:
    clusters = [f"{n}" for n in range(30)]
    first, second = [n % 3 for n in range(30)], [n % 2 for n in range(30)]
    both = mean_figures(list(zip(first, second, strict=True)), clusters)
    assert both == mean_figures(list(zip(first, second, strict=True)), clusters)
    assert (both[1],) == mean_figures([[value] for value in second], clusters)


def test_one_fact_asked_three_times_is_no_three_facts() -> None:
    values = [[float(n % 2)] for n in range(40) for _ in range(3)]
    (together,) = mean_figures(values, [f"{n // 3}" for n in range(120)])
    (apart,) = mean_figures(values, [f"{n}" for n in range(120)])
    assert together.value == apart.value == 0.5
    assert together.high - together.low > 1.5 * (apart.high - apart.low)


def test_many_questions_need_little_memory_and_time() -> None:
    values = np.random.default_rng(0).random((20_000, 5))
    figures = mean_figures(values.tolist(), [f"{n}" for n in range(20_000)])
    for column, figure in enumerate(figures):
        spread = 1.96 * values[:, column].std() / np.sqrt(20_000)
        assert figure.high - figure.low == pytest.approx(2 * spread, rel=0.1)


def test_what_cannot_be_divided_is_unknown() -> None:
    assert ratio_figure([0.0, 0.0], [0.0, 0.0], ["a", "b"]).to_json() == {
        "value": None,
        "interval": None,
        "n": 0,
    }
    assert ratio_figure([], [], []).value is None
    assert auc_figure([0.5], [True], ["a"]).to_json() == {"value": None, "interval": None, "n": 1}
    # Resamples that hold nothing to divide by are left out, not counted as anything.
    sure = ratio_figure([1.0, 0.0], [1.0, 0.0], ["a", "b"])
    assert (sure.value, sure.low, sure.high, sure.n) == (1.0, 1.0, 1.0, 1)


def test_silence_is_measured_as_scikit_learn_does() -> None:
    chance = random.Random(1)
    due = [chance.random() < 0.3 for _ in range(200)]
    said = [chance.random() < (0.8 if one else 0.2) for one in due]
    score = [round(chance.random() + 0.5 * one, 1) for one in due]
    clusters = [f"{n}" for n in range(200)]
    right = [a and b for a, b in zip(due, said, strict=True)]
    either = [a + b for a, b in zip(due, said, strict=True)]
    precision = ratio_figure(right, said, clusters)
    recall = ratio_figure(right, due, clusters)
    f1 = ratio_figure([2 * one for one in right], either, clusters, 200)
    auc = auc_figure(score, due, clusters)
    assert precision.value == pytest.approx(precision_score(due, said), abs=1e-6)
    assert recall.value == pytest.approx(recall_score(due, said), abs=1e-6)
    assert f1.value == pytest.approx(f1_score(due, said), abs=1e-6)
    assert auc.value == pytest.approx(roc_auc_score(due, score), abs=1e-6)
    assert (precision.n, recall.n, f1.n, auc.n) == (sum(said), sum(due), 200, 200)
    for figure in (precision, recall, f1, auc):
        assert figure.low < figure.value < figure.high
        assert figure.high - figure.low < 0.3
