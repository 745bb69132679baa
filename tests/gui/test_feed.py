"""A feed in the window: its articles are offered, and what is ticked is digested."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt

from desktop_app.errors import FeedGiven
from desktop_app.events import FeedReady
from desktop_app.feed import Feed, FeedEntry
from desktop_app.gui.main_window import MainWindow
from desktop_app.sources.source import UrlSource
from desktop_app.worker.messages import ReadJob
from tests.gui.conftest import Hands
from tests.gui.fakes import FakeChildren

ADDRESS = "https://lantern.example/feed"
FEED = Feed(
    ADDRESS,
    "RSS",
    (
        FeedEntry(
            "Ferry carries a million", "https://lantern.example/1", "2026-05-04T10:00:00+02:00", "In one summer."
        ),
        FeedEntry("Storm leaves homes dark", "https://lantern.example/2", "2026-05-03"),
        FeedEntry("הרכבל החדש", "https://lantern.example/3"),
    ),
    title="The Lantern",
    url=ADDRESS,
)


def offer(hands: Hands, children: FakeChildren) -> None:
    hands.open(UrlSource(ADDRESS))
    children.reader.emit(FeedReady(FEED))
    children.reader.fail(FeedGiven(name=ADDRESS, type="RSS"))
    hands.settle()


def opened(children: FakeChildren) -> list[str]:
    jobs = [job for job in children.reader.jobs if isinstance(job, ReadJob)]
    assert all(job.source.found_on == ADDRESS for job in jobs[1:] if isinstance(job.source, UrlSource))
    return [job.source.url for job in jobs[1:] if isinstance(job.source, UrlSource)]


def click(hands: Hands, window: MainWindow, row: int, *, at: int | None = None) -> None:
    page = window.feed
    place = page.list.visualItemRect(page.list.item(row))
    spot = place.center() if at is None else QPoint(place.left() + at, place.center().y())
    hands.qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    hands.settle()


def test_the_articles_of_a_feed_are_offered(hands: Hands, window: MainWindow, children: FakeChildren) -> None:
    offer(hands, children)
    page = window.feed
    assert page.isVisible()
    assert [page.list.item(row).text() for row in range(page.list.count())] == [entry.title for entry in FEED.entries]
    assert page.ticked == ()
    assert not page.digest.isEnabled()
    assert page.list.hasFocus()


def test_ticked_articles_are_digested(hands: Hands, window: MainWindow, children: FakeChildren) -> None:
    offer(hands, children)
    click(hands, window, 2)
    click(hands, window, 1, at=24)
    click(hands, window, 0)
    click(hands, window, 0)  # and changed their mind
    assert window.feed.ticked == FEED.entries[1:]
    assert window.feed.digest.text() == "Digest 2 articles"
    with hands.qtbot.waitSignal(window.feed.chosen) as chosen:
        hands.qtbot.mouseClick(window.feed.digest, Qt.MouseButton.LeftButton)
    assert chosen.args == [tuple(UrlSource(entry.url, found_on=ADDRESS) for entry in FEED.entries[1:])]


def test_a_single_article_is_opened_at_once(hands: Hands, window: MainWindow, children: FakeChildren) -> None:
    offer(hands, children)
    click(hands, window, 1)
    hands.qtbot.mouseClick(window.feed.digest, Qt.MouseButton.LeftButton)
    hands.settle()
    assert not window.feed.isVisible()
    assert opened(children) == ["https://lantern.example/2"]


def test_by_keyboard_alone(hands: Hands, window: MainWindow, children: FakeChildren) -> None:
    offer(hands, children)
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Space)
    assert window.feed.ticked == FEED.entries[1:2]
    hands.press(Qt.Key.Key_Space)
    assert window.feed.ticked == ()
    hands.press(Qt.Key.Key_Return)
    assert opened(children)[:1] == ["https://lantern.example/2"], "Enter takes the article it stands on"


def test_all_at_once_and_none(hands: Hands, window: MainWindow, children: FakeChildren) -> None:
    offer(hands, children)
    page = window.feed
    hands.qtbot.mouseClick(page.all, Qt.MouseButton.LeftButton)
    assert page.ticked == FEED.entries
    hands.qtbot.mouseClick(page.all, Qt.MouseButton.LeftButton)
    assert page.ticked == ()


def test_a_feed_that_is_opened_again_is_offered_anew(hands: Hands, window: MainWindow, children: FakeChildren) -> None:
    offer(hands, children)
    click(hands, window, 0)
    offer(hands, children)
    assert window.feed.isVisible()
    assert window.feed.ticked == ()
