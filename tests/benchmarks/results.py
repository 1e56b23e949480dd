"""Where a benchmark's raw results go, and what machine they are from."""

from __future__ import annotations

import json
import os
import platform
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from corpus.encoder import load_bundled

RESULTS = Path(__file__).parents[2] / "docs" / "benchmarks"


def write_results(name: str, command: str, results: dict[str, Any]) -> Path:
    """Write results with command, data, machine and date beside them."""
    RESULTS.mkdir(parents=True, exist_ok=True)
    path = RESULTS / f"{name}.json"
    about = {
        "command": command,
        "date": datetime.now(UTC).strftime("%Y-%m-%d"),
        "machine": {
            "processor": platform.machine(),
            "cores": os.cpu_count(),
            "python": platform.python_version(),
            "system": platform.system(),
        },
        "encoder_digest": load_bundled().digest,
    }
    text = json.dumps({**about, **results}, ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8")
    return path


def say(line: str) -> None:
    """Print a line of a report."""
    sys.stdout.write(f"{line}\n")
