"""What a killed process and damaged files leave behind."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from store_fakes import (
    HashEncoder,
    Nursery,
    add,
    assert_found,
    entries_of,
    lost,
    make_document,
    nearest,
    open_nursery,
    open_store,
    uses_index,
    wait_for,
)

from corpus.index_check import check_in_child, index_folder

KILLS = 5
LARGE = 550
FILES = (
    "chroma.sqlite3",
    "data_level0.bin",
    "header.bin",
    "index_metadata.pickle",
    "length.bin",
    "link_lists.bin",
)


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    with open_nursery() as made:
        yield made


def kill_in_the_middle(nursery: Nursery, action: str, data_dir: Path, seed: int) -> int:
    """Kill a child at some moment after it has started; return its acknowledged changes."""
    pid = nursery.start(action, data_dir)
    wait_for(lambda: bool(nursery.lines()))
    time.sleep(random.Random(seed).uniform(0.0, 0.5))
    os.kill(pid, signal.SIGKILL)
    assert nursery.wait() in {-signal.SIGKILL, 0}
    return len(nursery.lines())


@pytest.mark.parametrize("seed", range(KILLS))
def test_c1_killed_while_adding_keeps_what_was_acknowledged(
    nursery: Nursery, tmp_path: Path, seed: int
) -> None:
    done = kill_in_the_middle(nursery, "adding", tmp_path, seed)
    with open_store(tmp_path, create=False) as store:
        held = [summary.document_id for summary in store.catalog.documents()]
        assert len(held) in {done, done + 1}
        for number in range(len(held)):
            assert_found(store, (f"d{number}", LARGE if number % 3 == 2 else 20, ""))
        assert uses_index(store)
        assert not store.catalog.state().dirty


@pytest.mark.parametrize("seed", range(KILLS))
def test_c1_killed_while_replacing_keeps_the_old_or_the_new(
    nursery: Nursery, tmp_path: Path, seed: int
) -> None:
    done = kill_in_the_middle(nursery, "replacing", tmp_path, seed)
    with open_store(tmp_path, create=False) as store:
        possible = [make_document("a", 40, f" edisi {number}") for number in (done, done + 1)]
        found = store.catalog.document("a")
        assert found in possible
        assert lost(store, found) == []
        assert uses_index(store)
        assert store.catalog.count_entries() == {"id": 40, "en": 40, "su": 0}


@pytest.mark.parametrize("seed", range(KILLS))
def test_c1_killed_while_removing_removes_what_was_acknowledged(
    nursery: Nursery, tmp_path: Path, seed: int
) -> None:
    with open_store(tmp_path) as store, store.writing():
        for number in range(12):
            add(store, f"d{number}", 10)
    done = kill_in_the_middle(nursery, "removing", tmp_path, seed)
    with open_store(tmp_path, create=False) as store:
        held = {summary.document_id for summary in store.catalog.documents()}
        assert len(held) in {12 - done, 11 - done}
        assert held == {f"d{number}" for number in range(12 - len(held), 12)}
        for document_id in sorted(held):
            assert_found(store, (document_id, 10, ""))
        assert sorted(near.entry_id for near in nearest(store, 500)) == list(
            store.catalog.entry_ids("id")
        )


@pytest.mark.parametrize("seed", range(KILLS))
def test_c1_killed_while_rebuilding_keeps_everything(
    nursery: Nursery, tmp_path: Path, seed: int
) -> None:
    with open_store(tmp_path) as store:
        add(store, "a", 40)
    kill_in_the_middle(nursery, "rebuilding", tmp_path, seed)
    with open_store(tmp_path, create=False) as store:
        assert_found(store, ("a", 40, ""))
        assert uses_index(store)
        add(store, "b")
        assert len(list((tmp_path / "index").iterdir())) == 1


def damage(path: Path, how: str) -> None:
    content = bytearray(path.read_bytes())
    if how == "truncate":
        content = content[: len(content) // 2]
    elif how == "zero":
        content = bytearray(len(content))
    else:
        for place in range(len(content) // 3, len(content), max(1, len(content) // 500)):
            content[place] ^= 0xFF
    path.write_bytes(content)


@pytest.mark.parametrize("how", ["truncate", "zero", "flip"])
@pytest.mark.parametrize("name", FILES)
def test_c2_damaged_index_files_are_noticed_and_made_again(
    tmp_path: Path, name: str, how: str
) -> None:
    with open_store(tmp_path) as store:
        add(store, "a", 60)
        before = store.catalog.state().index_name
    files = [path for path in sorted((tmp_path / "index").rglob(name)) if path.stat().st_size]
    assert files
    for path in files:
        damage(path, how)
    with open_store(tmp_path, create=False) as store:
        assert_found(store, ("a", 60, ""))
        assert uses_index(store)
        assert store.catalog.state().index_name != before


def test_c2_a_missing_index_is_made_again(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        add(store, "a")
    shutil.rmtree(tmp_path / "index")
    with open_store(tmp_path, create=False) as store:
        assert_found(store, "a")
        assert uses_index(store)


def test_c2_an_index_that_was_opened_often_is_still_trusted(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        add(store, "a")
        before = store.catalog.state().index_name
    path = tmp_path / "index" / before / "chroma.sqlite3"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executemany("INSERT INTO acquire_write (lock_status) VALUES (?)", [(1,)] * 400)
    with open_store(tmp_path, create=False) as store:
        assert_found(store, "a")
        assert uses_index(store)
        assert store.catalog.state().index_name == before
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM acquire_write").fetchone()[0] < 10


@pytest.mark.parametrize("name", ["data_level0.bin", "chroma.sqlite3"])
def test_c2_the_child_finds_damage_by_asking(tmp_path: Path, name: str) -> None:
    with open_store(tmp_path) as store:
        add(store, "a", 60)
        folder = index_folder(tmp_path, store.catalog.state().index_name)
    assert check_in_child(tmp_path, 120) == ()
    for path in folder.rglob(name):
        damage(path, "flip")
    assert check_in_child(tmp_path, 120)


def test_c2_check_repairs_what_start_does_not_look_at(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        add(store, "a", 60)
        for path in (tmp_path / "index").rglob("data_level0.bin"):
            times = path.stat()
            damage(path, "flip")
            os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
        report = store.check()
        assert report.repaired
        assert report.damage == ()
        assert (report.documents, report.passages, report.entries) == (1, 60, 120)
        assert store.check().repaired == ()
        assert_found(store, ("a", 60, ""))


def test_c2_a_large_index_is_asked_in_a_child_before_work_goes_on(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        add(store, "a", 1_050)
        before = store.catalog.state().index_name
    leave_undone(tmp_path, "b")
    with open_store(tmp_path, create=False) as store:
        assert store.catalog.state().index_name == before
        assert_found(store, "b")
        assert uses_index(store)
    leave_undone(tmp_path, "c")
    for path in (tmp_path / "index").rglob("data_level0.bin"):
        damage(path, "truncate")
    with open_store(tmp_path, create=False) as store:
        assert store.catalog.state().index_name != before
        assert_found(store, "b", "c")
        found = [near.entry_id for near in nearest(store, 5_000)]
        assert sorted(found) == list(store.catalog.entry_ids("id"))
        assert uses_index(store)


def leave_undone(data_dir: Path, document_id: str) -> None:
    """Commit a document as a writer does that dies before the index has it."""
    encoder = HashEncoder()
    document = make_document(document_id)
    held = entries_of(document)
    with open_store(data_dir) as store:
        store.catalog.replace_document(
            document,
            held,
            encoder.encode_passages([entry.text for entry in held]),
            encoder=encoder.name,
            digest=encoder.digest,
        )
