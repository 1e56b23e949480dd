"""``python -m ui``: serve the page."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from corpus.errors import SitirError
from corpus.settings import load_settings


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve the page as the command line says and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m ui", description="Serve the page of Sitir.")
    parser.add_argument("--host", default="127.0.0.1", help="address to serve on (%(default)s)")
    parser.add_argument("--port", type=int, default=7860, help="port to serve on (%(default)s)")
    parser.add_argument("--data-dir", type=Path, help="where the corpus is (SITIR_DATA_DIR)")
    given = parser.parse_args(arguments)
    from ui.server import serve

    try:
        serve(load_settings(given.data_dir), given.host, given.port)
    except SitirError as error:
        sys.stderr.write(f"python -m ui: {' '.join(str(error).split())}\n")
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
