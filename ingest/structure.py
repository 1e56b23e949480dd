"""From raw text to blocks: headings, paragraphs and list items, page breaks repaired.

A block's text is canonical already (see ``corpus.canonical``) and knows its place in
the file. Which section a block belongs to is decided in ``ingest.outline``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from corpus.canonical import MappedText
from corpus.records import Span
from corpus.sentences import MOST_CITED, citation_end
from corpus.text import visible
from ingest.headings import Line, find_heading, is_contents_line, read_lines, runs_on

__all__ = ["Block", "BlockKind", "read_blocks"]

BlockKind = Literal["heading", "paragraph", "list_item"]

_COUNTER: Final = r"\(?(?:\d{1,3}|[a-z]|[ivx]{2,5})[.)]"
_MARKER: Final = re.compile(
    rf"(?P<marker>[-+•*–](?=\s)(?:\s+\(?(?:\d{{1,3}}|[a-zA-Z])[.)](?=\s))?|{_COUNTER})\s+(?=\S)"
)
_BULLETS: Final = frozenset("•+*")
_FIRST: Final = frozenset({"1", "a", "i"})
_TERMINAL: Final = re.compile(r"[.?!…:;][”\"’')\]»]*$|\)$|[”\"]$")
_HANGING: Final = re.compile(
    r"(?:,|[-–—]|\b(?:yang|dan|atau|di|ke|dari|dengan|untuk|pada|oleh|sebagai|antara|the|a|an|of|"
    r"and|or|to|in|for|with|by|that|from|anu|nu|jeung|sareng|atawa|ka|ti|pikeun|kanggo|dina))$"
)
_EDGE: Final = 200
"""How many characters at a paragraph's edge tell whether a page break cut it."""


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph or an item of a list, its text canonical.

    ``level`` is that of a Markdown heading, 0 for any other block.
    """

    kind: BlockKind
    text: MappedText
    level: int = 0


@dataclass(slots=True)
class _Draft:
    """A block in the making: the ``spans`` of the raw text that it is read from."""

    kind: BlockKind
    spans: list[Span]
    level: int = 0


def read_blocks(raw: str) -> tuple[Block, ...]:
    """Return the blocks of a file in order.

    Nothing is lost but whitespace and marks: of emphasis, and those that make a line a
    Markdown heading.
    """
    blocks = (
        Block(draft.kind, MappedText.gather(raw, draft.spans).cleaned(), draft.level)
        for draft in _repaired(raw, _drafts(raw))
    )
    return tuple(block for block in blocks if block.text.text)


def _drafts(raw: str) -> Iterator[_Draft]:
    """Yield one draft for each heading, list item and run of other lines."""
    lines = read_lines(raw)
    held: list[Line] = []
    kind: BlockKind = "paragraph"
    listed = False
    place = 0
    while place < len(lines):
        line = lines[place]
        above = held[-1] if held else None
        heading = find_heading(raw, lines, place, above, listed=listed)
        starts = heading is None and _starts_item(line, held, kind, listed=listed)
        if held and (line.blank or heading is not None or starts):
            yield _Draft(kind, [Span(held[0].span.start, held[-1].span.end)])
            held = []
        if heading is not None:
            yield _Draft("heading", list(heading.spans), heading.level)
            listed = heading.contents
        elif not line.blank:
            if not held:
                kind = "list_item" if starts else "paragraph"
            held.append(line)
        place = place + 1 if heading is None else heading.after
    if held:
        yield _Draft(kind, [Span(held[0].span.start, held[-1].span.end)])


def _starts_item(line: Line, held: Sequence[Line], kind: BlockKind, *, listed: bool) -> bool:
    """Tell whether a line starts an item of a list, below the lines ``held``."""
    if is_contents_line(line, listed=listed):
        return True
    match = _MARKER.match(line.seen)
    if match is None:
        return False
    if not held or not runs_on(held[-1]):
        return True
    # In the middle of a sentence, a dash or a number is more likely a part of it.
    marker = match["marker"]
    if kind == "list_item":
        first = _MARKER.match(held[0].seen)
        return first is not None and _shape(first["marker"]) == _shape(marker)
    return marker in _BULLETS or marker.strip("().") in _FIRST


def _shape(marker: str) -> str:
    return re.sub(r"[a-zA-Z]+", "a", re.sub(r"\d+", "1", marker))


def _repaired(raw: str, drafts: Iterator[_Draft]) -> list[_Draft]:
    """Join paragraphs that a page break cut and give citations back to their sentence."""
    repaired: list[_Draft] = []
    for draft in drafts:
        previous = repaired[-1] if repaired else None
        if draft.kind != "paragraph" or previous is None or previous.kind == "heading":
            repaired.append(draft)
            continue
        span = draft.spans[0]
        cut = _citation_cut(raw, span)
        if _is_cut(raw, previous.spans[-1], Span(cut, span.end), span):
            previous.spans.append(span)
        elif cut > span.start and not _starts_small(raw, Span(cut, span.end)):
            previous.spans.append(Span(span.start, cut))
            if raw[cut : span.end].strip():
                repaired.append(_Draft("paragraph", [Span(cut, span.end)]))
        else:
            repaired.append(draft)
    return repaired


def _citation_cut(raw: str, span: Span) -> int:
    """Return where the citation ends that a paragraph opens with; its start if with none."""
    head = MappedText.of(raw, span.start, min(span.end, span.start + 2 * MOST_CITED)).cleaned()
    end = citation_end(head.text, 0)
    if end is None:
        return span.start
    cut = head.offsets[end - 1] + 1
    while cut < span.end and raw[cut] in "*_.":
        cut += 1
    return cut


def _is_cut(raw: str, before: Span, rest: Span, whole: Span) -> bool:
    """Tell whether a page break between ``before`` and ``whole`` cut one paragraph.

    ``rest`` is ``whole`` without the citation that it opens with.
    """
    end = visible(raw[max(before.start, before.end - _EDGE) : before.end]).rstrip(" \t\r\n\f*_")
    if _HANGING.search(end):
        return rest == whole or _starts_small(raw, rest)
    return not _TERMINAL.search(end) and _starts_small(raw, rest)


def _starts_small(raw: str, span: Span) -> bool:
    start = visible(raw[span.start : min(span.end, span.start + _EDGE)]).lstrip()
    return start.lstrip("*_")[:1].islower()
