"""Text with what is to be seen in it: italics, the quote, matched words, notes, glosses.

Annotations are spans of the document; where they overlap, the text is cut at every edge.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Literal

from corpus.records import Span
from ui.markup import element, text

__all__ = ["Annotation", "annotated", "emphasised_text"]

Kind = Literal["quote", "italic", "pair", "note", "gloss"]


@dataclass(frozen=True, slots=True)
class Annotation:
    """A span to be seen as ``kind``; ``said`` is the gloss, or the question's word of a pair.

    ``number`` tells pairs and notes apart. Spans of one kind do not overlap each other.
    """

    span: Span
    kind: Kind
    said: str = ""
    number: int = 0


def emphasised_text(words: str, start: int, italics: Sequence[Span]) -> str:
    """Return ``words``, which stand at ``start`` of a document, with its italics."""
    return annotated(words, start, [Annotation(span, "italic") for span in italics])


def annotated(words: str, start: int, annotations: Sequence[Annotation]) -> str:
    """Return ``words``, which stand at ``start`` of a document, with what touches them."""
    end = start + len(words)
    here = [note for note in annotations if note.span.start < end and start < note.span.end]
    edges = {start, end}
    for note in here:
        edges |= {max(start, note.span.start), min(end, note.span.end)}
    ordered = sorted(edges)
    pieces = [
        _Piece(words[left - start : right - start], left, _covering(here, left))
        for left, right in pairwise(ordered)
    ]
    return "".join(
        element("mark", inside) if quoted else inside
        for quoted, inside in (
            (quoted, "".join(_grouped(list(group))))
            for quoted, group in groupby(pieces, key=lambda piece: piece.has("quote") is not None)
        )
    )


@dataclass(frozen=True, slots=True)
class _Piece:
    words: str
    start: int
    notes: tuple[Annotation, ...]

    def has(self, kind: Kind) -> Annotation | None:
        return next((note for note in self.notes if note.kind == kind), None)


def _covering(annotations: Sequence[Annotation], place: int) -> tuple[Annotation, ...]:
    return tuple(note for note in annotations if note.span.start <= place < note.span.end)


def _grouped(pieces: Sequence[_Piece]) -> list[str]:
    """Return neighbouring pieces as HTML, those of one gloss or one pair in one element."""

    def word(piece: _Piece) -> tuple[Annotation | None, Annotation | None]:
        return piece.has("gloss"), piece.has("pair")

    parts = []
    for (gloss, pair), group in groupby(pieces, key=word):
        inside = "".join(map(_plain, group))
        if pair is not None:
            inside = element(
                "span", inside, class_=f"pair pair-{pair.number % 6}", title=pair.said or None
            )
        if gloss is not None:
            inside = element("span", inside, class_="word", tabindex=-1, data_gloss=gloss.said)
        parts.append(inside)
    return parts


def _plain(piece: _Piece) -> str:
    inside = text(piece.words)
    if piece.has("italic") is not None:
        inside = element("em", inside)
    if (note := piece.has("note")) is not None:
        inside = element("span", inside, class_="noted", data_note=note.number)
    return inside
