"""Documents that come and go while a question is being answered."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from assistant import Assistant, open_assistant
from corpus.settings import Settings
from ingest import Upload, add_files

QUESTIONS = (
    "Kapan MoU sister city Jakarta dan Tokyo diresmikan?",
    "What problems does Jakarta face?",
    "Naon kacindekan panalungtikan ieu?",
)
NEW = "Pada tahun 2001 {name} meresmikan kerja sama sister city Jakarta dengan kota lain. "


@pytest.fixture
def mine(built_data_dir: Path, tmp_path: Path) -> Iterator[Assistant]:
    """Return an assistant whose corpus may be changed."""
    shutil.copytree(built_data_dir, tmp_path / "data")
    with open_assistant(Settings(tmp_path / "data")) as opened:
        yield opened


def put(assistant: Assistant, folder: Path, name: str) -> None:
    path = folder / name
    path.write_text(" ".join(NEW.format(name=f"{name}kata{n}") for n in range(20)))
    (outcome,) = add_files(assistant.store, [Upload(path, f"{name}.txt")]).outcomes
    assert outcome.state == "added", outcome.problem


def in_between(
    monkeypatch: pytest.MonkeyPatch, owner: object, method: str, act: Callable[[], None]
) -> list[str]:
    """Have ``act`` happen once, just before the catalog is asked by ``method``."""
    asked = getattr(owner, method)
    done: list[str] = []

    def after(*args: Any, **options: Any) -> Any:
        if not done:
            done.append(method)
            act()
        return asked(*args, **options)

    monkeypatch.setattr(owner, method, after)
    return done


@pytest.mark.parametrize("method", ["passages", "entry_words", "postings", "canonical_text"])
def test_a_document_that_comes_while_a_question_is_answered_breaks_nothing(
    mine: Assistant, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    catalog = mine.store.catalog
    done = in_between(monkeypatch, catalog, method, lambda: put(mine, tmp_path, "baru"))
    answer = mine.ask(QUESTIONS[0])
    assert done == [method]
    assert "23 Oktober 1989" in answer.text
    assert "kata" in mine.ask("Kapan barukata3 meresmikan kerja sama?").text


@pytest.mark.parametrize("method", ["passages", "entry_words", "postings", "canonical_text"])
def test_a_document_that_goes_while_a_question_is_answered_is_not_quoted(
    mine: Assistant, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    catalog = mine.store.catalog
    done = in_between(monkeypatch, catalog, method, lambda: mine.store.remove("jakarta-tokyo"))
    answer = mine.ask(QUESTIONS[0])
    assert done == [method]
    assert answer.abstained
    assert answer.citations == ()
    assert mine.ask(QUESTIONS[0]).abstain_reason == "empty_index"


def test_c4_questions_asked_while_documents_come_are_all_answered(
    mine: Assistant, tmp_path: Path
) -> None:
    ended = threading.Event()
    faults: list[Exception] = []
    answered: list[str] = []

    def ask() -> None:
        try:
            while not ended.is_set():
                answered.extend(mine.ask(question).text for question in QUESTIONS)
        except Exception as error:  # noqa: BLE001 - shown below
            faults.append(error)

    readers = [threading.Thread(target=ask) for _ in range(3)]
    for reader in readers:
        reader.start()
    for number in range(6):
        put(mine, tmp_path, f"naskah-{number}")
    ended.set()
    for reader in readers:
        reader.join(60)
    assert faults == []
    assert len(answered) >= len(QUESTIONS) * len(readers)
