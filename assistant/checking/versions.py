"""Versions of passages as texts of their own, for quotes that are in translation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.records import QuoteVersion
from corpus.language import Language
from corpus.records import Passage, Sentence, Span, Version

__all__ = ["Piece", "VersionText", "version_texts"]


@dataclass(frozen=True, slots=True)
class Piece:
    """The version of a sentence at ``span`` of the text of all."""

    span: Span
    passage: Passage
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class VersionText:
    """The versions of the sentences of neighbouring passages, of one language and origin."""

    language: Language
    origin: str
    text: str
    pieces: tuple[Piece, ...]

    def at(self, span: Span) -> tuple[Piece, ...]:
        """Return the pieces that a part of the text reaches into."""
        return tuple(p for p in self.pieces if p.span.start < span.end and p.span.end > span.start)

    def quoted(self, span: Span) -> QuoteVersion:
        """Return the version of the sentences at ``span``, whole."""
        pieces = self.at(span)
        text = self.text[pieces[0].span.start : pieces[-1].span.end] if pieces else ""
        return QuoteVersion(self.language, text, self.origin)


def version_texts(passages: Sequence[Passage]) -> tuple[VersionText, ...]:
    """Return the texts of the versions of passages, which are in the order of their text.

    The author's own versions are passages themselves and are not given.
    """
    kinds = sorted(
        {(v.language, v.origin) for p in passages for v in p.versions if v.origin != "author"}
    )
    return tuple(_joined(passages, language, origin) for language, origin in kinds)


def _joined(passages: Sequence[Passage], language: Language, origin: str) -> VersionText:
    text = ""
    pieces: list[Piece] = []
    for passage in passages:
        of_sentences = {
            version.sentence: version
            for version in reversed(passage.versions)
            if (version.language, version.origin) == (language, origin)
        }
        for sentence in passage.sentences:
            version: Version | None = of_sentences.get(sentence.ordinal)
            if version is None:
                continue
            if pieces and text[pieces[-1].span.start :] == version.text:
                # One version renders several sentences.
                pieces.append(Piece(pieces[-1].span, passage, sentence))
                continue
            start = len(text) + 1 if text else 0
            text = f"{text} {version.text}" if text else version.text
            pieces.append(Piece(Span(start, len(text)), passage, sentence))
    return VersionText(language, origin, text, tuple(pieces))
