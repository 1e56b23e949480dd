"""The page: composed with Gradio, served by FastAPI, guarded by default.

Public names are imported when they are first used: ``--help`` needs none.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ui.server import create_app, serve

__all__ = ["create_app", "serve"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the name stands for
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("ui.server"), name)
