"""The bundled trilingual encoder: a static model that runs on numpy alone.

The folder is in sentence-transformers' format (``StaticEmbedding`` and ``Normalize``); here
model2vec reads it, which needs no torch. Both give the same vectors to 1e-6 because the row of
the unknown piece is zero (model2vec drops that piece), nothing is truncated, and the rows,
stored at half precision, are widened before they are added up.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from corpus.encoder.digest import folder_digest
from corpus.errors import EncoderError

if TYPE_CHECKING:
    from model2vec import StaticModel

MODEL_FOLDER: Final = Path(__file__).with_name("model")


class BundledEncoder:
    """A static encoder, see ``Encoder`` and ``WordEncoder``.

    A text without any known piece (empty, blank, another script) has a zero vector, as with
    sentence-transformers: it is like nothing else, and its score against anything is 0.
    """

    def __init__(self, model: "StaticModel", name: str, digest: str) -> None:
        """Wrap a loaded model; use ``load_static`` to read one."""
        self.name = name
        self.digest = digest
        self.dimension = int(model.dim)
        self._model = model

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return unit vectors of texts, shape (n, dimension)."""
        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        vectors = self._model.encode(list(texts), use_multiprocessing=False)
        return np.asarray(vectors, dtype=np.float32)

    def encode_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return the same as ``encode_passages``: this model has no prompts."""
        return self.encode_passages(texts)

    def encode_words(self, words: Sequence[str]) -> NDArray[np.float32]:
        """Return the sum of each word's rows, shape (n, dimension), not at unit length."""
        sums = np.zeros((len(words), self.dimension), dtype=np.float32)
        for position, rows in enumerate(self._model.tokenize(list(words))):
            if rows:
                sums[position] = self._model.embedding[rows].sum(axis=0)
        return sums


def load_static(folder: Path, name: str) -> BundledEncoder:
    """Read a static encoder from a folder in sentence-transformers' format.

    Args:
        folder: where ``modules.json`` is.
        name: the name that the encoder goes by.

    Raises:
        EncoderError: the folder is missing or damaged.
    """
    from model2vec import StaticModel
    from safetensors.numpy import load_file
    from tokenizers import Tokenizer

    # StaticModel.from_pretrained reads the same two files but imports a hub client for the
    # model card, which takes as long again as all the rest.
    try:
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        rows = load_file(folder / "model.safetensors")["embedding.weight"].astype(np.float32)
        model = StaticModel(rows, tokenizer, normalize=True, max_length=None)
    except Exception as exc:
        raise EncoderError(
            f"the encoder in {str(folder)!r} cannot be read ({exc}): install Sitir again, "
            "or train one with 'python -m corpus.encoder.train'"
        ) from exc
    return BundledEncoder(model, name, folder_digest(folder))
