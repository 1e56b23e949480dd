"""From raw text to blocks: headings, paragraphs and list items, page breaks repaired.

A block's text is canonical already (see ``corpus.canonical``) and knows its place in
the file. Which section a block belongs to is decided in ``ingest.outline``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from corpus.canonical import MappedText
from ingest.sentences import CITATION

__all__ = ["Block", "BlockKind", "read_blocks"]

BlockKind = Literal["heading", "paragraph", "list_item"]

FRONT_AND_BACK: Final = (
    "ABSTRAK|ABSTRACT|RINGKESAN|INTISARI|SARI|KATA PENGANTAR|PRAKATA|PANGJAJAP|PREFACE|DAFTAR ISI|"
    "DAFTAR TABEL|DAFTAR GAMBAR|DAFTAR PUSTAKA|PUSTAKA ACUAN|REFERENCES|BIBLIOGRAPHY|LAMPIRAN|"
    "ACKNOWLEDGEMENTS?|UCAPAN TERIMA KASIH|APPENDIX|INTRODUCTION|CONCLUSIONS?|SUMMARY"
)
_NAMED: Final = re.compile(rf"\W*(?:{FRONT_AND_BACK})\W*", re.IGNORECASE)
CHAPTER: Final = re.compile(
    r"(?:BAB|CHAPTER)\s+(?P<number>[IVXLC]+|\d{1,2})\b\s*[.:–—-]?\s*(?P<title>.*)", re.IGNORECASE
)
NUMBERED: Final = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){1,5})\.?\s+(?P<title>\S.*)")
_HASHES: Final = re.compile(r"\s{0,3}(?P<hashes>#{1,6})\s+(?P<title>\S.*?)\s*#*\s*$")
_MARKER: Final = re.compile(
    r"\s*(?:(?:[-+•*–]\s+)(?:\(?(?:\d{1,3}|[a-zA-Z])[.)]\s+)?|\(?(?:\d{1,3}|[a-z])[.)]\s+)(?=\S)"
)
_TERMINAL: Final = re.compile(r"[.?!…:;][”\"’')\]»]*$|\)$|[”\"]$")
_HANGING: Final = re.compile(
    r"(?:,|[-–—]|\b(?:yang|dan|atau|di|ke|dari|dengan|untuk|pada|oleh|sebagai|antara|the|a|an|of|"
    r"and|or|to|in|for|with|by|that|from|anu|nu|jeung|sareng|atawa|ka|ti|pikeun|kanggo|dina))$",
    re.IGNORECASE,
)
_HEADING_WORDS: Final = 18
_NUMBER_AND_WORD: Final = 2
_DOT_LEADER: Final = re.compile(r"(?:\.\s?){4,}|…{2,}|_{4,}|\t\s*\d+$")
"""A line of a table of contents, which names a heading and is none."""


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph or an item of a list, its text canonical.

    ``level`` is that of a Markdown heading, 0 for any other block.
    """

    kind: BlockKind
    text: MappedText
    level: int = 0


def read_blocks(raw: str) -> tuple[Block, ...]:
    """Return the blocks of a file in order; nothing but whitespace and marks is lost."""
    cleaned = (
        replace(block, text=block.text.cleaned()) for block in _merged_titles(_raw_blocks(raw))
    )
    return tuple(_repaired([block for block in cleaned if block.text.text]))


def _raw_blocks(raw: str) -> Iterator[Block]:
    """Yield one block for each heading line, list item and run of other lines."""
    held: list[MappedText] = []
    kind: BlockKind = "paragraph"
    for line in _lines(raw):
        blank = not line.text.strip()
        heading = None if blank else _heading(line)
        marked = not blank and heading is None and _MARKER.match(line.text) is not None
        if held and (blank or heading or marked):
            yield Block(kind, MappedText.join(held, "\n"))
            held = []
        if heading is not None:
            yield heading
        elif not blank:
            if not held:
                kind = "list_item" if marked else "paragraph"
            held.append(line)
    if held:
        yield Block(kind, MappedText.join(held, "\n"))


def _lines(raw: str) -> Iterator[MappedText]:
    position = 0
    for line in raw.splitlines(keepends=True):
        yield MappedText.of(raw, position, position + len(line))
        position += len(line)


def _heading(line: MappedText) -> Block | None:
    hashes = _HASHES.match(line.text)
    if hashes is not None:
        return Block("heading", line.slice(*hashes.span("title")), len(hashes["hashes"]))
    plain = line.cleaned().text
    words = plain.split()
    if len(words) > _HEADING_WORDS or _DOT_LEADER.search(plain):
        return None
    if plain.endswith((".", ";", ",", ":")) and len(words) > _NUMBER_AND_WORD:
        return None
    if _NAMED.fullmatch(plain) or _is_chapter(plain) or NUMBERED.fullmatch(plain):
        return Block("heading", line)
    return None


def _is_chapter(line: str) -> bool:
    match = CHAPTER.fullmatch(line)
    # "Bab I membahas …" is a sentence, "BAB I PENDAHULUAN" and "Bab I Pendahuluan" are not.
    return match is not None and (not match["title"] or match["title"][:1].isupper())


def _merged_titles(blocks: Iterator[Block]) -> Iterator[Block]:
    """Join ``BAB I`` with the title in capitals on the line below it."""
    waiting: Block | None = None
    for block in blocks:
        plain = block.text.cleaned().text
        if waiting is not None:
            if _is_title_below(block, plain):
                joined = MappedText.join((waiting.text, block.text), "\n")
                yield replace(waiting, text=joined)
                waiting = None
                continue
            yield waiting
            waiting = None
        match = CHAPTER.fullmatch(plain) if block.kind == "heading" else None
        if match is not None and not match["title"]:
            waiting = block
        else:
            yield block
    if waiting is not None:
        yield waiting


def _is_title_below(block: Block, plain: str) -> bool:
    if block.kind == "list_item" or len(plain.split()) > _HEADING_WORDS:
        return False
    if block.kind == "heading":
        return bool(_NAMED.fullmatch(plain))
    return plain.isupper() or (plain.istitle() and not _TERMINAL.search(plain))


def _repaired(blocks: Sequence[Block]) -> list[Block]:
    """Join paragraphs that a page break cut and give citations back to their sentence."""
    repaired: list[Block] = []
    for block in blocks:
        if not repaired or block.kind == "heading" or repaired[-1].kind == "heading":
            repaired.append(block)
            continue
        previous = repaired[-1]
        rest = block
        if block.kind == "paragraph":
            citation = CITATION.match(block.text.text)
            if citation is not None:
                head = block.text.slice(0, citation.end())
                previous = replace(previous, text=MappedText.join((previous.text, head), " "))
                rest = replace(block, text=block.text.slice(citation.end()).cleaned())
            if rest.text.text and _is_cut(previous.text.text, rest.text.text):
                previous = replace(previous, text=MappedText.join((previous.text, rest.text), " "))
                rest = replace(rest, text=MappedText.of(""))
        repaired[-1] = previous
        if rest.text.text:
            repaired.append(rest)
    return repaired


def _is_cut(before: str, after: str) -> bool:
    """Tell whether a page break between ``before`` and ``after`` cut one paragraph."""
    if _HANGING.search(before):
        return True
    return not _TERMINAL.search(before) and after[:1].islower()
