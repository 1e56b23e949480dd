"""Serving: what is refused before anything starts."""

import os
import shutil
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

import ui
from corpus.errors import ServeError
from corpus.settings import Settings
from ui.__main__ import main
from ui.routes import is_loopback
from ui.server import bind, refuse_open_host, serve


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "example.org", "", "127.0.0.1.x"])
def test_an_open_host_without_a_password_does_not_start(host: str, tmp_path: Path) -> None:
    with pytest.raises(ServeError, match="SITIR_PASSWORD"):
        serve(Settings(data_dir=tmp_path), host, 0)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.9.9.9", "LOCALHOST"])
def test_loopback_needs_no_password(host: str) -> None:
    assert is_loopback(host)
    refuse_open_host(host, "")


def test_an_open_host_with_a_password_may_start() -> None:
    refuse_open_host("0.0.0.0", "rahasia")


def test_a_busy_port_is_named_with_the_way_out() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(ServeError, match=rf"port {port}.*--port {port + 1}"):
            bind("127.0.0.1", port)


@pytest.mark.parametrize("port", [-1, 65_536, 10**9])
def test_a_port_out_of_range_is_refused(port: int) -> None:
    with pytest.raises(ServeError, match=f"port {port}"):
        bind("127.0.0.1", port)


def test_a_free_port_listens() -> None:
    with bind("127.0.0.1", 0) as listener:
        socket.create_connection(listener.getsockname(), timeout=2).close()


def test_the_command_ends_with_one_line_and_status_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        status = main(["--port", str(port), "--data-dir", str(tmp_path)])
    assert status == 1
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert f"--port {port + 1}" in err


def test_help_names_every_option_and_loads_nothing_heavy() -> None:
    code = (
        "import sys, ui.__main__ as m\n"
        "try: m.main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'gradio', 'fastapi', 'uvicorn', 'chromadb', 'torch', 'sqlalchemy'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=os.environ
    )
    assert done.stdout.rstrip().endswith("[]")
    for option in ("--host", "--port", "--data-dir"):
        assert option in done.stdout


def test_an_unbuilt_data_directory_is_said_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["--port", "0", "--data-dir", str(tmp_path / "none")])
    assert status == 1
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert "python -m ingest build" in err


def test_a_served_page_ends_cleanly_when_it_is_told_to(
    built_data_dir: Path, tmp_path: Path
) -> None:
    shutil.copytree(built_data_dir, tmp_path / "data")
    root = Path(ui.__file__).parents[1]
    command = [sys.executable, "-m", "ui", "--port", "0", "--data-dir", str(tmp_path / "data")]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as page:
        try:
            assert page.stdout is not None
            said = page.stdout.readline()
            base = said.removeprefix("Sitir: ").strip()
            with urllib.request.urlopen(f"{base}/health", timeout=60) as reply:
                assert reply.status == 200
            page.terminate()
            assert page.wait(timeout=20) == 130
        finally:
            page.kill()
