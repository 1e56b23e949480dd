"""Fit the rows of a static encoder so that translations fall together.

The encoder is a bag of subword rows (``StaticEmbedding`` of sentence-transformers): a text's
vector is the mean of its rows at unit length. It is fitted with the symmetric in-batch
contrastive loss (van den Oord et al. 2018; Radford et al. 2021, "CLIP"): in a batch of pairs
every text should find its own translation among all the others. With a teacher the right
answer is not the translation alone: what the teacher finds near has its share.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from corpus.encoder.pools import PairPool, Side

log = logging.getLogger(__name__)

_NEVER: Final = -1e9
"""A score that no share of an answer goes to; minus infinity times a share of 0 is no number."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """How the rows are fitted.

    Attributes:
        steps: number of batches.
        batch_size: pairs in a batch.
        learning_rate: of the first step; falls to a hundredth along a half cosine.
        temperature: the similarities are divided by it.
        lesson_temperature: the teacher's similarities are divided by it.
        deviation: standard deviation of the rows before the first step.
        seed: of the drawing and of the first rows.
    """

    steps: int = 5000
    batch_size: int = 1024
    learning_rate: float = 2e-2
    temperature: float = 0.12
    lesson_temperature: float = 0.07
    deviation: float = 0.1
    seed: int = 0


def fit_rows(
    pools: Sequence[PairPool],
    shares: Sequence[float],
    vocabulary_size: int,
    dimension: int,
    schedule: Schedule,
    taught: NDArray[np.float16] | None = None,
) -> NDArray[np.float32]:
    """Fit one row for each piece of the vocabulary.

    Args:
        pools: each batch is drawn from one of them.
        shares: how often, relative to each other, each pool is drawn from.
        vocabulary_size: number of rows; row 0 belongs to the unknown piece and is zero.
        dimension: numbers in a row.
        schedule: steps, rates and seed.
        taught: the teacher's vectors that the pools' lessons are rows of.

    Returns:
        The rows, shape (vocabulary_size, dimension). Rows that no text used are zero.
    """
    generator = np.random.default_rng(schedule.seed)
    torch.manual_seed(schedule.seed)
    bag = nn.EmbeddingBag(vocabulary_size, dimension, mode="sum", sparse=True)
    nn.init.normal_(bag.weight, std=schedule.deviation)
    optimizer = torch.optim.SparseAdam(bag.parameters(), lr=schedule.learning_rate)
    decay = torch.optim.lr_scheduler.CosineAnnealingLR(
        optimizer, schedule.steps, eta_min=schedule.learning_rate / 100
    )
    order = generator.choice(len(pools), size=schedule.steps, p=np.divide(shares, sum(shares)))
    for step, position in enumerate(order.tolist(), start=1):
        batch = pools[position].draw(generator, schedule.batch_size)
        lessons = None
        if batch.lessons is not None and taught is not None:
            vectors = torch.from_numpy(taught[batch.lessons].astype(np.float32))
            lessons = vectors @ vectors.T / schedule.lesson_temperature
        loss = contrastive_loss(bag, batch.left, batch.right, schedule.temperature, lessons)
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimizer.step()  # type: ignore[no-untyped-call]
        decay.step()
        if step % 100 == 0:
            log.info("step %d of %d, loss %.3f", step, schedule.steps, loss.item())
    rows: NDArray[np.float32] = bag.weight.detach().numpy().copy()
    rows[_unused(pools, vocabulary_size)] = 0.0
    return rows


def contrastive_loss(
    bag: nn.EmbeddingBag,
    left: Side,
    right: Side | None,
    temperature: float,
    lessons: Tensor | None = None,
) -> Tensor:
    """Return the symmetric in-batch contrastive loss of some pairs.

    A text equal to the one looked for, on either side, is not counted as a wrong answer.

    Args:
        bag: the rows.
        left: the texts of one side.
        right: their translations; ``None`` compares ``left`` with itself, each text with the
            others only, for which there must be lessons.
        temperature: the similarities are divided by it.
        lessons: shape (n, n), the teacher's similarities over its temperature; their softmax
            is what is looked for. Without them it is the translation alone.
    """
    encoded = _encode(bag, left)
    scores = encoded @ (encoded if right is None else _encode(bag, right)).T / temperature
    left_keys = torch.from_numpy(left.keys)
    equal = left_keys[:, None] == left_keys
    if right is not None:
        right_keys = torch.from_numpy(right.keys)
        equal |= right_keys[:, None] == right_keys
        equal.fill_diagonal_(fill_value=False)
    scores = scores.masked_fill(equal, _NEVER)
    if lessons is None:
        target = torch.arange(len(left_keys))
    else:
        target = lessons.masked_fill(equal, _NEVER).softmax(dim=1)
    loss = nn.functional.cross_entropy
    return (loss(scores, target) + loss(scores.T, target)) / 2


def _encode(bag: nn.EmbeddingBag, side: Side) -> Tensor:
    """Return unit vectors of texts, shape (n, dimension)."""
    summed = bag(torch.from_numpy(side.rows), torch.from_numpy(side.starts[:-1]))
    return nn.functional.normalize(summed, dim=1)


def _unused(pools: Sequence[PairPool], vocabulary_size: int) -> NDArray[np.bool_]:
    """Tell which rows no text of any pool uses; the row of the unknown piece counts as such."""
    unused = np.ones(vocabulary_size, dtype=np.bool_)
    for pool in pools:
        unused[pool.left.rows] = False
        if pool.right is not None:
            unused[pool.right.rows] = False
    unused[0] = True
    return unused
