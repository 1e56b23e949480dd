"""The author's own versions: one abstract in several languages, cut at the same places.

The passages of such sections are made together, so that each is a version of the
others, sentence by sentence; together they are one *group*.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from corpus.encoder import Encoder
from corpus.language import Language
from corpus.records import Document, Passage, Sentence, Span, Version
from ingest.alignment import Bead, align, common_cuts
from ingest.outline import ABSTRACTS
from ingest.splitting import Unit, split_units

__all__ = ["Parallels", "find_parallels", "with_author_versions"]

_LEAST_SIMILARITY: Final = 0.3
"""Abstracts whose aligned sentences are less alike than this on average are unrelated."""
_MOST_SENTENCES: Final = 200
"""A section with more is no abstract: the text behind one, its headings not told apart."""


@dataclass(frozen=True, slots=True)
class Parallels:
    """Sections that say the same in several languages.

    ``sections`` are their ids, Indonesian first; ``sentences`` those of each, and
    ``beads[k - 1]`` aligns the first section's with section ``k``'s. ``units`` holds,
    for each section, one unit for each passage: units at one place say the same.
    """

    sections: tuple[str, ...] = ()
    sentences: tuple[tuple[Sentence, ...], ...] = ()
    beads: tuple[tuple[Bead, ...], ...] = ()
    units: tuple[tuple[Unit, ...], ...] = ()

    def units_of(self, section_id: str) -> tuple[Unit, ...] | None:
        """Return the units of a section, ``None`` when it is parallel to no other."""
        if section_id not in self.sections:
            return None
        return self.units[self.sections.index(section_id)]

    def counterpart(self, section: int, sentence: int, other: int) -> Span | None:
        """Return which sentences of section ``other`` say what ``sentence`` says."""
        first = _across(self.beads[section - 1], sentence, back=True) if section else None
        in_first = first if section else Span(sentence, sentence + 1)
        if in_first is None or not other:
            return in_first
        spans = [
            span
            for place in range(in_first.start, in_first.end)
            if (span := _across(self.beads[other - 1], place, back=False)) is not None
        ]
        return Span(min(s.start for s in spans), max(s.end for s in spans)) if spans else None


def find_parallels(sections: Mapping[str, Sequence[Unit]], encoder: Encoder) -> Parallels:
    """Align a document's parallel sections and cut them into passages together.

    A section that says something else than the first is left out.

    Args:
        sections: The units of each section of a document, by section id.
        encoder: Compares sentences.
    """
    names = _parallel(sections)
    texts = {name: tuple(s for unit in sections[name] for s in unit.sentences) for name in names}
    if len(names) < 2:  # noqa: PLR2004 - it takes two to be parallel
        return Parallels()
    vectors = {n: encoder.encode_passages([s.text for s in texts[n]]) for n in names}
    lengths = {name: [len(s.text) for s in texts[name]] for name in names}
    first = names[0]
    aligned = {
        name: align(vectors[first], vectors[name], lengths[first], lengths[name])
        for name in names[1:]
    }
    beads = {
        name: found
        for name, found in aligned.items()
        if _similarity(found, vectors[first], vectors[name]) >= _LEAST_SIMILARITY
    }
    if not beads:
        return Parallels()
    kept = (first, *beads)
    sentences = tuple(texts[name] for name in kept)
    units = _cut_together(kept, sentences, tuple(beads.values()))
    return Parallels(kept, sentences, tuple(beads.values()), units)


def _similarity(
    beads: Sequence[Bead], first: NDArray[np.float32], other: NDArray[np.float32]
) -> float:
    """Return how alike aligned sentences are on average; one without partner is not counted."""
    scores = [
        float(first[bead.left.start] @ other[bead.right.start])
        for bead in beads
        if bead.left.start < bead.left.end and bead.right.start < bead.right.end
    ]
    return sum(scores) / len(scores) if scores else 0.0


def _cut_together(
    names: Sequence[str],
    sentences: Sequence[Sequence[Sentence]],
    beads: Sequence[Sequence[Bead]],
) -> tuple[tuple[Unit, ...], ...]:
    """Return, for each text, one unit for each passage, cut where all can be cut."""
    cuts = _rising(common_cuts(beads))
    pieces = [
        Unit(tuple(sentences[0][a[0] : b[0]]), ABSTRACTS[names[0]]) for a, b in pairwise(cuts)
    ]
    chosen = [cuts[span.start] for span in split_units(pieces)] + [cuts[-1]]
    return tuple(
        tuple(Unit(tuple(sentences[k][a[k] : b[k]]), ABSTRACTS[name]) for a, b in pairwise(chosen))
        for k, name in enumerate(names)
    )


def with_author_versions(document: Document, parallels: Parallels) -> Document:
    """Return the document with groups and the author's versions of sentences and headings."""
    by_section = {section.section_id: section for section in document.sections}
    by_place = {
        name: [p for p in document.passages if p.section == name] for name in parallels.sections
    }
    changed: dict[str, Passage] = {}
    for index, name in enumerate(parallels.sections):
        headings = tuple(
            Version(by_section[other].language, by_section[other].heading, "author")
            for other in parallels.sections
            if other != name
        )
        for place, passage in enumerate(by_place[name]):
            versions = [
                version
                for sentence in passage.sentences
                for version in _versions(document, parallels, index, sentence, by_place)
            ]
            changed[passage.passage_id] = replace(
                passage,
                group=by_place[parallels.sections[0]][place].passage_id,
                versions=tuple(sorted(versions, key=lambda v: (v.language, v.sentence or 0))),
                heading_versions=headings,
            )
        section = by_section[name]
        by_section[name] = replace(section, heading_versions=headings)
    return replace(
        document,
        sections=tuple(by_section[section.section_id] for section in document.sections),
        passages=tuple(changed.get(p.passage_id, p) for p in document.passages),
    )


def _versions(
    document: Document,
    parallels: Parallels,
    section: int,
    sentence: Sentence,
    by_place: Mapping[str, Sequence[Passage]],
) -> list[Version]:
    found: list[Version] = []
    place = next(i for i, s in enumerate(parallels.sentences[section]) if s.start == sentence.start)
    for other, name in enumerate(parallels.sections):
        span = None if other == section else parallels.counterpart(section, place, other)
        if span is None:
            continue
        start = parallels.sentences[other][span.start].start
        end = parallels.sentences[other][span.end - 1].end
        passage = next(p for p in by_place[name] if p.start <= start < p.end)
        found.append(
            Version(
                language=passage.language,
                text=document.text[start:end],
                origin="author",
                sentence=sentence.ordinal,
                passage_id=passage.passage_id,
                start=start,
                end=end,
            )
        )
    return found


def _parallel(sections: Mapping[str, Sequence[Unit]]) -> tuple[str, ...]:
    """Return the ids of parallel sections that have text, one for each language."""
    chosen: dict[Language, str] = {}
    for name, language in ABSTRACTS.items():
        count = sum(len(unit.sentences) for unit in sections.get(name, ()))
        if 0 < count <= _MOST_SENTENCES and language not in chosen:
            chosen[language] = name
    return tuple(chosen.values())


def _across(beads: Sequence[Bead], place: int, *, back: bool) -> Span | None:
    for bead in beads:
        here, there = (bead.right, bead.left) if back else (bead.left, bead.right)
        if here.start <= place < here.end:
            return there if there.start < there.end else None
    return None


def _rising(cuts: Sequence[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """Drop cuts that would leave one of the texts without a sentence; keep both ends."""
    kept = [cuts[0]]
    for cut in cuts[1:-1]:
        rises = all(a < b for a, b in zip(kept[-1], cut, strict=True))
        if rises and all(a < b for a, b in zip(cut, cuts[-1], strict=True)):
            kept.append(cut)
    return [*kept, cuts[-1]]
