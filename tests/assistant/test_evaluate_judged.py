"""The judged evaluation of the shipped thesis: what is asked, measured and told."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import ir_measures
import pytest
from sklearn.metrics import f1_score, precision_score, recall_score, roc_auc_score
from typer.testing import CliRunner

from assistant import Assistant
from assistant.cli import app
from assistant.evaluating.evaluation import Evaluation, EvaluationError
from assistant.evaluating.judged_answers import AnswerChecker
from assistant.evaluating.judged_figures import run_judged
from assistant.evaluating.judged_questions import JudgedQuestion, judged_questions
from assistant.evaluating.judged_run import ask_judged
from assistant.evaluating.measures import MEASURES
from assistant.evaluating.report import to_json
from assistant.evaluating.run import Request, run_evaluation, write_evaluation
from corpus.judgments import load_facts
from corpus.settings import Settings
from corpus.store import Store

LANGUAGES = ("id", "en", "su")
FACTS = {
    "jakarta-governor",
    "tokyo-representative",
    "relations-began",
    "agreement-date-and-people",
    *[fact.fact_id for fact in load_facts() if fact.mixed][:4],
    *[fact.fact_id for fact in load_facts() if fact.kind == "section"][:2],
}
UNANSWERABLE = {f"u-{number:03d}" for number in range(1, 56, 5)}
CHOSEN = tuple(q for q in judged_questions() if q.cluster in FACTS | UNANSWERABLE)


@pytest.fixture(scope="module")
def evaluation(built_data_dir: Path) -> Evaluation:
    return run_evaluation(Settings(data_dir=built_data_dir), Request("x", questions=CHOSEN))


@pytest.fixture(scope="module")
def judged(evaluation: Evaluation) -> dict[str, Any]:
    made = json.loads(json.dumps(to_json(evaluation), allow_nan=False))["judged"]
    assert isinstance(made, dict)
    return made


def rows(judged: dict[str, Any], split: str) -> list[dict[str, Any]]:
    return [row for row in judged["questions"] if split in ("all", row["split"])]


def test_retrieval_is_that_of_ir_measures_in_every_cell(judged: dict[str, Any]) -> None:
    named = [ir_measures.parse_measure(name) for name in MEASURES]
    seen = set()
    for cell in judged["retrieval"]:
        asked, found = cell["question_language"], cell["passage_language"]
        seen.add((asked, found))
        chosen = [
            row
            for row in rows(judged, cell["part"])
            if found in row["relevant"] and asked in ("all", row["asked_in"])
        ]
        qrels = [
            ir_measures.Qrel(row["query_id"], group, 1)
            for row in chosen
            for group in row["relevant"][found]
        ]
        run = [
            ir_measures.ScoredDoc(row["query_id"], group, -rank)
            for row in chosen
            for rank, group in enumerate(row["found"][found])
        ]
        outside = ir_measures.calc_aggregate(named, qrels, run)
        for measure, value in outside.items():
            figure = cell["figures"][str(measure)]
            assert figure["value"] == pytest.approx(value, abs=1e-6)
            assert figure["n"] == len(chosen) > 0
            low, high = figure["interval"]
            assert 0 <= low <= value <= high <= 1
    assert {(q, p) for q in LANGUAGES for p in LANGUAGES} <= seen
    assert {("mixed", "any"), ("all", "any"), ("all", "su")} <= seen
    parts = [cell["part"] for cell in judged["retrieval"]]
    assert list(dict.fromkeys(parts)) == ["report", "tune", "all"]


def test_a_direction_finds_only_passages_of_its_language(
    judged: dict[str, Any], assistant: Assistant
) -> None:
    document = assistant.store.catalog.document("jakarta-tokyo")
    spoken = {(passage.group, passage.language) for passage in document.passages}
    directed = 0
    for row in judged["questions"]:
        for language, found in row["found"].items():
            assert len(found) == len(set(found)) <= 10
            if language != "any":
                directed += 1
                assert all((group, language) in spoken for group in found)
    assert directed > 30


def test_the_first_found_is_what_search_finds(judged: dict[str, Any], assistant: Assistant) -> None:
    row = next(row for row in judged["questions"] if row["query_id"] == "jakarta-governor-en")
    document = assistant.store.catalog.document("jakarta-tokyo")
    group = {passage.passage_id: passage.group for passage in document.passages}
    found = assistant.search(row["question"])
    assert row["found"]["any"] == [group[evidence.passage_id] for evidence in found]


def test_silence_is_that_of_scikit_learn(judged: dict[str, Any]) -> None:
    assert len(judged["silence"]) == 3 * 4 * 3
    for cell in judged["silence"]:
        chosen = [
            row
            for row in rows(judged, cell["split"])
            if cell["question_language"] in ("all", row["asked_in"])
            and (row["fact_id"] or cell["distance"] in ("both", row["distance"]))
        ]
        due = [row["fact_id"] is None for row in chosen]
        said = [row["answer"]["abstained"] for row in chosen]
        assert any(due)
        assert not all(due)
        figures = cell["figures"]
        doubt = [
            1.0 - row["probability"]
            if row["answer"]["reason"] in (None, "off_topic", "not_stated")
            else 1.0
            for row in chosen
        ]
        golden = {
            "precision": precision_score(due, said, zero_division=0) if any(said) else None,
            "recall": recall_score(due, said),
            "F1": f1_score(due, said),
            "AUC": roc_auc_score(due, doubt),
        }
        for name, value in golden.items():
            assert figures[name]["value"] == (
                None if value is None else pytest.approx(value, abs=1e-5)
            )
        assert figures["precision"]["n"] == sum(said)
        assert figures["recall"]["n"] == sum(due)
        assert figures["AUC"]["n"] == figures["F1"]["n"] == len(chosen)


def test_the_probability_is_that_by_which_the_assistant_decides(
    judged: dict[str, Any],
) -> None:
    from assistant.abstention import load_calibration

    thresholds = load_calibration().thresholds
    by_model = [
        row
        for row in judged["questions"]
        if row["answer"]["reason"] in (None, "off_topic", "not_stated") and row["answer"]["cited"]
    ]
    assert len(by_model) > 20
    for row in by_model:
        # The language is told from the question; a code-switched one may be told as another.
        assert row["probability"] >= min(thresholds.values())
    silent = [row for row in judged["questions"] if row["answer"]["reason"] == "off_topic"]
    assert silent
    assert all(row["probability"] < max(thresholds.values()) for row in silent)


def test_answers_are_checked_against_the_thesis(
    judged: dict[str, Any], assistant: Assistant
) -> None:
    document = assistant.store.catalog.document("jakarta-tokyo")
    group = {passage.passage_id: passage.group for passage in document.passages}
    row = next(row for row in judged["questions"] if row["query_id"] == "jakarta-governor-id")
    answer = assistant.ask(row["question"])
    assert row["answer"]["cited"] == [group[c.passage_id] for c in answer.citations]
    assert row["answer"]["contains"]
    overall = next(
        r["figures"]
        for r in judged["answers"]
        if (r["split"], r["question_language"]) == ("all", "all")
    )
    answerable = [row for row in judged["questions"] if row["fact_id"]]
    assert overall["answered"]["n"] == overall["citation_recall"]["n"] == len(answerable)
    assert overall["contains_answer"]["value"] == pytest.approx(
        sum(row["answer"]["contains"] for row in answerable) / len(answerable), abs=1e-6
    )
    citations = sum(len(row["answer"]["cited"]) for row in judged["questions"])
    for name in ("quotes_read_back", "raw_quotes_read_back"):
        assert overall[name] == {"value": 1.0, "interval": [1.0, 1.0], "n": citations}
    assert overall["language_right"]["n"] == len(CHOSEN)
    citing = [row for row in answerable if row["answer"]["cited"]]
    precision = [
        sum(g in row["relevant"]["any"] for g in row["answer"]["cited"])
        / len(row["answer"]["cited"])
        for row in citing
    ]
    assert overall["citation_precision"]["n"] == len(citing)
    assert overall["citation_precision"]["value"] == pytest.approx(
        sum(precision) / len(citing), abs=1e-6
    )
    assert 0.3 < overall["citation_recall"]["value"] <= 1


def test_quotes_that_do_not_read_back_are_counted(assistant: Assistant) -> None:
    document = assistant.store.catalog.document("jakarta-tokyo")
    checker = AnswerChecker(assistant.store.catalog, document)
    asked = next(q for q in CHOSEN if q.query_id == "jakarta-governor-id")
    answer = assistant.ask(asked.question)
    good = answer.citations[0]
    moved = replace(good, start=good.start + 1, end=good.end + 1)
    moved_raw = replace(good, raw_start=good.raw_start + 1, raw_end=good.raw_end + 1)
    elsewhere = replace(good, file="nowhere.txt")
    altered = replace(good, quote=good.quote.replace("Gubernur", "Menteri"))
    assert altered.quote != good.quote
    checked = checker.check(
        asked, replace(answer, citations=(good, moved, moved_raw, elsewhere, altered))
    )
    assert len(checked.cited) == 5
    assert checked.read_back == 3
    assert checked.raw_read_back == 2


def test_silence_holds_no_answer(assistant: Assistant) -> None:
    """A silence names the thesis, and with it what may be a judged answer."""
    fact = next(q for q in CHOSEN if q.fact is not None)
    asked = replace(fact, question="cara memasak rendang")
    assert asked.fact is not None
    said = replace(asked.fact, answers=dict.fromkeys(LANGUAGES, ()))
    (row,) = ask_judged(assistant, (replace(asked, fact=said),))
    assert row.answer.abstained
    assert not row.answer.contains
    assert row.answer.cited == ()


def test_table_picture_and_json_are_written(evaluation: Evaluation, tmp_path: Path) -> None:
    write_evaluation(evaluation, tmp_path)
    table = (tmp_path / "evaluation.md").read_text(encoding="utf-8")
    for heading in (
        "## Retrieval, reporting half",
        "### nDCG@10, reporting half",
        "## Retrieval, tuning half",
        "## Answers, all questions",
        "## Silence where there is no answer, reporting half",
    ):
        assert f"\n{heading}\n" in table
    assert "| code-switched |" in table
    assert "| English, near " in table
    assert (tmp_path / "evaluation.png").read_bytes().startswith(b"\x89PNG\r\n\x1a\n")
    stored = json.loads((tmp_path / "evaluation.json").read_text(encoding="utf-8"))
    assert stored["judged"]["document_id"] == "jakarta-tokyo"
    assert stored["judged"]["documents"] == 1
    assert stored["judged"]["scoped"] is False
    assert len(stored["judged"]["questions"]) == len(CHOSEN)
    assert stored["judged"]["questions"][0].keys() == {
        *("query_id", "cluster", "split", "asked_in", "language", "question", "fact_id", "kind"),
        *("distance", "reason", "relevant", "found", "values", "probability", "answer"),
    }


def test_scoped_and_unscoped_are_alike_where_there_is_one_thesis(assistant: Assistant) -> None:
    few: tuple[JudgedQuestion, ...] = CHOSEN[:4]
    scoped = run_judged(assistant, few, scoped=True)
    assert scoped.scoped
    assert [one.found for one in scoped.asked] == [one.found for one in ask_judged(assistant, few)]


def test_a_corpus_without_the_judged_thesis_is_told(tmp_path: Path) -> None:
    with Store.open(Settings(data_dir=tmp_path), create=True):
        pass
    done = CliRunner().invoke(app, ["evaluate", "--data-dir", str(tmp_path)])
    assert isinstance(done.exception, EvaluationError)
    assert "shipped thesis 'jakarta-tokyo', which is not held: run 'sitir build'" in str(
        done.exception
    )
