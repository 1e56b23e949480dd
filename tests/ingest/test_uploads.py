"""Uploads: told step by step, stopped without a trace, and one copy of each."""

from __future__ import annotations

import threading
from itertools import groupby
from pathlib import Path

import pytest

from assistant import Assistant
from corpus.errors import IndexMismatchError, StorageError
from corpus.lock import writer_lock
from corpus.store import Store
from ingest import Outcome, Progress, UploadLimits, add_files, readable_suffixes
from ingest.readers import READERS
from ingest.splitting import SPLITTER
from tests.ingest.upload_rig import only, text_of, upload

STEPS = ["reading", "structure", "splitting", "encoding", "storing"]


def rows(page_store: Store) -> dict[str, int]:
    tables = "documents files sections passages sentences entries vectors postings outbox words"
    with page_store.catalog._database.reading() as connection:
        return {
            table: connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()
            for table in tables.split()
        }


def test_every_step_of_every_file_is_told_in_order(page_store: Store, folder: Path) -> None:
    told: list[Progress] = []
    long = upload(folder, "Laporan Kota.txt", text_of("Bandung", 300))
    report = add_files(page_store, [long, upload(folder, "dua.md")], progress=told.append)
    assert [(o.document_id, o.state) for o in report.outcomes] == [
        ("laporan-kota", "added"),
        ("dua", "added"),
    ]
    for document_id, of in groupby(told, lambda one: one.document_id):
        seen = list(of)
        assert list(dict.fromkeys(one.step for one in seen)) == STEPS
        assert {one.name for one in seen} == {
            "Laporan Kota.txt" if document_id == "laporan-kota" else "dua.md"
        }
        for _, of_step in groupby(seen, lambda one: one.step):
            done = [one.done for one in of_step]
            assert done == sorted(done)
        assert seen[-1].done == seen[-1].total == 1
    encoded = [one for one in told if one.step == "encoding" and one.name == "Laporan Kota.txt"]
    assert len(encoded) > 2
    assert encoded[-1].done == encoded[-1].total > 256


def test_what_the_page_adds_the_command_can_add_to(page_store: Store, folder: Path) -> None:
    assert only(page_store, upload(folder, "satu.txt")).state == "added"
    assert page_store.catalog.splitters() == (SPLITTER,)
    with Store.open(page_store.settings, splitter=SPLITTER) as again:
        assert [one.document_id for one in again.catalog.documents()] == ["satu"]
    with pytest.raises(IndexMismatchError, match="splitter"):
        page_store.add(page_store.catalog.document("satu"), (), splitter="another")


@pytest.mark.parametrize("step", STEPS)
def test_b15_a_build_cancelled_at_any_step_leaves_nothing_and_a_retry_works(
    page_store: Store, folder: Path, step: str
) -> None:
    kept = upload(folder, "tetap.txt")
    only(page_store, kept)
    page_store.refresh()
    before = rows(page_store), page_store.catalog.documents(), page_store.generation
    stopped = threading.Event()

    def stop(progress: Progress) -> None:
        if progress.step == step and progress.name == "batal.txt":
            stopped.set()

    given = [upload(folder, "batal.txt", text_of("Bogor", 300)), upload(folder, "akhir.txt")]
    report = add_files(page_store, given, progress=stop, cancelled=stopped.is_set)
    last = "added" if step == "storing" else "cancelled"
    assert [o.state for o in report.outcomes] == [last, "cancelled"]
    assert report.failed == ()
    if step != "storing":  # from there on it is stored whole
        page_store.refresh()
        assert (rows(page_store), page_store.catalog.documents(), page_store.generation) == before
    assert [o.state for o in add_files(page_store, given).outcomes] == [
        "unchanged" if step == "storing" else "added",
        "added",
    ]
    assert page_store.check().damage == ()


def test_b15_a_cancelled_change_keeps_what_was_held(page_store: Store, folder: Path) -> None:
    only(page_store, upload(folder, "satu.txt"))
    before = page_store.catalog.document("satu")
    changed = upload(folder, "satu.txt", text_of("Bogor"))
    count = iter(range(100))
    report = add_files(page_store, [changed], cancelled=lambda: next(count) > 3)
    assert [o.state for o in report.outcomes] == ["cancelled"]
    assert page_store.catalog.document("satu") == before
    assert only(page_store, changed).state == "replaced"


def test_b15_a_disk_that_is_full_is_told_and_a_retry_works(
    page_store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = rows(page_store)
    full = StorageError(f"the disk is full in {str(folder)!r}:\nmake room")

    def refuse(*_: object, **__: object) -> None:
        raise full

    given = upload(folder, "satu.txt")
    with monkeypatch.context() as patched:
        patched.setattr(page_store.catalog, "replace_document", refuse)
        outcome = only(page_store, given)
    assert (outcome.state, outcome.problem) == ("failed", " ".join(str(full).split()))
    assert rows(page_store) == before
    assert only(page_store, given).state == "added"


def test_a_busy_writer_is_told(page_store: Store, folder: Path) -> None:
    with Store.open(page_store.settings) as other, other.writing():
        done: list[Outcome] = []
        thread = threading.Thread(target=lambda: done.append(only(page_store, given)))
        given = upload(folder, "satu.txt")
        thread.start()
        thread.join(10)
        assert done[0].state == "failed"
        assert "is writing to" in done[0].problem
    with writer_lock(page_store.settings.data_dir):
        pass
    assert only(page_store, given).state == "added"


def test_what_is_too_large_or_takes_too_long_is_refused(page_store: Store, folder: Path) -> None:
    given = [upload(folder, "satu.txt", "kota " * 30), upload(folder, "dua.txt", "kota.")]
    small = add_files(page_store, given, limits=UploadLimits(most_bytes=100))
    assert [o.state for o in small.outcomes] == ["failed", "added"]
    assert small.failed[0].problem == "cannot read 'satu.txt': 150 bytes are more than 100"
    quick = add_files(page_store, given[:1], limits=UploadLimits(seconds=0))
    assert "'satu.txt' takes more than 0 seconds" in quick.failed[0].problem


def test_b12_the_same_file_again_renamed_or_changed_is_one_copy(
    page_store: Store, folder: Path
) -> None:
    first, again = upload(folder, "satu.txt", "Kota."), upload(folder, "satu.txt", "Kota.")
    renamed = upload(folder, "salinan.txt", "Kota.")
    states = [o.state for o in add_files(page_store, [first, again, renamed]).outcomes]
    assert states == ["added", "unchanged", "unchanged"]
    assert only(page_store, renamed).document_id == "satu"
    assert only(page_store, upload(folder, "satu.txt", "Desa.")).state == "replaced"
    assert [one.document_id for one in page_store.catalog.documents()] == ["satu"]
    assert page_store.catalog.canonical_text("satu") == "Desa."


def test_b12_the_same_file_twice_at_once_is_one_copy(page_store: Store, folder: Path) -> None:
    given = upload(folder, "satu.txt", text_of("Bandung", 30))
    outcomes: list[Outcome] = []
    threads = [
        threading.Thread(target=lambda: outcomes.append(only(page_store, given))) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {o.state for o in outcomes} <= {"added", "replaced", "unchanged"}
    assert len(outcomes) == 4
    assert [one.document_id for one in page_store.catalog.documents()] == ["satu"]
    assert page_store.check().damage == ()


def test_b12_old_answers_are_given_until_the_swap(page_store: Store, folder: Path) -> None:
    old = "Kota Bandung disahkan pada tahun 1960."
    only(page_store, upload(folder, "satu.txt", old))
    assistant = Assistant(page_store)
    seen: list[str] = []

    def ask(_: Progress) -> None:
        """Ask as another visitor would, while this one's file is at work."""
        asking = threading.Thread(
            target=lambda: seen.append(assistant.ask("Kapan Kota Bandung disahkan?").text)
        )
        asking.start()
        asking.join(30)

    new = [upload(folder, "satu.txt", old.replace("1960", "1975"))]
    assert add_files(page_store, new, progress=ask).outcomes[0].state == "replaced"
    assert len(seen) >= len(STEPS)
    assert all("1960" in text for text in seen[:-1])
    assert "1975" in seen[-1]


def test_two_different_files_of_one_name_are_told_apart(page_store: Store, folder: Path) -> None:
    given = [upload(folder, "a/tesis.txt", "Kota."), upload(folder, "b/tesis.txt", "Desa.")]
    report = add_files(page_store, given)
    assert [o.state for o in report.outcomes] == ["added", "failed"]
    assert "was uploaded with it" in report.failed[0].problem
    assert page_store.catalog.canonical_text("tesis") == "Kota."


def test_a_readers_bug_stops_no_other_file(
    page_store: Store,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def breaks(_: Path) -> None:
        raise ZeroDivisionError("secret")

    monkeypatch.setattr("ingest.readers.READERS", {**READERS, ".odd": breaks})
    report = add_files(page_store, [upload(folder, "a.odd"), upload(folder, "b.txt")])
    assert [o.state for o in report.outcomes] == ["failed", "added"]
    assert "'a.odd': an unexpected fault (ZeroDivisionError)" in report.failed[0].problem
    assert "secret" not in report.failed[0].problem
    assert "Traceback" in caplog.text


def test_what_can_be_read_is_listed() -> None:
    assert readable_suffixes() == (".md", ".txt")
