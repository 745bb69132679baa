"""The window against a bare one of PySide6: time until it can be used, and the memory of its process.

    python -m benchmarks.window [--repeats 7] [--json OUT]
    python -m benchmarks.window --writer [MODEL]

Both are started as new processes, in turns, with an empty settings file and data folder, on the offscreen platform
unless ``QT_QPA_PLATFORM`` says otherwise. Usable means: the window has been painted and the event loop has come back
to a timer, so that a key would be heard. Kratko then makes its hidden parts (``desktop_app.gui.growing``); it is whole
when the last one is there, and a key pressed before waits for that. The modules are compiled beforehand, as in an
installed program. Time counts from the start of the process, processor time is the process's own
(on a busy machine the steadier of the two); memory is taken once the window has rested for a second, with its child
processes running but apart. RSS counts the pages of shared libraries whole, PSS their share of them, and private memory
is what no other process has.

``--writer`` measures the writer's process instead, beside the weights of its model (the default one, or ``MODEL``):
after one summary, and after it has been idle. Linux only.
"""

from __future__ import annotations

import argparse
import json
import os
import queue
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from desktop_app.article import Article
from desktop_app.model_store import ModelStore
from desktop_app.options import SummaryOptions
from desktop_app.worker.client import WorkerClient, next_job_id
from desktop_app.worker.messages import Done, Failed, Message, Role, SummarizeJob

ARTICLE_TEXT = " ".join(
    f"The ferry to Lunde carried {n},000 passengers in its year {n}; the harbour invested {n}.5 million euros."
    for n in range(20, 50)
)

BARE = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
application = QApplication(sys.argv)
window = QMainWindow()
window.setCentralWidget(QLabel("Kratko"))
window.resize(1280, 800)
"""

#: The program's own start, up to where it hands over to Qt's loop.
KRATKO = """
import sys, time
from desktop_app.__main__ import main
def loop():
    global application, window
    from PySide6.QtCore import QTimer
    application = QApplication.instance()
    window = next(each for each in application.topLevelWidgets() if hasattr(each, "growing"))
    window.growing.grown.connect(whole)
    application.processEvents()
    QTimer.singleShot(0, usable)
    return run_loop()
def whole():
    print("whole", time.time(), "whole_cpu", time.process_time(), flush=True)
    go_on()
from PySide6.QtWidgets import QApplication
run_loop, QApplication.exec = QApplication.exec, staticmethod(loop)
"""

TELL = """
def usable():
    window.repaint()
    print("usable", time.time(), "cpu", time.process_time(), flush=True)
def rest():
    told = {}
    for line in open("/proc/self/smaps_rollup"):
        name, _, amount = line.partition(":")
        if amount.strip().endswith("kB"):
            told[name] = int(amount.split()[0]) * 1024
    print("rss", told["Rss"], "pss", told["Pss"], "private", told["Private_Clean"] + told["Private_Dirty"], flush=True)
    window.close()
    application.quit()
"""

SHOW_BARE = """
window.show()
application.processEvents()
QTimer.singleShot(0, usable)
application.exec()
"""
SHOW = """
main([])
"""

#: Memory is taken after a second of rest,
AFTER_A_SECOND = """
def go_on():
    from PySide6.QtCore import QTimer
    QTimer.singleShot(1000, rest)
"""
#: or after the figures of a long article are on the screen.
AFTER_AN_ARTICLE = """
def go_on():
    from PySide6.QtCore import QTimer
    from desktop_app.sources.source import TextSource
    text = " ".join(f"The ferry to Lunde carried {n},000 passengers in its year {n}." for n in range(20, 320))
    window.session.figures_ready.connect(lambda figures: QTimer.singleShot(1500, rest))
    window.open([TextSource(text)])
"""


def run(code: str, folder: str) -> dict[str, float]:
    """Start a window in a new process: ``seconds`` and ``cpu`` seconds until it was usable, ``whole`` and
    ``whole_cpu`` until it was whole (for the bare one the same); ``rss``, ``pss`` and ``private`` in MB."""
    environment = os.environ | {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    environment |= {"KRATKO_DATA": folder, "KRATKO_OFFLINE": "1"}
    environment |= {"XDG_CACHE_HOME": folder, "XDG_CONFIG_HOME": f"{folder}/settings"}
    environment |= {"PYTHONPYCACHEPREFIX": f"{folder}/compiled", "PYTHONDONTWRITEBYTECODE": ""}
    begun = time.time()
    done = subprocess.run(
        [sys.executable, "-c", code, folder], capture_output=True, text=True, env=environment, timeout=300, check=True
    )
    words = done.stdout.split()
    told = dict(zip(words[::2], map(float, words[1::2]), strict=True))
    return {
        "seconds": told["usable"] - begun,
        "cpu": told["cpu"],
        "whole": told.get("whole", told["usable"]) - begun,
        "whole_cpu": told.get("whole_cpu", told["cpu"]),
    } | {name: told[name] / 1e6 for name in ("rss", "pss", "private")}


def memory(pid: int) -> dict[str, float]:
    """What process ``pid`` has, in MB, by the names of ``/proc/PID/smaps_rollup``."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()[1:]
    return {name: int(amount.split()[0]) / 1000 for name, _, amount in (line.partition(":") for line in lines)}


def writer(model: str | None) -> int:
    """Measure the writer; the exit code is 1 if it made no summary."""
    store = ModelStore.default()
    path = store.path(model)
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]
    weights = sum(file.stat().st_size for file in files) / 1e6
    messages: queue.SimpleQueue[Message] = queue.SimpleQueue()
    client = WorkerClient(Role.WRITER, messages.put, idle_seconds=5)
    client.submit(SummarizeJob(next_job_id(), Article("-", ARTICLE_TEXT, lang="en"), SummaryOptions(model=model)))
    most: dict[str, float] = {}
    while True:
        try:
            message = messages.get(timeout=0.2)
        except queue.Empty:
            message = None
        if client.pid is not None:
            now = memory(client.pid)
            most = {name: max(amount, most.get(name, 0.0)) for name, amount in now.items()}
        if isinstance(message, Done | Failed):
            break
    print(f"weights {weights:.0f} MB; at most RSS {most['Rss']:.0f}, PSS {most['Pss']:.0f} MB")
    print(f"RSS is the weights and {most['Rss'] - weights:.0f} MB; {most['Anonymous']:.0f} MB of it are no file's")
    begun = time.monotonic()
    while client.pid is not None and time.monotonic() - begun < 60:
        time.sleep(0.2)
    left = memory(client.pid)["Rss"] if client.pid is not None else 0
    print(f"after {time.monotonic() - begun:.0f} s of idleness: {left:.0f} MB")
    client.close()
    print("summarised" if isinstance(message, Done) else f"failed: {message.error}")
    return 0 if isinstance(message, Done) else 1


def main() -> int:
    """Run it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--repeats", type=int, default=7)
    parser.add_argument("--writer", nargs="?", const="", metavar="MODEL", help="measure the writer instead")
    parser.add_argument("--json", metavar="OUT", type=Path)
    chosen = parser.parse_args()
    if chosen.writer is not None:
        return writer(chosen.writer or None)
    codes = {
        "bare": BARE + TELL + AFTER_A_SECOND + "go_on()" + SHOW_BARE,
        "kratko": KRATKO + TELL + AFTER_A_SECOND + SHOW,
        "kratko, an article shown": KRATKO + TELL + AFTER_AN_ARTICLE + SHOW,
    }
    rows: dict[str, list[dict[str, float]]] = {name: [] for name in codes}
    with tempfile.TemporaryDirectory() as folder:
        for repeat in range(chosen.repeats + 1):  # the first fills the caches of the system and is not counted
            for name, code in codes.items():
                found = run(code, folder)
                if repeat:
                    rows[name].append(found)
    head = f"{'':28}{'usable, s':>18}{'CPU, s':>8}{'whole, s':>10}{'CPU, s':>8}"
    print(head + f"{'RSS, MB':>10}{'PSS, MB':>10}{'private, MB':>13}")
    for name, found in rows.items():
        middle = {key: statistics.median(row[key] for row in found) for key in found[0]}
        spread = (
            f"{middle['seconds']:.2f} ({min(r['seconds'] for r in found):.2f}–{max(r['seconds'] for r in found):.2f})"
        )
        print(
            f"{name:28}{spread:>18}{middle['cpu']:>8.2f}{middle['whole']:>10.2f}{middle['whole_cpu']:>8.2f}"
            f"{middle['rss']:>10.0f}{middle['pss']:>10.0f}{middle['private']:>13.0f}"
        )
    ratios = {}
    for what in ("seconds", "cpu", "whole", "whole_cpu"):
        pairs = [ours[what] / bare[what] for ours, bare in zip(rows["kratko"], rows["bare"], strict=True)]
        ratios[what] = statistics.median(pairs)
    print(f"usable after {ratios['seconds']:.2f} × the bare window's time, {ratios['cpu']:.2f} × its processor time")
    print(f"whole after {ratios['whole']:.2f} ×, {ratios['whole_cpu']:.2f} × the processor time")
    if chosen.json:
        answer: dict[str, Any] = {"rows": rows, "ratios": ratios, "python": sys.version}
        chosen.json.write_text(json.dumps(answer, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
