"""The settings: pages beside a list of their names. What is changed holds at once, so there is nothing to confirm."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui import icons
from desktop_app.gui.language_watch import keep_worded
from desktop_app.gui.preferences_rows import SettingRow
from desktop_app.gui.preferences_table import PAGES, Page, worded
from desktop_app.gui.settings import Setting, Settings
from desktop_app.gui.theme import Space, Theme, TypeSize
from desktop_app.gui.widgets import Column, hairline, label

_SIZE: Final = QSize(780, 580)
_LIST_WIDTH: Final = 184


class PreferencesDialog(QDialog):
    """The dialog; ``extras`` are widgets to show on a page (by its name) under its rows, ``without`` rows to leave out.

    It does not keep the window from being used, so that one sees what a change does.
    """

    turned = Signal(str)  # name of the page

    def __init__(
        self,
        theme: Theme,
        settings_: Settings,
        extras: dict[str, QWidget],
        without: tuple[Setting[bool], ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._settings = settings_
        self.rows: dict[Setting[Any], SettingRow] = {}
        self.pages = QListWidget()
        self.pages.setObjectName("pages")
        self.pages.setFixedWidth(_LIST_WIDTH)
        self.pages.setIconSize(QSize(20, 20))
        self.pages.setFrameShape(QFrame.Shape.NoFrame)
        self.pages.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._stack = QStackedWidget()
        self._titles: list[QLabel] = []
        for page in PAGES:
            self.pages.addItem(QListWidgetItem())
            self._stack.addWidget(self._page(page, extras.get(page.name), without))
        line = QFrame()
        line.setProperty("role", "hairline")
        line.setFixedWidth(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for part in (self.pages, line, self._stack):
            row.addWidget(part, 1 if part is self._stack else 0)
        self.pages.currentRowChanged.connect(self._turn)
        self.pages.setCurrentRow(0)
        self.setMinimumSize(560, 420)
        self.resize(_SIZE)
        theme.changed.connect(self._draw)
        self._draw()
        keep_worded(self, self._word)

    def open_page(self, name: str) -> None:
        """Show the page called ``name`` in front."""
        self.pages.setCurrentRow(next(at for at, page in enumerate(PAGES) if page.name == name))
        self.show()
        self.activateWindow()
        self.pages.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def page(self) -> str:
        """The name of the page that shows."""
        return PAGES[self.pages.currentRow()].name

    def _page(self, page: Page, extra: QWidget | None, without: tuple[Setting[bool], ...]) -> QWidget:
        inner = Column()
        inner.setProperty("role", "desk")
        column = QVBoxLayout(inner)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.XL)
        column.setSpacing(0)
        title = label("greeting")
        self._titles.append(title)
        column.addWidget(title)
        column.addSpacing(Space.S)
        shown = [row for row in page.rows if row.setting not in without]
        for at, row in enumerate(shown):
            if at:
                column.addWidget(hairline())
            self.rows[row.setting] = made = SettingRow(self._theme, self._settings, row)
            column.addWidget(made)
        if extra is not None:
            column.addWidget(extra)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        return scroll

    def _turn(self, at: int) -> None:
        self._stack.setCurrentIndex(at)
        self.turned.emit(PAGES[at].name)

    def _draw(self) -> None:
        colours = self._theme.colours
        for at, page in enumerate(PAGES):
            self.pages.item(at).setIcon(icons.icon(page.icon, colours.text))
        for title in self._titles:
            title.setFont(self._theme.font(TypeSize.TITLE, QFont.Weight.DemiBold))

    def _word(self) -> None:
        self.setWindowTitle(self.tr("Settings"))
        self.pages.setAccessibleName(self.tr("Pages of the settings"))
        for at, page in enumerate(PAGES):
            self.pages.item(at).setText(worded(page.words))
            self.pages.item(at).setSizeHint(QSize(_LIST_WIDTH - 2 * Space.S, 36))
            self._titles[at].setText(worded(page.words))
