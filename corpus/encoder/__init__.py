"""Encoders turn texts into vectors, and the language of a question is told here.

The bundled encoder is trained from the ground up on Indonesian, English and Sundanese and runs
on numpy; any other sentence-transformers model takes its place by name. Loading an encoder
imports what it needs, importing this package does not.
"""

from corpus.encoder.bundled import BundledEncoder
from corpus.encoder.classifier import LanguageClassifier, load_language_classifier
from corpus.encoder.loading import load_bundled, load_encoder
from corpus.encoder.protocols import Encoder, WordEncoder

__all__ = [
    "BundledEncoder",
    "Encoder",
    "LanguageClassifier",
    "WordEncoder",
    "load_bundled",
    "load_encoder",
    "load_language_classifier",
]
