"""Asking the keeper, the child process that holds library and queue: questions out, answers back to who asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop_app.errors import KratkoError, WorkerCrashed
from desktop_app.gui.backend import Backend
from desktop_app.worker.keeping import Answer, Request
from desktop_app.worker.messages import Done, Emitted, Failed, KeepJob, Message, Progress


@dataclass(slots=True)
class _Question:
    request: Request
    then: Callable[[Any], object] | None
    otherwise: Callable[[KratkoError], object] | None
    tries: int = 1


class Keeper(QObject):
    """``troubled`` carries errors that nobody else takes care of.

    Answers come in the order of the questions. A question the child dies over is asked once more of a new child: what
    it asks for is done wholly or not at all, so nothing happens twice.
    """

    troubled = Signal(object)  # KratkoError

    def __init__(self, backend: Backend, new_id: Callable[[], int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._backend = backend
        self._new_id = new_id
        self._open: dict[int, _Question] = {}
        backend.received.connect(self._receive)

    def ask(
        self,
        request: Request,
        then: Callable[[Any], object] | None = None,
        otherwise: Callable[[KratkoError], object] | None = None,
    ) -> int:
        """Send ``request``; ``then`` is called with its answer, ``otherwise`` with its error. Returns a ticket."""
        return self._send(_Question(request, then, otherwise))

    def forget(self, ticket: int) -> None:
        """The answer to this question is not wanted any more."""
        if self._open.pop(ticket, None) is not None:
            self._backend.cancel(ticket)

    def _send(self, question: _Question) -> int:
        ticket = self._new_id()
        self._open[ticket] = question
        self._backend.submit(KeepJob(ticket, question.request))
        return ticket

    def _receive(self, message: Message) -> None:
        question = self._open.get(message.id)
        if question is None:
            return
        match message:
            case Emitted(event=event):
                if question.then is not None and _is_answer(event):
                    question.then(event)
            case Done():
                del self._open[message.id]
            case Failed(error=error):
                del self._open[message.id]
                if isinstance(error, WorkerCrashed) and question.tries:
                    question.tries -= 1
                    self._send(question)
                elif question.otherwise is not None:
                    question.otherwise(error)
                else:
                    self.troubled.emit(error)


def _is_answer(event: object) -> bool:
    return isinstance(event, Answer) and not isinstance(event, Progress)
