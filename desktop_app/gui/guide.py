"""The user guide: a short text with pictures, in the language of the interface."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QFont, QImage, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QFrame, QTextBrowser, QVBoxLayout, QWidget

from desktop_app.gui.i18n import InterfaceLanguage
from desktop_app.gui.language_watch import keep_worded
from desktop_app.gui.theme import Space, Theme, TypeSize
from desktop_app.resources import resource

#: Width of the pictures in device-independent pixels; they are drawn at twice that.
PICTURE_WIDTH: Final = 640
_FIRST_SIZE: Final = QSize(PICTURE_WIDTH + 4 * Space.XXL, 760)
_LEADING: Final = 1.45


class GuideText(QTextBrowser):
    """The text; nothing outside the program's own folder is ever loaded or opened."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._markdown = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.document().setDocumentMargin(Space.XXL)
        theme.changed.connect(self._set)

    def show_guide(self, lang: str) -> None:
        """Show the guide in ``lang``: ``en``, ``ru`` or ``uk``."""
        self._markdown = resource("guide", f"{lang}.md").read_text(encoding="utf-8")
        self._set()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Pictures of the guide, sharp at any scale of the screen; nothing else."""
        path = name.path() if isinstance(name, QUrl) else name
        file = path.rsplit("/", 1)[-1]
        if kind != QTextDocument.ResourceType.ImageResource.value or not file:
            return None
        try:
            picture = QImage(str(resource("guide", "images", file)))
        except FileNotFoundError:
            return None
        scale = self.devicePixelRatioF()
        shown = picture.scaledToWidth(round(PICTURE_WIDTH * scale), Qt.TransformationMode.SmoothTransformation)
        shown.setDevicePixelRatio(scale)
        return shown

    def _set(self) -> None:
        """Typeset the text anew; the style sheet of a document does not reach text that comes as Markdown."""
        document = self.document()
        document.setDefaultFont(self._theme.font(TypeSize.SUMMARY))
        self.setMarkdown(self._markdown)
        block = document.begin()
        while block.isValid():
            heading = block.blockFormat().headingLevel()
            shape = QTextBlockFormat()
            leading = self._theme.leading(document.defaultFont(), _LEADING)
            picture = "\ufffc" in block.text()
            if not picture:
                shape.setLineHeight(leading, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            shape.setTopMargin(Space.XL if heading > 1 else Space.L if picture else 0)
            shape.setBottomMargin(Space.L if picture or heading == 1 else Space.S)
            cursor = QTextCursor(block)
            cursor.mergeBlockFormat(shape)
            if heading:
                size = TypeSize.TITLE if heading == 1 else TypeSize.SUMMARY
                letters = QTextCharFormat()
                letters.setFont(self._theme.font(size, QFont.Weight.DemiBold))
                cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
                cursor.mergeCharFormat(letters)
            block = block.next()
        self.moveCursor(QTextCursor.MoveOperation.Start)


class GuideDialog(QDialog):
    """The guide in a window of its own, to be kept beside the main one."""

    def __init__(self, theme: Theme, language: InterfaceLanguage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.text = GuideText(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.text)
        self.resize(_FIRST_SIZE)
        keep_worded(self, self._word)

    def _word(self) -> None:
        self.setWindowTitle(self.tr("User guide"))
        self.text.setAccessibleName(self.tr("User guide"))
        self.text.show_guide(self._language.lang)
