"""The window: layout and wiring only. What is done is in ``session``, how it is told in ``presenter``.

The constructor makes what is seen first; the rest is made in steps, see :mod:`desktop_app.gui.growing`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeySequence
from PySide6.QtWidgets import QSplitter, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from desktop_app.gui import settings
from desktop_app.gui.address_bar import AddressBar
from desktop_app.gui.coming_back import restore_place
from desktop_app.gui.empty_page import EmptyPage
from desktop_app.gui.frame import Frame
from desktop_app.gui.growing import Growing
from desktop_app.gui.i18n import InterfaceLanguage
from desktop_app.gui.language_watch import keep_worded
from desktop_app.gui.parts import Parts
from desktop_app.gui.settings import Settings
from desktop_app.gui.status_line import StatusLine
from desktop_app.gui.theme import Theme

if TYPE_CHECKING:
    from desktop_app.events import Stage
    from desktop_app.gui.focus_care import FocusCare
    from desktop_app.gui.tools import Crew
    from desktop_app.sources.source import Source

#: Widths, the sidebar's not counted, from which there are three columns, and two; below, one with tabs.
WIDE = 1000
MEDIUM = 760


class MainWindow(Parts):
    """Address bar, sidebar, reader, digest and status line.

    ``muster`` makes those who do the work.
    """

    def __init__(
        self, theme: Theme, settings_: Settings, language: InterfaceLanguage, muster: Callable[[], Crew]
    ) -> None:
        super().__init__()
        self._theme, self._settings, self._language = theme, settings_, language
        self._muster = muster
        self._focus: FocusCare | None = None
        self.address = AddressBar(theme)
        self.empty = EmptyPage(theme)
        self.status = StatusLine(theme, self._describe)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.addTab("")
        self.tabs.addTab("")
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.empty)
        self._column = QVBoxLayout()
        self.frame = Frame(settings_, self.address, self._lay_out_work(), self.status)
        self.sidebar = self.frame.sidebar
        self.setCentralWidget(self.frame)
        self.setMinimumSize(400, 420)
        self.growing = Growing(
            (
                *(self._gather, self._make_reader, self._make_digest, self._make_pages, self._make_column),
                *(self._make_exits, self._make_commands, self._join),
            ),
            self,
        )
        self.frame.rearranged.connect(self.arrange)
        keep_worded(self, self._word)
        restore_place(self, settings_)
        self.arrange()
        self.address.field.setFocus()

    def open(self, sources: Sequence[Source]) -> None:
        """Digest ``sources``."""
        self.exits.importing.open(sources)

    def open_sample(self) -> None:
        """Digest the sample article in the language of the interface."""
        self.intake.sample(self._language.lang)

    def zoom(self, by: int) -> None:
        """Make article text larger or smaller; 0 gives the usual size."""
        wanted = self._settings.get(settings.READING_SIZE) + by if by else settings.READING_SIZE.default
        if wanted in settings.READING_SIZE.allowed:
            self._settings.set(settings.READING_SIZE, wanted)

    def stop(self) -> None:
        """Put away what lies over the article, else stop what is being done."""
        if not (self.frame.close_drawer() or self.manners.stop()):
            self.session.stop()

    def show_empty(self) -> None:
        """Turn to the ways in."""
        self.turn_to(self.empty)

    def show_work(self) -> None:
        """Turn to article and digest."""
        self.turn_to(self.splitter)

    def show_problem(self) -> None:
        """Turn to what went wrong."""
        self.turn_to(self.problem)

    def show_reader(self) -> None:
        """Bring the article in sight where it shares its place with the digest."""
        if self.tabs.isVisibleTo(self):
            self.tabs.setCurrentIndex(1)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.back.remember()
        if self.manners.stays():
            event.ignore()
            self.hide()
            return
        self.manners.speaker.stop()
        self.left.close()
        self.backend.close()
        super().closeEvent(event)

    def edit_address(self) -> None:
        """Have the address typed."""
        self.address.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.address.field.selectAll()

    def name(self) -> None:
        """Title the window after the article; the system adds the program's name where that is the custom."""
        article = self.session.article if self._focus is not None else None
        self.setWindowTitle((article.title if article is not None else None) or "Kratko")

    def turn_to(self, page: QWidget) -> None:
        """Show ``page``."""
        if self._focus is not None and page is not self.pages.currentWidget():
            self._focus.leave_page()
        self.pages.setCurrentWidget(page)
        self.arrange()

    def arrange(self) -> None:
        """Fit the panes to the width there is."""
        narrow = self.frame.room < MEDIUM
        self.empty.set_narrow(narrow)
        self.status.set_narrow(self.width() < MEDIUM)
        working = self.pages.currentWidget() is self.splitter
        self.tabs.setVisible(narrow and working)
        if self._focus is None:
            return
        article_tab = self.tabs.currentIndex() == 1
        leaving = self.digest if article_tab else self.reader
        if narrow and working and leaving.isAncestorOf(self.focusWidget() or self):
            self.pages.setFocus()
        self.reader.setVisible(not narrow or article_tab)
        self.digest.setVisible(not narrow or not article_tab)
        self.digest.set_window_wide(self.frame.room >= WIDE)

    def _lay_out_work(self) -> QWidget:
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        work = QWidget()
        work.setFocusProxy(self.pages)
        column = self._column
        work.setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self.pages, 1)
        return work

    def _gather(self) -> None:
        crew = self._muster()
        self.tools, self.backend, self.shelf = crew.tools, crew.backend, crew.shelf
        self.session = crew.tools.session

    def _make_reader(self) -> None:
        from desktop_app.gui.message_bar import MessageBar
        from desktop_app.gui.reader_pane import ReaderPane

        self.banner = MessageBar(self._theme)
        self.banner.setObjectName("banner")
        self.outcome = MessageBar(self._theme)
        self.outcome.setObjectName("outcome")
        self.reader = ReaderPane(self._theme, self._settings)

    def _make_digest(self) -> None:
        from desktop_app.gui.digest_pane import DigestPane

        self.digest = DigestPane(self._theme, self._settings)

    def _make_pages(self) -> None:
        from desktop_app.gui.feed_page import FeedPage
        from desktop_app.gui.problem_page import ProblemPage
        from desktop_app.gui.welcome_page import WelcomePage

        theme, settings_ = self._theme, self._settings
        self.problem = ProblemPage(theme)
        self.welcome = WelcomePage(theme, settings_, self.shelf, self.session.models, self._language)
        self.feed = FeedPage(theme)
        self.splitter.addWidget(self.reader)
        self.splitter.addWidget(self.digest)
        self.reader.setMinimumWidth(280)
        for page in (self.welcome, self.problem, self.feed, self.splitter):
            self.pages.addWidget(page)
        self._column.insertWidget(0, self.banner)
        self._column.insertWidget(1, self.outcome)
        state = settings_.get(settings.READER_SPLITTER)
        if state.isEmpty() or not self.splitter.restoreState(state):
            self.splitter.setSizes([5200, 4800])
        self.splitter.setHandleWidth(1)
        # Tab comes to the status line after the work, though that was made later.
        self.digest.figures.lead_on_to(self.status.refresh, self.status.queue)

    def _make_column(self) -> None:
        from desktop_app.gui.left_column import LeftColumn
        from desktop_app.worker.client import next_job_id

        self.left = LeftColumn(self.tools, self.backend, next_job_id, self, self.frame, self.status)

    def _make_exits(self) -> None:
        from desktop_app.gui.coming_back import ComingBack
        from desktop_app.gui.drop_overlay import DropOverlay
        from desktop_app.gui.exits import Exits
        from desktop_app.gui.intake import Intake
        from desktop_app.gui.sentence_peek import SentencePeek

        theme, settings_ = self._theme, self._settings
        self.back = ComingBack(self, settings_, self.session, self.left.keeping, self.welcome, self.turn_to)
        self.peek = SentencePeek(theme, self)
        self.intake = Intake(self, settings_, self.open)
        self.drops = DropOverlay(theme, self)
        self.exits = Exits(self.tools, self.backend, self.left, self.outcome, self, self.turn_to, self._turn_back)
        self.pages.addWidget(self.exits.comparing.page)

    def _make_commands(self) -> None:
        from desktop_app.gui.actions import Actions
        from desktop_app.gui.manners import Manners
        from desktop_app.gui.surroundings import Surroundings
        from desktop_app.gui.wiring import commands

        self.around = Surroundings(self.tools, self.shelf, self)
        self.manners = Manners(self.tools, self.reader, self.digest, self.show_reader, self)
        self.actions_ = Actions(self, self._theme, self._settings, commands(self))

    def _join(self) -> None:
        from desktop_app.gui.wiring import join

        self._focus = join(self, self.tools)
        self._word()
        self.turn_to(self.empty)

    def _describe(self, stage: Stage) -> str:
        from desktop_app.messages import describe_stage

        return describe_stage(stage, self._language.lang)

    def _turn_back(self) -> None:
        if self.session.article is None:
            self.turn_to(self.empty)
        else:
            self.turn_to(self.splitter)
            if self._focus is not None:
                self._focus.come_to_article()

    def _word(self) -> None:
        self.name()
        self.tabs.setTabText(0, self.tr("Digest"))
        self.tabs.setTabText(1, self.tr("Article"))
        self.tabs.setAccessibleName(self.tr("Views"))
        buttons = {"open": (self.address.open, self.tr("Open a file"))}
        buttons["sidebar"] = (self.address.sidebar, self.tr("Queue and library"))
        for name, (button, words) in buttons.items():
            keys = self.actions_[name].shortcut() if self._focus is not None else QKeySequence()
            button.word(words, keys.toString(QKeySequence.SequenceFormat.NativeText))
        if self._focus is not None:
            self.reader.setAccessibleName(self.tr("Article"))
