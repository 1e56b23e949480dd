"""Whether a language model words the answers, as a page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["ModelState", "ModelStatus"]

ModelStatus = Literal["off", "looking", "ready", "resting"]
"""``off``: none is set; ``looking``: one on this machine is used when it is found;
``ready``: one is set; ``resting``: it failed, is left alone and tried again by and by."""


@dataclass(frozen=True, slots=True)
class ModelState:
    """The state of the language model; ``name`` is ``provider:name`` where it is known.

    Nothing is contacted to tell it: ``ready`` is what is known from the last call.
    """

    status: ModelStatus
    name: str = ""
