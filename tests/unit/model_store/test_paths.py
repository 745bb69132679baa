"""Where the user's data lies."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from desktop_app.model_store import ModelStore
from desktop_app.paths import data_folder, private_opener


def test_the_environment_moves_the_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KRATKO_DATA", str(tmp_path / "a" / "b"))

    assert data_folder() == tmp_path / "a" / "b"
    assert ModelStore.default().folder == tmp_path / "a" / "b" / "models"


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX modes")
def test_the_data_are_the_users_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KRATKO_DATA", str(tmp_path / "a" / "b"))
    folder = data_folder()
    with open(folder / "x", "w", encoding="utf-8", opener=private_opener) as file:
        file.write("x")

    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "x").stat().st_mode) == 0o600
