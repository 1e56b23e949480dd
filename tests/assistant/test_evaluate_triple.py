"""Any queries, qrels and corpus by path, through the retriever that answers."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import ir_measures
import pytest
from triple_files import PASSAGES, QRELS, QUERIES, Files, lines, written
from typer.testing import CliRunner

from assistant.cli import app
from assistant.evaluating.evaluation import EvaluationError
from assistant.evaluating.measures import MEASURES
from assistant.evaluating.plot import write_plot
from assistant.evaluating.report import to_json
from assistant.evaluating.run import GivenTriple, Request, run_evaluation, write_evaluation
from assistant.evaluating.table import to_markdown
from corpus.settings import Settings

SETTINGS = Settings(data_dir=Path("/nonexistent/of/no/use"))


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Files:
    names = ("passage_id", "text", "language")
    asked = ("query_id", "question", "language")
    return written(
        tmp_path_factory.mktemp("triple"),
        lines([dict(zip(names, row, strict=True)) for row in PASSAGES]),
        lines([dict(zip(asked, row, strict=True)) for row in QUERIES]),
        QRELS,
    )


def evaluate(*options: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a user would."""
    return subprocess.run(
        [sys.executable, "-m", "assistant", "evaluate", *options],
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=120,
    )


@pytest.fixture(scope="module")
def ran(files: Files, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return the JSON of the command, with the folder of its files under ``output``."""
    output = tmp_path_factory.mktemp("output") / "new"
    done = evaluate(*files.options, "--output", str(output), "--json")
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    printed = json.loads(done.stdout)
    assert isinstance(printed, dict)
    assert json.loads((output / "evaluation.json").read_text(encoding="utf-8")) == printed
    return {**printed, "output": output}


def cell(cells: list[dict[str, Any]], asked: str, found: str) -> dict[str, Any]:
    (one,) = [c for c in cells if (c["question_language"], c["passage_language"]) == (asked, found)]
    figures = one["figures"]
    assert isinstance(figures, dict)
    return figures


def test_the_command_says_what_it_did_and_with_what(ran: dict[str, Any], files: Files) -> None:
    assert ran["format"] == 1
    assert ran["command"].startswith("python -m assistant evaluate --queries ")
    assert str(files.corpus) in ran["command"]
    assert ran["date"].endswith("+00:00")
    assert ran["encoder"]["name"] == "bundled"
    assert len(ran["encoder"]["digest"]) == 64
    assert ran["bootstrap"] == {
        "confidence": 0.95,
        "resamples": 2000,
        "seed": 0,
        "method": "percentile",
    }
    assert ran["judged"] is ran["bitext"] is None
    triple = ran["triple"]
    assert triple["passages"] == 11
    assert triple["languages"] == ["id", "en", "su"]
    assert (triple["unjudged"], triple["unasked"], triple["not_held"]) == (1, 1, 1)
    assert (triple["told"], triple["not_relevant"]) == (0, 0)


def test_every_judged_query_counts_and_each_direction_has_its_own(ran: dict[str, Any]) -> None:
    triple = ran["triple"]
    assert [one["query_id"] for one in triple["queries"]] == ["q1", "q2", "q3", "q4", "q5"]
    every = cell(triple["retrieval"], "all", "any")
    assert list(every) == list(MEASURES)
    assert every["R@1"]["n"] == 5
    lost = triple["queries"][4]
    assert lost["found"]["any"] == []
    assert set(lost["values"]["any"].values()) == {0.0}
    directions = {
        (c["question_language"], c["passage_language"]): c["figures"]["R@1"]["n"]
        for c in triple["retrieval"]
    }
    assert directions["en", "en"] == 2
    assert directions["en", "id"] == directions["id", "id"] == directions["id", "su"] == 1
    assert directions["mixed", "id"] == 1
    assert ("en", "su") not in directions  # no English query has a relevant Sundanese passage
    # In a direction only what is in its language competes, and counts.
    assert cell(triple["retrieval"], "en", "id")["Success@1"]["value"] == 1.0
    for query in triple["queries"]:
        spoken = {key: language for key, _, language in PASSAGES}
        for language, found in query["found"].items():
            assert {spoken[hit["passage_id"]] for hit in found} <= (
                {"id", "en", "su"} if language == "any" else {language}
            )


def test_raw_rows_and_figures_agree_with_ir_measures(ran: dict[str, Any]) -> None:
    named = [ir_measures.parse_measure(name) for name in MEASURES]
    rows = [line.split("\t") if "\t" in line else line.split(" ", 3) for line in QRELS.splitlines()]
    qrels = [ir_measures.Qrel(q, p, int(grade)) for q, _, p, grade in rows if q != "q6"]
    run = [
        ir_measures.ScoredDoc(query["query_id"], hit["passage_id"], -rank)
        for query in ran["triple"]["queries"]
        for rank, hit in enumerate(query["found"]["any"])
    ]
    outside = ir_measures.calc_aggregate(named, qrels, run)
    mine = cell(ran["triple"]["retrieval"], "all", "any")
    for measure, value in outside.items():
        assert mine[str(measure)]["value"] == pytest.approx(value, abs=1e-6)
        low, high = mine[str(measure)]["interval"]
        assert low <= value <= high


def test_the_files_are_a_picture_and_a_table_with_n(ran: dict[str, Any]) -> None:
    from matplotlib.image import imread

    output = ran["output"]
    assert sorted(path.name for path in output.iterdir()) == [
        "evaluation.json",
        "evaluation.md",
        "evaluation.png",
    ]
    picture = output / "evaluation.png"
    assert picture.read_bytes().startswith(b"\x89PNG\r\n\x1a\n")
    height, width, _ = imread(picture).shape
    assert height > 400
    assert width > 1000
    table = (output / "evaluation.md").read_text(encoding="utf-8")
    assert ran["command"] in table
    assert "Relevant passages that the corpus lacks, counted as not found: 1." in table
    heads = [line for line in table.splitlines() if line.startswith("| question")]
    assert len(heads) == 2
    assert all(name in heads[0] for name in (*MEASURES, "n "))
    body = [line for line in table.splitlines() if line.startswith(("| English", "| all"))]
    assert len(body) == 3 + 4 + 2
    assert len({len(line) for line in body[:7]}) == 1  # in line, so that it reads as it is


def test_without_json_the_table_is_printed_and_a_run_can_be_written(
    files: Files, tmp_path: Path
) -> None:
    run = tmp_path / "run.txt"
    queries = tmp_path / "queries.jsonl"
    queries.write_text(
        lines([{"query_id": "q3", "question": "Iraha harga béas naék?", "language": "su"}])
    )
    passages = tmp_path / "corpus.jsonl"
    text = files.corpus.read_text(encoding="utf-8").replace("banjir/id 1", "banjir")
    passages.write_text(text, encoding="utf-8")
    options = ["--queries", str(queries), "--qrels", str(files.qrels), "--corpus", str(passages)]
    done = evaluate(*options, "--run", str(run))
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("# Evaluation\n")
    assert "Judged queries: 1; passages: 11." in done.stdout
    rows = [line.split() for line in run.read_text(encoding="utf-8").splitlines()]
    assert rows[0][:4] == ["q3", "Q0", "rice-su", "1"]
    assert [row[3] for row in rows] == [f"{n}" for n in range(1, len(rows) + 1)]
    scores = [float(row[4]) for row in rows]
    assert scores == sorted(set(scores), reverse=True)
    assert {row[5] for row in rows} == {"sitir"}


def test_the_three_go_together(files: Files) -> None:
    for options, said in (
        (files.options[:4], "--queries, --qrels and --corpus go together"),
        (["--run", "x"], "--run goes with --queries, --qrels and --corpus"),
        ([*files.options, "--scoped"], "add --judged"),
    ):
        done = CliRunner().invoke(app, ["evaluate", *options])
        assert done.exit_code == 2
        assert done.stdout == ""
        words = " ".join(done.stderr.replace("│", " ").split())
        assert said in words


def test_what_cannot_be_written_is_told_before_anything_is_asked(
    files: Files, tmp_path: Path
) -> None:
    taken = tmp_path / "taken"
    taken.write_text("")
    for options, said in (
        (["--output", str(taken / "in")], f"cannot write to {str(taken / 'in')!r}"),
        (["--run", str(tmp_path / "run.txt")], "the id 'banjir/id 1' has a space"),
    ):
        done = CliRunner().invoke(app, ["evaluate", *files.options, *options])
        assert isinstance(done.exception, EvaluationError)
        assert said in str(done.exception)
    assert not (tmp_path / "run.txt").exists()


def test_one_language_alone_is_its_own_direction(tmp_path: Path) -> None:
    passages = [row for row in PASSAGES if row[2] == "id"]
    files = written(
        tmp_path,
        lines([{"passage_id": key, "text": text, "language": "id"} for key, text, _ in passages]),
        lines([{"query_id": "q1", "question": QUERIES[0][1], "language": "en"}]),
        "q1\t0\tbanjir/id 1\t1\n",
    )
    request = Request(
        "x", judged=False, triple=GivenTriple(files.queries, files.qrels, files.corpus)
    )
    made = run_evaluation(SETTINGS, request)
    assert not SETTINGS.data_dir.exists()
    assert made.triple is not None
    figures = {(c.question_language, c.passage_language): c.figures for c in made.triple.cells}
    assert figures["en", "id"] == figures["en", "any"] == figures["all", "any"]
    assert figures["en", "id"]["Success@1"].value == 1.0
    assert "| English" in to_markdown(made)
    assert to_json(made)["triple"]["languages"] == ["id"]
    # A single value has no spread, and is drawn all the same.
    write_plot(made, tmp_path / "picture.png")
    with pytest.raises(EvaluationError, match="cannot write"):
        write_plot(made, tmp_path / "none" / "picture.png")
    with pytest.raises(EvaluationError, match=r"cannot write to .*queries\.jsonl"):
        write_evaluation(made, files.queries)
