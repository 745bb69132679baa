"""The library's part of the sidebar: search, filters and the list of kept digests."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui import icons
from desktop_app.gui.language_watch import keep_worded
from desktop_app.gui.library_delegate import LibraryDelegate
from desktop_app.gui.library_filter import LibraryFilter
from desktop_app.gui.library_model import LibraryModel, Role
from desktop_app.gui.theme import Space, Theme
from desktop_app.gui.widgets import HEAD_HEIGHT, ClearButton, IconLabel, TextButton, label
from desktop_app.library.entries import Hit

#: Milliseconds of quiet before what is typed is searched for.
_PAUSE = 150


class LibraryPanel(QWidget):
    """Shows what is kept; numbers are those of the library."""

    search_wished = Signal(str)
    opened = Signal(int)
    menu_wished = Signal(QPoint)  # global
    delete_wished = Signal()
    keep_wished = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.model = LibraryModel(self)
        self._heading = label("heading")
        self.filter = LibraryFilter(theme)
        self.search = QLineEdit()
        self.search.setObjectName("search")
        ClearButton(theme, self.search)
        self.search.setFixedHeight(30)
        self._lens = self.search.addAction(
            icons.icon("search", theme.colours.muted, size=16), QLineEdit.ActionPosition.LeadingPosition
        )
        # Without a parent the stack would show it as a window of its own, which takes the keys.
        self.list = QListView(self)
        self.list.setObjectName("entries")
        self.list.setModel(self.model)
        self._delegate = LibraryDelegate(theme, self.model, self)
        self.list.setItemDelegate(self._delegate)
        self._hint = label("muted", wraps=True)
        self.everything = TextButton(theme, "quiet")
        self._private = _PrivateNote(theme)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._empty_words = ""
        self._set_up_list()
        self._lay_out()
        self._connect()
        theme.changed.connect(self._draw)
        self._draw()
        keep_worded(self, self._word)

    @property
    def chosen(self) -> tuple[int, ...]:
        """The numbers of the selected entries, from top to bottom."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        hits = (self.model.index(row).data(Role.HIT) for row in rows)
        return tuple(hit.entry.id for hit in hits if isinstance(hit, Hit))

    @property
    def hint(self) -> str:
        """What stands in the place of an empty list, empty while there is one."""
        return self._hint.text() if self._stack.currentIndex() else ""

    def choose(self, *numbers: int) -> None:
        """Select entries."""
        model = self.list.selectionModel()
        model.clearSelection()
        for number in numbers:
            if (row := self.model.row_of(number)) is not None:
                index = self.model.index(row)
                model.select(index, QItemSelectionModel.SelectionFlag.Select)
                model.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)

    @contextmanager
    def kept_in_place(self) -> Iterator[None]:
        """While rows change: the same entries stay selected, and the list where it was scrolled to."""
        chosen, bar = self.chosen, self.list.verticalScrollBar()
        place = bar.value()
        yield
        if chosen and self.chosen != chosen:
            self.choose(*chosen)
        bar.setValue(min(place, bar.maximum()))

    def set_open(self, number: int | None) -> None:
        """Mark the entry that is shown in the window."""
        self._delegate.opened = number
        self.list.viewport().update()

    def show_private(self, private: bool) -> None:
        """Tell that nothing is being kept."""
        self._private.setVisible(private)

    def show_list(self, words: str = "", *, narrowed: bool = False) -> None:
        """Show the list, or ``words`` in its place; ``narrowed`` offers to show everything."""
        self._hint.setText(words)
        self.everything.setVisible(narrowed)
        self._stack.setCurrentIndex(1 if words else 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._key(watched, event):
            return True
        return super().eventFilter(watched, event)

    def _key(self, watched: QObject, event: QKeyEvent) -> bool:
        key = event.key()
        if watched is self.search:
            if key == Qt.Key.Key_Down:
                self._enter_list()
                return True
            if key == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        elif watched is self.list:
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._open(self.list.currentIndex())
                return True
            if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.chosen:
                self.delete_wished.emit()
                return True
        return False

    def _enter_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.TabFocusReason)
        first = next((row for row in range(self.model.rowCount()) if self.model.index(row).data(Role.HIT)), None)
        if first is not None and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(first))

    def _open(self, index: QModelIndex) -> None:
        hit = index.data(Role.HIT)
        if isinstance(hit, Hit):
            self.opened.emit(hit.entry.id)

    def _clicked(self, index: QModelIndex) -> None:
        # A click with a modifier selects several.
        if not QApplication.keyboardModifiers():
            self._open(index)

    def _scrolled(self, value: int) -> None:
        bar = self.list.verticalScrollBar()
        if value > bar.maximum() - 2 * bar.pageStep():
            self.model.fetchMore(QModelIndex())

    def _ask_menu(self, spot: QPoint) -> None:
        if self.chosen:
            self.menu_wished.emit(self.list.viewport().mapToGlobal(spot))

    def _set_up_list(self) -> None:
        view = self.list
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.setMouseTracking(True)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setLayoutMode(QListView.LayoutMode.Batched)
        view.setBatchSize(400)
        view.installEventFilter(self)
        self.search.installEventFilter(self)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(Space.L, Space.XS, Space.S, 0)
        row.addWidget(self._heading)
        row.addStretch()
        row.addWidget(self.filter.button)
        head = QWidget()
        head.setFixedHeight(HEAD_HEIGHT)
        head.setLayout(row)
        field = QHBoxLayout()
        field.setContentsMargins(Space.M, 0, Space.M, Space.S)
        field.addWidget(self.search)
        empty = QWidget()
        column = QVBoxLayout(empty)
        # The words of the button begin where those above it do.
        column.setContentsMargins(Space.S, Space.S, Space.S, Space.L)
        column.setSpacing(Space.S)
        self._hint.setContentsMargins(Space.S, 0, Space.S, 0)
        column.addWidget(self._hint)
        column.addWidget(self.everything)
        column.addStretch()
        self._stack = QStackedLayout()
        self._stack.addWidget(self.list)
        self._stack.addWidget(empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addLayout(field)
        column.addWidget(self._private)
        column.addWidget(self.filter)
        column.addLayout(self._stack, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _: self._pause.start())
        self.search.returnPressed.connect(self._search_now)
        self._pause.timeout.connect(lambda: self.search_wished.emit(self.search.text()))
        self.list.clicked.connect(self._clicked)
        self.list.customContextMenuRequested.connect(self._ask_menu)
        self.list.verticalScrollBar().valueChanged.connect(self._scrolled)
        self._private.keep.clicked.connect(self.keep_wished)
        self.everything.clicked.connect(self._show_everything)

    def _search_now(self) -> None:
        self._pause.stop()
        self.search_wished.emit(self.search.text())
        self._enter_list()

    def _show_everything(self) -> None:
        self.search.clear()
        self.filter.clear()
        self.search.setFocus()

    def _draw(self) -> None:
        muted = self._theme.colours.muted
        self._lens.setIcon(icons.icon("search", muted, size=16))
        self.list.doItemsLayout()

    def _word(self) -> None:
        self._heading.setText(self.tr("Library"))
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search the library"))
        self.list.setAccessibleName(self.tr("Kept digests"))
        self.everything.setText(self.tr("Show everything"))
        self.model.regroup()


class _PrivateNote(QWidget):
    """Tells, where the digests would go, that they go nowhere."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._words = label("quiet", wraps=True)
        self.keep = TextButton(theme, "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, 0, Space.S, Space.S)
        row.setSpacing(Space.S)
        row.addWidget(IconLabel(theme, "private", "amber", 16), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        row.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()
        keep_worded(self, self._word)

    def _word(self) -> None:
        self._words.setText(self.tr("Nothing you read now is kept."))
        self.keep.setText(self.tr("Keep again"))
