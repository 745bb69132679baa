"""The queue's part of the sidebar: how far everything is, what can be done about it, and the items."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QListView,
    QMenu,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui.language_watch import keep_worded
from desktop_app.gui.queue_delegate import QueueDelegate
from desktop_app.gui.queue_model import QueueModel
from desktop_app.gui.theme import Space, Theme
from desktop_app.gui.widgets import HEAD_HEIGHT, IconButton, TextButton, label

#: Items that the panel makes room for by itself; more are scrolled.
_MOST_ROWS = 6


class QueuePanel(QWidget):
    """Shows ``model``; tells what the reader wishes by the numbers of items."""

    opened = Signal(int)
    pause_wished = Signal()
    menu_wished = Signal(QPoint)  # global
    remove_wished = Signal()
    move_wished = Signal(int)  # rows up (below zero) or down
    remedy_wished = Signal()

    def __init__(self, theme: Theme, model: QueueModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paused = False
        self.model = model
        self._heading = label("heading")
        self._count = label("quiet")
        self.pause = IconButton(theme, "pause")
        self.more = IconButton(theme, "more")
        self.more.setPopupMode(self.more.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.more)
        self.more.setMenu(self.menu)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(4)
        self.bar.setRange(0, 1000)
        self.bar.setValue(0)
        self._state = label("quiet", wraps=True)
        self.remedy = TextButton(theme, "quiet")
        self.remedy.hide()
        self.list = QListView()
        self.list.setObjectName("items")
        self.list.setModel(model)
        self._delegate = QueueDelegate(theme, self)
        self.list.setItemDelegate(self._delegate)
        self._set_up_list()
        self._lay_out()
        self.pause.clicked.connect(self.pause_wished)
        self.remedy.clicked.connect(self.remedy_wished)
        self.list.clicked.connect(self._clicked)
        self.list.customContextMenuRequested.connect(self._ask_menu)
        model.rowsInserted.connect(self.updateGeometry)
        model.modelReset.connect(self.updateGeometry)
        theme.changed.connect(self.list.doItemsLayout)
        keep_worded(self, self._word)

    @property
    def chosen(self) -> tuple[int, ...]:
        """The numbers of the selected items, from top to bottom."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        return tuple(self.model.number_at(row) for row in rows)

    @property
    def words(self) -> tuple[str, str]:
        """What the head says: how many, and what is going on."""
        return self._count.text(), self._state.text()

    def choose(self, *numbers: int) -> None:
        """Select items."""
        selection = self.list.selectionModel()
        selection.clearSelection()
        for number in numbers:
            if (row := self.model.row_of(number)) is not None:
                index = self.model.index(row)
                selection.select(index, QItemSelectionModel.SelectionFlag.Select)
                selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)

    def set_open(self, number: int | None) -> None:
        """Mark the item that is shown in the window."""
        self._delegate.opened = number
        self.list.viewport().update()

    def show_progress(self, count: str, share: float, state: str, remedy: str, *, paused: bool, busy: bool) -> None:
        """Tell how far it is in words and as a ``share`` (0…1); ``remedy`` is the button for what holds it up."""
        self._count.setText(count)
        self.bar.setValue(round(1000 * share))
        self.bar.setVisible(bool(count))
        self.bar.setAccessibleDescription(count)
        self._state.setText(state)
        self._state.setVisible(bool(state))
        self.remedy.setText(remedy)
        self.remedy.setVisible(bool(remedy))
        self._paused = paused
        self.pause.setVisible(busy)
        self._word()

    def sizeHint(self) -> QSize:
        rows = min(self.model.rowCount(), _MOST_ROWS)
        row = self.list.sizeHintForRow(0) if rows else 0
        told = [part for part in (self._state, self.remedy) if part.isVisibleTo(self)]
        head = HEAD_HEIGHT + sum(part.sizeHint().height() for part in told)
        return QSize(264, head + rows * max(row, 0) + Space.XL)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
            key = Qt.Key(event.key())
            acting = event.type() == QEvent.Type.KeyPress
            if event.modifiers() & Qt.KeyboardModifier.AltModifier and key in steps:
                if acting:
                    self.move_wished.emit(steps[key])
                event.accept()
                return True
            if acting and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._open(self.list.currentIndex())
                return True
            if acting and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.chosen:
                self.remove_wished.emit()
                return True
        return super().eventFilter(watched, event)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.model.number_at(index.row()))

    def _clicked(self, index: QModelIndex) -> None:
        if not QApplication.keyboardModifiers():
            self._open(index)

    def _ask_menu(self, spot: QPoint) -> None:
        if self.chosen:
            self.menu_wished.emit(self.list.viewport().mapToGlobal(spot))

    def _set_up_list(self) -> None:
        view = self.list
        view.setUniformItemSizes(True)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.setMouseTracking(True)
        view.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        view.setDropIndicatorShown(True)
        view.setDragDropOverwriteMode(False)
        view.setMinimumHeight(96)
        view.installEventFilter(self)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(Space.L, Space.XS, Space.S, 0)
        row.setSpacing(Space.S)
        row.addWidget(self._heading)
        row.addWidget(self._count)
        row.addStretch()
        row.addWidget(self.pause)
        row.addWidget(self.more)
        head = QWidget()
        head.setFixedHeight(HEAD_HEIGHT)
        head.setLayout(row)
        told = QVBoxLayout()
        told.setContentsMargins(Space.L, 0, Space.L, Space.S)
        told.setSpacing(Space.XS)
        told.addWidget(self.bar)
        told.addWidget(self._state)
        told.addWidget(self.remedy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addLayout(told)
        column.addWidget(self.list, 1)

    def _word(self) -> None:
        self._heading.setText(self.tr("Queue"))
        self.pause.set_icon("resume" if self._paused else "pause")
        self.pause.word(self.tr("Go on") if self._paused else self.tr("Pause"))
        self.more.word(self.tr("More"))
        self.bar.setAccessibleName(self.tr("Progress of the queue"))
        self.list.setAccessibleName(self.tr("Items of the queue"))
        self.model.word()
