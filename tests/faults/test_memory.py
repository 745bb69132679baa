"""A writer that runs out of memory: told as that, and the next summary is made by another."""

from __future__ import annotations

import queue
import sys
from pathlib import Path

import pytest

from desktop_app.article import Article
from desktop_app.errors import OutOfMemory, WorkerCrashed
from desktop_app.events import SummaryReady
from desktop_app.options import SummaryOptions
from desktop_app.worker.client import WorkerClient, next_job_id
from desktop_app.worker.messages import Done, Emitted, Failed, Message, Role, SummarizeJob
from tests.faults.conftest import ARTICLE, WAIT
from tests.faults.poor_writer import POOR, make_poor_writer


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux bounds the memory of a process")
def test_a_writer_without_memory_costs_one_summary(tmp_path: Path) -> None:
    from tests.models.tiny import make_causal

    model = SummaryOptions(model=str(make_causal(tmp_path)))
    messages: queue.SimpleQueue[Message] = queue.SimpleQueue()
    client = WorkerClient(Role.WRITER, messages.put, make_handler=make_poor_writer)

    def summarise(title: str) -> tuple[bool, Done | Failed]:
        client.submit(SummarizeJob(next_job_id(), Article("-", ARTICLE, title=title, lang="en"), model))
        ready = False
        while isinstance(message := messages.get(timeout=WAIT), Emitted):
            ready = ready or isinstance(message.event, SummaryReady)
        return ready, message

    try:
        # GIVEN a writer that finds no memory for the model WHEN it shall summarise THEN it is told, with no summary
        ready, end = summarise(POOR)
        assert not ready
        assert isinstance(end, Failed)
        # Libraries in C may end the process where Python would raise.
        assert isinstance(end.error, OutOfMemory | WorkerCrashed), end.error
        # AND the next is made
        ready, end = summarise("The ferry")
        assert ready, end
    finally:
        client.close(timeout=WAIT)


def test_torch_without_memory_is_known_as_that() -> None:
    torch = pytest.importorskip("torch")
    from desktop_app.summarizer.transformers_engine import is_shortage

    with pytest.raises(RuntimeError) as caught:
        torch.empty(1 << 60, dtype=torch.uint8)
    assert is_shortage(caught.value)
    with pytest.raises(RuntimeError) as caught:
        torch.ones(2) @ torch.ones(3)
    assert not is_shortage(caught.value)
