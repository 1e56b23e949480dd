"""How a question is answered: retrieve, rerank, answer or abstain, verify, cite.

Public names are imported when they are first used: LangChain and the index take a
second, and ``--help`` needs neither.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from assistant.briefing.exporting import BRIEFING_FORMATS, BriefingFormat, export_briefing
    from assistant.briefing.layout import (
        BriefingLayout,
        LaidBullet,
        LaidFact,
        LaidPart,
        LaidSource,
        lay_out_briefing,
    )
    from assistant.briefing.records import (
        BriefAsk,
        Briefing,
        BriefingLength,
        BriefingPart,
        BriefNote,
        Bullet,
        Coverage,
        KeyFact,
    )
    from assistant.chain import Ask
    from assistant.checking.records import CheckReport, Difference, Finding
    from assistant.comparing.records import Cell, CellQuote, Comparison, ComparisonRow
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
    from assistant.references.records import (
        PRINTED_STYLES,
        STYLES,
        Reference,
        Style,
    )
    from assistant.references.requests import Cite
    from assistant.references.rich_text import RichText
    from assistant.session import Assistant, open_assistant
    from assistant.wording.model_state import ModelState

__all__ = [
    "BRIEFING_FORMATS",
    "PRINTED_STYLES",
    "STYLES",
    "Answer",
    "AnswerPart",
    "Ask",
    "Assistant",
    "BriefAsk",
    "BriefNote",
    "Briefing",
    "BriefingFormat",
    "BriefingLayout",
    "BriefingLength",
    "BriefingPart",
    "Bullet",
    "Cell",
    "CellQuote",
    "CheckReport",
    "Citation",
    "Cite",
    "Claim",
    "Comparison",
    "ComparisonRow",
    "Conflict",
    "Coverage",
    "Difference",
    "Evidence",
    "ExportFormat",
    "Finding",
    "Gloss",
    "KeyFact",
    "LaidBullet",
    "LaidFact",
    "LaidPart",
    "LaidSource",
    "ModelState",
    "Notice",
    "QuoteNote",
    "QuoteVersion",
    "Reference",
    "RichText",
    "SitirRetriever",
    "Style",
    "WordPair",
    "export_briefing",
    "export_conversation",
    "lay_out_briefing",
    "open_assistant",
    "version_for",
    "with_notes",
]

_HOMES: Final = {
    "BRIEFING_FORMATS": "briefing.exporting",
    "PRINTED_STYLES": "references.records",
    "STYLES": "references.records",
    "Answer": "records",
    "AnswerPart": "records",
    "Ask": "chain",
    "Assistant": "session",
    "BriefAsk": "briefing.records",
    "BriefNote": "briefing.records",
    "Briefing": "briefing.records",
    "BriefingFormat": "briefing.exporting",
    "BriefingLayout": "briefing.layout",
    "BriefingLength": "briefing.records",
    "BriefingPart": "briefing.records",
    "Bullet": "briefing.records",
    "Cell": "comparing.records",
    "CellQuote": "comparing.records",
    "CheckReport": "checking.records",
    "Citation": "records",
    "Cite": "references.requests",
    "Claim": "records",
    "Comparison": "comparing.records",
    "ComparisonRow": "comparing.records",
    "Conflict": "records",
    "Coverage": "briefing.records",
    "Difference": "checking.records",
    "Evidence": "records",
    "ExportFormat": "conversation_export",
    "Finding": "checking.records",
    "Gloss": "glossing.gloss",
    "KeyFact": "briefing.records",
    "LaidBullet": "briefing.layout",
    "LaidFact": "briefing.layout",
    "LaidPart": "briefing.layout",
    "LaidSource": "briefing.layout",
    "ModelState": "wording.model_state",
    "Notice": "records",
    "QuoteNote": "records",
    "QuoteVersion": "records",
    "Reference": "references.records",
    "RichText": "references.rich_text",
    "SitirRetriever": "langchain_retriever",
    "Style": "references.records",
    "WordPair": "matched_words",
    "export_briefing": "briefing.exporting",
    "export_conversation": "conversation_export",
    "lay_out_briefing": "briefing.layout",
    "open_assistant": "session",
    "version_for": "framing",
    "with_notes": "quote_notes",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the name stands for
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
