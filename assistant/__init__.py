"""How a question is answered: retrieve, rerank, answer or abstain, verify, cite.

Public names are imported when they are first used: LangChain and the index take a
second, and ``--help`` needs neither.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from assistant.chain import Ask
    from assistant.framing import version_for
    from assistant.langchain_retriever import SitirRetriever
    from assistant.records import Answer, Citation, Claim, Evidence, Notice, QuoteVersion
    from assistant.session import Assistant, open_assistant

__all__ = [
    "Answer",
    "Ask",
    "Assistant",
    "Citation",
    "Claim",
    "Evidence",
    "Notice",
    "QuoteVersion",
    "SitirRetriever",
    "open_assistant",
    "version_for",
]

_HOMES: Final = {
    "Answer": "records",
    "Ask": "chain",
    "Assistant": "session",
    "Citation": "records",
    "Claim": "records",
    "Evidence": "records",
    "Notice": "records",
    "QuoteVersion": "records",
    "SitirRetriever": "langchain_retriever",
    "open_assistant": "session",
    "version_for": "framing",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the name stands for
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
