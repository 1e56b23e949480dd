"""Train the classifier that tells the language of a question.

Questions are short, so it is trained on cuts of two to ten words out of the parallel texts,
and on question frames ("kumaha carana {}") whose gaps are filled from any of the three
languages: what a question is about does not tell its language, its frame does.
"""

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Final, TypeAlias

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.numpy import save_file
from torch import nn

from corpus.encoder.classifier import CLASSIFIER_FILE
from corpus.encoder.data import ParallelTable
from corpus.encoder.features import BUCKETS, language_features
from corpus.language import LANGUAGES, Language

EXAMPLES: Final = 90_000
"""Of each language."""
SHARES: Final = {"cut": 0.72, "frame": 0.25, "word": 0.03}
OWN_LANGUAGE_SHARE: Final = 0.6
"""How often the gap of a frame is filled from the frame's own language."""
MOST_SHARED_WORDS: Final = 0.4
"""An English text that shares more of its words with its translation is left out of both."""

Texts: TypeAlias = dict[Language, list[str]]
FRAMES_FILE: Final = Path(__file__).with_name("question_frames.tsv")


def read_frames(path: Path = FRAMES_FILE) -> Texts:
    """Return the question frames of each language; ``{}`` marks a gap."""
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
            for language, text in zip(table.languages, row, strict=True):
                if table.is_lexicon or not _is_untranslated(text, row):
                    target[language].append(text)
    return sentences, words


def _is_untranslated(text: str, row: tuple[str, ...]) -> bool:
    """Tell whether a text shares too many of its words with another of its row."""
    own = set(text.lower().split())
    others = [set(other.lower().split()) for other in row if other is not text]
    return any(len(own & other) > MOST_SHARED_WORDS * len(own) for other in others)


def draw_examples(
    tables: Sequence[ParallelTable], generator: np.random.Generator, count: int
) -> Texts:
    """Draw ``count`` short texts of each language to train on."""
    sentences, words = collect_texts(tables)
    frames = read_frames()
    examples: Texts = {}
    for language in LANGUAGES:
        kinds = generator.choice(list(SHARES), p=list(SHARES.values()), size=count)
        drawn = []
        for kind in kinds.tolist():
            if kind == "cut":
                drawn.append(_cut(_pick(sentences[language], generator), generator, 2, 10))
            elif kind == "word":
                drawn.append(_pick(words[language], generator))
            else:
                frame = _pick(frames[language], generator)
                drawn.append(_fill(frame, language, sentences, generator))
        examples[language] = drawn
    return examples


def _pick(texts: Sequence[str], generator: np.random.Generator) -> str:
    return texts[int(generator.integers(len(texts)))]


def _cut(text: str, generator: np.random.Generator, fewest: int, most: int) -> str:
    """Return some words in a row, from anywhere in a text."""
    words = text.split()
    length = int(generator.integers(fewest, most + 1))
    start = int(generator.integers(max(len(words) - length, 0) + 1))
    return " ".join(words[start : start + length])


def _fill(frame: str, language: Language, texts: Texts, generator: np.random.Generator) -> str:
    """Fill the gaps of a frame with cuts of one to three words."""
    while "{}" in frame:
        source = language
        if generator.random() > OWN_LANGUAGE_SHARE:
            source = LANGUAGES[int(generator.integers(len(LANGUAGES)))]
        frame = frame.replace("{}", _cut(_pick(texts[source], generator), generator, 1, 3), 1)
    return frame


def train_classifier(
    tables: Sequence[ParallelTable], folder: Path, seed: int = 0, count: int = EXAMPLES
) -> None:
    """Train the classifier and write it, as whole numbers of eight bits, into a folder.

    Args:
        tables: sentences and words of all three languages.
        folder: where ``language_classifier.safetensors`` goes.
        seed: of all that is drawn.
        count: number of examples of each language.
    """
    generator = np.random.default_rng(seed)
    examples = draw_examples(tables, generator, count)
    features = [language_features(text) for own in examples.values() for text in own]
    labels = np.repeat(np.arange(len(LANGUAGES)), [len(own) for own in examples.values()])
    weights = _fit(features, labels, generator, seed)
    scale = float(np.abs(weights).max()) / 127
    steps = np.round(weights / scale).astype(np.int8)
    path = folder / CLASSIFIER_FILE
    save_file({"weights": steps, "scale": np.array([scale], dtype=np.float32)}, path)
    path.chmod(0o644)


def _fit(
    features: list[list[int]],
    labels: NDArray[np.int64],
    generator: np.random.Generator,
    seed: int,
    epochs: int = 3,
    batch_size: int = 512,
) -> NDArray[np.float32]:
    """Fit the softmax; returns weights of shape (buckets, languages)."""
    torch.manual_seed(seed)
    bag = nn.EmbeddingBag(BUCKETS, len(LANGUAGES), mode="sum", sparse=True)
    nn.init.zeros_(bag.weight)
    optimizer = torch.optim.SparseAdam(bag.parameters(), lr=2e-2)
    batches = max(len(features) // batch_size, 1)
    decay = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, epochs * batches)
    for _ in range(epochs):
        order = generator.permutation(len(features))
        for batch in np.array_split(order, batches):
            rows = [features[position] for position in batch.tolist()]
            counts = torch.tensor([len(row) for row in rows])
            flat = torch.tensor([bucket for row in rows for bucket in row])
            sums = bag(flat, torch.cumsum(counts, 0) - counts)
            logits = sums / counts.clamp(min=1).sqrt()[:, None]
            loss = nn.functional.cross_entropy(logits, torch.from_numpy(labels[batch]))
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()  # type: ignore[no-untyped-call]
            decay.step()
    weights: NDArray[np.float32] = bag.weight.detach().numpy().copy()
    return weights
