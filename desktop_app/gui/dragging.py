"""Dragging a digest out of the window by a part of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget


class DragOut(QObject):
    """Starts a drag of what ``mime`` makes when ``handle`` is pulled; ``None`` if there is nothing to drag."""

    def __init__(self, handle: QWidget, mime: Callable[[], QMimeData | None]) -> None:
        super().__init__(handle)
        self._handle = handle
        self._mime = mime
        self._pressed: QPoint | None = None
        handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent):
            if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
                self._pressed = event.position().toPoint()
            elif event.type() == QEvent.Type.MouseButtonRelease:
                self._pressed = None
            elif event.type() == QEvent.Type.MouseMove and self._far(event):
                self._pressed = None
                return self._drag()
        return super().eventFilter(watched, event)

    def _far(self, event: QMouseEvent) -> bool:
        if self._pressed is None:
            return False
        return (event.position().toPoint() - self._pressed).manhattanLength() >= QApplication.startDragDistance()

    def _drag(self) -> bool:
        mime = self._mime()
        if mime is None:
            return False
        drag = QDrag(self._handle)
        drag.setMimeData(mime)
        drag.exec(Qt.DropAction.CopyAction)
        return True
