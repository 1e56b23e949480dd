"""Turning texts into vectors that can be stored, without doing it twice."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from corpus.catalog import Catalog
from corpus.errors import EncoderError
from corpus.language import LANGUAGES

if TYPE_CHECKING:
    from corpus.encoder import Encoder

__all__ = ["Progress", "encode_again", "encode_texts"]

Progress = Callable[[int, int], None]
"""Called with (texts encoded, texts to encode)."""

AT_ONCE: Final = 256


def encode_texts(
    encoder: Encoder,
    texts: Sequence[str],
    known: Mapping[str, NDArray[np.float32]],
    progress: Progress | None = None,
) -> NDArray[np.float32]:
    """Return the vectors of ``texts``, shape (n, dimension), encoding only the unknown.

    Args:
        encoder: What makes the vectors.
        texts: What is encoded; equal texts are encoded once.
        known: Vectors of the same encoder, by text.
        progress: Called after each batch.

    Raises:
        EncoderError: A vector has another dimension than the encoder says, or numbers
            that are not finite.
    """
    found = dict(known)
    unknown = [text for text in dict.fromkeys(texts) if text not in found]
    for start in range(0, len(unknown), AT_ONCE):
        batch = unknown[start : start + AT_ONCE]
        found.update(zip(batch, _encode(encoder, batch), strict=True))
        if progress is not None:
            progress(start + len(batch), len(unknown))
    if not texts:
        return np.zeros((0, encoder.dimension), dtype=np.float32)
    return np.stack([found[text] for text in texts])


def encode_again(
    catalog: Catalog, encoder: Encoder, old_digest: str, progress: Progress | None = None
) -> None:
    """Store vectors by ``encoder`` of all entries that have some by ``old_digest``.

    Raises:
        EncoderError: As ``encode_texts``.
        StorageError: They cannot be stored.
    """
    total = sum(catalog.count_entries().values())
    done = 0
    for language in LANGUAGES:
        for part in catalog.vectors(old_digest, language, batch=AT_ONCE):
            held = catalog.entries(part.entry_ids)
            texts = [held[entry_id].text for entry_id in part.entry_ids]
            vectors = encode_texts(encoder, texts, {})
            catalog.add_vectors(part.entry_keys, vectors, encoder.digest)
            done += len(texts)
            if progress is not None:
                progress(done, total)


def _encode(encoder: Encoder, texts: Sequence[str]) -> NDArray[np.float32]:
    vectors = np.asarray(encoder.encode_passages(texts), dtype=np.float32)
    if vectors.shape != (len(texts), encoder.dimension):
        raise EncoderError(
            f"encoder {encoder.name!r} gave vectors of shape {vectors.shape} for {len(texts)} "
            f"texts: it should be ({len(texts)}, {encoder.dimension})"
        )
    if not np.isfinite(vectors).all():
        raise EncoderError(f"encoder {encoder.name!r} gave numbers that are not finite")
    return vectors
