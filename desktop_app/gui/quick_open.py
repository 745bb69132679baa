"""Everything by its name: what was read lately and every command, found by typing a few letters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAction, QFocusEvent, QIcon, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from desktop_app.gui import icons
from desktop_app.gui.keeper import Keeper
from desktop_app.gui.language_watch import keep_worded
from desktop_app.gui.theme import Space, Theme
from desktop_app.gui.widgets import label
from desktop_app.worker.keeping import EntriesListed, ListEntries

_RECENT = 6
_WIDTH, _HEIGHT = 560, 420
_TOP = 72
_ROW = 32
#: A menu of the field, or another program in front, is no reason to go.
_STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


@dataclass(frozen=True)
class _Choice:
    words: str
    hint: str
    icon: QIcon
    do: Callable[[], object]


class QuickOpen(QFrame):
    """Lies over the window until something is chosen or the focus goes elsewhere.

    ``open_entry`` opens a kept digest by its number.
    """

    def __init__(
        self,
        theme: Theme,
        keeper: Keeper,
        commands: Callable[[], Sequence[QAction]],
        open_entry: Callable[[int], object],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)
        self._before: QWidget | None = None
        self.setObjectName("quick")
        self._theme = theme
        self._keeper = keeper
        self._commands = commands
        self._open_entry = open_entry
        self._recent: list[_Choice] = []
        self._ticket: int | None = None
        self._choices: list[_Choice] = []
        self.field = QLineEdit()
        self.field.setProperty("kind", "field")
        self.list = QTreeWidget()
        self.list.setColumnCount(2)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setIconSize(QSize(18, 18))
        self.list.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._nothing = label("muted", wraps=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._nothing.setContentsMargins(0, Space.L, 0, 0)
        self._nothing.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        column.setSpacing(Space.S)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        column.addWidget(self._nothing, 1)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._sought)
        self.list.itemClicked.connect(lambda item, _column: self._choose(self.list.indexOfTopLevelItem(item)))
        keep_worded(self, self._word)

    def open_over(self) -> None:
        """Show at the top middle of the window, with what was read lately."""
        self._place()
        self._before = self._window.focusWidget()
        self.field.clear()
        self._recent = []
        self._sought("")
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def leave(self) -> bool:
        """Put it away, and the focus back where it was; whether it was there."""
        if self.isHidden():
            return False
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        return True

    def choices(self) -> list[str]:
        """The names shown, in order."""
        return [choice.words for choice in self._choices]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window:
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self._place()
            return False
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                event.accept()  # a key for this list, before it is a command of the window
                return True
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
            if event.key() in step:
                self._step(step[Qt.Key(event.key())])
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(self._at())
                return True
            if event.key() == Qt.Key.Key_Escape:
                return self.leave()
        elif isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _STAYS:
            self.hide()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        width = min(_WIDTH, self._window.width() - 2 * Space.L)
        self.resize(width, min(_HEIGHT, self._window.height() - _TOP - Space.L))
        self.move((self._window.width() - width) // 2, _TOP)

    def _at(self) -> int:
        return self.list.currentIndex().row()

    def _step(self, by: int) -> None:
        count = len(self._choices)
        if count:
            at = self._at() + by
            self._go_to(at % count if abs(by) == 1 else max(0, min(count - 1, at)))

    def _go_to(self, at: int) -> None:
        self.list.setCurrentIndex(self.list.model().index(at, 0))

    def _sought(self, text: str) -> None:
        if self._ticket is not None:
            self._keeper.forget(self._ticket)
        self._ticket = self._keeper.ask(
            ListEntries(text=text.strip(), limit=_RECENT), self._listed, lambda _: self._fill()
        )
        self._fill()

    def _listed(self, answer: EntriesListed) -> None:
        self._ticket = None
        picture = icons.icon("book", self._theme.colours.muted)
        self._recent = [
            _Choice(
                hit.entry.title or (hit.entry.summary or hit.entry.source)[:80],
                hit.entry.site or "",
                picture,
                partial(self._open_entry, hit.entry.id),
            )
            for hit in answer.hits
        ]
        self._fill()

    def _fill(self) -> None:
        words = self.field.text().casefold().split()
        commands = [
            _Choice(
                action.text().rstrip("…"),
                action.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
                action.icon(),
                action.trigger,
            )
            for action in self._commands()
            if all(word in action.text().casefold() for word in words)
        ]
        self._choices = [*commands, *self._recent] if words else [*self._recent, *commands]
        self.list.clear()
        blank = icons.blank(18)
        for choice in self._choices:
            item = QTreeWidgetItem([choice.words, choice.hint])
            item.setIcon(0, blank if choice.icon.isNull() else choice.icon)
            item.setSizeHint(0, QSize(0, _ROW))
            item.setForeground(1, self._theme.colours.muted)
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
            item.setToolTip(0, choice.words)
            self.list.addTopLevelItem(item)
        self.list.setVisible(bool(self._choices))
        self._nothing.setVisible(not self._choices)
        self._go_to(0)

    def _choose(self, at: int) -> None:
        if 0 <= at < len(self._choices):
            choice = self._choices[at]
            self.leave()  # what is done may open something of its own
            choice.do()

    def _word(self) -> None:
        self.setAccessibleName(self.tr("Go to"))
        self.field.setPlaceholderText(self.tr("An article you read, or a command"))
        self.field.setAccessibleName(self.tr("An article you read, or a command"))
        self.list.setAccessibleName(self.tr("Articles and commands"))
        self._nothing.setText(self.tr("Nothing by that name"))
