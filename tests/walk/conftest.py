"""The desktop, the reader's folders, and the hub that models are installed from."""

from __future__ import annotations

import hashlib
import json
import mmap
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop_app.model_store import ModelStore
from desktop_app.model_store.catalogue import HubSource, ModelSpec
from desktop_app.resources import catalogue_folder
from tests.conftest import REPOSITORY
from tests.unit.model_store.conftest import COMMIT, FakeHub, gguf_bytes
from tests.walk import articles
from tests.walk.desktop import PATIENCE, Desktop, Spot, missing_programs, wait_for
from tests.walk.stage import CATALOGUE

MODEL_TOML = """
id = "stand-in"
title = "Stand-in Writer"
default = true
engine = "llama.cpp"
family = "chat"
licence = "Apache-2.0"
non_commercial = false
languages = ["en"]
context_tokens = 1024
ram_mb = 10
quality = "None."

[[files]]
name = "stand-in.gguf"
size = {size}
sha256 = "{sha256}"

[[sources]]
kind = "hub"
repo = "someone/stand-in-GGUF"
revision = "{commit}"
"""


class Walk:
    """A reader before Kratko: looks at what is shown, and acts with mouse and keys alone.

    Places and what is shown are Python expressions over ``window`` (the main window) and ``app``.
    """

    def __init__(self, desktop: Desktop, home: Path, pictures: Path) -> None:
        self.desktop = desktop
        self.home = home
        self.environment = {
            **desktop.environment,
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / ".config"),
            "XDG_CACHE_HOME": str(home / ".cache"),
            "KRATKO_DATA": str(home / "data"),
            "PYTHONPATH": str(REPOSITORY),
            "LC_ALL": "C.UTF-8",
        }
        for name in ("KRATKO_OFFLINE", "HF_TOKEN", "HF_HUB_OFFLINE"):
            self.environment.pop(name, None)
        self._pictures = pictures
        self._program: subprocess.Popen[str] | None = None
        self._taken = 0

    # Starting and ending

    def start(self, *arguments: str) -> None:
        """Start Kratko and wait for its window."""
        ours, theirs = socket.socketpair()
        self._program = subprocess.Popen(
            [sys.executable, "-m", "tests.walk.stage", str(theirs.fileno()), *arguments],
            env=self.environment,
            cwd=self.home,
            pass_fds=(theirs.fileno(),),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        theirs.close()
        ours.settimeout(PATIENCE)
        self._ear = ours.makefile("rw", encoding="utf-8")
        ours.close()
        self.wait("window.isActiveWindow()")

    def children(self) -> list[int]:
        """Process ids of the children of the program."""
        assert self._program is not None
        pid = self._program.pid
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]

    def ended(self) -> tuple[int, str]:
        """Wait for the program to end; its exit code, and all it has said."""
        assert self._program is not None
        said, _ = self._program.communicate(timeout=PATIENCE)
        return self._program.returncode, said

    def close(self) -> None:
        """End the program if a failed test has left it."""
        if self._program is not None and self._program.poll() is None:
            self._program.kill()
            print(self._program.communicate()[0])

    # Looking

    def look(self, expression: str) -> Any:
        """What ``expression`` comes to, if it is something that JSON has."""
        self._ear.write(expression + "\n")
        self._ear.flush()
        line = self._ear.readline()
        assert line, "the program has ended"
        answer = json.loads(line)
        if "error" in answer:
            raise LookupError(f"{expression}: {answer['error']}")
        return answer["value"]

    def wait(self, expression: str, patience: float = PATIENCE) -> None:
        """Wait until it is true; that something of it is not there yet is no failure."""
        try:
            wait_for(lambda: self._peek(expression), expression, patience)
        except AssertionError:
            self.picture("failed")
            self.look(expression)  # tells, if it could not be worked out at all
            raise

    def _peek(self, expression: str) -> Any:
        try:
            return self.look(expression)
        except LookupError:
            return None

    def picture(self, name: str) -> None:
        """Keep a picture of the screen."""
        self._taken += 1
        assert self.look(f"shot({str(self._pictures / f'{self._taken:02}-{name}.png')!r})")

    # Acting

    def spot(self, place: str) -> Spot:
        """Where to click on ``place``, a call of ``spot`` or ``row_spot``, once it can be met there and rests."""
        found: list[Any] = [None, None]

        def rests() -> bool:
            found.append(self._peek(place))
            return found[-1] is not None and found[-1] == found[-2]

        wait_for(rests, f"a place to click on: {place}")
        return found[-1][0], found[-1][1]

    def click(self, widget: str) -> None:
        """Click on a widget."""
        self.desktop.click(self.spot(f"spot({widget})"))

    def click_row(self, view: str, row: int) -> None:
        """Click on a row of a list."""
        self.desktop.click(self.spot(f"row_spot({view}, {row})"))

    def press(self, *keys: str) -> None:
        """Press keys."""
        self.desktop.press(*keys)

    def type(self, text: str) -> None:
        """Type text."""
        self.desktop.type(text)


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    if not sys.platform.startswith("linux"):
        pytest.skip("the walk needs an X server of its own, which only Linux has here")
    if missing := missing_programs():
        pytest.skip(f"NOT WALKED: {', '.join(missing)} not installed (Debian: apt install xvfb openbox xdotool)")
    made = Desktop(tmp_path)
    yield made
    made.close()


@pytest.fixture
def walk(desktop: Desktop, tmp_path: Path) -> Iterator[Walk]:
    home, pictures = tmp_path / "home", tmp_path / "pictures"
    home.mkdir()
    pictures.mkdir()
    made = Walk(desktop, home, pictures)
    yield made
    made.close()


@pytest.fixture
def hub(walk: Walk) -> Iterator[FakeHub]:
    """The place that models come from; it answers slowly where a test says so."""
    fake = FakeHub()
    walk.environment["HF_ENDPOINT"] = fake.url
    yield fake
    fake.close()


@pytest.fixture
def stand_in(walk: Walk, hub: FakeHub, tmp_path: Path) -> Path:
    """A catalogue with one small model, and the scripted writer in its place once it is installed; its folder."""
    content = gguf_bytes(6_000_000)
    hub.files["someone/stand-in-GGUF"] = {"stand-in.gguf": content}
    folder = tmp_path / "catalogue"
    folder.mkdir()
    os.symlink(catalogue_folder() / "families", folder / "families")
    toml = MODEL_TOML.format(size=len(content), sha256=hashlib.sha256(content).hexdigest(), commit=COMMIT)
    (folder / "stand-in.toml").write_text(toml, encoding="utf-8")
    walk.environment[CATALOGUE] = str(folder)
    return folder


@pytest.fixture
def default_model(walk: Walk, hub: FakeHub, embedded_model: str) -> Iterator[ModelSpec]:
    """The model of the shipped catalogue, offered by the hub from this computer's own copy."""
    store = ModelStore.default()
    spec = store.resolve(embedded_model)
    (file,) = spec.files
    (repo,) = (source.repo for source in spec.sources if isinstance(source, HubSource))
    assert file.sha256 is not None
    with store.path(spec.id).open("rb") as copy:
        content = memoryview(mmap.mmap(copy.fileno(), 0, access=mmap.ACCESS_READ))
    hub.files[repo], hub.digests[file.name] = {file.name: content}, file.sha256
    yield spec
    # The pictures may stay among the temporary files of some runs, but not a gigabyte of each.
    shutil.rmtree(walk.home / "data" / "models", ignore_errors=True)


@pytest.fixture
def neighbour(desktop: Desktop, walk: Walk, tmp_path: Path) -> Iterator[Spot]:
    """Another program, with an article on the clipboard and a file to drag; where that is."""
    text, file = tmp_path / "copied.txt", tmp_path / "bakery.md"
    text.write_text(articles.RAILWAY, encoding="utf-8")
    file.write_text(articles.BAKERY, encoding="utf-8")
    program = subprocess.Popen(
        [sys.executable, "-m", "tests.walk.neighbour", str(text), str(file)],
        env=walk.environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert program.stdout is not None
    x, y = program.stdout.readline().split()
    yield int(x), int(y)
    program.terminate()
    program.communicate(timeout=PATIENCE)
