"""What an English teacher makes of the English texts, to be distilled into the rows.

A teacher is any sentence-transformers model. It knows which English words and sentences are
near in meaning; the rows learn that from it, and the parallel texts carry it over to the
other languages (after Reimers and Gurevych 2020, "Making Monolingual Sentence Embeddings
Multilingual", but by similarities within a batch and not by vectors, since the teacher's have
another dimension).
"""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from corpus.encoder.data import ParallelTable
from corpus.errors import EncoderError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

log = logging.getLogger(__name__)

LONGEST: Final = 48
"""A text is cut after so many words: a teacher is slow."""
FEWEST_LETTERS: Final = 3
"""Shorter words of the teacher's vocabulary are mostly pieces of words."""


@dataclass(frozen=True, slots=True)
class Lessons:
    """The teacher's vectors of English texts.

    Attributes:
        places: the row of each text.
        vectors: shape (texts, dimension), half precision, at unit length.
    """

    places: Mapping[str, int]
    vectors: NDArray[np.float16]

    def find(self, texts: Sequence[str]) -> NDArray[np.int64]:
        """Return the row of each text.

        Raises:
            KeyError: the teacher was not asked about a text.
        """
        return np.array([self.places[text] for text in texts], dtype=np.int64)


def take_lessons(teacher: str, tables: Sequence[ParallelTable], batch_size: int = 256) -> Lessons:
    """Ask a teacher about every English text of the tables and every word that it knows.

    Args:
        teacher: name or folder of a sentence-transformers model.
        tables: the training data.
        batch_size: texts that the teacher reads at once.

    Raises:
        EncoderError: the teacher cannot be loaded.
    """
    from sentence_transformers import SentenceTransformer

    try:
        model = SentenceTransformer(teacher, device="cpu")
    except Exception as exc:
        raise EncoderError(
            f"the teacher {teacher!r} cannot be loaded ({exc}): give --teacher the name or "
            "folder of a sentence-transformers model, or leave it out"
        ) from exc
    texts = dict.fromkeys(
        text
        for table in tables
        for position, language in enumerate(table.languages)
        if language == "en"
        for text in table.column(position)
        if text
    )
    texts.update(dict.fromkeys(_known_words(model)))
    log.info("asking the teacher about %d English texts", len(texts))
    cut = [" ".join(text.split()[:LONGEST]) for text in texts]
    vectors = model.encode(
        cut, batch_size=batch_size, normalize_embeddings=True, show_progress_bar=False
    )
    places = {text: place for place, text in enumerate(texts)}
    return Lessons(places, np.asarray(vectors, dtype=np.float16))


def _known_words(model: "SentenceTransformer") -> list[str]:
    """Return the whole words of the teacher's vocabulary, sorted."""
    pieces: list[str] = sorted(model.tokenizer.get_vocab())
    return [
        piece
        for piece in pieces
        if len(piece) >= FEWEST_LETTERS and piece.isascii() and piece.isalpha()
    ]
