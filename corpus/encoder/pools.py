"""Hold the training pairs as subword rows, and draw batches from them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from corpus.encoder.vocabulary import UNKNOWN

Rows = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Side:
    """The texts of one side of some pairs.

    Attributes:
        rows: the subword rows of all texts, one after another.
        starts: where each text begins in ``rows``, and the end of the last: n + 1 numbers.
        keys: one number for each text, the same for texts of the same rows.
    """

    rows: Rows
    starts: Rows
    keys: Rows

    def take(self, chosen: Rows) -> "Side":
        """Return the chosen texts, in that order."""
        lengths = self.starts[chosen + 1] - self.starts[chosen]
        starts = np.concatenate([[0], np.cumsum(lengths)])
        shift = np.repeat(self.starts[chosen] - starts[:-1], lengths)
        return Side(self.rows[np.arange(starts[-1]) + shift], starts, self.keys[chosen])


def make_side(tokenizer: Tokenizer, texts: Sequence[str], longest: int) -> Side:
    """Split texts into rows, each cut after ``longest`` of them.

    Pieces without a letter or digit are left out: the unknown piece, punctuation, and the bare
    mark of a word's beginning, which every unknown word would share. Their rows stay zero.
    """
    told = np.zeros(tokenizer.get_vocab_size(), dtype=np.bool_)
    for piece, row in tokenizer.get_vocab().items():
        told[row] = row != tokenizer.token_to_id(UNKNOWN) and any(map(str.isalnum, piece))
    encodings = tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)
    ids = [tuple(row for row in encoding.ids if told[row])[:longest] for encoding in encodings]
    seen: dict[tuple[int, ...], int] = {}
    keys = np.array([seen.setdefault(row, len(seen)) for row in ids], dtype=np.int64)
    starts = np.cumsum([0, *map(len, ids)], dtype=np.int64)
    flat = np.fromiter((row for text in ids for row in text), np.int64, int(starts[-1]))
    return Side(flat, starts, keys)


@dataclass(frozen=True, slots=True)
class Batch:
    """Pairs that were drawn together.

    Attributes:
        left: the texts of one side.
        right: their translations; ``None`` for texts that stand alone.
        lessons: for each pair the row of the teacher's vectors; ``None`` when it knows none.
    """

    left: Side
    right: Side | None
    lessons: Rows | None


@dataclass(frozen=True, slots=True)
class PairPool:
    """Pairs that may stand in one batch together, with how likely each is drawn.

    ``right`` is ``None`` for texts that stand alone, which only a teacher makes a lesson of.
    """

    name: str
    left: Side
    right: Side | None
    chances: NDArray[np.float64]
    lessons: Rows | None = None

    def __len__(self) -> int:
        """Return the number of pairs."""
        return len(self.chances)

    def draw(self, generator: np.random.Generator, size: int) -> Batch:
        """Draw up to ``size`` pairs without repetition."""
        size = min(size, int(np.count_nonzero(self.chances)))
        # Exponential races draw without repetition by weight in one pass (Efraimidis and
        # Spirakis 2006); numpy's own weighted choice takes several times as long.
        with np.errstate(divide="ignore"):
            races = generator.exponential(size=len(self.chances)) / self.chances
        chosen = np.argpartition(races, size - 1)[:size]
        return Batch(
            self.left.take(chosen),
            None if self.right is None else self.right.take(chosen),
            None if self.lessons is None else self.lessons[chosen],
        )


def inverse_degree_chances(left: Side, right: Side) -> NDArray[np.float64]:
    """Weigh word pairs by how few other translations their words have.

    A pair's weight is 1 / √(degree of left · degree of right): a word with thirty
    translations in a noisy lexicon has few good ones.
    """
    left_degree = np.bincount(left.keys)[left.keys]
    right_degree = np.bincount(right.keys)[right.keys]
    weights = 1.0 / np.sqrt(left_degree * right_degree)
    return np.asarray(weights / weights.sum(), dtype=np.float64)
