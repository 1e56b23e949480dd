"""Feedback as a file: whole, numbered instead of named, and harmless in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.feedback_export import export_feedback
from corpus.catalog import Catalog

QUESTION = "Kapan MoU sister city Jakarta dan Tokyo diresmikan?"


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    with closing(Catalog.open(tmp_path / "data", create=True)) as opened:
        yield opened


@pytest.fixture
def judged(catalog: Catalog, assistant: Assistant) -> list[str]:
    """Return what may not be in an export: three answers were judged by two visitors."""
    answer = assistant.ask(QUESTION).to_json()
    first = catalog.start_conversation("ani-cookie")
    catalog.add_turn(first, "ani-cookie", QUESTION, answer)
    given = {"question": QUESTION, "answer_json": answer}
    catalog.add_feedback("ani-cookie", "good", conversation_id=first, turn=0, **given)
    catalog.add_feedback(
        "budi-cookie",
        "wrong_quote",
        conversation_id=None,
        turn=0,
        comment='=HYPERLINK("http://evil.example")',
        question="-1+1, “Kapan?”\nKapan?",
        answer_json=answer,
    )
    catalog.add_feedback("ani-cookie", "missing", conversation_id=None, turn=2, **given)
    kept = [one.feedback.feedback_id for one in catalog.kept_feedback()]
    return ["ani-cookie", "budi-cookie", first, *kept]


def test_json_lines_hold_every_answer_whole(catalog: Catalog, judged: list[str]) -> None:
    text = "".join(export_feedback(catalog, "jsonl"))
    lines = [json.loads(line) for line in text.splitlines()]
    assert [(one["visitor"], one["conversation"], one["turn"]) for one in lines] == [
        (1, 1, 1),
        (2, None, 1),
        (1, None, 3),
    ]
    assert [one["kind"] for one in lines] == ["good", "wrong_quote", "missing"]
    assert lines[0]["answer"]["citations"][0]["quote"].startswith("Pada tanggal 23 Oktober 1989")
    assert not [secret for secret in judged if secret in text]


def test_a_table_holds_the_same_and_runs_nothing(catalog: Catalog, judged: list[str]) -> None:
    text = "".join(export_feedback(catalog, "csv"))
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["kind"] for row in rows] == ["good", "wrong_quote", "missing"]
    assert rows[0]["passages"].startswith("jakarta-tokyo/")
    assert "23 Oktober 1989" in rows[0]["answer"]
    assert rows[1]["comment"] == '\'=HYPERLINK("http://evil.example")'
    assert rows[1]["question"] == "'-1+1, “Kapan?”\nKapan?"
    assert not [secret for secret in judged if secret in text]


def test_an_export_of_no_feedback_is_whole(catalog: Catalog) -> None:
    assert list(export_feedback(catalog, "jsonl")) == []
    assert "".join(export_feedback(catalog, "csv")).startswith("visitor,conversation,turn,")


def exported(data_dir: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = (sys.executable, "-m", "assistant", "export", *arguments, "--data-dir", str(data_dir))
    return subprocess.run(command, capture_output=True, check=False, encoding="utf-8", timeout=60)


@pytest.mark.usefixtures("judged")
def test_the_command_exports_feedback(catalog: Catalog, tmp_path: Path) -> None:
    shown = exported(catalog.data_dir, "feedback")
    assert shown.stdout == "".join(export_feedback(catalog, "jsonl"))
    output = tmp_path / "said.csv"
    done = exported(catalog.data_dir, "feedback", "--format", "csv", "--output", str(output))
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert output.read_text(encoding="utf-8") == "".join(export_feedback(catalog, "csv"))
    assert stat.S_IMODE(output.stat().st_mode) == 0o600


@pytest.mark.parametrize(("what", "form"), [("feedback", "md"), ("conversations", "csv")])
def test_a_form_that_does_not_fit_is_refused(catalog: Catalog, what: str, form: str) -> None:
    done = exported(catalog.data_dir, what, "--format", form)
    assert done.returncode == 2
    assert f"{what} come as" in done.stderr
