"""The shipped thesis built for a benchmark: with the project's translation, and without."""

from __future__ import annotations

import shutil
from pathlib import Path

from assistant import Assistant
from corpus.settings import Settings
from corpus.store import Store
from ingest.build import build
from ingest.sources import shipped_theses
from ingest.splitting import SPLITTER

THESIS = "jakarta-tokyo"


def built_assistant(folder: Path, *, versions: bool) -> Assistant:
    """Build the shipped thesis under ``folder`` and open it for asking."""
    paths = shipped_theses() if versions else (_without_versions(folder),)
    settings = Settings(folder / "data")
    with Store.open(settings, splitter=SPLITTER, create=True) as store:
        report = build(store, paths)
    if report.failed:
        raise RuntimeError(report.failed[0].problem)
    return Assistant(Store.open(settings))


def _without_versions(folder: Path) -> Path:
    source = next(path for path in shipped_theses() if path.name == THESIS)
    copy = folder / THESIS
    shutil.copytree(source, copy)
    manifest = copy / "thesis.toml"
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(text[: text.index("[[versions]]")], encoding="utf-8")
    return copy
