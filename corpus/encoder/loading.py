"""Find the encoder of a name."""

from functools import lru_cache
from typing import Final

from corpus.encoder.bundled import MODEL_FOLDER, BundledEncoder, load_static
from corpus.encoder.protocols import Encoder

BUNDLED_NAME: Final = "bundled"


@lru_cache(maxsize=1)
def load_bundled() -> BundledEncoder:
    """Return the bundled trilingual encoder, read once per process.

    Raises:
        EncoderError: its folder is missing or damaged.
    """
    return load_static(MODEL_FOLDER, BUNDLED_NAME)


def load_encoder(name: str | None = None) -> Encoder:
    """Return the encoder of a name.

    Args:
        name: None or ``bundled`` for the bundled one; else the name of a sentence-transformers
            model on the hub, or the folder of one.

    Raises:
        EncoderError: there is no such model, or it cannot be had without a network.
    """
    if name is None or name == BUNDLED_NAME:
        return load_bundled()
    from corpus.encoder.transformer import load_transformer

    return load_transformer(name)
