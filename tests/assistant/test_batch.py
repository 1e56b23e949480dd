"""A batch keeps its order and survives bad lines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.batch import answer_batch
from corpus.errors import UnreadableFileError


def test_a_batch_answers_every_line_in_order(assistant: Assistant, tmp_path: Path) -> None:
    lines = [
        '{"query_id": "a", "question": "Apa rumusan masalahnya?"}',
        "{not json",
        '{"query_id": "b"}',
        "",
        '{"query_id": 3, "question": "Oleh siapa?", "history": [["Kapan MoU diresmikan?", "…"]]}',
        '{"query_id": "d", "question": "x", "history": [["only one"]]}',
        '["a list"]',
        '{"query_id": "e", "question": ""}',
    ]
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_bytes("\n".join(lines).encode() + b'\n{"query_id": "f", "question": "\xff"}\n')
    assert answer_batch(assistant, source, target) == 8
    answers = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    assert [answer["query_id"] for answer in answers] == [
        "a",
        None,
        None,
        "3",
        None,
        None,
        "e",
        "f",
    ]
    assert not answers[0]["abstained"]
    for place, line in ((1, "2"), (2, "3"), (4, "6"), (5, "7")):
        assert answers[place]["notices"][0]["code"] == "bad_line"
        assert line in answers[place]["notices"][0]["text"]
        assert answers[place]["abstained"]
    assert answers[3]["understood_as"]
    assert answers[6]["abstain_reason"] == "empty_question"


def test_a_missing_file_is_said_so(assistant: Assistant, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="No such file"):
        answer_batch(assistant, tmp_path / "none.jsonl", tmp_path / "out.jsonl")
