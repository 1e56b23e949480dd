"""What Sitir is to reach, and whether it does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from assistant.evaluating.bootstrap import Figure
from assistant.evaluating.directions import Cell
from corpus.encoder.bundled import MODEL_FOLDER
from corpus.language import LANGUAGES
from tests.benchmarks.bench_index import IndexTimes
from tests.benchmarks.measuring import MeasuredQuery, difference, of_part
from tests.benchmarks.peers.exchange import ANY, Run
from tests.benchmarks.peers.serving import folder_bytes
from tests.benchmarks.systems import BM25, CHROMA, RECIPE, SITIR

WITH, WITHOUT = "with_versions", "without_versions"
LEAST = {WITH: {"R@5": 0.97, "R@1": 0.75}, WITHOUT: {"R@5": 0.93, "R@1": 0.65}}
OVER_BM25 = 0.25
ENCODE_SHARE = 1 / 20
QUERY_SHARE = 1.0
INDEX_SHARE = 1 / 10
ENCODER_BYTES = 20_000_000
PART = "report"
"""The half of the facts that nothing was fitted on."""


@dataclass(frozen=True, slots=True)
class Target:
    """A figure with the bound that it must not fall below, or not exceed."""

    name: str
    value: float
    bound: float
    at_least: bool = True

    @property
    def met(self) -> bool:
        """Whether the bound holds."""
        return self.value >= self.bound if self.at_least else self.value <= self.bound

    def line(self) -> str:
        """Return the target in one line."""
        sign = "≥" if self.at_least else "≤"
        mark = "met" if self.met else "NOT MET"
        return f"{mark:<8} {self.name}: {self.value:,.4g} {sign} {self.bound:,.4g}"


@dataclass(frozen=True, slots=True)
class SystemResult:
    """What one system did with one corpus."""

    run: Run
    measured: Sequence[MeasuredQuery]
    cells: Sequence[Cell]


Results = Mapping[str, Mapping[str, SystemResult]]
"""By corpus, then by system."""


def figure(cells: Sequence[Cell], measure: str, asked: str, found: str = ANY) -> Figure:
    """Return one figure of the reporting half."""
    (cell,) = (
        one
        for one in cells
        if (one.part, one.question_language, one.passage_language) == (PART, asked, found)
    )
    return cell.figures[measure]


def over_bm25(results: Results, corpus: str, part: str) -> Figure:
    """Return what Sitir's nDCG@10 has over BM25's, English questions, Indonesian passages."""
    mine, theirs = (
        of_part(results[corpus][system.name].measured, part) for system in (SITIR, BM25)
    )
    return difference(mine, theirs, "nDCG@10", "en", "id")


def quality_targets(results: Results, formal: Sequence[str]) -> Iterator[Target]:
    """Yield the targets of quality; ``formal`` are the peers that count."""
    for corpus, by_system in results.items():
        cells = {name: result.cells for name, result in by_system.items()}
        for measure, bound in LEAST[corpus].items():
            for language in LANGUAGES:
                value = figure(cells[SITIR.name], measure, language).value
                yield Target(f"{corpus} {measure} {language}", value or 0.0, bound)
        for language in LANGUAGES:
            mine = figure(cells[SITIR.name], "nDCG@10", language).value or 0.0
            best = max(formal, key=lambda peer: figure(cells[peer], "nDCG@10", language).value or 0)
            theirs = figure(cells[best], "nDCG@10", language).value or 0.0
            yield Target(f"{corpus} nDCG@10 {language} over {best}'s", mine, theirs)
    value = over_bm25(results, WITHOUT, PART).value or 0.0
    yield Target("without_versions nDCG@10 en over id, Sitir minus BM25", value, OVER_BM25)


def cost_targets(results: Results, index: IndexTimes | None, sample: int) -> Iterator[Target]:
    """Yield the targets of time and size; that of the index only if it was measured.

    ``sample`` is how many passages the peers were timed on.
    """
    runs = {name: result.run for name, result in results[WITH].items()}
    mine, minilm, recipe = (runs[system.name] for system in (SITIR, CHROMA, RECIPE))
    encoding = median(mine.encode_seconds) / median(minilm.encode_seconds)
    yield Target(
        "encoding a question, share of MiniLM's time", encoding, ENCODE_SHARE, at_least=False
    )
    asking = median(mine.query_seconds) / median(recipe.query_seconds)
    yield Target(
        "a whole question, share of the recipe's time", asking, QUERY_SHARE, at_least=False
    )
    if index is not None and minilm.sample_seconds is not None:
        share = index.seconds / scaled(minilm, sample, index.passages)
        yield Target(
            "building the index, share of MiniLM's time", share, INDEX_SHARE, at_least=False
        )
    size = folder_bytes(MODEL_FOLDER)
    yield Target("bytes of the encoder's folder", size, ENCODER_BYTES, at_least=False)


def scaled(run: Run, sample: int, passages: int) -> float:
    """Return the seconds of a sample as they would be for so many passages."""
    return (run.sample_seconds or 0.0) * passages / sample
