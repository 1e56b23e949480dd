"""Any sentence-transformers model in the place of the bundled encoder."""

import hashlib
import re
import socket
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from corpus.encoder.digest import folder_digest
from corpus.errors import EncoderError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

HUB_SECONDS: Final = 5.0
_E5: Final = re.compile(r"(^|[^a-z0-9])e5([^a-z0-9]|$)")
_E5_PROMPTS: Final = {"query": "query: ", "document": "passage: "}
"""From the model cards of E5 (Wang et al. 2022); most copies do not carry them as settings."""


class TransformerEncoder:
    """A sentence-transformers model, see ``Encoder``.

    Queries and passages get the prompts that the model was trained with: those of its own
    settings, or E5's where it is an E5 model without any.
    """

    def __init__(self, model: "SentenceTransformer", name: str, digest: str) -> None:
        """Wrap a loaded model; use ``load_transformer`` to load one."""
        dimension = model.get_embedding_dimension()
        if dimension is None:
            raise EncoderError(f"the encoder {name!r} does not tell its dimension")
        self.name = name
        self.digest = digest
        self.dimension = int(dimension)
        self._model = model
        own = {key: prompt for key, prompt in (model.prompts or {}).items() if prompt}
        self._prompts = _E5_PROMPTS if not own and _is_e5(name) else {}

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return unit vectors of texts to be found, shape (n, dimension)."""
        if not texts:
            return self._nothing()
        vectors = self._model.encode_document(
            list(texts),
            prompt=self._prompts.get("document"),
            normalize_embeddings=True,
            show_progress_bar=False,
        )
        return np.asarray(vectors, dtype=np.float32)

    def encode_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return unit vectors of texts to search with, shape (n, dimension)."""
        if not texts:
            return self._nothing()
        vectors = self._model.encode_query(
            list(texts),
            prompt=self._prompts.get("query"),
            normalize_embeddings=True,
            show_progress_bar=False,
        )
        return np.asarray(vectors, dtype=np.float32)

    def _nothing(self) -> NDArray[np.float32]:
        return np.zeros((0, self.dimension), dtype=np.float32)


def load_transformer(name: str) -> TransformerEncoder:
    """Load a sentence-transformers model by its name on the hub, or from a folder.

    Raises:
        EncoderError: it is not on this machine and cannot be fetched, or cannot be read.
    """
    from sentence_transformers import SentenceTransformer

    try:
        try:
            model = SentenceTransformer(name, local_files_only=True)
        except Exception:
            # The hub's client would try again and again, a minute long, before it gives up.
            if not _hub_answers():
                raise
            model = SentenceTransformer(name)
    except Exception as exc:
        reason = (str(exc) or type(exc).__name__).splitlines()[0]
        raise EncoderError(
            f"the encoder {name!r}, set by SITIR_ENCODER, cannot be loaded ({reason}): check the "
            "name, connect once so that it can be fetched, give the folder of a "
            "sentence-transformers model, or unset SITIR_ENCODER for the bundled encoder"
        ) from exc
    return TransformerEncoder(model, name, _identity(name))


def _hub_answers() -> bool:
    """Tell whether the hub can be reached from here, within a few seconds."""
    from huggingface_hub import constants

    address = urlsplit(constants.ENDPOINT)
    port = address.port or (80 if address.scheme == "http" else 443)
    try:
        socket.create_connection((address.hostname or "", port), HUB_SECONDS).close()
    except OSError:
        return False
    return not constants.HF_HUB_OFFLINE


def _is_e5(name: str) -> bool:
    """Tell whether a model is of the E5 family that takes the two plain prompts."""
    stem = Path(name).name.lower()
    return bool(_E5.search(stem)) and "instruct" not in stem


def _identity(name: str) -> str:
    """Return what tells this model from any other.

    A folder's digest is over its files; a hub model's is over its name and revision, which the
    hub never changes, so that gigabytes need not be read at every start.
    """
    folder = Path(name)
    if folder.is_dir():
        return folder_digest(folder)
    from huggingface_hub import snapshot_download

    if "/" not in name:
        name = f"sentence-transformers/{name}"
    revision = Path(snapshot_download(name, local_files_only=True)).name
    return hashlib.sha256(f"{name}@{revision}".encode()).hexdigest()
