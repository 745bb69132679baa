"""The window: layout and wiring only. What is done is in ``session``, how it is told in ``presenter``."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeySequence
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from desktop_app.gui import settings
from desktop_app.gui.actions import Actions
from desktop_app.gui.address_bar import AddressBar
from desktop_app.gui.backend import Backend
from desktop_app.gui.coming_back import ComingBack
from desktop_app.gui.digest_pane import DigestPane
from desktop_app.gui.drop_overlay import DropOverlay
from desktop_app.gui.effects import Effects
from desktop_app.gui.empty_page import EmptyPage
from desktop_app.gui.exits import Exits
from desktop_app.gui.feed_page import FeedPage
from desktop_app.gui.focus_care import FocusCare
from desktop_app.gui.frame import Frame
from desktop_app.gui.intake import Intake
from desktop_app.gui.language_watch import keep_worded
from desktop_app.gui.left_column import LeftColumn
from desktop_app.gui.manners import Manners
from desktop_app.gui.message_bar import MessageBar
from desktop_app.gui.models import ModelShelf
from desktop_app.gui.presenter import Presenter
from desktop_app.gui.problem_page import ProblemPage
from desktop_app.gui.reader_pane import ReaderPane
from desktop_app.gui.remedies import Way
from desktop_app.gui.sentence_peek import SentencePeek
from desktop_app.gui.status_line import StatusLine
from desktop_app.gui.surroundings import Surroundings
from desktop_app.gui.tools import Tools
from desktop_app.gui.view import View
from desktop_app.gui.welcome_page import WelcomePage
from desktop_app.messages import describe_stage
from desktop_app.sources.source import Source
from desktop_app.worker.client import next_job_id

#: Widths, the sidebar's not counted, from which there are three columns, and two; below, one with tabs.
WIDE = 1000
MEDIUM = 760


class MainWindow(QMainWindow):
    """Address bar, sidebar, reader, digest and status line."""

    def __init__(self, tools: Tools, backend: Backend, shelf: ModelShelf) -> None:
        super().__init__()
        theme, settings_, language = tools.theme, tools.settings, tools.language
        self._theme, self._settings, self._language = theme, settings_, language
        self._backend = backend
        session = self.session = tools.session
        self.address = AddressBar(theme)
        self.banner = MessageBar(theme)
        self.banner.setObjectName("banner")
        self.outcome = MessageBar(theme)
        self.outcome.setObjectName("outcome")
        self.reader = ReaderPane(theme, settings_)
        self.digest = DigestPane(theme, settings_)
        self.empty = EmptyPage(theme)
        self.problem = ProblemPage(theme)
        self.welcome = WelcomePage(theme, settings_, shelf, session.models, language)
        self.feed = FeedPage(theme)
        self.status = StatusLine(theme, lambda stage: describe_stage(stage, language.lang))
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.addTab("")
        self.tabs.addTab("")
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._pages = QStackedWidget()
        self.frame = Frame(settings_, self.address, self._lay_out_work(), self.status)
        self.sidebar = self.frame.sidebar
        self.left = LeftColumn(tools, backend, next_job_id, self, self.frame, self.status)
        self.setCentralWidget(self.frame)
        self.setMinimumSize(400, 420)
        self.back = ComingBack(self, settings_, session, self.left.keeping, self.welcome, self._turn_to)
        self.peek = SentencePeek(theme, self)
        self._intake = Intake(self, settings_, self.open)
        self.drops = DropOverlay(theme, self)
        self.exits = Exits(tools, backend, self.left, self.outcome, self, self._turn_to, self._turn_back)
        self._pages.addWidget(self.exits.comparing.page)
        self.around = Surroundings(tools, shelf, self)
        self.manners = Manners(tools, self.reader, self.digest, self.show_reader, self)
        self.actions_ = Actions(self, theme, settings_, self._commands())
        self.address.menu.setMenu(self.actions_.menu)
        self.around.attach(self.actions_, self.left.library.open)
        self.manners.attach(self.actions_, shelf, self.left.book, self._intake.paste, self.back.forward)
        self.exits.attach(self.actions_, self.digest.summary)
        self._presenter = Presenter(self._view(), session, settings_, shelf, language, self._helpers(), self)
        parting = (self.address, self.digest.figures)
        self._focus = FocusCare(self._pages, self.reader, self.banner, parting, session)
        self._connect()
        self._effects = Effects(settings_, theme, language, session, self.digest, self.status, self)
        keep_worded(self, self._word)
        self._restore()
        self.show_empty()
        self.address.field.setFocus()

    def open(self, sources: Sequence[Source]) -> None:
        """Digest ``sources``."""
        self.exits.importing.open(sources)

    def open_sample(self) -> None:
        """Digest the sample article in the language of the interface."""
        self._intake.sample(self._language.lang)

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
        self._turn_to(self.empty)

    def show_work(self) -> None:
        """Turn to article and digest."""
        self._turn_to(self._splitter)

    def show_problem(self) -> None:
        """Turn to what went wrong."""
        self._turn_to(self.problem)

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
        self._backend.close()
        super().closeEvent(event)

    def _lay_out_work(self) -> QWidget:
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(self.reader)
        self._splitter.addWidget(self.digest)
        self.reader.setMinimumWidth(280)
        for page in (self.empty, self.welcome, self.problem, self.feed, self._splitter):
            self._pages.addWidget(page)
        work = QWidget()
        work.setFocusProxy(self._pages)
        column = QVBoxLayout(work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.banner, self.outcome, self.tabs, self._pages):
            column.addWidget(part, 1 if part is self._pages else 0)
        return work

    def _view(self) -> View:
        return View(
            address=self.address,
            banner=self.banner,
            reader=self.reader,
            digest=self.digest,
            problem=self.problem,
            feed=self.feed,
            status=self.status,
            peek=self.peek,
            show_empty=self.show_empty,
            show_work=self.show_work,
            show_problem=self.show_problem,
            show_feed=lambda: self._turn_to(self.feed),
            show_reader=self.show_reader,
        )

    def _commands(self) -> dict[str, Callable[[], object]]:
        summary, figures = self.digest.summary, self.digest.figures
        return {
            "paste": self._intake.paste,
            "open": self._intake.choose_files,
            "address": self._edit_address,
            "sample": self.open_sample,
            "copy_summary": summary.copy_summary,
            "next_figure": lambda: figures.step(1),
            "previous_figure": lambda: figures.step(-1),
            "larger": lambda: self.zoom(1),
            "smaller": lambda: self.zoom(-1),
            "usual_size": lambda: self.zoom(0),
            **self.left.commands(),
            "stop": self.stop,
            **self.around.commands(),
            **self.manners.commands(),
            **self.exits.commands(),
        }

    def _helpers(self) -> dict[Way, Callable[[], object]]:
        return {
            Way.EDIT_ADDRESS: self._edit_address,
            Way.CHOOSE_FILE: self._intake.choose_files,
            Way.PASTE: self._intake.paste,
        }

    def _connect(self) -> None:
        self.address.submitted.connect(self._intake.type)
        self._intake.wanting.connect(self.address.field.setFocus)
        self.address.paste_wished.connect(self._intake.paste)
        self.drops.dropped.connect(self.open)
        self.address.open.clicked.connect(self._intake.choose_files)
        self.address.sidebar.clicked.connect(self.frame.toggle)
        self.frame.rearranged.connect(self._arrange)
        self.welcome.left.connect(self.show_empty)
        self.empty.address_wished.connect(self._edit_address)
        self.feed.chosen.connect(self.open)
        self.empty.paste_wished.connect(self._intake.paste)
        self.empty.files_wished.connect(self._intake.choose_files)
        self.empty.sample_wished.connect(self.open_sample)
        self.reader.zoomed.connect(self.zoom)
        self.tabs.currentChanged.connect(self._arrange)
        self._splitter.splitterMoved.connect(
            lambda: self._settings.set(settings.READER_SPLITTER, self._splitter.saveState())
        )
        self.session.opened.connect(self._name_window)
        self.session.article_ready.connect(self._name_window)

    def _edit_address(self) -> None:
        self.address.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.address.field.selectAll()

    def _name_window(self) -> None:
        """Title the window after the article; the system adds the program's name where that is the custom."""
        article = self.session.article
        self.setWindowTitle((article.title if article is not None else None) or "Kratko")

    def _turn_back(self) -> None:
        if self.session.article is None:
            self._turn_to(self.empty)
        else:
            self._turn_to(self._splitter)
            self._focus.come_to_article()

    def _turn_to(self, page: QWidget) -> None:
        if page is not self._pages.currentWidget():
            self._focus.leave_page()
        self._pages.setCurrentWidget(page)
        self._arrange()

    def _arrange(self) -> None:
        """Fit the panes to the width there is."""
        narrow = self.frame.room < MEDIUM
        working = self._pages.currentWidget() is self._splitter
        self.tabs.setVisible(narrow and working)
        article_tab = self.tabs.currentIndex() == 1
        leaving = self.digest if article_tab else self.reader
        if narrow and working and leaving.isAncestorOf(self.focusWidget() or self):
            self._pages.setFocus()
        self.reader.setVisible(not narrow or article_tab)
        self.digest.setVisible(not narrow or not article_tab)
        self.digest.set_window_wide(self.frame.room >= WIDE)
        self.empty.set_narrow(narrow)
        self.status.set_narrow(self.width() < MEDIUM)

    def _restore(self) -> None:
        self.back.restore()
        state = self._settings.get(settings.READER_SPLITTER)
        if state.isEmpty() or not self._splitter.restoreState(state):
            self._splitter.setSizes([5200, 4800])
        self._splitter.setHandleWidth(1)

    def _word(self) -> None:
        self._name_window()
        self.tabs.setTabText(0, self.tr("Digest"))
        self.tabs.setTabText(1, self.tr("Article"))
        self.tabs.setAccessibleName(self.tr("Views"))
        self.reader.setAccessibleName(self.tr("Article"))
        buttons = {"open": (self.address.open, self.tr("Open a file"))}
        buttons["sidebar"] = (self.address.sidebar, self.tr("Queue and library"))
        for name, (button, words) in buttons.items():
            button.word(words, self.actions_[name].shortcut().toString(QKeySequence.SequenceFormat.NativeText))
