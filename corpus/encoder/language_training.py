"""Train the classifier that tells the language of a question.

``python -m corpus.encoder.language_training --data DIR`` reads ``DIR/train/*.tsv`` and writes the
classifier alone, in about two minutes; ``corpus.encoder.train`` trains it beside the encoder.

The kinds of sources are weighed alike in Indonesian and Sundanese: with social media in one of
them alone, the classifier would tell the kind of text and not the language.
"""

import csv
import logging
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Final

import numpy as np
import typer
from safetensors.numpy import save_file

from corpus.encoder.bundled import MODEL_FOLDER
from corpus.encoder.classifier import CLASSIFIER_FILE
from corpus.encoder.data import ParallelTable, leave_out, read_tables
from corpus.encoder.features import fold_accents, language_features
from corpus.encoder.glossary import read_glossary
from corpus.encoder.language_examples import (
    ExampleDrawer,
    Material,
    Pool,
    Texts,
    common_words,
    find_translations,
)
from corpus.encoder.language_fitting import fit_softmax
from corpus.errors import SitirError
from corpus.language import LANGUAGES, Language

EXAMPLES: Final = 100_000
"""Of each language, for each of the fits."""
FITS: Final = 3
"""So many fits, each on examples of its own, are averaged."""
KINDS: Final = {
    "colloquial": ("nusatranslation", "nusax"),
    "formal": ("flores", "ntrex", "pud", "tico19", "indowiki", "udhr"),
    "everyday": ("tatoeba", "talpco"),
    "questions": ("questions",),
    "other": ("",),
}
"""How the names of the files of each kind begin; the first kind that fits counts."""
KIND_SHARES: Final[dict[Language, dict[str, float]]] = {
    "id": {"colloquial": 0.42, "formal": 0.23, "everyday": 0.12, "questions": 0.10, "other": 0.13},
    "en": {"colloquial": 0.10, "formal": 0.35, "everyday": 0.35, "questions": 0.0, "other": 0.20},
    "su": {"colloquial": 0.55, "formal": 0.25, "everyday": 0.0, "questions": 0.0, "other": 0.20},
}
MOST_SHARED_WORDS: Final = 0.4
"""A text that shares more of its words with its English translation was left untranslated."""
MOST_SHARED_BY_COUSINS: Final = 0.85
"""The same of Indonesian and Sundanese, which share many words where both are translated."""
NOISY_LEXICONS: Final = ("lexicon_wordnet",)
"""Lexicons whose translations are not swapped for words."""

FRAMES_FILE: Final = Path(__file__).with_name("question_frames.tsv")

log = logging.getLogger(__name__)


def read_frames(path: Path = FRAMES_FILE) -> Texts:
    """Return the frames of each language; ``{}`` marks a gap."""
    frames: Texts = {language: [] for language in LANGUAGES}
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            for language in LANGUAGES:
                if row["language"] == language:
                    frames[language].append(row["frame"])
    return frames


def collect_texts(tables: Sequence[ParallelTable]) -> tuple[Texts, Texts]:
    """Sort sentences and words by language, without texts that were left untranslated."""
    sentences: Texts = {language: [] for language in LANGUAGES}
    words: Texts = {language: [] for language in LANGUAGES}
    for table in tables:
        target = words if table.is_lexicon else sentences
        for row in table.rows:
            for place, language in enumerate(table.languages):
                if row[place] and (table.is_lexicon or not _is_untranslated(table, row, place)):
                    target[language].append(row[place])
    return sentences, words


def _is_untranslated(table: ParallelTable, row: tuple[str, ...], place: int) -> bool:
    """Tell whether a text shares too many of its words with its translations."""
    language, own = table.languages[place], _folded_words(row[place])
    for other, text in zip(table.languages, row, strict=True):
        most = MOST_SHARED_WORDS if "en" in (language, other) else MOST_SHARED_BY_COUSINS
        if other != language and len(own & _folded_words(text)) > most * len(own):
            return True
    return not own


def _folded_words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", fold_accents(text.lower())))


def gather_material(tables: Sequence[ParallelTable]) -> dict[Language, Material]:
    """Return what the examples of each language are made of."""
    kinds: dict[str, list[ParallelTable]] = {kind: [] for kind in KINDS}
    for table in tables:
        if not table.is_lexicon:
            kinds[_kind(table.name)].append(table)
    sentences = {kind: collect_texts(own)[0] for kind, own in kinds.items()}
    lexicons = [table for table in tables if table.is_lexicon]
    words = [collect_texts([table])[1] for table in lexicons]
    translations = find_translations(
        table for table in lexicons if table.name not in NOISY_LEXICONS
    )
    frames = read_frames()
    materials: dict[Language, Material] = {}
    for language in LANGUAGES:
        shares = KIND_SHARES[language]
        pools = tuple(
            Pool(tuple(own[language]), shares[kind])
            for kind, own in sentences.items()
            if own[language] and shares[kind]
        )
        materials[language] = Material(
            frames=tuple(frames[language]),
            sentences=pools,
            words=tuple(Pool(tuple(own[language]), 1.0) for own in words if own[language]),
            translations=translations[language],
            common=common_words(pools),
        )
    return materials


def _kind(name: str) -> str:
    return next(kind for kind, starts in KINDS.items() if name.startswith(starts))


def draw_examples(
    tables: Sequence[ParallelTable], generator: np.random.Generator, count: int
) -> Texts:
    """Draw ``count`` short texts of each language to train on."""
    drawer = ExampleDrawer(gather_material(tables), generator)
    return {language: drawer.draw(language, count) for language in LANGUAGES}


def train_classifier(
    tables: Sequence[ParallelTable],
    folder: Path,
    seed: int = 0,
    count: int = EXAMPLES,
    fits: int = FITS,
) -> None:
    """Train the classifier and write it, as whole numbers of eight bits, into a folder.

    Args:
        tables: sentences and words of all three languages.
        folder: where ``language_classifier.safetensors`` goes.
        seed: of all that is drawn.
        count: number of examples of each language for each fit.
        fits: number of fits that are averaged.
    """
    generator = np.random.default_rng(seed)
    drawer = ExampleDrawer(gather_material(tables), generator)
    sums = []
    for fit in range(fits):
        log.info("fit %d of %d", fit + 1, fits)
        drawn = [
            (buckets, label)
            for label, language in enumerate(LANGUAGES)
            for text in drawer.draw(language, count)
            if (buckets := language_features(text))
        ]
        features = [buckets for buckets, _ in drawn]
        sums.append(fit_softmax(features, np.array([label for _, label in drawn]), seed + fit))
    weights = np.mean(sums, axis=0)
    weights -= weights.mean(axis=1, keepdims=True)  # the softmax does not see it; int8 does
    scale = float(np.abs(weights).max()) / 127
    steps = np.round(weights / scale).astype(np.int8)
    path = folder / CLASSIFIER_FILE
    save_file({"weights": steps, "scale": np.array([scale], dtype=np.float32)}, path)
    path.chmod(0o644)


def main(
    data: Annotated[Path, typer.Option(help="The folder that holds train/*.tsv and dev/*.tsv.")],
    output: Annotated[Path, typer.Option(help="The folder to write into.")] = MODEL_FOLDER,
    seed: Annotated[int, typer.Option(min=0, help="Of all that is drawn.")] = 0,
    examples: Annotated[int, typer.Option(min=1, help="Per language and fit.")] = EXAMPLES,
) -> None:
    """Train the language classifier alone."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    try:
        tables = leave_out(read_tables(data / "train"), read_tables(data / "dev"))
        tables.append(read_glossary())
        output.mkdir(parents=True, exist_ok=True)
        train_classifier(tables, output, seed, examples)
    except SitirError as exc:
        typer.echo(f"error: {exc}", err=True)
        raise typer.Exit(1) from exc


if __name__ == "__main__":
    typer.run(main)
