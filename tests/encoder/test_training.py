"""The parts of the training, and all of it on a few sentences."""

import math
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn
from typer import Typer
from typer.testing import CliRunner

from corpus.encoder.bundled import load_static
from corpus.encoder.classifier import load_language_classifier
from corpus.encoder.contrastive import Schedule, contrastive_loss, fit_rows
from corpus.encoder.data import ParallelTable
from corpus.encoder.language_training import collect_texts, draw_examples, read_frames
from corpus.encoder.mixing import Mixture, make_pools, training_texts
from corpus.encoder.pools import PairPool, Side, inverse_degree_chances, make_side
from corpus.encoder.storing import store_encoder
from corpus.encoder.teacher import Lessons
from corpus.encoder.train import main, train_encoder
from corpus.encoder.vocabulary import learn_vocabulary
from corpus.errors import EncoderError
from corpus.language import LANGUAGES

ROWS = (
    ("the house is big", "rumah itu besar", "imah éta badag"),
    ("the water is cold", "air itu dingin", "cai éta tiis"),
    ("who came yesterday", "siapa datang kemarin", "saha nu datang kamari"),
    ("children read books", "anak membaca buku", "budak maca buku"),
    ("the market opens early", "pasar buka pagi", "pasar muka isuk"),
    ("rice grows in fields", "padi tumbuh di sawah", "paré jadi di sawah"),
)
SENTENCES = ParallelTable("sentences", ("en", "id", "su"), ROWS)
WORDS = ParallelTable(
    "lexicon_words", ("en", "id"), (("house", "rumah"), ("house", "gedung"), ("water", "air"))
)


def side(*texts: list[int]) -> Side:
    starts = np.cumsum([0, *map(len, texts)])
    keys: dict[tuple[int, ...], int] = {}
    numbers = [keys.setdefault(tuple(text), len(keys)) for text in texts]
    return Side(
        np.concatenate([np.array(text, dtype=np.int64) for text in texts]),
        starts,
        np.array(numbers),
    )


def test_a_side_gives_back_the_texts_that_are_chosen() -> None:
    chosen = side([1, 2], [3], [], [4, 5, 6]).take(np.array([3, 2, 0]))
    assert chosen.rows.tolist() == [4, 5, 6, 1, 2]
    assert chosen.starts.tolist() == [0, 3, 3, 5]


def test_a_pool_draws_each_pair_once_and_none_without_a_chance() -> None:
    texts = side([1], [2], [3], [4])
    pool = PairPool("p", texts, texts, np.array([0.5, 0.0, 0.25, 0.25]))
    for seed in range(20):
        batch = pool.draw(np.random.default_rng(seed), 10)
        assert sorted(batch.left.rows.tolist()) == [1, 3, 4]
        assert batch.right is not None
        assert batch.left.rows.tolist() == batch.right.rows.tolist()
        assert batch.lessons is None


def test_a_pool_draws_by_chance() -> None:
    texts = side([1], [2])
    pool = PairPool("p", texts, texts, np.array([0.9, 0.1]))
    generator = np.random.default_rng(0)
    drawn = [int(pool.draw(generator, 1).left.rows[0]) for _ in range(500)]
    assert 0.85 < drawn.count(1) / 500 < 0.95


def test_words_with_many_translations_count_less() -> None:
    chances = inverse_degree_chances(side([1], [1], [2]), side([3], [4], [5]))
    assert chances == pytest.approx(np.array([1 / math.sqrt(2)] * 2 + [1]) / (1 + math.sqrt(2)))


def bag_of(rows: list[list[float]]) -> nn.EmbeddingBag:
    return nn.EmbeddingBag.from_pretrained(torch.tensor(rows), mode="sum")


def test_the_loss_is_the_mean_cross_entropy_of_both_directions() -> None:
    bag = bag_of([[0, 0], [3, 0], [0, 2], [0.6, 0.8]])
    loss = contrastive_loss(bag, side([1], [2]), side([1], [3]), 0.5)
    # Cosines over temperature, rows left: [2, 1.2], [0, 1.6].
    forth = (math.log(math.exp(2) + math.exp(1.2)) - 2 + math.log(1 + math.exp(1.6)) - 1.6) / 2
    back = (math.log(math.exp(2) + 1) - 2 + math.log(math.exp(1.2) + math.exp(1.6)) - 1.6) / 2
    assert loss.item() == pytest.approx((forth + back) / 2, abs=1e-6)


def test_equal_texts_are_not_held_against_each_other() -> None:
    bag = bag_of([[0, 0], [3, 0], [0, 2], [0.6, 0.8]])
    loss = contrastive_loss(bag, side([1], [1]), side([2], [3]), 0.5)
    assert loss.item() == pytest.approx(0, abs=1e-6)


def test_a_teacher_shares_out_what_is_looked_for() -> None:
    bag = bag_of([[0, 0], [3, 0], [0, 2], [0.6, 0.8]])
    lessons = torch.tensor([[0.0, math.log(1 / 3)], [math.log(1 / 3), 0.0]])
    loss = contrastive_loss(bag, side([1], [2]), side([1], [3]), 0.5, lessons)
    # Cosines over temperature: [2, 1.2], [0, 1.6]; three quarters of each answer are its own.
    rows = (math.log(math.exp(2) + math.exp(1.2)) - 1.8, math.log(1 + math.exp(1.6)) - 1.2)
    columns = (math.log(math.exp(2) + 1) - 1.5, math.log(math.exp(1.2) + math.exp(1.6)) - 1.5)
    assert loss.item() == pytest.approx((sum(rows) + sum(columns)) / 4, abs=1e-5)


def test_texts_alone_are_compared_with_the_others_only() -> None:
    bag = bag_of([[0, 0], [3, 0], [0, 2], [0.6, 0.8]])
    lessons = torch.zeros(3, 3)
    loss = contrastive_loss(bag, side([1], [2], [3]), None, 1.0, lessons)
    cosines = ((0.0, 0.6), (0.0, 0.8), (0.6, 0.8))
    wanted = [math.log(math.exp(a) + math.exp(b)) - (a + b) / 2 for a, b in cosines]
    assert loss.item() == pytest.approx(sum(wanted) / 3, abs=1e-5)


def test_with_lessons_english_texts_also_stand_alone() -> None:
    tokenizer = learn_vocabulary(training_texts([SENTENCES, WORDS]), 300)
    texts = [*SENTENCES.column(0), "house", "water", "books"]
    vectors = np.eye(len(texts), dtype=np.float16)
    lessons = Lessons({text: place for place, text in enumerate(texts)}, vectors)
    mixture = Mixture(word_share=0.2, lesson_share=0.5)
    pools, shares = make_pools([SENTENCES, WORDS], tokenizer, mixture, lessons)
    assert sum(shares) == pytest.approx(1)
    held = {pool.name: pool.lessons for pool in pools}
    assert held["sentences en-su"] is not None
    assert held["sentences en-su"].tolist() == [0, 1, 2, 3, 4, 5]
    assert held["sentences id-su"] is None
    assert held["words lexicon_words en-id"] is not None
    assert held["words lexicon_words en-id"].tolist() == [6, 6, 7]
    alone = [pool for pool in pools if pool.right is None]
    assert [(pool.name, len(pool)) for pool in alone] == [
        ("lessons words", 3),
        ("lessons sentences", 6),
    ]


def test_the_vocabulary_folds_case_and_accents_and_stands_words_apart() -> None:
    tokenizer = learn_vocabulary(training_texts([SENTENCES]), 300)
    assert tokenizer.token_to_id("[UNK]") == 0

    def pieces(text: str) -> list[str]:
        return list(tokenizer.encode(text, add_special_tokens=False).tokens)

    assert pieces("Paré ÉTA") == pieces("pare eta")
    assert pieces("imah,badag") == [*pieces("imah"), *pieces(","), *pieces("badag")]
    assert pieces("漢")[-1] == "漢"
    assert tokenizer.encode("漢").ids[-1] == 0


def test_scripts_of_other_languages_stay_out_of_the_vocabulary() -> None:
    table = ParallelTable("a", ("en", "id"), (("house 漢字 abc123 1958", "rumah файл"),))
    assert training_texts([table]) == ["house   1958", "rumah "]


def test_pieces_without_letters_or_digits_train_nothing() -> None:
    tokenizer = learn_vocabulary([*training_texts([SENTENCES]), "? ! , 1958"], 300)
    texts = make_side(tokenizer, ["rumah?", "rumah", "漢, !", "1958"], 64)
    lengths = np.diff(texts.starts).tolist()
    assert lengths[0] == lengths[1] > 0
    assert texts.keys[0] == texts.keys[1]
    assert lengths[2] == 0
    assert lengths[3] > 0


def test_pools_are_by_kind_and_languages_and_shares_add_up() -> None:
    questions = ParallelTable("questions", ("id", "id"), (("siapa dia", "dia guru"),))
    same = ParallelTable("same", ("en", "id"), (("Error", "Error"),))
    tables = [SENTENCES, WORDS, questions, same]
    tokenizer = learn_vocabulary(training_texts(tables), 300)
    mixture = Mixture(word_share=0.2, question_share=0.1)
    pools, shares = make_pools(tables, tokenizer, mixture)
    assert {pool.name: len(pool) for pool in pools} == {
        "sentences en-id": 6,
        "sentences en-su": 6,
        "sentences id-su": 6,
        "words lexicon_words en-id": 3,
        "questions id-id": 1,
    }
    assert shares == pytest.approx([0.7 / 3] * 3 + [0.2, 0.1])


def test_fitting_brings_translations_together_and_leaves_unused_rows_zero() -> None:
    tokenizer = learn_vocabulary(training_texts([SENTENCES]), 300)
    left = make_side(tokenizer, SENTENCES.column(0), 64)
    right = make_side(tokenizer, SENTENCES.column(2), 64)
    pool = PairPool("p", left, right, np.full(6, 1 / 6))
    schedule = Schedule(steps=40, batch_size=6, learning_rate=0.05)
    rows = fit_rows([pool], [1.0], 500, 16, schedule)
    assert rows.shape == (500, 16)
    assert not rows[0].any()
    assert not rows[tokenizer.get_vocab_size() :].any()

    def unit(texts: Side) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
        sums = np.add.reduceat(rows[texts.rows], texts.starts[:-1])
        return np.asarray(sums / np.linalg.norm(sums, axis=1, keepdims=True))

    assert (unit(left) @ unit(right).T).argmax(axis=1).tolist() == list(range(6))
    assert np.array_equal(rows, fit_rows([pool], [1.0], 500, 16, schedule))


def test_a_row_for_the_unknown_piece_is_refused(tmp_path: Path) -> None:
    tokenizer = learn_vocabulary(training_texts([SENTENCES]), 300)
    with pytest.raises(ValueError, match="unknown piece"):
        store_encoder(tokenizer, np.ones((300, 4), dtype=np.float32), tmp_path)


def test_texts_left_untranslated_do_not_train_the_classifier() -> None:
    same = ParallelTable("same", ("en", "id"), (("Open the page", "Open the halaman"),))
    sentences, words = collect_texts([SENTENCES, same, WORDS])
    assert sentences["en"] == SENTENCES.column(0)
    assert words == {"id": ["rumah", "gedung", "air"], "en": ["house", "house", "water"], "su": []}


def test_every_language_has_frames_of_its_own() -> None:
    frames = read_frames()
    for language in LANGUAGES:
        assert len(frames[language]) >= 40
        assert any("{}" in frame for frame in frames[language])
    every = [frame for own in frames.values() for frame in own]
    assert len(every) == len(set(every))


def test_examples_are_short_and_filled() -> None:
    words = ParallelTable("lexicon_words", ("en", "id", "su"), (("house", "rumah", "imah"),))
    examples = draw_examples([SENTENCES, words], np.random.default_rng(0), 300)
    for language in LANGUAGES:
        assert len(examples[language]) == 300
        assert all("{}" not in text and len(text.split()) <= 16 for text in examples[language])


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    lines = "".join("\t".join(row) + "\n" for row in ROWS)
    for part in ("train", "dev"):
        (folder / part).mkdir()
        (folder / part / "talk.tsv").write_text(f"eng\tind\tsun\n{lines}", encoding="utf-8")
        lines = "new sentence\tkalimat baru\tkalimah anyar\n"
    return folder


def test_a_training_writes_a_folder_that_loads(tmp_path: Path, data: Path) -> None:
    folder = tmp_path / "model"
    schedule = Schedule(steps=30, batch_size=64, learning_rate=0.05)
    train_encoder(data, folder, schedule, vocabulary_size=1500, dimension=16, examples=400)
    encoder = load_static(folder, "small")
    left, right = (
        encoder.encode_passages(["the house is big", text]) for text in ("imah éta badag", "pasar")
    )
    assert left[0] @ left[1] > right[0] @ right[1]
    assert load_language_classifier(folder).probabilities("saha nu datang")["su"] > 1 / 3
    card = (folder / "README.md").read_text(encoding="utf-8")
    assert card.startswith("---\nlanguage: [id, en, su]\nlicense: cc-by-sa-4.0\n")
    assert "| talk | 6 | not described | unknown | unknown |" in card
    assert "| glossary | " in card
    assert "30 batches of\n64 pairs" in card
    assert "{" not in card.replace("{seed}", "{")


def test_a_teacher_is_read_and_named_in_the_card(tmp_path: Path, data: Path) -> None:
    teacher = tmp_path / "small-teacher"
    schedule = Schedule(steps=20, batch_size=64, learning_rate=0.05)
    train_encoder(data, teacher, schedule, vocabulary_size=1500, dimension=8, examples=50)
    folder = tmp_path / "model"
    train_encoder(
        *(data, folder, schedule),
        vocabulary_size=1500,
        dimension=16,
        examples=50,
        teacher=str(teacher),
    )
    card = (folder / "README.md").read_text(encoding="utf-8")
    assert "a teacher, `small-teacher`" in card
    assert "--teacher MODEL" in card
    with pytest.raises(EncoderError, match="teacher 'nowhere/at/all'"):
        train_encoder(data, folder, schedule, teacher="nowhere/at/all")


def test_missing_data_are_one_line(tmp_path: Path) -> None:
    app = Typer()
    app.command()(main)
    done = CliRunner().invoke(app, ["--data", str(tmp_path), "--output", str(tmp_path / "model")])
    assert done.exit_code == 1
    assert done.output.count("\n") == 1
    assert done.output.startswith("error: no .tsv files in")
    assert not (tmp_path / "model").exists()
