"""What leaves the computer, and what others on it can read: real runs, watched from within every process."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

from desktop_app.library import Library
from desktop_app.options import SummaryOptions
from desktop_app.paths import DATA_VARIABLE
from desktop_app.queue_state import Queue
from desktop_app.sources.source import TextSource
from tests.conftest import REPOSITORY
from tests.unit.library.conftest import make_digest

WATCH = Path(__file__).parent / "watch"
PARAGRAPH = (
    "The council of Quillmere voted on Monday to build a second pier of 240 metres. It will cost 48 million euros and "
    "open in the spring of 2027, said the mayor, Ann Lee. Three members of thirty-five voted against it. "
)
#: Everything a page may try to have fetched, each from a host of its own.
PAGE = """<!doctype html><html lang="en"><head><title>Quillmere builds a pier</title>
<link rel="stylesheet" href="http://style.tracker.invalid/a.css"><link rel="preload" href="http://pre.tracker.invalid/x">
<link rel="icon" href="http://icon.tracker.invalid/f.ico"><link rel="alternate" type="application/rss+xml" href="/feed">
<script src="http://script.tracker.invalid/a.js"></script><meta http-equiv="refresh" content="0;url=/elsewhere">
<style>@import url(http://import.tracker.invalid/b.css);@font-face{{font-family:x;src:url(http://font.tracker.invalid/f)}}
</style></head><body><article><h1>Quillmere builds a pier</h1><p>{text}</p>
<img src="http://image.tracker.invalid/p.png" srcset="http://set.tracker.invalid/p.png 2x"><p>{text}</p>
<iframe src="http://frame.tracker.invalid/"></iframe>
<video src="http://video.tracker.invalid/v" poster="/poster"></video>
<object data="http://object.tracker.invalid/o"></object><p style="background:url(http://back.tracker.invalid/b)">{text}</p>
<a href="file:///etc/passwd">file</a> <a href="javascript:fetch('http://js.tracker.invalid/')">script</a></article>
<img src="/pixel.gif"></body></html>""".format(text=PARAGRAPH * 2)


@pytest.fixture
def page_url(httpserver: HTTPServer) -> str:
    httpserver.expect_request("/story").respond_with_data(PAGE, content_type="text/html; charset=utf-8")
    return httpserver.url_for("/story")


@pytest.fixture
def watched(tmp_path: Path) -> Callable[..., tuple[subprocess.CompletedProcess[str], list[str]]]:
    """Runs a program with an empty data folder; returns how it ended, and every contact of it and its children."""
    log = tmp_path / "contacts.jsonl"
    log.touch()

    def run(*arguments: str) -> tuple[subprocess.CompletedProcess[str], list[str]]:
        paths = os.pathsep.join([str(WATCH), str(REPOSITORY)])
        environment = os.environ | {"PYTHONPATH": paths, "KRATKO_WATCH": str(log), "QT_QPA_PLATFORM": "offscreen"}
        environment |= {DATA_VARIABLE: str(tmp_path / "data"), "HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path)}
        done = subprocess.run(
            [sys.executable, *arguments], capture_output=True, text=True, timeout=240, env=environment, cwd=REPOSITORY
        )
        return done, [" ".join(json.loads(line)) for line in log.read_text("utf-8").splitlines()]

    return run


def test_the_command_line_contacts_the_page_alone(
    watched: Callable[..., tuple[subprocess.CompletedProcess[str], list[str]]], page_url: str, httpserver: HTTPServer
) -> None:
    done, contacts = watched("-m", "desktop_app", "digest", page_url, "--json")
    row = json.loads(done.stdout)
    assert row["figures"], done.stderr
    assert row["error"]["code"] == "model_not_installed", "nothing is downloaded unasked"
    assert [request.path for request, _ in httpserver.log] == ["/story"]
    assert only_to(contacts, httpserver), contacts


def test_the_window_contacts_the_page_alone(
    watched: Callable[..., tuple[subprocess.CompletedProcess[str], list[str]]],
    page_url: str,
    httpserver: HTTPServer,
    tmp_path: Path,
) -> None:
    done, contacts = watched(str(WATCH / "window_run.py"), page_url, str(tmp_path / "settings.ini"))
    assert done.returncode == 0, done.stderr
    assert [request.path for request, _ in httpserver.log] == ["/story"]
    assert only_to(contacts, httpserver), contacts


def test_a_file_contacts_nobody(
    watched: Callable[..., tuple[subprocess.CompletedProcess[str], list[str]]], tmp_path: Path
) -> None:
    path = tmp_path / "saved page.html"
    path.write_text(PAGE, "utf-8")
    done, contacts = watched("-m", "desktop_app", "digest", str(path), "--json")
    assert json.loads(done.stdout)["figures"], done.stderr
    assert contacts == []


def only_to(contacts: list[str], server: HTTPServer) -> bool:
    """Whether there were contacts, and all of them to ``server``."""
    return bool(contacts) and all(str(server.port) in contact for contact in contacts)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_what_is_kept_is_readable_by_the_user_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "kept" / "data"
    monkeypatch.setenv(DATA_VARIABLE, str(folder))
    before = os.umask(0o022)
    try:
        with Library.default() as library, Queue.default() as queue:
            library.save(make_digest(), SummaryOptions())
            queue.add([TextSource("private")])
            found = {path: stat.S_IMODE(path.stat().st_mode) for path in [folder, *folder.rglob("*")]}
    finally:
        os.umask(before)
    assert any(path.name.endswith("-wal") for path in found), "looked at while in use"
    wrong = {path.name: oct(mode) for path, mode in found.items() if mode != (0o700 if path.is_dir() else 0o600)}
    assert not wrong


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_a_data_folder_of_an_older_version_is_closed_to_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from desktop_app.paths import data_folder

    folder = tmp_path / "data"
    folder.mkdir(mode=0o755)
    folder.chmod(0o755)
    monkeypatch.setenv(DATA_VARIABLE, str(folder))
    assert stat.S_IMODE(data_folder().stat().st_mode) == 0o700
