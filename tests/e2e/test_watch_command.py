"""``kratko watch`` as a process of its own: documents appear, rows come out, Ctrl+C ends it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

TEXT = "The ferry of Arn carried 84,000 people in its first month, its captain said.\n\nA ticket costs 12 crowns.\n" * 3


def _hear_ctrl_c() -> None:
    """What a shell starts in the background ignores Ctrl+C, and so would what it starts in turn."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT to a single process there")
def test_rows_come_as_documents_appear(tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "old.txt").write_text("Not asked for.")
    environment = {**os.environ, "KRATKO_DATA": str(tmp_path / "data"), "LANG": "C.UTF-8"}
    # GIVEN a watched folder (and no model, so that figures are all there is)
    process = subprocess.Popen(
        [sys.executable, "-m", "desktop_app", "watch", str(inbox), "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=REPOSITORY,
        env=environment,
        preexec_fn=_hear_ctrl_c,  # noqa: PLW1509 - the child has one thread then
    )
    assert process.stdout is not None
    assert process.stderr is not None
    try:
        assert "watching" in process.stderr.readline()
        # WHEN a document appears (twice over, since the system may need a moment before it tells of changes)
        rows = []
        for name in ("arn.txt", "bay.txt"):
            (inbox / name).write_text(TEXT.replace("Arn", name))
            rows.append(json.loads(process.stdout.readline()))
        # THEN its row comes
        assert [Path(row["source"]).name for row in rows] == ["arn.txt", "bay.txt"]
        assert {figure["value"] for figure in rows[0]["figures"]} >= {84_000, 12}
        # AND Ctrl+C ends it with the code for that
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 130
    finally:
        process.kill()
        process.communicate()
