"""Findings judged beforehand: half to choose thresholds by, half to report."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from assistant import Assistant

TEXTS = Path(__file__).with_name("checked_texts.jsonl")
LEAST = {"tuning": 0.85, "report": 0.78}
"""Shares of findings with the judged verdict; measured: .95 and .85."""


@dataclass(frozen=True)
class Judged:
    """A finding that a text is to give; ``got`` is the verdict that it was given."""

    half: str
    kind: str
    verdict: str
    got: str

    @property
    def right(self) -> bool:
        return self.got == self.verdict


@pytest.fixture(scope="module")
def judged(assistant: Assistant) -> tuple[Judged, ...]:
    found: list[Judged] = []
    for line in TEXTS.read_text(encoding="utf-8").splitlines():
        text = json.loads(line)
        report = assistant.check(text["text"])
        verdicts = {(one.kind, one.text): one.verdict for one in report.findings}
        for wanted in text["findings"]:
            got = verdicts.get((wanted["kind"], wanted["text"]), "")
            found.append(Judged(text["half"], wanted["kind"], wanted["verdict"], got))
    return tuple(found)


@pytest.mark.parametrize("half", LEAST)
def test_findings_are_as_judged(judged: tuple[Judged, ...], half: str) -> None:
    of_half = [one for one in judged if one.half == half]
    assert len(of_half) >= 40
    assert sum(one.right for one in of_half) / len(of_half) >= LEAST[half]


def test_every_quote_is_found_or_not_as_judged(judged: tuple[Judged, ...]) -> None:
    quotes = [one for one in judged if one.kind == "quote"]
    silent = {"unsupported", "off_corpus"}
    assert len(quotes) >= 30
    assert [one for one in quotes if not one.right and not {one.got, one.verdict} <= silent] == []


def test_what_the_text_does_not_say_hardly_ever_matches(judged: tuple[Judged, ...]) -> None:
    unsaid = [one for one in judged if one.verdict not in {"exact", "matches"}]
    assert len(unsaid) >= 60
    assert sum(one.got in {"exact", "matches"} for one in unsaid) <= len(unsaid) / 30
