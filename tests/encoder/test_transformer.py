"""Another sentence-transformers model in the place of the bundled one."""

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from corpus.encoder import Encoder, load_encoder
from corpus.encoder.digest import folder_digest
from corpus.encoder.vocabulary import learn_vocabulary
from corpus.errors import EncoderError

TEXTS = ("query passage banjir di kota", "saha nu nyerat", "the flood in the city")


def store_model(folder: Path, prompts: dict[str, str] | None = None) -> Path:
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding

    tokenizer = learn_vocabulary(TEXTS * 3, 200)
    rows = torch.from_numpy(
        np.random.default_rng(0).normal(size=(tokenizer.get_vocab_size(), 8)).astype(np.float32)
    )
    static = StaticEmbedding(tokenizer, embedding_weights=rows)
    model = SentenceTransformer(modules=[static], device="cpu", prompts=prompts)
    model.save(str(folder), create_model_card=False)
    return folder


def plain_vectors(
    folder: Path, texts: list[str]
) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(folder), device="cpu")
    return np.asarray(
        model.encode(texts, prompt="", normalize_embeddings=True, show_progress_bar=False)
    )


def test_a_model_without_prompts_is_encoded_plainly_and_at_unit_length(tmp_path: Path) -> None:
    folder = store_model(tmp_path / "some-model")
    encoder = load_encoder(str(folder))
    assert isinstance(encoder, Encoder)
    assert (encoder.name, encoder.dimension) == (str(folder), 8)
    assert encoder.digest == folder_digest(folder)
    expected = plain_vectors(folder, list(TEXTS))
    for found in (encoder.encode_passages(TEXTS), encoder.encode_queries(TEXTS)):
        assert found.dtype == np.float32
        np.testing.assert_allclose(np.linalg.norm(found, axis=1), 1, atol=1e-6)
        np.testing.assert_allclose(found, expected, atol=1e-6)
    assert encoder.encode_passages([]).shape == (0, 8)
    assert encoder.encode_queries([]).shape == (0, 8)


@pytest.mark.parametrize(
    ("name", "prompts", "query", "passage"),
    [
        ("multilingual-e5-small", None, "query: ", "passage: "),
        ("multilingual-e5-large-instruct", None, "", ""),
        ("base5", None, "", ""),
        ("own", {"query": "the city ", "document": "the flood "}, "the city ", "the flood "),
        ("e5-own", {"query": "the city "}, "the city ", ""),
    ],
)
def test_queries_and_passages_get_their_prompts(
    tmp_path: Path, name: str, prompts: dict[str, str] | None, query: str, passage: str
) -> None:
    folder = store_model(tmp_path / name, prompts)
    encoder = load_encoder(str(folder))
    np.testing.assert_allclose(
        encoder.encode_queries(TEXTS),
        plain_vectors(folder, [query + text for text in TEXTS]),
        atol=1e-6,
    )
    np.testing.assert_allclose(
        encoder.encode_passages(TEXTS),
        plain_vectors(folder, [passage + text for text in TEXTS]),
        atol=1e-6,
    )


def test_another_model_has_another_digest(tmp_path: Path) -> None:
    first = load_encoder(str(store_model(tmp_path / "a")))
    second = load_encoder(str(store_model(tmp_path / "b", {"query": "naon "})))
    assert first.dimension == second.dimension
    assert first.digest != second.digest


def test_a_folder_that_is_no_model_is_an_encoder_error(tmp_path: Path) -> None:
    (tmp_path / "modules.json").write_text(json.dumps([{"bad": 1}]), encoding="utf-8")
    with pytest.raises(EncoderError, match=r"SITIR_ENCODER.*unset SITIR_ENCODER"):
        load_encoder(str(tmp_path))


def test_a_hub_model_that_is_not_cached_is_an_encoder_error_without_a_network(
    tmp_path: Path,
) -> None:
    program = (
        "from corpus.encoder import load_encoder\n"
        "from corpus.errors import EncoderError\n"
        "try:\n"
        "    load_encoder('intfloat/multilingual-e5-small')\n"
        "except EncoderError as exc:\n"
        "    print(exc)\n"
    )
    offline = {"HF_HUB_OFFLINE": "1", "HF_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, **offline},
    )
    assert done.stdout.count("\n") == 1, done.stdout
    for part in ("'intfloat/multilingual-e5-small'", "SITIR_ENCODER", "connect once"):
        assert part in done.stdout
