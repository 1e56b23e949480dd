"""Where what was found stands, and the citations of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from assistant.checking.library import HeldDocument
from assistant.checking.places import Standing
from assistant.checking.records import Finding
from assistant.checking.search import FoundQuote
from assistant.checking.strings import say_check
from assistant.checking.versions import Piece, VersionText
from assistant.citations import cite
from assistant.extractive import Quotation
from assistant.phrases import phrases
from assistant.records import Citation, QuoteVersion
from assistant.verification import verify_quotes
from corpus.canonical import raw_span
from corpus.language import Language, language_name
from corpus.records import Passage, Sentence, Span
from corpus.text import fold

__all__ = [
    "Source",
    "cite_sentences",
    "numbered",
    "origin_name",
    "place_name",
    "sources_of",
    "withheld_condition",
]

_CONDITION: Final = phrases(
    r"""
    jika|jikalau|apabila|bilamana|asalkan|asal saja|kecuali|selama belum|dengan syarat|kalau
    lamun|upami|asal|kajaba|iwal|salami|ku sarat
    if|when|unless|provided|except|as long as|on condition
    """
)
_LONGEST_REST: Final = 240


@dataclass(frozen=True, slots=True)
class Source:
    """What of the corpus a quote was found to be: its places and its citations.

    ``translation`` is the version that was quoted, where it was no original.
    """

    standings: tuple[Standing, ...]
    citations: tuple[Citation, ...]
    translation: QuoteVersion | None = None


def sources_of(found: FoundQuote, held: HeldDocument) -> Source:
    """Return the source of a quote that was found in ``held``."""
    if found.held.version is not None:
        return _of_version(found.held.version, found.spans)
    places = [(span, passage) for span in found.spans for passage in held.passages_at(span)]
    standings = [Standing(passage, _reached(passage, span)) for span, passage in places]
    citations = [
        _citation(held, standing, span)
        for (span, _), standing in zip(places, standings, strict=True)
    ]
    return Source(tuple(standings), tuple(citations))


def cite_sentences(passage: Passage, sentences: Sequence[Sentence]) -> Citation:
    """Return the citation of neighbouring sentences of a passage, whole."""
    return cite((Quotation(passage, tuple(sentences)),))[0]


def place_name(standing: Standing, language: Language) -> str:
    """Return what a reader calls a place: its heading and paragraph."""
    number = standing.sentences[0].paragraph if standing.sentences else 0
    heading = standing.passage.heading or standing.passage.section
    if not number:
        return heading
    return f"{heading}, {say_check('paragraph', language, number=number)}"


def origin_name(version: QuoteVersion, language: Language) -> str:
    """Return what a reader calls the origin of a version."""
    kind, _, name = version.origin.partition(":")
    named = language_name(version.language, language)
    return say_check(f"origin_{kind}", language, language=named, name=name)


def withheld_condition(found: FoundQuote, held: HeldDocument) -> str:
    """Return how the sentence goes on that a quote cuts short, where a condition follows."""
    if found.held.version is not None:
        return ""
    end = found.spans[-1].end
    for passage in held.passages_at(found.spans[-1]):
        for sentence in passage.sentences:
            if sentence.start < end < sentence.end:
                rest = held.document.text[end : sentence.end].strip(" ,;")
                held_back = _CONDITION.search(fold(rest)) is not None
                return rest[:_LONGEST_REST] if held_back else ""
    return ""


def numbered(findings: Sequence[Finding], texts: Mapping[str, str]) -> tuple[Finding, ...]:
    """Return the findings with their citations numbered through, each place once.

    A finding with a citation that does not read back is left out: its document was
    replaced meanwhile, and the verdict may not hold any more.

    Args:
        findings: In the order of the given text.
        texts: The canonical text of each document, as the catalog holds it now.
    """
    distinct = {_key(c): c for finding in findings for c in finding.citations}
    verified = verify_quotes(tuple(distinct.values()), texts)
    standing = {_key(citation): citation for citation in verified.citations}
    return tuple(
        replace(finding, citations=tuple(standing[_key(c)] for c in finding.citations))
        for finding in findings
        if all(_key(citation) in standing for citation in finding.citations)
    )


def _key(citation: Citation) -> tuple[str, int, int]:
    return (citation.document_id, citation.start, citation.end)


def _of_version(version: VersionText, spans: Sequence[Span]) -> Source:
    reached: dict[str, list[Piece]] = {}
    for span in spans:
        for piece in version.at(span):
            reached.setdefault(piece.passage.passage_id, []).append(piece)
    standings = tuple(_standing(pieces) for pieces in reached.values())
    citations = tuple(cite_sentences(s.passage, s.sentences) for s in standings)
    whole = Span(min(span.start for span in spans), max(span.end for span in spans))
    return Source(standings, citations, version.quoted(whole))


def _standing(pieces: Sequence[Piece]) -> Standing:
    """Return the place of pieces of one passage, the sentences between them included."""
    ordinals = [piece.sentence.ordinal for piece in pieces]
    passage = pieces[0].passage
    return Standing(passage, passage.sentences[min(ordinals) : max(ordinals) + 1])


def _reached(passage: Passage, span: Span) -> tuple[Sentence, ...]:
    found = tuple(s for s in passage.sentences if s.start < span.end and s.end > span.start)
    return found or passage.sentences[:1]


def _citation(held: HeldDocument, standing: Standing, span: Span) -> Citation:
    """Return the citation of the part of a passage that ``span`` reaches, or of a heading."""
    passage = standing.passage
    start, end = max(span.start, passage.start), min(span.end, passage.end)
    if start >= end:
        start, end = span.start, span.end
    file = next(file for file in held.document.files if file.start <= start < file.end)
    raw = raw_span(file.segments, start, min(end, file.end))
    return replace(
        cite_sentences(passage, standing.sentences),
        quote=held.document.text[start:end],
        file=file.name,
        start=start,
        end=end,
        raw_start=raw.start,
        raw_end=raw.end,
    )
