"""One window a user, with real processes: a second start hands over and ends, whatever state the first was left in."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

from desktop_app.gui.single_instance import Handover, SingleInstance, socket_name
from tests.conftest import REPOSITORY

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="ends processes by signals")

PATIENCE = 120.0
PAGE = "<!doctype html><title>Ferry</title>" + "<p>The ferry carried ninety people across the bay. </p>" * 30


class Starts:
    """Starts of the program that share a data folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.processes: list[subprocess.Popen[str]] = []
        self.environment = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": str(REPOSITORY),
            "KRATKO_DATA": str(folder / "data"),
            "XDG_CONFIG_HOME": str(folder / "config"),
            "XDG_CACHE_HOME": str(folder / "cache"),
            "LC_ALL": "C.UTF-8",
        }

    def start(self, *arguments: str, cwd: Path | None = None, **environment: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-m", "desktop_app", *arguments],
            env={**self.environment, **environment},
            cwd=cwd or self.folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.processes.append(process)
        return process

    def listening(self) -> bool:
        return Path(socket_name(self.folder / "data")).exists()

    def close(self) -> None:
        for process in self.processes:
            if process.poll() is None:
                process.kill()
            process.communicate()


@pytest.fixture
def starts(tmp_path: Path) -> Iterator[Starts]:
    made = Starts(tmp_path)
    yield made
    made.close()


def wait_for(condition: Callable[[], object], what: str) -> None:
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, f"waited in vain for {what}"
        time.sleep(0.05)


@pytest.fixture
def asked(httpserver: HTTPServer) -> Callable[[str], bool]:
    """Whether a page was asked for."""
    httpserver.expect_request("/first").respond_with_data(PAGE, content_type="text/html")
    httpserver.expect_request("/second").respond_with_data(PAGE, content_type="text/html")
    return lambda path: any(request.path == path for request, _ in httpserver.log)


def test_a_second_start_hands_over_and_ends(
    starts: Starts, httpserver: HTTPServer, asked: Callable[[str], bool]
) -> None:
    first = starts.start(httpserver.url_for("/first"))
    wait_for(lambda: asked("/first"), "the first window to read")
    second = starts.start(httpserver.url_for("/second"))
    assert second.wait(PATIENCE) == 0
    wait_for(lambda: asked("/second"), "the first window to read what the second was given")
    assert first.poll() is None
    # SIGTERM, as at log-out: in good order, the children too, and the place is free.
    children = Path(f"/proc/{first.pid}/task/{first.pid}/children")
    pids = [int(pid) for pid in children.read_text().split()] if children.exists() else []
    first.send_signal(signal.SIGTERM)
    assert first.wait(PATIENCE) == 0
    assert "geometry" in (starts.folder / "config" / "Kratko" / "kratko.conf").read_text()
    for pid in pids:
        wait_for(lambda pid=pid: not _alive(pid), f"child {pid} to end")


def test_a_crashed_window_is_in_nobodys_way(
    starts: Starts, httpserver: HTTPServer, asked: Callable[[str], bool]
) -> None:
    first = starts.start()
    wait_for(starts.listening, "the first window to listen")
    first.kill()
    first.wait()
    assert starts.listening()  # what it left behind
    second = starts.start(httpserver.url_for("/second"))
    wait_for(lambda: asked("/second"), "a window of its own")
    assert second.poll() is None


def test_offline_wishes_are_handed_over_too(
    starts: Starts, httpserver: HTTPServer, asked: Callable[[str], bool]
) -> None:
    starts.start()
    wait_for(starts.listening, "the first window to listen")
    second = starts.start("--offline", httpserver.url_for("/second"))
    assert second.wait(PATIENCE) == 0
    time.sleep(2.0)
    assert not asked("/second")


def test_other_data_is_another_window(starts: Starts, httpserver: HTTPServer, asked: Callable[[str], bool]) -> None:
    first = starts.start()
    wait_for(starts.listening, "the first window to listen")
    other = starts.start(httpserver.url_for("/second"), KRATKO_DATA=str(starts.folder / "other"))
    wait_for(lambda: asked("/second"), "the other window to read")
    assert first.poll() is None
    assert other.poll() is None


def test_paths_mean_the_same_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "notes.txt").write_text("x")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KRATKO_OFFLINE", raising=False)
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "abc")
    given = Handover.of(["notes.txt", "https://example.org/a", "Some text to read."], sample=False)
    assert given.sources == (str(tmp_path / "notes.txt"), "https://example.org/a", "Some text to read.")
    assert (given.offline, given.token) == (False, "abc")


def test_a_window_that_hangs_does_not_keep_others_from_starting(tmp_path: Path) -> None:
    # GIVEN a lock held by a process that lives and answers nothing
    held = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sys, time\nfrom PySide6.QtCore import QLockFile\n"
            f"lock = QLockFile({str(tmp_path / 'window.lock')!r})\nlock.setStaleLockTime(0)\n"
            "assert lock.tryLock(0)\nprint('held', flush=True)\ntime.sleep(600)",
        ],
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert held.stdout is not None
        assert held.stdout.readline() == "held\n"
        assert SingleInstance(tmp_path).first(Handover, patience=0.5)
    finally:
        held.kill()
        held.communicate()


def test_long_folders_get_a_short_socket(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["a" * 40] * 4)
    assert len(os.fsencode(socket_name(deep))) < 108
    assert socket_name(deep) != socket_name(deep / "b")


def _alive(pid: int) -> bool:
    with contextlib.suppress(OSError):
        return "State:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    return False
