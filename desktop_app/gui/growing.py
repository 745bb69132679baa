"""A window that can be used before all of it is there: the one way in which Kratko makes things later.

What is seen first is made first, by the window's constructor, and imports nothing that it does not show. All else is
made in steps, each of which imports what it needs inside itself. From the first picture on the screen one step is
taken a frame, so that between two the loop of Qt goes round.

Nobody can meet half a window. Whatever the reader does - a key, a click, a wheel, a drop - takes the steps that are
left before it is heard, and so does code that asks the window for a part which is not there yet
(``MainWindow.__getattr__``).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

#: Milliseconds between two steps: a frame of the screen.
_FRAME: Final = 16
#: Milliseconds from the first picture to the first step: the picture is to reach the screen, and a key to be heard.
_SEEN: Final = 50
#: Milliseconds to wait for the first picture; a window that starts out of sight is not painted.
_LATEST: Final = 1000

_Type = QEvent.Type
#: What a reader does, and Qt's question before a key whether it is a shortcut.
_DONE_BY_READER: Final = frozenset(
    (
        *(_Type.ShortcutOverride, _Type.KeyPress, _Type.InputMethod, _Type.MouseButtonPress, _Type.Wheel),
        *(_Type.TouchBegin, _Type.TabletPress, _Type.ContextMenu, _Type.DragEnter, _Type.Drop, _Type.Close),
    )
)


class Growing(QObject):
    """Takes ``steps`` in their order. ``grown`` tells that the last one was taken; the object lives with ``window``."""

    grown = Signal()

    def __init__(self, steps: Iterable[Callable[[], object]], window: QObject) -> None:
        super().__init__(window)
        self._window = window
        self._steps = deque(steps)
        self._stepping = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)

    @property
    def done(self) -> bool:
        """Whether all is there."""
        return not self._steps and not self._stepping

    def begin(self) -> None:
        """Take a step a frame once the window has been painted."""
        if not self.done:
            self._timer.start(_LATEST)
            # Not to the whole application yet: PySide6 would load the enumerations of everything an event is about,
            # a tenth of the time to the first picture.
            self._window.installEventFilter(self)

    def finish(self) -> None:
        """Take all steps that are left, now. Within a step nothing happens: the next begins when it has ended."""
        while self._steps and not self._stepping:
            self._step()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _DONE_BY_READER:
            self.finish()
        elif kind == _Type.Paint and watched is self._window:
            self._timer.start(_SEEN)
            self._listen(on=True)
        return False

    def _step(self) -> None:
        # The steps make hundreds of widgets, whose events need not pass through here.
        self._listen(on=False)
        self._window.removeEventFilter(self)
        step = self._steps.popleft()
        self._stepping = True
        try:
            step()
        finally:
            self._stepping = False
        if self._steps:
            self._listen(on=self._timer.isActive())
            self._timer.setInterval(_FRAME)
        else:
            self._timer.stop()
            self.grown.emit()

    def _listen(self, *, on: bool) -> None:
        app = QCoreApplication.instance()
        if app is not None and on:
            app.installEventFilter(self)
        elif app is not None:
            app.removeEventFilter(self)
