"""The given text as a check reads it: paragraphs, block quotes, quotes and sentences.

Offsets of a block count in its own text, emphasis and line breaks folded;
``Block.given`` leads back to the text as it was given.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final, Literal

from assistant.checking.quotes import count_words, find_quotes
from assistant.question import question_language
from corpus.canonical import MappedText
from corpus.language import Language
from corpus.records import Span
from corpus.sentences import split_sentences

__all__ = ["Block", "BlockKind", "GivenSentence", "read_blocks"]

BlockKind = Literal["prose", "block_quote"]

_LEAST_WORDS_OF_A_LANGUAGE: Final = 4
"""Shorter sentences are taken to be in the language of their paragraph."""
_LONGEST_SHARE: Final = 4_000
_QUOTED: Final = re.compile(r"[ \t]{0,3}>[ \t]?")
_ITEM: Final = re.compile(r"[ \t]*(?:[-*+•]|\(?\d{1,3}[.)]|\(?[a-z][.)])[ \t]+")
_HEADING: Final = re.compile(r"[ \t]{0,3}#{1,6}(?:[ \t]|$)")
_NUMBERED: Final = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2})+\.?\s[^\n]{1,100}|(?:BAB|CHAPTER)\s+[IVXLC\d]+\b[^\n]{0,80})(?<![.!?:;”\"])",
    re.IGNORECASE,
)
"""A heading on a line of its own, without a Markdown mark: *1.4.2 Kegunaan Penelitian*."""
_RULE: Final = re.compile(r"[ \t]{0,3}(?:[-*_=][ \t]*){3,}$")
_FENCE: Final = re.compile(r"[ \t]{0,3}(?:```|~~~)")
_SOURCE_LINE: Final = re.compile(r"^\s*(?:[—–]|--|\([^()]{1,300}\)\s*\.?$)")
_SOURCE_BEHIND: Final = re.compile(r"(?<=\S)\s\([^()]{1,300}\)\.?$")
_MARKS: Final = "\"'“”‘’«»„"


@dataclass(frozen=True, slots=True)
class GivenSentence:
    """A sentence at ``span`` of its block, with the quotes that begin in it."""

    span: Span
    language: Language
    quotes: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a list item or a block quote.

    ``source`` is what a block quote says about where it is from, in its own lines.
    """

    kind: BlockKind
    mapped: MappedText
    sentences: tuple[GivenSentence, ...]
    source: str = ""

    @property
    def text(self) -> str:
        """The block without emphasis marks, whitespace folded."""
        return self.mapped.text

    def given(self, span: Span) -> Span:
        """Return where a part of the block, not empty, stands in the given text."""
        offsets = self.mapped.offsets
        return Span(offsets[span.start], offsets[span.end - 1] + 1)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without its mark; ``kind`` tells apart what may not be joined."""

    kind: Literal["prose", "block_quote", "item", "nothing"]
    span: Span


def read_blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of a text in order; headings, code and rules are passed over."""
    blocks: list[Block] = []
    for lines in _joined(_lines(text)):
        if len(lines) == 1 and _NUMBERED.fullmatch(_of(text, lines[0]).strip()):
            continue
        made = _block(text, lines)
        if made is not None and made.text:
            blocks.append(made)
    return tuple(blocks)


def _lines(text: str) -> Iterator[_Line]:
    fenced = False
    start = 0
    for line in re.split(r"(?<=\n)", text):
        end = start + len(line)
        body = line.rstrip()
        fence = _FENCE.match(line) is not None
        if fence or fenced or not body or _HEADING.match(line) or _RULE.fullmatch(body):
            fenced = fenced != fence
            yield _Line("nothing", Span(start, end))
        elif quoted := _QUOTED.match(line):
            empty = not line[quoted.end() :].strip()
            kind: Literal["nothing", "block_quote"] = "nothing" if empty else "block_quote"
            yield _Line(kind, Span(start + quoted.end(), end))
        elif item := _ITEM.match(line):
            yield _Line("item", Span(start + item.end(), end))
        else:
            yield _Line("prose", Span(start, end))
        start = end


def _joined(lines: Iterable[_Line]) -> Iterator[list[_Line]]:
    """Yield the lines of each block."""
    held: list[_Line] = []
    for filled, run in groupby(lines, key=lambda line: line.kind != "nothing"):
        if not filled:
            continue
        for line in run:
            continues = held and (
                line.kind == held[-1].kind == "block_quote"
                or (line.kind == "prose" and held[-1].kind != "block_quote")
            )
            if held and not continues:
                yield held
                held = []
            held.append(line)
        yield held
        held = []


def _block(text: str, lines: Sequence[_Line]) -> Block | None:
    if lines[0].kind != "block_quote":
        return _prose(MappedText.gather(text, [line.span for line in lines]).cleaned())
    quoted, source = list(lines), ""
    while len(quoted) > 1 and _SOURCE_LINE.match(_of(text, quoted[-1])):
        source = f"{_of(text, quoted.pop()).strip()} {source}".strip()
    mapped = MappedText.gather(text, [line.span for line in quoted]).cleaned()
    whole = Span(0, len(mapped.text))
    inner = find_quotes(mapped.text)
    if len(inner) == 1 and _wraps(mapped.text, inner[0]):
        source = f"{mapped.text[inner[0].end + 1 :].strip(_MARKS + ' ')} {source}".strip()
        whole = inner[0]
    if not mapped.text:
        return None
    if closing := _SOURCE_BEHIND.search(mapped.text, whole.start, whole.end):
        source = f"{closing[0].strip()} {source}".strip()
        whole = Span(whole.start, closing.start())
    language = question_language(mapped.text)
    quotes = [GivenSentence(span, language, (span,)) for span in _shares(mapped.text, whole)]
    return Block("block_quote", mapped, tuple(quotes), source)


def _shares(text: str, quote: Span) -> Iterator[Span]:
    """Yield a block quote, in shares of whole sentences when it is long."""
    start = end = quote.start
    for span in split_sentences(text[quote.start : quote.end]):
        if quote.start + span.end - start > _LONGEST_SHARE and end > start:
            yield Span(start, end)
            start = quote.start + span.start
        end = quote.start + span.end
    if end > start:
        yield Span(start, end)


def _of(text: str, line: _Line) -> str:
    return text[line.span.start : line.span.end]


def _wraps(text: str, quote: Span) -> bool:
    """Tell whether a block quote is one quote in marks, with no more than its source behind."""
    behind = text[quote.end + 1 :].strip()
    return not text[: quote.start].strip(_MARKS + " ") and (not behind or behind[0] in "(—–-.")


def _prose(mapped: MappedText) -> Block | None:
    text = mapped.text
    if not text:
        return None
    quotes = find_quotes(text)
    usual = question_language(text)
    sentences: list[GivenSentence] = []
    for span in _whole(split_sentences(text), quotes):
        inside = tuple(quote for quote in quotes if span.start <= quote.start < span.end)
        part = text[span.start : span.end]
        told = count_words(part) >= _LEAST_WORDS_OF_A_LANGUAGE
        sentences.append(GivenSentence(span, question_language(part) if told else usual, inside))
    return Block("prose", mapped, tuple(sentences))


def _whole(sentences: Sequence[Span], quotes: Sequence[Span]) -> Iterator[Span]:
    """Yield the sentences, those joined that a quote reaches over."""
    held: Span | None = None
    for span in sentences:
        held = span if held is None else Span(held.start, span.end)
        if not any(held.start <= quote.start < held.end < quote.end for quote in quotes):
            yield held
            held = None
    if held is not None:
        yield held
