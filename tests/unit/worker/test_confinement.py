"""What the process that takes documents apart can still do once it was taken over: nothing to anybody else."""

from __future__ import annotations

import os
import pickle
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.digest import read
from desktop_app.errors import KratkoError, OutOfMemory, WorkerCrashed
from desktop_app.events import ArticleReady
from desktop_app.sources.source import FileSource, TextSource
from desktop_app.word_tables import tables_folder
from desktop_app.worker import landlock, seccomp
from desktop_app.worker.confinement import VARIABLE, Confinement, possible
from desktop_app.worker.messages import Failed
from desktop_app.worker.parsing import plain_values
from desktop_app.worker.reading import ReadingChild
from tests.conftest import REPOSITORY
from tests.unit.sources.formats.test_hostile import SAMPLES
from tests.unit.worker.probing_reader import make_probing

pytestmark = pytest.mark.skipif(not possible().whole, reason="this system has no Landlock or no seccomp")


@pytest.fixture(scope="module")
def child() -> Iterator[ReadingChild]:
    with ReadingChild(make_handler=make_probing) as made:
        yield made


@pytest.fixture(scope="module")
def sound() -> Iterator[ReadingChild]:
    with ReadingChild() as made:
        yield made


def attempt(child: ReadingChild, what: str) -> str:
    (article,) = (event.article for event in child.read(TextSource(what)) if isinstance(event, ArticleReady))
    return article.body


@pytest.fixture
def private() -> Iterator[Path]:
    """A folder with a file, as in the home of the user or among temporary files."""
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "letter.txt").write_text("private", encoding="utf-8")
        yield Path(name)


def test_files_of_the_user_can_be_neither_read_nor_touched(child: ReadingChild, private: Path) -> None:
    letter = private / "letter.txt"
    for what in ("read", "write", "append", "open up", "remove"):
        assert attempt(child, f"{what}: {letter}") == "PermissionError", what
    for what in ("write", "make a folder", "make a link"):
        assert attempt(child, f"{what}: {private / 'new'}") == "PermissionError", what
    assert attempt(child, f"list: {private}") == "PermissionError"
    assert attempt(child, f"list: {Path.home()}") == "PermissionError"
    assert [path.name for path in private.iterdir()] == ["letter.txt"]
    assert letter.read_text(encoding="utf-8") == "private"


def test_nobody_can_be_contacted(child: ReadingChild, private: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        assert attempt(child, f"connect: {server.getsockname()[1]}") == "PermissionError"
        assert attempt(child, f"send: {server.getsockname()[1]}") == "PermissionError"
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(private / "socket"))
        server.listen()
        assert attempt(child, f"connect locally: {private / 'socket'}") == "PermissionError"


def test_nothing_can_be_run_and_no_process_touched(child: ReadingChild) -> None:
    for what in (
        "run: /bin/true",
        "become: /bin/true",
        "fork: ",
        f"kill: {os.getpid()}",
        f"look inside: {os.getpid()}",
    ):
        assert attempt(child, what) == "PermissionError", what


def test_no_limit_can_be_lifted(child: ReadingChild) -> None:
    assert attempt(child, "more memory: ") in ("PermissionError", "ValueError")


def test_what_parsers_need_is_left(child: ReadingChild) -> None:
    assert attempt(child, "thread: ") == "done"
    assert attempt(child, f"read: {REPOSITORY / 'desktop_app' / 'article.py'}") == "done"


def test_tables_of_words_are_read_and_left_as_they_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # GIVEN a child that was started when there were none
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    with ReadingChild(make_handler=make_probing) as child:
        assert attempt(child, "thread: ") == "done"
        # WHEN another process makes one THEN it can be read, not changed
        table = tables_folder() / "table"
        table.write_bytes(b"words")
        assert attempt(child, f"read: {table}") == "done"
        assert attempt(child, f"write: {table}") == "PermissionError"


def test_a_crash_and_a_flood_cost_one_document(child: ReadingChild) -> None:
    with pytest.raises(WorkerCrashed) as caught:
        attempt(child, "crash: ")
    assert int(caught.value.params["exit_code"]) < 0, "told as what it was: a signal"
    with pytest.raises(OutOfMemory):
        attempt(child, "fill memory: ")
    assert attempt(child, "thread: ") == "done"


def test_what_it_sends_is_never_run(child: ReadingChild, tmp_path: Path) -> None:
    with pytest.raises(WorkerCrashed):
        attempt(child, f"send a pickle: touch '{tmp_path / 'run'}'")
    assert not (tmp_path / "run").exists()
    assert attempt(child, "thread: ") == "done"


def every_error(base: type[KratkoError] = KratkoError) -> Iterator[type[KratkoError]]:
    for one in base.__subclasses__():
        yield one
        yield from every_error(one)


def test_every_error_comes_through() -> None:
    for kind in every_error():
        told = plain_values(pickle.dumps(Failed(7, kind(name="x", seconds=2))))
        assert (type(told.error), told.error.params) == (kind, {"name": "x", "seconds": 2})


@pytest.mark.parametrize(
    "value",
    [os.system, Path("x"), seccomp.give_up_calls, Failed.__init__],
    ids=["a builtin", "a path", "a function of ours", "a method of ours"],
)
def test_nothing_but_values_comes_through(value: object) -> None:
    with pytest.raises(pickle.UnpicklingError):
        plain_values(pickle.dumps(value))


@pytest.mark.parametrize("suffix", SAMPLES)
def test_every_kind_of_document_is_read_as_without_it(sound: ReadingChild, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"pier{suffix}"
    path.write_bytes(SAMPLES[suffix])
    assert list(sound.read(FileSource(path))) == list(read(FileSource(path)))


@pytest.mark.parametrize(
    "text",
    [
        "The council voted to build the pier on Monday. It will cost 240 million euros and open in the spring of 2027.",
        "Громада витратила 5,4 млн євро на новий причал, повідомили в мерії в понеділок, 3 березня.",
        "Паром перевёз за год 22 тысячи пассажиров — на 15% больше, чем годом раньше.",
        "Der Hafen hat 2,4 Millionen Euro in einen Steg gesteckt, 15 Prozent mehr als 2024.",
        "去年の乗客は2万2000人で、前年より15%増えた。",
    ],
    ids=["en", "uk", "ru", "de", "ja"],
)
def test_every_language_is_read_as_without_it(sound: ReadingChild, text: str) -> None:
    assert list(sound.read(TextSource(text))) == list(read(TextSource(text)))


_ALONE = """
import socket, sys
from pathlib import Path
from desktop_app.worker import landlock, seccomp
{how}
for what in (lambda: open({there!r}, "w"), lambda: Path({there!r}).read_bytes(), lambda: socket.socket()):
    try:
        what()
        print("done")
    except OSError as error:
        print(type(error).__name__)
"""


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        ("assert seccomp.give_up_calls()", ["PermissionError", "done", "PermissionError"]),
        ("assert landlock.allow_only_reading([Path('/usr')])", ["PermissionError", "PermissionError", "done"]),
    ],
    ids=["seccomp", "landlock"],
)
def test_each_does_what_it_can_without_the_other(how: str, expected: list[str], private: Path) -> None:
    code = _ALONE.format(how=how, there=str(private / "letter.txt"))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, cwd=REPOSITORY)
    assert done.stdout.split() == expected, done.stderr


def test_it_can_be_switched_off_to_find_a_fault(monkeypatch: pytest.MonkeyPatch, private: Path) -> None:
    monkeypatch.setenv(VARIABLE, "off")
    assert not possible().whole
    with ReadingChild(make_handler=make_probing) as child:
        assert attempt(child, f"read: {private / 'letter.txt'}") == "done"


def test_where_the_system_has_neither_that_is_known_and_reading_works(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(landlock, "_CREATE_RULESET", 9999)
    monkeypatch.setattr("platform.machine", lambda: "mips")
    assert landlock.version() == 0
    assert not landlock.allow_only_reading([])
    assert not seccomp.give_up_calls()
    assert possible() == Confinement(files=False, calls=False)
