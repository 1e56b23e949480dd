"""What the language classifier is trained on, and training it alone."""

from pathlib import Path

import numpy as np
from typer import Typer
from typer.testing import CliRunner

from corpus.encoder.classifier import CLASSIFIER_FILE, load_language_classifier
from corpus.encoder.data import ParallelTable
from corpus.encoder.language_examples import ExampleDrawer, Material, Pool, find_translations
from corpus.encoder.language_training import collect_texts, draw_examples, gather_material, main

ROWS = (
    ("the house is big", "rumah itu besar", "imah éta badag"),
    ("who came yesterday", "siapa datang kemarin", "saha nu datang kamari"),
)


def test_cousins_that_share_words_are_kept_and_untranslated_rows_are_not() -> None:
    rows = (
        ("Pak Guru ngajar di sakola unggal poé", "Pak Guru mengajar di sekolah setiap hari"),
        ("ac mati, wifi lemot, kamar bau", "ac mati, wifi lemot, kamar bau"),
    )
    table = ParallelTable("nusatranslation", ("su", "id"), rows)
    sentences, _ = collect_texts([table])
    assert sentences == {"su": [rows[0][0]], "id": [rows[0][1]], "en": []}


def test_questions_are_not_compared_with_their_passage() -> None:
    rows = (("Siapa guru itu?", "Siapa guru itu? Guru itu Pak Tanaka."),)
    sentences, _ = collect_texts([ParallelTable("questions_id", ("id", "id"), rows)])
    assert sentences["id"] == list(rows[0])


def test_kinds_of_sources_are_weighed_and_missing_ones_are_left_out() -> None:
    tables = [
        ParallelTable("nusatranslation", ("id", "su"), (("siapa dia", "saha manehna"),)),
        ParallelTable("flores_dev", ("id", "en"), (("rumah besar", "a big house"),)),
        ParallelTable("lexicon_a", ("id", "su"), (("rumah", "imah"),)),
    ]
    material = gather_material(tables)
    assert [pool.texts for pool in material["id"].sentences] == [("siapa dia",), ("rumah besar",)]
    assert [pool.texts for pool in material["su"].sentences] == [("saha manehna",)]
    assert [pool.texts for pool in material["su"].words] == [("imah",)]
    assert material["en"].words == ()
    assert find_translations(tables[2:])["su"] == {"imah": ["rumah"]}


def test_frames_stay_and_content_is_swapped_but_common_words_are_not() -> None:
    pool = Pool(("nu imah badag",), 1.0)
    own = Material(("naon {} téh",), (pool,), (pool,), {"imah": ["house"], "nu": ["x"]}, {"nu"})
    other = Material(("apa {}",), (Pool(("rumah {}",), 1.0),), (), {}, frozenset())
    drawer = ExampleDrawer({"id": other, "en": other, "su": own}, np.random.default_rng(0))
    drawn = drawer.draw("su", 2000)
    framed = [text for text in drawn if text.startswith("naon")]
    assert 0.2 < len(framed) / len(drawn) < 0.28
    assert all(text.endswith(("téh", "teh")) for text in framed)
    assert any("rumah" in text for text in framed)
    words = {word for text in drawn if not text.startswith("naon") for word in text.split()}
    assert words == {"nu", "imah", "badag", "house"}


def test_drawing_is_repeatable() -> None:
    table = ParallelTable("talk", ("en", "id", "su"), ROWS)
    first, again = (draw_examples([table], np.random.default_rng(3), 50) for _ in range(2))
    assert first == again


def test_the_command_trains_the_classifier_alone(tmp_path: Path) -> None:
    app = Typer()
    app.command()(main)
    lines = "".join("\t".join(row) + "\n" for row in ROWS)
    for part in ("train", "dev"):
        (tmp_path / part).mkdir()
        (tmp_path / part / "talk.tsv").write_text(f"eng\tind\tsun\n{lines}", encoding="utf-8")
        lines = "new sentence\tkalimat baru\tkalimah anyar\n"
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder in folders:
        options = ["--data", str(tmp_path), "--output", str(folder), "--examples", "300"]
        done = CliRunner().invoke(app, options)
        assert done.exit_code == 0, done.output
    assert [path.name for path in folders[0].iterdir()] == [CLASSIFIER_FILE]
    found = load_language_classifier(folders[0]).probabilities("saha nu datang")
    assert max(found, key=found.__getitem__) == "su"
    one, two = (folder / CLASSIFIER_FILE for folder in folders)
    assert one.read_bytes() == two.read_bytes()


def test_missing_training_data_are_one_line(tmp_path: Path) -> None:
    app = Typer()
    app.command()(main)
    done = CliRunner().invoke(app, ["--data", str(tmp_path), "--output", str(tmp_path / "model")])
    assert done.exit_code == 1
    assert done.output.startswith("error: no .tsv files in")
    assert done.output.count("\n") == 1
