"""The children behind one signal: who ends when the window closes."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app.gui.backend import Backend
from desktop_app.worker.keeping import CancelItems, LoadQueue
from desktop_app.worker.messages import KeepJob
from tests.gui.fakes import FakeChildren


@pytest.fixture
def backend(qapp: QApplication, children: FakeChildren) -> Backend:
    made = Backend(children)
    made.start()
    return made


def test_a_keeper_with_nothing_to_write_ends_at_once(backend: Backend, children: FakeChildren) -> None:
    backend.close()
    assert all(client.closed for client in children.clients.values())


def test_a_keeper_ends_once_all_is_written(backend: Backend, children: FakeChildren) -> None:
    # GIVEN two things to be written down when the window closes
    jobs = KeepJob(1, CancelItems((7,))), KeepJob(2, LoadQueue())
    for job in jobs:
        backend.submit(job)
    backend.close()
    assert children.reader.closed
    # THEN the keeper stays until the last is done, and goes by itself
    children.keeper.done(jobs[0])
    assert not children.keeper.closed
    children.keeper.done(jobs[1])
    assert children.keeper.closed


def test_a_keeper_that_does_not_come_to_an_end_is_ended(backend: Backend, children: FakeChildren) -> None:
    backend.submit(KeepJob(1, LoadQueue()))
    backend.close()
    backend.settle(0.01)
    assert children.keeper.closed


def test_what_comes_after_the_end_goes_nowhere(backend: Backend, children: FakeChildren) -> None:
    backend.close()
    backend.submit(KeepJob(1, LoadQueue()))
    assert children.keeper.jobs == []
    backend.settle(60)  # and is not waited for
