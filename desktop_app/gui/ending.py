"""Ends the program in good order when the system asks for it: Ctrl+C, SIGTERM at log-out, a closed terminal."""

from __future__ import annotations

import contextlib
import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")


class EndingSignals(QObject):
    """Calls ``end`` in Qt's own loop.

    Python notices a signal only when it runs again, which Qt's loop does not let it do by itself: the signal's number
    is written to a socket that Qt watches (https://docs.python.org/3/library/signal.html#signal.set_wakeup_fd).
    """

    def __init__(self, end: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._end = end
        self._read, self._write = socket.socketpair()
        self._read.setblocking(False)
        self._write.setblocking(False)
        signal.set_wakeup_fd(self._write.fileno(), warn_on_full_buffer=False)
        for name in _SIGNALS:
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), lambda *_: None)
        self._notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._ended)

    def close(self) -> None:
        """Leave signals to Python again."""
        signal.set_wakeup_fd(-1)
        self._notifier.setEnabled(False)
        self._read.close()
        self._write.close()

    def _ended(self) -> None:
        with contextlib.suppress(OSError):
            self._read.recv(64)
        self._end()
