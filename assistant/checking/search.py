"""Where a quote stands: exactly in whole documents, else nearly in passages that are like it.

A quote is looked for in the original first, then in the versions of the passages (a quote in
translation). Its parts, between ellipses, must stand in one text in their order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from assistant.checking.alignment import MOST_WORDS, Alignment, align
from assistant.checking.folding import FoldedText, fold_quoted
from assistant.checking.quotes import count_words, split_parts
from assistant.checking.records import Difference
from assistant.checking.versions import VersionText
from corpus.records import Passage, Span

__all__ = ["FoundQuote", "HeldText", "find_exact", "find_near"]

MOST_PLACES: Final = 12
"""A quote that stands more often is reported at so many of its places."""
LEAST_SCORE: Final = 0.6
LEAST_KEPT: Final = 3
"""So many words must be the quote's own for a passage to be what was quoted."""
_LEAST_PART_WORDS: Final = 2
_AROUND: Final = 900
"""Characters around a passage that are compared too: a quote may run over its edges."""
_CLOSING: Final = ".,;:!?"
_TOKEN: Final = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class HeldText:
    """A text that quotes are looked for in: a document's own, or a version of its passages.

    ``source`` is what the folded text was made from.
    """

    document_id: str
    folded: FoldedText
    source: str
    version: VersionText | None = None


@dataclass(frozen=True, slots=True)
class FoundQuote:
    """A quote found: its parts at ``spans`` of the source of ``held``, in the quote's order."""

    held: HeldText
    spans: tuple[Span, ...]
    differences: tuple[Difference, ...] = ()
    score: float = 1.0
    in_order: bool = True


def find_exact(quote: str, texts: Sequence[HeldText]) -> tuple[FoundQuote, ...]:
    """Return where a quote stands as it is, in the order of ``texts``.

    Args:
        quote: As given, without its marks.
        texts: Where to look.
    """
    whole = fold_quoted(quote).text
    found = [hit for held in texts for hit in _whole_places(whole, held)]
    parts = [fold_quoted(part.text).text for part in split_parts(quote)]
    if not found and len(parts) > 1:
        found = [hit for held in texts if (hit := _parts_place(parts, held)) is not None]
        found = [hit for hit in found if hit.in_order] or found
    return tuple(found[:MOST_PLACES])


def find_near(
    quote: str, texts: Sequence[HeldText], passages: Sequence[Passage]
) -> FoundQuote | None:
    """Return the best place that a quote may have been taken from with changes, if any.

    Args:
        quote: As given, without its marks.
        texts: The originals of documents, and versions.
        passages: Those that are most like the quote, of these documents.
    """
    best: FoundQuote | None = None
    pieces = [piece for part in split_parts(quote) for piece in _pieces(part.text)]
    if count_words(quote) <= LEAST_KEPT:
        return None
    around = max(_AROUND, *(len(piece.text) for piece in pieces))
    for held in texts:
        found = _near(pieces, held, _windows(held, passages, around))
        if found is not None and (best is None or found.score > best.score):
            best = found
    return best


def _whole_places(quote: str, held: HeldText) -> Iterator[FoundQuote]:
    for form in _forms(quote):
        spans = list(_occurrences(form, held.folded.text))[:MOST_PLACES]
        for span in spans:
            yield FoundQuote(held, (held.folded.span(span.start, span.end),))
        if spans:
            return


def _forms(quote: str) -> tuple[str, ...]:
    """Return a quote, then it without its last mark, which may be the quoting sentence's."""
    bare = quote.rstrip(_CLOSING)
    return (quote,) if bare == quote or not bare else (quote, bare)


def _occurrences(quote: str, text: str, start: int = 0) -> Iterator[Span]:
    """Yield where ``quote`` stands as whole words, from ``start``."""
    at = text.find(quote, start) if quote else -1
    while at >= 0:
        end = at + len(quote)
        cut_before = at > 0 and text[at - 1].isalnum() and text[at].isalnum()
        cut_behind = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
        if not cut_before and not cut_behind:
            yield Span(at, end)
        at = text.find(quote, at + 1)


def _parts_place(parts: Sequence[str], held: HeldText) -> FoundQuote | None:
    """Return where all parts of a quote stand, in order where they do."""
    text = held.folded.text
    spans: list[Span] = []
    in_order = True
    position = 0
    for part in parts:
        forms = _forms(part)
        here = next((s for f in forms for s in _occurrences(f, text, position)), None)
        if here is None:
            here = next((s for f in forms for s in _occurrences(f, text)), None)
            in_order = False
        if here is None:
            return None
        position = here.end
        spans.append(held.folded.span(here.start, here.end))
    return FoundQuote(held, tuple(spans), in_order=in_order)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a quote, or a share of one that is too long; then it ``continues`` another."""

    text: str
    continues: bool


def _pieces(part: str) -> Iterator[_Piece]:
    """Yield a part of a quote in pieces that are short enough to be aligned."""
    tokens = [match.span() for match in _TOKEN.finditer(part)]
    for first in range(0, len(tokens), MOST_WORDS):
        last = tokens[first : first + MOST_WORDS][-1]
        yield _Piece(part[tokens[first][0] : last[1]], continues=first > 0)


def _windows(held: HeldText, passages: Sequence[Passage], around: int) -> tuple[Span, ...]:
    """Return the parts of the folded text around the passages."""
    if held.version is not None:
        return (Span(0, len(held.folded.text)),)
    windows: list[Span] = []
    for passage in sorted(passages, key=lambda passage: passage.start):
        if passage.document_id != held.document_id:
            continue
        start = held.folded.place(max(passage.start - around, 0))
        windows.append(Span(start, held.folded.place(passage.end + around)))
    return tuple(windows)


def _near(pieces: Sequence[_Piece], held: HeldText, windows: Sequence[Span]) -> FoundQuote | None:
    """Return the parts' best alignments with one text, ``None`` where they are too far."""
    spans: list[Span] = []
    differences: list[Difference] = []
    score, total, kept = 0.0, 0, 0
    for piece in pieces:
        folded = fold_quoted(piece.text)
        size = count_words(piece.text)
        found = _best_alignment(folded.text, held, windows)
        if found is None or (found.score < LEAST_SCORE and size >= _LEAST_PART_WORDS):
            return None
        spans.append(held.folded.span(found.start, found.end))
        if piece.continues and (between := held.source[spans[-2].end : spans[-1].start].split()):
            differences.append(Difference("left_out", "", " ".join(between)))
        differences.extend(_differences(piece.text, folded, held, found))
        score += found.score * size
        total += size
        kept += found.kept
    if kept < LEAST_KEPT or not total:
        return None
    in_order = all(left.start < right.start for left, right in pairwise(spans))
    return FoundQuote(held, tuple(spans), tuple(differences), score / total, in_order)


def _best_alignment(quote: str, held: HeldText, windows: Sequence[Span]) -> Alignment | None:
    best: Alignment | None = None
    for window in windows:
        text = held.folded.text[window.start : window.end]
        found = align(quote, text)
        if found is None or (best is not None and found.score <= best.score):
            continue
        best = replace(
            found,
            start=found.start + window.start,
            end=found.end + window.start,
            edits=tuple(
                replace(
                    edit,
                    original=Span(
                        edit.original.start + window.start, edit.original.end + window.start
                    ),
                )
                for edit in found.edits
            ),
        )
    return best


def _differences(
    quote: str, folded: FoldedText, held: HeldText, found: Alignment
) -> Iterator[Difference]:
    for edit in found.edits:
        yield Difference(
            edit.operation,
            _source(quote, folded, edit.given),
            _source(held.source, held.folded, edit.original),
        )


def _source(source: str, folded: FoldedText, span: Span) -> str:
    if span.start == span.end:
        return ""
    whole = folded.span(span.start, span.end)
    return " ".join(source[whole.start : whole.end].split())
