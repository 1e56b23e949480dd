"""What stands around the page, asked over a real socket (group A)."""

import contextlib
import json
import re
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from page_clients import events_of
from page_fakes import fake_room
from page_http import send
from page_served import served

from corpus.language import LANGUAGES
from ui.cookies import new_visitor_cookie, visitor_id
from ui.frontpage import dress, policy
from ui.guard import LARGEST_BODY
from ui.routes import refusal
from ui.strings import STRINGS


@pytest.fixture(scope="module")
def page() -> Iterator[str]:
    with served(fake_room()[0]) as base:
        yield base


FILES = (
    "/gradio_api/file={path}",
    "/gradio_api/file=..%2f..%2f..%2f{path}",
    "/gradio_api/file%3D{path}",
    "/GRADIO_API/FILE={path}",
    "/gradio_api/%66ile={path}",
    "/gradio_api/%2566ile={path}",
    "//gradio_api/file={path}",
    "/gradio_api/./file={path}",
    "/assets/../gradio_api/file={path}",
    "/file={path}",
    "/gradio_api/file/{path}",
    "/gradio_api/file={path}?x=1",
    "/gradio_api/stream/../file={path}",
)


@pytest.mark.parametrize("route", FILES)
@pytest.mark.parametrize("target", ["/etc/passwd", "pyproject.toml", str(Path(__file__))])
def test_a1_no_route_reads_a_file(page: str, route: str, target: str) -> None:
    reply = send(page, route.format(path=target))
    assert reply.status == 403
    assert reply.body == b"refused\n"


@pytest.mark.parametrize("name", ["..%2f..%2fapp.py", "../app.py", "%2e%2e/app.py", "..%5capp.py"])
@pytest.mark.parametrize("root", ["sitir", "static", "assets"])
def test_a1_static_folders_do_not_lead_out(page: str, root: str, name: str) -> None:
    assert send(page, f"/{root}/{name}").status in {403, 404}


def test_a2_nothing_is_fetched_for_a_visitor(page: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as outside:
        outside.settimeout(0.3)
        target = f"http://127.0.0.1:{outside.getsockname()[1]}/x"
        for route in ("file={}", "proxy={}", "file%3d{}", "FILE={}"):
            assert send(page, f"/gradio_api/{route.format(target)}").status == 403
        with pytest.raises(TimeoutError):
            outside.accept()


@pytest.mark.parametrize(
    "route", ["upload", "upload/", "upload?upload_id=1", "UPLOAD", "%75pload", "upload_progress"]
)
def test_a3_gradios_own_upload_is_closed(page: str, route: str) -> None:
    body = b'--x\r\nContent-Disposition: form-data; name="files"; filename="a"\r\n\r\nx\r\n--x--'
    headers = {"content-type": "multipart/form-data; boundary=x"}
    assert send(page, f"/gradio_api/{route}", "POST", body, headers).status == 403


@pytest.mark.parametrize(
    "route",
    [
        "/gradio_api/info", "/gradio_api/openapi.json", "/gradio_api/api/ask",
        "/gradio_api/call/ask", "/gradio_api/runs", "/gradio_api/component_server",
        "/gradio_api/vibe-edit", "/gradio_api/startup", "/gradio_api/deep_link",
        "/gradio_api/stream/x/y/z/playlist.m3u8", "/gradio_api/custom_component/x/y/z/w",
    ],
)  # fmt: skip
def test_the_rest_of_gradios_api_is_closed(page: str, route: str) -> None:
    assert send(page, route).status == 403
    assert send(page, route, "POST", b"{}").status == 403


@pytest.mark.parametrize(
    "route",
    [
        "/docs",
        "/redoc",
        "/openapi.json",
        "/config",
        "/monitoring",
        "/login",
        "/svelte/x",
        "/dev/reload",
    ],
)
def test_what_the_page_does_not_use_is_not_there(page: str, route: str) -> None:
    assert send(page, route).status == 404


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods_are_refused(page: str, method: str) -> None:
    assert send(page, "/", method).status == 405


def test_a6_a_large_body_is_refused_at_once(page: str) -> None:
    began = time.monotonic()
    headers = {"content-length": str(50_000_000)}
    assert send(page, "/gradio_api/queue/join", "POST", None, headers).status == 413
    assert time.monotonic() - began < 2


def test_a6_a_large_body_without_a_length_is_cut(page: str) -> None:
    chunk = b"x" * 100_000
    head = (
        f"POST /gradio_api/queue/join HTTP/1.1\r\nhost: {urlsplit(page).netloc}\r\n"
        "transfer-encoding: chunked\r\n\r\n"
    )
    address = ("127.0.0.1", urlsplit(page).port)
    sent, reply = 0, b""
    with socket.create_connection(address, timeout=10) as connection:
        connection.sendall(head.encode())
        # The server may close before it has read all: then it is the reset that says no.
        with contextlib.suppress(ConnectionError):
            while sent < 20 * LARGEST_BODY:
                connection.sendall(b"%x\r\n%s\r\n" % (len(chunk), chunk))
                sent += len(chunk)
        with contextlib.suppress(ConnectionError):
            reply = connection.recv(100)
    assert sent < 20 * LARGEST_BODY or b" 413 " in reply
    assert send(page, "/health").status == 200


@pytest.mark.parametrize(
    "origin",
    ["null", "https://evil.example", "http://127.0.0.1:1", "http://127.0.0.1.evil.example"],
)
@pytest.mark.parametrize("route", ["/gradio_api/queue/join", "/gradio_api/run/predict"])
def test_a10_a_cross_origin_post_is_refused(page: str, route: str, origin: str) -> None:
    headers = {"origin": origin, "cookie": f"sitir_visitor={'a' * 32}",
               "content-type": "application/json"}  # fmt: skip
    assert send(page, route, "POST", b"{}", headers).status == 403


def test_a10_what_the_browser_calls_cross_site_is_refused(page: str) -> None:
    headers = {"sec-fetch-site": "cross-site"}
    assert send(page, "/gradio_api/queue/join", "POST", b"{}", headers).status == 403


def test_a10_the_pages_own_post_passes(page: str) -> None:
    headers = {"origin": page, "content-type": "application/json", "sec-fetch-site": "same-origin"}
    reply = send(page, "/gradio_api/queue/join", "POST", b'{"data": [], "fn_index": 0}', headers)
    assert reply.status == 400
    assert b"Session hash" in reply.body


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:7860", "10.0.0.1", "127.0.0.1.x", ""]
)
def test_a_foreign_name_for_this_machine_is_refused(page: str, host: str) -> None:
    assert send(page, "/", headers={"host": host}).status == 403


@pytest.mark.parametrize("host", ["localhost:7860", "127.0.0.1", "[::1]:80"])
def test_this_machines_own_names_are_answered(page: str, host: str) -> None:
    assert send(page, "/", headers={"host": host}).status == 200


def test_every_answer_carries_the_policy(page: str) -> None:
    for path in ("/", "/health", "/sitir/page.css", "/nowhere", "/gradio_api/file=x"):
        headers = send(page, path).headers
        csp = headers["content-security-policy"]
        assert "default-src 'none'" in csp
        assert "script-src 'self' 'nonce-" in csp
        assert "unsafe-inline" not in csp.split("style-src")[0]
        assert "http" not in csp
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert headers["referrer-policy"] == "no-referrer"
        assert "server" not in headers


def test_the_policy_has_a_new_nonce_each_time_and_every_script_carries_it(page: str) -> None:
    first, second = send(page), send(page)
    assert first.headers["content-security-policy"] != second.headers["content-security-policy"]
    document = first.body.decode()
    nonce = first.headers["content-security-policy"].split("'nonce-")[1].split("'")[0]
    assert document.count("<script") == document.count(f'<script nonce="{nonce}"')
    assert first.headers["cache-control"] == "no-store"


def test_the_document_names_no_other_site_and_speaks_the_readers_language(page: str) -> None:
    for language in LANGUAGES:
        document = send(page, headers={"accept-language": language}).body.decode()
        assert f'<html lang="{language}"' in " ".join(document[:200].split())
        shell = document.partition("window.gradio_config")[0] + document.rpartition("</script>")[2]
        assert "https://" not in shell
        assert "gradio.app" not in document
        assert "googleapis" not in document


def test_a_visitor_gets_a_cookie_that_no_script_reads_and_keeps_it(page: str) -> None:
    cookie = send(page).headers["set-cookie"]
    assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= set(cookie.split("; "))
    given = cookie.partition(";")[0]
    assert visitor_id(given) is not None
    assert "set-cookie" not in send(page, headers={"cookie": given}).headers
    assert "set-cookie" in send(page, headers={"cookie": "sitir_visitor=forged"}).headers
    assert "set-cookie" not in send(page, "/health").headers
    assert "Secure" in new_visitor_cookie(secure=True)


@pytest.mark.parametrize(
    "header",
    ["", "x=y", "sitir_visitor=", "sitir_visitor=ABC", "sitir_visitor=" + "g" * 32, "\x00=;"],
)
def test_a_cookie_that_is_not_ours_is_nobody(header: str) -> None:
    assert visitor_id(header) is None


def test_e6_a_full_queue_says_so_in_three_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.app.QUEUE_LENGTH", 0)
    with served(fake_room()[0]) as base:
        ask = events_of(send(base).body.decode())["ask"]
        sent = {"question": "MoU?", "asking": "1"}
        body = json.dumps(
            {"data": [{}], "fn_index": ask, "event_data": sent, "session_hash": "abc"}
        )
        headers = {"content-type": "application/json"}
        reply = send(base, "/gradio_api/queue/join", "POST", body.encode(), headers)
        assert reply.status == 429
        detail = json.loads(reply.body)["detail"]
        assert all(text in detail for text in STRINGS["busy"].values())
        began = time.monotonic()
        assert send(base, "/health").status == 200
        assert time.monotonic() - began < 1


def test_the_page_is_composed_once_and_dressed_for_each_visitor(page: str) -> None:
    first = send(page, headers={"accept-language": "su"})
    second = send(page, "/?passage=x&__theme=dark&deep_link=y", headers={"accept-language": "en"})
    assert first.headers["set-cookie"] != second.headers["set-cookie"]
    plain = set()
    for reply in (first, second):
        nonce = reply.headers["content-security-policy"].split("'nonce-")[1].split("'")[0]
        document = reply.body.decode()
        assert nonce in document
        plain.add(re.sub(r'<html\s+lang="\w+"', "<html", document.replace(nonce, "")))
    assert len(plain) == 1


def test_refusals_are_decided_without_a_server() -> None:
    own = {"host": "127.0.0.1:7860"}
    assert refusal("GET", "/", own, local_only=True) is None
    assert refusal("HEAD", "/", own, local_only=True) is None
    assert refusal("GET", "/", {"host": "[::1"}, local_only=True) == 403
    assert refusal("GET", "/", {"host": "sitir.example"}, local_only=False) is None
    assert refusal("POST", "/", own, local_only=True) == 404


def test_dressing_leaves_a_document_without_our_marks_readable() -> None:
    assert dress("<p>x</p>", "n", "su") == "<p>x</p>"
    assert "'nonce-abc'" in policy("abc")
