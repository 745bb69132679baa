"""The stand-alone program as it left “make bundle”: no Python, no libraries of this environment, another folder."""

from __future__ import annotations

import contextlib
import json
import signal
import subprocess
import sys
import tarfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

from desktop_app import __version__
from desktop_app.article import Article, Digest
from desktop_app.json_form import digest_row
from tests.conftest import REPOSITORY
from tests.packaging.conftest import PATIENCE, clean_environment, run
from tests.packaging.test_wheel import ARTICLE
from tests.unit.sources.formats.pdf_maker import PdfPage, make_pdf

PROGRAM = REPOSITORY / "dist" / "kratko" / ("kratko-cli.exe" if sys.platform == "win32" else "kratko")

pytestmark = [
    pytest.mark.packaging,
    pytest.mark.skipif(not PROGRAM.is_file(), reason="there is no bundle: run “make bundle”"),
]

Kratko = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def kratko(tmp_path: Path) -> Kratko:
    def start(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        return run([PROGRAM, *arguments], tmp_path, variables)

    (tmp_path / "bridge.md").write_text(ARTICLE, encoding="utf-8")
    return start


def test_it_says_its_version(kratko: Kratko) -> None:
    assert kratko("--version").stdout == f"kratko {__version__}\n"


def test_it_reads_and_finds_figures(kratko: Kratko) -> None:
    done = kratko("figures", "bridge.md", "--json")
    assert done.returncode == 0, done.stderr
    assert {4.5e6, 320, 1200} <= {figure["value"] for figure in json.loads(done.stdout)["figures"]}
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("text", "values"), [("Мост длиной 320 м открыли в понедельник, он обошёлся в 4,5 млн евро.", {320, 4.5e6})]
)
def test_the_dictionaries_are_inside(kratko: Kratko, tmp_path: Path, text: str, values: set[float]) -> None:
    (tmp_path / "ru.txt").write_text(text, encoding="utf-8")
    done = kratko("figures", "ru.txt", "--json")
    assert done.returncode == 0, done.stderr
    assert values <= {figure["value"] for figure in json.loads(done.stdout)["figures"]}


def test_documents_are_read_and_written(kratko: Kratko, tmp_path: Path) -> None:
    # A page, by the parsers of HTML; from digests in JSON, a Word document; and that read again.
    page = f"<html lang=en><body><article><h1>The bridge</h1><p>{ARTICLE}</p></article></body></html>"
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    assert "ferry" in json.loads(kratko("extract", "page.html", "--json").stdout)["text"]
    digest = Digest(Article("bridge.md", ARTICLE, title="The bridge of Oster", lang="en"), (), None)
    (tmp_path / "rows.jsonl").write_text(json.dumps(digest_row(digest)), encoding="utf-8")
    done = kratko("export", "rows.jsonl", "bridge.docx")
    assert done.returncode == 0, done.stderr
    assert "The bridge of Oster" in kratko("extract", "bridge.docx").stdout
    bridge = tmp_path / "bridge.pdf"
    bridge.write_bytes(make_pdf([PdfPage([(60, 80, 11, "The bridge cost 4.5 million euros and is 320 metres long.")])]))
    assert "320 metres" in json.loads(kratko("extract", "bridge.pdf", "--json").stdout)["text"]


def test_models_that_need_pytorch_are_refused_in_good_words(kratko: Kratko) -> None:
    done = kratko("models", "install", "mt5-xlsum", LC_ALL="C.UTF-8")
    if not (PROGRAM.parent / "_internal" / "torch").exists():
        assert done.returncode == 1
        assert "PyTorch" in done.stderr
        assert "pipx" in done.stderr


@pytest.mark.model
def test_it_summarises(kratko: Kratko, embedded_model: str) -> None:
    from desktop_app.paths import data_folder

    done = kratko("digest", "bridge.md", "--json", KRATKO_DATA=str(data_folder()))
    assert done.returncode == 0, done.stderr
    assert len(json.loads(done.stdout)["summary"]["text"].split()) > 8


@pytest.mark.skipif(sys.platform != "linux", reason="the menu of freedesktop.org desktops")
def test_it_joins_the_desktop(kratko: Kratko, tmp_path: Path) -> None:
    assert kratko("integrate").returncode == 0
    (entry,) = (tmp_path / ".local/share/applications").glob("*.desktop")
    assert f"Exec={PROGRAM} %U" in entry.read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform != "linux", reason="processes are looked up in /proc")
def test_the_window_reads_a_page_in_a_child_process(kratko: Kratko, tmp_path: Path, httpserver: HTTPServer) -> None:
    # GIVEN a page WHEN the window is opened on it
    html = f"<html lang=en><body><article><h1>A bridge</h1><p>{ARTICLE}</p></article></body></html>"
    httpserver.expect_request("/story").respond_with_data(html, content_type="text/html")
    with _window(tmp_path, httpserver.url_for("/story")) as window:
        # THEN a child process of the bundle fetches it
        _wait(lambda: bool(httpserver.log) or window.poll() is not None)
        assert window.poll() is None, "the window went away"
        assert httpserver.log[0][0].path == "/story"
        names = [Path(f"/proc/{child}/exe").resolve() for child in _children(window.pid)]
        assert names.count(PROGRAM) >= 2, "reader and writer"
        # AND it all ends when it is asked to
        children = _children(window.pid)
        window.send_signal(signal.SIGTERM)
        window.wait(PATIENCE)
        _wait(lambda: not any(Path(f"/proc/{child}/exe").exists() for child in children))


@contextlib.contextmanager
def _window(home: Path, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    environment = clean_environment(home) | {"QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen([PROGRAM, *arguments], cwd=home, env=environment, stderr=subprocess.DEVNULL) as window:
        try:
            yield window
        finally:
            if window.poll() is None:
                window.kill()


def _children(parent: int) -> list[int]:
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            pid, rest = status.parent.name, status.read_text().rpartition(")")[2].split()
            if int(rest[1]) == parent:
                found.append(int(pid))
    return found


def _wait(until: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not until():
        assert time.monotonic() < end
        time.sleep(0.1)


def test_the_archive_holds_the_program() -> None:
    archives = list((REPOSITORY / "dist").glob(f"kratko-{__version__}-*.tar.gz"))
    assert len(archives) == 1
    with tarfile.open(archives[0]) as archive:
        first = archive.next()
        assert first is not None
        assert first.name == "kratko"
