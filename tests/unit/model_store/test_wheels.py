"""Parts of a model carried by wheels: what pip does to its folders while we look."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

from desktop_app.model_store import wheels


def test_counting_bytes_bears_folders_that_vanish(tmp_path: Path) -> None:
    stop = threading.Event()

    def come_and_go() -> None:
        while not stop.is_set():
            inner = tmp_path / "pip-unpack" / "deeper"
            inner.mkdir(parents=True)
            (inner / "file").write_bytes(b"x" * 100)
            shutil.rmtree(tmp_path / "pip-unpack")

    (tmp_path / "kept").write_bytes(b"12345")
    busy = threading.Thread(target=come_and_go)
    busy.start()
    try:
        counted = {wheels._bytes_in(tmp_path) for _ in range(2000)}
    finally:
        stop.set()
        busy.join()
    assert counted <= {5, 105}
