"""A statement without what it says about where it is from, its places kept.

*Menurut Situmorang (2018)* and *(BAB I, 1.1)* are no part of what is stated: their years and
numbers must not be looked for in the passage.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from assistant.checking.places import read_claims
from corpus.records import DocumentSummary
from corpus.sentences import cited_works

__all__ = ["without_references"]

_BRACKET: Final = re.compile(r"[(\[][^()\[\]]{1,300}[)\]]")
_AUTHOR: Final = (
    r"[A-Z][\w'’-]+(?:\s+(?:dan|and|jeung|sareng|&)\s+[A-Z][\w'’-]+|\s+(?:et al\.|dkk\.?))?"
)
_SAYS: Final = (
    r"(?:\s+(?:menyatakan|menyebut(?:kan)?|menulis|mengatakan|states|says|writes|argues|notes|"
    r"nyatakeun|nyebatkeun|nyebutkeun|nyerat)(?:\s+(?:bahwa|that|yén|yen))?)?"
)
_NARRATED: Final = re.compile(
    rf"(?:\b(?:[Mm]enurut|[Nn]u(?:mu|ru)tkeun|[Aa]ccording to)\s+)?\b{_AUTHOR}\s+"
    rf"\(\d{{4}}[a-z]?(?:\s*[,:][^()]{{0,40}})?\){_SAYS},?"
)
_PLACE: Final = (
    r"(?:sub-?\s?bab|bab|sub-?\s?bagian|bagian|section|chapter|paragraf|paragraph|halaman|page|"
    r"bagean|kaca|abstrak|abstract|ringkesan|skripsi|thesis|naskah|the (?:abstract|thesis|text))"
)
_LED: Final = re.compile(
    rf"^(?:dalam|pada|di|menurut|berdasarkan|dina|numutkeun|nurutkeun|in|according to|as stated in)"
    rf"\s+{_PLACE}\b(?:[^,.;:]|\.(?=\d)){{0,60}}?[,:]\s+|"
    rf"^{_PLACE}\s+[\d.IVXivx]{{0,12}}\s*(?:ini\s+)?(?:menyebut(?:kan)?|menyatakan|mengatakan|"
    r"menjelaskan|says|states|notes|nyebatkeun|nyebutkeun|netelakeun)\s+(?:bahwa|that|yén|yen)\s+",
    re.IGNORECASE,
)


def without_references(text: str, documents: Sequence[DocumentSummary]) -> str:
    """Return ``text`` with spaces for what refers to a source; its length stays."""
    bare = _LED.sub(_blank, text)
    bare = _NARRATED.sub(_blank, bare)

    def blanked(match: re.Match[str]) -> str:
        refers = cited_works(match[0]) or read_claims(match[0], documents, ())
        return _blank(match) if refers or match[0][1:-1].strip().isdigit() else match[0]

    return _BRACKET.sub(blanked, bare)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
