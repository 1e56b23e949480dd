"""The shape of the house: who imports whom, what is listed, how long, and where it lies."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from string import Formatter

import pytest

import assistant.briefing.strings
import assistant.checking.strings
import assistant.comparing.strings
import assistant.references.strings
import assistant.strings
import assistant.wording.strings
import ui.strings
from corpus.language import LANGUAGES

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("assistant", "corpus", "ingest", "ui")
MAY_IMPORT = {
    "corpus": {"corpus"},
    "ingest": {"corpus", "ingest"},
    "assistant": {"assistant", "corpus"},
    "ui": {"assistant", "corpus", "ingest", "ui"},
}
INTO_SIBLINGS = {"ui/cli.py": {"assistant.cli", "ingest.cli"}}
"""The installed command is made of the others' commands; else siblings are asked by name."""
HOMES = {
    "chromadb": r"corpus/index\w*\.py",
    "sentence_transformers": r"corpus/encoder/\w+\.py",
    "torch": r"corpus/encoder/\w+\.py",
    "transformers": r"corpus/encoder/\w+\.py",
    "model2vec": r"corpus/encoder/\w+\.py",
    "tokenizers": r"corpus/encoder/\w+\.py",
    "gradio": r"ui/app\.py",
    "sqlalchemy": r"corpus/catalog/\w+\.py",
    "langchain_core": r"assistant/(?:briefing/|wording/)?\w+\.py",
    "matplotlib": r"assistant/(?:briefing/pdf_file|evaluating/plot)\.py",
    "docx": r"assistant/(?:briefing/word_\w+|comparing/word_file)\.py",
    "fpdf": r"assistant/briefing/pdf_file\.py",
    "citeproc": r"assistant/references/printed\.py",
    "pylatexenc": r"assistant/references/bibtex\.py",
    "langchain": r"assistant/generator\.py",
    "langchain_anthropic": r"(?!)",
    "langchain_community": r"(?!)",
    "langchain_google_genai": r"(?!)",
    "langchain_ollama": r"(?!)",
    "langchain_openai": r"(?!)",
}
DISTRIBUTIONS = {
    "citeproc": "citeproc-py",
    "docx": "python-docx",
    "dotenv": "python-dotenv",
    "fpdf": "fpdf2",
    "huggingface_hub": "huggingface-hub",
    "langchain_core": "langchain-core",
    "sentence_transformers": "sentence-transformers",
}
LONGEST = 300
TOP_LEVEL = {
    *PACKAGES,
    *(".ci", ".gitignore", "docs", "tests"),
    *("CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "Makefile", "README.md"),
    *("pyproject.toml", "requirements.lock"),
}


def tracked() -> list[str]:
    """Return the project's files; of a copy without git, what git would not ignore."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=False,
        text=True,
    )
    if listed.returncode == 0 and listed.stdout:
        return sorted({name for name in listed.stdout.split("\0") if (ROOT / name).is_file()})
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    ignored = [".git", *(line.rstrip("/") for line in lines)]
    found = (path.relative_to(ROOT) for path in ROOT.rglob("*") if path.is_file())
    return sorted(
        path.as_posix()
        for path in found
        if not any(fnmatch(part, pattern) for part in path.parts for pattern in ignored)
    )


FILES = tracked()
MODULES = [name for name in FILES if name.endswith(".py")]
PROGRAM = [name for name in MODULES if name.split("/")[0] in PACKAGES]


@dataclass(frozen=True)
class Import:
    """``from module import names``, or ``import module``, at any depth of a file."""

    line: int
    module: str
    names: tuple[str, ...] = ()


def syntax(name: str) -> ast.Module:
    return ast.parse((ROOT / name).read_text(encoding="utf-8"))


def imports(name: str) -> Iterator[Import]:
    for node in ast.walk(syntax(name)):
        if isinstance(node, ast.Import):
            yield from (Import(node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name}:{node.lineno}: imports are absolute"
            names = tuple(alias.name for alias in node.names)
            yield Import(node.lineno, node.module or "", names)


def listed_names(name: str) -> list[str] | None:
    for node in syntax(name).body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        if any(isinstance(target, ast.Name) and target.id == "__all__" for target in targets):
            assert isinstance(node, ast.Assign | ast.AnnAssign)
            assert node.value is not None
            return list(ast.literal_eval(node.value))
    return None


def isort_key(name: str) -> tuple[int, str]:
    """Order names as ruff does: CONSTANTS, then Classes, then functions."""
    return (0 if name.isupper() else 1 if name[0].isupper() else 2, name)


def test_the_files_are_found() -> None:
    assert len(PROGRAM) > 60
    assert {name.split("/")[0] for name in PROGRAM} == set(PACKAGES)


@pytest.mark.parametrize("package", PACKAGES)
def test_imports_go_one_way(package: str) -> None:
    wrong = [
        f"{name}:{found.line} imports {found.module}"
        for name in PROGRAM
        if name.startswith(f"{package}/")
        for found in imports(name)
        if found.module.split(".")[0] in {*PACKAGES, "tests"} - MAY_IMPORT[package]
    ]
    assert wrong == []


def test_the_page_asks_its_siblings_by_their_public_names() -> None:
    wrong = []
    for name in PROGRAM:
        if not name.startswith("ui/"):
            continue
        for found in imports(name):
            if found.module.split(".")[0] not in {"assistant", "ingest"}:
                continue
            inside = found.module in INTO_SIBLINGS.get(name, set())
            public = listed_names(f"{found.module}/__init__.py") if "." not in found.module else []
            if not inside and not (found.names and set(found.names) <= set(public or ())):
                wrong.append(f"{name}:{found.line} imports {found.module} {found.names}")
    assert wrong == []


@pytest.mark.parametrize("package", HOMES)
def test_a_heavy_package_has_one_home(package: str) -> None:
    strangers = [
        f"{name}:{found.line}"
        for name in PROGRAM
        for found in imports(name)
        if found.module.split(".")[0] == package and not re.fullmatch(HOMES[package], name)
    ]
    assert strangers == []


def test_settings_are_read_in_one_place() -> None:
    read = re.compile(r"""getenv|environ(\.get\(|\[)["']SITIR_|dotenv_values""")
    readers = [name for name in PROGRAM if read.search((ROOT / name).read_text(encoding="utf-8"))]
    assert readers == ["corpus/settings.py"]


@pytest.mark.parametrize("name", PROGRAM)
def test_what_is_public_is_listed_in_order(name: str) -> None:
    listed = listed_names(name)
    if listed is not None:
        assert listed == sorted(listed, key=isort_key)
        assert len(listed) == len(set(listed))


def test_every_package_lists_its_public_names() -> None:
    assert [p for p in PACKAGES if listed_names(f"{p}/__init__.py") is None] == []


def test_no_module_is_longer_than_can_be_read() -> None:
    lengths = {name: len((ROOT / name).read_bytes().splitlines()) for name in MODULES}
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


def test_no_module_is_a_drawer() -> None:
    drawers = {"common", "helpers", "misc", "util", "utils"}
    assert [name for name in MODULES if Path(name).stem in drawers] == []


def test_the_top_level_holds_what_it_should() -> None:
    assert {name.split("/")[0] for name in FILES} - TOP_LEVEL == set()
    assert [name for name in TOP_LEVEL - {"docs"} if not (ROOT / name).exists()] == []


def project() -> dict[str, object]:
    return dict(tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8")))


def required() -> set[str]:
    table = project()["project"]
    assert isinstance(table, dict)
    return {re.split(r"[<>=]", line)[0] for line in table["dependencies"]}


def test_what_is_imported_is_required_and_what_is_required_is_imported() -> None:
    imported = {found.module.split(".")[0] for name in PROGRAM for found in imports(name)}
    outside = imported - set(sys.stdlib_module_names) - {*PACKAGES, "__future__"}
    assert {DISTRIBUTIONS.get(name, name) for name in outside} == required()


def test_every_package_is_named_in_the_project() -> None:
    tool = project()["tool"]
    assert isinstance(tool, dict)
    homes = {str(Path(name).parent).replace("/", ".") for name in PROGRAM}
    assert tool["setuptools"]["packages"] == sorted(homes)


def test_the_lock_pins_what_is_required() -> None:
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if not line.startswith("#")]
    assert [line for line in pins if not re.fullmatch(r"[A-Za-z0-9_.-]+==[0-9a-z.]+", line)] == []
    locked = {re.sub(r"[-_.]+", "-", line.split("==")[0].lower()) for line in pins}
    assert required() - locked == set()


@pytest.mark.parametrize(
    "table",
    [
        assistant.briefing.strings.STRINGS,
        assistant.checking.strings.STRINGS,
        assistant.comparing.strings.STRINGS,
        assistant.references.strings.STRINGS,
        assistant.wording.strings.MODEL_STRINGS,
        assistant.strings.STRINGS,
        ui.strings.STRINGS,
    ],
)
def test_every_string_is_there_in_three_languages_with_the_same_fields(
    table: dict[str, dict[str, str]],
) -> None:
    assert len(table) >= 10
    for key, entry in table.items():
        assert tuple(entry) == LANGUAGES, key
        fields = {
            frozenset(field for _, field, _, _ in Formatter().parse(text) if field is not None)
            for text in entry.values()
        }
        assert len(fields) == 1, key
        assert all(text and text == text.strip() for text in entry.values()), key
