"""The wheel: it carries what the program needs, and answers from another folder."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("assistant", "corpus", "ingest", "ui")
METADATA = ("pyproject.toml", "README.md", "LICENSE")
CARRIED = (
    "assistant/calibration.json",
    "corpus/encoder/model/README.md",
    "corpus/encoder/model/language_classifier.safetensors",
    "corpus/encoder/model/model.safetensors",
    "corpus/encoder/model/tokenizer.json",
    "corpus/encoder/model/1_Normalize/config.json",
    "corpus/judgments/jakarta-tokyo.facts.jsonl",
    "corpus/theses/jakarta-tokyo/abstract.txt",
    "corpus/theses/jakarta-tokyo/chapter-1.txt",
    "corpus/theses/jakarta-tokyo/thesis.toml",
    "ui/static/page.css",
    "ui/static/page.js",
)


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from a copy of the sources, for a build leaves files beside them."""
    source, built = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    for package in PACKAGES:
        shutil.copytree(
            ROOT / package, source / package, ignore=shutil.ignore_patterns("__pycache__")
        )
    for name in METADATA:
        shutil.copy(ROOT / name, source)
    pip = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--no-index"]
    done = subprocess.run(
        [*pip, "--quiet", "--wheel-dir", str(built), str(source)],
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    (wheel,) = built.glob("sitir-*-py3-none-any.whl")
    folder = tmp_path_factory.mktemp("unpacked")
    zipfile.ZipFile(wheel).extractall(folder)
    return folder


def files_under(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for package in PACKAGES
        for path in (folder / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_it_carries_every_file_of_the_packages(unpacked: Path) -> None:
    assert files_under(unpacked) == files_under(ROOT)
    assert [name for name in CARRIED if not (unpacked / name).is_file()] == []


def test_it_carries_the_command_the_licence_and_nothing_else(unpacked: Path) -> None:
    (info,) = unpacked.glob("*.dist-info")
    assert {path.name for path in unpacked.iterdir()} == {*PACKAGES, info.name}
    assert "sitir = ui.cli:main" in (info / "entry_points.txt").read_text(encoding="utf-8")
    assert (info / "licenses" / "LICENSE").is_file()


def test_it_answers_from_another_folder(unpacked: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()

    def sitir(*arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, "-c", "from ui.cli import main; main()", *arguments],
            capture_output=True,
            check=False,
            cwd=elsewhere,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": str(unpacked), "SITIR_DATA_DIR": str(tmp_path / "d")},
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    where = "import corpus, ui; print(corpus.__file__); print(ui.__file__)"
    found = subprocess.run(
        [sys.executable, "-c", where],
        capture_output=True,
        check=True,
        cwd=elsewhere,
        env={**os.environ, "PYTHONPATH": str(unpacked)},
        text=True,
    )
    assert all(line.startswith(str(unpacked)) for line in found.stdout.splitlines())
    assert "added" in sitir("build")
    answer = json.loads(sitir("ask", "Apa saja tujuan penelitian ini?", "--json"))
    assert not answer["abstained"]
    source = unpacked / "corpus" / "theses" / "jakarta-tokyo"
    for citation in answer["citations"]:
        raw = (source / citation["file"]).read_text(encoding="utf-8")
        held = raw[citation["raw_start"] : citation["raw_end"]]
        assert citation["quote"].split() == held.replace("*", "").split()
