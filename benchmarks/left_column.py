"""How long the window stands still over a large library and a long queue: ``python benchmarks/left_column.py``.

Everything is real: window, child processes, files (in a folder of their own). With ``--model`` the shipped samples are
summarised too. Printed are the times that things take, and the longest time the window did not answer meanwhile.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

ENTRIES = 10_000


class Watch:
    """Measures the longest pause of the event loop, with a timer that wants to fire every 2 ms."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(2)
        self._timer.timeout.connect(self._tick)
        self._last = 0.0
        self.longest = 0.0

    def run(self, name: str, begin: Callable[[], object], done: Callable[[], bool], seconds: float = 120.0) -> None:
        """Do ``begin``, wait until ``done``, and print how long it took."""
        from PySide6.QtCore import QCoreApplication, QEventLoop

        self.longest = 0.0
        start = self._last = time.perf_counter()
        self._timer.start()
        begin()
        while not done():
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            if time.perf_counter() - start > seconds:
                print(f"{name}: not done after {seconds:.0f} s")
                break
        self._tick()
        took = time.perf_counter() - start
        self._timer.stop()
        print(f"{name}: {took:.2f} s, longest pause {1000 * self.longest:.0f} ms", flush=True)

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now


def fill() -> None:
    """Put entries into the library; all but the first straight into its table."""
    from desktop_app.article import Article, Digest
    from desktop_app.library.library import Library

    with Library.default() as library:
        article = Article(
            source="https://a.example/1", title="Story 1", site="Echo", body="Words of it. " * 200, lang="en"
        )
        library.save(Digest(article, (), None))
        with library._database.writing() as connection:
            row = dict(connection.execute("SELECT * FROM digests").fetchone())
            del row["id"]
            names, values = ", ".join(row), ", ".join(f":{name}" for name in row)
            for at in range(2, ENTRIES + 1):
                changed = {**row, "title": f"Story {at}", "saved_at": row["saved_at"] - 3600.0 * at}
                connection.execute(f"INSERT INTO digests ({names}) VALUES ({values})", changed)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", action="store_true", help="summarise the samples with the model that is installed")
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp())
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if not options.model:
        os.environ["KRATKO_DATA"] = str(folder)
        fill()
    from PySide6.QtCore import QSettings

    from desktop_app.gui import settings
    from desktop_app.gui.app import build, qt_application
    from desktop_app.queue_items import ItemState
    from desktop_app.resources import resource
    from desktop_app.sources.source import FileSource

    store = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    if options.model:
        store.setValue(settings.KEEP_DIGESTS.key, False)
    app = build(qt_application(), store=store)
    app.window.resize(1280, 800)
    app.window.show()
    app.backend.start()
    left, watch = app.window.left, Watch()
    counts = lambda: left.book.progress.counts  # noqa: E731
    try:
        if options.model:
            files = [FileSource(resource("samples", f"{lang}.md")) for lang in ("en", "ru", "uk")]
            watch.run("figures of 3 samples", lambda: app.window.open(files), lambda: counts()[ItemState.READ] >= 2)
            watch.run("their summaries", lambda: None, lambda: counts()[ItemState.DONE] == 3, 400)
            return
        model = left.panel.model
        watch.run(f"first page of {ENTRIES}", left.start, lambda: model.loaded > 0)
        bar = left.panel.list.verticalScrollBar()

        def scrolled() -> bool:
            bar.setValue(bar.maximum())
            return model.loaded >= 3000

        watch.run("scroll down 3,000", lambda: None, scrolled)
        watch.run(
            "search", lambda: left.library._search("words"), lambda: bool(model.hits) and bool(model.hits[0].passage)
        )
        files = [FileSource(folder / f"{number}.txt") for number in range(ENTRIES)]
        left.book.pause(True)
        watch.run(f"drop {ENTRIES} files", lambda: app.window.open(files), lambda: len(left.book) == ENTRIES)
        last = left.book.items[-1].id
        watch.run(
            "move the last to the front", lambda: left.queue._to_front([last]), lambda: left.book.items[0].id == last
        )
        watch.run(
            "take all out", lambda: left.runner.remove([i.id for i in left.book.items]), lambda: not len(left.book)
        )
    finally:
        app.window.close()
        app.backend.settle(10)


if __name__ == "__main__":
    main()
