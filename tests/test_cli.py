"""The command lines: helped, documented, quick to help, and one line for an expected fault."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.main import get_command

import assistant.cli
import ingest.cli
import ui.cli
from assistant import Assistant

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
SITIR = ("-c", "from ui.cli import main; main()")
COMMANDS = {
    "sitir": (SITIR, ui.cli.app),
    "python -m ingest": (("-m", "ingest"), ingest.cli.app),
    "python -m assistant": (("-m", "assistant"), assistant.cli.app),
}
HEAVY = {
    *("chromadb", "gradio", "langchain", "langchain_core", "model2vec", "sentence_transformers"),
    *("docx", "fpdf", "matplotlib", "sklearn", "sqlalchemy", "tokenizers", "torch", "transformers"),
}


def python(*arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run this Python as a user would, not as a test."""
    return subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        check=False,
        cwd=cwd,
        encoding="utf-8",
        timeout=120,
    )


def commands(app: typer.Typer) -> dict[str, Any]:
    """Return the commands of a command line by their verbs, ``note add`` among them."""
    found = getattr(get_command(app), "commands", None)
    assert found, "a command line without verbs"
    inside: dict[str, Any] = {}
    for name, command in found.items():
        groups = getattr(command, "commands", {"": command})
        inside |= {f"{name} {verb}".strip(): one for verb, one in groups.items()}
    return inside


def verbs(app: typer.Typer) -> dict[str, str]:
    """Return the verbs of a command line with their help."""
    return {name: verb.help or "" for name, verb in commands(app).items()}


VERBS = [(name, verb) for name, (_, app) in COMMANDS.items() for verb in verbs(app)]


@pytest.mark.parametrize(("name", "verb"), VERBS)
def test_every_command_and_option_has_help(name: str, verb: str) -> None:
    command = commands(COMMANDS[name][1])[verb]
    assert len(command.help or "") > 20
    assert command.help.strip().endswith(".")
    unhelped = [p.name for p in command.params if not getattr(p, "help", "") and p.name != "help"]
    assert unhelped == []
    assert "--data-dir" in {option for p in command.params for option in p.opts}


@pytest.mark.parametrize("verb", verbs(ui.cli.app))
def test_every_command_is_in_the_readme(verb: str) -> None:
    assert re.search(rf"`sitir {verb}\b", README)


@pytest.mark.parametrize("module", ["ingest", "assistant", "ui"])
def test_every_module_that_runs_is_in_the_readme(module: str) -> None:
    assert f"python -m {module}" in README


def test_sitir_has_the_verbs_of_all() -> None:
    inside = {verb for name, verb in VERBS if name != "sitir"} | {"serve"}
    assert set(verbs(ui.cli.app)) == inside


def test_every_setting_is_in_the_readme() -> None:
    from corpus.settings import Settings

    assert [
        name for name in Settings.__dataclass_fields__ if f"`SITIR_{name.upper()}`" not in README
    ] == []


@pytest.mark.parametrize("verb", ["", *verbs(ui.cli.app)])
def test_help_loads_nothing_heavy(verb: str) -> None:
    done = python(
        "-c",
        "import json, sys\n"
        f"sys.argv = ['sitir', *{verb.split()!r}, '--help']\n"
        "from ui.cli import main\n"
        "try:\n    main()\n"
        "except SystemExit as end:\n    assert not end.code, end.code\n"
        "print('\\n' + json.dumps(sorted({name.split('.')[0] for name in sys.modules})))",
    )
    assert done.returncode == 0, done.stderr
    assert "Usage: sitir" in done.stdout
    loaded = set(json.loads(done.stdout.splitlines()[-1]))
    assert "typer" in loaded
    assert loaded & HEAVY == set()


@pytest.mark.parametrize("module", ["ingest", "assistant", "ui"])
def test_modules_help_when_run(module: str) -> None:
    done = python("-m", module, "--help")
    assert done.returncode == 0
    assert f"usage: python -m {module}" in done.stdout.lower()


def refused(*arguments: str, command: tuple[str, ...] = SITIR) -> str:
    """Run a command that must fail with one line, and return that line."""
    done = python(*command, *arguments)
    assert done.returncode == 1, done.stderr
    assert done.stdout == ""
    (line,) = done.stderr.strip().splitlines()
    return line


@pytest.mark.parametrize(
    "arguments",
    [
        *(("ask", "Apa?"), ("search", "kota"), ("evaluate",), ("check",)),
        *(("remove", "x"), ("backup", "x"), ("serve",), ("export", "feedback"), ("note", "list")),
        *(("note", "remove", "x"), ("note", "add", "x", "y", "--author", "z")),
    ],
)
def test_an_unbuilt_data_directory_says_how_to_build(
    arguments: tuple[str, ...], tmp_path: Path
) -> None:
    port = ("--port", "0") if arguments == ("serve",) else ()
    line = refused(*arguments, *port, "--data-dir", str(tmp_path / "none"))
    assert line.startswith("sitir: no corpus is built in ")
    assert "sitir build" in line
    assert not (tmp_path / "none").exists()


def test_an_unknown_document_is_told_with_what_is_held(built_data_dir: Path) -> None:
    line = refused("ask", "Apa?", "--document", "nope", "--data-dir", str(built_data_dir))
    assert line == "sitir: no document 'nope' is held; held: jakarta-tokyo"
    ingest_line = refused(
        "remove", "nope", "--data-dir", str(built_data_dir), command=("-m", "ingest")
    )
    assert ingest_line == "python -m ingest: no document 'nope' is held; held: jakarta-tokyo"


def test_an_unknown_language_is_told_with_those_known(built_data_dir: Path) -> None:
    line = refused("ask", "Quoi?", "--language", "fr", "--data-dir", str(built_data_dir))
    assert line == "sitir: unknown language 'fr': use one of id, en, su"


def test_a_missing_file_is_named(built_data_dir: Path, tmp_path: Path) -> None:
    missing = str(tmp_path / "missing.txt")
    data = ("--data-dir", str(built_data_dir))
    assert repr(missing) in refused("build", missing, "--data-dir", str(tmp_path / "new"))
    assert repr(missing) in refused("restore", missing, "--data-dir", str(tmp_path / "new"))
    output = str(tmp_path / "out.jsonl")
    assert repr(missing) in refused("ask", "--batch", missing, "--output", output, *data)


def test_an_open_host_without_a_password_is_refused(built_data_dir: Path) -> None:
    line = refused("serve", "--host", "0.0.0.0", "--data-dir", str(built_data_dir))
    assert "SITIR_PASSWORD" in line


def test_a_backup_comes_back(built_data_dir: Path, tmp_path: Path) -> None:
    data, copy = tmp_path / "data", tmp_path / "sitir.backup"
    shutil.copytree(built_data_dir, data)
    for arguments in (("backup", str(copy)), ("remove", "jakarta-tokyo"), ("restore", str(copy))):
        done = python(*SITIR, *arguments, "--data-dir", str(data))
        assert done.returncode == 0, done.stderr
    done = python(*SITIR, "check", "--data-dir", str(data))
    assert done.stdout.splitlines()[-1] == "sound"
    assert done.stdout.startswith("1 documents, ")


def test_ask_and_search_print_the_json_of_the_assistant(
    built_data_dir: Path, assistant: Assistant
) -> None:
    question = "Apa saja tujuan penelitian ini?"
    data = ("--json", "--data-dir", str(built_data_dir))
    asked = json.loads(python(*SITIR, "ask", question, *data).stdout)
    expected = json.loads(json.dumps(assistant.ask(question).to_json()))
    assert asked["citations"]
    assert asked.pop("timings_ms").keys() == expected.pop("timings_ms").keys()
    assert asked == expected
    found = json.loads(python("-m", "assistant", "search", "kota", "-k", "3", *data).stdout)
    assert [e["passage_id"] for e in found] == [e.passage_id for e in assistant.search("kota", k=3)]
    assert len(found) == 3


def test_search_shows_the_three_abstracts_as_one_result(built_data_dir: Path) -> None:
    asked = ("search", "What does the research conclude?", "-k", "1")
    done = python("-m", "assistant", *asked, "--data-dir", str(built_data_dir))
    found = re.findall(r"jakarta-tokyo/(\w+)/4\b", done.stdout)
    assert sorted(found) == ["abstract", "abstrak", "ringkesan"]
    assert "\n= jakarta-tokyo/" in done.stdout
