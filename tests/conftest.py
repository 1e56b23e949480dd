"""What all tests share: a clean environment, no network, and the shipped thesis built once.

pytest-socket (set in ``pyproject.toml``) refuses every host but this machine; the variables
here keep libraries, also those in child processes, from trying.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Assistant, open_assistant
from corpus.settings import Settings

KEPT = "SITIR_CHROMIUM"  # names the browser of the browser tests

for _name in [name for name in os.environ if name.startswith("SITIR_") and name != KEPT]:
    del os.environ[_name]
os.environ.update(
    HF_HUB_OFFLINE="1", GRADIO_ANALYTICS_ENABLED="False", ANONYMIZED_TELEMETRY="False"
)


@pytest.fixture(scope="session")
def built_data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a data directory with the shipped thesis; copy it before changing it."""
    from corpus.store import Store
    from ingest.build import build
    from ingest.splitting import SPLITTER

    data_dir = tmp_path_factory.mktemp("corpus") / "data"
    with Store.open(Settings(data_dir=data_dir), splitter=SPLITTER, create=True) as store:
        report = build(store)
    assert [outcome.state for outcome in report.outcomes] == ["added"]
    return data_dir


@pytest.fixture(scope="session")
def assistant(built_data_dir: Path) -> Iterator[Assistant]:
    """Return the assistant of the shipped thesis."""
    with open_assistant(Settings(data_dir=built_data_dir)) as opened:
        yield opened
