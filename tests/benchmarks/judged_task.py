"""The judged questions over one corpus, as a task that any system can run.

What is relevant is known by group (passages that the author wrote in several languages
are one). A system that cuts the files itself finds chunks, not passages: a chunk counts
for a relevant group when it overlaps a gold quote of it, or a parallel of the passage
that is quoted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.evaluating.evaluation import quote_places, relevant_groups
from assistant.evaluating.judged_questions import relevant_to
from corpus.canonical import raw_span
from corpus.entries import document_entries
from corpus.judgments import Fact, load_facts
from corpus.language import LANGUAGES
from corpus.records import Document, Passage, SourceFile
from tests.benchmarks.peers.exchange import ANY, Chunk, Query, RawFile, Region, Task, Unit

MIXED = "mixed"
DEEPEST = 10
"""No measure looks further."""


@dataclass(frozen=True, slots=True)
class GoldPlace:
    """Where in the raw files a relevant group, or what is quoted of it, stands."""

    group: str
    language: str
    place: Chunk


@dataclass(frozen=True, slots=True)
class JudgedQuery:
    """A question with what is relevant to it.

    ``relevant`` has the relevant groups, by language those with a passage in it and by
    ``ANY`` all.
    """

    query_id: str
    question: str
    language: str
    fact_id: str
    split: str
    relevant: Mapping[str, frozenset[str]]
    places: tuple[GoldPlace, ...]


@dataclass(frozen=True, slots=True)
class JudgedCorpus:
    """A task with its judgments; ``groups`` has the group of each unit and passage."""

    task: Task
    judged: tuple[JudgedQuery, ...]
    groups: Mapping[str, str]


def judged_corpus(document: Document, *, versions: bool) -> JudgedCorpus:
    """Return the task of a document that is held with or without its versions."""
    entries = document_entries(document)
    passages = {passage.passage_id: passage for passage in document.passages}
    judged = tuple(judged_queries(load_facts(), document))
    task = Task(
        versions=versions,
        units=tuple(
            Unit(entry.entry_id, passages[entry.passage_id].language, entry.text)
            for entry in entries
        ),
        files=tuple(_raw_file(file, document.passages) for file in document.files),
        queries=tuple(
            Query(q.query_id, q.question, tuple(one for one in q.relevant if one != ANY))
            for q in judged
        ),
    )
    groups = {entry.entry_id: passages[entry.passage_id].group for entry in entries}
    return JudgedCorpus(task, judged, groups)


def judged_queries(facts: Sequence[Fact], document: Document) -> Iterator[JudgedQuery]:
    """Yield each question of each fact; code-switched ones have the language ``mixed``."""
    for fact in facts:
        relevant = {key: frozenset(held) for key, held in relevant_to(fact, document).items()}
        places = gold_places(fact, document)
        asked = [(language, fact.questions[language]) for language in LANGUAGES]
        asked += [(f"{MIXED}-{n}", mixed.question) for n, mixed in enumerate(fact.mixed, start=1)]
        for key, question in asked:
            yield JudgedQuery(
                query_id=f"{fact.fact_id}/{key}",
                question=question,
                language=key.partition("-")[0],
                fact_id=fact.fact_id,
                split=fact.split,
                relevant=relevant,
                places=places,
            )


def gold_places(fact: Fact, document: Document) -> tuple[GoldPlace, ...]:
    """Return where the relevant groups stand: the quotes, and whole passages beside them."""
    quoted = quote_places(fact, document)
    segments = {file.name: file.segments for file in document.files}
    relevant = relevant_groups(fact, document)
    places: list[GoldPlace] = []
    for passage in document.passages:
        if passage.group not in relevant:
            continue
        shares = [(max(span.start, passage.start), min(span.end, passage.end)) for span in quoted]
        inside = [share for share in shares if share[0] < share[1]]
        for start, end in inside or [(passage.start, passage.end)]:
            raw = raw_span(segments[passage.file], start, end)
            place = Chunk(passage.file, raw.start, raw.end)
            places.append(GoldPlace(passage.group, passage.language, place))
    return tuple(places)


def _raw_file(file: SourceFile, passages: Sequence[Passage]) -> RawFile:
    regions = tuple(
        Region(Chunk(file.name, passage.raw_start, passage.raw_end), passage.language)
        for passage in passages
        if passage.file == file.name
    )
    return RawFile(file.name, file.text, regions)


def found_groups(
    unit_ids: Sequence[str],
    chunks: Mapping[str, Chunk],
    groups: Mapping[str, str],
    places: Sequence[GoldPlace],
) -> tuple[str, ...]:
    """Return the groups of ranked units in order, each once, as deep as any measure looks.

    A chunk stands for every relevant group of which it holds a place; one without any
    still takes its rank.
    """
    found: dict[str, None] = {}
    for unit_id in unit_ids:
        if unit_id not in chunks:
            found[groups[unit_id]] = None
            continue
        held = [p.group for p in places if chunks[unit_id].overlaps(p.place)]
        found.update(dict.fromkeys(held or [f"chunk {unit_id}"]))
    return tuple(found)[:DEEPEST]
