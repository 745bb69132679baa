"""The left column: the library and the queue; a feed, and a watched folder."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.errors import FeedGiven, FileMissing, HttpStatus
from desktop_app.events import FeedReady, Stage, StageChanged, SummaryReady
from desktop_app.feed import Feed, FeedEntry
from desktop_app.gui import settings
from desktop_app.sources.source import UrlSource
from docs.gallery import articles, kept
from docs.gallery.scene import Scene
from docs.gallery.state import NARROW, STACKED, State

#: Milliseconds after which the queue says how far it is.
_LOOK = 400


def library(scene: Scene) -> Iterator[State]:
    """Kept digests: none, many, found, deleted, and none kept at all."""
    window, left = scene.window, scene.window.left
    panel = left.panel
    yield State("library-empty", left.start)
    kept.fill(scene.data, scene.lang, scene.model)
    yield State("library", left.library.refresh)
    yield State("library-open", lambda: left.library.open(2))
    yield State("library-chosen", lambda: (panel.choose(1, 2), panel.list.setFocus()))
    yield State("library-deleted", lambda: left.library.delete(panel.chosen))
    yield State("library-undone", left.library.undo)
    left.snackbar.hide()
    yield State("library-filter", lambda: panel.filter.choose(days=30, lang=scene.lang))
    yield State("library-search", lambda: _look_for(scene, kept.SEARCHES[scene.lang]))
    yield State("library-nothing", lambda: _look_for(scene, "submarine"))
    _look_for(scene, "")
    yield State("library-drawer", lambda: window.frame.set_open(True), NARROW)
    window.frame.close_drawer()
    yield State("private", lambda: scene.set(settings.KEEP_DIGESTS, False))
    yield State("private-narrow", size=NARROW)


def queue(scene: Scene) -> Iterator[State]:
    """Many sources at once, from the first to the last, with one that fails."""
    window, left = scene.window, scene.window.left
    kept.fill(scene.data, scene.lang, scene.model)
    left.start()
    yield State("queue-begun", scene.then(scene.queue, lambda: scene.wait(_LOOK)))
    yield State("queue-reading", lambda: [scene.read_queued(number) for number in range(3)])
    yield State("queue-failed", lambda: scene.reader.fail(HttpStatus(host="news.example", status=404)))
    yield State("queue-writing", lambda: _write_first(scene))
    yield State("queue-pending", lambda: left.queue.open(left.book.items[2].id))
    yield State("queue-menu", lambda: left.queue_panel.menu.popup(scene.middle))
    left.queue_panel.menu.hide()
    yield State("queue-paused", left.queue.toggle)
    yield State("queue-stacked", size=STACKED)
    yield State("queue-drawer", lambda: window.frame.set_open(True), NARROW)
    window.frame.close_drawer()
    yield State("queue-narrow", size=NARROW)


def sources(scene: Scene) -> Iterator[State]:
    """A feed to choose from, and a folder that is watched."""
    page, left = scene.window.feed, scene.window.left
    address = f"https://news.example/{scene.lang}/feed"
    yield State("feed", lambda: _offer(scene, address))
    yield State("feed-chosen", page.all.click)
    yield State("feed-narrow", size=NARROW)
    scene.window.show_empty()
    folder = scene.data / "Clippings"
    folder.mkdir()
    yield State("watched-folder", scene.then(lambda: left.watched.watch(folder), lambda: scene.wait(_LOOK)))
    yield State("watched-folder-menu", lambda: left.queue_panel.menu.popup(scene.middle))
    left.queue_panel.menu.hide()
    yield State("watched-folder-gone", lambda: left.watched._fail(FileMissing(path=str(folder))))


def _look_for(scene: Scene, words: str) -> None:
    panel = scene.window.left.panel
    panel.filter.clear()
    panel.search.setText(words)
    panel.search.returnPressed.emit()


def _write_first(scene: Scene) -> None:
    scene.writer.emit(SummaryReady(articles.summary_of(scene.article, scene.model)))
    scene.writer.done()
    scene.qt.processEvents()
    scene.writer.emit(StageChanged(Stage.WRITING, 0.4))


def _offer(scene: Scene, address: str) -> None:
    entries = tuple(
        FeedEntry(title, f"{address}/{number}", f"2026-09-{4 - number % 4:02}", body)
        for number, (title, body, *_) in enumerate(kept.KEPT[scene.lang])
    )
    scene.open(UrlSource(address))
    scene.reader.emit(FeedReady(Feed(address, "RSS", entries, title=scene.article.site or "", url=address)))
    scene.reader.fail(FeedGiven(name=address, type="RSS"))
