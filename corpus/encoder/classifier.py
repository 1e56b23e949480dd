"""Tell the language of a question: a linear softmax over hashed words and letter n-grams."""

from functools import lru_cache
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from corpus.encoder.bundled import MODEL_FOLDER
from corpus.encoder.features import BUCKETS, language_features
from corpus.errors import EncoderError
from corpus.language import LANGUAGES, Language

CLASSIFIER_FILE: Final = "language_classifier.safetensors"


class LanguageClassifier:
    """Gives each of the three languages a probability.

    It knows no fourth language: a question in one is shared out among the three.
    """

    def __init__(self, weights: NDArray[np.int8], scale: float) -> None:
        """Take the weights, shape (buckets, languages) in the order of ``LANGUAGES``.

        Args:
            weights: in steps of ``scale``.
            scale: the value of one step.
        """
        self._weights = weights
        self._scale = scale

    def probabilities(self, text: str) -> dict[Language, float]:
        """Return a probability for each language; they add up to one.

        A text without letters has a third for each.
        """
        features = language_features(text)
        sums = self._weights[features].sum(axis=0, dtype=np.float64)
        logits = sums * self._scale / np.sqrt(max(len(features), 1))
        shares = np.exp(logits - logits.max())
        shares /= shares.sum()
        return dict(zip(LANGUAGES, shares.tolist(), strict=True))


@lru_cache(maxsize=1)
def load_language_classifier(folder: Path = MODEL_FOLDER) -> LanguageClassifier:
    """Read the classifier that lies beside the bundled encoder, once per process.

    Raises:
        EncoderError: the file is missing or damaged.
    """
    from safetensors import SafetensorError
    from safetensors.numpy import load_file

    path = folder / CLASSIFIER_FILE
    try:
        stored = load_file(path)
        weights, scale = stored["weights"], float(stored["scale"][0])
    except (OSError, SafetensorError, KeyError) as exc:
        raise EncoderError(
            f"the language classifier {str(path)!r} cannot be read ({exc}): install Sitir "
            "again, or train one with 'python -m corpus.encoder.language_training'"
        ) from exc
    if weights.shape != (BUCKETS, len(LANGUAGES)):
        raise EncoderError(f"the language classifier {str(path)!r} has shape {weights.shape}")
    return LanguageClassifier(weights, scale)
