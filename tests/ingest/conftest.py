"""What the tests of uploads share: a store as the page opens it, and where uploads lie."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.settings import Settings
from corpus.store import Store
from ingest.splitting import SPLITTER


@pytest.fixture
def page_store(tmp_path: Path) -> Iterator[Store]:
    """Return a built store, opened as the page does: by no splitter of its own."""
    settings = Settings(data_dir=tmp_path / "data")
    with Store.open(settings, splitter=SPLITTER, create=True):
        pass
    with Store.open(settings) as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return where uploads lie, under names that are the server's own."""
    made = tmp_path / "received"
    made.mkdir()
    return made
