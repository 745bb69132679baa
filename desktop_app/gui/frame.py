"""The frame of the window: address bar above, sidebar beside the work, status line below.

Where there is room the sidebar is docked in a splitter; where there is not it is a drawer that lies over the work.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from desktop_app.gui import settings
from desktop_app.gui.settings import Settings
from desktop_app.gui.sidebar import Sidebar

#: Window widths from which the sidebar is docked.
DOCKED: Final = 1100
_DRAWER_WIDTH = 320
#: The work keeps this much however wide the reader would have the sidebar.
_LEAST_WORK = 760
#: What stays of the work in sight beside an open drawer, to click on.
_LEFT_OPEN = 56


class Frame(QWidget):
    """Puts a sidebar beside ``work``. ``rearranged`` tells that the work has another width."""

    rearranged = Signal()

    def __init__(
        self,
        settings_: Settings,
        above: QWidget,
        work: QWidget,
        below: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings_
        self.sidebar = sidebar = Sidebar()
        self._work = work
        self._docked = True
        self._drawn = False  # whether the drawer is open
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(sidebar)
        self._splitter.addWidget(work)
        self._splitter.setStretchFactor(1, 1)
        sidebar.setMinimumWidth(settings.SIDEBAR_WIDTH.allowed[0])
        self._body = QWidget()
        row = QHBoxLayout(self._body)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._splitter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(above)
        column.addWidget(self._body, 1)
        column.addWidget(below)
        self._veil = _Veil(self._body)
        self._veil.clicked.connect(self.close_drawer)
        self._splitter.splitterMoved.connect(self._remember)
        settings_.changed.connect(self._setting_changed)
        self._arrange()

    @property
    def open(self) -> bool:
        """Whether the sidebar shows."""
        return self._settings.get(settings.SIDEBAR) if self._docked else self._drawn

    @property
    def docked(self) -> bool:
        """Whether the sidebar has a place of its own beside the work."""
        return self._docked

    @property
    def room(self) -> int:
        """The width there is for the work."""
        if not (self._docked and self.open):
            return self.width()
        return self.width() - self._width() - self._splitter.handleWidth()

    def toggle(self) -> None:
        """Show or hide the sidebar; docked, that is remembered."""
        self.set_open(not self.open)

    def set_open(self, open_: bool) -> None:
        """Show or hide the sidebar."""
        if self._docked:
            self._settings.set(settings.SIDEBAR, open_)
        elif self._drawn != open_:
            self._drawn = open_
            self._arrange()

    def close_drawer(self) -> bool:
        """Put the drawer away; whether it was open. A docked sidebar stays."""
        if self._docked or not self._drawn:
            return False
        self.set_open(False)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        docked = self.width() >= DOCKED
        if docked != self._docked:
            self._docked, self._drawn = docked, False
        self._arrange()

    def _arrange(self) -> None:
        sidebar, open_ = self.sidebar, self.open
        focused = QApplication.focusWidget()
        leaving = not open_ and focused is not None and sidebar.isAncestorOf(focused)
        if self._docked:
            self._veil.hide()
            if self._splitter.indexOf(sidebar) < 0:
                self._splitter.insertWidget(0, sidebar)
            sidebar.setVisible(open_)
            sidebar.setMaximumWidth(min(settings.SIDEBAR_WIDTH.allowed[-1], self._widest()))
            self._splitter.setSizes([self._width(), self.width() - self._width()])
        else:
            if self._splitter.indexOf(sidebar) >= 0:
                sidebar.setParent(self._body)
            width = min(_DRAWER_WIDTH, self.width() - _LEFT_OPEN)
            left = 0 if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else self.width() - width
            self._veil.setGeometry(self._body.rect())
            sidebar.setGeometry(left, 0, width, self._body.height())
            self._veil.setVisible(open_)
            sidebar.setVisible(open_)
            if open_:
                self._veil.raise_()
                sidebar.raise_()
        if leaving:
            self._work.setFocus(Qt.FocusReason.OtherFocusReason)
        self.rearranged.emit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and not self._docked:
            self.sidebar.resize(self.sidebar.width(), self._body.height())
        return super().event(event)

    def _width(self) -> int:
        return min(self._settings.get(settings.SIDEBAR_WIDTH), self._widest())

    def _widest(self) -> int:
        return max(self.width() - _LEAST_WORK - self._splitter.handleWidth(), settings.SIDEBAR_WIDTH.allowed[0])

    def _remember(self) -> None:
        width = self._splitter.sizes()[0]
        if width in settings.SIDEBAR_WIDTH.allowed:
            self._settings.set(settings.SIDEBAR_WIDTH, width)
            self.rearranged.emit()

    def _setting_changed(self, setting: object) -> None:
        if setting is settings.SIDEBAR:
            self._arrange()


class _Veil(QWidget):
    """Dims the work under an open drawer; a click on it puts the drawer away."""

    clicked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(0, 0, 0, 90))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.clicked.emit()
