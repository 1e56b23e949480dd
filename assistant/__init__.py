"""How a question is answered: retrieve, rerank, answer or abstain, verify, cite.

Public names are imported when they are first used: LangChain and the index take a
second, and ``--help`` needs neither.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from assistant.chain import Ask
    from assistant.checking.records import CheckReport, Difference, Finding
    from assistant.conversation_export import ExportFormat, export_conversation
    from assistant.framing import version_for
    from assistant.glossing.gloss import Gloss
    from assistant.langchain_retriever import SitirRetriever
    from assistant.matched_words import WordPair
    from assistant.quote_notes import with_notes
    from assistant.records import (
        Answer,
        AnswerPart,
        Citation,
        Claim,
        Conflict,
        Evidence,
        Notice,
        QuoteNote,
        QuoteVersion,
    )
    from assistant.session import Assistant, open_assistant
    from assistant.wording.model_state import ModelState

__all__ = [
    "Answer",
    "AnswerPart",
    "Ask",
    "Assistant",
    "CheckReport",
    "Citation",
    "Claim",
    "Conflict",
    "Difference",
    "Evidence",
    "ExportFormat",
    "Finding",
    "Gloss",
    "ModelState",
    "Notice",
    "QuoteNote",
    "QuoteVersion",
    "SitirRetriever",
    "WordPair",
    "export_conversation",
    "open_assistant",
    "version_for",
    "with_notes",
]

_HOMES: Final = {
    "Answer": "records",
    "AnswerPart": "records",
    "Ask": "chain",
    "Assistant": "session",
    "CheckReport": "checking.records",
    "Citation": "records",
    "Claim": "records",
    "Conflict": "records",
    "Difference": "checking.records",
    "Evidence": "records",
    "ExportFormat": "conversation_export",
    "Finding": "checking.records",
    "Gloss": "glossing.gloss",
    "ModelState": "wording.model_state",
    "Notice": "records",
    "QuoteNote": "records",
    "QuoteVersion": "records",
    "SitirRetriever": "langchain_retriever",
    "WordPair": "matched_words",
    "export_conversation": "conversation_export",
    "open_assistant": "session",
    "version_for": "framing",
    "with_notes": "quote_notes",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the name stands for
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
