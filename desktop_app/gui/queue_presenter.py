"""Between the queue and its panel: tells how far it is, shows what there is of an item, and does what is wished."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.article import Digest, Summary
from desktop_app.errors import KratkoError
from desktop_app.events import SummaryPiece
from desktop_app.gui import icons
from desktop_app.gui.folder_watch import WatchedFolder
from desktop_app.gui.language_watch import keep_worded
from desktop_app.gui.queue_panel import QueuePanel
from desktop_app.gui.queue_runner import QueueRunner
from desktop_app.gui.snackbar import Snackbar
from desktop_app.gui.status_line import StatusLine
from desktop_app.gui.tools import Tools
from desktop_app.messages import describe_error
from desktop_app.options import SummaryOptions
from desktop_app.queue_items import FINISHED, ItemState, QueueItem, QueueProgress
from desktop_app.sources.source import FileSource, UrlSource

#: Milliseconds between two looks at the progress: a thousand changes a second are one to the eye.
_LOOK = 120


class QueuePresenter(QObject):
    """``kept`` tells that digests of the queue came into the library."""

    kept = Signal()

    def __init__(
        self,
        panel: QueuePanel,
        runner: QueueRunner,
        tools: Tools,
        status: StatusLine,
        snackbar: Snackbar,
        watched: WatchedFolder,
        window: QWidget,
        opened: Callable[[], object],
    ) -> None:
        super().__init__(window)
        self._panel = panel
        self._runner = runner
        self._book = runner.book
        self._session = tools.session
        self._language, self._theme = tools.language, tools.theme
        self._status = status
        self._snackbar = snackbar
        self._watched = watched
        self._window = window
        self._opened = opened
        self._shown: int | None = None
        self._started = False  # whether this session has given the queue work
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(_LOOK)
        self._look.timeout.connect(self._show_progress)
        self._connect()
        keep_worded(window, self._show_progress)

    def _connect(self) -> None:
        book, runner, panel, session = self._book, self._runner, self._panel, self._session
        book.arranged.connect(self._arranged)
        book.changed.connect(self._changed)
        book.changed_many.connect(self._look_soon)
        book.grown.connect(self._grown)
        book.kept.connect(self._item_kept)
        book.passed_over.connect(self._tell_passed_over)
        runner.told.connect(self._told)
        runner.begun.connect(lambda item: self._told(item, None))
        runner.held_changed.connect(lambda _: self._look_soon())
        runner.stopped.connect(self._stopped)
        session.opened.connect(self._session_opened)
        session.closed.connect(lambda: self._mark(None))
        session.written.connect(self._written)
        panel.opened.connect(self.open)
        panel.pause_wished.connect(self.toggle)
        panel.menu_wished.connect(lambda spot: self.menu_for(panel.chosen).popup(spot))
        panel.remove_wished.connect(lambda: runner.remove(panel.chosen))
        panel.move_wished.connect(self._move)
        panel.remedy_wished.connect(self._remedy)
        self._watched.changed.connect(self._arranged)
        self._watched.failed.connect(self._watching_failed)
        panel.menu.aboutToShow.connect(self._fill_menu)

    # What there is of an item

    def open(self, number: int) -> None:
        """Show what there is of an item, while the queue goes on."""
        item = self._book.item(number)
        if item is None:
            return
        self._mark(number)
        self._opened()
        if item.state in (ItemState.WAITING, ItemState.READING):
            self._session.watch(item.source, None)
        else:
            self._book.fetch(number, lambda digest: self._show(number, digest))

    def _show(self, number: int, digest: Digest | None) -> None:
        item = self._book.item(number)
        if item is None or self._shown != number:
            return
        self._session.watch(item.source, digest)
        self._session.number = item.digest_id
        if item.error is not None:
            self._session.hear(item.error)
        elif digest is None and item.state is ItemState.CANCELLED:
            self._session.close()
        elif item.state is ItemState.SUMMARISING:
            self._session.hear_begun()
            for_now = self._runner.written_so_far(number)
            if for_now:
                self._session.hear(SummaryPiece(for_now))
        elif item.state is ItemState.READ and self._runner.held is not None:
            self._session.hear(self._runner.held)

    def _told(self, number: int, event: object) -> None:
        if number != self._shown or not self._session.watching:
            return
        if event is None:
            self._session.hear_begun()
        else:
            self._session.hear(event)

    def _changed(self, number: int) -> None:
        self._look_soon()
        item = self._book.item(number)
        if item is None or number != self._shown or not self._session.watching:
            return
        # It was opened while being read: what was said before then was not heard.
        if item.state in (ItemState.READ, ItemState.DONE) and self._session.article is None:
            self.open(number)

    def _session_opened(self) -> None:
        if not self._session.watching:
            self._mark(None)

    def _written(self, summary: Summary, options: SummaryOptions) -> None:
        """The reader had the summary of the shown item made out of turn."""
        article = self._session.article
        if self._session.watching and self._shown is not None and article is not None:
            self._runner.finish(self._shown, Digest(article, self._session.figures, summary), options)

    def _mark(self, number: int | None) -> None:
        self._shown = number
        self._panel.set_open(number)

    def _item_kept(self, number: int) -> None:
        item = self._book.item(number)
        if item is not None and number == self._shown and self._session.watching:
            self._session.number = item.digest_id
        self.kept.emit()

    def _grown(self, numbers: tuple[int, ...]) -> None:
        self._started = self._started or bool(numbers)
        if numbers:
            self.open(numbers[0])
        else:
            self._snackbar.show_message(self.tr("Nothing new to read there"))

    def _tell_passed_over(self, number: int) -> None:
        self._snackbar.show_message(self.tr("%n file(s) of other kinds were passed over", "", number))

    def _stopped(self) -> None:
        if self._session.watching and self._session.article is not None and self._session.summary is None:
            self._session.summary_stopped.emit()
            self._session.stage_changed.emit(None)
        self._snackbar.show_message(self.tr("The queue is paused"), self.tr("Go on"), self._runner.resume)
        self._look_soon()

    # What can be done

    def toggle(self) -> None:
        """Pause, or go on."""
        if self._book.paused or self._runner.held is not None:
            self._runner.resume()
        else:
            self._runner.pause()
        self._look_soon()

    def menu_for(self, numbers: Sequence[int]) -> QMenu:
        """What can be done with these items, as a menu that deletes itself."""
        menu = QMenu(self._window)
        menu.aboutToHide.connect(menu.deleteLater)
        items = [item for number in numbers if (item := self._book.item(number)) is not None]
        states = {item.state for item in items}
        single = items[0] if len(items) == 1 else None
        if single is not None:
            self._add(menu, self.tr("Open"), "file", lambda: self.open(single.id))
            if isinstance(single.source, UrlSource | FileSource):
                self._add(menu, self.tr("Open the source"), "link", lambda: _visit(single))
            menu.addSeparator()
        self._add(menu, self.tr("To the front"), None, lambda: self._to_front(numbers))
        self._add(menu, self.tr("To the end"), None, lambda: self._book.move(numbers, None))
        menu.addSeparator()
        if states & {ItemState.FAILED, ItemState.CANCELLED}:
            self._add(menu, self.tr("Try again"), "retry", lambda: self._runner.retry(numbers))
        if states - FINISHED:
            self._add(menu, self.tr("Stop"), "stop", lambda: self._runner.cancel(numbers))
        self._add(menu, self.tr("Take out of the queue"), "trash", lambda: self._runner.remove(numbers))
        return menu

    def forget(self) -> None:
        """Everything is being removed."""
        self._runner.stop()
        self._book.forget()

    def _fill_menu(self) -> None:
        menu, book, runner = self._panel.menu, self._book, self._runner
        menu.clear()
        items = book.items
        failed = [item.id for item in items if item.state is ItemState.FAILED]
        open_ = [item.id for item in items if item.state not in FINISHED]
        past = [item.id for item in items if item.state in FINISHED]
        again = self._add(menu, self.tr("Try all failed again"), "retry", lambda: runner.retry(failed))
        again.setEnabled(bool(failed))
        stop = self._add(menu, self.tr("Stop all"), "stop", lambda: runner.cancel(open_))
        stop.setEnabled(bool(open_))
        clear = self._add(menu, self.tr("Clear finished"), "check", lambda: runner.remove(past))
        clear.setEnabled(bool(past))
        menu.addSeparator()
        if self._watched.folder is None:
            self._add(menu, self.tr("Watch a folder…"), "watch", self._watched.choose)
        else:
            self._add(menu, self.tr("Stop watching the folder"), "watch", self._watched.end)

    def _add(self, menu: QMenu, words: str, icon: str | None, action: Callable[[], object]) -> QAction:
        made = menu.addAction(words)
        made.triggered.connect(lambda _=False: action())
        if icon is not None:
            made.setIcon(icons.icon(icon, self._theme.colours.text, self._theme.colours.outline))
        return made

    def _move(self, step: int) -> None:
        """Move the chosen items a row up or down."""
        chosen = self._panel.chosen
        order = [item.id for item in self._book.items]
        rows = [order.index(number) for number in chosen]
        if not rows:
            return
        if step < 0:
            before: int | None = order[max(0, rows[0] - 1)]
        else:
            behind = rows[-1] + 2
            before = order[behind] if behind < len(order) else None
        self._book.move(chosen, before)
        self._panel.choose(*chosen)

    def _to_front(self, numbers: Sequence[int]) -> None:
        rest = [item.id for item in self._book.items if item.id not in set(numbers)]
        self._book.move(numbers, rest[0] if rest else None)

    def _remedy(self) -> None:
        if self._runner.held is None:
            self._runner.summarise_all()
        else:
            first = self._book.first(ItemState.READ)
            if first is not None:
                self.open(first.id)
        self._look_soon()

    # How far it is

    def _watching_failed(self, error: KratkoError) -> None:
        wording = describe_error(error, self._language.lang)
        self._snackbar.show_message(wording.sentences)

    def _arranged(self) -> None:
        self._panel.setVisible(len(self._book) > 0 or self._watched.folder is not None)
        self._look_soon()

    def _look_soon(self) -> None:
        if not self._look.isActive():
            self._look.start()

    def _show_progress(self) -> None:
        book, runner = self._book, self._runner
        progress = book.progress
        count = self._count_words(progress)
        held = runner.held
        waiting = bool(progress.counts[ItemState.READ]) and runner.waits_for_reader
        remedy = ""
        if book.paused and book.unfinished:
            state = self.tr("Paused")
        elif held is not None:
            state, remedy = describe_error(held, self._language.lang).title, self.tr("What to do")
        elif waiting and not progress.counts[ItemState.WAITING]:
            state, remedy = self.tr("The figures are there."), self.tr("Summarize all")
        else:
            state = self._time_words(progress) if len(book) else ""
        if self._watched.folder is not None:
            watching = self.tr("Watching “{folder}”").format(folder=self._watched.folder.name)
            state = f"{state}\n{watching}" if state else watching
        self._panel.show_progress(
            count, progress.share, state, remedy, paused=book.paused or held is not None, busy=book.unfinished > 0
        )
        self._status.show_queue(self.tr("Queue: {count}").format(count=count) if book.unfinished else "")

    def _count_words(self, progress: QueueProgress) -> str:
        counts = progress.counts
        total = sum(counts.values())
        finished = sum(counts[state] for state in FINISHED)
        locale = self._panel.locale()
        words = self.tr("{done} of {all}").format(done=locale.toString(finished), all=locale.toString(total))
        return words if total else ""

    def _time_words(self, progress: QueueProgress) -> str:
        failed = progress.counts[ItemState.FAILED]
        parts = [self._left_words(progress), self.tr("%n failed", "", failed) if failed else ""]
        return " · ".join(part for part in parts if part)

    def _left_words(self, progress: QueueProgress) -> str:
        if not self._book.unfinished:
            return self.tr("All done")
        seconds = progress.seconds_left
        if seconds is None:
            return self.tr("Reading ahead") if progress.counts[ItemState.WAITING] else ""
        if seconds < 90:
            return self.tr("About a minute left")
        if seconds < 90 * 60:
            return self.tr("About %n minute(s) left", "", round(seconds / 60))
        return self.tr("About %n hour(s) left", "", round(seconds / 3600))


def _visit(item: QueueItem) -> None:
    source = item.source
    if isinstance(source, UrlSource):
        QDesktopServices.openUrl(QUrl(source.url))
    elif isinstance(source, FileSource):
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(source.path)))
