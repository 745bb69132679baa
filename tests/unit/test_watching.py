"""A watched folder gives every document once, when it is written."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.errors import FileMissing
from desktop_app.watching import FolderWatch

PATIENCE = 30.0


class Watching:
    """A watch at work in a thread, as behind the window."""

    def __init__(self, folder: Path, **options: object) -> None:
        self.found: list[Path] = []
        self.error: Exception | None = None
        self._stop = threading.Event()
        self._watch = FolderWatch(folder, settled=0.4, **options)  # type: ignore[arg-type]
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()
        time.sleep(0.7)  # the system needs a moment before it tells of changes

    def _run(self) -> None:
        try:
            for path in self._watch.files(self._stop):
                self.found.append(path)
        except FileMissing as error:
            self.error = error

    def names(self, number: int) -> list[str]:
        """The names of what was found, once there are ``number`` of them."""
        until = time.monotonic() + PATIENCE
        while len(self.found) < number and time.monotonic() < until:
            time.sleep(0.05)
        return sorted(path.name for path in self.found)

    def end(self) -> None:
        self._stop.set()
        self._thread.join(PATIENCE)
        assert not self._thread.is_alive()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "inbox"
    made.mkdir()
    (made / "old.txt").write_text("Old words.")
    return made


@pytest.fixture
def watching(folder: Path) -> Iterator[Watching]:
    made = Watching(folder)
    yield made
    made.end()


def test_new_documents_come_and_others_do_not(folder: Path, watching: Watching) -> None:
    (folder / "new.txt").write_text("New words.")
    (folder / ".hidden.txt").write_text("Hidden.")
    (folder / "film.mp4.part").write_bytes(b"\0\1\2")
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    (folder / "~$letter.docx").write_bytes(b"lock")
    (folder / "deep").mkdir()
    time.sleep(0.5)
    (folder / "deep" / "story.md").write_text("Deep words.")
    assert watching.names(2) == ["new.txt", "story.md"]
    time.sleep(1.0)
    assert len(watching.found) == 2


def test_a_file_being_written_is_waited_for(folder: Path, watching: Watching) -> None:
    path = folder / "slow.txt"
    with path.open("w") as file:
        for number in range(8):
            file.write(f"Sentence {number}. ")
            file.flush()
            os.fsync(file.fileno())
            time.sleep(0.25)
            assert watching.found == []
    assert watching.names(1) == ["slow.txt"]
    # AND written anew it comes again, merely touched it does not
    os.utime(path, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns))
    path.write_text("All of it is different now.")
    assert watching.names(2) == ["slow.txt", "slow.txt"]


def test_what_is_moved_here_comes(folder: Path, watching: Watching, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    for name in ("a.txt", "b.txt"):
        (outside / name).write_text("Words.")
    (tmp_path / "c.download").write_text("Words.")
    shutil.move(outside, folder / "outside")
    shutil.move(tmp_path / "c.download", folder / "c.txt")
    assert watching.names(3) == ["a.txt", "b.txt", "c.txt"]


def test_what_was_there_comes_if_it_is_wanted(folder: Path) -> None:
    everything = Watching(folder, existing=True)
    assert everything.names(1) == ["old.txt"]
    everything.end()
    # since a time: what has come after it
    now = time.time() + 0.01
    time.sleep(0.05)
    (folder / "later.txt").write_text("Later.")
    later = Watching(folder, since=now)
    assert later.names(1) == ["later.txt"]
    later.end()


def test_a_folder_that_goes_away_is_told(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        next(FolderWatch(tmp_path / "nowhere").files(threading.Event()))
    watching = Watching(folder)
    shutil.rmtree(folder)
    watching._thread.join(PATIENCE)
    assert isinstance(watching.error, FileMissing)
