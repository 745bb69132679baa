"""A desktop to walk on: an X server of its own with a window manager, and hands that send real events through it.

The tests bring their own server, so that no mouse moves on the screen of who runs them, and so that they run in the
same way wherever the programs are: Xvfb (the server), openbox (the window manager) and xdotool, which presses keys and
buttons through the server's XTEST extension. The program under test cannot tell them from those of a reader.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

SIZE = (1920, 1080)
PROGRAMS = ("Xvfb", "openbox", "xdotool")
#: Seconds; a loaded machine may need many for what takes one on a quiet one.
PATIENCE = 120.0

_OF_OTHER_DESKTOPS = (
    "WAYLAND_DISPLAY",
    "XAUTHORITY",
    "XDG_CURRENT_DESKTOP",
    "XDG_SESSION_TYPE",
    "DBUS_SESSION_BUS_ADDRESS",
)

Spot = tuple[int, int]


def missing_programs() -> list[str]:
    """Which of :data:`PROGRAMS` are not installed."""
    return [name for name in PROGRAMS if shutil.which(name) is None]


def wait_for(condition: Callable[[], object], what: str, patience: float = PATIENCE) -> None:
    """Wait until ``condition()`` holds; ``what`` names it in the failure."""
    end = time.monotonic() + patience
    while not condition():
        assert time.monotonic() < end, f"waited in vain: {what}"
        time.sleep(0.05)


class Desktop:
    """Server and window manager; :meth:`close` ends both."""

    def __init__(self, folder: Path) -> None:
        self._log = (folder / "desktop.log").open("wb")
        self._programs: list[subprocess.Popen[bytes]] = []
        read, write = os.pipe()
        screen = "x".join(map(str, (*SIZE, 24)))
        # The server chooses a free display and tells its number once it takes connections.
        self._run("Xvfb", "-displayfd", str(write), "-screen", "0", screen, "-nolisten", "tcp", pass_fds=(write,))
        os.close(write)
        with os.fdopen(read) as told:
            number = told.readline().strip()
        assert number, "the X server did not start"
        self.display = f":{number}"
        self._run("openbox", "--sm-disable")
        # A property of the root window that window managers set when they are up.
        wait_for(lambda: self._xdotool("get_num_desktops", check=False) == 0, "the window manager to start", 30)

    @property
    def environment(self) -> dict[str, str]:
        """The environment of programs on this desktop; that of no other one is handed on."""
        others = (
            "WAYLAND_DISPLAY",
            "XDG_SESSION_TYPE",
            "XDG_CURRENT_DESKTOP",
            "DBUS_SESSION_BUS_ADDRESS",
            "XAUTHORITY",
        )
        kept = {name: value for name, value in os.environ.items() if name not in others}
        return {**kept, "DISPLAY": getattr(self, "display", ""), "QT_QPA_PLATFORM": "xcb"}

    def press(self, *keys: str) -> None:
        """Press ``keys`` one after another, each as ``ctrl+shift+f``."""
        self._xdotool("key", *keys)

    def type(self, text: str) -> None:
        """Type ``text`` (what an English keyboard has)."""
        self._xdotool("type", "--delay", "15", text)

    def click(self, spot: Spot) -> None:
        """Move the mouse to ``spot`` and click."""
        self._xdotool("mousemove", *map(str, spot), "click", "1")

    def drag(self, start: Spot, end: Spot, over: Callable[[], object]) -> None:
        """Drag from ``start``, let go at ``end`` once ``over()`` holds there: whoever is below has noticed."""
        self._xdotool("mousemove", *map(str, start), "mousedown", "1")
        try:
            for step in range(1, 11):
                there = [str(a + (b - a) * step // 10) for a, b in zip(start, end, strict=True)]
                self._xdotool("mousemove", *there)
                time.sleep(0.05)
            wait_for(over, "what is dragged to be noticed")
        finally:
            self._xdotool("mouseup", "1")

    def close(self) -> None:
        """End what runs."""
        for program in reversed(self._programs):
            program.terminate()
            program.wait(10)
        self._log.close()

    def _run(self, *command: str, pass_fds: tuple[int, ...] = ()) -> None:
        self._programs.append(
            subprocess.Popen(
                command, env=self.environment, stdout=self._log, stderr=subprocess.STDOUT, pass_fds=pass_fds
            )
        )

    def _xdotool(self, *words: str, check: bool = True) -> int:
        done = subprocess.run(["xdotool", *words], env=self.environment, capture_output=True, timeout=PATIENCE)
        assert done.returncode == 0 or not check, done.stderr
        return done.returncode
