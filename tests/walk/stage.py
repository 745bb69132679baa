"""Starts Kratko as its command does, with an ear that only answers where things are and what they show.

``python -m tests.walk.stage EAR [ARGUMENT…]``, where ``EAR`` is the number of an inherited socket. It takes one Python
expression a line and answers with its value as JSON; nothing is done through it. Where :data:`CATALOGUE` is set, the
models on offer are those in that folder, and the writer's part is played by :class:`ScriptedWriter`.
"""

from __future__ import annotations

import json
import os
import socket
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from desktop_app.article import Summary
from desktop_app.choices import Length
from desktop_app.errors import Cancelled
from desktop_app.events import Stage, StageChanged, SummaryPiece, SummaryReady
from desktop_app.model_store import ModelStore, catalogue
from desktop_app.worker.child import Handler
from desktop_app.worker.messages import Job, Message, Role, SummarizeJob, Telling

CATALOGUE = "WALK_CATALOGUE"

#: What the scripted writer writes, by the length that is asked for.
SUMMARIES = {
    Length.SHORT: "Brackwater’s harbour railway is open again and carried 61,000 people in its first month.",
    Length.MEDIUM: (
        "Brackwater’s harbour railway is open again and carried 61,000 people in its first month. The repair "
        "cost 48 million crowns. A second line to the lighthouse is to follow in spring."
    ),
}
#: While a file of this name is in the folder of the catalogue, no summary gets beyond its fifth word.
HOLD = "hold"
_HELD_AT = 5
#: Seconds between words.
_PACE = 0.06


class ScriptedWriter:
    """Writes word by word, as a model does, as long as the model is installed."""

    def run(self, job: Job, emit: Callable[[Telling], None], cancelled: Callable[[], bool]) -> None:
        if not isinstance(job, SummarizeJob):
            return
        model = ModelStore.default().resolve(job.options.model)
        ModelStore.default().path(model.id)
        emit(StageChanged(Stage.WRITING))
        text = SUMMARIES[job.options.length]
        hold = Path(os.environ[CATALOGUE]) / HOLD
        for number, word in enumerate(text.split(" ")):
            emit(SummaryPiece(word + " "))
            time.sleep(_PACE)
            while not cancelled() and number == _HELD_AT and hold.exists():
                time.sleep(_PACE)
            if cancelled():
                raise Cancelled()
        words = job.article.words
        emit(SummaryReady(Summary(text, "en", model.id, "llama.cpp", 1.0, words, len(text.split()), words)))


def make_handler(role: Role) -> Handler:
    """The handler for ``role`` in a child; crosses the spawn by its name."""
    from desktop_app.gui.painting import child

    _offer_catalogue()
    return ScriptedWriter() if role is Role.WRITER else child.make_handler(role)


def _offer_catalogue() -> None:
    folder = Path(os.environ[CATALOGUE])
    catalogue.catalogue_folder = lambda: folder  # type: ignore[attr-defined]


def main() -> int:
    from desktop_app.__main__ import main as run_kratko
    from desktop_app.gui import app
    from desktop_app.worker.client import WorkerClient

    ear = socket.socket(fileno=int(sys.argv[1]))
    build = app.build
    ears: list[_Ear] = []

    def scripted_client(role: Role, on_message: Callable[[Message], None]) -> WorkerClient:
        return WorkerClient(role, on_message, make_handler=make_handler)

    def build_and_listen(*arguments: Any, **more: Any) -> app.Application:
        if CATALOGUE in os.environ:
            _offer_catalogue()
            more["make_client"] = scripted_client
        built = build(*arguments, **more)
        ears.append(_Ear(ear, built))
        return built

    app.build = build_and_listen
    return run_kratko(sys.argv[2:])


class _Ear:
    """Answers expressions over ``app`` and ``window`` in Qt's own loop."""

    def __init__(self, ear: socket.socket, app: Any) -> None:
        from PySide6.QtCore import QSocketNotifier

        self._file = ear.makefile("rw", encoding="utf-8")
        self._names: dict[str, Any] = {"app": app, "window": app.window}
        self._names |= {"spot": spot, "row_spot": row_spot, "mark_in_sight": mark_in_sight, "shot": shot}
        self._names["dialog"] = self._dialog
        self._notifier = QSocketNotifier(ear.fileno(), QSocketNotifier.Type.Read, app.window)
        self._notifier.activated.connect(self._answer)

    def _answer(self) -> None:
        line = self._file.readline()
        if not line:
            self._notifier.setEnabled(False)
            return
        try:
            answer = {"value": eval(line, dict(self._names))}
        except Exception as error:
            answer = {"error": f"{type(error).__name__}: {error}"}
        self._file.write(json.dumps(answer, default=str) + "\n")
        self._file.flush()

    def _dialog(self, kind: str) -> Any:
        """The dialog of this class that is open."""
        from PySide6.QtWidgets import QDialog

        return next(
            found
            for found in self._names["window"].findChildren(QDialog)
            if found.isVisible() and type(found).__name__ == kind
        )


def spot(widget: Any, part: Any = None) -> tuple[int, int] | None:
    """Where on the screen a click meets ``widget`` (or ``part`` of it, a rectangle): the middle of what is in sight.

    ``None`` while it is not shown, not enabled, or covered there.
    """
    from PySide6.QtWidgets import QApplication

    seen = widget.visibleRegion().boundingRect()
    if part is not None:
        seen = seen.intersected(part)
    if seen.isEmpty() or not widget.isEnabled():
        return None
    middle = widget.mapToGlobal(seen.center())
    met = QApplication.widgetAt(middle)
    if met is None or not (met is widget or widget.isAncestorOf(met)):
        return None
    return middle.x(), middle.y()


def row_spot(view: Any, row: int) -> tuple[int, int] | None:
    """The same for a row of a list."""
    return spot(view.viewport(), view.visualRect(view.model().index(row, 0)))


def mark_in_sight(view: Any) -> bool:
    """Whether the value that is marked in the article can be seen."""
    marks = view.extraSelections()
    return bool(marks) and view.viewport().rect().contains(view.cursorRect(marks[-1].cursor))


def shot(path: str) -> bool:
    """Save a picture of the whole screen."""
    from PySide6.QtGui import QGuiApplication

    return bool(QGuiApplication.primaryScreen().grabWindow(0).save(path))


if __name__ == "__main__":
    sys.exit(main())
