"""An evaluation as tables in Markdown, their columns in line so that they read as they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from assistant.evaluating.bitext_run import MEASURE, BitextRun
from assistant.evaluating.bootstrap import CONFIDENCE, RESAMPLES, Figure
from assistant.evaluating.directions import ALL, MIXED, PASSAGE_LANGUAGES, QUESTION_LANGUAGES, Cell
from assistant.evaluating.evaluation import Evaluation
from assistant.evaluating.judged_figures import PUBLISHED, SPLITS, JudgedRun
from assistant.evaluating.measures import MEASURES
from assistant.evaluating.triple_run import TripleRun
from corpus.language import is_language, language_name

__all__ = ["NINE_MEASURE", "language_label", "part_label", "to_markdown"]

NINE_MEASURE: Final = "nDCG@10"
"""What the table of nine directions shows."""
_PARTS: Final[Mapping[str, str]] = {
    "report": "reporting half",
    "tune": "tuning half",
    ALL: "all questions",
}


def language_label(language: str) -> str:
    """Return what a table calls a language, ``mixed``, ``all`` or ``any``."""
    if is_language(language):
        return language_name(language, "en")
    return "code-switched" if language == MIXED else language


def part_label(part: str) -> str:
    """Return what a heading calls a half of the judgments; other parts are as they are."""
    return _PARTS.get(part, part)


def to_markdown(evaluation: Evaluation) -> str:
    """Return an evaluation as a document: where it is from, then its tables."""
    lines = [
        "# Evaluation",
        "",
        f"    {evaluation.command}",
        "",
        f"{evaluation.date}, encoder {evaluation.encoder} ({evaluation.encoder_digest[:12]}).",
        f"In brackets: {CONFIDENCE:.0%} intervals, percentile bootstrap, {RESAMPLES:,} resamples;",
        "n: how many a figure is over.",
    ]
    if evaluation.judged is not None:
        lines.extend(_judged(evaluation.judged))
    if evaluation.triple is not None:
        lines.extend(_triple(evaluation.triple))
    if evaluation.bitext is not None:
        lines.extend(_bitext(evaluation.bitext))
    return "\n".join(lines) + "\n"


def _judged(run: JudgedRun) -> Iterator[str]:
    scope = "that thesis alone" if run.scoped else f"all that is held, documents: {run.documents}"
    yield from ("", f"Judged questions about `{run.document_id}`, asked of {scope}.")
    for split in SPLITS:
        cells = [cell for cell in run.retrieval if cell.part == split]
        yield from ("", f"## Retrieval, {part_label(split)}", "")
        yield from _directions(cells)
        if split == PUBLISHED:
            yield from ("", f"### {NINE_MEASURE}, {part_label(split)}", "")
            yield from _matrix(cells, NINE_MEASURE)
    for split in SPLITS:
        yield from ("", f"## Answers, {part_label(split)}", "")
        yield from _named_figures(
            "question",
            {
                language_label(row.question_language): row.figures
                for row in run.answers
                if row.split == split
            },
        )
    for split in SPLITS:
        yield from ("", f"## Silence where there is no answer, {part_label(split)}", "")
        yield from _named_figures(
            "question, no answer",
            {
                f"{language_label(row.question_language)}, {row.distance}": row.figures
                for row in run.silence
                if row.split == split
            },
        )


def _triple(run: TripleRun) -> Iterator[str]:
    files = run.files
    yield from ("", f"Queries `{files.queries}`, qrels `{files.qrels}`, corpus `{files.corpus}`:")
    yield f"Judged queries: {len(run.asked):,}; passages: {run.passages:,}."
    for count, what in (
        (run.told, "Texts without a language, which was told from them"),
        (run.unjudged, "Queries that nothing is judged for, left out"),
        (run.unasked, "Judged queries without a question, left out"),
        (run.not_relevant, "Queries to which nothing is relevant, counted 0"),
        (run.not_held, "Relevant passages that the corpus lacks, counted as not found"),
    ):
        if count:
            yield f"{what}: {count:,}."
    yield from ("", "## Retrieval", "")
    yield from _directions(run.cells)
    yield from ("", f"### {NINE_MEASURE}", "")
    yield from _matrix(run.cells, NINE_MEASURE)


def _bitext(run: BitextRun) -> Iterator[str]:
    yield from ("", f"Parallel sentences of `{run.folder}`: each looks for its translation among")
    yield "all sentences of a language of its table; in its own language it finds itself."
    for table in run.tables:
        yield from ("", f"## {MEASURE}, {table.name}", "")
        yield from _matrix(table.cells, MEASURE, itself=True)


def _directions(cells: Sequence[Cell]) -> Iterator[str]:
    rows = [
        [
            language_label(cell.question_language),
            language_label(cell.passage_language),
            f"{cell.figures[MEASURES[0]].n:,}",
            *(_shown(cell.figures[name]) for name in MEASURES),
        ]
        for cell in cells
    ]
    yield from _table(["question", "passages", "n", *MEASURES], rows)


def _matrix(cells: Sequence[Cell], measure: str, *, itself: bool = False) -> Iterator[str]:
    """Yield a table of question languages by passage languages."""
    by_place = {(cell.question_language, cell.passage_language): cell for cell in cells}
    asked = [one for one in QUESTION_LANGUAGES if any(place[0] == one for place in by_place)]
    found = [one for one in PASSAGE_LANGUAGES if any(place[1] == one for place in by_place)]
    rows = []
    for question in asked:
        row = [language_label(question)]
        for passage in found:
            cell = by_place.get((question, passage))
            text = "" if cell is None else _counted(cell.figures[measure])
            row.append(f"itself: {text}" if itself and text and question == passage else text)
        rows.append(row)
    yield from _table(["question \\ passages", *map(language_label, found)], rows)


def _named_figures(corner: str, rows: Mapping[str, Mapping[str, Figure]]) -> Iterator[str]:
    names = list(next(iter(rows.values())))
    shown = [
        [label, *(_counted(figures[name]) for name in names)] for label, figures in rows.items()
    ]
    yield from _table([corner, *(name.replace("_", " ") for name in names)], shown)


def _shown(figure: Figure) -> str:
    if figure.value is None or figure.low is None or figure.high is None:
        return "–"
    return f"{figure.value:.3f} [{figure.low:.3f}, {figure.high:.3f}]"


def _counted(figure: Figure) -> str:
    return f"{_shown(figure)} n={figure.n:,}"


def _table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(header, *rows, strict=True)]
    for place, row in enumerate((header, *rows)):
        cells = (text.ljust(width) for text, width in zip(row, widths, strict=True))
        yield f"| {' | '.join(cells)} |"
        if not place:
            yield f"|{'|'.join('-' * (width + 2) for width in widths)}|"
