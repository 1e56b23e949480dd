"""Where sentences end, in Indonesian, English and Sundanese academic prose.

A full stop before a lower-case word ends nothing: in *program anu éféktif. lamun
ditilik …* the condition belongs to the statement. A bracketed citation behind a full
stop belongs to the sentence that it closes.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from corpus.records import CitedWork, Sentence, Span
from corpus.text import visible

__all__ = ["MOST_CITED", "citation_end", "cited_works", "plain_sentences", "split_sentences"]

MOST_CITED: Final = 300
"""A bracket with more characters is no citation."""

_YEAR: Final = r"(?:1[89]|20)\d{2}[a-z]?"
_WEB: Final = (
    r"(?:https?://)?(?:[\w-]+\.)+(?:id|com|org|net|edu|gov|jp|int|info|uk|us|au|sg|my|nl)\b.*"
)
_BRACKET: Final = re.compile(rf"\([^()]{{3,{MOST_CITED}}}\)")
_WORK: Final = re.compile(
    rf"(?P<author>[^\W\d_].*?)(?P<gap>,\s*|[.\s]\s*){_YEAR}"
    rf"(?:\s*[,:.].*|\s+(?:hlm|hal|h|pp?)\b.*|\s*(?:dan|and|jeung|&)\s+{_YEAR})?",
    re.DOTALL,
)
_LAW: Final = re.compile(r"(?:UU|Undang|PP|Per(?:pres|men|da|gub|aturan)|Kep(?:pres|men)|Law)\b")
_DATES: Final = frozenset(
    {
        *("januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september"),
        *("oktober", "november", "desember", "january", "february", "march", "may", "june", "july"),
        *("august", "october", "december", "pébruari", "méi", "agustus", "nopémber", "désémber"),
        *(
            "tahun",
            "taun",
            "year",
            "sejak",
            "pada",
            "per",
            "since",
            "in",
            "of",
            "the",
            "from",
            "ti",
        ),
        *("dina", "until", "hingga", "sampai", "nepi", "antara", "between", "dari", "saprak"),
    }
)
"""Before a year, these make it a date and no work's."""
_SURNAME: Final = r"\b[A-Z][\w'’-]+"
_NARRATIVE: Final = re.compile(
    rf"(?P<author>{_SURNAME}(?:\s+(?:dan|and|jeung|sareng|&)\s+{_SURNAME}|\s+(?:et al\.|dkk\.?))?)"
    rf"\s+\((?P<year>{_YEAR})(?:\s*[,:][^()]{{0,60}})?\)"
)
_UNSEEN: Final = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
_END: Final = re.compile(rf"(?<![.?!…])[.?!…]++[”\"’')\]»{_UNSEEN}]*+(?=\s)")
_SPACE: Final = re.compile(r"\s*")
_OPENING: Final = re.compile(rf"[“\"‘'(\[«*_¿¡{_UNSEEN}]*")
_NEVER_LAST: Final = frozenset(
    {
        *("al", "dr", "drs", "dra", "prof", "ir", "mr", "mrs", "ms", "yth", "bpk", "sdr", "jl"),
        *("kab", "kec", "vs", "cf", "eds", "a.n", "u.p", "s.d", "d.a", "e.g", "i.e"),
    }
)
_BEFORE_BRACKET: Final = frozenset({"dkk", "dll", "dsb", "cs", "etc"})
"""May end a sentence, but not before *(2014)*."""
_BEFORE_NUMBER: Final = frozenset(
    ("no", "nos", "hal", "hlm", "vol", "pp", "p", "fig", "tgl", "ed", "gbr", "tab", "bab")
)
"""Words of their own in one of the languages, so abbreviations before a number only."""
_INITIAL: Final = re.compile(r"(?:^|[\s.(])[A-Z]$")
_MARKER_ONLY: Final = re.compile(r"(?:[-*+•–]\s*)?\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]")
_LONGEST_WORD: Final = 40


def split_sentences(text: str) -> tuple[Span, ...]:
    """Return the spans of the sentences of one paragraph, surrounding space excluded.

    The spans are ascending and cover everything but the whitespace between them.
    """
    spans: list[Span] = []
    last = len(text.rstrip())
    start = position = _behind_space(text, 0)
    while match := _END.search(text, position):
        end = _behind_citations(text, match.end())
        position = end
        if _is_end(text, start, match, end):
            spans.append(Span(start, end))
            start = position = _behind_space(text, end)
    if start < last:
        spans.append(Span(start, last))
    return tuple(spans)


def plain_sentences(text: str, start: int, paragraph: int) -> tuple[Sentence, ...]:
    """Return the sentences of a text that stands in its file as it is.

    Args:
        text: One passage.
        start: Where it stands, in the file as in the document's canonical text.
        paragraph: Its number in the section.
    """
    return tuple(
        Sentence(
            ordinal=ordinal,
            start=start + span.start,
            end=start + span.end,
            raw_start=start + span.start,
            raw_end=start + span.end,
            paragraph=paragraph,
            text=text[span.start : span.end],
        )
        for ordinal, span in enumerate(split_sentences(text))
    )


def citation_end(text: str, start: int) -> int | None:
    """Return where the bracketed citation at ``start`` ends, ``None`` when there is none."""
    match = _BRACKET.match(text, start)
    return match.end() if match is not None and _works(match[0]) else None


def cited_works(sentence: str) -> tuple[CitedWork, ...]:
    """Return the works that a sentence cites in brackets or by an author with a year.

    They are names, not quotes: composed, and without characters that are not seen.
    """
    sentence = unicodedata.normalize("NFC", visible(sentence))
    found = [
        (match.start(), work) for match in _BRACKET.finditer(sentence) for work in _works(match[0])
    ]
    found.extend(
        (match.start(), f"{match['author']}, {match['year']}")
        for match in _NARRATIVE.finditer(sentence)
        if match["author"].lower() not in _DATES
    )
    ordered = dict.fromkeys(work for _, work in sorted(found, key=lambda pair: pair[0]))
    return tuple(CitedWork(work, "this_sentence") for work in ordered)


def _works(bracket: str) -> tuple[str, ...]:
    """Return the works that a bracket names: ``Mukti, 2013``, ``jakarta.go.id``; not dates."""
    parts = (part.strip() for part in visible(bracket)[1:-1].split(";"))
    return tuple(part for part in parts if _is_work(part))


def _is_work(part: str) -> bool:
    if re.fullmatch(_WEB, part, re.DOTALL):
        return True
    match = _WORK.fullmatch(part)
    if match is None:
        return False
    if _LAW.match(part):
        return True
    words = match["author"].lower().split()
    if words[-1].strip(".,") in _DATES or any(char.isdigit() for char in match["author"]):
        return False
    return part[0].isupper() or match["gap"].startswith(",")


def _behind_space(text: str, position: int) -> int:
    match = _SPACE.match(text, position)
    return position if match is None else match.end()


def _behind_citations(text: str, end: int) -> int:
    """Return the place behind the citations that follow a sentence's full stop."""
    while (closed := citation_end(text, _behind_space(text, end))) is not None:
        end = closed + 1 if text[closed : closed + 1] == "." else closed
    return end


def _is_end(text: str, start: int, match: re.Match[str], end: int) -> bool:
    """Tell whether a sentence from ``start`` ends with ``match`` and its citations, at ``end``."""
    following = _behind_space(text, end)
    if following == len(text) or text[end] in ",;:" or text[following] in ".,;:!?)]…":
        return False
    opening = _OPENING.match(text, following)
    first = following if opening is None else opening.end()
    if text[first : first + 1].islower():
        return False
    return not (match[0].startswith((".", "…")) and _abbreviates(text, start, match, end))


def _abbreviates(text: str, start: int, match: re.Match[str], end: int) -> bool:
    """Tell whether the full stop of ``match`` shortens a word, or belongs to a list's marker."""
    following = _behind_space(text, end)
    before = text[max(start, match.start() - _LONGEST_WORD) : match.start()]
    word = before.rsplit(maxsplit=1)[-1].lower().lstrip("(“\"'") if before.strip() else ""
    if word in _NEVER_LAST or (word in _BEFORE_BRACKET and text[following] == "("):
        return True
    if end > match.end():
        return False
    if word in _BEFORE_NUMBER and text[following].isdigit():
        return True
    return bool(_INITIAL.search(before) or _MARKER_ONLY.fullmatch(text, start, match.end()))
