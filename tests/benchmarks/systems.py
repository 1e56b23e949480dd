"""The systems compared, and running each in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.peers.exchange import Run, Task, read_run, write_json
from tests.benchmarks.results import say

ROOT = Path(__file__).parents[2]
NOT_CACHED = 3
"""The exit status of a peer whose model is not on this machine."""


@dataclass(frozen=True, slots=True)
class System:
    """One system: the module that runs it, in the peers' environment unless ``ours``.

    ``informal`` ones stand beside the others for information; no target is set by them.
    """

    name: str
    module: str
    about: str
    arguments: tuple[str, ...] = ()
    ours: bool = False
    informal: bool = False


SITIR = System("Sitir", "sitir_system", "this project, its bundled encoder", ours=True)
BM25 = System("BM25", "peers.bm25", "words, accents dropped; bm25s")
NGRAMS = System("n-grams", "peers.ngrams", "character 3-5-grams, TF-IDF; scikit-learn")
CHROMA = System("Chroma MiniLM", "peers.chroma", "Chroma, all-MiniLM-L6-v2")
RECIPE = System(
    "LangChain recipe",
    "peers.langchain_recipe",
    "files alone, split 1000/200, all-MiniLM-L6-v2, Chroma, top 4",
)
SYSTEMS = (SITIR, BM25, NGRAMS, CHROMA, RECIPE)


def hub_system(model: str) -> System:
    """Return Chroma with a model of the hub that the user may have cached."""
    name = f"Chroma {model.rpartition('/')[2]}"
    return System(name, "peers.chroma", f"Chroma, {model}", ("--model", model), informal=True)


def run_system(system: System, task: Task, folder: Path, peers: Path) -> Run | None:
    """Run a system on a task.

    Args:
        system: Which one.
        task: What it is to index and to find.
        folder: Where the task and the run may be left.
        peers: The interpreter of the peers' environment.

    Returns:
        The run; ``None`` when the system's model is not on this machine, which is said.

    Raises:
        RuntimeError: It failed.
    """
    task_path, run_path = folder / "task.json", folder / "run.json"
    write_json(task, task_path)
    done = run_module(
        system.module,
        [str(task_path), str(run_path), *system.arguments],
        sys.executable if system.ours else str(peers),
    )
    if done.returncode == NOT_CACHED:
        say(f"{system.name}: skipped, the model is not on this machine")
        return None
    if done.returncode:
        raise RuntimeError(f"{system.name} failed:\n{done.stderr}")
    return read_run(run_path)


def run_module(
    module: str, arguments: list[str], interpreter: str
) -> subprocess.CompletedProcess[str]:
    """Run a module of the benchmarks with an interpreter, without a network."""
    offline = {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1", "ANONYMIZED_TELEMETRY": "False"}
    return subprocess.run(
        [interpreter, "-m", f"tests.benchmarks.{module}", *arguments],
        cwd=ROOT,
        env={**os.environ, **offline},
        capture_output=True,
        check=False,
        text=True,
    )
