"""Stand-ins for what lies behind the window: child processes that play a script, and a shelf with one model."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from desktop_app.errors import KratkoError
from desktop_app.gui.models import ModelCard, ModelFacts
from desktop_app.worker.keeper import KeeperHandler
from desktop_app.worker.messages import Done, Emitted, Failed, Job, Message, Role, Telling, WarmUpJob


class FakeClient:
    """Notes what it is told; says what the test tells it to."""

    def __init__(self, role: Role, on_message: Callable[[Message], None]) -> None:
        self.role = role
        self.jobs: list[Job] = []
        self.cancelled: list[int] = []
        self.started = 0
        self.closed = False
        self._say = on_message

    def start(self) -> None:
        self.started += 1

    def submit(self, job: Job) -> None:
        self.jobs.append(job)

    def cancel(self, job_id: int) -> None:
        self.cancelled.append(job_id)

    def close(self) -> None:
        self.closed = True

    @property
    def last(self) -> Job:
        """The last job that was not a warm-up."""
        return next(job for job in reversed(self.jobs) if not isinstance(job, WarmUpJob))

    def emit(self, *events: Telling, job: Job | None = None) -> None:
        """Tell ``events`` of ``job`` (the last one by default)."""
        for event in events:
            self._say(Emitted((job or self.last).id, event))

    def done(self, job: Job | None = None) -> None:
        """End ``job`` well."""
        self._say(Done((job or self.last).id))

    def fail(self, error: KratkoError, job: Job | None = None) -> None:
        """End ``job`` with ``error``."""
        self._say(Failed((job or self.last).id, error))


class HonestKeeper(FakeClient):
    """Does the keeper's real work over the data folder, at once and in this process."""

    def __init__(self, on_message: Callable[[Message], None]) -> None:
        super().__init__(Role.KEEPER, on_message)
        self._handler = KeeperHandler()
        #: Requests that come while it is held up are answered when it is let go.
        self.held_up = False
        self._waiting: list[Job] = []

    def submit(self, job: Job) -> None:
        super().submit(job)
        self._waiting.append(job)
        if not self.held_up:
            self.let_go()

    def let_go(self) -> None:
        """Answer all that waits."""
        self.held_up = False
        while self._waiting:
            job = self._waiting.pop(0)
            try:
                self._handler.run(job, lambda event, job=job: self.emit(event, job=job), lambda: False)  # type: ignore[misc]
            except KratkoError as error:
                self.fail(error, job)
            else:
                self.done(job)


class FakeChildren:
    """Makes the clients and keeps them within reach of the test; with ``keeping`` what is kept is really kept."""

    def __init__(self, *, keeping: bool = False) -> None:
        self.clients: dict[Role, FakeClient] = {}
        self._keeping = keeping

    def __call__(self, role: Role, on_message: Callable[[Message], None]) -> FakeClient:
        honest = role is Role.KEEPER and self._keeping
        self.clients[role] = HonestKeeper(on_message) if honest else FakeClient(role, on_message)
        return self.clients[role]

    @property
    def keeper(self) -> FakeClient:
        return self.clients[Role.KEEPER]

    @property
    def reader(self) -> FakeClient:
        return self.clients[Role.READER]

    @property
    def writer(self) -> FakeClient:
        return self.clients[Role.WRITER]

    @property
    def installer(self) -> FakeClient:
        return self.clients[Role.INSTALLER]


class FakeShelf:
    """One model, installed or not."""

    def __init__(self, *, installed: bool = True) -> None:
        self.model = ModelFacts("tiny-writer", "Tiny Writer 1B", 986_000_000, "Apache-2.0", installed)
        self.others: list[ModelCard] = []

    def facts(self, model: str | None) -> ModelFacts | None:
        return self.model if model in (None, self.model.id) else None

    def cards(self) -> tuple[ModelCard, ...]:
        return (
            ModelCard(
                id=self.model.id,
                title=self.model.title,
                size=self.model.size,
                licence=self.model.licence,
                non_commercial=False,
                languages=("*",),
                quality="Short and true.",
                quality_in={},
                ram_mb=2000,
                installed=self.model.installed,
                default=True,
                own=False,
                partial=0,
                path="",
            ),
            *self.others,
        )

    def folder(self) -> str:
        return "/home/reader/.local/share/kratko/models"

    def title(self, model: str) -> str:
        return self.model.title if model == self.model.id else model

    def put(self) -> None:
        """The model is installed now."""
        self.model = replace(self.model, installed=True)


class FakeVoice:
    """Speaks English and Russian, into a list; ends when the test says so."""

    def __init__(self) -> None:
        self.ended: Callable[[], None] = lambda: None
        self.said: list[tuple[str, str]] = []
        self.stopped = 0

    def speaks(self, lang: str) -> bool:
        return lang in ("en", "ru")

    def say(self, text: str, lang: str) -> None:
        self.said.append((text, lang))

    def stop(self) -> None:
        self.stopped += 1
