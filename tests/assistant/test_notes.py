"""Notes travel with the quotes that they are on; the commands attach, list and remove them."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assistant import Assistant, open_assistant, with_notes
from assistant.conversation_export import export_conversation
from corpus.settings import Settings
from tests.assistant.model_rig import STATEMENTS, rig, says

QUESTION = "Kapan MoU sister city Jakarta dan Tokyo diresmikan?"
SAID = "Ketua DPRD saat itu, bukan gubernur"


@pytest.fixture
def mine(built_data_dir: Path, tmp_path: Path) -> Iterator[Assistant]:
    """Return an assistant whose corpus may be changed."""
    shutil.copytree(built_data_dir, tmp_path / "data")
    with open_assistant(Settings(tmp_path / "data")) as opened:
        yield opened


def attach(assistant: Assistant, start_in: int = 0, length: int | None = None) -> None:
    quoted = assistant.ask(QUESTION).citations[0]
    start = quoted.start + start_in
    words = quoted.quote[start_in:][:length]
    assistant.store.catalog.add_note(
        quoted.document_id, start, start + len(words), words, text=SAID, author="B. Pustakawan"
    )


@pytest.mark.parametrize(("start", "length"), [(0, None), (0, 10), (12, 5)])
def test_a_note_travels_with_the_quote_that_it_is_on(
    mine: Assistant, start: int, length: int | None
) -> None:
    before = mine.ask(QUESTION)
    assert all(citation.notes == () for citation in before.citations)
    attach(mine, start, length)
    answer = mine.ask(QUESTION)
    assert answer.text == before.text
    assert [c.quote for c in answer.citations] == [c.quote for c in before.citations]
    told = answer.to_json()["citations"][0]["notes"]
    today = datetime.now(UTC).date().isoformat()
    assert json.loads(json.dumps(told)) == [
        {"text": SAID, "author": "B. Pustakawan", "date": today}
    ]
    *_, last = mine.stream(QUESTION)
    assert last.answer.citations == answer.citations
    assert with_notes(mine.store.catalog, before.citations) == answer.citations


def test_a_note_beside_a_quote_is_not_on_it(mine: Assistant) -> None:
    quoted = mine.ask(QUESTION).citations[0]
    text = mine.store.catalog.canonical_text(quoted.document_id)
    for start, end in ((quoted.end, quoted.end + 9), (quoted.start - 9, quoted.start)):
        mine.store.catalog.add_note(
            quoted.document_id, start, end, text[start:end], text=SAID, author="A"
        )
    assert mine.ask(QUESTION).citations[0].notes == ()


def test_a_note_travels_with_the_quotes_of_a_language_model(mine: Assistant) -> None:
    attach(mine)
    with rig(mine.store) as model:
        model.server.write = says(STATEMENTS["id"])
        answer = model.ask("id")
    assert answer.generator == "openai:m"
    assert [note.text for note in answer.citations[0].notes] == [SAID]


def test_a_note_travels_into_reports_and_exports(mine: Assistant) -> None:
    attach(mine)
    answer = mine.ask(QUESTION)
    (finding, *_) = mine.check(f"“{answer.citations[0].quote}”").findings
    assert [note.text for citation in finding.citations for note in citation.notes] == [SAID]
    catalog = mine.store.catalog
    conversation = catalog.start_conversation("me")
    turn = catalog.add_turn(conversation, "me", QUESTION, answer.to_json())
    text = export_conversation(catalog.conversation(conversation, "me"), [turn], "md", "id")
    today = datetime.now(UTC).date().isoformat()
    assert f"\n  - {SAID} — B. Pustakawan, {today}\n" in text


def note(data_dir: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = (sys.executable, "-m", "assistant", "note", *arguments, "--data-dir", str(data_dir))
    return subprocess.run(command, capture_output=True, check=False, encoding="utf-8", timeout=60)


def test_the_commands_attach_list_and_remove(mine: Assistant) -> None:
    folder = mine.store.settings.data_dir
    passage = mine.ask(QUESTION).citations[0].passage_id
    words = ("--quote", "23  Oktober 1989")
    added = note(folder, "add", passage, SAID, "--author", "B. Pustakawan", *words)
    assert added.returncode == 0, added.stderr
    assert "“23 Oktober 1989”" in added.stdout
    whole = note(folder, "add", passage, "Semua.", "--author", "A")
    assert whole.returncode == 0, whole.stderr
    listed = note(folder, "list", "--document", "jakarta-tokyo").stdout
    assert listed.count("— A, ") == listed.count("— B. Pustakawan, ") == 1
    asked = mine.ask(QUESTION).citations[0]
    assert [one.text for one in asked.notes] == ["Semua.", SAID]
    shown = subprocess.run(
        (sys.executable, "-m", "assistant", "ask", QUESTION, "--data-dir", str(folder)),
        capture_output=True,
        check=True,
        encoding="utf-8",
        timeout=60,
    )
    assert f"✎ {SAID} — B. Pustakawan, " in shown.stdout
    for note_id in re.findall(r"^([0-9a-f]{12})  ", listed, re.MULTILINE):
        assert note(folder, "remove", note_id).stdout == f"removed {note_id}\n"
    assert note(folder, "list").stdout == "no notes\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("add", "jakarta-tokyo/9/9", "x", "--author", "A"), "no passage"),
        (("add", "PASSAGE", "x", "--author", "A", "--quote", "kota"), "times in"),
        (("add", "PASSAGE", "x", "--author", "A", "--quote", "Bandung Barat"), "nowhere in"),
        (("add", "PASSAGE", " ", "--author", "A"), "the note is empty"),
        (("remove", "none"), "no note 'none'"),
        (("list", "--document", "none"), "no document 'none'"),
    ],
)
def test_a_note_that_cannot_be_made_is_told_in_one_line(
    mine: Assistant, arguments: tuple[str, ...], said: str
) -> None:
    passage = mine.ask(QUESTION).citations[0].passage_id
    given = [passage if argument == "PASSAGE" else argument for argument in arguments]
    done = note(mine.store.settings.data_dir, *given)
    assert done.returncode == 1
    (line,) = done.stderr.strip().splitlines()
    assert said in line
    assert mine.store.catalog.notes() == ()
