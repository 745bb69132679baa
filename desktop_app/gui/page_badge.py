"""Says over the reader which printed page of the document is in sight."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLabel, QTextBrowser

from desktop_app.gui.language_watch import keep_worded
from desktop_app.gui.theme import Space
from desktop_app.gui.widgets import label

# Where the eye rests, and where evidence is scrolled to: this share down the pane.
_LOOK = 0.35


class PageBadge(QObject):
    """A quiet label in the corner of ``view``, hidden for what has no pages."""

    def __init__(self, view: QTextBrowser) -> None:
        super().__init__(view)
        self._view = view
        self._starts: Sequence[int] = ()
        self.label: QLabel = label("page", parent=view)
        self.label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.label.hide()
        view.verticalScrollBar().valueChanged.connect(self._show)
        view.installEventFilter(self)
        keep_worded(view, self._show)

    def show_pages(self, starts: Sequence[int]) -> None:
        """Take ``starts``, the document positions at which pages begin, ascending; none if there are no pages."""
        self._starts = starts
        self._show()

    @property
    def page(self) -> int | None:
        """The number of the page in sight, from 1."""
        if not self._starts:
            return None
        spot = self._view.viewport().rect().center()
        spot.setY(round(self._view.viewport().height() * _LOOK))
        return max(1, bisect_right(self._starts, self._view.cursorForPosition(spot).position()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._show()
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        page = self.page
        self.label.setVisible(page is not None)
        if page is None:
            return
        locale = self._view.locale()
        number, total = locale.toString(page), locale.toString(len(self._starts))
        self.label.setText(self.tr("Page {number} of {total}").format(number=number, total=total))
        self.label.adjustSize()
        room = self._view.viewport().geometry()
        left = room.left() + Space.M if self._view.isRightToLeft() else room.right() - self.label.width() - Space.M
        self.label.move(left, room.bottom() - self.label.height() - Space.M)
        self.label.raise_()
