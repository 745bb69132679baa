"""The queue goes through its states, survives kills, and heeds what the reader wants."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.article import Article, Digest, Notice, NoticeCode
from desktop_app.errors import HttpStatus, InternalError, KratkoError
from desktop_app.queue_state import (
    FINISHED,
    FOLLOWS,
    ItemState,
    Queue,
    error_of,
    progress_of,
    reordered,
    source_from_json,
    source_to_json,
)
from desktop_app.sources.source import FileSource, Source, TextSource, UrlSource
from tests.conftest import REPOSITORY
from tests.unit.library.conftest import Clock, make_digest

SOURCES: list[Source] = [
    UrlSource("https://a.example/1"),
    FileSource(Path("b.txt")),
    TextSource("Pasted.", "<p>Pasted."),
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "queue.sqlite"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def queue(path: Path, clock: Clock) -> Iterator[Queue]:
    with Queue(path, clock=clock) as opened:
        yield opened


def states(queue: Queue) -> list[str]:
    return [str(item.state) for item in queue.items()]


def claim(queue: Queue, *, read: bool = False) -> int:
    item = queue.next_to_summarise() if read else queue.next_to_read()
    assert item is not None
    return item.id


def test_items_go_through_their_states_in_order(queue: Queue) -> None:
    added = queue.add(SOURCES)
    assert [item.source for item in added] == SOURCES
    assert states(queue) == ["waiting"] * 3
    first = claim(queue)
    assert first == added[0].id
    assert states(queue)[0] == "reading"
    assert queue.next_to_summarise() is None
    assert queue.read(first, make_digest(summary=None))
    assert queue.items()[0].title == "Ostby bridge opens"
    assert queue.digest(first) == make_digest(summary=None)
    assert claim(queue, read=True) == first
    assert queue.done(first, make_digest(), digest_id=7)
    assert states(queue) == ["done", "waiting", "waiting"]
    assert queue.items()[0].digest_id == 7
    assert queue.digest(first) == make_digest()
    assert claim(queue) == added[1].id


def test_everything_is_read_before_the_first_summary_is_done(queue: Queue) -> None:
    queue.add(SOURCES)
    ids = [claim(queue) for _ in SOURCES]
    assert queue.next_to_read() is None
    for item in ids:
        queue.read(item, make_digest(summary=None))
    assert [claim(queue, read=True) for _ in ids] == ids


def test_what_is_no_article_is_done_when_it_is_read(queue: Queue) -> None:
    queue.add(SOURCES[:1])
    wall = Digest(Article("x", "Accept.", notices=(Notice(NoticeCode.CONSENT_WALL),)), ())
    queue.read(claim(queue), wall)
    assert states(queue) == ["done"]


def test_one_that_fails_does_not_stop_the_others_and_can_be_tried_again(queue: Queue) -> None:
    queue.add(SOURCES)
    first = claim(queue)
    queue.failed(first, HttpStatus(host="a.example", status=404))
    error = queue.items()[0].error
    assert isinstance(error, HttpStatus)
    assert error.params == {"host": "a.example", "status": 404}
    second = claim(queue)
    assert second != first
    queue.read(second, make_digest(summary=None))
    queue.failed(claim(queue, read=True), InternalError(reason="x"))
    queue.retry()
    assert states(queue) == ["waiting", "read", "waiting"], "what was read stays read"
    assert queue.items()[0].error is None


def test_cancelling_one_or_all(queue: Queue) -> None:
    added = queue.add(SOURCES)
    first = claim(queue)
    assert queue.cancel([added[1].id]) == ()
    assert states(queue) == ["reading", "cancelled", "waiting"]
    assert queue.cancel() == (first,), "these are to be stopped"
    assert states(queue) == ["cancelled"] * 3
    assert not queue.read(first, make_digest()), "a late result is dropped"
    assert not queue.failed(first, InternalError())
    assert queue.digest(first) is None
    queue.retry()
    assert states(queue) == ["cancelled"] * 3, "only what failed is tried again unasked"
    queue.retry([first])
    assert states(queue) == ["waiting", "cancelled", "cancelled"]


def test_a_paused_queue_begins_nothing_even_after_a_restart(queue: Queue, path: Path) -> None:
    queue.add(SOURCES)
    first = claim(queue)
    queue.pause()
    with Queue(path) as other:
        assert other.paused
        assert other.next_to_read() is None
        assert queue.read(first, make_digest()), "what is being done goes on"
        assert other.next_to_summarise() is None
        other.pause(paused=False)
    assert claim(queue, read=True) == first


def test_items_are_moved(queue: Queue) -> None:
    one, two, three = (item.id for item in queue.add(SOURCES))
    queue.move([three], before=one)
    assert [item.id for item in queue.items()] == [three, one, two]
    queue.move([three, one])
    assert [item.id for item in queue.items()] == [two, three, one]
    assert claim(queue) == two


def test_the_same_source_is_not_added_twice_until_it_is_finished(queue: Queue) -> None:
    queue.add([*SOURCES, SOURCES[0]])
    assert len(queue.add(SOURCES)) == 0
    queue.failed(claim(queue), InternalError(reason="x"))
    assert len(queue.add(SOURCES)) == 1
    assert len(queue.items()) == 4


def test_finished_ones_are_taken_out(queue: Queue, path: Path) -> None:
    one, two, _ = (item.id for item in queue.add(SOURCES))
    queue.read(claim(queue), make_digest("The quixxotry of 12.", summary=None))
    queue.done(claim(queue, read=True), make_digest("The quixxotry of 12."))
    queue.clear()
    assert queue.items()[0].id == two
    queue.remove([two])
    assert len(queue.items()) == 1
    queue.close()
    assert b"quixxotry" not in path.read_bytes()
    assert one not in [item.id for item in queue.add(SOURCES[:1])], "a number is never given twice"


def test_after_a_restart_it_goes_on_where_it_was(queue: Queue, path: Path) -> None:
    queue.add(SOURCES)
    queue.read(claim(queue), make_digest(summary=None))
    claim(queue)
    claim(queue, read=True)
    with Queue(path) as again:
        again.recover()
        assert states(again) == ["read", "waiting", "waiting"]
        assert again.digest(claim(again, read=True)) == make_digest(summary=None)


def test_an_item_whose_worker_was_lost_is_put_back(queue: Queue) -> None:
    queue.add(SOURCES)
    first = claim(queue)
    queue.put_back(first)
    assert claim(queue) == first
    queue.read(first, make_digest(summary=None))
    queue.put_back(first)
    assert states(queue)[0] == "read"
    claim(queue, read=True)
    queue.put_back(first)
    assert states(queue)[0] == "read"


def test_progress_and_remaining_time(queue: Queue, clock: Clock) -> None:
    assert queue.progress().share == 1.0
    queue.add([*SOURCES, UrlSource("https://a.example/2")])
    assert (queue.progress().share, queue.progress().seconds_left) == (0.0, None)
    first = claim(queue)
    queue.read(first, make_digest(summary=None))
    assert queue.progress().share == pytest.approx(0.1 / 4)
    claim(queue, read=True)
    clock.now += 8
    queue.done(first, make_digest())
    progress = queue.progress()
    assert progress.share == pytest.approx(1 / 4)
    assert progress.seconds_left == pytest.approx(24)
    assert progress.counts[ItemState.DONE] == 1
    queue.cancel()
    assert (queue.progress().share, queue.progress().seconds_left) == (1.0, 0.0)


@given(st.dictionaries(st.sampled_from(ItemState), st.integers(0, 50)), st.lists(st.floats(0, 1e6), max_size=5))
def test_progress_stays_in_bounds(counts: dict[ItemState, int], took: list[float]) -> None:
    progress = progress_of(dict.fromkeys(ItemState, 0) | counts, took)
    assert 0 <= progress.share <= 1
    assert progress.seconds_left is None or progress.seconds_left >= 0


@given(st.lists(st.integers(0, 9), unique=True), st.lists(st.integers(0, 12)), st.none() | st.integers(0, 12))
def test_moving_loses_and_doubles_nothing(old: list[int], moved: list[int], before: int | None) -> None:
    new = reordered(old, moved, before)
    assert sorted(new) == sorted(old)
    assert [item for item in new if item not in moved] == [item for item in old if item not in moved]


def test_every_state_has_its_place() -> None:
    assert set(FOLLOWS) == set(ItemState)
    assert {ItemState.DONE, ItemState.FAILED, ItemState.CANCELLED} == FINISHED


@pytest.mark.parametrize(
    "source", [*SOURCES, UrlSource("https://a/1", "https://a/feed"), TextSource("half \ud800", None, "x")]
)
def test_sources_come_back(queue: Queue, source: Source) -> None:
    assert source_from_json(source_to_json(source)) == source
    queue.add([source])
    assert queue.items()[0].source == source


def test_errors_come_back_by_their_code() -> None:
    assert isinstance(error_of("http_status", {"status": 1}), HttpStatus)
    assert isinstance(error_of("internal", {"reason": "x"}), InternalError)
    unknown: KratkoError = error_of("from_the_future", {})
    assert isinstance(unknown, InternalError)
    assert unknown.params == {"reason": "from_the_future"}


def test_ten_thousand_items(queue: Queue) -> None:
    added = queue.add(FileSource(Path(f"{number}.txt")) for number in range(10_000))
    queue.move([added[-1].id], before=added[0].id)
    assert claim(queue) == added[-1].id
    assert queue.progress().counts[ItemState.WAITING] == 9_999


_WORKER = """
import sys
from pathlib import Path
from desktop_app.queue_state import Queue
from tests.unit.library.conftest import make_digest
queue = Queue(Path(sys.argv[1]))
queue.recover()
while True:
    if (item := queue.next_to_read()) is not None:
        queue.read(item.id, make_digest(summary=None))
    elif (item := queue.next_to_summarise()) is not None:
        queue.done(item.id, make_digest())
        print(item.id, flush=True)
    else:
        break
"""


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL")
def test_a_killed_worker_loses_nothing_it_reported(path: Path) -> None:
    random.seed(11)
    with Queue(path) as queue:
        count = len(queue.add(FileSource(Path(f"{number}.txt")) for number in range(300)))
    reported: list[int] = []
    for life in range(20):
        process = subprocess.Popen(
            [sys.executable, "-c", _WORKER, str(path)], stdout=subprocess.PIPE, text=True, cwd=REPOSITORY
        )
        if life < 3:
            assert process.stdout is not None
            reported.append(int(process.stdout.readline()))
            time.sleep(random.uniform(0.0, 0.05))
            process.send_signal(signal.SIGKILL)
        out, _ = process.communicate()
        reported += [int(line) for line in out.split("\n")[:-1]]
        if life >= 3:
            assert process.returncode == 0
            break
    with Queue(path) as queue:
        assert states(queue) == ["done"] * count
    assert len(set(reported)) == len(reported), "nothing is done twice"
    assert count - 3 <= len(reported) <= count
