"""What the window asks about models, answered by real child processes over a hub that speaks real HTTP."""

from __future__ import annotations

import queue
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.errors import KratkoError, ModelNotInstalled, WrongDigest
from desktop_app.model_advice import Advice, ModelOffer
from desktop_app.options import SummaryOptions
from desktop_app.worker.client import WorkerClient, next_job_id
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
    Role,
    VerifyJob,
    role_of,
)
from tests.unit.model_store.conftest import FakeHub, gguf_bytes


class Children:
    """A real child of each role, asked one question at a time."""

    def __init__(self) -> None:
        self.messages: queue.SimpleQueue[Message] = queue.SimpleQueue()
        self.clients: dict[Role, WorkerClient] = {}

    def ask(self, job: Job) -> list[object]:
        """What ``job`` tells, in order; raises its error."""
        role = role_of(job)
        if role not in self.clients:
            self.clients[role] = WorkerClient(role, self.messages.put)
        self.clients[role].submit(job)
        told: list[object] = []
        while True:
            match self.messages.get(timeout=120):
                case Emitted(event=event):
                    told.append(event)
                case Done():
                    return told
                case Failed(error=error):
                    raise error


@pytest.fixture
def children(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Children]:
    monkeypatch.setenv("KRATKO_DATA", str(tmp_path / "data"))
    made = Children()
    yield made
    for client in made.clients.values():
        client.close(timeout=10)


def test_a_model_from_question_to_removal(children: Children, hub: FakeHub) -> None:
    hub.files["someone/new"] = {"new-Q4_K_M.gguf": gguf_bytes()}
    hub.licences["someone/new"] = "mit"
    size = len(gguf_bytes())
    offer = ModelOffer("someone/new", "someone/new", size, "mit", False, False)
    assert children.ask(OfferJob(next_job_id(), "someone/new")) == [offer]
    told = children.ask(InstallJob(next_job_id(), "someone/new"))
    assert told[-1] == Progress(size, size)
    assert children.ask(VerifyJob(next_job_id(), "someone/new"))[-1] == Progress(size, size)
    (advice,) = children.ask(AdviseJob(next_job_id(), None))
    assert isinstance(advice, Advice)
    assert "someone/new" in advice.estimates
    assert children.ask(ReleaseJob(next_job_id(), "someone/new")) == []
    assert children.ask(RemoveJob(next_job_id(), "someone/new")) == []
    with pytest.raises(ModelNotInstalled):
        children.ask(VerifyJob(next_job_id(), "someone/new"))


def test_damage_is_found_and_what_is_not_there_cannot_be_measured(children: Children, tmp_path: Path) -> None:
    file = tmp_path / "own.gguf"
    file.write_bytes(gguf_bytes())
    children.ask(InstallJob(next_job_id(), str(file)))
    file.write_bytes(gguf_bytes()[:-1] + b"!")
    with pytest.raises(WrongDigest):
        children.ask(VerifyJob(next_job_id(), str(file)))
    with pytest.raises(KratkoError):
        children.ask(MeasureJob(next_job_id(), SummaryOptions(model="qwen3-0.6b")))
