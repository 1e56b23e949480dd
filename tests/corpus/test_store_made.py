"""Another encoder or splitter, and backups."""

from __future__ import annotations

import threading
from pathlib import Path

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

from corpus.errors import IndexMismatchError, StorageError, UnknownDocumentError
from corpus.store import restore


def test_c5_another_encoder_is_refused_with_both_names(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        add(store, "a")
    for other in (HashEncoder("other"), HashEncoder("fake", 24)):
        with pytest.raises(IndexMismatchError, match=rf"'fake \(.*{other.name} \(") as caught:
            open_store(tmp_path, encoder=other)
        assert "--rebuild" in str(caught.value)
    with pytest.raises(IndexMismatchError, match="splitter"):
        open_store(tmp_path, splitter="60-120")


def test_c5_a_rebuild_changes_the_encoder(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        document = add(store, "a")
    other = HashEncoder("other", 24)
    with open_store(tmp_path, encoder=other, mismatch_ok=True) as store:
        with pytest.raises(IndexMismatchError, match="encoder"):
            add(store, "b")
        with pytest.raises(IndexMismatchError, match="encoder"):
            store.rebuild()
        assert lost(store, document) == []
        store.rebuild(reencode=True)
    with open_store(tmp_path, encoder=other) as store:
        for entry in entries_of(document):
            vector = other.encode_queries([entry.text])[0]
            found = store.query_index(vector, 1)[entry.language]
            assert [near.entry_id for near in found] == [entry.entry_id]
        assert uses_index(store)
        assert count_rows(store)["vectors"] == 12
        with pytest.raises(IndexMismatchError, match="dimension"):
            store.query_index(HashEncoder().encode_queries(["apa"])[0], 1)


def test_c5_documents_split_anew_then_rebuilt_are_of_the_new_splitter(tmp_path: Path) -> None:
    with open_store(tmp_path, splitter="old") as store:
        add(store, "a")
        add(store, "b")
    with open_store(tmp_path, splitter="new", mismatch_ok=True) as store:
        add(store, "a", 5)
        with pytest.raises(IndexMismatchError, match=r"'old'.*'new'"):
            store.rebuild()
        add(store, "b", 5)
        store.rebuild()
    with open_store(tmp_path, splitter="new") as store:
        assert uses_index(store) or lost(store, make_document("a", 5)) == []


def test_an_empty_store_takes_any_encoder(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        add(store, "a")
        store.remove("a")
    other = HashEncoder("other", 24)
    with open_store(tmp_path, encoder=other) as store:
        add(store, "a")
        vector = other.encode_queries([entries_of(make_document("a"))[0].text])[0]
        assert [near.entry_id for near in store.query_index(vector, 1)["id"]] == ["a/1.1/0"]
        assert uses_index(store)


def test_c12_a_backup_made_while_writing_restores_counts_and_answers(tmp_path: Path) -> None:
    file = tmp_path / "corpus.backup"
    with open_store(tmp_path / "data") as store:
        held = add(store, "held", 10)
        conversation = store.catalog.start_conversation("visitor")
        store.catalog.add_turn(conversation, "visitor", "apa?", {"text": "itu"})
        writer = threading.Thread(target=lambda: [add(store, f"d{n}", 30) for n in range(4)])
        writer.start()
        store.backup(file)
        writer.join()
    assert [path.name for path in tmp_path.iterdir()] in (
        ["corpus.backup", "data"],
        ["data", "corpus.backup"],
    )
    with open_store(tmp_path / "other") as store:
        add(store, "gone", 3)
        restore(file, tmp_path / "other")
        assert store.refresh()
        assert lost(store, held) == []
        assert uses_index(store)
        assert [turn.question for turn in store.catalog.turns(conversation, "visitor")] == ["apa?"]
        with pytest.raises(UnknownDocumentError):
            store.catalog.document("gone")
        assert store.check().damage == ()
        once = ask(store, "apa", 20)
    restore(file, tmp_path / "third")
    with open_store(tmp_path / "third", create=False) as store:
        assert ask(store, "apa", 20) == once


def test_c12_what_is_no_backup_is_refused_and_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("not a backup at all, but long enough to be read" * 9)
    with open_store(tmp_path / "data") as store:
        document = add(store, "a")
        store.backup(tmp_path / "torn")
        torn = (tmp_path / "torn").read_bytes()
        (tmp_path / "torn").write_bytes(torn[: len(torn) // 2])
        for name in ("text", "torn", "missing"):
            with pytest.raises(StorageError, match="backup"):
                restore(tmp_path / name, tmp_path / "data")
        assert lost(store, document) == []
        with pytest.raises(StorageError, match="cannot write a backup"):
            store.backup(tmp_path / "no folder" / "file")
