"""What the models of answering and silence are fitted on: questions about four theses.

``calibration/`` holds three invented theses, one in each language, with questions that
were written from their texts alone; the fourth is the tuning half of the judgments of the
shipped thesis. The reporting half is never read here.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from assistant import Assistant
from corpus.judgments import load_facts, load_unanswerable
from corpus.language import Language
from corpus.records import Span
from corpus.settings import Settings
from corpus.store import Store
from ingest.build import build
from ingest.splitting import SPLITTER
from tests.benchmarks.corpora import THESIS, built_assistant

FOLDER = Path(__file__).with_name("calibration")
OTHERS = ("education", "floods", "kaulinan")
KNOWN_BY_RULE = frozenset({"part_not_held", "metadata_missing", "unclear"})


@dataclass(frozen=True, slots=True)
class CalibrationQuestion:
    """A question; without ``places``, where its answers stand, there is no answer.

    ``kind`` is that of the fact, or ``near`` or ``far``; ``wanted`` are the items that an
    answer must hold, each in one of its forms.
    """

    thesis: str
    language: Language
    kind: str
    text: str
    places: tuple[Span, ...] = ()
    wanted: tuple[tuple[str, ...], ...] = ()
    reason: str = ""

    @property
    def answerable(self) -> bool:
        """Whether the thesis answers it."""
        return not self.reason


@dataclass(frozen=True, slots=True)
class CalibrationThesis:
    """An opened thesis with its questions."""

    name: str
    assistant: Assistant
    questions: tuple[CalibrationQuestion, ...] = field(repr=False)


def theses() -> Iterator[CalibrationThesis]:
    """Yield each thesis, opened for as long as it is looked at."""
    for name in (THESIS, *OTHERS):
        with opened(name) as thesis:
            yield thesis


@contextmanager
def opened(name: str) -> Iterator[CalibrationThesis]:
    """Open one thesis with its questions."""
    with tempfile.TemporaryDirectory() as folder:
        if name == THESIS:
            with built_assistant(Path(folder), versions=True) as assistant:
                yield CalibrationThesis(name, assistant, tuple(_judged(assistant)))
            return
        settings = Settings(Path(folder) / "data")
        with Store.open(settings, splitter=SPLITTER, create=True) as store:
            report = build(store, (FOLDER / name / "thesis.txt",))
        if report.failed:
            raise RuntimeError(report.failed[0].problem)
        with Assistant(Store.open(settings)) as assistant:
            text = assistant.store.catalog.canonical_text("thesis")
            yield CalibrationThesis(name, assistant, tuple(_written(name, text)))


def _judged(assistant: Assistant) -> Iterator[CalibrationQuestion]:
    text = assistant.store.catalog.canonical_text(THESIS)
    for fact in load_facts():
        if fact.split != "tune":
            continue
        places = tuple(_places(text, fact.quotes))
        asked = [*fact.questions.items(), *((m.language, m.question) for m in fact.mixed)]
        for language, question in asked:
            yield CalibrationQuestion(
                THESIS, language, fact.kind, question, places, fact.answers[language]
            )
    for one in load_unanswerable():
        if one.split == "tune" and one.reason not in KNOWN_BY_RULE:
            yield CalibrationQuestion(
                THESIS, one.language, one.distance, one.question, reason=one.reason
            )


def _written(name: str, text: str) -> Iterator[CalibrationQuestion]:
    for fact in _lines(FOLDER / name / "facts.jsonl"):
        places = tuple(_places(text, fact["quotes"]))
        for language, question in fact["questions"].items():
            wanted = tuple(tuple(forms) for forms in fact["answers"][language])
            yield CalibrationQuestion(name, language, fact["kind"], question, places, wanted)
    for one in _lines(FOLDER / name / "unanswerable.jsonl"):
        for language, question in one["questions"].items():
            yield CalibrationQuestion(
                name, language, one["distance"], question, reason=one["reason"]
            )


def _lines(path: Path) -> Iterator[Mapping[str, Any]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def _places(text: str, quotes: Any) -> Iterator[Span]:
    for quote in quotes:
        pattern = r"\s+".join(map(re.escape, quote.split()))
        for match in re.finditer(pattern, text):
            yield Span(match.start(), match.end())
