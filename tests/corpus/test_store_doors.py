"""A busy writer, a locked door, a full disk and a folder that is gone."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from store_fakes import (
    Nursery,
    add,
    assert_found,
    nearest,
    open_nursery,
    open_store,
    uses_index,
    wait_for,
)

from corpus.errors import StorageError, WriterBusyError
from corpus.lock import file_lock, writer_lock
from corpus.upkeep import INDEX_LOCK

LARGE = 550


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    with open_nursery() as made:
        yield made


def test_c3_a_second_writer_is_refused_and_readers_see_the_next_generation(
    nursery: Nursery, tmp_path: Path
) -> None:
    with open_store(tmp_path) as store:
        add(store, "a")
        pid = nursery.start("holding", tmp_path)
        wait_for(lambda: nursery.lines() == ["held"])
        began = time.monotonic()
        with pytest.raises(WriterBusyError, match=f"process {pid} is writing") as caught:
            add(store, "b")
        assert time.monotonic() - began < 5
        assert caught.value.pid == pid
        assert_found(store, "a")
        os.kill(pid, signal.SIGKILL)
        nursery.wait()
        assert store.refresh()
        assert not store.refresh()

        nursery.start("adding_one", tmp_path)
        assert nursery.wait() == 0
        assert store.refresh()
        assert not store.refresh()
        assert_found(store, "a", "fresh")
        assert uses_index(store)


def test_no_question_waits_for_a_writer_that_is_long_at_work(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        add(store, "a")
        assert len(nearest(store, 3)) == 3
        generation = store.catalog.generation()
        with writer_lock(tmp_path), file_lock(tmp_path / INDEX_LOCK, seconds=0) as held:
            assert held
            store.catalog.settle({"dirty": True, "generation": generation + 1})
            began = time.monotonic()
            assert len(nearest(store, 3)) == 3
            assert time.monotonic() - began < 1
            assert not uses_index(store)


def test_c8_a_read_only_data_directory_is_read_and_refuses_changes(nursery: Nursery) -> None:
    folder = Path(tempfile.mkdtemp())
    try:
        with open_store(folder) as store:
            add(store, "a")
        for path in [folder, *folder.rglob("*")]:
            path.chmod(0o555 if path.is_dir() else 0o444)
        nursery.start("reading_only", folder)
        assert nursery.wait() == 0
        assert nursery.lines() == [
            "lost 0 by index False",
            "True",
            "ReadOnlyError",
            "ReadOnlyError",
        ]
    finally:
        for path in [folder, *folder.rglob("*")]:
            path.chmod(0o755)
        shutil.rmtree(folder)


def test_c8_a_full_disk_is_said_and_nothing_is_lost(nursery: Nursery, tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        add(store, "a")
    nursery.start("without_room", tmp_path)
    assert nursery.wait() == 0
    assert nursery.lines() == ["StorageError", "lost 0", "lost 0"]
    with open_store(tmp_path, create=False) as store:
        assert_found(store, "a", ("large", LARGE, ""))
        assert store.catalog.find_damage() == ()


def test_c8_a_data_directory_deleted_while_live_is_said(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with open_store(folder) as store:
        add(store, "a")
        nearest(store, 1)
        shutil.rmtree(folder)
        with pytest.raises(StorageError, match="no corpus is built"):
            nearest(store, 1)
        with pytest.raises(StorageError, match=r"writer\.lock"):
            add(store, "b")
        with pytest.raises(StorageError, match="no corpus is built"):
            store.catalog.start_conversation("visitor")
    with open_store(folder) as store:
        assert_found(store, add(store, "b").document_id)
