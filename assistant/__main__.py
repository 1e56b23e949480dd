"""``python -m assistant``."""

from assistant.cli import app
from corpus.commands import run

if __name__ == "__main__":
    run(app, "python -m assistant")
