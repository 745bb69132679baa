"""What is being done with models: installing, checking, removing, measuring, asking about them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QObject, Signal

from desktop_app.errors import Cancelled, KratkoError, OfflineMode
from desktop_app.gui.backend import Backend
from desktop_app.model_advice import Advice, ModelOffer, Speed
from desktop_app.network import NetworkPolicy
from desktop_app.options import SummaryOptions
from desktop_app.worker.messages import (
    AdviseJob,
    Done,
    Emitted,
    Failed,
    InstallJob,
    Job,
    MeasureJob,
    Message,
    OfferJob,
    Progress,
    ReleaseJob,
    RemoveJob,
    VerifyJob,
)


class Work(Enum):
    """What can be done with a model."""

    INSTALL = auto()
    VERIFY = auto()
    REMOVE = auto()
    MEASURE = auto()
    OFFER = auto()


@dataclass
class _Going:
    model: str
    work: Work
    progress: Progress | None = None


class ModelWork(QObject):
    """One piece of work a model at a time; stopping takes effect here at once."""

    begun = Signal(str, object)  # model, Work
    progressed = Signal(str, object)  # model, Progress
    finished = Signal(str, object)  # model, Work
    failed = Signal(str, object, object)  # model, Work, KratkoError (Cancelled when stopped)
    offered = Signal(str, object)  # model as asked, ModelOffer
    measured = Signal(str, object)  # model, Speed
    advised = Signal(object)  # Advice

    def __init__(self, backend: Backend, new_id: Callable[[], int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._backend = backend
        self._new_id = new_id
        self._going: dict[int, _Going] = {}
        self._advising: int | None = None
        self.network = NetworkPolicy.from_environment()
        backend.received.connect(self._receive)

    def going(self, model: str) -> Work | None:
        """What is being done with ``model``."""
        return next((going.work for going in self._going.values() if going.model == model), None)

    def progress(self, model: str) -> Progress | None:
        """How far the work with ``model`` is, as far as that is known."""
        return next((going.progress for going in self._going.values() if going.model == model), None)

    def installing(self) -> bool:
        """Whether any model is being installed."""
        return any(going.work is Work.INSTALL for going in self._going.values())

    def install(self, model: str) -> None:
        """Download and verify ``model``."""
        self._begin(model, Work.INSTALL, InstallJob(self._new_id(), model, self.network))

    def verify(self, model: str) -> None:
        """Hash the files of ``model`` again."""
        self._begin(model, Work.VERIFY, VerifyJob(self._new_id(), model))

    def remove(self, model: str) -> None:
        """Delete ``model``, once it is out of the writer's hands."""
        if self.going(model) is None:
            self._backend.submit(ReleaseJob(self._new_id(), model))
            self._begin(model, Work.REMOVE, RemoveJob(self._new_id(), model))

    def measure(self, model: str) -> None:
        """Measure how fast ``model`` is on this computer."""
        self._begin(model, Work.MEASURE, MeasureJob(self._new_id(), SummaryOptions(model=model)))

    def ask(self, model: str) -> None:
        """Ask for size and licence of ``model``."""
        self._begin(model, Work.OFFER, OfferJob(self._new_id(), model, self.network))

    def advise(self, in_use: str | None) -> None:
        """Ask which model suits this computer; the last question counts."""
        self._advising = self._new_id()
        self._backend.submit(AdviseJob(self._advising, in_use))

    def stop(self, model: str) -> None:
        """Stop what is being done with ``model``; of a download, what is there is kept for the next try."""
        for number, going in list(self._going.items()):
            if going.model == model:
                self._end(number, Cancelled())

    def set_network(self, network: NetworkPolicy) -> None:
        """Keep to ``network`` from now on; offline, what is using the network is stopped."""
        self.network = network
        if network.offline:
            for number, going in list(self._going.items()):
                if going.work in (Work.INSTALL, Work.OFFER):
                    self._end(number, OfflineMode(host=going.model, contact="model"))

    def _begin(self, model: str, work: Work, job: Job) -> None:
        if self.going(model) is None:
            self._going[job.id] = _Going(model, work)
            self.begun.emit(model, work)
            self._backend.submit(job)

    def _end(self, number: int, error: KratkoError) -> None:
        going = self._going.pop(number)
        self._backend.cancel(number)
        self.failed.emit(going.model, going.work, error)

    def _receive(self, message: Message) -> None:
        if message.id == self._advising:
            if isinstance(message, Emitted) and isinstance(message.event, Advice):
                self.advised.emit(message.event)
            return
        going = self._going.get(message.id)
        if going is None:
            return
        match message:
            case Emitted(event=Progress() as progress):
                going.progress = progress
                self.progressed.emit(going.model, progress)
            case Emitted(event=ModelOffer() as offer):
                self.offered.emit(going.model, offer)
            case Emitted(event=Speed() as speed):
                self.measured.emit(going.model, speed)
            case Done():
                del self._going[message.id]
                self.finished.emit(going.model, going.work)
            case Failed(error=error):
                del self._going[message.id]
                self.failed.emit(going.model, going.work, error)
