"""The thin adapter between the child processes and Qt: callbacks of other threads become queued signals."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal, Slot

from desktop_app.worker.messages import Done, Failed, Job, KeepJob, Message, Role, role_of


class Client(Protocol):
    """What the window needs of :class:`desktop_app.worker.client.WorkerClient`; none of it may block."""

    def start(self) -> None:
        """Start the child process."""

    def submit(self, job: Job) -> None:
        """Queue a job."""

    def cancel(self, job_id: int) -> None:
        """Stop a job."""

    def close(self) -> None:
        """End the child process without waiting for it."""


ClientFactory = Callable[[Role, Callable[[Message], None]], Client]


class Backend(QObject):
    """All child processes behind one signal.

    ``received`` is emitted in the thread of this object, in the order the messages came. The installer is started
    only when there is something to install.
    """

    received = Signal(object)
    _arrived = Signal(object)

    def __init__(self, make_client: ClientFactory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make_client = make_client
        self._clients: dict[Role, Client] = {}
        self._roles: dict[int, Role] = {}
        self._closed = False
        self._lock = threading.Lock()  # of the two below
        self._keeping: set[int] = set()
        self._kept = threading.Event()
        self._kept.set()
        self._arrived.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Start reader, writer and keeper, so that they are up when the first article comes."""
        for role in (Role.READER, Role.WRITER, Role.KEEPER):
            self._client(role).start()

    def submit(self, job: Job) -> None:
        """Hand ``job`` to its child; after :meth:`close` none is started for it."""
        role = role_of(job)
        client = self._clients.get(role) if self._closed else self._client(role)
        if client is None:
            return
        self._roles[job.id] = role
        if isinstance(job, KeepJob):
            with self._lock:
                self._keeping.add(job.id)
                self._kept.clear()
        client.submit(job)

    def cancel(self, job_id: int) -> None:
        """Ask the child that has job ``job_id`` to stop it."""
        role = self._roles.get(job_id)
        client = None if role is None else self._clients.get(role)
        if client is not None:
            client.cancel(job_id)

    def close(self) -> None:
        """End the children without waiting; nothing is received afterwards.

        A keeper that has not yet written everything down ends when it has.
        """
        self._closed = True
        for role in list(self._clients):
            if role is not Role.KEEPER or self._kept.is_set():
                self._end(role)

    def settle(self, seconds: float) -> None:
        """After :meth:`close`, when no window waits any more: let the keeper finish for at most ``seconds``."""
        self._kept.wait(seconds)
        for role in list(self._clients):
            self._end(role)

    def _end(self, role: Role) -> None:
        # Taken out in one step: the thread of the keeper's client may be about to do the same.
        client = self._clients.pop(role, None)
        if client is not None:
            client.close()

    def _client(self, role: Role) -> Client:
        if role not in self._clients:
            self._clients[role] = self._make_client(role, self._arrive)
        return self._clients[role]

    def _arrive(self, message: Message) -> None:
        """Called in threads of the clients, which may outlive the window by a moment."""
        if isinstance(message, Done | Failed):
            with self._lock:
                self._keeping.discard(message.id)
                kept = not self._keeping
                if kept:
                    self._kept.set()
            if kept and self._closed:
                self._end(Role.KEEPER)
        if not self._closed:
            with contextlib.suppress(RuntimeError):  # the Qt side of this object is gone already
                self._arrived.emit(message)

    @Slot(object)
    def _pass_on(self, message: Message) -> None:
        if not self._closed:
            self.received.emit(message)
