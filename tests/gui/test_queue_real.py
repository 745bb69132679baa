"""The queue over real child processes and real files: one of them bad, a killed child, a restart in the middle."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from desktop_app.errors import KratkoError
from desktop_app.gui import settings
from desktop_app.gui.app import Application, build, qt_application
from desktop_app.library.library import Library
from desktop_app.queue_items import ItemState
from desktop_app.sources.source import FileSource, Source
from desktop_app.worker.messages import Role
from tests.gui.fakes import FakeShelf
from tests.gui.test_real_children import PATIENCE, Clients

S = ItemState
Wait = Callable[[Callable[[], bool]], None]


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "data"
    monkeypatch.setenv("KRATKO_DATA", str(folder))
    return folder


@pytest.fixture
def clients() -> Iterator[Clients]:
    """Reader and keeper do their real work, the writer what the words of the text say."""
    made = Clients()
    made.shipped |= {Role.READER, Role.KEEPER}
    yield made
    for client in made.made.values():
        client.close(timeout=10)


@pytest.fixture
def start(qapp: object, qtbot: QtBot, store: QSettings, clients: Clients) -> Callable[[], Application]:
    def begin() -> Application:
        made = build(qt_application(), store=store, make_client=clients, shelf=FakeShelf())
        qtbot.addWidget(made.window)
        made.window.show()
        made.backend.start()
        made.window.left.start()
        return made

    return begin


@pytest.fixture
def wait(qtbot: QtBot) -> Wait:
    return partial(qtbot.waitUntil, timeout=PATIENCE)


def story(folder: Path, name: str, word: str = "plain") -> Path:
    path = folder / name
    place = name.split(".")[0].title()
    path.write_text(
        f"The {word} ferry of {place}\n\n"
        f"The {word} ferry of {place} carried 84,000 people in its first month, its captain said on Monday.\n\n"
        f"A ticket costs 12 crowns. The number of cars on the bridge fell by 23% in the same time, the town of {place} "
        "counted. Half of those who went by ferry came from the other side of the bay.\n"
    )
    return path


def states(app: Application) -> list[ItemState]:
    return [item.state for item in app.window.left.book.items]


def sources(*paths: Path) -> list[Source]:
    return [FileSource(path) for path in paths]


def test_five_files_and_one_of_them_bad(start: Callable[[], Application], wait: Wait, tmp_path: Path) -> None:
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"%PDF-1.7\nno more of it")
    files = [story(tmp_path, f"{name}.txt") for name in ("arn", "bay", "cole", "dell")]
    app = start()
    app.window.open(sources(*files[:2], bad, *files[2:]))
    wait(lambda: states(app) == [S.DONE, S.DONE, S.FAILED, S.DONE, S.DONE])
    error = app.window.left.book.items[2].error
    assert isinstance(error, KratkoError)
    wait(lambda: len(app.window.left.panel.model.hits) == 4)
    app.window.close()
    app.backend.settle(10)
    with Library.default() as library:
        assert {entry.summary for entry in library.entries()} == {"Done."}
        assert all(entry.figures >= 2 for entry in library.entries())


def test_a_restart_with_a_queue_half_done(start: Callable[[], Application], wait: Wait, tmp_path: Path) -> None:
    # GIVEN a queue whose second summary never ends
    files = [story(tmp_path, "arn.txt"), story(tmp_path, "bay.txt", "endless"), story(tmp_path, "cole.txt")]
    first = start()
    first.window.open(sources(*files))
    wait(lambda: states(first) == [S.DONE, S.SUMMARISING, S.READ])
    wait(lambda: first.window.left.book.items[0].digest_id is not None)
    # WHEN the program ends, and its keeper has written everything down
    first.window.close()
    first.backend.settle(10)
    # THEN the next one goes on where it was, and does not read again what was read
    second = start()
    wait(lambda: states(second) == [S.SUMMARISING, S.READ])
    files[2].unlink()
    second.window.left.runner.cancel([second.window.left.book.items[0].id])
    wait(lambda: states(second) == [S.CANCELLED, S.DONE])
    second.window.close()


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
@pytest.mark.parametrize("role", [Role.WRITER, Role.KEEPER])
def test_a_killed_child_costs_nothing(
    start: Callable[[], Application], wait: Wait, clients: Clients, tmp_path: Path, role: Role
) -> None:
    # GIVEN a queue at its second summary, which takes for ever
    files = [story(tmp_path, "arn.txt"), story(tmp_path, "bay.txt", "endless"), story(tmp_path, "cole.txt")]
    app = start()
    app.window.open(sources(*files))
    wait(lambda: states(app) == [S.DONE, S.SUMMARISING, S.READ])
    # WHEN the child is killed
    pid = clients.made[role].pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    wait(lambda: clients.made[role].pid not in (None, pid) or role is Role.KEEPER)
    # THEN the summary is begun again in a new one (or goes on, if it was not its own)
    wait(lambda: states(app) == [S.DONE, S.SUMMARISING, S.READ])
    # AND the rest is done and kept
    app.window.left.runner.cancel([app.window.left.book.items[1].id])
    wait(lambda: states(app) == [S.DONE, S.CANCELLED, S.DONE])
    wait(lambda: len(app.window.left.panel.model.hits) == 3)
    app.window.close()


def test_not_keeping_leaves_no_bytes(
    start: Callable[[], Application], wait: Wait, store: QSettings, data: Path, tmp_path: Path
) -> None:
    store.setValue(settings.KEEP_DIGESTS.key, False)
    app = start()
    app.window.open(sources(story(tmp_path, "arn.txt"), story(tmp_path, "bay.txt")))
    wait(lambda: states(app) == [S.DONE, S.DONE])
    app.window.open(sources(story(tmp_path, "cole.txt")))
    wait(lambda: app.session.summary is not None)
    app.window.close()
    app.backend.settle(10)
    store.sync()
    written = [file for file in (*data.rglob("*"), Path(store.fileName())) if file.is_file()]
    assert written
    for file in written:
        content = file.read_bytes()
        assert all(word not in content for word in (b"ferry", b"arn.txt", b"cole.txt", str(tmp_path).encode())), file
