"""Running an evaluation: what is asked for, what comes of it, and where it is written."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from assistant.evaluating.bitext_run import load_tables, run_bitext
from assistant.evaluating.evaluation import Evaluation, EvaluationError
from assistant.evaluating.judged_figures import JudgedRun, run_judged
from assistant.evaluating.judged_questions import JudgedQuestion
from assistant.evaluating.plot import write_plot
from assistant.evaluating.progress import Progress
from assistant.evaluating.report import to_json
from assistant.evaluating.table import to_markdown
from assistant.evaluating.triple import load_triple
from assistant.evaluating.triple_run import (
    DEPTH,
    RUN_DEPTH,
    require_plain_ids,
    run_triple,
    write_run,
)
from assistant.session import Assistant
from corpus.encoder import Encoder, load_encoder
from corpus.settings import Settings
from corpus.store import Store

__all__ = ["GivenTriple", "Request", "make_output", "run_evaluation", "write_evaluation"]


@dataclass(frozen=True, slots=True)
class GivenTriple:
    """A triple by path, and where a run of it is to be written, if it is."""

    queries: Path
    qrels: Path
    corpus: Path
    run: Path | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be measured.

    ``command`` is what was typed, ``judged`` asks the judged questions, of their own
    thesis alone when ``scoped``, and only ``questions`` of them where those are given;
    ``bitext`` is a folder of parallel tables.
    """

    command: str
    judged: bool = True
    scoped: bool = False
    triple: GivenTriple | None = None
    bitext: Path | None = None
    questions: tuple[JudgedQuestion, ...] | None = None


def run_evaluation(
    settings: Settings, request: Request, progress: Progress | None = None
) -> Evaluation:
    """Measure what is asked for.

    Raises:
        EvaluationError: Judgments, or a file of them, cannot be used.
        StorageError: The corpus that the judged questions are asked of is not built.
        EncoderError: The encoder cannot be loaded.
    """
    date = datetime.now(UTC).isoformat(timespec="seconds")
    # All input is read before the first question, so that a fault in it shows at once.
    given, bitext = request.triple, request.bitext
    triple = None if given is None else load_triple(given.queries, given.qrels, given.corpus)
    tables = None if bitext is None else load_tables(bitext)
    if given is not None and triple is not None and given.run is not None:
        require_plain_ids(query.query_id for query in triple.queries)
        require_plain_ids(passage.passage_id for passage in triple.passages)
    encoder = load_encoder(settings.encoder)
    judged = _judged(settings, request, encoder, progress) if request.judged else None
    ran = None
    if given is not None and triple is not None:
        depth = DEPTH if given.run is None else RUN_DEPTH
        ran = run_triple(settings, triple, depth=depth, encoder=encoder, progress=progress)
        if given.run is not None:
            write_run(given.run, ran)
    return Evaluation(
        command=request.command,
        date=date,
        encoder=encoder.name,
        encoder_digest=encoder.digest,
        judged=judged,
        triple=ran,
        bitext=None
        if tables is None
        else run_bitext(settings, tables, encoder=encoder, progress=progress),
    )


def make_output(folder: Path) -> None:
    """Make the folder that an evaluation is to be written to.

    Raises:
        EvaluationError: It cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise EvaluationError(
            f"cannot write to {str(folder)!r}: {error.strerror or error}"
        ) from error


def write_evaluation(evaluation: Evaluation, folder: Path) -> None:
    """Write ``evaluation.json``, ``evaluation.md`` and ``evaluation.png`` into a folder.

    Raises:
        EvaluationError: The folder cannot be made, or a file not be written.
    """
    make_output(folder)
    made = json.dumps(to_json(evaluation), ensure_ascii=False, indent=1, allow_nan=False)
    try:
        (folder / "evaluation.json").write_text(made + "\n", encoding="utf-8")
        (folder / "evaluation.md").write_text(to_markdown(evaluation), encoding="utf-8")
    except OSError as error:
        raise EvaluationError(
            f"cannot write to {str(folder)!r}: {error.strerror or error}"
        ) from error
    write_plot(evaluation, folder / "evaluation.png")


def _judged(
    settings: Settings, request: Request, encoder: Encoder, progress: Progress | None
) -> JudgedRun:
    with Assistant(Store.open(settings, encoder=encoder)) as assistant:
        return run_judged(assistant, request.questions, scoped=request.scoped, progress=progress)
