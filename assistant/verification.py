"""Verification: what does not read back, or is not borne out, is never shown as supported.

A quote must be the stored text at its place. A statement must be borne out by one
sentence of a cited passage, or two that stand side by side: its numbers, dates and names,
the words that carry its meaning, and whatever weakens it. The statement's language and
the source's may differ. Nothing here tells whether a statement is true: only whether it
agrees with the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from assistant.claims.coverage import MET, Alignment, WordTable, coverage_problems
from assistant.claims.directed import direction_problems
from assistant.claims.joined import halves_of
from assistant.claims.misplaced import misplaced_names, misplaced_numbers
from assistant.claims.modality import modality_problems
from assistant.claims.names import name_problems
from assistant.claims.negation import negation_problems
from assistant.claims.opposites import opposite_problems
from assistant.claims.quantities import loose_digits, number_problems, stands
from assistant.claims.reporting import reporting_problems
from assistant.claims.side_by_side import mixing_problems
from assistant.claims.source_units import Unit, bare, marker_of, source_sentences, source_units
from assistant.claims.strengthened import strengthening_problems
from assistant.claims.verdicts import Problem, Verdict
from assistant.claims.words import Reading, plain, read
from assistant.phrases import phrases
from assistant.records import Citation, QuoteVersion
from assistant.word_similarity import WordSimilarity
from corpus.language import Language
from corpus.sentences import split_sentences
from corpus.text import fold

__all__ = [
    "Problem",
    "SourceText",
    "Verdict",
    "VerifiedQuotes",
    "verify_quotes",
    "verify_statement",
]

LONGEST_STATEMENT: Final = 4_000
"""A longer text is no statement that could rest on a sentence or two."""
_MOST_TRIED: Final = 6
_BEHIND: Final = 0.15
"""How much less than the best unit another may cover and still bear the statement out."""
_GAIN: Final = 0.06
"""How much more two sentences must cover than one of them to be looked at together."""
_MOST_PARTS: Final = 3
"""Things that one sentence may say."""
_MOST_JOINTS: Final = 4
"""Places at which a sentence is taken apart, so that a long one is read in time."""
_NEARLY_SAID: Final = 0.85
"""From here on the statement's own language decides, not a version."""
_MARKERS: Final = re.compile(r"\[\d{1,2}(?:\s*[,;]\s*\d{1,2})*\]|^(?:[-*•]|\(?\d{1,2}[.)])\s+")
_FRAME: Final = phrases(
    r"""
    ^(?:menurut|berdasarkan|dalam|di dalam|pada) <id>(?: ini| tersebut| itu)?,
    ^<id>(?: ini| tersebut| itu)? (?:juga )?(?:menyebut(?:kan)?|menyatakan|menjelaskan) bahwa
    ^(?:according to|in|as stated in|based on) (?:the|this) <en>,
    ^(?:the|this) <en> (?:also )?(?:states|says|notes|explains|mentions|reports|writes) that
    ^(?:numutkeun|nurutkeun|dumasar kana|dina) (?:ieu )?<su>(?: ieu| eta)?,
    ^(?:ieu )?<su>(?: ieu| eta)? (?:nyebutkeun|nyebatkeun|netelakeun|ngajelaskeun|nyatakeun) yen
    ^(?:ya|tidak|yes|no|leres|muhun|enya|henteu|jadi|so|thus),
    """,
    id=r"(?:skripsi|tesis|naskah|teks|dokumen|kutipan|abstrak|sumber|penulis)",
    en=r"(?:thesis|text|document|passage|abstract|source|author|excerpt)",
    su=r"(?:skripsi|tesis|naskah|teks|dokumen|cutatan|abstrak|ringkesan|sumber|panulis)",
)


@dataclass(frozen=True, slots=True)
class VerifiedQuotes:
    """The citations that stand, numbered from 1 in order, and how many were removed."""

    citations: tuple[Citation, ...]
    removed: int


@dataclass(frozen=True, slots=True)
class SourceText:
    """A cited passage as a statement is held against it.

    ``versions`` are the same text in other languages; they help to compare, and numbers
    and names must stand in what is compared.
    """

    language: Language
    text: str
    versions: tuple[QuoteVersion, ...] = ()


def verify_quotes(citations: Sequence[Citation], texts: Mapping[str, str]) -> VerifiedQuotes:
    """Keep the citations whose quote is the stored text at its place.

    Args:
        citations: What an answer is about to show.
        texts: The canonical text of each document, as the catalog holds it now.
    """
    standing = [c for c in citations if _reads_back(c, texts.get(c.document_id, ""))]
    return VerifiedQuotes(
        tuple(replace(c, number=number) for number, c in enumerate(standing, start=1)),
        len(citations) - len(standing),
    )


def verify_statement(
    text: str, language: Language, sources: Sequence[SourceText], similarity: WordSimilarity
) -> Verdict:
    """Tell whether the cited passages bear a statement out.

    Args:
        text: One statement or a few sentences, each of which must be borne out.
        language: The language that it is written in.
        sources: The passages that it cites.
        similarity: How near words are in meaning.

    Returns:
        The problems of the unit of the sources that fits best, none if it is supported.
        Never raises on odd text: what cannot be read is not supported.
    """
    if len(text) > LONGEST_STATEMENT:
        return Verdict((Problem("uncovered", text[:80]),))
    shown = plain(text)
    if not shown:
        return Verdict((Problem("uncovered", ""),))
    if _is_verbatim(shown, sources):
        return Verdict(())
    marker = marker_of(shown)
    shown = _MARKERS.sub(" ", shown).strip()
    units = [
        unit for unit in _units(sources) if not marker or not unit.marker or unit.marker == marker
    ]
    problems = [
        problem
        for span in split_sentences(shown)
        for problem in _borne_out(shown[span.start : span.end], language, units, similarity)
    ]
    return Verdict(tuple(problems) if shown else (Problem("uncovered", text[:80]),))


def _reads_back(citation: Citation, text: str) -> bool:
    return bool(citation.quote) and text[citation.start : citation.end] == citation.quote


def _is_verbatim(shown: str, sources: Sequence[SourceText]) -> bool:
    """Tell whether every sentence of a statement stands in a source as it is."""
    said = [bare(shown[span.start : span.end]) for span in split_sentences(shown)]
    known = [source_sentences(source.text) for source in sources]
    return all(said) and all(any(one in sentences for sentences in known) for one in said)


def _units(sources: Sequence[SourceText]) -> Iterator[Unit]:
    for source in sources:
        yield from source_units(source.text, source.language)
        for version in source.versions:
            yield from source_units(version.text, version.language)


def _borne_out(
    sentence: str,
    language: Language,
    units: Sequence[Unit],
    similarity: WordSimilarity,
    depth: int = _MOST_PARTS,
) -> tuple[Problem, ...]:
    """Return the problems of a sentence, none where each of its halves is borne out."""
    problems = _sentence_problems(sentence, language, units, similarity)
    if not problems or depth <= 1:
        return problems
    statement = read(_unframed(sentence), language)
    if not _stands_somewhere(statement, units):
        return problems
    for halves in islice(halves_of(statement), _MOST_JOINTS):
        if _sentence_problems(halves.completed, language, units, similarity):
            own = _of_subject(read(halves.second, language), units, similarity)
            if not own or _sentence_problems(halves.second, language, own, similarity):
                continue
        if not _borne_out(halves.first, language, units, similarity, depth - 1):
            return ()
    return problems


def _stands_somewhere(statement: Reading, units: Sequence[Unit]) -> bool:
    """Tell whether every number and date of a statement stands in some unit."""
    readings = {id(unit.reading): unit.reading for unit in units}.values()
    known: Counter[str] = Counter()
    for reading in readings:
        known |= Counter(loose_digits(reading))
    if Counter(loose_digits(statement)) - known:
        return False
    return all(
        any(stands(value, reading.values) for reading in readings)
        for value in statement.values
        if not value.soft
    )


def _of_subject(
    statement: Reading, units: Sequence[Unit], similarity: WordSimilarity
) -> list[Unit]:
    """Return the units that begin with the word that a statement begins with."""
    head = next(iter(statement.places()), None)
    if head is None:
        return []
    word = statement.words[head]
    return [
        unit
        for unit in units
        if (first := next(iter(unit.reading.places()), None)) is not None
        and float(similarity.similarity((word,), (unit.reading.words[first],))[0, 0]) >= MET
    ]


def _sentence_problems(
    sentence: str, language: Language, units: Sequence[Unit], similarity: WordSimilarity
) -> tuple[Problem, ...]:
    statement = read(_unframed(sentence), language)
    if not statement.places() or not units:
        return (Problem("uncovered", sentence[:80]),)
    best: tuple[Problem, ...] | None = None
    for aligned, unit in _candidates(statement, units, similarity):
        problems = _problems(aligned, unit, similarity)
        if not problems:
            return ()
        if best is None or len(problems) < len(best):
            best = problems
    return best or (Problem("uncovered", sentence[:80]),)


def _candidates(
    statement: Reading, units: Sequence[Unit], similarity: WordSimilarity
) -> list[tuple[Alignment, Unit]]:
    """Return the units that the statement may rest on, those that cover most of it first."""
    table = WordTable(statement, [unit.reading for unit in units], similarity)
    aligned = [(table.align(unit.reading, unit.governing), unit) for unit in units]
    found = [(one.coverage, one, unit) for one, unit in aligned]
    alone = {
        (unit.reading.language, unit.parts[-1], unit.context[0].text): cover
        for cover, _, unit in found
        if len(unit.parts) == 1
    }
    covers = {(language, text): cover for (language, _, text), cover in alone.items()}
    kept = [
        (cover, one, unit)
        for cover, one, unit in found
        if len(unit.parts) == 1 or unit.lists or cover >= _best_part(unit, covers) + _GAIN
    ]
    kept.sort(key=lambda item: -item[0])
    own = [item for item in kept if item[1].same_language]
    if own and own[0][0] >= _NEARLY_SAID:
        kept = own
    least = kept[0][0] - _BEHIND if kept else 0.0
    return [(one, unit) for cover, one, unit in kept[:_MOST_TRIED] if cover >= least]


def _best_part(unit: Unit, covers: Mapping[tuple[Language, str], float]) -> float:
    text = unit.reading.text
    return max(
        (
            cover
            for (language, part), cover in covers.items()
            if language == unit.reading.language and part in text
        ),
        default=0.0,
    )


def _problems(aligned: Alignment, unit: Unit, similarity: WordSimilarity) -> tuple[Problem, ...]:
    return (
        *coverage_problems(aligned),
        *number_problems(aligned),
        *name_problems(aligned, unit.context),
        *misplaced_names(aligned),
        *misplaced_numbers(aligned),
        *mixing_problems(aligned),
        *negation_problems(aligned, similarity),
        *modality_problems(aligned),
        *strengthening_problems(aligned),
        *reporting_problems(aligned),
        *opposite_problems(aligned),
        *direction_problems(aligned),
    )


def _unframed(sentence: str) -> str:
    """Return a sentence without *The thesis states that* and the like."""
    match = _FRAME.match(fold(sentence).replace(":", ","))
    if match is None or len(fold(sentence)) != len(sentence):
        return sentence
    return sentence[match.end() :].lstrip(" ,:") or sentence
