"""Full disks, and folders that may not be written: told in good words, nothing lost, and it works afterwards."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.article import Article, Digest
from desktop_app.errors import DiskFull, ExportFailed, LibraryFull
from desktop_app.export import export_to
from desktop_app.library import Library
from desktop_app.model_store import ModelStore
from tests.conftest import REPOSITORY
from tests.faults.conftest import ARTICLE, WAIT, SmallDisk
from tests.unit.model_store.conftest import FakeHub, gguf_bytes, hub

__all__ = ["hub"]  # the fixture of the tests of models

MODEL = "ann/tiny:tiny.gguf"


def digest(text: str, source: str) -> Digest:
    return Digest(Article(source, text, title="The ferry", lang="en"), (), None)


def test_a_full_disk_while_a_model_is_downloaded(
    small_disk: SmallDisk, hub: FakeHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    # GIVEN a download that fits when it begins
    monkeypatch.setenv("KRATKO_DATA", str(small_disk.folder / "data"))
    content = gguf_bytes(8_000_000)
    hub.files["ann/tiny"] = {"tiny.gguf": content}
    hub.licences["ann/tiny"] = "mit"
    store = ModelStore.default()
    reached: list[int] = []

    def progress(done: int, _total: int) -> None:
        if 0 < done < len(content) and not reached:
            reached.append(done)
            small_disk.fill(leave=50_000)

    # WHEN somebody else fills the disk meanwhile THEN that is told
    with pytest.raises(DiskFull) as caught:
        store.install(MODEL, progress=progress)
    assert reached
    assert str(small_disk.folder) in str(caught.value.params["folder"])
    assert not store.installed(MODEL)
    # AND with room again it is installed whole, what is there already gone on with
    small_disk.tidy()
    before = len(hub.requests)
    assert store.install(MODEL).read_bytes() == content
    assert any(wanted for _, wanted in hub.requests[before:]), "it began from nothing"


def test_a_full_disk_while_an_export_is_written(small_disk: SmallDisk) -> None:
    target = small_disk.folder / "digests.html"
    export_to(target, [digest(ARTICLE, "a")])
    before = target.read_bytes()
    small_disk.fill(leave=8_192)
    with pytest.raises(ExportFailed) as caught:
        export_to(target, [digest(ARTICLE, str(number)) for number in range(200)])
    assert caught.value.params["reason"] == os.strerror(errno.ENOSPC)
    assert target.read_bytes() == before, "the old export is whole"
    assert {path.name for path in small_disk.folder.iterdir()} == {"digests.html", "filler"}
    small_disk.tidy()
    export_to(target, [digest(ARTICLE, str(number)) for number in range(200)])
    assert len(target.read_bytes()) > len(before)


def test_a_full_disk_while_digests_are_kept(small_disk: SmallDisk) -> None:
    with Library(small_disk.folder / "library.sqlite") as library:
        kept = library.save(digest(ARTICLE, "file:///first.txt")).id
        small_disk.fill()
        larger = digest("\n".join(f"{ARTICLE} {number}" for number in range(200)), "file:///larger.txt")
        with pytest.raises(LibraryFull):
            library.save(larger)
        # What was kept is there, and what comes next is kept too.
        assert library.digest(kept).article.body == ARTICLE
        small_disk.tidy()
        saved = library.save(digest("Another text altogether, with nine words in it.", "file:///later.txt")).id
        assert library.digest(saved).article.source == "file:///later.txt"
    with Library(small_disk.folder / "library.sqlite") as library:
        assert library.digest(kept).article.body == ARTICLE


def kratko(home: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "KRATKO_"))}
    environment = {**kept, "HOME": str(home), "LC_ALL": "C.UTF-8", "PYTHONPATH": str(REPOSITORY), **variables}
    return subprocess.run(
        [sys.executable, "-m", "desktop_app", *arguments], capture_output=True, text=True, timeout=WAIT, env=environment
    )


def test_a_home_that_may_not_be_written(sealed: Path, tmp_path: Path) -> None:
    text = tmp_path / "ferry.txt"
    text.write_text(ARTICLE, encoding="utf-8")
    # What needs no home works.
    done = kratko(sealed, "figures", str(text))
    assert (done.returncode, done.stderr) == (0, "")
    assert "22,000" in done.stdout
    done = kratko(sealed, "models", "list")
    assert (done.returncode, done.stderr) == (0, "")
    # What wants to write says where it may not.
    for command in (("library", "list"), ("models", "install", "smollm2-135m"), ("integrate",)):
        done = kratko(sealed, *command, KRATKO_OFFLINE="1")
        assert done.returncode == 1
        assert "Traceback" not in done.stderr
        assert str(sealed) in done.stderr, done.stderr
    # A digest hears of the missing model, not of the folder, and still shows the figures.
    done = kratko(sealed, "digest", str(text))
    assert "Traceback" not in done.stderr
    assert "22,000" in done.stdout


OPEN = """
import sys
from PySide6.QtCore import QTimer
from desktop_app.gui.app import build, qt_application
from desktop_app.sources.source import TextSource
qt = qt_application()
app = build(qt)
app.window.show()
app.backend.start()
app.window.open([TextSource(sys.argv[1])])
def done(figures):
    print(len(figures), flush=True)
    app.window.close()
    QTimer.singleShot(0, qt.quit)
app.session.figures_ready.connect(done)
qt.exec()
"""


def test_the_window_over_a_home_that_may_not_be_written(sealed: Path) -> None:
    environment = {**os.environ, "HOME": str(sealed), "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(REPOSITORY)}
    for name in ("KRATKO_DATA", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
        environment.pop(name, None)
    done = subprocess.run(
        [sys.executable, "-c", OPEN, ARTICLE], capture_output=True, text=True, timeout=WAIT, env=environment
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 3
    assert "Traceback" not in done.stderr
