"""Whether what a bullet shows of a sentence is borne out by it: the verifier's word."""

from __future__ import annotations

from assistant.briefing.shortening import ELLIPSIS, Variant
from assistant.briefing.showing import Shown
from assistant.verification import SourceText, verify_statement
from assistant.word_similarity import WordSimilarity

__all__ = ["is_borne_out"]


def is_borne_out(shown: Shown, variant: Variant, similarity: WordSimilarity) -> bool:
    """Tell whether a sentence with parts left out says what the whole one says.

    A whole one does; of a shortened one the verifier must find its numbers, names,
    conditions and reservations in the source that is cited.
    """
    if variant.whole:
        return True
    citation = shown.citation
    source = SourceText(citation.language, citation.quote, citation.versions)
    text = " ".join(variant.text.replace(ELLIPSIS, " ").split())
    return verify_statement(text, shown.language, [source], similarity).supported
