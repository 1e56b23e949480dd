"""Files that visitors bring, over a real socket (groups A and B)."""

from __future__ import annotations

import contextlib
import http.client
import json
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from page_fakes import FakeLibrary, FakeShelf, fake_room
from page_http import Reply, send
from page_served import Served, inhabited, served

BYTES = {"content-type": "application/octet-stream"}


@pytest.fixture(scope="module")
def site() -> Iterator[Served]:
    with inhabited() as site:
        yield site


@pytest.fixture
def library(site: Served) -> Iterator[FakeLibrary]:
    yield site.library
    site.library.pause, site.library.steps = 0.0, 4


def bring(site: Served, name: str, body: bytes = b"teks", **headers: str) -> Reply:
    return send(site.base, f"/sitir/upload?name={quote(name)}", "POST", body, {**BYTES, **headers})


def lines(reply: Reply) -> list[dict[str, object]]:
    return [json.loads(line) for line in reply.body.splitlines()]


def test_a_file_is_ingested_with_its_progress(site: Served, library: FakeLibrary) -> None:
    reply = bring(site, "naskah baru.txt")
    assert reply.status == 200
    *steps, last = lines(reply)
    assert [(step["step"], step["done"], step["total"]) for step in steps] == [
        ("encoding", done, 4) for done in range(5)
    ]
    assert last == {
        "state": "added", "document_id": "naskah baru", "passages": 4, "problem": "",
    }  # fmt: skip
    assert library.names[-1] == "naskah baru.txt"
    assert "naskah baru" in site.shelf.added


def test_what_cannot_be_read_says_why(site: Served) -> None:
    last = lines(bring(site, "rusak.txt", b"gagal"))[-1]
    assert last["state"] == "failed"
    assert last["problem"] == "cannot read 'rusak.txt': <no text>"


def test_who_goes_away_cancels_and_the_next_one_gets_its_turn(
    site: Served, library: FakeLibrary
) -> None:
    library.pause, library.steps = 0.05, 200
    connection = http.client.HTTPConnection(urlsplit(site.base).netloc, timeout=10)
    connection.request("POST", "/sitir/upload?name=lama.txt", b"teks", BYTES)
    reply = connection.getresponse()
    assert b"encoding" in reply.readline()
    reply.close()
    connection.close()
    library.pause, library.steps = 0.0, 1
    began = time.monotonic()
    assert lines(bring(site, "sesudah.txt"))[-1]["state"] == "added"
    assert time.monotonic() - began < 5
    assert library.cancelled == ["lama.txt"]
    assert "lama" not in site.shelf.added


def test_files_are_taken_in_one_after_the_other(site: Served, library: FakeLibrary) -> None:
    library.pause = 0.6
    replies: list[Reply] = []
    threads = [
        threading.Thread(target=lambda name=name: replies.append(bring(site, name)))
        for name in ("satu.txt", "dua.txt")
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)
    first = [lines(reply)[0]["step"] for reply in replies]
    assert sorted(map(str, first)) == ["encoding", "waiting"]
    assert all(lines(reply)[-1]["state"] == "added" for reply in replies)


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("", 400),
        ("x" * 301 + ".txt", 400),
        ("naskah.pdf", 415),
        ("naskah.txt.exe", 415),
        ("naskah", 415),
        ("https://evil.example/naskah.html", 415),
    ],
)
def test_a7_wrong_names_and_kinds_are_refused(site: Served, name: str, status: int) -> None:
    assert bring(site, name).status == status


@pytest.mark.parametrize(
    "kind", ["multipart/form-data; boundary=x", "text/plain", "application/json", ""]
)
def test_a6_forms_with_any_boundary_are_refused(site: Served, kind: str) -> None:
    parts = b"".join(b"--x\r\nContent-Disposition: form-data; name=f%d\r\n\r\nx\r\n" % n
                     for n in range(1000))  # fmt: skip
    reply = send(site.base, "/sitir/upload?name=a.txt", "POST", parts, {"content-type": kind})
    assert reply.status == 415


def test_a6_a_name_of_megabytes_and_too_large_a_file_are_refused_at_once(site: Served) -> None:
    began = time.monotonic()
    address = ("127.0.0.1", urlsplit(site.base).port)
    sent, answer = 0, b""
    with socket.create_connection(address, timeout=5) as connection:
        connection.sendall(b"POST /sitir/upload?name=")
        # The server may close before it has read all: then it is the reset that says no.
        with contextlib.suppress(ConnectionError):
            while sent < 50_000_000:
                connection.sendall(b"x" * 100_000)
                sent += 100_000
        with contextlib.suppress(ConnectionError):
            answer = connection.recv(100)
    assert sent < 50_000_000
    assert not answer or b" 400 " in answer
    too_large = {**BYTES, "content-length": str(50_000_000)}
    assert send(site.base, "/sitir/upload?name=a.txt", "POST", None, too_large).status == 413
    assert time.monotonic() - began < 2
    assert send(site.base, "/health").status == 200


def test_a6_a_file_that_says_no_length_is_cut_and_leaves_nothing(
    site: Served, library: FakeLibrary
) -> None:
    names = list(library.names)
    chunk = b"x" * 100_000
    head = (
        f"POST /sitir/upload?name=besar.txt HTTP/1.1\r\nhost: {urlsplit(site.base).netloc}\r\n"
        "content-type: application/octet-stream\r\ntransfer-encoding: chunked\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", urlsplit(site.base).port), timeout=10) as sending:
        sending.sendall(head.encode())
        with contextlib.suppress(ConnectionError):
            for _ in range(library.most_bytes // len(chunk) + 20):
                sending.sendall(b"%x\r\n%s\r\n" % (len(chunk), chunk))
    time.sleep(0.3)
    assert library.names == names
    assert send(site.base, "/health").status == 200


@pytest.mark.parametrize("target", ["/etc/passwd", "http://127.0.0.1:1/x", "../../x"])
def test_a3_a_name_that_is_an_address_or_a_path_is_only_a_name(
    site: Served, library: FakeLibrary, target: str
) -> None:
    reply = bring(site, f"{target}.txt", b"hanya isi ini")
    assert lines(reply)[-1]["state"] == "added"
    assert library.names[-1] == f"{target}.txt"


@pytest.mark.parametrize("origin", ["null", "https://evil.example"])
def test_a10_a_cross_origin_upload_is_refused(site: Served, origin: str) -> None:
    assert bring(site, "a.txt", origin=origin).status == 403


def test_a_conversation_is_a_file_for_its_visitor_alone(site: Served) -> None:
    visitor = "a" * 32
    own = site.shelf.start_conversation(visitor)
    answer = site.answerer.answer("MoU?").to_json()
    site.shelf.add_turn(own, visitor, "MoU? <b>", answer)
    cookie = {"cookie": f"sitir_visitor={visitor}"}
    markdown = send(site.base, f"/sitir/conversations/{own}.md?language=su", headers=cookie)
    assert markdown.status == 200
    assert "MoU? \\<b\\>" in markdown.body.decode()
    assert markdown.headers["content-disposition"].startswith("attachment; filename*=UTF-8''MoU")
    kept = json.loads(send(site.base, f"/sitir/conversations/{own}.json", headers=cookie).body)
    assert kept["turns"][0]["answer"]["text"] == answer["text"]
    other = {"cookie": f"sitir_visitor={'b' * 32}"}
    for headers in (other, {}):
        assert send(site.base, f"/sitir/conversations/{own}.md", headers=headers).status == 404
    assert send(site.base, f"/sitir/conversations/{own}.pdf", headers=cookie).status == 404


def test_a_real_file_becomes_a_document_that_is_asked(built_data_dir: Path, tmp_path: Path) -> None:
    import shutil

    from assistant import open_assistant
    from corpus.settings import Settings
    from ingest import UploadLimits
    from ui.library import StoreLibrary
    from ui.room import Room

    shutil.copytree(built_data_dir, tmp_path / "data")
    text = "Banjir di Kota\n\nBanjir pada tahun 1996 merendam 17 kelurahan di Jakarta.\n"
    with open_assistant(Settings(data_dir=tmp_path / "data")) as opened:
        library = StoreLibrary(opened.store, UploadLimits())
        with served(Room(opened, opened.store.catalog, library)) as base:
            reply = send(base, "/sitir/upload?name=banjir.txt", "POST", text.encode(), BYTES)
            assert lines(reply)[-1]["state"] == "added", reply.body
            answer = opened.ask("Berapa kelurahan terendam banjir?", document_ids=["banjir"])
            assert "17 kelurahan" in answer.citations[0].quote
            bad = send(base, "/sitir/upload?name=x.txt", "POST", b"\x00\x01", BYTES)
            assert lines(bad)[-1]["state"] == "failed"
            library.remove("banjir")
            assert "banjir" not in [one.document_id for one in opened.store.catalog.documents()]


def test_the_stand_in_is_a_library() -> None:
    assert isinstance(fake_room()[0].library, FakeLibrary)
    assert FakeLibrary(FakeShelf()).suffixes == (".md", ".txt")
