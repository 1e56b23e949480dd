"""The store: adding, replacing, removing, asking, and keeping it safe."""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
import pytest
from store_fakes import (
    HashEncoder,
    add,
    ask,
    count_rows,
    entries_of,
    lost,
    make_document,
    open_store,
    uses_index,
)

from corpus.errors import (
    EncoderError,
    NewerSchemaError,
    ReadOnlyError,
    StorageError,
    UnbuiltError,
    UnknownDocumentError,
    WriterBusyError,
)
from corpus.lock import writer_lock
from corpus.settings import Settings
from corpus.store import Store


def test_an_added_document_is_found_by_each_of_its_texts(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        first, second = add(store, "a"), add(store, "b", 4)
        assert lost(store, first) == lost(store, second) == []
        assert uses_index(store)
    with open_store(tmp_path, create=False) as store:
        assert lost(store, first) == lost(store, second) == []
        assert uses_index(store)
        assert store.catalog.document("a") == first


def test_a_replaced_document_is_found_by_its_new_texts_only(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        add(store, "a", 6)
        other = add(store, "b", 6)
        new = add(store, "a", 4, " baru")
        assert lost(store, new) == lost(store, other) == []
        assert sorted(ask(store, "apa", 50)) == sorted(store.catalog.entry_ids("id"))
        assert store.catalog.document("a") == new


def test_a_removed_document_leaves_nothing(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        add(store, "a")
        before = count_rows(store)
        add(store, "b", 9)
        store.remove("b")
        assert count_rows(store) == before
        assert sorted(ask(store, "apa", 50)) == sorted(store.catalog.entry_ids("id"))
        with pytest.raises(UnknownDocumentError, match="no document 'b' is held; held: a"):
            store.remove("b")


def test_unchanged_texts_are_not_encoded_again(tmp_path: Path) -> None:
    encoder = HashEncoder()
    steps: list[tuple[int, int]] = []
    with open_store(tmp_path, encoder=encoder) as store:
        document = make_document("a", 6)
        store.add(
            document, entries_of(document), progress=lambda done, of: steps.append((done, of))
        )
        assert encoder.encoded == 12
        assert steps == [(12, 12)]
        longer = make_document("a", 7)
        store.add(longer, entries_of(longer))
        assert encoder.encoded == 14
        assert lost(store, longer) == []


def test_generation_tells_readers_of_changes(tmp_path: Path) -> None:
    with open_store(tmp_path) as writer, open_store(tmp_path) as reader:
        assert not reader.refresh()
        document = add(writer, "a")
        assert reader.generation == 0
        assert lost(reader, document) == []
        assert reader.refresh()
        assert not reader.refresh()
        assert reader.generation == 1
        writer.remove("a")
        assert ask(reader, "apa", 5) == []


def test_c4_readers_and_a_writer_at_once(tmp_path: Path) -> None:
    with open_store(tmp_path) as store, open_store(tmp_path) as other:
        held = add(store, "held", 10)
        stop = threading.Event()
        faults: list[object] = []

        def read(reader: Store) -> None:
            try:
                while not stop.is_set():
                    reader.refresh()
                    faults.extend(lost(reader, held))
            except BaseException as error:
                faults.append(error)
                raise

        readers = [threading.Thread(target=read, args=(one,)) for one in (store, other, other)]
        for reader in readers:
            reader.start()
        for number in range(8):
            add(store, f"d{number % 3}", 5, f" {number}")
        stop.set()
        for reader in readers:
            reader.join()
        assert faults == []


@pytest.mark.parametrize("fail_at", [256, 600])
def test_c7_c15_a_failed_add_leaves_nothing_and_can_be_tried_again(
    tmp_path: Path, fail_at: int
) -> None:
    with open_store(tmp_path) as store:
        add(store, "a")
        before = count_rows(store)
    document = make_document("b", 310)
    with open_store(tmp_path, encoder=HashEncoder(fail_at=fail_at)) as store:
        with pytest.raises(EncoderError, match="fails as asked"):
            store.add(document, entries_of(document))
        assert count_rows(store) == before
        assert lost(store, make_document("a")) == []
    with open_store(tmp_path) as store:
        store.add(document, entries_of(document))
        assert lost(store, document) == []


def test_c15_a_cancelled_or_refused_replacement_keeps_the_old(tmp_path: Path) -> None:
    def cancel(done: int, of: int) -> None:
        raise KeyboardInterrupt(f"{done} of {of}")

    with open_store(tmp_path) as store:
        old = add(store, "a", 6)
        before = count_rows(store)
        new = make_document("a", 300, " baru")
        with pytest.raises(KeyboardInterrupt, match="256 of 600"):
            store.add(new, entries_of(new), progress=cancel)
        with pytest.raises(StorageError, match="UNIQUE"):
            store.add(new, (*entries_of(new), entries_of(new)[0]))
        assert count_rows(store) == before
        assert store.catalog.document("a") == old
        assert lost(store, old) == []
        store.add(new, entries_of(new))
        assert lost(store, new) == []


def test_c9_twenty_ingests_take_at_most_three_times_the_room(tmp_path: Path) -> None:
    def ingest(number: int) -> int:
        with open_store(tmp_path) as store:
            add(store, "a", 80, f" edisi {number}")
        return sum(path.stat().st_size for path in tmp_path.rglob("*") if path.is_file())

    once = ingest(0)
    assert max(ingest(number) for number in range(1, 20)) <= 3 * once


@pytest.mark.parametrize(("kept", "others"), [(100, 900), (20, 980), (1, 999)])
def test_c10_filtered_questions_find_what_an_exact_search_finds(
    tmp_path: Path, kept: int, others: int
) -> None:
    with open_store(tmp_path) as store:
        documents = [add(store, "few", kept), add(store, "many", others)]
        entries = [entry for one in documents for entry in entries_of(one)]
        entries = [entry for entry in entries if entry.language == "id"]
        encoder = HashEncoder()
        vectors = encoder.encode_passages([entry.text for entry in entries])
        for question in ("apa", "siapa", "kapan", "di mana"):
            scores = vectors @ encoder.encode_queries([question])[0]
            ranked = [entries[row].entry_id for row in np.argsort(-scores)]
            exact = [entry_id for entry_id in ranked if entry_id.startswith("few/")][:10]
            assert ask(store, question, 10, document_ids=["few"]) == exact
            found = ask(store, question, 10)
            assert len(set(found) & set(ranked[:10])) >= 9
        assert uses_index(store)


def test_c11_too_many_none_and_no_filter_are_empty_not_errors(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        assert ask(store, "apa", 5) == []
        add(store, "a", 3)
        assert len(ask(store, "apa", 100_000)) == 3
        assert ask(store, "apa", 0) == []
        assert ask(store, "apa", 5, document_ids=["none"]) == []
        assert ask(store, "apa", 5, document_ids=[]) == []
        vector = HashEncoder().encode_queries(["apa"])[0]
        assert store.query_index(vector, 5)["su"] == ()
        store.remove("a")
        assert ask(store, "apa", 5) == []


def test_a_store_that_is_not_there_or_newer_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnbuiltError, match="python -m ingest build"):
        open_store(tmp_path, create=False)
    with open_store(tmp_path) as store:
        store.catalog.settle({"schema_version": 99})
    with pytest.raises(NewerSchemaError, match="schema version 99"):
        open_store(tmp_path)
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError, match="cannot make the data directory"):
        open_store(tmp_path / "file")


def test_c3_writers_within_a_process_exclude_each_other(tmp_path: Path) -> None:
    with open_store(tmp_path) as store, open_store(tmp_path) as other:
        with store.writing():
            add(store, "a")
            with pytest.raises(WriterBusyError):
                add(other, "b")
            assert lost(other, make_document("a")) == []
        add(other, "b")
        with writer_lock(tmp_path), open_store(tmp_path) as third:
            assert lost(third, make_document("b")) == []


def test_the_bundled_encoder_is_loaded_only_when_it_is_needed(tmp_path: Path) -> None:
    with Store.open(Settings(data_dir=tmp_path), create=True) as store:
        assert store.catalog.documents() == ()
        assert store._making._encoder is None


def test_a_folder_that_cannot_be_made_is_said() -> None:
    if not Path("/proc/self").is_dir():
        pytest.skip("needs a file system that nobody may write to")
    with pytest.raises((ReadOnlyError, StorageError), match="data directory"):
        open_store(Path("/proc/sitir"))
