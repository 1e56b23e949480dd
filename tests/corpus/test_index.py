"""The index alone: what goes in comes out, and how it was made is known."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from store_fakes import HashEncoder

from corpus.errors import IndexMismatchError, StorageError
from corpus.index import Index, IndexFaultError
from corpus.statement import IndexStatement

MADE = IndexStatement("fake", "d" * 64, 16, "60-120")


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    made = Index.create(tmp_path / "index", MADE)
    yield made
    made.close()


def vectors(*texts: str) -> np.ndarray:
    return HashEncoder().encode_passages(texts)


def test_vectors_are_found_by_cosine_and_by_language(index: Index) -> None:
    index.upsert("id", ["a", "b", "c"], vectors("x", "y", "z"))
    index.upsert("su", ["d"], vectors("x"))
    found = index.query(vectors("y")[0] * 7, "id", 2)
    assert found[0].entry_id == "b"
    assert found[0].similarity == pytest.approx(1.0, abs=1e-6)
    exact = sorted((float(vectors("y")[0] @ vectors(one)[0]) for one in "xz"), reverse=True)
    assert found[1].similarity == pytest.approx(exact[0], abs=1e-6)
    assert [near.entry_id for near in index.query(vectors("y")[0], "su", 5)] == ["d"]
    assert index.query(vectors("y")[0], "en", 5) == ()
    assert (index.count("id"), index.count("en")) == (3, 0)
    assert index.ids("id") == ("a", "b", "c")


def test_changed_and_deleted_vectors_are_gone(index: Index) -> None:
    index.upsert("id", ["a", "b"], vectors("x", "y"))
    index.upsert("id", ["a"], vectors("z"))
    index.delete("id", ["b", "never there"])
    found = index.query(vectors("z")[0], "id", 5)
    assert [near.entry_id for near in found] == ["a"]
    assert found[0].similarity == pytest.approx(1.0, abs=1e-6)


def test_equal_vectors_come_in_the_order_of_their_ids(index: Index) -> None:
    index.upsert("id", ["c", "a", "b"], vectors("x", "x", "x"))
    assert [near.entry_id for near in index.query(vectors("x")[0], "id", 3)] == ["a", "b", "c"]


def test_c7_more_than_one_batch_goes_in_whole(index: Index) -> None:
    ids = [f"e{number:05}" for number in range(6_000)]
    held = np.random.default_rng(1).normal(size=(6_000, 16)).astype(np.float32)
    index.upsert("id", ids, held)
    assert index.count("id") == 6_000
    assert index.ids("id") == tuple(ids)
    index.delete("id", ids[1:])
    assert index.ids("id") == ("e00000",)


def test_opened_again_it_shows_what_another_client_wrote(index: Index) -> None:
    index.upsert("id", ["a"], vectors("x"))
    reader = Index.open(index.folder, MADE)
    assert len(reader.query(vectors("y")[0], "id", 5)) == 1
    index.upsert("id", ["b"], vectors("y"))
    reader.close()
    reader.close()
    with pytest.raises(IndexFaultError, match="is closed"):
        reader.count("id")
    again = Index.open(index.folder, MADE)
    assert [near.entry_id for near in again.query(vectors("y")[0], "id", 1)] == ["b"]
    again.close()


@pytest.mark.parametrize(
    ("other", "named"),
    [
        (IndexStatement("fake", "e" * 64, 16, "60-120"), r"encoder 'fake \(dddd.*'fake \(eeee"),
        (IndexStatement("e5", "d" * 64, 16, "60-120"), r"encoder 'fake .*'e5 "),
        (IndexStatement("fake", "d" * 64, 24, "60-120"), "dimension 16, .* 24"),
        (IndexStatement("fake", "d" * 64, 16, "80-100"), "splitter '60-120', .* '80-100'"),
        (IndexStatement("fake", "d" * 64, 16, "60-120", "none"), "normalisation 'l2', .* 'none'"),
        (IndexStatement("fake", "d" * 64, 16, "60-120", format=2), "format 1, .* 2"),
    ],
)
def test_c5_an_index_made_another_way_is_refused(
    index: Index, other: IndexStatement, named: str
) -> None:
    with pytest.raises(IndexMismatchError, match=named):
        Index.open(index.folder, other)


def test_faults_are_ours(index: Index, tmp_path: Path) -> None:
    with pytest.raises(IndexFaultError, match="there is no index"):
        Index.open(tmp_path / "none", MADE)
    assert not (tmp_path / "none").exists()
    with pytest.raises(StorageError, match="cannot make the index"):
        Index.create(index.folder, MADE)
    index.upsert("id", ["a"], vectors("x"))
    with pytest.raises(IndexFaultError, match="fails"):
        index.query(np.ones(7, dtype=np.float32), "id", 1)
    torn = tmp_path / "torn"
    torn.mkdir()
    (torn / "chroma.sqlite3").write_bytes(b"no database" * 1_000)
    for _ in range(2):
        with pytest.raises(IndexFaultError, match="fails"):
            Index.open(torn, MADE)
