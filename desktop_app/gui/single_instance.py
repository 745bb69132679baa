"""One window a user: a second start hands what it was given to the first, and ends.

A lock file beside the user's data says who is first; it names the process, so that one left behind by a crash is known
for what it is. Once its window is there the first listens on a local socket that only the user may open; a second
writes one line of JSON to it and waits for the answer. A first that does not answer keeps nobody from a window of their
own.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QDir, QLockFile, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_LOCK_NAME: Final = "window.lock"
#: Seconds a second start waits for the first, which may be on its way up itself.
_PATIENCE: Final = 5.0
_TRY: Final = 250
_MOST_BYTES: Final = 16 << 20
_ANSWER: Final = b"taken\n"
#: Unix limits the path of a socket to some 100 bytes (sun_path).
_LONGEST_PATH: Final = 96
#: How the desktop lets a program that was started by the user come to the front (xdg-activation, startup-notification).
_TOKENS: Final = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")


class Handover(NamedTuple):
    """What a start was given: links, absolute paths or text; and the desktop's token for coming to the front."""

    sources: tuple[str, ...] = ()
    sample: bool = False
    offline: bool = False
    token: str = ""

    @classmethod
    def of(cls, sources: Sequence[str], *, sample: bool) -> Handover:
        """This start, told so that it means the same in another process with another folder."""
        from desktop_app.network import NetworkPolicy
        from desktop_app.sources.address import parse_source
        from desktop_app.sources.source import FileSource

        told = []
        for source in sources:
            parsed = parse_source(source)
            told.append(str(parsed.path.expanduser().absolute()) if isinstance(parsed, FileSource) else source)
        token = next((os.environ[name] for name in _TOKENS if os.environ.get(name)), "")
        return cls(tuple(told), sample, NetworkPolicy.from_environment().offline, token)


class SingleInstance(QObject):
    """The lock and socket of the data ``folder``; ``handed`` carries what other starts were given."""

    handed = Signal(object)  # Handover

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = socket_name(folder)
        self._lock = QLockFile(str(folder / _LOCK_NAME))
        self._lock.setStaleLockTime(0)  # held as long as the process lives, however long that is
        self._server: QLocalServer | None = None

    def first(self, given: Callable[[], Handover], patience: float = _PATIENCE) -> bool:
        """Whether this start opens the window; if not, the first has taken over what was ``given``.

        The first is to :meth:`listen` as soon as it can; until then others ask again.
        """
        deadline = time.monotonic() + patience
        while True:
            if self._lock.tryLock(0):
                return True
            if self._hand_over(given()):
                return False
            if time.monotonic() > deadline:
                return True  # the first hangs, or the folder takes no lock: a second window is better than none
            time.sleep(_TRY / 1000)

    def close(self) -> None:
        """Be first no more."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()

    def listen(self) -> None:
        """Hear what later starts are given. A start that is not the first, for the first hangs, is heard by nobody."""
        if not self._lock.isLocked():
            return
        from PySide6.QtNetwork import QLocalServer

        QLocalServer.removeServer(self._name)  # left behind by a crash: the lock says that nobody listens
        server = self._server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._welcome)
        server.listen(self._name)

    def _welcome(self) -> None:
        while self._server is not None and (caller := self._server.nextPendingConnection()) is not None:
            caller.disconnected.connect(caller.deleteLater)
            caller.readyRead.connect(lambda caller=caller: self._read(caller))

    def _read(self, caller: QLocalSocket) -> None:
        if caller.bytesAvailable() > _MOST_BYTES:
            caller.abort()
        elif caller.canReadLine():
            given = _understood(bytes(caller.readLine().data()))
            if given is None:
                caller.abort()
                return
            caller.write(_ANSWER)
            caller.flush()
            self.handed.emit(given)

    def _hand_over(self, given: Handover) -> bool:
        import json

        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_TRY):
            return False
        socket.write(json.dumps(given._asdict()).encode() + b"\n")
        if not socket.waitForBytesWritten(_TRY * 4) or not socket.waitForReadyRead(round(_PATIENCE * 1000)):
            return False
        answered = bytes(socket.readAll().data()) == _ANSWER
        socket.disconnectFromServer()
        return answered


def socket_name(folder: Path) -> str:
    """Name of the socket for the data ``folder``: in the folder itself, which is the user's alone, where that is
    short enough; else one that no other user's start has.
    """
    beside = folder / "window.sock"
    if sys.platform != "win32" and len(os.fsencode(beside)) <= _LONGEST_PATH:
        return str(beside)
    import hashlib

    user = os.getuid() if sys.platform != "win32" else os.environ.get("USERNAME", "")
    digest = hashlib.sha256(f"{user}\0{folder}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return f"kratko-{digest}" if sys.platform == "win32" else QDir.temp().filePath(f"kratko-{digest}.sock")


def _understood(line: bytes) -> Handover | None:
    import json

    try:
        row = json.loads(line)
        sources = row["sources"]
        if not all(isinstance(source, str) for source in sources):
            return None
        return Handover(tuple(sources), row["sample"] is True, row["offline"] is True, str(row["token"]))
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
