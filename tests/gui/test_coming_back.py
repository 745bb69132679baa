"""Coming back to what was open, without fetching anything."""

from __future__ import annotations

import pytest

from desktop_app.gui import settings
from desktop_app.gui.app import Application
from desktop_app.worker.keeping import OpenEntry
from desktop_app.worker.messages import KeepJob, ReadJob
from tests.gui.conftest import Hands
from tests.gui.fakes import FakeChildren


def asked(children: FakeChildren) -> list[object]:
    return [job.request for client in children.clients.values() for job in client.jobs if isinstance(job, KeepJob)]


@pytest.mark.parametrize(("wanted", "last"), [(True, 5), (False, 5), (True, 0)])
def test_the_last_article_is_opened_from_the_library(
    app: Application, hands: Hands, children: FakeChildren, wanted: bool, last: int
) -> None:
    app.settings.set(settings.REOPEN, wanted)
    app.settings.set(settings.LAST_ENTRY, last)
    app.window.back.resume()
    assert (OpenEntry(5) in asked(children)) == (wanted and last == 5)
    assert not any(isinstance(job, ReadJob) for job in children.reader.jobs)


def test_what_is_open_at_the_end_is_remembered(app: Application, hands: Hands) -> None:
    hands.digest()
    app.session.number = 12
    app.window.close()
    assert app.settings.get(settings.LAST_ENTRY) == 12


def test_nothing_open_is_remembered_too(app: Application, hands: Hands) -> None:
    app.settings.set(settings.LAST_ENTRY, 3)
    app.window.close()
    assert app.settings.get(settings.LAST_ENTRY) == 0
