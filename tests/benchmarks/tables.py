"""The results as tables to read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from statistics import median

from assistant.evaluating.measures import MEASURES
from corpus.language import LANGUAGES
from tests.benchmarks.bench_index import IndexTimes
from tests.benchmarks.peers.exchange import Run
from tests.benchmarks.systems import SITIR
from tests.benchmarks.targets import Results, SystemResult, figure, scaled

SHORT = {"nDCG@10": "nDCG", "Success@1": "S@1"}
NAME_WIDTH = 18


def all_lines(results: Results, index: IndexTimes | None, sample: int) -> Iterator[str]:
    """Yield every table: summary, all measures, nine directions; for both corpora."""
    for corpus, by_system in results.items():
        title = f"The reporting half, {corpus.replace('_', ' ')}"
        yield from ("", title, "=" * len(title))
        yield from summary(by_system, index, sample)
        yield ""
        yield from measures(by_system)
        yield ""
        yield from directions(by_system)


def summary(
    by_system: dict[str, SystemResult], index: IndexTimes | None, sample: int
) -> Iterator[str]:
    """Yield quality beside cost. A time of the peers on many passages is scaled up."""
    many = f"{index.passages:,}" if index is not None else "many"
    yield _row(
        "system",
        [*(f"nDCG {x}" for x in LANGUAGES), *(f"R@5 {x}" for x in LANGUAGES)],
        ["index s", f"{many} s", "encode ms", "query ms", "MB"],
    )
    for name, result in by_system.items():
        quality = [
            _decimals(figure(result.cells, measure, language).value)
            for measure in ("nDCG@10", "R@5")
            for language in LANGUAGES
        ]
        yield _row(name, quality, _costs(name, result.run, index, sample))


def _costs(name: str, run: Run, index: IndexTimes | None, sample: int) -> list[str]:
    many = "-"
    if index is not None and name == SITIR.name:
        many = f"{index.seconds:,.0f}"
    elif index is not None and run.sample_seconds is not None:
        many = f"~{scaled(run, sample, index.passages):,.0f}"
    return [
        f"{run.index_seconds:.2f}",
        many,
        f"{1000 * median(run.encode_seconds):.3f}" if run.encode_seconds else "-",
        f"{1000 * median(run.query_seconds):.2f}",
        f"{run.peak_memory / 1e6:,.0f}",
    ]


def measures(by_system: dict[str, SystemResult]) -> Iterator[str]:
    """Yield every measure of the questions in each language, over all passages."""
    names = [SHORT.get(measure, measure) for measure in MEASURES]
    heads = [f"{language} {name}" for language in LANGUAGES for name in names]
    yield from _quality(
        by_system,
        heads,
        lambda result: [
            figure(result.cells, measure, language).value
            for language in LANGUAGES
            for measure in MEASURES
        ],
    )


def directions(by_system: dict[str, SystemResult]) -> Iterator[str]:
    """Yield nDCG@10 of each question language over the passages of each language."""
    pairs = [(asked, found) for asked in LANGUAGES for found in LANGUAGES]
    some = next(iter(by_system.values()))
    counts = [f"n={figure(some.cells, 'nDCG@10', *pair).n}" for pair in pairs]
    yield _row("nDCG@10", [f"{asked}>{found}" for asked, found in pairs])
    yield _row("", counts)
    for name, result in by_system.items():
        values = [figure(result.cells, "nDCG@10", *pair).value for pair in pairs]
        yield _row(name, [_decimals(value) for value in values])


def _quality(
    by_system: dict[str, SystemResult],
    heads: Sequence[str],
    read: Callable[[SystemResult], Sequence[float | None]],
) -> Iterator[str]:
    yield _row("system", heads)
    for name, result in by_system.items():
        yield _row(name, [_decimals(value) for value in read(result)])


def _row(name: str, narrow: Sequence[str], wide: Sequence[str] = ()) -> str:
    cells = [f"{cell:>8}" for cell in narrow] + [f"{cell:>10}" for cell in wide]
    return f"{name:<{NAME_WIDTH}}" + " ".join(cells)


def _decimals(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
