"""Another program on the desktop: it has put a text onto the clipboard, and shows a file that can be dragged away.

``python -m tests.walk.neighbour TEXT_FILE DRAGGED_FILE``; prints the middle of what can be dragged when it is up.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel

from tests.walk.desktop import SIZE

_SIDE = 160


class DraggedFile(QLabel):
    """The name of ``file``, in the right upper corner of the screen."""

    def __init__(self, file: Path) -> None:
        super().__init__(file.name)
        self._file = file
        self._pressed: QPoint | None = None
        self.setWindowTitle("Files")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setGeometry(SIZE[0] - _SIDE - 20, 60, _SIDE, _SIDE)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._pressed is None:
            return
        if (event.position().toPoint() - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            mime = QMimeData()
            mime.setUrls([QUrl.fromLocalFile(str(self._file))])
            drag = QDrag(self)
            drag.setMimeData(mime)
            drag.exec(Qt.DropAction.CopyAction)

    def tell(self) -> None:
        middle = self.mapToGlobal(self.rect().center())
        print(middle.x(), middle.y(), flush=True)


def main() -> int:
    app = QApplication(sys.argv[:1])
    app.clipboard().setText(Path(sys.argv[1]).read_text(encoding="utf-8"))
    shown = DraggedFile(Path(sys.argv[2]))
    shown.show()
    QTimer.singleShot(500, shown.tell)  # framed and placed by the window manager by then
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
