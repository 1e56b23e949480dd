"""Where sentences end, in Indonesian, English and Sundanese academic prose.

A full stop before a lower-case word ends nothing: in *program anu éféktif. lamun
ditilik …* the condition belongs to the statement. A bracketed citation behind a full
stop belongs to the sentence that it closes.
"""

from __future__ import annotations

import re
from typing import Final

from corpus.records import CitedWork, Span

__all__ = ["CITATION", "cited_works", "split_sentences"]

_YEAR: Final = r"(?:1[89]|20)\d{2}[a-z]?"
_WEB: Final = r"(?:https?://)?(?:[\w-]+\.)+(?:id|com|org|net|edu|gov|jp|int)(?:/[^\s();]*)?"
CITATION: Final = re.compile(rf"\((?:[^()]*\b{_YEAR}(?:\s*[,:][^()]*)?|\s*{_WEB}[^()]*)\)")
_SURNAME: Final = r"[A-Z][\w'’-]+"
_NARRATIVE: Final = re.compile(
    rf"(?P<author>{_SURNAME}(?:\s+(?:dan|and|jeung|sareng|&)\s+{_SURNAME}|\s+(?:et al\.|dkk\.?))?)"
    rf"\s+\((?P<year>{_YEAR})\)"
)
_END: Final = re.compile(r"[.?!…]+[”\"’')\]»]*(?=\s)")
_NEVER_LAST: Final = frozenset(
    {
        *("al", "dr", "drs", "dra", "prof", "ir", "mr", "mrs", "ms", "yth", "bpk", "sdr", "jl"),
        *("kab", "kec", "vs", "cf", "eds", "a.n", "u.p", "s.d", "d.a", "e.g", "i.e"),
    }
)
_BEFORE_NUMBER: Final = frozenset(
    ("no", "nos", "hal", "hlm", "vol", "pp", "p", "fig", "tgl", "ed", "gbr", "tab", "bab")
)
"""Words of their own in one of the languages, so abbreviations before a number only."""
_INITIAL: Final = re.compile(r"(?:^|[\s.(])[A-Z]$")
_MARKER_ONLY: Final = re.compile(r"^(?:[-*+•–]\s*)?\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]$")


def split_sentences(text: str) -> tuple[Span, ...]:
    """Return the spans of the sentences of one paragraph, surrounding space excluded.

    The spans are ascending and cover everything but the whitespace between them.
    """
    spans: list[Span] = []
    start = position = len(text) - len(text.lstrip())
    while match := _END.search(text, position):
        end = _behind_citations(text, match.end())
        position = max(match.end(), end)
        if _is_end(text, start, match, end):
            spans.append(Span(start, end))
            start = end + len(text[end:]) - len(text[end:].lstrip())
            position = start
    if text[start:].strip():
        spans.append(Span(start, len(text.rstrip())))
    return tuple(spans)


def _behind_citations(text: str, end: int) -> int:
    """Return the place behind the citations that follow a sentence's full stop."""
    while True:
        gap = len(text[end:]) - len(text[end:].lstrip())
        match = CITATION.match(text, end + gap)
        if match is None:
            return end
        end = match.end()
        if text[end : end + 1] in (".", ","):
            end += 1


def _is_end(text: str, start: int, match: re.Match[str], end: int) -> bool:
    following = text[end:].lstrip()
    if not following:
        return False
    opening = following.lstrip("“\"‘'([«*_¿¡")
    if opening[:1].islower():
        return False
    if match[0].startswith((".", "…")) and end == match.end():
        before = text[start : match.start()]
        word = before.rsplit(maxsplit=1)[-1].lower().lstrip("(“\"'") if before.strip() else ""
        if word in _NEVER_LAST or _INITIAL.search(before):
            return False
        if word in _BEFORE_NUMBER and following[:1].isdigit():
            return False
        if _MARKER_ONLY.match(text[start : match.end()].strip()):
            return False
    return True


def cited_works(sentence: str) -> tuple[CitedWork, ...]:
    """Return the works that a sentence cites in brackets or by an author with a year."""
    found: list[tuple[int, str]] = []
    for match in CITATION.finditer(sentence):
        inside = match[0][1:-1]
        if re.fullmatch(_YEAR, inside.strip()):
            continue
        found.extend((match.start(), part.strip()) for part in inside.split(";") if part.strip())
    found.extend(
        (match.start(), f"{match['author']}, {match['year']}")
        for match in _NARRATIVE.finditer(sentence)
    )
    ordered = dict.fromkeys(work for _, work in sorted(found))
    return tuple(CitedWork(work, "this_sentence") for work in ordered)
