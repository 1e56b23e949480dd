"""The command ``evaluate``; what it needs is imported when it runs, so ``--help`` is quick."""

from __future__ import annotations

import json
import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corpus.commands import DataDir

if TYPE_CHECKING:
    from assistant.evaluating.run import GivenTriple

__all__ = ["evaluate"]

QueriesOption = Annotated[
    Path | None,
    typer.Option(
        "--queries",
        metavar="FILE.jsonl",
        help='Questions to ask instead of the judged ones: {"query_id", "question", "language"}.',
    ),
]
QrelsOption = Annotated[
    Path | None,
    typer.Option(
        "--qrels", metavar="FILE", help="What is relevant to them: query_id 0 passage_id grade."
    ),
]
CorpusOption = Annotated[
    Path | None,
    typer.Option(
        "--corpus",
        metavar="FILE.jsonl",
        help='The passages that they are asked of: {"passage_id", "text", "language"}.',
    ),
]
RunOption = Annotated[
    Path | None,
    typer.Option("--run", metavar="FILE", help="Write what --queries found as a TREC run."),
]
BitextOption = Annotated[
    Path | None,
    typer.Option(
        "--bitext",
        metavar="DIR|FILE.tsv",
        help="Let sentences of parallel tables (.tsv: eng, ind, sun) find their translations.",
    ),
]
JudgedOption = Annotated[
    bool,
    typer.Option("--judged", help="Ask the judged questions too, beside --queries or --bitext."),
]
ScopedOption = Annotated[
    bool, typer.Option("--scoped", help="Ask them of the judged thesis alone, not of all held.")
]
OutputOption = Annotated[
    Path | None,
    typer.Option(
        "--output", metavar="DIR", help="Write evaluation.json, evaluation.md and evaluation.png."
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def evaluate(  # noqa: PLR0913 - as many as there are options
    context: typer.Context,
    *,
    queries: QueriesOption = None,
    qrels: QrelsOption = None,
    corpus: CorpusOption = None,
    run: RunOption = None,
    bitext: BitextOption = None,
    judged: JudgedOption = False,
    scoped: ScopedOption = False,
    output: OutputOption = None,
    as_json: JsonOption = False,
    data_dir: DataDir = None,
) -> None:
    """Measure retrieval, answers and silence; by default with the judged questions."""
    triple = _triple(queries, qrels, corpus, run)
    judged = judged or (triple is None and bitext is None)
    if scoped and not judged:
        raise typer.BadParameter("--scoped is about the judged questions: add --judged")
    from assistant.evaluating.progress import shown_progress
    from assistant.evaluating.report import to_json
    from assistant.evaluating.run import Request, make_output, run_evaluation, write_evaluation
    from assistant.evaluating.table import to_markdown
    from corpus.settings import load_settings

    if output is not None:
        make_output(output)
    request = Request(_typed(context), judged, scoped, triple, bitext)
    with shown_progress() as progress:
        made = run_evaluation(load_settings(data_dir), request, progress)
    if output is not None:
        write_evaluation(made, output)
    if as_json:
        typer.echo(json.dumps(to_json(made), ensure_ascii=False, indent=1, allow_nan=False))
    else:
        typer.echo(to_markdown(made), nl=False)


def _triple(
    queries: Path | None, qrels: Path | None, corpus: Path | None, run: Path | None
) -> GivenTriple | None:
    if queries is None and qrels is None and corpus is None:
        if run is not None:
            raise typer.BadParameter("--run goes with --queries, --qrels and --corpus")
        return None
    if queries is None or qrels is None or corpus is None:
        raise typer.BadParameter("--queries, --qrels and --corpus go together")
    from assistant.evaluating.run import GivenTriple

    return GivenTriple(queries, qrels, corpus, run)


def _typed(context: typer.Context) -> str:
    """Return the command with the options that were given, to be run again."""
    parts = context.command_path.split()
    for option in context.command.params:
        name = option.name or ""
        source = context.get_parameter_source(name)
        if source is not None and source.name == "COMMANDLINE":
            value = context.params[name]
            parts.append(option.opts[-1])
            parts.extend([] if value is True else [str(value)])
    return shlex.join(parts)
