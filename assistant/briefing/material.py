"""What a briefing is chosen from: every passage weighed, the likely ones read.

Centrality is nearness to the centroid of what is in scope, by the vectors that are stored
(Radev et al., *Centroid-based summarization of multiple documents*, 2004): one matrix
product for a thesis of any length. Of each section some passages are read sentence by
sentence: those at its ends, where theses say what they do, and its most central ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from assistant.briefing.records import BriefingRole
from assistant.briefing.role_cues import cue_roles, only_announces
from assistant.briefing.role_headings import SectionRole, heading_roles, section_roles
from assistant.briefing.scope import Scope
from assistant.evidence_types import is_keyword_line
from assistant.pointers import opens_with_pointer
from assistant.which_documents.thesis_record import RecordField, labelled
from corpus.catalog import Catalog
from corpus.encoder import Encoder
from corpus.language import LANGUAGES
from corpus.records import Passage, Sentence
from corpus.store import Store

__all__ = ["LONG", "MEDIUM", "SHORT", "Candidate", "Material", "Reach", "read_material"]

Vector = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Reach:
    """How many passages are read sentence by sentence, and how many sentences compared."""

    passages: int
    sentences: int


SHORT: Final = Reach(48, 100)
MEDIUM: Final = Reach(160, 400)
LONG: Final = Reach(100_000, 1_000_000)
_OF_TELLING: Final = 8
"""Of a section whose heading says that it holds a point that readers look for."""
_OF_OTHERS: Final = 2
_TELLING: Final = frozenset(
    {"abstract", "question", "purpose", "method", "conclusion", "benefit", "suggestion"}
)
_TITLE_SHARE: Final = 0.5
_FEWEST_WORDS: Final = 5
_OF_RECORD: Final = 16
_RECORD: Final[tuple[RecordField, ...]] = ("author", "year", "people", "other")


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class _Draft:
    """Sentences that may make a bullet: mostly one, two where the second points back.

    ``cues`` is what its words say that it does; ``section_roles`` what its section is
    for, and ``own_heading`` that the section's own heading says so; ``order`` is its
    place in the text.
    """

    passage: Passage
    sentences: tuple[Sentence, ...]
    cues: frozenset[BriefingRole]
    section_roles: tuple[SectionRole, ...]
    own_heading: bool
    order: tuple[int, int, int]

    @property
    def sentence(self) -> Sentence:
        """The sentence that it is about: the last."""
        return self.sentences[-1]

    @property
    def rests_on_others(self) -> bool:
        """Whether another work is cited for it."""
        return any(work.scope == "this_sentence" for work in self.sentence.cited_works)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Candidate(_Draft):
    """A draft with its weight.

    ``relevance`` is how near it is to the whole and to the title, at most 1; ``vector``
    is that of its text, at unit length.
    """

    relevance: float
    vector: Vector

    @property
    def sentence(self) -> Sentence:
        """The sentence that it is about: the last."""
        return self.sentences[-1]


@dataclass(frozen=True, slots=True)
class Material:
    """The sentences that a briefing of a scope is chosen from, in reading order.

    ``passages`` are those that were read, ``sections_read`` counts the sections weighed.
    """

    scope: Scope
    candidates: tuple[Candidate, ...]
    passages: tuple[Passage, ...]
    sections_read: int


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A passage's id with its place and its centrality."""

    passage_id: str
    section: str
    ordinal: int
    centrality: float


def read_material(store: Store, scope: Scope, reach: Reach) -> Material:
    """Weigh all passages of a scope and read those that a briefing may quote.

    Args:
        store: What is held.
        scope: What is briefed.
        reach: How much is read closely; all is weighed.
    """
    weighed, centroid = _weigh(store, scope)
    chosen = _choose(scope, weighed, reach.passages)
    passages = _quoted(store.catalog, chosen)
    drafts = list(_drafts(scope, passages))
    central = {one.passage_id: one.centrality for one in weighed}
    drafts.sort(key=lambda one: (-_promise(one, central), one.order))
    kept = sorted(drafts[: reach.sentences], key=lambda one: one.order)
    candidates = _weighted(store.encoder, scope, kept, centroid)
    read = {one.section for one in weighed}
    return Material(scope, candidates, passages, len(read))


def _weigh(store: Store, scope: Scope) -> tuple[list[_Weighed], Vector]:
    """Return every passage of the scope with its nearness to the centroid, and that."""
    wanted = {section.section_id for section in scope.sections}
    state = store.catalog.state()
    digest = "" if state.statement is None else state.statement.digest
    places: list[tuple[str, str, str]] = []
    rows: list[Vector] = []
    for language in LANGUAGES:
        for part in store.catalog.vectors(digest, language, document_ids=[scope.document_id]):
            split = [_placed(entry_id) for entry_id in part.entry_ids]
            kept = [
                row
                for row, (entry_id, section, _) in enumerate(split)
                if section in wanted and "@" not in entry_id
            ]
            places.extend(split[row] for row in kept)
            rows.append(part.vectors[kept])
    if not places:
        return [], np.zeros(0, dtype=np.float32)
    units = _unit(np.concatenate(rows))
    centroid = _unit(units.mean(axis=0, keepdims=True))[0]
    # Not a matrix product: waking its threads takes longer than the sum.
    nearness = np.einsum("pd,d->p", units, centroid).tolist()
    weighed = [
        _Weighed(passage_id, section, int(ordinal), near)
        for (passage_id, section, ordinal), near in zip(places, nearness, strict=True)
    ]
    return weighed, centroid


def _placed(entry_id: str) -> tuple[str, str, str]:
    """Return an entry's id with its section and its ordinal there."""
    _, section, ordinal = entry_id.rsplit("/", 2)
    return entry_id, section, ordinal


def _choose(scope: Scope, weighed: Sequence[_Weighed], most: int) -> list[str]:
    """Return the ids of the passages to read, those of telling sections first."""
    by_section: dict[str, list[_Weighed]] = {}
    for one in weighed:
        by_section.setdefault(one.section, []).append(one)
    telling: list[str] = []
    others: list[tuple[float, str]] = []
    for section in scope.with_text:
        held = sorted(by_section.get(section.section_id, ()), key=lambda one: one.ordinal)
        own = heading_roles(section.heading)
        if _TELLING.intersection(own):
            telling.extend(_ends_and_centre(held, _OF_TELLING))
        else:
            near = {one.passage_id: one.centrality for one in held}
            for place, passage_id in enumerate(_ends_and_centre(held, _OF_OTHERS)):
                others.append((near[passage_id] - place, passage_id))
    others.sort(key=lambda pair: (-pair[0], pair[1]))
    if len(weighed) <= most:
        return [one.passage_id for one in weighed]
    return [*telling, *(passage_id for _, passage_id in others)][:most]


def _ends_and_centre(held: Sequence[_Weighed], most: int) -> list[str]:
    """Return at most ``most`` passages of a section: the central, the first and the last."""
    central = sorted(held, key=lambda one: (-one.centrality, one.ordinal))
    wanted = [*central[:1], *held[:1], *held[-1:], *held[1 : most - 2], *central[1:]]
    return list(dict.fromkeys(one.passage_id for one in wanted))[:most]


def _quoted(catalog: Catalog, ids: Sequence[str]) -> tuple[Passage, ...]:
    """Return the passages to quote: of the author's versions of one text, the first language's."""
    held = catalog.passages(ids)
    first: dict[str, Passage] = {}
    for passage in held.values():
        known = first.get(passage.group)
        if known is None or _rank(passage) < _rank(known):
            first[passage.group] = passage
    return tuple(passage for passage in held.values() if first[passage.group] is passage)


def _rank(passage: Passage) -> tuple[int, str]:
    return LANGUAGES.index(passage.language), passage.passage_id


def _drafts(scope: Scope, passages: Sequence[Passage]) -> Iterator[_Draft]:
    places = {section.section_id: place for place, section in enumerate(scope.whole)}
    for passage in passages:
        roles = section_roles(passage.path)
        own = bool(heading_roles(passage.path[-1]))
        for sentences in _whole(passage):
            yield _Draft(
                passage=passage,
                sentences=sentences,
                cues=cue_roles(sentences[-1]),
                section_roles=roles,
                own_heading=own,
                order=(places[passage.section], passage.ordinal, sentences[-1].ordinal),
            )


def _promise(draft: _Draft, central: Mapping[str, float]) -> float:
    """Return how likely a sentence is to be wanted, before it is compared with others."""
    told = bool(draft.cues) + bool(_TELLING.intersection(draft.section_roles) and draft.own_heading)
    return told + central[draft.passage.passage_id]


def _weighted(
    encoder: Encoder, scope: Scope, drafts: Sequence[_Draft], centroid: Vector
) -> tuple[Candidate, ...]:
    if not drafts:
        return ()
    title = scope.summary.metadata.title
    texts = [" ".join(s.text for s in draft.sentences) for draft in drafts]
    vectors = _unit(encoder.encode_passages([title, *texts]))
    near_title = np.maximum(vectors[1:] @ vectors[0], 0.0)
    relevance = (1 - _TITLE_SHARE) * (vectors[1:] @ centroid) + _TITLE_SHARE * near_title
    return tuple(
        Candidate(
            passage=draft.passage,
            sentences=draft.sentences,
            cues=draft.cues,
            section_roles=draft.section_roles,
            own_heading=draft.own_heading,
            order=draft.order,
            relevance=float(relevance[row]),
            vector=vectors[row + 1],
        )
        for row, draft in enumerate(drafts)
    )


def _whole(passage: Passage) -> Iterator[tuple[Sentence, ...]]:
    """Yield the sentences that say something, each with the one before if it points back."""
    for place, sentence in enumerate(passage.sentences):
        if is_keyword_line(sentence) or only_announces(sentence) or _is_of_record(sentence):
            continue
        if len(sentence.text.split()) < _FEWEST_WORDS and sentence.kind == "prose":
            continue
        if sentence.kind == "prose" and opens_with_pointer(sentence.text):
            if place == 0:
                continue
            yield passage.sentences[place - 1 : place + 1]
        else:
            yield (sentence,)


def _is_of_record(sentence: Sentence) -> bool:
    """Tell whether a line gives a detail of the book: *Penulis: …*."""
    short = ":" in sentence.text and len(sentence.text.split()) < _OF_RECORD
    return short and any(labelled(field, sentence.text) for field in _RECORD)


def _unit(rows: Vector) -> Vector:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.where(lengths > 0, lengths, 1.0), dtype=np.float32)
