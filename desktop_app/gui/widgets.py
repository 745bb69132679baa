"""Small parts used in several places: buttons with our icons, quiet labels, hairlines."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QColor, QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QLineEdit, QPushButton, QSizePolicy, QToolButton, QWidget

from desktop_app.gui import icons
from desktop_app.gui.theme import Theme

#: Height of the row of headings above a pane.
HEAD_HEIGHT: Final = 48

#: An icon beside words, and the air between them beyond what the style gives.
SMALL_ICON: Final = 16
_GAP: Final = 3


class IconButton(QToolButton):
    """A flat square button with one of our icons; name and tooltip are set by its owner."""

    def __init__(self, theme: Theme, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self.setAutoRaise(True)
        self.setIconSize(QSize(20, 20))
        self.setFixedSize(36, 36)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self._draw)
        self._draw()

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        if icon != self._icon:
            self._icon = icon
            self._draw()

    def word(self, name: str, shortcut: str = "") -> None:
        """Set the accessible name and the tooltip, which also tells the ``shortcut``."""
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({shortcut})" if shortcut else name)

    def _draw(self) -> None:
        colours = self._theme.colours
        self.setIcon(icons.icon(self._icon, colours.text, colours.outline))


class TextButton(QPushButton):
    """A push button of ``kind`` ``primary``, ``plain`` or ``quiet``, with an optional icon in its text's colour."""

    def __init__(self, theme: Theme, kind: str, icon: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind = kind
        self._icon = icon
        self.setProperty("kind", kind)
        self.setIconSize(self.icon_size_beside_words())
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._draw)
        self._draw()

    def set_look(self, kind: str, icon: str | None) -> None:
        """Change the kind and icon, for a button that changes its meaning."""
        if (kind, icon) != (self._kind, self._icon):
            self._kind, self._icon = kind, icon
            self.setProperty("kind", kind)
            self.style().unpolish(self)
            self.style().polish(self)
            self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._draw()

    @staticmethod
    def icon_size_beside_words() -> QSize:
        """The icon with the air between it and the words."""
        return QSize(SMALL_ICON + _GAP, SMALL_ICON)

    def _ink(self) -> QColor:
        colours = self._theme.colours
        inks = {"primary": colours.on_accent, "danger": colours.on_accent, "quiet": colours.accent}
        return inks.get(self._kind, colours.text)

    def _draw(self) -> None:
        if self._icon:
            outline = self._theme.colours.outline
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            self.setIcon(icons.icon_before_text(self._icon, self._ink(), outline, SMALL_ICON, _GAP, mirrored=mirrored))


class IconLabel(QLabel):
    """One of our icons as a picture, in the colour named ``colour`` of the theme."""

    def __init__(self, theme: Theme, icon: str, colour: str, size: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon, self._colour, self._size = icon, colour, size
        self.setFixedSize(size, size)
        theme.changed.connect(self._draw)
        self._draw()

    def set_look(self, icon: str, colour: str) -> None:
        """Show another icon."""
        self._icon, self._colour = icon, colour
        self._draw()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._draw()
        return super().event(event)

    def _draw(self) -> None:
        ink = getattr(self._theme.colours, self._colour)
        self.setPixmap(icons.pixmap(self._icon, ink, self._size, self.devicePixelRatioF()))


class QuietCombo(QComboBox):
    """A choice that looks like text until it is pointed at, as wide as what is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "quiet")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(16)
        self.currentTextChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(self.fontMetrics().horizontalAdvance(self.currentText()) + 36, hint.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(72, self.sizeHint().width()), super().minimumSizeHint().height())

    def showPopup(self) -> None:
        widest = max((self.fontMetrics().horizontalAdvance(self.itemText(at)) for at in range(self.count())), default=0)
        self.view().setMinimumWidth(widest + 48)
        super().showPopup()


class Column(QWidget):
    """The inside of a scroll area: as high as its wrapped labels need at its width, not at their narrowest."""

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        if layout is None or not layout.hasHeightForWidth():
            return super().minimumSizeHint()
        return QSize(0, layout.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


def label(role: str, *, wraps: bool = False, parent: QWidget | None = None) -> QLabel:
    """A label styled by its ``role`` (see ``kratko.qss``)."""
    made = QLabel(parent)
    made.setProperty("role", role)
    made.setWordWrap(wraps)
    made.setTextFormat(Qt.TextFormat.PlainText)
    return made


def hairline(parent: QWidget | None = None) -> QFrame:
    """A horizontal line of one pixel."""
    line = QFrame(parent)
    line.setProperty("role", "hairline")
    line.setFixedHeight(1)
    return line


class ClearButton(QObject):
    """The button in ``field`` that empties it, drawn like the other icons; there while there is something to clear."""

    def __init__(self, theme: Theme, field: QLineEdit) -> None:
        super().__init__(field)
        self._theme = theme
        field.setClearButtonEnabled(True)
        self._action = field.findChild(QAction, "_q_qlineeditclearaction")
        field.installEventFilter(self)
        theme.changed.connect(self._draw)
        self._draw()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutDirectionChange, QEvent.Type.StyleChange):
            QTimer.singleShot(0, self, self._draw)  # Qt puts its own icon back
        return super().eventFilter(watched, event)

    def _draw(self) -> None:
        if isinstance(self._action, QAction):
            self._action.setIcon(icons.icon("close", self._theme.colours.muted, size=16))
