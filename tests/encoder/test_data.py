"""Reading the training data."""

from pathlib import Path

import pytest

from corpus.encoder.data import ParallelTable, leave_out, read_table, read_tables
from corpus.encoder.glossary import read_glossary
from corpus.errors import EncoderError


def write(folder: Path, name: str, content: str) -> Path:
    path = folder / name
    path.write_bytes(content.encode("utf-8"))
    return path


def test_columns_become_languages_and_others_are_left_out(tmp_path: Path) -> None:
    path = write(tmp_path, "a.tsv", "sun\tnote\teng\r\n imah \tx\thouse\r\ncai\ty\t\r\n")
    table = read_table(path)
    assert table.name == "a"
    assert table.languages == ("su", "en")
    assert table.rows == (("imah", "house"), ("cai", ""))
    assert list(table.pairs()) == [(("su", "en"), [("imah", "house")])]
    assert not table.is_lexicon


def test_three_columns_are_three_pairs(tmp_path: Path) -> None:
    path = write(tmp_path, "lexicon_a.tsv", "eng\tind\tsun\nhouse\trumah\timah\nwater\t\tcai\n")
    table = read_table(path)
    assert table.is_lexicon
    assert dict(table.pairs()) == {
        ("en", "id"): [("house", "rumah")],
        ("en", "su"): [("house", "imah"), ("water", "cai")],
        ("id", "su"): [("rumah", "imah")],
    }


def test_quotation_marks_are_text(tmp_path: Path) -> None:
    path = write(tmp_path, "a.tsv", 'eng\tind\n"This\t"Ini\nis"\titu"\n')
    assert read_table(path).rows == (('"This', '"Ini'), ('is"', 'itu"'))


def test_rows_of_another_length_are_refused_with_file_and_line(tmp_path: Path) -> None:
    path = write(tmp_path, "b.tsv", "eng\tind\nhouse\trumah\nwater\n\na\tb\tc\n")
    with pytest.raises(
        EncoderError,
        match=r"b\.tsv:3: expected 2 columns, found 1; .*b\.tsv:5: expected 2 columns, found 3$",
    ):
        read_table(path)


def test_of_many_malformed_rows_the_first_are_named(tmp_path: Path) -> None:
    path = write(tmp_path, "b.tsv", "eng\tind\n" + "word\n" * 12)
    with pytest.raises(EncoderError, match=r"b\.tsv:6: expected .*; and 7 more$"):
        read_table(path)


@pytest.mark.parametrize("content", ["", "eng\nhouse\n", "english\tindonesian\na\tb\n"])
def test_a_header_without_two_languages_is_refused(tmp_path: Path, content: str) -> None:
    path = write(tmp_path, "c.tsv", content)
    with pytest.raises(EncoderError, match=r"c\.tsv:1: expected at least two of the columns eng"):
        read_table(path)


def test_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "d.tsv"
    path.write_bytes("eng\tsun\nthat\téta\n".encode("latin-1"))
    with pytest.raises(EncoderError, match=r"d\.tsv"):
        read_table(path)


def test_a_folder_without_data_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match="--data"):
        read_tables(tmp_path)


def test_a_folder_is_read_in_the_order_of_its_names(tmp_path: Path) -> None:
    for name in ("b.tsv", "a.tsv"):
        write(tmp_path, name, "eng\tind\nhouse\trumah\n")
    assert [table.name for table in read_tables(tmp_path)] == ["a", "b"]


def test_the_glossary_is_whole() -> None:
    glossary = read_glossary()
    assert glossary.is_lexicon
    assert glossary.languages == ("en", "id", "su")
    assert all(all(row) for row in glossary.rows)
    assert len(glossary.rows) == len(set(glossary.rows)) >= 3000
    assert ("conclusion", "kesimpulan", "kacindekan") in glossary.rows


def test_synonyms_and_polite_forms_of_a_glossary_become_rows(tmp_path: Path) -> None:
    path = write(
        tmp_path, "g.tsv", "en\tid\tsu\tsu_polite\ttopic\nmany; a lot\tbanyak\tloba\tseueur\tx\n"
    )
    assert read_glossary(path).rows == (
        ("many", "banyak", "loba"),
        ("a lot", "banyak", "loba"),
        ("many", "banyak", "seueur"),
        ("a lot", "banyak", "seueur"),
    )


@pytest.mark.parametrize("content", ["a\tb\n", "en\tid\tsu\tsu_polite\ttopic\nx\t\ty\t\tz\n"])
def test_a_glossary_that_does_not_fit_is_refused_with_its_line(
    tmp_path: Path, content: str
) -> None:
    with pytest.raises(EncoderError, match=r"g\.tsv:[12]'"):
        read_glossary(write(tmp_path, "g.tsv", content))


def test_rows_with_a_held_out_sentence_are_left_out() -> None:
    rows = (("The house.", "Rumah itu"), ("Water", "Air"), ("", "Kota"))
    train = ParallelTable("a", ("en", "id"), rows)
    words = ParallelTable("lexicon_a", ("en", "id"), rows)
    dev = ParallelTable("b", ("id", "su"), (("rumah, itu!", "imah éta"), ("", "cai")))
    kept, lexicon = leave_out([train, words], [dev])
    assert kept.rows == (("Water", "Air"), ("", "Kota"))
    assert lexicon == words
