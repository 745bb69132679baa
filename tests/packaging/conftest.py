"""The wheel, built from this checkout and installed into an environment of its own, once for all tests."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

#: Seconds for a build or a start on a slow, busy machine.
PATIENCE = 240
#: Variables of the machine that tests Kratko, which its users do not have.
_OURS = ("KRATKO", "PYTHON", "XDG_", "QT_", "COVERAGE", "DISPLAY", "VIRTUAL_ENV")


@dataclass(frozen=True)
class Installed:
    """Kratko as users have it: ``program`` to start, ``home`` of a user who has never used it."""

    wheel: Path
    python: Path
    program: Path
    home: Path

    def run(self, *arguments: str | Path, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run ``kratko`` from a folder that is not the checkout."""
        return run([self.program, *arguments], self.home, variables)


def run(
    command: Sequence[str | Path], home: Path, variables: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run ``command`` in ``home`` as a user whose home it is, with nothing of Kratko's or Python's set."""
    environment = clean_environment(home) | (variables or {})
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", timeout=PATIENCE, cwd=home, env=environment
    )


def clean_environment(home: Path) -> dict[str, str]:
    """The environment of a user with the home folder ``home``."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_OURS)}
    return {**kept, "HOME": str(home), "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8"}


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    pytest.importorskip("hatchling", reason="hatchling, of the group “dev”, is not installed")
    folder = tmp_path_factory.mktemp("installed")
    wheels, home, environment = folder / "wheels", folder / "home", folder / "environment"
    home.mkdir()
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    _check([*pip, "wheel", "--no-deps", "--no-build-isolation", "--no-index", "-w", wheels, REPOSITORY])
    (wheel,) = wheels.glob("kratko-*.whl")
    _check([sys.executable, "-m", "venv", "--without-pip", environment])
    scripts = environment / ("Scripts" if sys.platform == "win32" else "bin")
    python = next(scripts.glob("python.exe" if sys.platform == "win32" else "python"))
    # The libraries are those of the tests, gigabytes that need not be installed twice. A path in a .pth does not run
    # the .pth files it holds, so that the checkout, installed there as editable, is not seen.
    paths = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    site = _check([python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]).strip()
    Path(site, "libraries.pth").write_text("\n".join(sorted(paths)), encoding="utf-8")
    _check([*pip, "--python", python, "install", "--no-deps", "--no-index", "--ignore-installed", wheel])
    return Installed(wheel, python, next(scripts.glob("kratko*")), home)


def _check(command: Sequence[str | Path]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout
