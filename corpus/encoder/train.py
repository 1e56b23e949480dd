"""Train the bundled encoder and the language classifier.

``python -m corpus.encoder.train --data DIR`` reads ``DIR/train/*.tsv``, scores on
``DIR/dev/*.tsv`` and writes a folder in sentence-transformers' format with its model card.
"""

import logging
from pathlib import Path
from typing import Annotated, Final

import typer

from corpus.encoder.bitext import score_folder
from corpus.encoder.bundled import MODEL_FOLDER
from corpus.encoder.contrastive import Schedule, fit_rows
from corpus.encoder.data import leave_out, read_tables
from corpus.encoder.glossary import read_glossary
from corpus.encoder.language_training import EXAMPLES, train_classifier
from corpus.encoder.mixing import Mixture, make_pools, training_texts
from corpus.encoder.model_card import write_model_card
from corpus.encoder.storing import store_encoder
from corpus.encoder.teacher import take_lessons
from corpus.encoder.vocabulary import learn_vocabulary
from corpus.errors import SitirError

VOCABULARY_SIZE: Final = 35_000
DIMENSION: Final = 256
DEFAULTS: Final = Schedule()

log = logging.getLogger(__name__)


def train_encoder(
    data: Path,
    output: Path,
    schedule: Schedule,
    vocabulary_size: int = VOCABULARY_SIZE,
    dimension: int = DIMENSION,
    examples: int = EXAMPLES,
    teacher: str | None = None,
) -> None:
    """Train, score and store an encoder with its classifier and model card.

    Args:
        data: the folder that holds ``train`` and ``dev``, or its ``train`` folder.
        output: the folder to write; made if missing.
        schedule: steps, rates and seed.
        vocabulary_size: the greatest number of subwords.
        dimension: numbers in a vector.
        examples: what the classifier is trained on, for each language.
        teacher: name or folder of a sentence-transformers model for English; none by default.

    Raises:
        EncoderError: the data are missing or malformed, or the teacher cannot be loaded.
    """
    data = data.parent if data.name == "train" and not (data / "train").is_dir() else data
    tables = leave_out(read_tables(data / "train"), read_tables(data / "dev"))
    tables.append(read_glossary())
    output.mkdir(parents=True, exist_ok=True)
    log.info("learning a vocabulary of %d pieces", vocabulary_size)
    tokenizer = learn_vocabulary(training_texts(tables), vocabulary_size)
    lessons = None if teacher is None else take_lessons(teacher, tables)
    pools, shares = make_pools(tables, tokenizer, Mixture(), lessons)
    taught = None if lessons is None else lessons.vectors
    rows = fit_rows(pools, shares, tokenizer.get_vocab_size(), dimension, schedule, taught)
    store_encoder(tokenizer, rows, output)
    log.info("training the language classifier")
    train_classifier(tables, output, schedule.seed, examples)
    report = score_folder(output, data)
    log.info("bitext %s, language %s", report.bitext_means, report.language_means)
    row_counts = {table.name: len(table.rows) for table in tables}
    taught_by = "" if teacher is None else Path(teacher).name
    write_model_card(output, report, schedule, (len(rows), dimension), row_counts, taught_by)


def main(
    data: Annotated[
        Path, typer.Option(help="The folder that holds train/*.tsv and dev/*.tsv, or train itself.")
    ],
    output: Annotated[Path, typer.Option(help="The folder to write.")] = MODEL_FOLDER,
    steps: Annotated[int, typer.Option(min=1, help="Number of batches.")] = DEFAULTS.steps,
    seed: Annotated[int, typer.Option(min=0, help="Of all that is drawn.")] = DEFAULTS.seed,
    teacher: Annotated[
        str | None,
        typer.Option(help="Learn also from this sentence-transformers model for English."),
    ] = None,
) -> None:
    """Train the bundled encoder and the language classifier."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    try:
        train_encoder(data, output, Schedule(steps=steps, seed=seed), teacher=teacher)
    except SitirError as exc:
        typer.echo(f"error: {exc}", err=True)
        raise typer.Exit(1) from exc


if __name__ == "__main__":
    typer.run(main)
