"""Score an encoder and the language classifier on the development data.

``python -m corpus.encoder.bitext --data DIR`` reads ``DIR/dev/*.tsv``.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from numpy.typing import NDArray

from corpus.encoder.bundled import MODEL_FOLDER, load_static
from corpus.encoder.classifier import LanguageClassifier, load_language_classifier
from corpus.encoder.data import ParallelTable, read_tables
from corpus.encoder.protocols import Encoder
from corpus.errors import SitirError
from corpus.language import Language

CUT_WORDS = 6


@dataclass(frozen=True, slots=True)
class FileScore:
    """One score on one file: ``what`` is a language pair (``en-su``) or a language (``su``)."""

    file: str
    what: str
    items: int
    accuracy: float


@dataclass(frozen=True, slots=True)
class Report:
    """Scores per file, and their plain means over the files."""

    bitext: tuple[FileScore, ...]
    bitext_means: dict[str, float]
    language: tuple[FileScore, ...]
    language_means: dict[str, float]


def bitext_accuracy(left: NDArray[np.float32], right: NDArray[np.float32]) -> float:
    """Return how often a text's nearest neighbour is its translation.

    Args:
        left: unit vectors, shape (n, dimension).
        right: those of the translations, in the same order.

    Returns:
        The mean of both directions, 0 to 1. Of equally near texts the first is taken.
    """
    similarity = left @ right.T
    truth = np.arange(len(left))
    forth = np.mean(similarity.argmax(axis=1) == truth)
    back = np.mean(similarity.argmax(axis=0) == truth)
    return float((forth + back) / 2)


def score_bitext(encoder: Encoder, tables: Sequence[ParallelTable]) -> tuple[FileScore, ...]:
    """Score every two languages of every file."""
    scores = []
    for table in tables:
        for languages, pairs in table.pairs():
            if languages[0] == languages[1]:
                continue
            left = encoder.encode_passages([pair[0] for pair in pairs])
            right = encoder.encode_passages([pair[1] for pair in pairs])
            accuracy = bitext_accuracy(left, right)
            scores.append(FileScore(table.name, "-".join(languages), len(pairs), accuracy))
    return tuple(scores)


def score_languages(
    classifier: LanguageClassifier, tables: Sequence[ParallelTable], words: int = CUT_WORDS
) -> tuple[FileScore, ...]:
    """Score the telling of languages on ``words`` words at a time, see ``word_cuts``."""
    scores = []
    for table in tables:
        for position, language in enumerate(table.languages):
            texts = [text for text in table.column(position) if text]
            cuts = [cut for text in texts for cut in word_cuts(text, words)]
            told = [_most_likely(classifier, cut) for cut in cuts]
            accuracy = float(np.mean([one == language for one in told]))
            name = table.name
            if language in table.languages[:position]:  # the passages beside the questions
                name = f"{name} {position + 1}"
            scores.append(FileScore(name, language, len(cuts), accuracy))
    return tuple(scores)


def word_cuts(text: str, words: int) -> list[str]:
    """Return a text in cuts of so many words, none twice; a shorter text is one cut.

    Words that are left over at the end are in none.
    """
    split = text.split()
    last = max(len(split) - words, 0)
    return [" ".join(split[start : start + words]) for start in range(0, last + 1, words)]


def _most_likely(classifier: LanguageClassifier, text: str) -> Language:
    """Return the language with the highest probability."""
    found = classifier.probabilities(text)
    return max(found, key=found.__getitem__)


def mean_scores(scores: Sequence[FileScore]) -> dict[str, float]:
    """Return the plain mean over the files of each language pair or language."""
    names = sorted({score.what for score in scores})
    return {
        name: float(np.mean([score.accuracy for score in scores if score.what == name]))
        for name in names
    }


def score_folder(model: Path, data: Path) -> Report:
    """Score the encoder and the classifier of a folder.

    Args:
        model: the folder of the encoder.
        data: the folder that holds ``dev``.

    Raises:
        EncoderError: one of them is missing or damaged.
    """
    tables = read_tables(data / "dev")
    bitext = score_bitext(load_static(model, model.name), tables)
    language = score_languages(load_language_classifier(model), tables)
    return Report(bitext, mean_scores(bitext), language, mean_scores(language))


def main(
    data: Annotated[Path, typer.Option(help="The folder that holds dev/*.tsv.")],
    model: Annotated[Path, typer.Option(help="The folder of the encoder.")] = MODEL_FOLDER,
    output: Annotated[Path | None, typer.Option(help="Also write the scores as JSON.")] = None,
) -> None:
    """Score the encoder: how often a text's nearest neighbour is its translation."""
    try:
        report = score_folder(model, data)
    except SitirError as exc:
        typer.echo(f"error: {exc}", err=True)
        raise typer.Exit(1) from exc
    for title, scores, means in (
        ("bitext accuracy, mean of both directions", report.bitext, report.bitext_means),
        (f"language told from {CUT_WORDS} words", report.language, report.language_means),
    ):
        typer.echo(title)
        for score in scores:
            typer.echo(f"  {score.file:20} {score.what:6} n={score.items:<5} {score.accuracy:.4f}")
        for name, mean in means.items():
            typer.echo(f"  {'mean over files':20} {name:6} {'':7} {mean:.4f}")
    if output is not None:
        output.write_text(json.dumps(asdict(report), indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    typer.run(main)
