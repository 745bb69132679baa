"""What ends or changes under the program's feet: SIGTERM at work, model files taken away, a clock set back."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from desktop_app.article import Article, Digest
from desktop_app.errors import DamagedModelFile, EngineUnavailable, ModelNotInstalled, UnknownModel
from desktop_app.events import SummaryReady
from desktop_app.library import Library
from desktop_app.options import SummaryOptions
from desktop_app.worker.messages import Done, Failed, Role, SummarizeJob
from tests.conftest import REPOSITORY
from tests.faults.conftest import ARTICLE, WAIT, Bench

PAGE = f"<html lang=en><body><article><h1>The ferry</h1><p>{ARTICLE}</p></article></body></html>"


class Site:
    """A server of one good page and one whose end does not come before it is let go."""

    def __init__(self, server: HTTPServer) -> None:
        self.asked = threading.Event()
        self.let_go = threading.Event()
        server.expect_request("/good").respond_with_data(PAGE, content_type="text/html")
        server.expect_request("/slow").respond_with_handler(self._slow)
        self.good, self.slow = server.url_for("/good"), server.url_for("/slow")

    def _slow(self, _request: Request) -> Response:
        def body() -> Iterator[bytes]:
            yield b"<html><body><article><p>The beginning"
            self.asked.set()
            self.let_go.wait(WAIT)

        return Response(body(), content_type="text/html")


@pytest.fixture
def site(httpserver: HTTPServer) -> Iterator[Site]:
    made = Site(httpserver)
    yield made
    made.let_go.set()


def environment(home: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "KRATKO_"))}
    return {
        **kept,
        "HOME": str(home),
        "KRATKO_DATA": str(home / "data"),
        "PYTHONPATH": str(REPOSITORY),
        "QT_QPA_PLATFORM": "offscreen",
        "LC_ALL": "C.UTF-8",
    }


def children_of(pid: int) -> list[int]:
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            if int(status.read_text().rpartition(")")[2].split()[1]) == pid:
                found.append(int(status.parent.name))
    return found


def descendants_of(pid: int) -> list[int]:
    children = children_of(pid)
    return [*children, *(one for child in children for one in descendants_of(child))]


def wait(until: Callable[[], bool]) -> None:
    end = time.monotonic() + WAIT
    while not until():
        assert time.monotonic() < end, "nothing came of it"
        time.sleep(0.05)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="processes are looked up in /proc")
@pytest.mark.parametrize("command", [["digest", "--resume", "rows.jsonl", "--keep"], []], ids=["digest", "window"])
def test_sigterm_ends_everything_and_loses_nothing(site: Site, tmp_path: Path, command: list[str]) -> None:
    # GIVEN a program that has read one page, if it reads many, and is at work on another
    sources = [site.good, site.slow] if command else [site.slow]
    started = subprocess.Popen(
        [sys.executable, "-m", "desktop_app", *command, *sources],
        cwd=tmp_path,
        env=environment(tmp_path),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    with started as program:
        assert site.asked.wait(WAIT), "it did not come so far"
        children = descendants_of(program.pid)
        assert children
        # WHEN it is asked to end
        program.send_signal(signal.SIGTERM)
        code = program.wait(WAIT)
        assert code in (0, -signal.SIGTERM), "a window closes, a command is cut off"
        assert program.stderr is not None
        assert b"Traceback" not in program.stderr.read()
    # THEN its children end too
    wait(lambda: not any(Path(f"/proc/{child}/cmdline").exists() and _ours(child) for child in children))
    # AND what was done is whole: rows that can be read, a library that opens
    if command:
        rows = [json.loads(line) for line in (tmp_path / "rows.jsonl").read_text(encoding="utf-8").splitlines()]
        assert [row["source"] for row in rows] == [site.good]
    with Library(tmp_path / "data" / "library.sqlite") as library:
        assert [library.digest(entry.id).article.source for entry in library.entries()] in ([], [site.good])
    # AND the next start works
    site.let_go.set()
    done = subprocess.run(
        [sys.executable, "-m", "desktop_app", "figures", site.good],
        cwd=tmp_path,
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        timeout=WAIT,
    )
    assert done.returncode == 0, done.stderr
    assert "22,000" in done.stdout


def _ours(pid: int) -> bool:
    with contextlib.suppress(OSError):
        return b"multiprocessing" in Path(f"/proc/{pid}/cmdline").read_bytes()
    return False


@pytest.fixture(scope="module")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from tests.models.tiny import make_causal

    return make_causal(tmp_path_factory.mktemp("tiny"))


def summarise(writer: Bench, model: Path) -> tuple[bool, Done | Failed]:
    article = Article("-", ARTICLE, lang="en")
    told, end = writer.run(lambda job: SummarizeJob(job, article, SummaryOptions(model=str(model))))
    return any(isinstance(event, SummaryReady) for event in told), end


def test_a_model_taken_away_or_spoilt_while_it_runs(
    bench: Callable[[Role], Bench], tiny_model: Path, tmp_path: Path
) -> None:
    # GIVEN a model that is loaded
    model = tmp_path / "model"
    shutil.copytree(tiny_model, model)
    writer = bench(Role.WRITER)
    assert summarise(writer, model)[0]
    # WHEN its files go away THEN what is loaded works on, or the loss is told; nothing is made up and nothing hangs
    shutil.rmtree(model)
    ready, end = summarise(writer, model)
    assert ready or (isinstance(end, Failed) and isinstance(end.error, ModelNotInstalled | UnknownModel)), end
    # WHEN it must be loaded anew THEN the loss is told
    assert writer.client.pid is not None
    os.kill(writer.client.pid, signal.SIGKILL if sys.platform != "win32" else signal.SIGTERM)
    ready, end = summarise(writer, model)
    assert not ready
    assert isinstance(end, Failed)
    assert isinstance(end.error, ModelNotInstalled | UnknownModel), end
    # WHEN it is back, but cut short THEN it is called damaged
    shutil.copytree(tiny_model, model)
    weights = model / "model.safetensors"
    whole = weights.read_bytes()
    weights.write_bytes(whole[: len(whole) // 2])
    ready, end = summarise(writer, model)
    assert not ready
    assert isinstance(end, Failed)
    assert isinstance(end.error, DamagedModelFile | EngineUnavailable | ModelNotInstalled), end
    # WHEN it is whole again THEN it works again
    weights.write_bytes(whole)
    ready, end = summarise(writer, model)
    assert ready, end


def test_a_clock_that_is_set_back_loses_no_digest(tmp_path: Path) -> None:
    # GIVEN a clock that jumps a year ahead, then ten years back
    now = time.time()
    times = iter([now, now + 31e6, now - 315e6, now - 315e6 + 1, now, now + 1, *[now + 2] * 100])
    with Library(tmp_path / "library.sqlite", clock=lambda: next(times)) as library:
        ids = [
            library.save(Digest(Article(f"file:///{n}.txt", f"{ARTICLE} The {n}th.", lang="en"), (), None)).id
            for n in range(4)
        ]
        # THEN each is kept, listed once, found, and can be saved again
        assert sorted(entry.id for entry in library.entries()) == sorted(ids)
        again = library.save(Digest(Article("file:///0.txt", f"{ARTICLE} The 0th.", lang="en"), (), None)).id
        assert again == ids[0]
        library.delete([ids[1]])
        assert len(library.entries()) == 3
        library.restore([ids[1]])
        assert len(library.entries()) == 4


def test_waiting_is_measured_by_a_clock_that_nobody_sets() -> None:
    # time.time and datetime.now may jump: they are for dates that people read, never for how long something took.
    waiting = []
    for path in (REPOSITORY / "desktop_app").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        for name in ("time.time() -", "- time.time()", "time.time() +", "datetime.now() -", "- datetime.now()"):
            if name in text:
                waiting.append(f"{path.name}: {name}")
    assert not waiting
