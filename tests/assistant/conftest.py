"""What these tests share: the shipped thesis, alone, among made-up ones, and with a model."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import open_assistant
from corpus.settings import Settings
from corpus.store import Store
from ingest.build import build
from ingest.splitting import SPLITTER
from tests.assistant.library import Library
from tests.assistant.model_rig import Rig, rig
from tests.benchmarks.theses import draw_theses, write_theses

SEED = 29
COUNT = 16


@pytest.fixture(scope="session")
def library(built_data_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("library")
    shutil.copytree(built_data_dir, folder / "data")
    theses = draw_theses(COUNT, SEED)
    settings = Settings(folder / "data")
    with Store.open(settings, splitter=SPLITTER) as store:
        report = build(store, write_theses(folder / "theses", theses))
        assert report.failed == ()
    with open_assistant(settings) as opened:
        yield Library(opened, theses)


@pytest.fixture(scope="module")
def store(built_data_dir: Path) -> Iterator[Store]:
    """Return the shipped thesis, opened for reading."""
    with Store.open(Settings(built_data_dir)) as opened:
        yield opened


@pytest.fixture
def model(store: Store) -> Iterator[Rig]:
    """Return an assistant on it whose language model is a server of the test."""
    with rig(store) as opened:
        yield opened
