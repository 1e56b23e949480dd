"""Parallel sentences: each finds its translation, in nine directions."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.evaluating.bitext_run import load_tables
from assistant.evaluating.evaluation import EvaluationError
from assistant.evaluating.plot import write_plot
from assistant.evaluating.report import to_json
from assistant.evaluating.run import Request, run_evaluation
from assistant.evaluating.table import to_markdown
from corpus.settings import Settings

THREE = """eng\tnote\tind\tsun
The market opens in the morning.\tx\tPasar buka pada pagi hari.\tPasar muka isuk-isuk.
The river floods every year.\tx\tSungai itu banjir setiap tahun.\tWalungan caah unggal taun.
My brother teaches children.\tx\tKakak saya mengajar anak-anak.\tLanceuk kuring ngajar barudak.
The river floods every year.\tx\tSungai banjir tiap tahun.\t
"""
TWO = "sun\tind\nHatur nuhun.\tTerima kasih.\r\n\nWilujeng enjing.\tSelamat pagi.\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("bitext")
    (made / "three.tsv").write_text(THREE, encoding="utf-8")
    (made / "two.tsv").write_text(TWO, encoding="utf-8")
    (made / "other.tsv").write_text("question_ind\tpassage_ind\nx\n", encoding="utf-8")
    (made / "notes.txt").write_text("eng\tind\n", encoding="utf-8")
    return made


def test_tables_with_two_languages_are_read_and_others_left(folder: Path) -> None:
    three, two = load_tables(folder).tables
    assert (three.name, two.name) == ("three", "two")
    assert three.rows[0] == {
        "id": "Pasar buka pada pagi hari.",
        "en": "The market opens in the morning.",
        "su": "Pasar muka isuk-isuk.",
    }
    assert three.rows[3]["su"] == ""
    assert two.rows == (
        {"id": "Terima kasih.", "su": "Hatur nuhun."},
        {"id": "Selamat pagi.", "su": "Wilujeng enjing."},
    )


def test_a_single_table_may_be_named(folder: Path) -> None:
    (two,) = load_tables(folder / "two.tsv").tables
    assert two.name == "two"
    with pytest.raises(EvaluationError, match="no table to measure"):
        load_tables(folder / "other.tsv")


def test_rows_that_do_not_fit_are_told_all_at_once(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match=r"no table to measure in .* two of ind, eng, sun"):
        load_tables(tmp_path / "none")
    (tmp_path / "a.tsv").write_text("eng\tind\nx\ty\nx\nx\ty\tz\n", encoding="utf-8")
    (tmp_path / "b.tsv").write_text("eng\tind\n", encoding="utf-8")
    (tmp_path / "c.tsv").write_bytes(b"eng\tind\n\xff\tx\n")
    with pytest.raises(EvaluationError) as raised:
        load_tables(tmp_path)
    told = str(raised.value)
    assert f"{tmp_path / 'a.tsv'}:3: expected 2 columns, found 1" in told
    assert f"{tmp_path / 'a.tsv'}:4: expected 2 columns, found 3" in told
    assert f"{tmp_path / 'b.tsv'}: there are no rows under the header" in told
    assert f"cannot read {str(tmp_path / 'c.tsv')!r}" in told


def test_nine_directions(folder: Path, tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path / "unused")
    made = run_evaluation(settings, Request("x", judged=False, bitext=folder))
    assert made.bitext is not None
    three, two = made.bitext.tables
    figures = {
        (c.question_language, c.passage_language): c.figures["Success@1"] for c in three.cells
    }
    assert list(figures) == [(q, p) for q in ("id", "en", "su") for p in ("id", "en", "su")]
    assert [figures[q, q].value for q in ("id", "en", "su")] == [1.0, 1.0, 1.0]
    # The fourth row has no Sundanese: no direction that needs it counts that row.
    assert {pair: figure.n for pair, figure in figures.items()} == {
        (q, p): 3 if "su" in (q, p) else 4 for q in ("id", "en", "su") for p in ("id", "en", "su")
    }
    # Two rows share their English sentence: either is right, from either.
    english = [one for one in three.asked if one.language == "en"]
    assert english[3].found["en"] in (2, 4)
    assert english[3].right["en"]
    assert {(c.question_language, c.passage_language) for c in two.cells} == {
        (q, p) for q in ("id", "su") for p in ("id", "su")
    }
    for one in (*three.asked, *two.asked):
        assert one.found.keys() == one.right.keys()
        assert all(0 <= place <= 4 for place in one.found.values())

    shown = to_markdown(made)
    assert "## Success@1, three" in shown
    assert shown.count("itself: 1.000 [1.000, 1.000] n=4") == 2
    stored = to_json(made)["bitext"]
    assert [table["name"] for table in stored["tables"]] == ["three", "two"]
    assert stored["tables"][0]["sentences"][0].keys() == {"row", "language", "found", "right"}
    right = [
        row["right"]["id"] for row in stored["tables"][0]["sentences"] if row["language"] == "en"
    ]
    assert figures["en", "id"].value == sum(right) / len(right)
    write_plot(made, tmp_path / "picture.png")
    assert not settings.data_dir.exists()
