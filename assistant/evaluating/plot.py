"""An evaluation as a picture: directions as heat maps, the rest as bars with intervals.

The only module that knows matplotlib.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from math import ceil
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING, Final

from assistant.evaluating.bitext_run import MEASURE
from assistant.evaluating.bootstrap import Figure
from assistant.evaluating.directions import ALL, ANY, PASSAGE_LANGUAGES, QUESTION_LANGUAGES, Cell
from assistant.evaluating.evaluation import Evaluation, EvaluationError
from assistant.evaluating.judged_figures import PUBLISHED, JudgedRun
from assistant.evaluating.table import NINE_MEASURE, language_label

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["write_plot"]

COLUMNS: Final = 2
PANEL_INCHES: Final = (7.0, 4.6)
DOTS_PER_INCH: Final = 110
WIDEST_LINE: Final = 150
_DARK: Final = 0.6
"""From this value on, what is written into a heat map is white."""

_Panel = Callable[["Axes"], None]
_Bars = Mapping[str, Mapping[str, Figure]]
"""For each group of bars, e.g. a language, the figures by their names."""


def write_plot(evaluation: Evaluation, path: Path) -> None:
    """Write the picture as PNG; it needs no screen and no network.

    Raises:
        EvaluationError: The file cannot be written.
    """
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure as Canvas

    panels = list(_panels(evaluation))
    rows = ceil(len(panels) / COLUMNS)
    width, height = PANEL_INCHES
    canvas = Canvas(figsize=(width * COLUMNS, height * rows), layout="constrained")
    FigureCanvasAgg(canvas)
    places = canvas.subplots(rows, COLUMNS, squeeze=False).ravel()
    for axes, panel in zip(places, panels, strict=False):
        panel(axes)
    for axes in places[len(panels) :]:
        axes.set_axis_off()
    canvas.suptitle(
        f"{fill(evaluation.command, WIDEST_LINE)}\n{evaluation.date}, encoder {evaluation.encoder} "
        f"({evaluation.encoder_digest[:12]}); bars and brackets: 95 % intervals",
        fontsize=9,
    )
    try:
        canvas.savefig(path, format="png", dpi=DOTS_PER_INCH)
    except OSError as error:
        raise EvaluationError(f"cannot write {str(path)!r}: {error.strerror or error}") from error


def _panels(evaluation: Evaluation) -> Iterator[_Panel]:
    if evaluation.judged is not None:
        yield from _judged(evaluation.judged)
    if evaluation.triple is not None:
        cells = evaluation.triple.cells
        yield partial(_heat_map, title=NINE_MEASURE, cells=cells, measure=NINE_MEASURE)
        bars = {language_label(c.question_language): c.figures for c in _anywhere(cells)}
        yield partial(_bars, title="All passages", bars=bars)
    if evaluation.bitext is not None:
        for table in evaluation.bitext.tables:
            title = f"{MEASURE}, {table.name}"
            yield partial(_heat_map, title=title, cells=table.cells, measure=MEASURE, itself=True)


def _judged(run: JudgedRun) -> Iterator[_Panel]:
    """Yield the panels of the reporting half."""
    cells = [cell for cell in run.retrieval if cell.part == PUBLISHED]
    title = f"{NINE_MEASURE}, reporting half"
    yield partial(_heat_map, title=title, cells=cells, measure=NINE_MEASURE)
    found = {language_label(c.question_language): c.figures for c in _anywhere(cells)}
    yield partial(_bars, title="Passages in any language, reporting half", bars=found)
    answers = {
        language_label(row.question_language): row.figures
        for row in run.answers
        if row.split == PUBLISHED
    }
    yield partial(_bars, title="Answers, reporting half", bars=answers)
    silence = {
        f"{language_label(row.question_language)}, {row.distance}": row.figures
        for row in run.silence
        if row.split == PUBLISHED and (row.distance == "both" or row.question_language == ALL)
    }
    yield partial(_bars, title="Silence where there is no answer, reporting half", bars=silence)


def _anywhere(cells: Sequence[Cell]) -> list[Cell]:
    return [cell for cell in cells if cell.passage_language == ANY]


def _heat_map(
    axes: Axes, *, title: str, cells: Sequence[Cell], measure: str, itself: bool = False
) -> None:
    by_place = {(c.question_language, c.passage_language): c.figures[measure] for c in cells}
    asked = [one for one in QUESTION_LANGUAGES if any(place[0] == one for place in by_place)]
    found = [one for one in PASSAGE_LANGUAGES if any(place[1] == one for place in by_place)]
    numbers = [
        [figure.value if (figure := by_place.get((q, p))) else None for p in found] for q in asked
    ]
    shades = [[float("nan") if number is None else number for number in row] for row in numbers]
    axes.imshow(shades, cmap="Blues", vmin=0.0, vmax=1.0, aspect="auto")
    for row, question in enumerate(asked):
        for column, passage in enumerate(found):
            figure = by_place.get((question, passage))
            if figure is None or figure.value is None:
                continue
            finds = "itself\n" if itself and question == passage else ""
            text = (
                f"{finds}{figure.value:.3f}\n[{figure.low:.2f}, {figure.high:.2f}]\nn={figure.n:,}"
            )
            colour = "white" if figure.value >= _DARK else "black"
            axes.text(column, row, text, ha="center", va="center", fontsize=8, color=colour)
    axes.set_xticks(range(len(found)), [language_label(one) for one in found])
    axes.set_yticks(range(len(asked)), [language_label(one) for one in asked])
    axes.set_xlabel("passages")
    axes.set_ylabel("questions")
    axes.set_title(title)


def _bars(axes: Axes, *, title: str, bars: _Bars) -> None:
    names = list(next(iter(bars.values())))
    width = 0.8 / len(names)
    for place, name in enumerate(names):
        drawn = [
            (group + (place - (len(names) - 1) / 2) * width, *_bar(figures[name]))
            for group, figures in enumerate(bars.values())
            if figures[name].value is not None
        ]
        if drawn:
            places, values, below, above = zip(*drawn, strict=True)
            axes.bar(
                places,
                values,
                width * 0.9,
                yerr=[below, above],
                error_kw={"elinewidth": 1, "capsize": 2},
                color=f"C{place}",
                label=name.replace("_", " "),
            )
    labels = [f"{label}\n{_counts(figures)}" for label, figures in bars.items()]
    axes.set_xticks(range(len(bars)), labels, fontsize=7)
    axes.set_ylim(0.0, 1.08)
    axes.legend(fontsize=7, ncols=4, loc="upper center", bbox_to_anchor=(0.5, -0.12))
    axes.set_title(title)


def _bar(figure: Figure) -> tuple[float, float, float]:
    """Return the height of a bar, and how far its interval reaches below and above."""
    value = figure.value or 0.0
    low = value if figure.low is None else min(figure.low, value)
    high = value if figure.high is None else max(figure.high, value)
    return value, value - low, high - value


def _counts(figures: Mapping[str, Figure]) -> str:
    counts = sorted({figure.n for figure in figures.values()})
    return f"n={counts[0]:,}" if len(counts) == 1 else f"n={counts[0]:,}–{counts[-1]:,}"
