"""The language model of this machine: a local Ollama, and which of its models to use."""

from __future__ import annotations

import http.client
import json
import re
from typing import Any, Final

__all__ = ["OLLAMA", "find_ollama"]

OLLAMA: Final = "127.0.0.1:11434"
"""Where Ollama listens unless it is told otherwise."""

_WAIT: Final = 1.0
_MOST_BYTES: Final = 1_000_000
_NOT_CHAT: Final = re.compile(r"embed|minilm|bge|\be5\b|rerank|ocr|coder|guard", re.IGNORECASE)
_PREFERRED: Final = ("sahabat", "sailor", "sea-lion", "sealion", "qwen", "gemma", "aya", "llama")
"""Families by how much Indonesian and Sundanese their authors claim, most first."""


def find_ollama(address: str = OLLAMA) -> str:
    """Return the name of the model to use of the Ollama at ``address``, or nothing.

    Of the models there it is the largest of the family that claims most of the three
    languages. Nothing is returned when no Ollama answers or it has no chat model.
    """
    host, _, port = address.rpartition(":")
    connection = http.client.HTTPConnection(host, int(port), timeout=_WAIT)
    try:
        connection.request("GET", "/api/tags")
        response = connection.getresponse()
        listed = (
            json.loads(response.read(_MOST_BYTES)) if response.status == http.HTTPStatus.OK else {}
        )
    except (OSError, http.client.HTTPException, ValueError):
        return ""
    finally:
        connection.close()
    return _best(listed)


def _best(listed: Any) -> str:  # noqa: ANN401 - as parsed
    entries = listed.get("models") if isinstance(listed, dict) else None
    if not isinstance(entries, list):
        return ""
    named = [e for e in entries if isinstance(e, dict) and isinstance(e.get("name"), str)]
    chat = [e for e in named if not _NOT_CHAT.search(e["name"])]
    ranked = sorted(chat, key=lambda e: (_rank(e["name"]), -_size(e), e["name"]))
    return ranked[0]["name"] if ranked else ""


def _rank(name: str) -> int:
    folded = name.lower()
    matching = (rank for rank, family in enumerate(_PREFERRED) if family in folded)
    return next(matching, len(_PREFERRED))


def _size(entry: dict[str, Any]) -> int:
    size = entry.get("size")
    return size if isinstance(size, int) else 0
