"""``python -m ingest``."""

from corpus.commands import run
from ingest.cli import app

if __name__ == "__main__":
    run(app, "python -m ingest")
