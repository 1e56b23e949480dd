"""Fit the softmax that tells the language of a question."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from corpus.encoder.features import BUCKETS
from corpus.language import LANGUAGES

EPOCHS: Final = 2
BATCH_SIZE: Final = 512
LEARNING_RATE: Final = 2e-2


def fit_softmax(
    features: Sequence[Sequence[int]], labels: NDArray[np.int64], seed: int
) -> NDArray[np.float32]:
    """Fit a softmax over sums of bucket weights, divided by the root of their number.

    Args:
        features: the buckets of each text, none without any.
        labels: each text's place in ``LANGUAGES``.
        seed: of the order of the batches.

    Returns:
        The weights, shape (buckets, languages).
    """
    threads = torch.get_num_threads()
    torch.set_num_threads(1)  # the batches are too small for more, which only wait for each other
    try:
        return _fit(features, labels, np.random.default_rng(seed))
    finally:
        torch.set_num_threads(threads)


def _fit(
    features: Sequence[Sequence[int]], labels: NDArray[np.int64], generator: np.random.Generator
) -> NDArray[np.float32]:
    counts = np.array([len(row) for row in features])
    starts = np.cumsum(counts) - counts
    flat = np.concatenate([np.array(row, dtype=np.int32) for row in features])
    bag = nn.EmbeddingBag(BUCKETS, len(LANGUAGES), mode="sum", sparse=True)
    nn.init.zeros_(bag.weight)
    optimizer = torch.optim.SparseAdam(bag.parameters(), lr=LEARNING_RATE)
    batches = max(len(features) // BATCH_SIZE, 1)
    decay = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, EPOCHS * batches)
    for _ in range(EPOCHS):
        for batch in np.array_split(generator.permutation(len(features)), batches):
            own = counts[batch]
            offsets = np.cumsum(own) - own
            places = np.repeat(starts[batch] - offsets, own) + np.arange(own.sum())
            sums = bag(torch.from_numpy(flat[places]), torch.from_numpy(offsets.astype(np.int32)))
            logits = sums / torch.from_numpy(own.astype(np.float32)).sqrt()[:, None]
            loss = nn.functional.cross_entropy(logits, torch.from_numpy(labels[batch]))
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()  # type: ignore[no-untyped-call]
            decay.step()
    weights: NDArray[np.float32] = bag.weight.detach().numpy().copy()
    return weights
