"""The development scores, on examples worked out by hand."""

import json
from pathlib import Path

import numpy as np
import pytest
from typer import Typer
from typer.testing import CliRunner

from corpus.encoder import load_bundled, load_language_classifier
from corpus.encoder.bitext import (
    FileScore,
    bitext_accuracy,
    main,
    mean_scores,
    score_bitext,
    score_languages,
    word_cuts,
)
from corpus.encoder.data import ParallelTable


def test_the_accuracy_is_the_mean_of_both_directions() -> None:
    left = np.array([[1.0, 0.0], [0.8, 0.6], [0.0, 1.0]], dtype=np.float32)
    right = np.array([[0.8, 0.6], [0.6, 0.8], [0.0, 1.0]], dtype=np.float32)
    # Similarities, rows left: [.8 .6 0], [1 .96 .6], [.6 .8 1].
    # Forth: 0 -> 0 right, 1 -> 0 wrong, 2 -> 2 right. Back: 0 -> 1 wrong, 1 -> 1, 2 -> 2 right.
    assert bitext_accuracy(left, right) == pytest.approx((2 / 3 + 2 / 3) / 2)
    assert bitext_accuracy(left[:2], right[:2]) == pytest.approx((1 / 2 + 1 / 2) / 2)
    assert bitext_accuracy(left, left) == 1


def test_directions_can_differ() -> None:
    left = np.array([[1.0, 0.0], [0.0, 1.0]], dtype=np.float32)
    right = np.array([[1.0, 0.0], [1.0, 0.0]], dtype=np.float32)
    # Forth: 0 -> 0 right, 1 -> 0 wrong (equally near, the first). Back: 0 -> 0, 1 -> 0 wrong.
    assert bitext_accuracy(left, right) == 0.5
    apart = np.array([[0.6, 0.8], [0.0, 1.0]], dtype=np.float32)
    # Rows left: [.6 0], [.8 1]. Forth: 0 and 1 right. Back: 0 -> 1 wrong, 1 -> 1 right.
    assert bitext_accuracy(left, apart) == 0.75


def test_means_are_plain_over_files() -> None:
    scores = (
        FileScore("a", "en-su", 10, 1.0),
        FileScore("b", "en-su", 990, 0.5),
        FileScore("b", "id-su", 990, 0.25),
    )
    assert mean_scores(scores) == {"en-su": 0.75, "id-su": 0.25}


def test_questions_with_passages_are_no_bitext() -> None:
    table = ParallelTable("q", ("id", "id"), (("Siapa dia?", "Dia guru."),))
    assert score_bitext(load_bundled(), [table]) == ()
    scores = score_languages(load_language_classifier(), [table])
    assert [(score.file, score.what) for score in scores] == [("q", "id"), ("q 2", "id")]


def test_the_languages_are_scored_on_six_words_at_a_time() -> None:
    english = "what is the purpose of this naon tujuan program ieu teh saha iraha kumaha"
    table = ParallelTable("a", ("en", "su"), ((english, "what is the purpose of this"),))
    scores = score_languages(load_language_classifier(), [table])
    assert [(score.what, score.accuracy) for score in scores] == [("en", 0.5), ("su", 0.0)]
    assert [score.items for score in scores] == [2, 1]


def test_cuts_are_full_and_share_no_word() -> None:
    assert word_cuts("a b c d e f g", 3) == ["a b c", "d e f"]
    assert word_cuts("a b c d e f", 3) == ["a b c", "d e f"]
    assert word_cuts("a  b", 3) == ["a b"]


def test_the_command_prints_and_writes_the_same_scores(tmp_path: Path) -> None:
    app = Typer()
    app.command()(main)
    (tmp_path / "dev").mkdir()
    rows = "eng\tind\tsun\nthe flood\tbanjir\tcaah\nthe purpose\ttujuan\ttujuan\n"
    (tmp_path / "dev" / "a.tsv").write_text(rows, encoding="utf-8")
    output = tmp_path / "scores.json"
    done = CliRunner().invoke(app, ["--data", str(tmp_path), "--output", str(output)])
    assert done.exit_code == 0, done.output
    report = json.loads(output.read_text(encoding="utf-8"))
    assert set(report["bitext_means"]) == {"en-id", "en-su", "id-su"}
    assert set(report["language_means"]) == {"en", "id", "su"}
    lines = [line.split() for line in done.output.splitlines()]
    for name, mean in report["bitext_means"].items():
        assert ["mean", "over", "files", name, f"{mean:.4f}"] in lines


def test_missing_data_are_one_line(tmp_path: Path) -> None:
    app = Typer()
    app.command()(main)
    done = CliRunner().invoke(app, ["--data", str(tmp_path)])
    assert done.exit_code == 1
    assert done.output.count("\n") == 1
    assert done.output.startswith("error: no .tsv files in")
