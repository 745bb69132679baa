"""The share picture: what it will look like, in which size and colours, and what to do with it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QMimeData, QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QDrag, QGuiApplication, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_app.article import Digest
from desktop_app.export import ExportOptions, PictureSize, PictureTheme
from desktop_app.export.card import card_of
from desktop_app.gui import settings
from desktop_app.gui.language_watch import keep_worded
from desktop_app.gui.painting.card import CardPicture
from desktop_app.gui.settings import Settings
from desktop_app.gui.theme import Space, Theme
from desktop_app.gui.widgets import TextButton, label

_COPIED_FOR: Final = 1600
_PREVIEW = QSize(640, 336)


class ShareDialog(QDialog):
    """A live preview of the picture of ``digest``; ``save_wished`` asks for a file of it."""

    save_wished = Signal(object)  # ExportOptions

    def __init__(
        self, theme: Theme, settings_: Settings, digest: Digest, options: ExportOptions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings_
        self._digest = digest
        self._options = options
        self.preview = _Preview(theme)
        self._size_words, self._theme_words = label("heading"), label("heading")
        self.sizes = {size: QRadioButton() for size in PictureSize}
        self.themes = {colours: QRadioButton() for colours in PictureTheme}
        self.copy = TextButton(theme, "plain", "copy")
        self.save = TextButton(theme, "primary", "download")
        self.close_ = TextButton(theme, "plain")
        self._copied = QTimer(self)
        self._copied.setSingleShot(True)
        self._copied.setInterval(_COPIED_FOR)
        self._copied.timeout.connect(self._word_copy)
        self._lay_out()
        self.sizes[PictureSize(settings_.get(settings.PICTURE_SIZE))].setChecked(True)
        self.themes[PictureTheme(settings_.get(settings.PICTURE_THEME))].setChecked(True)
        for button in (*self.sizes.values(), *self.themes.values()):
            button.toggled.connect(self._draw)
        self.copy.clicked.connect(self.copy_picture)
        self.save.clicked.connect(lambda: self.save_wished.emit(self.options))
        self.close_.clicked.connect(self.reject)
        self._draw()
        keep_worded(self, self._word)
        self.save.setFocus()

    @property
    def options(self) -> ExportOptions:
        """With the size and colours chosen."""
        from dataclasses import replace

        size = next(size for size, button in self.sizes.items() if button.isChecked())
        colours = next(colours for colours, button in self.themes.items() if button.isChecked())
        return replace(self._options, picture=size, theme=colours)

    def copy_picture(self) -> None:
        """Put the picture onto the clipboard."""
        QGuiApplication.clipboard().setImage(self.preview.picture.image())
        self.copy.setText(self.tr("Copied"))
        self.copy.set_look("plain", "check")
        self._copied.start()

    def _draw(self, checked: bool = True) -> None:
        """Show the picture as chosen; a choice that was left is followed by the one that was made."""
        if checked:
            options = self.options
            self._settings.set(settings.PICTURE_SIZE, options.picture.value)
            self._settings.set(settings.PICTURE_THEME, options.theme.value)
            card = card_of(self._digest, options)
            self.preview.show_picture(CardPicture(card, options.picture, options.theme))
            self.preview.setAccessibleDescription(". ".join(filter(None, (card.title, card.summary))))

    def _lay_out(self) -> None:
        choices = QHBoxLayout()
        choices.setSpacing(Space.L)
        for words, buttons in ((self._size_words, self.sizes), (self._theme_words, self.themes)):
            group = QButtonGroup(self)
            choices.addWidget(words)
            for button in buttons.values():
                group.addButton(button)
                choices.addWidget(button)
            choices.addSpacing(Space.XL)
        choices.addStretch()
        buttons_ = QHBoxLayout()
        buttons_.addStretch()
        for part in (self.close_, self.copy, self.save):
            buttons_.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        column.setSpacing(Space.L)
        column.addWidget(self.preview, 1)
        column.addLayout(choices)
        column.addLayout(buttons_)

    def _word(self) -> None:
        self.setWindowTitle(self.tr("Share picture"))
        self._size_words.setText(self.tr("Size"))
        self._theme_words.setText(self.tr("Colours"))
        for words, size in ((self.tr("Wide"), PictureSize.WIDE), (self.tr("Square"), PictureSize.SQUARE)):
            width, height = size.pixels
            self.sizes[size].setText(f"{words} ({width} × {height})")
        self.themes[PictureTheme.LIGHT].setText(self.tr("Light"))
        self.themes[PictureTheme.DARK].setText(self.tr("Dark"))
        self.preview.setAccessibleName(self.tr("The picture; drag it where you want it"))
        self.preview.setToolTip(self.preview.accessibleName())
        self.save.setText(self.tr("Save…"))
        self.close_.setText(self.tr("Close"))
        self._word_copy()

    def _word_copy(self) -> None:
        self.copy.setText(self.tr("Copy picture"))
        self.copy.set_look("plain", "copy")


class _Preview(QWidget):
    """The picture as large as there is room for; it can be dragged into other programs."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pressed = QPoint()
        self.picture: CardPicture
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(_PREVIEW)
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def show_picture(self, picture: CardPicture) -> None:
        """Show ``picture``."""
        self.picture = picture
        self.update()

    def place(self) -> QRectF:
        """Where the picture is."""
        size = self.picture.size.toSizeF().scaled(self.size().toSizeF(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width() - 2, size.height() - 2)
        place.moveCenter(QRectF(self.rect()).center())
        return place

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = self.place()
        painter.save()
        painter.setClipRect(place)
        painter.translate(place.topLeft())
        painter.scale(place.width() / self.picture.size.width(), place.height() / self.picture.size.height())
        self.picture.paint(painter)
        painter.restore()
        painter.setPen(self._theme.colours.hairline)
        painter.drawRect(place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        far = (event.position().toPoint() - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if event.buttons() & Qt.MouseButton.LeftButton and far:
            image = self.picture.image()
            mime = QMimeData()
            mime.setImageData(image)
            drag = QDrag(self)
            drag.setMimeData(mime)
            drag.setPixmap(QPixmap.fromImage(image).scaledToWidth(200, Qt.TransformationMode.SmoothTransformation))
            drag.exec(Qt.DropAction.CopyAction)
