"""Write a trained encoder as sentence-transformers reads it."""

from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer


def store_encoder(tokenizer: Tokenizer, rows: NDArray[np.float32], folder: Path) -> None:
    """Write tokenizer and rows, at half precision, into a folder.

    Args:
        tokenizer: splits a text into the rows' numbers.
        rows: shape (vocabulary size, dimension); row 0, the unknown piece, must be zero.
        folder: where to; made if missing. Files of the same names are replaced.

    Raises:
        ValueError: row 0 is not zero; numpy and torch would then give different vectors.
    """
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Normalize, StaticEmbedding

    if np.any(rows[0]):
        raise ValueError("row 0, of the unknown piece, must be zero")
    half = torch.from_numpy(rows.astype(np.float16))
    static = StaticEmbedding(tokenizer, embedding_weights=half)
    model = SentenceTransformer(modules=[static, Normalize()], device="cpu")
    model.save(str(folder), create_model_card=False)
    # Written once more without the blanks, which are half of the file.
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    (folder / "model.safetensors").chmod(0o644)
