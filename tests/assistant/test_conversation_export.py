"""Conversations as files, and what must not be in them."""

from __future__ import annotations

import json
import re
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.conversation_export import export_all, export_conversation
from assistant.export_strings import STRINGS
from corpus.catalog import Catalog
from corpus.language import LANGUAGES

QUESTION = "Kapan MoU sister city Jakarta dan Tokyo diresmikan?"
HOSTILE = "# <script>alert(1)</script> ![x](https://evil.example/x.png) [y](javascript:z) `c` *d*"


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    opened = Catalog.open(tmp_path / "data", create=True)
    yield opened
    opened.close()


@pytest.fixture
def talked(catalog: Catalog, assistant: Assistant) -> str:
    """Return a conversation of Ani's: a question, a follow-up in English, and a silence."""
    conversation = catalog.start_conversation("ani-cookie")
    history: list[tuple[str, str]] = []
    for question in (QUESTION, "And by whom?", "Who won the football world cup?"):
        answer = assistant.ask(question, history=history)
        history.append((question, answer.text))
        catalog.add_turn(conversation, "ani-cookie", question, answer.to_json())
    return conversation


@pytest.mark.parametrize("language", LANGUAGES)
def test_markdown_holds_questions_answers_and_where_the_quotes_stand(
    catalog: Catalog, talked: str, language: str
) -> None:
    turns = catalog.turns(talked, "ani-cookie")
    text = export_conversation(catalog.conversation(talked, "ani-cookie"), turns, "md", language)
    assert text.startswith(f"# {QUESTION}\n")
    for turn in turns:
        assert f"\n{turn.question}\n" in text
        for citation in turn.answer_json["citations"]:
            assert f"\\[{citation['number']}\\] {citation['document_id']}" in text
            assert citation["passage_id"] in text
    assert "23 Oktober 1989" in text
    assert "Who won the football world cup?" in text
    understood = turns[1].answer_json["understood_as"]
    assert STRINGS["understood"][language].replace("{question}", understood) in text
    assert text.count(f"### {STRINGS['answered'][language]}") == len(turns)
    assert STRINGS["matches"][language] in text


def test_json_holds_every_answer_whole(catalog: Catalog, talked: str) -> None:
    turns = catalog.turns(talked, "ani-cookie")
    text = export_conversation(catalog.conversation(talked, "ani-cookie"), turns, "json", "en")
    given = json.loads(text)
    assert list(given) == ["title", "created_at", "turns"]
    assert [turn["answer"] for turn in given["turns"]] == [turn.answer_json for turn in turns]
    assert [turn["question"] for turn in given["turns"]] == [turn.question for turn in turns]


@pytest.mark.parametrize("form", ["json", "md"])
def test_the_operators_export_tells_visitors_apart_and_names_none(
    catalog: Catalog, talked: str, form: str
) -> None:
    others = [catalog.start_conversation("budi-cookie"), catalog.start_conversation("ani-cookie")]
    catalog.add_turn(others[0], "budi-cookie", "Apa tujuan penelitian ini?", {"text": "…"})
    catalog.add_turn(others[1], "ani-cookie", "Saha panulisna?", {"text": "…"})
    text = "".join(export_all(catalog, form, "en"))
    for secret in ("ani-cookie", "budi-cookie", talked, *others):
        assert secret not in text
    if form == "json":
        given = json.loads(text)
        assert [one["visitor"] for one in given] == [1, 2, 1]
        assert given[2]["turns"][0]["question"] == "Saha panulisna?"
    else:
        assert [line[: len("Visitor 1")] for line in text.splitlines() if "Visitor" in line] == [
            "Visitor 1",
            "Visitor 2",
            "Visitor 1",
        ]
    assert "".join(export_all(catalog, form, "en")) == text


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_export_of_nothing_is_whole(catalog: Catalog, language: str) -> None:
    assert json.loads("".join(export_all(catalog, "json", language))) == []
    assert "".join(export_all(catalog, "md", language)).strip() == STRINGS["none"][language]


def test_what_was_typed_is_inert_in_markdown(catalog: Catalog) -> None:
    mine = catalog.start_conversation("me")
    answer = {"text": f"{HOSTILE}\n- {HOSTILE}\n=====", "understood_as": "{question} {a.__class__}"}
    catalog.add_turn(mine, "me", HOSTILE, answer)
    text = export_conversation(
        catalog.conversation(mine, "me"), catalog.turns(mine, "me"), "md", "id"
    )
    told = re.sub(r"\\.", "x", text)  # what a backslash precedes is shown as it is
    assert not re.search(r"[<>\[\]`*_|~]", told)
    marked = [line for line in told.splitlines() if re.match(r"\s*[#=-]", line)]
    assert [line.split()[0] for line in marked] == ["#", "##", "###"]
    assert "{question} {a.\\_\\_class\\_\\_}" in text


def test_every_word_of_an_export_is_there_in_three_languages() -> None:
    for key, entry in STRINGS.items():
        assert tuple(entry) == LANGUAGES, key
        fields = {frozenset(re.findall(r"{\w+}", text)) for text in entry.values()}
        assert len(fields) == 1, key


def exported(data_dir: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = (sys.executable, "-m", "assistant", "export", "conversations", "--data-dir")
    return subprocess.run(
        [*command, str(data_dir), *arguments],
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=60,
    )


@pytest.mark.usefixtures("talked")
def test_the_command_writes_a_file_that_only_its_owner_reads(
    catalog: Catalog, tmp_path: Path
) -> None:
    output = tmp_path / "talks.json"
    output.write_text("old")
    output.chmod(0o644)
    done = exported(catalog.data_dir, "--format", "json", "--output", str(output))
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert json.loads(output.read_text(encoding="utf-8"))[0]["turns"][0]["question"] == QUESTION
    assert stat.S_IMODE(output.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("talks")] == [
        "talks.json"
    ]
    shown = exported(catalog.data_dir, "--language", "su")
    assert shown.stdout.startswith(f"# {QUESTION}\n")
    assert "Nu ngadatangan 1" in shown.stdout


def test_an_export_that_cannot_be_written_is_told_in_one_line(
    catalog: Catalog, tmp_path: Path
) -> None:
    missing = tmp_path / "none" / "talks.md"
    done = exported(catalog.data_dir, "--output", str(missing))
    assert done.returncode == 1
    (line,) = done.stderr.strip().splitlines()
    assert repr(str(missing)) in line
