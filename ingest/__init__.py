"""How a document gets in: read, repaired, split, aligned, stored.

Meets ``assistant`` only at what is stored in ``corpus``. Public names are imported when they
are first used: ``--help`` needs none.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from ingest.build import BuildReport, Outcome
    from ingest.readers import readable_suffixes
    from ingest.uploads import Upload, UploadLimits, add_files
    from ingest.watching import Progress, Step, Watcher

__all__ = [
    "BuildReport",
    "Outcome",
    "Progress",
    "Step",
    "Upload",
    "UploadLimits",
    "Watcher",
    "add_files",
    "readable_suffixes",
]

_HOMES: Final = {
    "BuildReport": "build",
    "Outcome": "build",
    "Progress": "watching",
    "Step": "watching",
    "Upload": "uploads",
    "UploadLimits": "uploads",
    "Watcher": "watching",
    "add_files": "uploads",
    "readable_suffixes": "readers",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the name stands for
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
