"""Says where a drop would land: anywhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from desktop_app.gui import icons
from desktop_app.gui.incoming import has_sources, sources_from
from desktop_app.gui.language_watch import keep_worded
from desktop_app.gui.theme import Space, Theme, TypeSize


class DropOverlay(QWidget):
    """Covers the window while something readable is dragged over it, and takes what is dropped on the window.

    The overlay itself is transparent to the pointer: Qt goes on finding the window under it.
    """

    dropped = Signal(list)  # of Source

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._words = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        theme.changed.connect(self.update)
        self.hide()
        keep_worded(self, self._word)

    def invite(self) -> None:
        """Cover the window."""
        window = self.parentWidget()
        if window is not None:
            self.setGeometry(window.rect())
        self.raise_()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        elif isinstance(event, QDragLeaveEvent):
            self.hide()
        elif event.type() == QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent):
            # What is dragged out of the window is not to be read again.
            if event.source() is None and has_sources(event.mimeData()):
                event.acceptProposedAction()
                self.invite()
            return True
        elif event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            self.hide()
            found = sources_from(event.mimeData())
            if found:
                event.acceptProposedAction()
                # The keys are for what was dropped, not for where it came from.
                self.window().activateWindow()
                self.dropped.emit(found)
            return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._theme.colours
        veil = QColor(colours.base)
        veil.setAlphaF(0.82)
        painter.fillRect(self.rect(), veil)
        frame = QRectF(self.rect()).adjusted(Space.L, Space.L, -Space.L, -Space.L)
        painter.setPen(QPen(colours.accent, 2, Qt.PenStyle.DashLine))
        wash = QColor(colours.accent_wash)
        wash.setAlphaF(0.6)
        painter.setBrush(wash)
        painter.drawRoundedRect(frame, 12, 12)
        middle = self.rect().center()
        words = QFontMetricsF(self._theme.font(TypeSize.TITLE, QFont.Weight.DemiBold)).horizontalAdvance(self._words)
        sheet = QRectF(0, 0, words + 4 * Space.XXL, 148)
        sheet.moveCenter(middle.toPointF())
        painter.setPen(QPen(colours.hairline, 1))
        painter.setBrush(colours.base)
        painter.drawRoundedRect(sheet, 12, 12)
        picture = icons.pixmap("drop", colours.accent, 48, self.devicePixelRatioF())
        painter.drawPixmap(middle.x() - 24, middle.y() - 60, picture)
        painter.setFont(self._theme.font(TypeSize.TITLE, QFont.Weight.DemiBold))
        painter.setPen(colours.text)
        area = QRectF(frame.left(), middle.y() + 6, frame.width(), 40)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._words)

    def _word(self) -> None:
        self._words = self.tr("Drop to digest")
        self.setAccessibleName(self._words)
        self.update()
