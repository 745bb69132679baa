"""``kratko models`` from the outside: what it prints where, and its exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop_app.cli.main import main
from tests.unit.model_store.conftest import gguf_bytes


@pytest.fixture(autouse=True)
def _own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KRATKO_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("LANGUAGE", "en")


def test_list_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "list", "--json"]) == 0

    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["id"] for row in rows if row["default"]] == ["qwen2.5-coder-1.5b"]
    assert not any(row["installed"] for row in rows)
    assert next(row for row in rows if row["id"] == "mt5-xlsum")["non_commercial"]


def test_a_model_of_ones_own_from_install_to_remove(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "own.gguf"
    file.write_bytes(gguf_bytes())

    assert main(["models", "install", str(file)]) == 0
    assert main(["models", "path", str(file)]) == 0
    assert capsys.readouterr().out.strip() == str(file)
    assert main(["models", "verify", str(file)]) == 0
    assert main(["models", "list"]) == 0
    assert str(file) in capsys.readouterr().out
    assert main(["models", "remove", str(file)]) == 0
    assert file.exists()


def test_what_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "path"]) == 1
    assert main(["models", "verify", "nonsense"]) == 1
    assert main(["models", "remove", "qwen3-0.6b"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "nonsense" in err
