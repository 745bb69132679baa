"""Buttons in a row that go on in the next line where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from desktop_app.gui.theme import Space

Lines = list[list[tuple[QLayoutItem, QSize]]]


class FlowLayout(QLayout):
    """Items at their natural size from where reading begins or in the middle, wrapped like words.

    It can be as narrow as its place: an item that is wider than that is as wide as it.
    """

    def __init__(self, parent: QWidget | None = None, *, centred: bool = False) -> None:
        super().__init__(parent)
        self._centred = centred
        self._items: list[QLayoutItem] = []
        self.setSpacing(Space.S)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        hints = [item.sizeHint() for item in self._visible()]
        width = sum(hint.width() for hint in hints) + self.spacing() * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0)).grownBy(self.contentsMargins())

    def minimumSize(self) -> QSize:
        height = max((item.minimumSize().height() for item in self._visible()), default=0)
        return QSize(0, height).grownBy(self.contentsMargins())

    def setGeometry(self, area: QRect) -> None:
        super().setGeometry(area)
        self._arrange(area, move=True)

    def _visible(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, area: QRect, *, move: bool) -> int:
        """Place the items in ``area`` if ``move``; returns the height they take."""
        margins = self.contentsMargins()
        area = area.marginsRemoved(margins)
        y = 0
        parent = self.parentWidget()
        mirrored = parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for line in self._lines(area.width()):
            taken = sum(size.width() for _, size in line) + self.spacing() * (len(line) - 1)
            x = (area.width() - taken) // 2 if self._centred else 0
            for item, size in line:
                if move:
                    left = area.width() - x - size.width() if mirrored else x
                    item.setGeometry(QRect(QPoint(area.x() + left, area.y() + y), size))
                x += size.width() + self.spacing()
            y += max(size.height() for _, size in line) + self.spacing()
        return max(0, y - self.spacing()) + margins.top() + margins.bottom()

    def _lines(self, room: int) -> Lines:
        """The items with their sizes, line by line."""
        lines: Lines = []
        left = 0
        for item in self._visible():
            hint = item.sizeHint()
            width = min(hint.width(), room)
            if not lines or width > left:
                lines.append([])
                left = room
            lines[-1].append((item, QSize(width, hint.height())))
            left -= width + self.spacing()
        return lines
