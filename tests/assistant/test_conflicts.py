"""Sources that differ are all quoted; what only looks like a disagreement is none."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from assistant.citations import cite
from assistant.disagreement.conflicts import ConflictFinder, Disagreement, as_conflict, unquoted
from assistant.disagreement.frames import frame_conflict
from assistant.extractive import Quotation
from assistant.question import read_question
from assistant.records import Conflict
from assistant.retriever import Retriever
from assistant.values.reading import read_values
from corpus.judgments import load_facts
from corpus.language import LANGUAGES
from corpus.settings import Settings
from corpus.store import Store
from ingest.build import build
from ingest.splitting import SPLITTER

HERE = Path(__file__).parent
THESIS = "jakarta-tokyo"
MISSED = 0.05
"""The share of disagreements that may be missed; nothing may be called one that is none."""


@dataclass(frozen=True)
class Asked:
    shelf: str
    language: str
    values: frozenset[str]
    question: str


@dataclass(frozen=True)
class Shelves:
    """The shipped thesis and the documents of ``conflict_documents``, by their first word."""

    retriever: Retriever
    finder: ConflictFinder
    documents: tuple[str, ...]

    def ask(self, question: str, shelf: str = "thesis") -> Disagreement | None:
        scope = [d for d in self.documents if d.startswith(shelf)] or [THESIS]
        read = read_question(question)
        found = self.retriever.retrieve(read, document_ids=scope)
        return self.finder.find(read, self.retriever.read(read, found.passages))


def key(value: str) -> str:
    return next((read.key for read in read_values(value)), value)


def told(disagreement: Disagreement | None) -> frozenset[str]:
    reports = disagreement.reports if disagreement is not None else ()
    return frozenset(key(report.value) for report in reports)


def load() -> list[Asked]:
    with (HERE / "conflict_questions.tsv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        Asked(
            row["shelf"],
            row["language"],
            frozenset(key(v) for v in row["values"].split("|") if v != "-"),
            row["question"],
        )
        for row in rows
    ]


QUESTIONS = load()


@pytest.fixture(scope="module")
def shelves(built_data_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelves]:
    folder = tmp_path_factory.mktemp("conflicts")
    shutil.copytree(built_data_dir, folder / "data")
    with Store.open(Settings(data_dir=folder / "data"), splitter=SPLITTER) as store:
        report = build(store, sorted((HERE / "conflict_documents").glob("*.md")))
        assert report.failed == ()
        retriever = Retriever(store)
        documents = tuple(sorted(s.document_id for s in store.catalog.documents()))
        yield Shelves(
            retriever, ConflictFinder(retriever.word_encoder, retriever.similarity), documents
        )


def test_the_questions_are_enough_and_in_every_language() -> None:
    differing = [asked for asked in QUESTIONS if asked.values]
    assert len(differing) >= 30
    assert len(QUESTIONS) - len(differing) >= 60
    for language in LANGUAGES:
        assert sum(asked.language == language for asked in differing) >= 10


def test_disagreements_are_found(shelves: Shelves) -> None:
    differing = [asked for asked in QUESTIONS if asked.values]
    missed = [a.question for a in differing if told(shelves.ask(a.question, a.shelf)) != a.values]
    assert len(missed) <= MISSED * len(differing), missed


@pytest.mark.parametrize(
    "shelf", ["thesis", "exchange", "dairy", "cities", "river", "school", "rail", "market"]
)
def test_nothing_is_called_a_disagreement_that_is_none(shelves: Shelves, shelf: str) -> None:
    agreeing = [asked for asked in QUESTIONS if asked.shelf == shelf and not asked.values]
    assert agreeing
    called = {a.question: told(shelves.ask(a.question, shelf)) for a in agreeing}
    assert {question: values for question, values in called.items() if values} == {}


@pytest.mark.parametrize(
    "question",
    [asked.question for asked in QUESTIONS if "1958-04" in asked.values],
)
def test_when_relations_began_is_told_by_both_sources(shelves: Shelves, question: str) -> None:
    disagreement = shelves.ask(question)
    assert disagreement is not None
    assert {(r.value, r.passage.section) for r in disagreement.reports} == {
        ("April 1958", "abstrak"),
        ("20 Januari 1958", "1.1"),
    }


def test_judged_questions_of_the_tuning_half_meet_no_disagreement(shelves: Shelves) -> None:
    asked = [
        question
        for fact in load_facts()
        if fact.split == "tune"
        for question in (*fact.questions.values(), *(mixed.question for mixed in fact.mixed))
    ]
    assert len(asked) > 150
    assert [question for question in asked if shelves.ask(question) is not None] == []


def test_the_author_s_versions_are_held_against_each_other(shelves: Shelves) -> None:
    disagreement = shelves.ask("What are the keywords of the abstract?")
    assert disagreement is not None
    assert {(r.value, r.passage.language) for r in disagreement.reports} == {
        ("Public Service", "id"),
        ("Public City", "su"),
    }


def test_values_are_verbatim_and_cited(shelves: Shelves) -> None:
    disagreement = shelves.ask("When did diplomatic relations between Indonesia and Japan begin?")
    assert disagreement is not None
    assert all(report.value in report.sentence.text for report in disagreement.reports)
    quotations = [Quotation(r.passage, (r.sentence,)) for r in disagreement.reports]
    conflict = as_conflict(disagreement, cite(quotations))
    assert conflict == Conflict(("20 Januari 1958", "April 1958"), (1, 2))
    assert as_conflict(disagreement, cite(quotations[:1])) is None
    assert as_conflict(disagreement, ()) is None


def test_what_is_still_to_be_quoted(shelves: Shelves) -> None:
    disagreement = shelves.ask("When did diplomatic relations between Indonesia and Japan begin?")
    assert disagreement is not None
    first, second = disagreement.reports
    assert unquoted(disagreement, [Quotation(first.passage, (first.sentence,))]) == (second,)
    assert unquoted(disagreement, [Quotation(second.passage, (second.sentence,))]) == (first,)
    whole = [Quotation(r.passage, r.passage.sentences) for r in disagreement.reports]
    assert unquoted(disagreement, whole) == ()
    assert unquoted(disagreement, ()) == disagreement.reports


def test_what_is_quoted_already_comes_first(shelves: Shelves) -> None:
    question = read_question("Kapan Waduk Jatiluhur diresmikan?")
    scope = [name for name in shelves.documents if name.startswith("river")]
    groups = shelves.retriever.read(
        question, shelves.retriever.retrieve(question, document_ids=scope).passages
    )
    for document_id in ("river-id", "river-su"):
        quoted = [
            Quotation(reading.passage, (sentence,))
            for group in groups
            for reading in group
            for sentence in reading.passage.sentences
            if reading.passage.document_id == document_id and "Waduk Jatiluhur" in sentence.text
        ]
        disagreement = shelves.finder.find(question, groups, quoted)
        assert disagreement is not None
        assert disagreement.reports[0].passage.document_id == document_id


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("id", "Sumber yang dikutip memberikan keterangan yang berbeda"),
        ("en", "The sources quoted here differ"),
        ("su", "Sumber anu dicutat masihan katerangan anu béda"),
    ],
)
def test_the_frame_gives_every_value_with_its_citation(language: str, said: str) -> None:
    conflict = Conflict(("April 1958", "20 Januari 1958"), (2, 1))
    assert frame_conflict(conflict, language) == f"{said}: “April 1958” [2]; “20 Januari 1958” [1]."


def test_nothing_read_gives_no_disagreement(shelves: Shelves) -> None:
    assert shelves.finder.find(read_question("When was it signed?"), ()) is None
    assert shelves.finder.find(read_question(""), ()) is None
