"""The bundled encoder: the same vectors as sentence-transformers, and what it knows."""

import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import numpy as np
import pytest

from corpus.encoder import BundledEncoder, Encoder, WordEncoder, load_bundled, load_encoder
from corpus.encoder.bundled import MODEL_FOLDER, load_static
from corpus.encoder.digest import folder_digest
from corpus.errors import EncoderError

ODD_TEXTS = (
    "Kapan MoU sister city Jakarta dan Tokyo diresmikan dan oleh siapa?",
    "",
    " \n\t",
    "漢字かな交じり文",
    "ဗမာစာ ᠮᠣᠩᠭᠣᠯ",
    "banjir 漢字 ဗ 😀",
    " ".join(["panalungtikan", "kota", "éta", "cities"] * 1250),
    unicodedata.normalize("NFC", "Naon ari kacindekan éta téh?"),
    unicodedata.normalize("NFD", "Naon ari kacindekan éta téh?"),
    "lintas – batas (17,3%) “per-tahun” W.Cresswell’s\u00ad\u200b ﬁnal",
    "x" * 3000,
    "\x00\x01 [UNK] ▁",
)


@pytest.fixture(scope="module")
def encoder() -> BundledEncoder:
    return load_bundled()


def test_it_gives_the_vectors_of_sentence_transformers(encoder: BundledEncoder) -> None:
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(MODEL_FOLDER), device="cpu").float()
    expected = model.encode(list(ODD_TEXTS), show_progress_bar=False)
    found = encoder.encode_passages(ODD_TEXTS)
    assert found.dtype == np.float32
    assert np.count_nonzero(np.linalg.norm(expected, axis=1)) == 7
    np.testing.assert_allclose(found, expected, rtol=0, atol=1e-6)


def test_rows_are_of_unit_length_or_zero(encoder: BundledEncoder) -> None:
    norms = np.linalg.norm(encoder.encode_queries(ODD_TEXTS), axis=1)
    assert norms[0] == pytest.approx(1, abs=1e-6)
    assert norms[1] == 0
    assert norms[2] == 0
    assert all(norm == 0 or abs(norm - 1) < 1e-6 for norm in norms)


def test_composed_and_decomposed_and_plain_spelling_are_one(encoder: BundledEncoder) -> None:
    composed, decomposed, plain = encoder.encode_queries(
        ["pamar\u00e9ntah", "pamare\u0301ntah", "PAMARENTAH"]
    )
    assert np.array_equal(composed, decomposed)
    assert np.array_equal(composed, plain)


def test_the_row_of_the_unknown_piece_is_zero() -> None:
    from safetensors.numpy import load_file
    from tokenizers import Tokenizer

    rows = load_file(MODEL_FOLDER / "model.safetensors")["embedding.weight"]
    tokenizer = Tokenizer.from_file(str(MODEL_FOLDER / "tokenizer.json"))
    assert rows.dtype == np.float16
    assert rows.shape[0] == tokenizer.get_vocab_size()
    assert np.isfinite(rows).all()
    assert not rows[tokenizer.token_to_id("[UNK]")].any()


def test_the_folder_fits_its_limit() -> None:
    files = [path for path in MODEL_FOLDER.rglob("*") if path.is_file()]
    assert {"modules.json", "README.md", "language_classifier.safetensors"} <= {
        path.name for path in files
    }
    assert sum(path.stat().st_size for path in files) <= 20_000_000


def test_a_word_has_the_same_rows_alone_and_in_a_sentence(encoder: BundledEncoder) -> None:
    summed = encoder.encode_words(["banjir", "besar", ",", "kota", "-", "kota"]).sum(axis=0)
    sentence = encoder.encode_passages(["Banjir besar, kota-kota"])[0]
    np.testing.assert_allclose(summed / np.linalg.norm(summed), sentence, atol=1e-6)


def test_word_vectors_are_not_normalised_and_unknown_words_are_zero(
    encoder: BundledEncoder,
) -> None:
    norms = np.linalg.norm(encoder.encode_words(["penelitian", "the", "ဗမာစာ", ""]), axis=1)
    assert norms[0] > norms[1] > 0
    assert norms[2:].tolist() == [0, 0]


def test_no_texts_give_no_rows(encoder: BundledEncoder) -> None:
    assert encoder.encode_passages([]).shape == (0, encoder.dimension)
    assert encoder.encode_words([]).shape == (0, encoder.dimension)


@pytest.mark.parametrize(
    ("word", "translation", "other"),
    [
        ("floods", "banjir", "perdagangan"),
        ("purpose", "tujuan", "kota"),
        ("agreement", "perjanjian", "penelitian"),
        ("research", "panalungtikan", "pagawé"),
        ("penelitian", "panalungtikan", "walungan"),
        ("kesimpulan", "kacindekan", "pamaréntah"),
        ("employees", "pegawai", "banjir"),
    ],
)
def test_words_meet_their_translations(
    encoder: BundledEncoder, word: str, translation: str, other: str
) -> None:
    own, near, far = encoder.encode_passages([word, translation, other])
    assert own @ near > 0.4
    assert own @ near > own @ far + 0.2


def test_it_is_both_kinds_of_encoder_and_the_usual_one(encoder: BundledEncoder) -> None:
    assert isinstance(encoder, Encoder)
    assert isinstance(encoder, WordEncoder)
    assert load_encoder() is encoder
    assert load_encoder("bundled") is encoder
    assert encoder.name == "bundled"
    assert encoder.digest == folder_digest(MODEL_FOLDER)


def test_the_digest_tells_changed_rows_and_not_a_changed_card(tmp_path: Path) -> None:
    (tmp_path / "rows").write_bytes(b"1")
    first = folder_digest(tmp_path)
    (tmp_path / "README.md").write_text("a card", encoding="utf-8")
    assert folder_digest(tmp_path) == first
    (tmp_path / "rows").write_bytes(b"2")
    assert folder_digest(tmp_path) != first


@pytest.mark.parametrize("damage", ["missing", "truncated"])
def test_a_damaged_folder_is_an_encoder_error(tmp_path: Path, damage: str) -> None:
    folder = tmp_path / "model"
    shutil.copytree(MODEL_FOLDER, folder)
    rows = folder / "model.safetensors"
    if damage == "missing":
        rows.unlink()
    else:
        rows.write_bytes(rows.read_bytes()[:1000])
    with pytest.raises(EncoderError, match=r"model.*cannot be read.*install Sitir again"):
        load_static(folder, "bundled")


def test_it_answers_without_torch() -> None:
    program = (
        "import sys\n"
        "from corpus.encoder import load_encoder, load_language_classifier\n"
        "load_encoder().encode_queries(['naon'])\n"
        "load_language_classifier().probabilities('naon')\n"
        "heavy = {'torch', 'transformers', 'sentence_transformers', 'huggingface_hub'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "[]\n", "")
