"""The section tree of a file, and the language of each paragraph.

Section ids are what a reader would say: ``abstrak``, ``1`` for BAB I, ``1.4.2.1``; a
heading without a number gives its words. Text before the first heading is ``body``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from corpus.language import LANGUAGES, Language
from corpus.text import fold, visible
from ingest.headings import CHAPTER, NUMBERED
from ingest.structure import Block

__all__ = ["ABSTRACTS", "Outline", "Paragraph", "outline", "slug"]

Probabilities = Callable[[str], Mapping[Language, float]]

ABSTRACTS: Final[Mapping[str, Language]] = {
    "abstrak": "id",
    "intisari": "id",
    "abstract": "en",
    "ringkesan": "su",
    "sari": "su",
}
"""Sections in which an author gives one text in several languages, by section id."""

_MARKDOWN_NUMBERED: Final = re.compile(r"(?P<number>\d{1,2})\.?\s+\S.*")
_ROMAN: Final = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_OWN_LANGUAGE_WORDS: Final = 12
_OWN_LANGUAGE_PROBABILITY: Final = 0.9


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Blocks that are read together: running text with the list that it opens.

    ``ordinal`` counts from 1 within the section.
    """

    ordinal: int
    blocks: tuple[Block, ...]
    language: Language


@dataclass(frozen=True, slots=True)
class Outline:
    """One section of a file: its heading's block, where it has one, and its paragraphs."""

    section_id: str
    heading: Block | None
    level: int
    path: tuple[str, ...]
    language: Language
    paragraphs: tuple[Paragraph, ...]


@dataclass(slots=True)
class _Draft:
    section_id: str
    heading: Block | None
    level: int
    path: tuple[str, ...]
    blocks: list[Block] = field(default_factory=list)


def outline(
    blocks: Sequence[Block], title: str, probabilities: Probabilities, taken: set[str]
) -> tuple[Outline, ...]:
    """Return the sections of a file in order.

    Args:
        blocks: The file's blocks.
        title: Stands as the heading of text that comes before any heading.
        probabilities: The language classifier.
        taken: Section ids that the document's earlier files use; those found are added.
    """
    drafts: list[_Draft] = []
    open_above: list[_Draft] = []
    counts: dict[str, int] = {}
    for block in blocks:
        if block.kind == "heading":
            name, level = _name(block)
            while open_above and open_above[-1].level >= level:
                open_above.pop()
            path = (*(draft.path[-1] for draft in open_above), block.text.text)
            open_above.append(_Draft(_free(name, taken, counts), block, level, path))
            drafts.append(open_above[-1])
            continue
        if not drafts:
            drafts.append(_Draft(_free("body", taken, counts), None, 0, (title,)))
        drafts[-1].blocks.append(block)
    return tuple(_finished(drafts, probabilities))


def slug(text: str) -> str:
    """Return ``text`` as lower-case ASCII words joined by hyphens, at most 80 characters."""
    return "-".join(re.findall(r"[a-z0-9]+", fold(text)))[:80].strip("-")


def _name(block: Block) -> tuple[str, int]:
    """Return the id that a heading asks for, and its level."""
    heading = visible(block.text.text)
    if chapter := CHAPTER.fullmatch(heading):
        return str(_number(chapter["number"])), 0
    if numbered := NUMBERED.fullmatch(heading):
        return numbered["number"], numbered["number"].count(".")
    level = max(block.level - 1, 0)
    if block.level and (single := _MARKDOWN_NUMBERED.fullmatch(heading)):
        return single["number"], level
    return slug(heading) or "section", level


def _free(name: str, taken: set[str], counts: dict[str, int]) -> str:
    """Return ``name``, or with the next number behind it where it is taken."""
    candidate, count = name, counts.get(name, 1)
    while candidate in taken:
        count += 1
        candidate = f"{name}-{count}"
    counts[name] = count
    taken.add(candidate)
    return candidate


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    values = [_ROMAN[char] for char in text.lower()]
    following = [*values[1:], 0]
    return sum(-a if a < b else a for a, b in zip(values, following, strict=True))


def _finished(drafts: Sequence[_Draft], probabilities: Probabilities) -> list[Outline]:
    found: list[Outline] = []
    for draft in drafts:
        known = ABSTRACTS.get(draft.section_id)
        paragraphs = _paragraphs(draft.blocks)
        language = known or _language(" ".join(_text(p) for p in paragraphs), probabilities)
        found.append(
            Outline(
                section_id=draft.section_id,
                heading=draft.heading,
                level=draft.level,
                path=draft.path,
                language=language,
                paragraphs=tuple(
                    Paragraph(ordinal, tuple(blocks), _own(blocks, language, probabilities))
                    for ordinal, blocks in enumerate(paragraphs, start=1)
                ),
            )
        )
    following: Language | None = None
    for index in range(len(found) - 1, -1, -1):
        if found[index].paragraphs:
            following = found[index].language
        elif following is not None and found[index].section_id not in ABSTRACTS:
            # A heading alone is too short to tell: it speaks the language of what follows it.
            found[index] = replace(found[index], language=following)
    return found


def _paragraphs(blocks: Sequence[Block]) -> list[list[Block]]:
    grouped: list[list[Block]] = []
    for block in blocks:
        opened = bool(grouped) and grouped[-1][-1].text.text.endswith(":")
        if opened or (grouped and block.kind == "list_item"):
            grouped[-1].append(block)
        else:
            grouped.append([block])
    return grouped


def _text(blocks: Sequence[Block]) -> str:
    return " ".join(block.text.text for block in blocks)


def _own(blocks: Sequence[Block], section: Language, probabilities: Probabilities) -> Language:
    text = _text(blocks)
    if len(text.split()) < _OWN_LANGUAGE_WORDS:
        return section
    scores = probabilities(text)
    best = max(LANGUAGES, key=lambda language: scores[language])
    return best if scores[best] >= _OWN_LANGUAGE_PROBABILITY else section


def _language(text: str, probabilities: Probabilities) -> Language:
    if not text:
        return LANGUAGES[0]
    scores = probabilities(text)
    return max(LANGUAGES, key=lambda language: scores[language])
